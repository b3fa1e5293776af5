"""Moving among the fields of a form with choices, by keys."""

from typing import Any

from textual.screen import Screen
from textual.widgets import Button, Checkbox

from hh_tui.ui.widgets.choice_box import ChoiceBox


class FieldFocus:
    """Moves and takes in whichever field of `screen` has the focus."""

    def __init__(self, screen: Screen[Any]) -> None:
        self._screen = screen

    def move(self, delta: int) -> None:
        """Among what a choice offers, else to the next field (`delta` 1) or the one before (-1)."""
        if (box := self._box) is not None and box.is_offering:
            box.move(delta)
        elif delta > 0:
            self._screen.focus_next()
        else:
            self._screen.focus_previous()

    def choose(self) -> None:
        """Take what is offered, tick, press; anywhere else go on to the next field."""
        focused = self._screen.focused
        if (box := self._box) is not None and box.take():
            return
        if isinstance(focused, Checkbox):
            focused.toggle()
        elif isinstance(focused, Button):
            focused.press()
        else:
            self._screen.focus_next()

    @property
    def _box(self) -> ChoiceBox | None:
        focused = self._screen.focused
        return focused.parent if focused and isinstance(focused.parent, ChoiceBox) else None
