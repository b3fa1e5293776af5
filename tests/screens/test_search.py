"""The search as one types: what is seen, what is asked, and that everything works on the hits."""

import pytest

from hh_tui.i18n.keyboard import other_layout
from hh_tui.ui.view import Pane
from tests.recruiter import Recruiter


def _names(anna: Recruiter) -> list[str]:
    return [row.negotiation.resume.name if row.negotiation.resume else "" for row in anna.state.rows]


def _at(anna: Recruiter) -> str:
    row = anna.state.selected
    return row.negotiation.resume.name if row and row.negotiation.resume else ""


def _lists(anna: Recruiter) -> list[dict[str, str]]:
    return [dict(one.query) for one in anna.server.received if one.path == "/negotiations/response"]


async def test_letters_narrow_the_list_down_and_ask_nobody() -> None:
    async with Recruiter() as anna:
        asked, loaded = len(anna.server.received), len(anna.state.rows)
        await anna.command("search")
        await anna.write("терентьев")
        assert _names(anna) == ["Терентьев Семён"]
        assert anna.sees("/ терентьев", f"1 из {loaded}")
        assert "Tab к найденным" in anna.status
        assert len(anna.server.received) == asked


@pytest.mark.parametrize("typed", ["семён", "семен", "СЕМЕН", "ctvty", "терентьев сем"])
async def test_case_layout_and_dots_do_not_matter(typed: str) -> None:
    async with Recruiter() as anna:
        await anna.command("search")
        await anna.write(typed)
        assert "Терентьев Семён" in _names(anna)


async def test_the_russian_layout_opens_it_with_a_dot() -> None:
    async with Recruiter() as anna:
        await anna.press("full_stop")
        await anna.write("вщслук")
        assert anna.state.is_searching
        assert 0 < len(_names(anna)) < 50
        assert anna.sees("Docker")


async def test_what_the_row_does_not_say_is_shown_in_it() -> None:
    async with Recruiter() as anna:
        assert not any("Kubernetes" in line[:80] for line in anna.lines)
        await anna.command("search")
        await anna.write("kubernetes")
        assert len([line for line in anna.lines if "Kubernetes" in line[:80]]) >= 5


async def test_arrows_move_in_the_hits_while_one_types() -> None:
    async with Recruiter() as anna:
        await anna.command("search")
        await anna.write("docker")
        first, second = _names(anna)[:2]
        assert _at(anna) == first
        await anna.press("down")
        assert _at(anna) == second
        assert anna.state.is_searching
        await anna.press("up")
        assert _at(anna) == first


async def test_escape_shows_everybody_with_the_cursor_where_it_was() -> None:
    async with Recruiter() as anna:
        await anna.command("search")
        await anna.write("docker")
        await anna.press("down", "down")
        found = _at(anna)
        await anna.press("escape")
        assert (_at(anna), len(_names(anna))) == (found, 50)
        assert not anna.sees("/ docker")
        assert anna.at(Pane.LIST)


async def test_tab_keeps_the_hits_and_n_walks_them_in_a_circle() -> None:
    async with Recruiter() as anna:
        await anna.command("search")
        await anna.write("kubernetes")
        await anna.press("tab", "G", "g", "g")
        names = _names(anna)
        assert anna.sees("/ kubernetes")
        assert not anna.state.is_searching
        walked = []
        for _ in names:
            await anna.press("n")
            walked.append(_at(anna))
        assert walked == names[1:] + names[:1]
        await anna.press("N")
        assert _at(anna) == names[-1]
        await anna.press("escape")
        assert len(_names(anna)) == 73
        await anna.press("n")
        assert "Сначала найдите" in anna.status


async def test_a_kept_search_goes_on_where_it_was() -> None:
    async with Recruiter() as anna:
        await anna.command("search")
        await anna.write("docke")
        await anna.press("tab")
        await anna.command("search")
        await anna.write("r")
        assert anna.sees("/ docker")
        await anna.press("tab")
        await anna.command("clear-filters")
        assert len(_names(anna)) == 50


async def test_letters_are_no_commands_while_one_types() -> None:
    async with Recruiter() as anna:
        await anna.press("slash", *"3zq1Rx")
        assert anna.state.is_searching
        assert anna.state.outbox.entries == ()
        assert anna.sees("/ 3zq1Rx")


