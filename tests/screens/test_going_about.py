"""From the start to an opened candidate: what is shown, and what hh.ru gets to know."""

from pathlib import Path
from typing import Any

import httpx
import pytest

from hh_tui.demo import StandIn
from hh_tui.errors import NotAuthorized
from hh_tui.inbox.snapshot.state import Inbox
from hh_tui.ui.dialogs.confirm import Confirm
from hh_tui.ui.presenters import glyphs
from tests.recruiter import Clock, Recruiter


async def test_the_start_shows_the_first_vacancys_first_collection() -> None:
    async with Recruiter() as anna:
        assert anna.sees("Python-разработчик", "Неразобранные", "Телефонное интервью", "Отказ")
        assert anna.reads()[0] == "/me"
        assert len(anna.reads("/vacancies/active")) == 1
        assert len(anna.reads("/negotiations/")) == 1


async def test_moving_the_cursor_sends_nothing_at_all() -> None:
    async with Recruiter() as anna:
        before = len(anna.server.received)
        await anna.command("down", "down", "up", "page-down", "page-up", "next-pane", "previous-pane")
        assert len(anna.server.received) == before
        assert not anna.viewed


async def test_the_card_is_drawn_from_the_list_alone() -> None:
    async with Recruiter(rows=45) as anna:
        row = anna.row
        assert row.negotiation.resume is not None
        assert anna.sees("Опыт работы", "Навыки", row.negotiation.resume.skill_set[0])


async def test_pages_come_as_cursor_nears_end_and_nobody_comes_twice() -> None:
    async with Recruiter() as anna:
        assert len(anna.state.listing.rows) == 50
        await anna.press(*["pagedown"] * 3)
        rows = anna.ids
        vacancy_id = anna.state.vacancy_id
        assert vacancy_id is not None
        assert sorted(rows) == sorted(anna.server.world.topics_of(vacancy_id, "response"))
        assert len(anna.reads("/negotiations/response")) == 2


async def test_opening_reads_the_thread_once_and_the_row_is_viewed() -> None:
    async with Recruiter() as anna:
        row = anna.row
        assert row.negotiation.has_updates
        attention = anna.state.listing.rows
        before = len(anna.reads())
        await anna.command("open")
        assert anna.reads()[before:] == [f"/common/chats/{row.negotiation.chat_id}/messages"]
        assert anna.writes == [], "nothing but read marks"
        assert anna.viewed == (row.id,)
        opened = anna.row
        assert not opened.negotiation.has_updates
        assert opened.negotiation.unread == 0
        assert anna.state.listing.rows is not attention
        assert anna.state.candidate.thread is anna.state.threads[row.id]


async def test_counters_follow_an_opening_before_the_server_says_so() -> None:
    async with Recruiter() as anna:
        shown = anna.state.shown_board
        assert shown is not None
        assert shown.collections[0].counters is not None
        before = shown.collections[0].counters.with_updates
        await anna.command("open")
        assert anna.sees(f"{before - 1}/{shown.collections[0].counters.total}")


def _with_a_long_thread() -> tuple[StandIn, str]:
    """The first candidate has written 120 times; and the id of that negotiation."""
    clock = Clock()
    server = StandIn(size="S", clock=clock.now)
    vacancy_id = next(one.id for one in server.world.vacancies if one.name == "Python-разработчик")
    nid = server.world.topics_of(vacancy_id, "response")[0]
    for number in range(120):
        server.world.candidate_writes(nid, f"Сообщение номер {number}")
    return server, nid


async def test_long_thread_is_read_whole_and_shown_from_its_newest_end() -> None:
    server, _ = _with_a_long_thread()
    async with Recruiter(server=server) as anna:
        await anna.command("top", "open")
        assert anna.sees("Сообщение номер 119")
        assert len(anna.reads(f"/common/chats/{anna.row.negotiation.chat_id}/")) == 3
        assert not anna.sees("Сообщение номер 40")
        await anna.command("top")
        assert anna.sees("Сообщение номер 60")
        await anna.command("up", "up", "top")
        assert anna.sees("Сообщение номер 0")
        assert not anna.sees("более ранние")


