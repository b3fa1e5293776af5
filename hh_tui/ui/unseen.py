"""What changes under keys that are on their way: until it is on the screen, some of them do nothing."""

from enum import Enum, auto
from typing import Final

from hh_tui.keys.registry import Command, Scope

UNDER_CURSOR: Final = {Scope.DECIDE, Scope.ITEM}
"""Where commands are about who is under the cursor, and not about whom a form was opened for."""

SENDING_WORDS: Final = {"send", "send-later"}
"""Commands that send the letter in the composer, now or at a moment."""


class Unseen(Enum):
    """What a key was pressed before."""

    DECIDED = auto()
    """Who comes after a decision."""
    ANSWERED = auto()
    """Others, or other actions, under the cursor, which an answer of hh.ru has brought."""
    WORDS = auto()
    """A letter that did not go, put back above the one that is being written."""

    def stops(self, command: Command) -> bool:
        """Whether this command would act on something else than was seen."""
        if self is Unseen.WORDS:
            return command.id in SENDING_WORDS
        return command.decides and (self is Unseen.DECIDED or command.scope in UNDER_CURSOR)
