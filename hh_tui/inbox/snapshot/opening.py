"""Opening: who we are and what there is, asked for again until it is there."""

from typing import Final

from hh_tui.errors import (
    BadUserAgent,
    CaptchaRequired,
    HHError,
    NetworkError,
    NotAuthorized,
    RateLimited,
    Refused,
    ServerError,
    UnreadableAnswer,
)

PAUSES: Final = (5.0, 10.0, 20.0, 40.0, 60.0)
"""Seconds before it is asked for again; the last one repeats."""


def passes(error: HHError) -> bool:
    """Whether a program with nothing to show waits until the error has passed, or a person has mended it."""
    if isinstance(error, NotAuthorized | BadUserAgent):  # the settings are read at the start alone
        return False
    return isinstance(error, NetworkError | ServerError | UnreadableAnswer | Refused)


class Opening:
    """When to ask again, in seconds of a clock that never jumps. `failures` counts those in a row.

    After a captcha a person has to do something first: it is asked for again by them.
    """

    def __init__(self) -> None:
        self.failures = 0
        self._wait: float | None = None
        self._due: float | None = None

    def failed(self, error: HHError) -> None:
        """It did not come."""
        self.failures += 1
        pause = PAUSES[min(self.failures, len(PAUSES)) - 1]
        asked = error.wait if isinstance(error, RateLimited) else None
        self._wait = None if isinstance(error, CaptchaRequired) else max(pause, asked or 0.0)
        self._due = None

    def succeeded(self) -> None:
        """It is there."""
        self.failures, self._wait, self._due = 0, None, None

    def is_due(self, now: float) -> bool:
        """Whether to ask again; true once after each failure."""
        if self._wait is None:
            return False
        if self._due is None:
            self._due = now + self._wait
        if now < self._due:
            return False
        self._wait = None
        return True