async def test_older_messages_come_above_what_one_reads() -> None:
    server, _ = _with_a_long_thread()
    async with Recruiter(server=server) as anna:
        await anna.command("top", "open")
        view = anna.state.candidate.scrollable
        view.scroll_to(y=1, animate=False, immediate=True)
        await anna.settle()
        assert anna.sees("более ранние") is False
        assert anna.sees("Сообщение номер 60")
        view.scroll_to(y=0, animate=False, immediate=True)
        await anna.settle()
        assert anna.sees("Сообщение номер 60")
        assert view.scroll_y > 0


async def test_walking_opens_the_neighbours() -> None:
    async with Recruiter() as anna:
        await anna.command("open", "next-candidate", "next-candidate", "previous-candidate")
        assert anna.state.listing.cursor == 1
        assert len(anna.reads("/messages")) == 4


async def test_another_collection_is_listed_by_its_own_url() -> None:
    async with Recruiter() as anna:
        await anna.command("collection")
        await anna.write("подум")
        await anna.press("enter")
        assert anna.reads("/negotiations/")[-1] == "/negotiations/consider"
        assert anna.state.widget(
            "#middle"
        ).border_title == "Подумать · 15 · по дате последнего изменения" or (
            "Подумать" in str(anna.state.widget("#middle").border_title)
        )


async def test_hidden_and_generated_collections_wait_behind_a_fold() -> None:
    async with Recruiter() as anna:
        assert anna.sees("ещё 3 коллекции")
        assert not anna.sees("Отказались сами")
        pane = anna.state.collections
        await anna.command("previous-pane", "bottom", *("up",) * 4, "open")
        assert anna.sees("Отказались сами", "Подходящие отклики")
        assert anna.state.focused is pane
        await anna.command("open")


async def test_sub_collections_are_indented_below_their_own() -> None:
    async with Recruiter() as anna:
        lines = [line[:32] for line in anna.lines]
        parent = next(n for n, line in enumerate(lines) if "Подумать" in line)
        assert "· Все отложенные" in lines[parent + 1]
        assert "· Кадровый резерв" in lines[parent + 2]


async def test_the_vacancy_picker_finds_by_a_part_in_either_layout() -> None:
    async with Recruiter() as anna:
        await anna.command("vacancy")
        await anna.write(",e[u")
        await anna.press("enter")
        assert "Бухгалтер" in anna.title
        assert anna.sees("Новикова") or anna.sees("Бухгалтер")


async def test_archived_vacancies_come_when_asked_for() -> None:
    async with Recruiter() as anna:
        assert not anna.reads("archived")
        await anna.command("previous-pane", "previous-pane", "bottom", "open")
        assert len(anna.reads("archived")) == 1
        assert not anna.sees("показать архив")
        archived = anna.state.archived
        assert archived
        assert anna.sees(archived[0].name[:12])


async def test_all_pages_of_vacancies_are_read() -> None:
    async with Recruiter(size="XL") as anna:
        assert len(anna.reads("/vacancies/active")) == 19
        assert len(anna.state.vacancies or ()) > 900


async def test_an_empty_collection_says_what_to_do_next() -> None:
    async with Recruiter() as anna:
        await anna.command("vacancy")
        await anna.write("продаж")
        await anna.press("enter")
        assert anna.sees("Здесь никого нет", "Выберите другую")
        await anna.command("action-1", "actions", "reply", "open", "down", "bottom")
        assert not anna.writes
        await anna.command("palette")
        await anna.write("обновить")
        assert anna.sees("Команды", "F5")
        assert not [text for text in anna.told if "ошибка" in text]


