"""A key that is held down, or that a stalled line brings many times at once: all of it is one press."""

from enum import Enum
from typing import Final

TOGETHER: Final = 0.12
"""Seconds between two repeats of a held key at most; no hand presses one key twice as fast."""

RUN_ENDS: Final = 0.4
"""Seconds without the key after which it was let go: a line may bring the repeats in fits and starts."""

FIRST: Final = (0.2, 0.75)
"""Seconds after which keyboards repeat a held key for the first time, with what a line adds or takes."""

REPEATABLE: Final = frozenset({"same-again", "until-reply", "redo"})
"""Commands beside the actions whose decision is taken back when it was made by a key being held."""

ONCE: Final = frozenset({"undo", "sprint-undo"})
"""Commands that decide nothing, and yet are called once by a key being held."""


CONFIRMING: Final = frozenset({"confirm-preview", "confirm-sprint", "answer-take", "choice-take"})
"""Commands that agree to what stands in a window, which the key that led there has to be let go for."""


class KeyRepeat(Enum):
    """What one key is to those before it."""

    NEW = "new"
    REPEATED = "repeated"
    """The key is held: this is no press of its own."""
    SLIPPED = "slipped"
    """The key is held, and the stroke before this one was its first repeat, taken for a press."""


class HeldKey:
    """Tells presses from repeats by the times at which keys came, in seconds of a steady clock."""

    def __init__(self) -> None:
        self._token = ""
        self._at = 0.0
        self._gap = 0.0
        self._held = False

    @property
    def may_be_first_repeat(self) -> bool:
        """Whether the last press came when a keyboard repeats a held key for the first time."""
        return FIRST[0] <= self._gap <= FIRST[1]

    def press(self, token: str, time: float) -> KeyRepeat:
        """A key came."""
        if token != self._token:
            self._token, self._at, self._gap, self._held = token, time, 0.0, False
            return KeyRepeat.NEW
        gap, was_held = time - self._at, self._held
        self._at = time
        self._held = gap < (RUN_ENDS if was_held else TOGETHER)
        if not self._held:
            self._gap = gap
            return KeyRepeat.NEW
        slipped = not was_held and FIRST[0] <= self._gap <= FIRST[1]
        self._gap = 0.0
        return KeyRepeat.SLIPPED if slipped else KeyRepeat.REPEATED
