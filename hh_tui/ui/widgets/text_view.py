"""Text that may be longer than its pane. Only what one sees is painted, and nothing is laid out for it."""

from collections.abc import Hashable, Sequence
from typing import Final

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.content import Content
from textual.geometry import Region, Size
from textual.selection import Selection
from textual.strip import Strip
from textual.widgets import ContentSwitcher

from hh_tui.ui.textual_private import painted_line
from hh_tui.ui.widgets.line_view import LineView

BOUND: Final = "\u00a0"
"""A no-break space."""

TAB: Final = "\t"

STAND_IN: Final = "\ue000"
"""A character of one cell, for private use: where a text has it itself, a space is shown for it."""


def wrapped(content: Content, width: int) -> list[Content]:
    """The content in lines of at most `width` cells, broken at no no-break space: `180 000 ₽` stays whole.

    To the toolkit every space is one to break at, so those stand there as another sign meanwhile.
    """
    return [part for line in content.split(allow_blank=True) for part in _broken(line, width)]


def _broken(line: Content, width: int) -> list[Content]:
    """One line of a content; most fit, and are not looked through for places to break at."""
    if line.cell_length <= width and TAB not in line.plain:
        return [line]
    if BOUND not in line.plain:
        return line.wrap(width)
    return [_exchanged(part, STAND_IN, BOUND) for part in _exchanged(line, BOUND, STAND_IN).wrap(width)]


def _exchanged(content: Content, old: str, new: str) -> Content:
    return Content(content.plain.replace(old, new), list(content.spans))


class TextView(LineView):
    """Another text costs the lines in view: neither widgets nor a layout of the screen depend on it.

    A subclass that shows something else than one content says how it is painted (`paint`).
    """

    DEFAULT_CSS = """
    TextView { padding: 0 0 0 1; }
    """

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._paragraphs: Sequence[Content] = ()
        self._lines: list[Strip] = []
        self._width = 0
        self._painted_in: Hashable = None
        self._is_painting = False
        self._selection: Selection | None = None

    @property
    def room(self) -> Size:
        """Cells for lines and scroll bar. Hidden behind others of a switcher it has none, and will get all.

        So what comes to be seen is there with the frame it is seen in, and not with the next one.
        """
        own, switcher = self.scrollable_content_region.size, self.parent
        if own or not isinstance(switcher, ContentSwitcher):
            return own
        gutter, around = self.styles.gutter, switcher.content_region.size
        return Size(max(0, around.width - gutter.width), max(0, around.height - gutter.height))

    @property
    def line_width(self) -> int:
        """Cells of a line, without the scroll bar at its end."""
        return max(0, self.room.width - 1)

    def show(self, *paragraphs: Content) -> None:
        """Show another text, contents below each other; the place in it stays."""
        before, self._paragraphs = self._paragraphs, paragraphs
        if len(before) != len(paragraphs) or not all(map(Content.is_same, before, paragraphs)):
            self.paint_anew()

    def paint(self, width: int) -> list[Strip]:
        """All lines, at most `width` cells wide."""
        style = self.visual_style
        lines = (line for one in self._paragraphs for line in wrapped(one, max(1, width)))
        return [painted_line(self, line, style, width + 1) for line in lines]

    def wrapped(self, content: Content, width: int) -> list[Strip]:
        """A content in lines of at most `width` cells."""
        style = self.visual_style
        return [painted_line(self, line, style) for line in wrapped(content, max(1, width))]

    def paint_anew(self) -> None:
        """Something else is to be seen."""
        self._width, self._painted_in = self.line_width, self.look
        self._lines = self.paint(self._width) if self._width > 0 else []
        self.measure(len(self._lines))
        self.refresh()

    def on_resize(self) -> None:
        """Lines break elsewhere."""
        if self.line_width != self._width:
            self.paint_anew()

    def notify_style_update(self) -> None:
        """Styles are told anew for much that changes nothing here, such as where the focus is."""
        super().notify_style_update()
        if self._width and self.look != self._painted_in:
            self.paint_anew()

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines in view. What is selected is asked once for all of them."""
        self._selection, self._is_painting = self.text_selection, True
        try:
            return super().render_lines(crop)
        finally:
            self._is_painting = False

    def render_line(self, y: int) -> Strip:
        """One line of the widget, with what is selected of it."""
        number = y + self.scrolled
        line = self._lines[number] if 0 <= number < len(self._lines) else Strip([], 0)
        if self._selection is not None:
            line = self._selected(line, self._selection.get_span(number))
        if line.cell_length < self._width + 1:
            line = line.extend_cell_length(self._width + 1, self.visual_style.rich_style)
        if y in self.bar:
            line = self.with_thumb(line)
        # Where a selection begins and ends is read off the cells, those behind the text and of the scroll bar
        # too. A line is asked for by itself then, and no line that is painted needs it.
        return line if self._is_painting else line.apply_offsets(0, number)

    def _selected(self, line: Strip, span: tuple[int, int] | None) -> Strip:
        """The line with the characters of `span` marked: its numbers count characters, not cells."""
        if span is None:
            return line
        style = self.screen.get_component_rich_style("screen--selection")
        if self.screen.get_component_styles("screen--selection").color.is_transparent:
            # To the toolkit a text without a colour of its own has that of what it stands on.
            style = Style(bgcolor=style.bgcolor)
        text = line.text.rstrip(" ")
        start, end = (cell_len(text[:place]) for place in (span[0], len(text) if span[1] == -1 else span[1]))
        selected = line.crop(start, end)
        # On top of what each segment has: its own background would hide one that is laid under it.
        above = Strip(Segment.apply_style(selected, post_style=style), selected.cell_length)
        return Strip.join((line.crop(0, start), above, line.crop(end)))

    def on_click(self, event: events.Click) -> None:
        """A click on the scroll bar goes there."""
        self.hits_bar(event)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected text."""
        return selection.extract("\n".join(line.text.rstrip() for line in self._lines)), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        """More or less is selected."""
        self.refresh()
