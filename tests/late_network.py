"""A network on which an answer stays away for a while, though the server has given it."""

import asyncio
import re
from typing import Any

import httpx

from hh_tui.api.transport import RetryingTransport
from hh_tui.demo import StandIn
from tests.idle import until_idle
from tests.recruiter import Clock, Recruiter


class LateNetwork(httpx.AsyncBaseTransport):
    """Keeps back the answers to the reads that were named, each once, until they may come."""

    def __init__(self, server: StandIn) -> None:
        self._server = server
        self._awaited = dict[str, bool]()
        self._come = asyncio.Event()
        self.late: list[str] = []
        """The paths of the reads that have no answer yet, by when they were asked."""

    def keep_back(self, path: str, *, on_the_way_there: bool = False) -> None:
        """The answer to the next read of this path, a pattern, stays away.

        It tells what the server knew when it was asked; `on_the_way_there`, what it knows when it may come.
        """
        self._awaited[path] = on_the_way_there
        self._come = asyncio.Event()

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Ask the server."""
        await request.aread()
        path = request.url.path
        wanted = next((one for one in self._awaited if re.fullmatch(one, path)), None)
        if request.method != "GET" or wanted is None:
            return self._server.handle(request)
        answer = None if self._awaited.pop(wanted) else self._server.handle(request)
        self.late.append(path)
        try:
            await self._come.wait()
        finally:
            self.late.remove(path)
        return answer or self._server.handle(request)

    def let_come(self) -> None:
        """The answer that was kept back last is there."""
        self._come.set()


def recruiter(**more: Any) -> tuple[Recruiter, LateNetwork]:
    """A recruiter on such a network, behind the program's own way of asking."""
    clock = Clock()
    server = StandIn(size="S", seed=7, clock=clock.now)
    network = LateNetwork(server)
    transport = RetryingTransport(network, per_second=1000.0, clock=clock.steady, sleep=_no_pause)
    return Recruiter(server=server, clock=clock, transport=transport, **more), network


async def passes(anna: Recruiter, seconds: float) -> None:
    """Time passes while an answer stays away, for which `Recruiter.wait` would wait."""
    anna.clock.seconds += seconds
    anna.app.sender.tick()
    anna.app.tick_screens()
    await until_idle(anna.app)


async def _no_pause(_: float) -> None:
    await asyncio.sleep(0)
