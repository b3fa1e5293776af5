"""Marking: whom, how it is seen, what stays and what goes."""

from pathlib import Path

import pytest

from hh_tui.demo import StandIn
from hh_tui.inbox.decisions.target import in_list
from hh_tui.inbox.snapshot.rows import Row
from hh_tui.ui.view import Pane
from tests.recruiter import Clock, Recruiter
from tests.screens.test_asking import Slow


async def test_x_marks_and_goes_on_and_looking_sends_nothing() -> None:
    async with Recruiter() as anna:
        before = len(anna.server.received)
        await anna.press("x", "space")
        assert set(anna.marked) == set(anna.ids[:2])
        assert anna.state.cursor == 2
        assert anna.sees("отмечено 2", "×2")
        assert anna.text.count("■") == 2
        await anna.press("k", "x")
        assert set(anna.marked) == set(anna.ids[:1])
        assert len(anna.server.received) == before


@pytest.mark.parametrize(("key", "title"), [("C", "Заметка"), ("i", "Куда пригласить"), ("r", "Письмо")])
async def test_what_is_about_one_says_it_is_not_those_marked(key: str, title: str) -> None:
    async with Recruiter() as anna:
        resume = anna.row.negotiation.resume
        called = f"{title} · {resume.name if resume else ''}"
        for marks, told in (((), ""), (("x", "k"), ""), (("j", "x", "x", "g", "g"), ", а не отмеченные (3)")):
            await anna.press(*marks, key)
            assert anna.sees(f"{called}{told} ")
            await anna.press("escape")
            if anna.pane is not Pane.LIST:
                await anna.press("left")
        assert anna.marked == tuple(anna.ids[:3])


async def test_a_range_follows_the_cursor_both_ways() -> None:
    async with Recruiter() as anna:
        await anna.press("j", "j", "V", "j", "j")
        assert set(anna.marked) == set(anna.ids[2:5])
        await anna.press("k", "k", "k")
        assert set(anna.marked) == set(anna.ids[1:3])
        await anna.press("V", "j", "j", "j")
        assert set(anna.marked) == set(anna.ids[1:3])


async def test_selection_stays_through_search_and_refresh() -> None:
    async with Recruiter() as anna:
        await anna.press("x", "x")
        marked = set(anna.marked)
        await anna.press("slash", *"docker", "tab")
        assert set(anna.marked) == marked
        await anna.press("escape")
        assert set(anna.marked) == marked
        await anna.command("refresh")
        assert set(anna.marked) == marked
        await anna.press("escape")
        assert not anna.marked
        assert "отметки" in anna.status
        assert "■" not in anna.text


async def test_all_that_match_and_once_more_drops_them() -> None:
    async with Recruiter() as anna:
        await anna.press("slash", *"docker", "tab", "asterisk")
        hits = set(anna.ids)
        assert set(anna.marked) == hits
        await anna.press("asterisk")
        assert not anna.marked


@pytest.mark.parametrize("columns", [80, 160])
async def test_marks_inverted_are_those_shown_and_no_others(columns: int, tmp_path: Path) -> None:
    async with Recruiter(columns=columns, rows=24, size="M", home=tmp_path) as anna:
        await anna.command("mark", "mark", "down", "mark-range", "down")
        kept, before = {*anna.ids[:2], *anna.ids[3:5]}, len(anna.server.received)
        assert set(anna.marked) == kept
        await anna.press("U", "j")
        assert set(anna.marked) == set(anna.ids) - kept, "the range has ended"
        assert anna.sees(f"отмечено {len(anna.ids) - len(kept)}")
        await anna.command("mark-invert")
        assert set(anna.marked) == kept
        assert anna.status.startswith("Отмечено 4")
        assert len(anna.server.received) == before, "no page is read for it, nobody opened"

        await anna.press("slash", *"docker", "tab")
        hits = set(anna.ids)
        await anna.command("mark-invert")
        assert set(anna.marked) == kept ^ hits, "who is not shown stays as they were"
        await anna.command("mark-invert")
        await anna.press("escape")
        assert set(anna.marked) == kept

        assert anna.state.vacancy_id is not None
        new = anna.server.world.new_response(anna.state.vacancy_id)
        await anna.wait(61)
        await anna.command("show-new")
        assert new not in anna.marked
        await anna.command("mark-invert")
        assert new in anna.marked
        async with anna.again(columns=columns, rows=24) as reader:
            others = set(reader.ids) - {reader.selected_id}
            await reader.command("mark", "mark-invert")
            assert set(reader.marked) == others, "marking is no decision"
            assert any("уже открыт другой hh-tui" in one for one in reader.told)


async def test_an_inversion_waits_for_pages_of_everybody() -> None:
    async with Recruiter() as anna:
        await anna.command("mark-all", "mark-invert")
        assert not anna.marked
        assert anna.status.startswith("Никто не отмечен.")
        await anna.command("vacancy")
        await anna.write("B2B")
        await anna.press("enter")
        await anna.command("mark-invert")
        assert anna.status.startswith("Отмечать некого")
    clock = Clock()
    server = StandIn(size="M", seed=7, clock=clock.now)
    slow = Slow(server)
    async with Recruiter(server=server, clock=clock, transport=slow) as anna:
        slow.answers.clear()
        await anna.go_on_typing("*", "U")
        assert len(anna.marked) == len(anna.ids) < (anna.state.listing.found or 0)
        assert anna.status.startswith("Загружено")
        slow.answers.set()
        await anna.settle()
        assert len(anna.marked) == len(anna.ids) == anna.state.listing.found


