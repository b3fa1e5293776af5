"""Letters to several people in which each is addressed by their own: one text, filled in for everybody."""

from typing import Final

from hh_tui.inbox.letters.letter_pattern import OPEN
from hh_tui.inbox.letters.variables import Facts, filled, gaps

SECONDS_EACH: Final = 0.4
"""What one letter takes, one after the other: a request, and a fifth of a second between two requests."""


def own_variables(text: str) -> frozenset[str]:
    """The variables of a text that are to be filled in for everybody."""
    return frozenset(one.variable for one in gaps(text) if one.variable in OPEN)


def complete_letter(text: str, facts: Facts) -> str | None:
    """The text for one candidate; None where one of their own values is not known."""
    whole = filled(text, {key: value for key, value in facts.items() if key in OPEN})
    return None if own_variables(whole) else whole


def seconds(letters: int) -> int:
    """How long so many letters take, roughly."""
    return max(1, round(letters * SECONDS_EACH))
