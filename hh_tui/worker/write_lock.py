"""Writes to one negotiation go one after the other; who can't wait for long is told so."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import Any

from hh_tui.errors import EarlierUnsettled


class WriteLock:
    """Held by whoever writes to a negotiation.

    Finding out what became of a write takes as long as hh.ru can't be asked. What waits in the outbox waits
    for that as well; what waits nowhere would be forgotten by the person, and go out unexpected.
    """

    def __init__(self) -> None:
        self._lock = asyncio.Lock()
        self._is_unsettled = False
        self._prompt: set[asyncio.Future[Any]] = set()

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[None]:
        """Wait for the turn, however long that takes."""
        async with self._lock:
            yield

    @asynccontextmanager
    async def prompt_turn(self) -> AsyncIterator[None]:
        """Wait for the turn. Raises EarlierUnsettled as soon as what has it turns out to have no answer."""
        if self._is_unsettled:
            raise EarlierUnsettled()
        acquired = asyncio.ensure_future(self._lock.acquire())
        self._prompt.add(acquired)
        try:
            await asyncio.wait({acquired})
        except asyncio.CancelledError:
            if acquired.done() and not acquired.cancelled():
                self._lock.release()
            acquired.cancel()
            raise
        finally:
            self._prompt.discard(acquired)
        if acquired.cancelled():
            raise EarlierUnsettled()
        try:
            yield
        finally:
            self._lock.release()

    @contextmanager
    def unsettled(self) -> Iterator[None]:
        """Inside, what became of a write is being found out: prompt waiters are turned away."""
        self._is_unsettled = True
        for one in self._prompt:
            one.cancel()
        try:
            yield
        finally:
            self._is_unsettled = False