async def test_no_vacancy_at_all_says_what_to_do_next() -> None:
    server = StandIn(size="S", clock=Clock().now)
    none = {"items": [], "found": 0, "page": 0, "pages": 1, "per_page": 50}
    server.faults.add("GET", "/vacancies/active", status=200, body=none)
    async with Recruiter(server=server) as anna:
        assert anna.sees("Активных вакансий нет")


async def test_refreshing_keeps_the_candidate_and_brings_the_new_ones() -> None:
    async with Recruiter() as anna:
        await anna.command("down", "down")
        before = anna.state.selected
        vacancy_id = anna.state.vacancy_id
        assert before is not None
        assert vacancy_id is not None
        nid = anna.server.world.new_response(vacancy_id)
        await anna.command("refresh")
        after = anna.row
        assert after.id == before.id
        assert anna.state.listing.rows[0].id == nid


async def test_a_start_without_a_valid_login_ends_with_the_reason() -> None:
    server = StandIn(size="S", clock=Clock().now)
    body = {"errors": [{"type": "oauth", "value": "token_revoked"}]}
    server.faults.add("GET", "^/me$", times=9, status=403, body=body)
    async with Recruiter(server=server) as anna:
        assert isinstance(anna.app.return_value, NotAuthorized)
        assert anna.app.return_code == 1


@pytest.mark.parametrize(
    ("path", "fault", "said"),
    [
        ("^/me$", {"status": 500, "body": "<html>"}, "сбой (500)"),
        ("/vacancies/active", {"status": 429, "headers": {"retry-after": "3"}}, "просит подождать 3 с"),
        ("^/me$", {"status": 200, "body": "<html>guard</html>"}, "не тем, что обещает"),
        ("/vacancies/active", {"exception": "connect"}, "hh.ru"),
    ],
)
async def test_a_first_start_waits_for_trouble_to_pass(path: str, fault: dict[str, Any], said: str) -> None:
    server = StandIn(size="S", clock=Clock().now)
    server.faults.add("GET", path, times=2, **fault)
    async with Recruiter(server=server) as anna:
        assert anna.app.return_code is None
        assert anna.sees(said, "F5", "сам попробует ещё раз")
        await anna.wait(1)
        asked = len(anna.server.received)
        await anna.wait(6)
        assert anna.sees("сам попробует ещё раз"), "once more, in vain"
        await anna.wait(1)
        await anna.wait(6)
        assert anna.sees("сам попробует ещё раз"), "later each time"
        await anna.wait(6)
        assert len(anna.state.listing.rows) == 50
        assert len(anna.server.received) > asked
        assert not anna.sees("сам попробует ещё раз")
        assert not anna.toasts


async def test_a_captcha_at_the_first_start_can_be_solved() -> None:
    server = StandIn(size="S", clock=Clock().now)
    url = "https://hh.ru/account/captcha?state=x"
    body = {"errors": [{"type": "captcha_required", "value": "captcha_required", "captcha_url": url}]}
    server.faults.add("GET", "^/me$", times=2, status=403, body=body)
    async with Recruiter(server=server) as anna:
        assert isinstance(anna.app.screen, Confirm)
        await anna.press("escape")
        await anna.wait(1)
        await anna.wait(100)
        assert anna.reads("/me") == ["/me"], "a person comes first"
        await anna.press("f5")
        assert isinstance(anna.app.screen, Confirm)
        await anna.press("escape", "f5")
        assert len(anna.state.listing.rows) == 50


async def test_a_list_that_can_not_be_read_says_why_and_comes_back() -> None:
    server = StandIn(size="S", clock=Clock().now)
    server.faults.add("GET", "/negotiations/response", status=502, body="<html>bad gateway</html>")
    async with Recruiter(server=server) as anna:
        assert anna.sees("сбой (502)", "F5")
        await anna.command("refresh")
        assert len(anna.state.listing.rows) == 50


