"""One of the few answers of a question."""

from typing import Final

from msgspec import Struct

YES: Final = "yes"

NO: Final = "no"
"""Also what leaving a question of yes or no means."""


class Answer(Struct, frozen=True):
    """One answer: `id` is what the question returns, and the end of the command that gives it."""

    id: str
    label: str
