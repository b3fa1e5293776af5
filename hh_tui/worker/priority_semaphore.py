"""A semaphore that lets the most urgent caller in first."""

import asyncio
import heapq
import itertools
from enum import IntEnum


class Urgency(IntEnum):
    """Who waits for a read: the person, nobody yet, or nobody at all."""

    NOW = 0
    SOON = 1
    IDLE = 2


class PrioritySemaphore:
    """Lets at most `permits` callers in, the most urgent and then the longest waiting first."""

    def __init__(self, permits: int) -> None:
        self._free = permits
        self._order = itertools.count()
        self._waiting: list[tuple[int, int, asyncio.Future[None]]] = []

    @property
    def waiting(self) -> tuple[int, ...]:
        """How many wait, a number for each `Urgency`, the most urgent first."""
        queued = [urgency for urgency, _, turn in self._waiting if not turn.done()]
        return tuple(queued.count(urgency) for urgency in Urgency)

    async def acquire(self, urgency: Urgency) -> None:
        """Wait for a permit; whoever has it gives it back by `release`."""
        if self._free:
            self._free -= 1
            return
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heapq.heappush(self._waiting, (urgency, next(self._order), turn))
        try:
            await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled():
                self.release()
            raise

    def release(self) -> None:
        """Give the permit to the next one waiting."""
        while self._waiting:
            _, _, turn = heapq.heappop(self._waiting)
            if not turn.done():
                turn.set_result(None)
                return
        self._free += 1
