"""A client at a stand-in in the same process, and what it sent."""

from __future__ import annotations

from collections.abc import Callable
from types import TracebackType
from typing import Any, Self

import httpx

from hh_tui.api.client import HHClient
from hh_tui.api.connection import Connection
from hh_tui.api.models import FullResume, Negotiation, Resume
from hh_tui.api.origin import Origin
from hh_tui.demo import TOKEN, StandIn
from hh_tui.demo.received import Received
from tests.demo.driver import HandClock

EMPLOYER = "4181920"
MANAGER = "7310455"


class Desk:
    """A recruiter's client; use it as an async context."""

    def __init__(
        self,
        size: str = "S",
        handle: Callable[[httpx.Request], httpx.Response] | None = None,
        site: str = "hh.ru",
    ):
        self.clock = HandClock()
        self.server = StandIn(size, clock=self.clock)
        transport = httpx.MockTransport(handle or self.server.handle)
        self.connection = Connection(Origin(), TOKEN, contact="a@example.org", site=site, transport=transport)
        self.client = HHClient(self.connection)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.client.aclose()

    @property
    def last(self) -> Received:
        """The latest request."""
        return self.server.received[-1]

    def query(self) -> list[tuple[str, str]]:
        """The latest query, without the language that all of them have."""
        return [(name, value) for name, value in self.last.query if name != "locale"]

    async def fresh(self, vacancy: int = 0) -> tuple[Negotiation, ...]:
        """The responses nobody has decided on that have a resume."""
        vacancies = await self.client.vacancies.active(EMPLOYER)
        board = await self.client.negotiations.board(vacancies[vacancy].id)
        page = await self.client.negotiations.page(board.collections[0].url)
        return tuple(one for one in page.items if one.resume is not None and one.can_write)

    async def resume(self) -> Resume:
        """A short resume."""
        found = (await self.fresh())[0].resume
        assert found is not None
        return found

    async def full_resume(self) -> FullResume:
        """A whole one."""
        return await self.client.resumes.full(await self.resume())


def refusing(status: int, type_: str, value: str) -> dict[str, Any]:
    """A scripted refusal."""
    return {"status": status, "body": {"request_id": "r-1", "errors": [{"type": type_, "value": value}]}}
