"""Text that arrives where no text is expected: a paste or a burst of letters must not act."""

from collections.abc import Set
from typing import Final

WINDOW: Final = 0.06
"""Seconds in which no hand types so many different letters."""

LETTERS: Final = 6
QUIET: Final = 0.25
"""Seconds without a letter after which keys are commands again."""


class BurstGuard:
    """Recognizes letters that no hand typed. A key held down repeats one letter and is no burst."""

    def __init__(self) -> None:
        self._recent: list[tuple[float, str]] = []
        self._burst_until = float("-inf")
        self.has_begun = False
        """Whether the last letter is the first one taken for a part of its burst."""

    def swallows(self, character: str, time: float, waiting: Set[str]) -> bool:
        """Whether this letter belongs to a burst.

        `time` in seconds of a steady clock, `waiting` are the different letters that came in with it.
        """
        self._recent = [(at, letter) for at, letter in self._recent if time - at < WINDOW]
        self._recent.append((time, character))
        different = len({letter for _, letter in self._recent})
        goes_on = time < self._burst_until
        self.has_begun = not goes_on and (different >= LETTERS or len(waiting) >= LETTERS)
        if goes_on or self.has_begun:
            self._burst_until = time + QUIET
            return True
        return False
