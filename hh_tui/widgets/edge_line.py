"""The first and the last line of the screen: something at the left, something at the right."""

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from hh_tui.view.row import aside


class EdgeLine(Widget):
    """One line over the whole width; the left part gives way to the right one."""

    DEFAULT_CSS = """
    EdgeLine { height: 1; padding: 0 1; background: $panel; color: $foreground; }
    """

    left: reactive[Content] = reactive(Content(""))
    right: reactive[Content] = reactive(Content(""))

    def render(self) -> Content:
        """Both parts, to the edges."""
        return aside(self.left, self.right, self.content_size.width)
