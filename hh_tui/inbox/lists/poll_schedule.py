"""Computes when the counters are polled next. Times are seconds of a steady clock, given from outside."""

from typing import Final

from msgspec import Struct

from hh_tui.system.structs import replace

INTERVAL: Final = 60.0
"""Seconds between two polls, from beginning to beginning."""

AWAY: Final = 5
"""How many times slower it goes while nobody looks at the terminal."""

LONGEST: Final = 600.0
"""Seconds between two polls at most."""


class PollSchedule(Struct, frozen=True):
    """`began` is when the last poll, or another read of all counters, began; None before the first one.

    `failures` counts the polls that failed in a row.
    """

    began: float | None = None
    failures: int = 0

    def interval(self, *, focused: bool) -> float:
        """Seconds from the last poll to the next: doubled with every failure, longer without the focus."""
        base = INTERVAL if focused else INTERVAL * AWAY
        return min(LONGEST, base * 2.0 ** min(self.failures, 10))

    def is_due(self, now: float, *, focused: bool) -> bool:
        """Whether it is time; never before anything was read at all."""
        return self.began is not None and now - self.began >= self.interval(focused=focused)

    def beginning(self, now: float) -> "PollSchedule":
        """A poll begins."""
        return replace(self, began=now)

    def answered(self) -> "PollSchedule":
        """hh.ru answered."""
        return replace(self, failures=0)

    def failed(self) -> "PollSchedule":
        """A poll failed."""
        return replace(self, failures=self.failures + 1)


class PageRotation(Struct, frozen=True):
    """Which page of a long list of vacancies comes next, one at a time, going round.

    `first` is the page of the open vacancy, where the rotation begins; `offset` is how far it has come.
    """

    first: int = 0
    offset: int = 0

    def next_page(self, first: int, pages: int) -> tuple[int, "PageRotation"]:
        """The page to ask for, and the rotation after it; another `first` begins anew."""
        offset = self.offset if first == self.first else 0
        return (first + offset) % max(1, pages), PageRotation(first, (offset + 1) % max(1, pages))