async def test_in_a_hurry_nothing_is_decided() -> None:
    """Digits right behind the key that opens the line, before it has the focus."""
    async with Recruiter(columns=80, rows=24) as anna:
        await anna.press("enter")
        await anna.pilot.press("slash", "3", "1")
        await anna.settle()
        assert anna.state.outbox.entries == ()
        assert anna.at(Pane.LIST)


async def test_decisions_and_undo_work_on_the_hits() -> None:
    async with Recruiter() as anna:
        await anna.command("search")
        await anna.write("docker")
        await anna.press("tab", "j")
        names, chosen = _names(anna), _at(anna)
        await anna.press("3")
        assert _names(anna) == [name for name in names if name != chosen]
        assert _at(anna) == names[2]
        await anna.command("undo")
        assert (_names(anna), _at(anna)) == (names, chosen)
        await anna.press("3")
        await anna.wait(6)
        assert [path.rpartition("/")[0] for _, path, _ in anna.writes] == ["/negotiations/consider"]
        assert chosen not in _names(anna)
        await anna.press("escape")
        assert chosen not in _names(anna)


async def test_nobody_found_is_nobody_decided_on() -> None:
    async with Recruiter() as anna:
        await anna.command("search")
        await anna.write("несуществующий")
        assert anna.sees("Среди 50 загруженных не нашлось")
        await anna.press("tab", "3", "r", "enter")
        assert anna.state.outbox.entries == ()
        assert anna.reads("/messages") == []
        assert anna.state.selected is None


async def test_next_candidate_opens_the_next_hit() -> None:
    async with Recruiter() as anna:
        await anna.command("search")
        await anna.write("docker")
        await anna.press("tab")
        names = _names(anna)
        await anna.press("enter", "J")
        assert _at(anna) == names[1]
        assert len(anna.reads("/messages")) == 2


async def test_letters_that_were_read_are_found() -> None:
    async with Recruiter() as anna:
        await anna.press("j", "j", "enter")
        row = anna.row
        text = next(one.text for one in anna.state.threads[row.id].messages if one.text)
        word = max(text.replace("\n", " ").split(), key=len).strip(".,!?")
        await anna.press("escape", "slash")
        await anna.write(word)
        assert row.id in anna.ids


async def test_enter_asks_the_server_for_the_whole_collection() -> None:
    async with Recruiter() as anna:
        before = len(_lists(anna))
        await anna.command("search")
        await anna.write("docker")
        await anna.press("enter")
        asked = _lists(anna)[before:]
        assert [one["search_text"] for one in asked] == ["docker"]
        assert anna.sees("«docker»", "Неразобранные · ")
        whole = anna.state.listing.found
        assert whole is not None
        assert whole > 14
        await anna.command("refresh")
        assert _lists(anna)[-1]["search_text"] == "docker"
        await anna.press("escape")
        assert "search_text" not in _lists(anna)[-1]
        assert len(_names(anna)) == 50


@pytest.mark.parametrize("leave", ["clear-filters", "back"])
async def test_leaving_the_servers_search(leave: str) -> None:
    async with Recruiter() as anna:
        await anna.command("search")
        await anna.write("django")
        await anna.press("enter")
        await anna.command(leave)
        assert not anna.sees("«django»")
        assert len(_names(anna)) == 50


async def test_an_empty_line_asks_nobody() -> None:
    async with Recruiter() as anna:
        before = len(anna.server.received)
        await anna.command("search")
        await anna.write("   ")
        await anna.press("enter")
        assert len(anna.server.received) == before
        assert not anna.state.is_searching


async def test_all_the_server_has_found_is_nobody() -> None:
    async with Recruiter() as anna:
        await anna.command("search")
        await anna.write("абракадабра")
        await anna.press("enter")
        assert anna.sees("С этими фильтрами никого нет", "«абракадабра»", "Убрать все — F")


