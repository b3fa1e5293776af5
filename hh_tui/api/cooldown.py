"""Cooldown: for how long a server that answered 429 is not asked anything."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Final

FIRST: Final = 2.0
LONGEST_GUESS: Final = 60.0
"""Seconds of a pause that the server did not give: the first one, doubled up to the longest."""

LONGEST_ASKED: Final = 86_400.0
"""Seconds: a server that asks for more than a day is asked again after a day."""


def retry_after(headers: Mapping[str, str], now: datetime) -> float | None:
    """Seconds that Retry-After asks for, as a number or as a date; None without one that can be read.

    A date counts from the answer's own Date where it has one: the server's clock may differ from ours.
    """
    said = headers.get("retry-after", "").strip()
    if said.isascii() and said.isdigit():
        return min(LONGEST_ASKED, float(said[:9]))
    until, begin = _date(said), _date(headers.get("date", "")) or now
    if until is None:
        return None
    return min(LONGEST_ASKED, max(0.0, (until - begin).total_seconds()))


def _date(text: str) -> datetime | None:
    from email.utils import parsedate_to_datetime

    try:
        found = parsedate_to_datetime(text)
    except (ValueError, TypeError):
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


class Cooldown:
    """One pause for all requests to one server. `steady` counts seconds and never jumps.

    A pause without a length of its own is `first` seconds long, twice as long each time it was not enough,
    until `longest` seconds have gone by well. One that the server gave is as long as it said, and from the
    second in a row at least as long as the guess: `Retry-After: 0` would have it asked without a pause. That
    something else was answered meanwhile does not count: a server may be busy for writes only.
    """

    def __init__(
        self, steady: Callable[[], float], first: float = FIRST, longest: float = LONGEST_GUESS
    ) -> None:
        self._steady = steady
        self._first = first
        self._longest = longest
        self._until = steady()
        self._in_a_row = 0

    @property
    def left(self) -> float:
        """Seconds until the server may be asked again, 0.0 when it may be now."""
        return max(0.0, self._until - self._steady())

    def begin(self, asked: float | None, spread: float = 1.0) -> None:
        """The server answered 429 and `asked` for so many seconds, if for any; `spread` stretches the guess.

        Answers to requests that were under way together are one: they make the pause longer, not its guess.
        """
        now = self._steady()
        if now - self._until > self._longest:
            self._in_a_row = 0
        if now >= self._until:
            self._in_a_row += 1
        guess = min(self._longest, self._first * 2.0 ** min(30, self._in_a_row - 1)) * spread
        if asked is not None:
            guess = asked if self._in_a_row == 1 else max(asked, guess)
        self._until = max(self._until, now + guess)
