"""Protocol of screens that change with time."""

from typing import Protocol, runtime_checkable


@runtime_checkable
class Ticking(Protocol):
    """A screen that changes by itself."""

    def on_tick(self, now: float) -> None:
        """Half a second or more has passed; `now` is of the app's steady clock."""
        ...