async def test_another_collection_ends_the_search() -> None:
    async with Recruiter() as anna:
        await anna.command("search")
        await anna.write("docker")
        await anna.press("tab")
        await anna.command("collection")
        await anna.write("Подумать")
        await anna.press("enter")
        assert not anna.sees("/ docker")
        await anna.press("slash")
        assert anna.state.searched == ""


async def test_a_click_on_a_hit_keeps_the_hits() -> None:
    async with Recruiter() as anna:
        await anna.command("search")
        await anna.write("docker")
        names = _names(anna)
        await anna.click("#negotiations", offset=(5, 3))
        assert _at(anna) == names[1]
        assert not anna.state.is_searching
        assert _names(anna) == names


async def test_hostile_names_are_searched_as_they_are_shown() -> None:
    async with Recruiter(hostile=True) as anna:
        for typed in ("[bold]", "\\", "\u0301", "((((((", "%s{n}", "]"):
            await anna.command("search")
            await anna.write(typed)
            shown = len(_names(anna))
            assert 0 <= shown <= 50
            await anna.press("escape")
        assert anna.toasts == []


async def test_every_page_that_follows_is_asked_for_in_the_same_way() -> None:
    async with Recruiter(size="M") as anna:
        await anna.command("search")
        await anna.write("разработчик")
        await anna.press("enter")
        await anna.command("bottom", "bottom")
        asked = [one for one in _lists(anna) if one.get("search_text")]
        assert [one["page"] for one in asked[:2]] == ["0", "1"]


async def test_hits_near_the_end_bring_the_next_page() -> None:
    async with Recruiter() as anna:
        await anna.command("search")
        await anna.write("docker")
        await anna.press("tab")
        found = len(_names(anna))
        pages = len(_lists(anna))
        await anna.command("bottom")
        assert len(_lists(anna)) == pages + 1
        assert len(_names(anna)) > found


async def test_hh_ru_is_asked_in_the_layout_in_which_it_was_found() -> None:
    async with Recruiter() as anna:
        row = anna.state.listing.rows[0]
        name = row.negotiation.resume.last_name if row.negotiation.resume else ""
        assert name
        await anna.press("slash")
        await anna.write(other_layout(name.lower()))
        assert len(anna.state.rows)
        await anna.press("enter")
        asked = [dict(one.query) for one in anna.server.received if one.path.endswith("/response")]
        assert asked[-1]["search_text"] == name.lower()


async def test_what_stands_nowhere_goes_to_hh_ru_as_it_was_typed() -> None:
    async with Recruiter() as anna:
        await anna.press("slash")
        await anna.write("zzz")
        await anna.press("enter")
        asked = [dict(one.query) for one in anna.server.received if one.path.endswith("/response")]
        assert asked[-1]["search_text"] == "zzz"


async def test_escape_out_of_the_servers_search_leads_back() -> None:
    """To the person who was found where they are loaded there, else where one came from."""
    async with Recruiter() as anna:
        whole = list(anna.ids)
        await anna.press(*"jjjjjj")
        came_from = anna.selected_id
        await anna.press("/", *"абракадабра", "enter")
        assert anna.ids == []
        await anna.press("escape")
        assert anna.ids == whole
        assert anna.selected_id == came_from
        await anna.press("/", *"kafka", "enter", "j")
        found = anna.selected_id
        assert found in whole
        assert found != came_from
        await anna.press("escape")
        assert anna.ids == whole
        assert anna.selected_id == found


async def test_a_decision_in_the_servers_search_holds_behind_it() -> None:
    async with Recruiter() as anna:
        await anna.press(*"jjjjjj")
        whole = list(anna.ids)
        await anna.press("/", *"kafka", "enter")
        gone = anna.selected_id
        await anna.press(anna.digit("consider"), "escape")
        assert anna.ids == [one for one in whole if one != gone]
        await anna.press("z")
        assert anna.ids == whole
        assert anna.selected_id == gone


async def test_another_collection_and_back_begins_at_its_top() -> None:
    async with Recruiter() as anna:
        whole = list(anna.ids)
        await anna.press(*"jjjjjj", "/", *"kafka", "enter", "c", *"Подумать", "enter")
        assert anna.ids != whole
        await anna.press("c", *"Неразобранные", "enter")
        assert anna.ids == whole
        assert anna.selected_id == whole[0]
