"""A server that goes on saying nothing is told of, and costs nothing while it answers."""

import asyncio
from collections.abc import Callable

import httpx
import pytest

from hh_tui.api.transport import RetryingTransport
from hh_tui.demo import StandIn
from hh_tui.ui.painting import InboxPainter
from hh_tui.ui.state_store import State
from tests.recruiter import Clock, Recruiter


class Hanging(httpx.AsyncBaseTransport):
    """A network in which requests stay without an answer while it `hangs`."""

    def __init__(self, server: StandIn) -> None:
        self._server = server
        self._goes_on = asyncio.Event()
        self._goes_on.set()

    def hangs(self, hangs: bool) -> None:
        (self._goes_on.clear if hangs else self._goes_on.set)()

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        await self._goes_on.wait()
        return self._server.handle(request)


async def _no_pause(_: float) -> None:
    await asyncio.sleep(0)


def _recruiter(columns: int = 160) -> tuple[Recruiter, Hanging]:
    clock = Clock()
    server = StandIn(size="S", seed=7, clock=clock.now)
    network = Hanging(server)
    transport = RetryingTransport(network, per_second=1000.0, clock=clock.steady, sleep=_no_pause)
    anna = Recruiter(server=server, clock=clock, transport=transport, columns=columns, rows=24)
    return anna, network


async def _passes(anna: Recruiter, seconds: float) -> None:
    """Time passes while a request is on its way, which `wait` would wait for."""
    anna.clock.seconds += seconds
    anna.app.tick_screens()
    await anna.pilot.pause()


@pytest.mark.parametrize("columns", [80, 120, 160])
async def test_no_answer_for_some_seconds_is_told_and_taken_back(columns: int) -> None:
    anna, network = _recruiter(columns)
    async with anna:
        network.hangs(True)
        await anna.pilot.press("enter")
        await _passes(anna, 4)
        assert "● в сети" in anna.title
        await _passes(anna, 1)
        assert "◌ hh.ru не отвечает 5 с" in anna.title
        assert "в сети" not in anna.title
        await _passes(anna, 7)
        assert "◌ hh.ru не отвечает 12 с" in anna.title
        network.hangs(False)
        await anna.settle()
        await _passes(anna, 0.5)
        assert "● в сети" in anna.title
        assert "не отвечает" not in anna.title
        await _passes(anna, 20)
        assert "● в сети" in anna.title, "nothing was asked meanwhile"


async def test_while_all_is_well_time_asks_and_paints_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    painted: list[State] = []
    paint: Callable[[InboxPainter, State, State], None] = InboxPainter.paint

    def counted(painter: InboxPainter, before: State, after: State) -> None:
        painted.append(after)
        paint(painter, before, after)

    anna, network = _recruiter()
    async with anna:
        await anna.wait(1)
        asked = len(anna.server.received)
        monkeypatch.setattr(InboxPainter, "paint", counted)
        for _ in range(40):
            await anna.wait(0.5)
        assert painted == []
        assert len(anna.server.received) == asked
        network.hangs(True)
        await anna.pilot.press("enter")
        await _passes(anna, 5)
        painted.clear()
        for _ in range(8):
            await _passes(anna, 0.25)
        assert len(painted) == 2, "once a second"
        network.hangs(False)
