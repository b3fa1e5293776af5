"""Keys on their way while a window comes, or goes, without a key: they are for what stood when they came."""

import asyncio
from collections.abc import Callable
from pathlib import Path

from rich.cells import cell_len
from textual import events

from hh_tui.demo import StandIn
from hh_tui.settings.config import Settings
from hh_tui.ui.dialogs.confirm import Confirm
from hh_tui.ui.dialogs.help_page import HelpPage
from hh_tui.ui.dialogs.sprint_page import SprintPage
from hh_tui.ui.interruptions import PAUSE
from tests.recruiter import Clock, Recruiter
from tests.screens.test_dossier import _to
from tests.screens.test_export import Slow, _files
from tests.screens.test_found_answers import RESUME, Late, _asks, _finds
from tests.screens.test_interruptions import CAPTCHA, _typing


async def _while_busy(anna: Recruiter, *keys: str, happens: Callable[[], object]) -> None:
    """The program is at work when the keys come; before it gets at them, the window on top is another."""
    before, is_there = anna.app.screen, asyncio.Event()

    async def at_work() -> None:
        for key in keys:
            anna._strike(key, 0.2)
        happens()
        await anna.until(lambda: anna.app.screen is not before)
        is_there.set()

    anna.app.call_later(at_work)
    await is_there.wait()
    await anna.settle()


async def _click_on(anna: Recruiter, text: str, after: float) -> None:
    """A press and its end where this stands, so many seconds after what came before."""
    anna.hand += after
    for kind in (events.MouseDown, events.MouseUp):
        row = next(number for number, line in enumerate(anna.lines) if text in line)
        column = cell_len(anna.lines[row].partition(text)[0])
        event = kind(None, column, row, 0, 0, 1, False, False, False)
        event.time = anna.hand
        anna.app.post_message(event)
    await anna.settle()


async def _paste(anna: Recruiter, text: str, after: float) -> None:
    anna.hand += after
    event = events.Paste(text)
    event.time = anna.hand
    anna.app.post_message(event)
    await anna.settle()


async def test_a_digit_for_a_form_that_closes_decides_nothing(tmp_path: Path) -> None:
    server = StandIn(size="S", seed=7, clock=Clock().now)
    slow = Slow(server)
    async with Recruiter(settings=Settings(downloads=tmp_path), server=server, transport=slow) as anna:
        await _to(anna, resume=True)
        await anna.command("save-resume")
        await anna.press("enter")
        await anna.press("f2", settle=False)
        await anna.until(lambda: anna.sees("98 из 196 КБ"))
        before = anna.state.snapshot
        await _while_busy(anna, "3", happens=slow.going_on.set)
        assert anna.on_inbox
        assert [one.suffix for one in _files(tmp_path)] == [".pdf"]
        assert anna.state.snapshot == before
        await anna.press("3")
        assert len(anna.state.outbox.entries) == 1


async def test_a_key_for_a_sprint_that_closes_does_nothing_below() -> None:
    async with Recruiter() as anna:
        await anna.press("g", "S")
        assert isinstance(anna.app.screen, SprintPage)
        await _while_busy(anna, "?", happens=anna.control.start_anew)
        assert anna.on_inbox


async def test_keys_that_wait_are_not_for_what_is_below() -> None:
    clock = Clock()
    server = StandIn(size="S", seed=7, clock=clock.now)
    late = Late(server)
    async with Recruiter(server=server, clock=clock, transport=late) as anna:
        await _finds(anna)
        late.hold(RESUME)
        await anna.press("enter", settle=False)
        await anna.until(lambda: _asks(anna))
        await anna.go_on_typing("?")
        anna.control.start_anew()
        late.answer()
        await anna.settle()
        assert anna.on_inbox


async def test_a_page_that_closes_later_has_its_keys_too() -> None:
    async with Recruiter() as anna:
        await _finds(anna)
        await anna.press("?")
        assert isinstance(anna.app.screen, HelpPage)
        anna.control.start_anew()
        await anna.settle()
        await anna.strike("escape", "?", gap=0.2)
        assert anna.on_inbox


async def test_a_key_on_its_way_answers_no_window_that_comes() -> None:
    clock = Clock()
    async with Recruiter(server=StandIn(size="S", seed=7, clock=clock.now), clock=clock) as anna:
        opened: list[str] = []
        anna.app.open_url = lambda url, **_: opened.append(url)  # type: ignore[method-assign]
        anna.server.faults.add("GET", "/negotiations", status=403, body=CAPTCHA)
        await _while_busy(anna, "enter", happens=anna.control.refresh)
        assert isinstance(anna.app.screen, Confirm)
        assert not opened


async def test_a_click_on_its_way_answers_no_window_that_comes() -> None:
    clock = Clock()
    async with Recruiter(server=StandIn(size="S", seed=7, clock=clock.now), clock=clock) as anna:
        opened: list[str] = []
        anna.app.open_url = lambda url, **_: opened.append(url)  # type: ignore[method-assign]
        anna.server.faults.add("GET", "/negotiations", status=403, body=CAPTCHA)
        anna.control.refresh()
        await anna.settle()
        assert anna.sees("Открыть страницу с капчей")
        await _click_on(anna, "Открыть страницу", after=0.3)
        assert not opened
        await _click_on(anna, "Открыть страницу", after=1)
        assert len(opened) == 1


async def test_a_click_for_a_sprint_that_closes_does_nothing_below() -> None:
    async with Recruiter() as anna:
        await anna.press("g", "S")
        anna.control.start_anew()
        await anna.settle()
        assert anna.on_inbox
        before = anna.state.selected
        other = str(getattr(anna.state.listing.rows[5].negotiation.resume, "last_name", ""))
        await _click_on(anna, other, after=0.3)
        assert anna.state.selected == before
        await _click_on(anna, other, after=1)
        assert anna.state.selected != before


async def test_a_paste_goes_where_one_was_when_a_window_came() -> None:
    clock = Clock()
    async with Recruiter(server=StandIn(size="S", seed=7, clock=clock.now), clock=clock) as anna:
        await _typing(anna)
        await anna.wait(PAUSE)
        assert isinstance(anna.app.screen, Confirm)
        await _paste(anna, "онить завтра", after=0.3)
        assert isinstance(anna.app.screen, Confirm)
        await anna.press("escape")
        assert anna.typed == ["Позвонить завтра"]
