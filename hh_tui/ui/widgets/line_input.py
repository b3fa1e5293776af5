"""The one-line input that every form, dialog and search uses."""

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import Input

from hh_tui.i18n.text import one_line

LONGEST_PASTE = 10_000
"""Characters of a paste that are looked at."""


class LineInput(Input):
    """Takes a paste of several lines as one line: what is copied often begins with a line break.

    A letter more lays nothing out: the line is one cell high and as wide as its place, however long its text.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+home", "home", show=False),
        Binding("ctrl+end", "end", show=False),
        Binding("ctrl+shift+home", "home(True)", show=False),
        Binding("ctrl+shift+end", "end(True)", show=False),
    ]

    virtual_size = Reactive(Size(0, 0), layout=False)

    def _on_paste(self, event: events.Paste) -> None:
        # Textual's own handler takes the first line only, which is empty where the paste begins with a break.
        event.prevent_default()
        event.stop()
        self._put(event.text)

    def action_paste(self) -> None:
        """Put in what was cut or copied in the program."""
        self._put(self.app.clipboard)

    def _put(self, text: str) -> None:
        """In the place of what is selected, as much as there is room for."""
        line, (start, end) = one_line(text[:LONGEST_PASTE]), sorted(self.selection)
        if self.max_length:
            line = line[: max(0, self.max_length - len(self.value) + end - start)]
        if line:
            self.replace(line, start, end)
