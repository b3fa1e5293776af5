"""What the inbox screen needs from the app: the desk where decisions are handed in."""

from collections.abc import Mapping
from typing import Protocol

from hh_tui.errors import NotAuthorized
from hh_tui.inbox.operation import Operation


class Desk(Protocol):
    """Holds writes and sends them. Every call takes effect at once: the next key meets what it left."""

    def hold(self, operation: Operation) -> None:
        """Hold a write, then send it."""

    def take_back(self) -> Operation | None:
        """Take the write decided last back, while it still waits."""

    def hold_again(self) -> Operation | None:
        """Hold the write taken back last once more."""

    def repeat(self) -> Operation | None:
        """Hold the write that failed last once more."""

    def forget_failed(self) -> bool:
        """Give up every write that failed; whether there was one."""

    def freeze(self, error: NotAuthorized) -> None:
        """Send nothing until one has logged in again."""

    def thaw(self) -> None:
        """Go on sending: hh.ru answers."""

    def remember(self, kind: str, key: str, value: str) -> None:
        """Keep a text of the person's own under a kind and a key; an empty one is forgotten."""

    def remembered(self, kind: str) -> Mapping[str, str]:
        """What was kept of a kind, by key."""
        ...

    def leave(self) -> None:
        """Leave the program, after a question where something would be lost."""
