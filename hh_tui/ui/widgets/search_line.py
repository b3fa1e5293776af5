"""The line at the foot of the list to type a search into."""

from textual.containers import Horizontal
from textual.content import Content
from textual.reactive import var
from textual.widget import Widget
from textual.widgets import Input, Static

from hh_tui.ui.widgets.line_input import LineInput
from hh_tui.ui.widgets.static_text import StaticText


class SearchLine(Horizontal):
    """A sign, what one types, and how many were found. It stands there as long as a search is on."""

    DEFAULT_CSS = """
    SearchLine {
        height: 1;
        padding: 0 1;
        display: none;
        background: $panel;
        &.-open { display: block; }
        & #search-sign { width: 2; color: $accent; text-style: bold; }
        & Input { width: 1fr; background: $panel; }
        & #search-count { width: 24; text-align: right; color: $text-muted; }
    }
    """

    count: var[str] = var("")

    def __init__(self, placeholder: str, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._placeholder = placeholder
        self._line: LineInput | None = None
        self._count = StaticText(id="search-count")

    @property
    def line(self) -> Input:
        """Where one types."""
        return self._build()

    def _build(self) -> LineInput:
        """What stands in the line is mounted for the first search."""
        if self._line is None:
            sign = Static("/", id="search-sign", markup=False)
            self._line = LineInput(
                placeholder=self._placeholder, id="search-text", compact=True, select_on_focus=False
            )
            self.mount(sign, self._line, self._count)
        return self._line

    def is_typed_in(self, widget: Widget | None) -> bool:
        """Whether this is where one types."""
        return widget is not None and widget is self._line

    def watch_count(self) -> None:
        """Other hits."""
        if self.is_mounted:
            self._count.text = Content(self.count)
            self._build()
