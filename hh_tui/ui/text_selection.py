"""What one writes, and selecting it: what is typed next takes the place of all of it."""

from typing import Protocol, runtime_checkable

from textual.widget import Widget
from textual.widgets import Input


@runtime_checkable
class HasText(Protocol):
    """A place to write in."""

    def select_all(self) -> None:
        """Select all of its text."""


def select_text(focused: object) -> None:
    """Select the text of the place that has the focus; elsewhere there is none."""
    if isinstance(focused, HasText):
        focused.select_all()


def text_in(place: Widget) -> str:
    """What stands in a place to type."""
    return place.value if isinstance(place, Input) else getattr(place, "text", "")
