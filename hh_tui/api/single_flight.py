"""One call for all callers that ask for the same at the same time."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Generic, TypeVar

from msgspec import Struct

T = TypeVar("T")
K = TypeVar("K")


class _SharedCall(Struct, Generic[T]):
    task: asyncio.Task[T]
    waiting: int = 0


class SingleFlight(Generic[K, T]):
    """What is under way, by what was asked for. The last caller to lose interest ends it."""

    def __init__(self) -> None:
        self._under_way: dict[K, _SharedCall[T]] = {}

    async def join(self, key: K, begin: Callable[[], Awaitable[T]]) -> T:
        """The result of `begin`, or of the same asked for a moment ago."""
        call = self._under_way.get(key)
        if call is None:
            call = _SharedCall(asyncio.ensure_future(_awaited(begin)))
            self._under_way[key] = call
            call.task.add_done_callback(lambda _: self._forget(key, call))
        call.waiting += 1
        try:
            return await asyncio.shield(call.task)
        finally:
            call.waiting -= 1
            if not call.waiting and not call.task.done():
                self._forget(key, call)
                call.task.cancel()

    def outdate(self) -> None:
        """What is under way is joined by nobody any more; whoever waits for it already gets it."""
        self._under_way.clear()

    def _forget(self, key: K, call: _SharedCall[T]) -> None:
        if self._under_way.get(key) is call:
            del self._under_way[key]


async def _awaited(begin: Callable[[], Awaitable[T]]) -> T:
    return await begin()
