"""How fast one decides, told by the last few pages: seconds of a clock that never jumps."""

from typing import Final

from msgspec import Struct

from hh_tui.system.structs import replace

KEPT: Final = 20
"""Pages whose time counts: an hour ago one was another person."""

ENOUGH: Final = 3
"""Pages from which a pace is told."""


class Pace(Struct, frozen=True):
    """Seconds that the last pages took, and when the one in sight came; None while none is."""

    times: tuple[float, ...] = ()
    since: float | None = None

    def seen(self, now: float) -> "Pace":
        """A page comes into sight; the one before is done."""
        if self.since is None:
            return replace(self, since=now)
        return Pace((*self.times, max(0.0, now - self.since))[-KEPT:], now)

    def paused(self) -> "Pace":
        """No page is in sight: the time until the next one is nobody's."""
        return replace(self, since=None)

    @property
    def seconds(self) -> float | None:
        """Seconds for one candidate: the middle of the times, so that a telephone call is none of them."""
        from statistics import median

        return median(self.times) if len(self.times) >= ENOUGH else None

    def left(self, pages: int) -> float | None:
        """Seconds until that many more pages are done."""
        each = self.seconds
        return None if each is None else each * max(0, pages)
