"""Protocol of a screen that shows every key instead of doing something."""

from typing import Protocol, runtime_checkable

from textual.events import Key


@runtime_checkable
class KeyDisplay(Protocol):
    """It hears all keys before anybody else."""

    def show_key(self, event: Key) -> None:
        """Say what a key is, or leave."""

    def show_sequence(self, sequence: str) -> None:
        """Say that something came in which is no key."""
