"""The first and the last line of the screen: something at the left, something at the right."""

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from hh_tui.ui.presenters.row import left_right


class EdgeLine(Widget):
    """One line over the whole width. The left part gives way to the right one, or with `left_first` the
    right part is left out where both do not fit."""

    DEFAULT_CSS = """
    EdgeLine { height: 1; padding: 0 1; background: $panel; color: $foreground; }
    """

    left: reactive[Content] = reactive(Content(""))
    right: reactive[Content] = reactive(Content(""))

    def __init__(self, *, id: str, left_first: bool = False) -> None:  # noqa: A002
        super().__init__(id=id)
        self._left_first = left_first

    def render(self) -> Content:
        """Both parts, to the edges."""
        width = self.content_size.width
        crowded = self._left_first and self.left.cell_length + self.right.cell_length >= width
        return left_right(self.left, Content("") if crowded and self.left else self.right, width)
