"""The first and the last line of the screen: something at the left, something at the right."""

from textual.content import Content
from textual.reactive import reactive

from hh_tui.ui.presenters.row import left_right
from hh_tui.ui.widgets.painted_widget import PaintedWidget


class EdgeLine(PaintedWidget):
    """One line over the whole width. The left part gives way to the right one, or with `left_first` the
    right part is left out where both do not fit."""

    DEFAULT_CSS = """
    EdgeLine { height: 1; padding: 0 1; background: $panel; color: $foreground; }
    """

    left: reactive[Content] = reactive(Content(""))
    right: reactive[Content] = reactive(Content(""))
    covered: reactive[bool] = reactive(False)
    """Whether another window stands above: the keys at the right do nothing meanwhile, and are not named."""

    def __init__(self, *, id: str, left_first: bool = False) -> None:  # noqa: A002
        super().__init__(id=id)
        self._left_first = left_first

    def render(self) -> Content:
        """Both parts, to the edges."""
        width, left, right = self.content_size.width, self.left, self.right
        crowded = self._left_first and bool(left) and left.cell_length + right.cell_length >= width
        return left_right(left, Content("") if crowded or self.covered else right, width)
