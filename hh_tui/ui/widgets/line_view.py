"""What is painted line by line: it scrolls without laying anything out, and draws its own scroll bar."""

from collections.abc import Hashable, Sequence

from textual import events
from textual.content import Content
from textual.filter import ANSIToTruecolor, LineFilter
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget

from hh_tui.ui.presenters import glyphs
from hh_tui.ui.textual_private import (
    keep_painted,
    paint_content,
    paint_with_frame,
    painted_line,
    painted_lines,
    scroll_update,
)


class LineView(ScrollView, can_focus=True):
    """Base of lists and long texts. `measure` says how many lines there are, `room` how wide one can be.

    Textual's own scroll bar is a widget that costs more than all the lines beside it, and a change of
    `virtual_size` lays the whole screen out; neither is needed to paint other lines into the same room.
    """

    DEFAULT_CSS = """
    LineView { height: 1fr; overflow: hidden hidden; scrollbar-size: 0 0; }
    """

    bar = range(0)
    """The lines of the widget beside which the scroll bar stands, of the lines asked for last."""
    cells = 0
    """Cells of a line without the scroll bar, of the lines asked for last."""
    scrolled = 0
    """Lines above the view, of the lines asked for last."""
    _thumb_strip: Strip | None = None

    check_idle = paint_with_frame

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines in view. What is the same for all of them is asked of the toolkit once, not for each."""
        self.scrolled = self.scroll_offset.y
        self.bar, self.cells, self._thumb_strip = self._thumb(self.scrolled), self.line_width, None
        paint_content(self, range(crop.y, crop.bottom), self.render_line)
        return super().render_lines(crop)

    @property
    def line_width(self) -> int:
        """Cells of a line, without the scroll bar at its end."""
        return max(0, self.scrollable_content_region.width - 1)

    @property
    def look(self) -> Hashable:
        """The same as long as the same content looks the same in it."""
        return (self.app.theme, self.visual_style)

    @property
    def allow_vertical_scroll(self) -> bool:
        """Whether the wheel moves anything."""
        return self.max_scroll_y > 0

    def measure(self, lines: int) -> None:
        """There are that many lines now."""
        size = Size(0, lines)
        if self.styles.auto_dimensions:
            self.virtual_size = size
        elif size != self.virtual_size:
            self.set_reactive(Widget.virtual_size, size)
            scroll_update(self, size)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Painted lines go along with a scroll: those that come into view are painted, and the scroll bar."""
        painted, before, now = painted_lines(self), round(old_value), round(new_value)
        super().watch_scroll_y(old_value, new_value)
        height, bar_before, bar = self.size.height, self._thumb(before), self._thumb(now)
        moved = ((line, line + before - now, strip) for line, strip in painted.items())
        kept = {
            to: strip for line, to, strip in moved if 0 <= to < height and (line in bar_before) == (to in bar)
        }
        keep_painted(self, kept)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """None that looks for dimmed text and the sixteen colours of a terminal: lines have neither."""
        return [one for one in super().get_line_filters() if not isinstance(one, ANSIToTruecolor)]

    def _thumb(self, scrolled: int) -> range:
        """The lines beside which the scroll bar stands where so many lines are above the view."""
        height, total = self.scrollable_content_region.height, self.virtual_size.height
        if not 0 < height < total:
            return range(0)
        length = max(1, height * height // total)
        top = round(scrolled * (height - length) / (total - height))
        return range(top, top + length)

    def with_thumb(self, line: Strip) -> Strip:
        """A line beside which the scroll bar stands."""
        if self._thumb_strip is None:
            sign = Content.styled(glyphs.THUMB, "$frame")
            self._thumb_strip = painted_line(self, sign, self.visual_style)
        return Strip.join((line.crop(0, self.cells), self._thumb_strip))

    def hits_bar(self, event: events.MouseEvent) -> bool:
        """Go where the scroll bar was clicked, if it was."""
        offset, height = event.get_content_offset(self), self.scrollable_content_region.height
        if offset is None or offset.x < self.line_width or not self.max_scroll_y:
            return False
        self.scroll_to(y=self.max_scroll_y * offset.y // max(1, height - 1), animate=False, immediate=True)
        return True
