"""What changes under keys that are on their way: until it is on the screen, some of them do nothing."""

from enum import Enum, auto
from typing import Any, Final, Protocol, runtime_checkable

from textual.app import App

from hh_tui.keys.registry import Command, Scope

UNDER_CURSOR: Final = {Scope.DECIDE, Scope.ITEM}
"""Where commands are about who is under the cursor, and not about whom a form was opened for."""

SENDING_WORDS: Final = {"send", "send-later", "confirm", "confirm-later"}
"""Commands that send the words that stand in the composer or in a form, now or at a moment."""


class Unseen(Enum):
    """What a key was pressed before."""

    DECIDED = auto()
    """Who comes after a decision."""
    ANSWERED = auto()
    """Others, or other actions, under the cursor, which an answer of hh.ru has brought."""
    WORDS = auto()
    """Words that an answer of hh.ru has put into an open letter."""

    def stops(self, command: Command) -> bool:
        """Whether this command would act on something else than was seen."""
        if self is Unseen.WORDS:
            return command.id in SENDING_WORDS
        return command.decides and (self is Unseen.DECIDED or command.scope in UNDER_CURSOR)


@runtime_checkable
class HearsOfUnseen(Protocol):
    """A program that keeps such keys from acting."""

    def decided(self, unseen: Unseen = Unseen.DECIDED) -> None:
        """Something is there that nobody has seen yet."""


def words_came(app: App[Any]) -> None:
    """Tell the program at once: a message would stand in its queue behind the keys that it is about."""
    if isinstance(app, HearsOfUnseen):
        app.decided(Unseen.WORDS)
