"""Windows that come, or go, without a key: keys on their way were meant for what stood there before."""

from typing import Any, Protocol, runtime_checkable

from textual.app import App


@runtime_checkable
class HearsOfWindows(Protocol):
    """A program that keeps such keys from the window that is on top by then."""

    def came_by_itself(self) -> None:
        """A window came or went that no key asked for."""


def came_by_itself(app: App[Any]) -> None:
    """Tell the program at once: a message would stand in its queue behind the keys that it is about."""
    if isinstance(app, HearsOfWindows):
        app.came_by_itself()
