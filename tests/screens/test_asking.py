"""Keys while hh.ru is asked, and letters that lost their place: they wait or are dropped, and never act."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx
import pytest

from hh_tui.demo import StandIn
from hh_tui.demo.colleagues import colleague_moves
from hh_tui.inbox.decisions import action_menu
from hh_tui.settings.config import Settings
from hh_tui.ui.dialogs.picker import Picker
from hh_tui.ui.widgets.template_row import TemplateRow
from tests.recruiter import Clock, Recruiter
from tests.screens.test_chats import CHATS, to_a_talk


class Slow(httpx.AsyncBaseTransport):
    """The stand-in, which answers while `answers` is set, and always on paths without `part`."""

    part = ""

    def __init__(self, server: StandIn) -> None:
        self._server = server
        self.answers = asyncio.Event()
        self.answers.set()

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        if self.part in request.url.path:
            await self.answers.wait()
        return self._server.handle(request)


@asynccontextmanager
async def slow_hh(settings: Settings | None = None) -> AsyncIterator[tuple[Recruiter, Slow]]:
    clock = Clock()
    server = StandIn(size="S", seed=7, clock=clock.now)
    slow = Slow(server)
    async with Recruiter(server=server, clock=clock, transport=slow, settings=settings) as anna:
        slow.answers.clear()
        yield anna, slow
        slow.answers.set()


@pytest.mark.parametrize("asks", ["i", "ga"])
async def test_keys_wait_for_the_window_that_was_asked_for(asks: str) -> None:
    async with slow_hh() as (anna, slow):
        before = anna.state.snapshot
        await anna.go_on_typing(*asks, *"3x")
        assert anna.state.snapshot == before
        assert "Esc" in anna.status
        slow.answers.set()
        await anna.settle()
        if isinstance(anna.app.screen, Picker):
            assert anna.typed == ["3x"]
        assert anna.state.snapshot == before
        await anna.wait(60)
        assert anna.writes == []


async def test_keys_wait_for_the_archive() -> None:
    async with slow_hh() as (anna, slow):
        before = anna.state.snapshot.cursor
        for again in (True, False):
            await anna.press("v")
            await anna.write("архив")
            await anna.press("enter", settle=False)
            await anna.go_on_typing("j", "3", *([] if again else ["escape"]))
            slow.answers.set()
            await anna.settle()
            assert isinstance(anna.app.screen, Picker) is again
            assert anna.typed == (["j3"] if again else [])
            slow.answers.clear()
            await anna.press("escape")
        assert anna.state.snapshot.cursor == before
        assert not anna.state.outbox.entries


async def test_keys_wait_for_the_collections_of_another_vacancy() -> None:
    async with slow_hh() as (anna, slow):
        slow.answers.set()
        await anna.command("waiting")
        seen = anna.state.snapshot.vacancy_in_sight
        while seen is None or seen.id == anna.state.snapshot.vacancy_id:
            await anna.press("j")
            seen = anna.state.snapshot.vacancy_in_sight
        before = anna.selected_id
        slow.answers.clear()
        await anna.press("c", settle=False)
        await anna.go_on_typing(*"отк")
        assert "Esc" in anna.status
        slow.answers.set()
        await anna.settle()
        assert isinstance(anna.app.screen, Picker)
        assert anna.typed == ["отк"]
        await anna.press("escape")
        assert anna.selected_id == before


async def test_keys_wait_for_the_participants_of_a_chat() -> None:
    async with slow_hh(CHATS) as (anna, slow):
        slow.answers.set()
        await to_a_talk(anna)
        await anna.press("enter")
        slow.answers.clear()
        before = anna.state.snapshot
        await anna.press("g", "f")
        await anna.write("Участники")
        await anna.press("enter", settle=False)
        await anna.go_on_typing(*"3до")
        assert "Esc" in anna.status
        slow.answers.set()
        await anna.settle()
        assert isinstance(anna.app.screen, Picker)
        assert anna.typed == ["3до"]
        await anna.press("ctrl+u")
        await anna.write("Добавить")
        slow.answers.clear()
        await anna.press("enter", settle=False)
        await anna.go_on_typing("escape")
        slow.answers.set()
        await anna.settle()
        assert anna.on_inbox, "nobody waits for the list of colleagues any more"
        assert anna.state.snapshot == before


def _ticks(anna: Recruiter, seconds: float) -> None:
    for _ in range(3):
        anna.clock.seconds += seconds / 3
        anna.app.tick_screens()


async def test_it_is_told_as_long_as_keys_wait_and_no_longer() -> None:
    async with slow_hh() as (anna, slow):
        error = {"errors": [{"type": "forbidden", "value": "forbidden"}]}
        anna.server.faults.add("GET", "/vacancies/active", status=403, body=error)
        await anna.go_on_typing("i", "j")
        _ticks(anna, 20)
        await anna.go_on_typing("j")
        assert "Не ждать — Esc" in anna.status
        slow.answers.set()
        await anna.settle()
        assert anna.toasts
        await anna.wait(0.5)
        assert "Не ждать — Esc" not in anna.status


async def test_an_answer_below_a_form_stops_none_of_its_keys() -> None:
    async with slow_hh() as (anna, slow):
        about = anna.selected_id
        colleague_moves(anna.server.world, about, "phone_interview")
        await anna.press("f5", settle=False)
        await anna.press("6", settle=False)
        slow.answers.set()
        await anna.settle()
        assert anna.selected_id != about
        await anna.strike("f2", after=0.0)
        assert [one.operation.negotiation.id for one in anna.state.outbox.entries] == [about]


async def test_escape_stops_waiting_and_the_keys_are_forgotten() -> None:
    async with slow_hh() as (anna, slow):
        await anna.go_on_typing("g", "a", "3", "3", "escape")
        assert "не ждём" in anna.status
        await anna.go_on_typing("j")
        assert anna.state.listing.cursor == 1
        slow.answers.set()
        await anna.settle()
        assert anna.on_inbox
        await anna.wait(60)
        assert anna.writes == []


async def test_a_window_born_of_waiting_takes_no_decision_typed_before() -> None:
    async with slow_hh() as (anna, slow):
        await anna.go_on_typing("g", "i")
        await anna.go_on_typing(*"https://hh.ru/resume/00f1e2d3", "enter", "f2", "3")
        slow.answers.set()
        await anna.settle()
        await anna.wait(60)
        assert anna.writes == []


async def test_a_letter_to_somebody_one_cannot_write_to_is_no_command() -> None:
    async with Recruiter() as anna:
        while anna.state.selected is None or anna.row.negotiation.can_write:
            await anna.press("j")
        before = anna.state.snapshot
        await anna.strike("r", *"день", "enter", *"3x ", "enter", gap=0.15)
        assert anna.state.snapshot == before
        assert anna.on_inbox
        await anna.strike(*"привет", "enter", *"3 раза", "enter")
        assert anna.state.snapshot == before
        assert not anna.reads("/messages")
        await anna.press("j")
        assert anna.state.cursor == before.cursor + 1
        await anna.wait(60)
        assert anna.writes == []


async def test_letters_typed_past_a_closed_form_are_no_commands() -> None:
    async with Recruiter() as anna:
        await anna.press("C")
        await anna.write("заметка")
        before = anna.state.snapshot
        anna.control.close_dialog()
        await anna.strike(*"3xj", gap=0.2, after=0.2)
        assert anna.on_inbox
        assert anna.state.snapshot == before
        await anna.wait(60)
        assert anna.writes == []


async def test_a_digit_without_an_action_leaves_the_next_key_a_command(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(action_menu, "DIGITS", 5)
    async with Recruiter() as anna:
        await anna.strike("6", "j", "j", gap=0.2)
        assert anna.state.cursor == 2


async def test_a_form_that_changed_meanwhile_is_not_scheduled() -> None:
    """Another template was chosen, and comes while a moment is chosen for what stands there."""
    async with slow_hh() as (anna, slow):
        slow.answers.set()
        await anna.press(anna.digit("discard_by_employer"))
        first = anna.typed[0]
        slow.answers.clear()
        other = anna.app.screen.query_one(TemplateRow).names[1]
        await anna.paint()
        await anna.click_on(other, settle=False)
        await anna.press("f4", settle=False)
        slow.answers.set()
        await anna.settle()
        await anna.press("down", "enter")
        assert "текст изменился: ничего не запланировано" in anna.told[-1]
        assert anna.typed[0] not in {"", first}
        assert not anna.state.outbox.entries
        await anna.press("f4", "down", "enter")
        assert len(anna.state.outbox.entries) == 1
