"""Windows that come by themselves wait until nobody types, and take no key that was meant for another."""

from typing import Any

from hh_tui.demo import StandIn
from hh_tui.ui.dialogs.confirm import Confirm
from hh_tui.ui.interruptions import PAUSE
from tests.recruiter import Clock, Recruiter

CAPTCHA: dict[str, Any] = {
    "errors": [
        {"type": "captcha_required", "value": "captcha_required", "captcha_url": "https://hh.ru/captcha"}
    ]
}


def _server(clock: Clock) -> StandIn:
    return StandIn(size="S", seed=7, clock=clock.now)


async def _typing(anna: Recruiter) -> None:
    """Somebody writes a note, and hh.ru wants a captcha for a list that is read anew."""
    await anna.press("C")
    await anna.write("Позв")
    anna.server.faults.add("GET", "/negotiations", status=403, body=CAPTCHA)
    anna.control.refresh()
    await anna.settle()


async def test_a_captcha_waits_until_typing_pauses() -> None:
    clock = Clock()
    async with Recruiter(server=_server(clock), clock=clock) as anna:
        await _typing(anna)
        assert "Ждёт окно: hh.ru просит решить капчу · F8" in anna.status
        await anna.wait(PAUSE - 1)
        await anna.write("онить")
        assert anna.typed == ["Позвонить"]
        await anna.wait(PAUSE)
        assert anna.sees("Открыть страницу с капчей")
        assert isinstance(anna.app.screen, Confirm)
        await anna.strike("н", "enter", after=0.3)
        assert isinstance(anna.app.screen, Confirm)
        await anna.press("escape")
        assert anna.typed == ["Позвонить"]
        assert "Ждёт" not in anna.status


async def test_it_comes_at_once_where_one_asks_for_it() -> None:
    clock = Clock()
    async with Recruiter(server=_server(clock), clock=clock) as anna:
        await _typing(anna)
        await anna.command("answer")
        assert isinstance(anna.app.screen, Confirm)
        await anna.press("escape", "escape", "f8")
        assert "Никакое окно не ждёт" in anna.status


async def test_it_comes_when_the_form_is_closed() -> None:
    clock = Clock()
    async with Recruiter(server=_server(clock), clock=clock) as anna:
        await _typing(anna)
        await anna.press("escape", "escape")
        assert anna.on_inbox
        await anna.wait(0)
        assert isinstance(anna.app.screen, Confirm)


async def test_a_second_captcha_takes_the_place_of_the_first() -> None:
    clock = Clock()
    async with Recruiter(server=_server(clock), clock=clock) as anna:
        await _typing(anna)
        anna.server.faults.add("GET", "/negotiations", status=403, body=CAPTCHA)
        anna.control.refresh()
        await anna.settle()
        await anna.press("f8", "escape", "f8")
        assert "Никакое окно не ждёт" in anna.status
