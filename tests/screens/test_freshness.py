"""Keeping up with hh.ru: what an idle minute costs, and how what is new comes in."""

import asyncio
from typing import Any

import httpx
import pytest
from textual import events

from hh_tui.demo import StandIn
from hh_tui.demo.colleagues import colleague_moves
from hh_tui.settings.config import Settings, from_table
from hh_tui.ui.dialogs.network import NetworkPage
from hh_tui.ui.presenters.notification import notification
from tests.recruiter import Clock, Recruiter

MINUTE = 60
UNAUTHORIZED = {"errors": [{"type": "oauth", "value": "token_revoked"}]}


def _vacancy(anna: Recruiter) -> str:
    vacancy_id = anna.state.vacancy_id
    assert vacancy_id is not None
    return vacancy_id


def _responses(anna: Recruiter, count: int) -> list[str]:
    return [anna.server.world.new_response(_vacancy(anna)) for _ in range(count)]


def _border(anna: Recruiter) -> str:
    return str(anna.state.widget("#middle").border_subtitle)


def _since(anna: Recruiter, before: int) -> list[str]:
    """What was asked since; the figures of the first line come once in half an hour beside it."""
    paths = [one.path for one in anna.server.received[before:]]
    return [path for path in paths if not path.endswith(("/negotiations_statistics", "/limits/resume"))]


def _lose(anna: Recruiter, times: int = 100) -> None:
    anna.server.faults.add("GET", ".", times=times, exception="connect")


# What it costs


async def test_an_idle_minute_costs_exactly_one_request() -> None:
    async with Recruiter() as anna:
        before = len(anna.server.received)
        for _ in range(10):
            await anna.wait(MINUTE / 2)
            await anna.wait(MINUTE / 2)
        assert len(_since(anna, before)) == 10
        assert all(path.endswith("/vacancies/active") for path in _since(anna, before))


