"""Letters that are typed: they do not become commands where their place goes, nor the opener a letter."""

from typing import Final

QUIET: Final = 0.5
"""Seconds between two letters of somebody who types; after so long a letter is a command again."""

OPENED: Final = 0.75
"""Seconds in which the key that opened a place to type is taken for a repeat: the first one comes late."""


class TypedLetters:
    """Knows whether somebody is in the middle of typing. Times are seconds of a steady clock."""

    def __init__(self) -> None:
        self._until = float("-inf")
        self._opener = ""
        self._opener_until = float("-inf")

    def typed(self, time: float) -> None:
        """A letter was taken, or was meant, as text: more of them follow."""
        self._until = time + QUIET

    def ended(self) -> None:
        """A key did something else: letters are commands where nothing takes them."""
        self._until = float("-inf")

    def swallows(self, time: float) -> bool:
        """Whether a letter that nothing takes as text belongs to what was being typed."""
        if time >= self._until:
            return False
        self.typed(time)
        return True

    def opened(self, token: str, time: float) -> None:
        """A letter or a digit as a command, which may have opened a place to type."""
        self._opener, self._opener_until = token, time + OPENED

    def repeats_opener(self, token: str, time: float) -> bool:
        """Whether a letter about to be taken as text is the key that opened its place, once more."""
        if token == self._opener and time < self._opener_until:
            self._opener_until = time + OPENED
            return True
        self._opener = ""
        return False