async def test_lost_connection_is_shown_and_forgotten_when_it_is_back() -> None:
    async with Recruiter() as anna:
        anna.server.faults.add("GET", "/messages", exception="read")
        await anna.command("open")
        assert "нет связи" in anna.title
        assert "Ответа от hh.ru нет" in anna.toasts[-1]
        await anna.command("back", "open")
        assert "в сети" in anna.title
        anna.app.clear_notifications()
        await anna.settle()
        assert anna.sees("сегодня")


async def test_a_click_points_and_a_second_one_opens() -> None:
    async with Recruiter() as anna:
        before = len(anna.server.received)
        await anna.click("#negotiations", offset=(10, 4))
        assert anna.state.listing.cursor == 2
        assert len(anna.server.received) == before
        await anna.click("#negotiations", times=2, offset=(10, 4))
        assert len(anna.reads("/messages")) == 1


async def test_the_program_needs_no_transport_of_ours() -> None:
    """The stand-in is reached through the real client only: its transport sees the contract's headers."""
    seen: list[httpx.Request] = []
    server = StandIn(size="S", clock=Clock().now)

    def handle(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return server.handle(request)

    async with Recruiter(server=server, transport=httpx.MockTransport(handle)):
        assert all(request.headers["HH-User-Agent"].startswith("hh-tui/") for request in seen)
        assert all(request.url.params["locale"] == "RU" for request in seen)


async def test_collections_that_can_not_be_read_say_why() -> None:
    server = StandIn(size="S", clock=Clock().now)
    server.faults.add("GET", "^/negotiations$", status=500)
    async with Recruiter(server=server) as anna:
        assert anna.sees("сбой (500)")
        await anna.command("refresh")
        assert anna.sees("Неразобранные")
        assert len(anna.state.listing.rows) == 50


async def test_a_vacancy_without_collections_does_not_load_for_ever() -> None:
    server = StandIn(size="S", clock=Clock().now)
    none: dict[str, list[str]] = {"collections": [], "generated_collections": [], "employer_states": []}
    server.faults.add("GET", "^/negotiations$", times=9, status=200, body=none)
    async with Recruiter(server=server) as anna:
        assert anna.sees("Здесь никого нет")
        await anna.command("collection", "open", "actions")


async def test_moving_while_a_refresh_is_on_its_way_does_not_lose_it() -> None:
    async with Recruiter(size="M") as anna:
        vacancy_id = anna.state.vacancy_id
        assert vacancy_id is not None
        await anna.press("pagedown", "pagedown")
        nid = anna.server.world.new_response(vacancy_id)
        await anna.pilot.press("f5", *["j"] * 10)
        await anna.settle()
        assert anna.state.listing.rows[0].id == nid


async def test_another_candidates_card_is_read_from_its_top() -> None:
    async with Recruiter(columns=80, rows=24) as anna:
        await anna.press("tab")
        await anna.press(*["j"] * 8)
        preview = anna.state.widget("#preview")
        assert preview.scroll_y > 0
        await anna.press("escape", "j")
        assert preview.scroll_y == 0


async def test_vacancies_that_are_not_there_yet_are_not_offered() -> None:
    async with Recruiter() as anna:
        anna.control.show(Inbox())
        await anna.command("vacancy")
        assert anna.on_inbox
        assert "Загружаю" in anna.status


async def test_what_a_key_did_is_told_for_a_few_seconds() -> None:
    async with Recruiter() as anna:
        hints = anna.status
        await anna.command("undo")
        said = anna.status
        await anna.wait(1)
        assert anna.status == said != hints
        await anna.wait(6)
        assert anna.status == hints


async def test_one_collection_has_marker_and_end_says_how_far_it_is() -> None:
    async with Recruiter() as anna:
        pane = anna.state.collections

        def marked() -> list[str]:
            region = pane.content_region
            lines = [line[region.x : region.right] for line in anna.lines[region.y : region.bottom]]
            return [line for line in lines if line[0] in "▌›"]

        assert [one.split()[0] for one in marked()] == ["▌Неразобранные"]
        await anna.press("h", "j", "j", "l")
        assert [one.split()[0] for one in marked()] == ["▌Неразобранные"]
        await anna.press("h")
        assert pane.selected is pane.rows[0]
        await anna.press("l")
        listing = anna.state.listing
        await anna.pilot.press("G")
        await anna.pilot.pause()
        assert f"Загружено {len(listing.rows)} из {listing.found}" in anna.status


@pytest.mark.parametrize("columns", [80, 120, 160])
async def test_the_last_line_names_only_keys_that_work(columns: int) -> None:
    async with Recruiter(columns=columns, rows=36) as anna:
        decides = "1–9 решить" if columns > 80 else "x отметить"
        assert decides in anna.status
        await anna.press("v")
        assert anna.status == ""
        await anna.press("escape")
        assert "открыть" in anna.status
        await anna.press("3", "v")
        assert "отменить" not in anna.status
        await anna.press("escape")
        assert "z отменить" in anna.status
        await anna.press("z")
        await anna.wait(1)
        await anna.wait(9)
        await anna.command("go-snoozed")
        assert "Esc назад к списку" in anna.status
        assert decides not in anna.status
        await anna.press("escape")
        assert decides in anna.status


async def test_a_second_instance_names_no_deciding_keys(tmp_path: Path) -> None:
    async with Recruiter(home=tmp_path) as anna, anna.again() as second:
        assert "решить" in anna.status
        assert "открыть" in second.status
        assert "решить" not in second.status


async def test_the_cursor_is_seen_to_move_in_a_scrolled_list() -> None:
    async with Recruiter(size="M") as anna:
        await anna.press("pagedown", "pagedown")
        for key in ("k", "k", "j"):
            await anna.press(key)
            resume = anna.row.negotiation.resume
            name = resume.last_name if resume and resume.last_name else "Резюме скрыто"
            under = next(line for line in anna.lines if f"│{glyphs.CURSOR}" in line[1:])
            assert f" {name}" in under


async def test_vacancies_of_one_name_are_told_apart() -> None:
    async with Recruiter(columns=80, rows=24) as anna:
        inbox = anna.state.snapshot
        first, second, *_ = [one for one in inbox.all_vacancies if one.name == "QA-инженер"]
        await anna.press("v")
        lines = [one for one in anna.lines if "QA-инженер · " in one]
        assert len(set(lines)) == 2
        told = [one.manager.name.split()[0] for one in (first, second) if one.manager]
        await anna.write(told[1])
        await anna.press("enter")
        assert anna.state.snapshot.vacancy_id == second.id
        await anna.press(":")
        await anna.write("QA")
        assert anna.sees(*(f"Вакансия: QA-инженер · {one}" for one in told))


@pytest.mark.parametrize("columns", [80, 160])
async def test_a_folded_collection_has_its_name_in_the_title(columns: int) -> None:
    async with Recruiter(columns=columns) as anna:
        assert not anna.sees("Живут рядом")
        await anna.command("collection")
        await anna.write("рядом")
        await anna.press("enter")
        assert anna.sees("Живут рядом · ")
        await anna.press(anna.digit("consider"))
        assert anna.sees("Живут рядом · ")
        assert not anna.sees("by_location")


@pytest.mark.parametrize("columns", [80, 120, 160])
async def test_after_a_letter_the_way_to_the_list_is_named(columns: int) -> None:
    async with Recruiter(columns=columns) as anna:
        await anna.press("enter")
        first = anna.state.listing.cursor
        await anna.press("r")
        await anna.write("Здравствуйте")
        await anna.press("f2")
        await anna.wait(11)
        assert anna.status.startswith("Esc к списку")
        assert ("J следующий" in anna.status) == (columns == 160)
        await anna.press("escape")
        assert "к списку" not in anna.status
        await anna.press("j")
        assert anna.state.listing.cursor == first + 1
        await anna.press("g", "r")
        assert "Esc к списку" in anna.status
