"""A token bucket that limits requests a second."""

from collections.abc import Awaitable, Callable
from typing import Final

PER_SECOND: Final = 5.0
BURST: Final = 5


class RateLimit:
    """Lets `per_second` callers through, `BURST` at once after a pause.

    `clock` and `sleep` are in seconds.
    """

    def __init__(
        self, per_second: float, clock: Callable[[], float], sleep: Callable[[float], Awaitable[object]]
    ) -> None:
        self._per_second = per_second
        self._clock = clock
        self._sleep = sleep
        self._left = float(BURST)
        self._seen = clock()

    async def acquire(self) -> None:
        """Take a token, waiting until there is one; first come, first served."""
        now = self._clock()
        self._left = min(float(BURST), self._left + (now - self._seen) * self._per_second)
        self._seen = now
        self._left -= 1
        if self._left >= 0:
            return
        try:
            await self._sleep(-self._left / self._per_second)
        except BaseException:
            self._left += 1
            raise