async def test_all_pages_are_read_many_after_a_question(monkeypatch: pytest.MonkeyPatch) -> None:
    async with Recruiter(size="M") as anna:
        found = anna.state.listing.found or 0
        await anna.press("asterisk")
        assert len(anna.marked) == found
        await anna.press("asterisk")
        assert not anna.marked
    monkeypatch.setattr("hh_tui.ui.controllers.selection.PAGES_UNASKED", 1)
    async with Recruiter(size="M") as anna:
        await anna.press("asterisk")
        assert len(anna.marked) == len(anna.ids) < found
        assert anna.sees(f"Отметить всех: {found}")
        await anna.press("enter")
        assert len(anna.marked) == found
        assert anna.sees(f"отмечено {found}")
        assert not anna.writes
        assert not anna.viewed


async def test_who_leaves_loses_the_mark_and_undo_gives_it_back() -> None:
    async with Recruiter() as anna:
        await anna.press("x", "x")
        first = anna.ids[0]
        await anna.press("escape", "k", "k", "x", "x", "k", "k")
        assert first in anna.marked
        negotiation = anna.state.listing.rows[0].negotiation
        action = next(one for one in negotiation.actions if one.enabled and not one.arguments)
        seen = in_list(anna.state.snapshot, negotiation)
        assert seen is not None
        anna.control.submit(seen, action)
        await anna.settle()
        assert first not in anna.marked
        await anna.press("z")
        assert first in anna.marked


async def test_all_selected_are_marked_viewed_not_the_cursors() -> None:
    async with Recruiter() as anna:
        rows = [row for row in anna.state.listing.rows if row.facts.needs_attention][:3]
        for row in rows[:2]:
            await _goes_to(anna, row.id)
            await anna.press("x")
        await _goes_to(anna, rows[2].id)
        await anna.command("mark-viewed")
        assert anna.sees("Отметить 2 отклика просмотренными?")
        assert not anna.viewed
        await anna.press("enter")
        assert anna.writes == [("POST", "/negotiations/read", [("topic_id", row.id) for row in rows[:2]])]
        assert anna.status.startswith("Просмотрены 2 кандидата")
        assert not anna.server.world.topic(rows[2].id).viewed


async def test_a_vacancy_that_refuses_keeps_no_other_from_marking() -> None:
    async with Recruiter() as anna:
        await anna.command("waiting")
        while not anna.row.facts.needs_attention:
            await anna.press("j")
        first = anna.row
        await anna.press("x")
        while _vacancy_of(anna, anna.row) == _vacancy_of(anna, first) or not anna.row.facts.needs_attention:
            await anna.press("j")
        other = anna.selected_id
        await anna.press("x")
        anna.server.faults.add(
            "POST", "/negotiations/read", 1, status=403, body={"errors": [{"type": "forbidden"}]}
        )
        await anna.command("mark-viewed")
        await anna.press("enter")
        assert [form for _, _, form in anna.writes] == [[("topic_id", first.id)], [("topic_id", other)]]
        assert anna.toasts[-1].startswith("hh.ru не принял")


def _vacancy_of(anna: Recruiter, row: Row) -> str:
    source = anna.state.snapshot.source_of(row.id)
    assert source is not None
    return source.vacancy_id


async def _goes_to(anna: Recruiter, negotiation_id: str) -> None:
    place = next(n for n, row in enumerate(anna.state.rows) if row.id == negotiation_id)
    way = place - anna.state.cursor
    await anna.press(*["j" if way > 0 else "k"] * abs(way))


async def test_another_collection_has_marks_of_its_own() -> None:
    async with Recruiter() as anna:
        await anna.press("x", "c", "down", "enter")
        assert not anna.marked
        assert "отмечено" not in anna.text


async def test_during_a_search_all_are_those_that_were_found() -> None:
    async with Recruiter(size="M") as anna:
        await anna.press("slash", *"docker", "tab")
        await anna.command("mark-all")
        assert 0 < len(anna.marked) == len(anna.ids) < len(anna.state.listing.rows)


@pytest.mark.parametrize("columns", [80, 160])
async def test_beside_the_list_no_key_marks_anybody(columns: int) -> None:
    async with Recruiter(columns=columns, rows=24) as anna:
        await anna.command("mark-all")
        assert "снять: Esc" in anna.status
        await anna.command("previous-pane")
        assert "снять: Esc" not in anna.text, "here the key leads elsewhere"
        await anna.command("next-pane", "back")
        assert not anna.marked
        await anna.command("previous-pane")
        for key in ("*", "U", "V", "x"):
            await anna.press(key)
            assert anna.at(Pane.COLLECTIONS), key
            assert not anna.marked, key
            assert anna.status.startswith(f"«{key}» — для кандидата: перейдите в список (Tab).")


@pytest.mark.parametrize("columns", [80, 160])
async def test_in_a_card_no_sentence_promises_that_esc_unmarks(columns: int) -> None:
    async with Recruiter(columns=columns) as anna:
        await anna.command("open", "mark-all")
        assert anna.marked
        assert anna.status.startswith("Отмечено 7")
        assert "снять: Esc" not in anna.text
        await anna.command("back")
        assert "Esc снять отметки" in anna.status


async def test_what_changes_a_list_from_beside_it_shows_it() -> None:
    async with Recruiter(columns=80, rows=24) as anna:
        await anna.press("slash", *"docker", "tab")
        first = anna.selected_id
        await anna.command("previous-pane", "next-hit")
        assert anna.at(Pane.LIST)
        assert anna.selected_id != first
        await anna.command("previous-pane", "clear-filters")
        assert anna.at(Pane.LIST)
        assert not anna.sees("docker")
        await anna.command("previous-pane", "order")
        await anna.press("down", "enter")
        assert anna.at(Pane.LIST)