async def test_polls_take_one_page_of_vacancies_a_minute() -> None:
    async with Recruiter(server=StandIn(size="XL", clock=Clock().now)) as anna:
        vacancies = anna.state.vacancies or ()
        pages = -(-len(vacancies) // 50)
        assert pages > 5
        anna.control.enter_vacancy(vacancies[120].id)
        await anna.settle()
        before = len(anna.server.received)
        for _ in range(4):
            await anna.wait(MINUTE)
        polls = [one for one in anna.server.received[before:] if one.path.endswith("/vacancies/active")]
        asked = [dict(one.query)["page"] for one in polls]
        assert asked == ["2", "3", "4", "5"]


async def test_polls_are_rarer_without_focus_and_at_once_with_it() -> None:
    async with Recruiter() as anna:
        before = len(anna.server.received)
        anna.app.post_message(events.AppBlur())
        await anna.settle()
        await anna.wait(MINUTE)
        await anna.wait(MINUTE * 3)
        assert _since(anna, before) == []
        anna.app.post_message(events.AppFocus())
        await anna.settle()
        await anna.wait(0)
        assert len(_since(anna, before)) == 1


async def test_a_refresh_counts_as_a_look() -> None:
    async with Recruiter() as anna:
        await anna.wait(50)
        await anna.command("refresh")
        before = len(anna.server.received)
        await anna.wait(50)
        assert _since(anna, before) == []


# New responses


async def test_new_responses_wait_in_the_border_and_move_nothing() -> None:
    async with Recruiter(lang="en") as anna:
        await anna.command("down", "down")
        here, rows = anna.selected_id, anna.ids
        board = anna.state.shown_board
        assert board is not None
        _responses(anna, 4)
        before = len(anna.server.received)
        await anna.wait(MINUTE)
        assert [path.rpartition("/")[2] for path in _since(anna, before)] == [
            "active",
            "negotiations",
            "response",
        ]
        assert _border(anna) == "▲ 4 new (u)"
        assert anna.sees("▲ 4 new")
        assert (anna.ids, anna.selected_id) == (rows, here)
        now = anna.state.shown_board
        assert now is not None
        assert now.collections[0].counters is not None
        assert board.collections[0].counters is not None
        assert now.collections[0].counters.total == board.collections[0].counters.total + 4
        before = len(anna.server.received)
        await anna.wait(MINUTE)
        assert len(_since(anna, before)) == 1, "what was seen is not read again"


async def test_they_come_in_on_request_without_a_request() -> None:
    async with Recruiter() as anna:
        await anna.command("down")
        here, rows = anna.selected_id, anna.ids
        new = _responses(anna, 2)
        await anna.wait(MINUTE)
        assert anna.sees("▲ 2 новых")
        before = len(anna.server.received)
        await anna.command("show-new")
        assert _since(anna, before) == []
        assert anna.ids == [*reversed(new), *rows]
        assert anna.selected_id == here
        assert "▲" not in _border(anna)
        assert anna.status.startswith("В списке теперь 2 новых кандидата.")
        await anna.command("show-new")
        assert anna.status.startswith("Новых в этом списке нет.")


async def test_the_list_goes_on_behind_those_who_came_in() -> None:
    async with Recruiter() as anna:
        _responses(anna, 3)
        await anna.wait(MINUTE)
        await anna.command("show-new")
        await anna.press(*["pagedown"] * 12)
        assert sorted(anna.ids) == sorted(anna.server.world.topics_of(_vacancy(anna), "response"))


async def test_a_refresh_brings_them_in_too() -> None:
    async with Recruiter() as anna:
        here = anna.selected_id
        new = _responses(anna, 1)
        await anna.wait(MINUTE)
        await anna.command("refresh")
        assert anna.ids[0] == new[0]
        assert anna.selected_id == here
        assert "▲" not in _border(anna)


async def test_more_than_a_page_of_them_are_read_anew() -> None:
    async with Recruiter(lang="en") as anna:
        here = anna.selected_id
        new = _responses(anna, 60)
        await anna.wait(MINUTE)
        assert _border(anna) == "▲ 50+ new (u)"
        await anna.command("show-new")
        assert set(new) <= set(anna.ids)
        assert anna.selected_id == here
        assert len(anna.ids) == len(set(anna.ids))


async def test_in_another_order_new_one_comes_where_server_has_it() -> None:
    async with Recruiter() as anna:
        vacancy = anna.server.world.vacancy(_vacancy(anna))
        assert vacancy is not None
        vacancy.order = "relevance"
        await anna.command("refresh")
        await anna.press("G", "G", "g", "g", "j")
        here = anna.selected_id
        for _ in range(6):
            _responses(anna, 1)
        await anna.wait(MINUTE)
        await anna.command("show-new")
        first = anna.server.world.roster(vacancy).listed("response", "relevance")[:50]
        assert anna.ids[:50] == [topic.id for topic in first]
        assert anna.selected_id == here


async def test_into_an_empty_list_they_come_by_themselves() -> None:
    async with Recruiter() as anna:
        await anna.command("vacancy")
        await anna.write("B2B")
        await anna.press("enter")
        assert anna.ids == []
        new = _responses(anna, 1)
        await anna.wait(MINUTE)
        assert anna.ids == new


async def test_other_vacancies_count_without_being_read() -> None:
    async with Recruiter() as anna:
        other = (anna.state.vacancies or ())[1]
        anna.server.world.new_response(other.id)
        before = len(anna.server.received)
        await anna.wait(MINUTE)
        assert len(_since(anna, before)) == 1
        now = (anna.state.vacancies or ())[1]
        assert (now.total, now.unread) == (other.total + 1, other.unread + 1)
        assert anna.sees(f"{now.unread}/{now.total}")


# Those who are known


async def test_a_letter_marks_its_row_where_it_stands() -> None:
    async with Recruiter() as anna:
        place = next(
            index for index, row in enumerate(anna.state.listing.rows) if not row.negotiation.has_updates
        )
        rows, who = anna.ids, anna.state.listing.rows[place].id
        anna.server.world.candidate_writes(who, "Здравствуйте!")
        await anna.wait(MINUTE)
        row = anna.state.listing.rows[place].negotiation
        assert row.has_updates
        assert row.unread == 1
        assert anna.ids == rows
        assert "▲" not in _border(anna)


async def test_whom_a_colleague_moved_stays_until_a_refresh() -> None:
    async with Recruiter() as anna:
        await anna.press("j")
        gone = anna.ids[0]
        colleague_moves(anna.server.world, gone, "discard_by_employer")
        await anna.wait(MINUTE)
        assert anna.ids[0] == gone
        assert "▲" not in _border(anna), "who moved up from the next page is not new"
        await anna.command("refresh")
        assert gone not in anna.ids


async def test_a_move_that_leaves_the_totals_alone_is_noticed() -> None:
    async with Recruiter() as anna:
        quiet = next(row for row in anna.state.rows if not row.negotiation.has_updates)
        colleague_moves(anna.server.world, quiet.id, "phone_interview")
        before = len(anna.server.received)
        await anna.wait(MINUTE)
        assert len(_since(anna, before)) == 3, "the counters, then the collections and the first page"
        before = len(anna.server.received)
        await anna.wait(MINUTE)
        assert len(_since(anna, before)) == 1


# While one decides


async def test_a_held_candidate_is_neither_new_nor_counted_twice() -> None:
    async with Recruiter(settings=Settings(hold=600)) as anna:
        who = anna.selected_id
        await anna.press("3")
        assert who not in anna.ids
        before = anna.state.shown_board
        _responses(anna, 1)
        await anna.wait(MINUTE)
        after = anna.state.shown_board
        assert before is not None
        assert after is not None
        assert after.collections[0].counters is not None
        assert before.collections[0].counters is not None
        assert after.collections[0].counters.total == before.collections[0].counters.total + 1
        assert len(anna.state.listing.arrivals) == 1
        await anna.command("show-new")
        assert who not in anna.ids
        await anna.command("undo")
        assert anna.ids[1] == who
        assert anna.selected_id == who


async def test_opening_and_deciding_cost_no_further_reads_at_next_poll() -> None:
    async with Recruiter() as anna:
        await anna.command("open")
        await anna.press(anna.digit("phone_interview"), "f3")
        await anna.wait(11)
        assert anna.writes, "it changes how many are in progress"
        before = len(anna.server.received)
        await anna.wait(MINUTE)
        assert len(_since(anna, before)) == 1
        await anna.press(anna.digit("phone_interview"), "f3")
        await anna.wait(11)
        await anna.command("refresh")
        quiet = next(row for row in anna.state.rows if not row.negotiation.has_updates)
        colleague_moves(anna.server.world, quiet.id, "phone_interview")
        before = len(anna.server.received)
        await anna.wait(MINUTE)
        assert len(_since(anna, before)) == 3, (
            "our decision was in the counters of the refresh, theirs is news"
        )


# Notices


class Bells:
    """What the terminal was told to do."""

    def __init__(self, anna: Recruiter, patch: pytest.MonkeyPatch) -> None:
        self.written: list[str] = []
        patch.setattr(anna.app._driver, "write", self.written.append)
        patch.setattr(anna.app, "bell", lambda: self.written.append("\a"))

    def rung(self) -> int:
        return sum(text.count("\a") for text in self.written)

    def shown(self) -> list[str]:
        return [text for text in self.written if "\x1b]777" in text]


async def _heard(notify: str, patch: pytest.MonkeyPatch, **more: Any) -> Bells:
    async with Recruiter(settings=from_table({"notify": notify}), **more) as anna:
        bells = Bells(anna, patch)
        await anna.wait(MINUTE)
        assert (bells.rung(), bells.shown()) == (0, []), "what was there at the start is no news"
        _responses(anna, 2)
        quiet = next(row for row in anna.state.listing.rows if not row.negotiation.has_updates)
        anna.server.world.candidate_writes(quiet.id, "Здравствуйте!")
        await anna.wait(MINUTE)
        await anna.wait(MINUTE)
        return bells


async def test_by_default_nothing_rings(monkeypatch: pytest.MonkeyPatch) -> None:
    assert Settings().notify == "off"
    bells = await _heard("off", monkeypatch)
    assert (bells.rung(), bells.shown()) == (0, [])


async def test_the_bell_rings_once(monkeypatch: pytest.MonkeyPatch) -> None:
    bells = await _heard("bell", monkeypatch)
    assert (bells.rung(), bells.shown()) == (1, [])


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", "hh-tui: 2 new responses, 1 new message"),
        ("ru", "hh-tui: 2 новых отклика, 1 новое сообщение"),
    ],
)
async def test_the_desktop_hears_how_many_and_never_who(
    lang: str, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    bells = await _heard("desktop", monkeypatch, lang=lang)
    assert (bells.rung(), bells.shown()) == (1, ["\a" + notification(words)])
    assert bells.shown()[0].count("\x1b]") == 2


# The connection


async def test_a_lost_connection_is_probed_with_longer_pauses(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with Recruiter(lang="en") as anna:
        told: list[bool] = []
        monkeypatch.setattr(anna.app.notices, "connection", told.append)
        _lose(anna)
        await anna.wait(MINUTE)
        assert "offline" in anna.title
        assert anna.toasts == []
        assert "data from 11:30" in _border(anna)
        anna.server.faults.clear()
        before = len(anna.server.received)
        await anna.wait(MINUTE)
        assert _since(anna, before) == []
        await anna.wait(MINUTE)
        assert len(_since(anna, before)) == 1
        assert "online" in anna.title
        assert told == [False, True]
        assert _border(anna) == ""


async def test_without_a_login_nothing_is_asked() -> None:
    async with Recruiter() as anna:
        anna.server.faults.add("GET", "/vacancies/active", status=403, body=UNAUTHORIZED)
        await anna.wait(MINUTE)
        assert len(anna.toasts) == 1
        before = len(anna.server.received)
        await anna.wait(MINUTE * 30)
        assert _since(anna, before) == []
        await anna.command("refresh")
        before = len(anna.server.received)
        await anna.wait(MINUTE)
        assert len(_since(anna, before)) == 1


async def test_a_list_that_could_not_be_read_is_read_at_the_next_poll() -> None:
    async with Recruiter(lang="en") as anna:
        _responses(anna, 1)
        anna.server.faults.add("GET", "/negotiations/response", times=9, status=404, body={})
        await anna.wait(MINUTE)
        assert "▲" not in _border(anna)
        anna.server.faults.clear()
        await anna.wait(MINUTE * 2)
        assert "▲ 1 new" in _border(anna)


# How old it is


async def test_counters_of_a_refresh_make_no_list_new_it_missed() -> None:
    async with Recruiter(lang="en") as anna:
        new = _responses(anna, 1)
        anna.server.faults.add("GET", "/negotiations/response", times=9, status=404, body={})
        await anna.command("refresh")
        assert new[0] not in anna.ids
        await anna.wait(MINUTE * 6)
        assert "data from 11:30" in _border(anna), "nobody has read the list since"
        anna.server.faults.clear()
        await anna.wait(MINUTE * 2)
        assert "▲ 1 new (u)" in _border(anna)
        assert "data from" not in _border(anna)


async def test_an_old_list_says_when_it_was_read() -> None:
    async with Recruiter(lang="en") as anna:
        await anna.wait(MINUTE * 6)
        assert _border(anna) == "", "the counters say that nothing has changed"
        anna.server.faults.add("GET", "/vacancies/active", times=99, status=404, body={})
        await anna.wait(MINUTE * 4)
        assert _border(anna) == ""
        await anna.wait(MINUTE)
        assert _border(anna) == "data from 11:36"
        await anna.wait(MINUTE * 60 * 24)
        assert _border(anna) == "data from 14 May, 11:36"
        await anna.command("refresh")
        assert _border(anna) == ""


async def test_a_decision_tells_when_its_row_was_read() -> None:
    async with Recruiter(settings=Settings(hold=600)) as anna:
        began = anna.clock.now()
        await anna.wait(30)
        await anna.press("3")
        assert anna.state.outbox.open[0].operation.seen_at == began


# The worker


async def test_the_network_page_names_errors_and_no_people() -> None:
    async with Recruiter(lang="en") as anna:
        who = anna.selected_id
        anna.server.faults.add(
            "GET", "/messages", 2, status=404, body={"request_id": "f00", "errors": [{"type": "not_found"}]}
        )
        await anna.command("open", "worker")
        assert anna.sees("Connection with hh.ru", "11:30", "not_found", "f00")
        assert who not in anna.text


class Slow(httpx.AsyncBaseTransport):
    """The stand-in, with answers to some paths that are kept back until they are let go."""

    def __init__(self, server: StandIn, part: str) -> None:
        self._server = server
        self._part = part
        self.let_go = asyncio.Event()

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        if request.url.path.endswith(self._part):
            await self.let_go.wait()
        return self._server.handle(request)


async def test_read_that_takes_long_shows_in_title_and_short_one_never() -> None:
    clock = Clock()
    server = StandIn(size="S", clock=clock.now)
    slow = Slow(server, "/messages")
    async with Recruiter(lang="en", server=server, transport=slow) as anna:
        await anna.pilot.press("enter")
        await anna.pilot.pause()
        anna.app.tick_screens()
        await anna.pilot.pause()
        assert "⋯" not in anna.title
        anna.clock.seconds += 1
        anna.app.tick_screens()
        await anna.pilot.pause()
        assert "⋯ 1" in anna.title
        activity = anna.app.worker.network_activity
        assert [one.what for one in activity.reads] == ["thread"]
        slow.let_go.set()
        await anna.settle()
        anna.app.tick_screens()
        await anna.settle()
        assert "⋯" not in anna.title
        assert anna.app.worker.network_activity.reads == ()


async def test_the_worker_page_goes_on_looking_while_it_is_open() -> None:
    async with Recruiter(lang="en") as anna:
        await anna.command("worker")
        assert anna.sees("there were none")
        page = anna.app.screen
        assert isinstance(page, NetworkPage)
        _lose(anna)
        await anna.wait(MINUTE)
        await anna.wait(1)
        assert not anna.sees("there were none")
        await anna.press("escape")
        assert anna.on_inbox
