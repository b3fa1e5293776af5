"""Widgets for a text that repaint without a new layout."""

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from hh_tui.ui.textual_private import put_into_border
from hh_tui.ui.widgets.painted_widget import PaintedWidget


class StaticText(PaintedWidget):
    """A text in a room of fixed height; another one is painted in its place."""

    text: reactive[Content] = reactive(Content(""))

    def render(self) -> Content:
        """The text."""
        return self.text


class FittedText(StaticText):
    """A text that takes as many lines as it needs; only another number of lines lays anything out anew."""

    def watch_text(self) -> None:
        """Another text may need another height."""
        self._fit()

    def on_resize(self) -> None:
        """Another width, too."""
        self._fit()

    def _fit(self) -> None:
        width = self.content_size.width
        if width > 0 and (lines := max(1, self.text.get_height({}, width))) != self._lines:
            self._lines = lines
            self.styles.height = lines

    _lines = 1


def set_border_title(widget: Widget, title: Content) -> None:
    """Put a title into a widget's border; the same one paints nothing."""
    if widget.border_title != title.markup:
        put_into_border(widget, title)


def set_border_subtitle(widget: Widget, text: Content) -> None:
    """Put a text into a widget's lower border; the same one paints nothing."""
    if widget.border_subtitle != text.markup:
        put_into_border(widget, text, below=True)
