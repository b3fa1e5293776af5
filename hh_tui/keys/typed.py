"""Letters that are typed: they do not become commands where their place goes, nor the opener a letter."""

from typing import Final

from hh_tui.keys.held import FIRST, KeyRepeat

QUIET: Final = 0.5
"""Seconds between two letters of somebody who types; after so long a letter is a command again."""

PAUSE: Final = 0.7
"""Seconds between two keys of somebody who has not looked yet at what the first one opened."""

LONGEST: Final = 1.5
"""Seconds after which letters that nothing takes are commands again, however fast they come."""


class TypedLetters:
    """Knows whether somebody is in the middle of typing. Times are seconds of a steady clock."""

    def __init__(self) -> None:
        self._until = float("-inf")
        self._ends = float("-inf")
        self._swallowed = ""
        self._besides = ""
        self._opener = ""
        self._opener_until = float("-inf")
        self._unseen_until = float("-inf")

    def typed(self, time: float, besides: str = "") -> None:
        """A letter was taken, or was meant, as text: more of them follow, but for the letter `besides`."""
        self._until, self._ends, self._swallowed = time + QUIET, time + LONGEST, ""
        self._besides = besides

    def ended(self) -> None:
        """A key did something else: letters are commands where nothing takes them."""
        self._until = float("-inf")

    def swallows(self, letter: str, time: float) -> bool:
        """Whether a letter that nothing takes as text belongs to what was being typed.

        A letter pressed again and again is a command that somebody waits for: it does not go on the typing.
        """
        if time >= self._until or letter == self._besides:
            return False
        if letter != self._swallowed:
            self._until = min(time + QUIET, self._ends)
        self._swallowed = letter
        return True

    def opened(self, token: str, time: float) -> None:
        """A letter or a digit as a command, which may have opened a place to type."""
        self._opener, self._opener_until = token, time + FIRST[1]

    def acted(self, time: float) -> None:
        """A letter or a digit of an action: what it opens is looked at in the first pause."""
        self._unseen_until = time + PAUSE

    def looked(self) -> None:
        """A key that is no letter is about what stands there."""
        self._unseen_until = float("-inf")

    def is_typed_on(self, time: float) -> bool:
        """Whether this letter comes behind an action's key, without a pause, with letters alone between."""
        goes_on = time < self._unseen_until
        self._unseen_until = time + PAUSE if goes_on else float("-inf")
        return goes_on

    def is_opener(self, token: str) -> bool:
        """Whether this key opened the place, and none was typed there since, or itself just now."""
        return token == self._opener

    def repeats_opener(self, token: str, time: float, stroke: KeyRepeat) -> bool:
        """Whether a letter about to be taken as text is the key that opened its place, being held.

        Texts begin with any letter, also the opener's, soon after it: a letter has to be a repeat. Nobody
        begins one with the digit of an action, where one that comes soon is a second press of it.
        """
        if token != self._opener:
            self._opener = ""
            return False
        in_time = time <= self._opener_until
        if stroke is not KeyRepeat.NEW or (in_time and token.isdecimal()):
            self._opener_until = time + FIRST[1]
            return True
        if not in_time:
            self._opener = ""
        return False
