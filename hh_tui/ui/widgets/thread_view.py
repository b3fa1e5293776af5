"""A thread, shown from its newest end."""

from collections.abc import Hashable, Sequence
from typing import TYPE_CHECKING, Final

from textual import events
from textual.cache import LRUCache
from textual.content import Content
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip

from hh_tui.ui.widgets.text_view import TextView

if TYPE_CHECKING:
    from hh_tui.ui.presenters.messages import MessageLine

PORTION: Final = 60
"""Messages that are shown at once; earlier ones come as one scrolls up."""

ASIDE: Final = 8
"""Cells that a letter leaves free on the other one's side."""

BAR: Final = "▌ "
"""Stands before each line of a letter."""


class ThreadView(TextView):
    """Entries, oldest first, at their end until one scrolls up.

    `earlier` is the line that brings older entries, by a click, or by scrolling on when it is in view; it is
    empty where there are none.
    """

    lines: "var[Sequence[MessageLine]]" = var(tuple)

    class EarlierWanted(Message):
        """One scrolled up to the beginning of what is shown."""

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._painted: LRUCache[Hashable, list[Strip]] = LRUCache(4 * PORTION)
        self._earlier = ""
        self._at_end = True

    def show_thread(
        self, lines: "Sequence[MessageLine]", earlier: str, *, anew: bool = False, above: bool = False
    ) -> None:
        """Show these lines; `anew` starts at the newest end, else what is there stays where it is.

        With `above` there are older ones than before: what one reads stays in its place.
        """
        at_end = self._is_end(self.scroll_y)
        below = len(self._lines) - self.scroll_offset.y
        self.lines, self._earlier = lines, earlier
        self.paint_anew()
        if anew or (at_end and not above):
            self._show_newest()
        elif above:
            self.scroll_to(y=len(self._lines) - below, animate=False, immediate=True)

    def on_resize(self) -> None:
        """Lines break elsewhere; who was at the end stays there, in a view of another height as well."""
        super().on_resize()
        if self._at_end:
            self._show_newest()

    def _is_end(self, scrolled: float) -> bool:
        """Whether nothing is below the view with so many lines above it, also while it is hidden."""
        return scrolled >= len(self._lines) - self.room.height

    def _show_newest(self) -> None:
        """The end; a newest entry that is longer than the view is read from its first line."""
        height, total = self.room.height, len(self._lines)
        newest = self._entry(self.lines[-1], self._width) if self.lines and self._width else []
        begin = total - len(newest) if len(newest) > height else total - height
        self.scroll_to(y=max(0, begin), animate=False, immediate=True)

    def paint(self, width: int) -> list[Strip]:
        """The way to older entries, then every entry with a line between."""
        blank = Strip.blank(width, self.visual_style.rich_style)
        strips: list[Strip] = []
        if self._earlier:
            strips += [*self._centred(Content.styled(self._earlier, "$accent"), width), blank]
        for line in self.lines:
            strips += [*self._entry(line, width), blank]
        return strips[:-1]

    def _entry(self, line: "MessageLine", width: int) -> list[Strip]:
        key = (line.key, line.content.plain, tuple(line.content.spans), width, self._painted_in)
        strips = self._painted.get(key)
        if strips is None:
            strips = self._painted[key] = self._paint(line, width)
        return strips

    def _paint(self, line: "MessageLine", width: int) -> list[Strip]:
        from hh_tui.ui.presenters.messages import Side

        if line.side is Side.MIDDLE:
            return self._centred(line.content, width)
        ours = line.side is Side.OURS
        aside = ASIDE if width > 4 * ASIDE else 0
        bar = Content.assemble(" " * aside if ours else "", (BAR, "$primary" if ours else "$accent"))
        before = self.wrapped(bar, width)[0]
        text = self.wrapped(line.content, width - aside - len(BAR))
        return [Strip.join((before, strip)) for strip in text]

    def _centred(self, content: Content, width: int) -> list[Strip]:
        style = self.visual_style.rich_style
        strips = self.wrapped(content, width)
        margins = (Strip.blank((width - strip.cell_length) // 2, style) for strip in strips)
        return [Strip.join(pair) for pair in zip(margins, strips, strict=True)]

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Scrolling up to the beginning brings what was before."""
        super().watch_scroll_y(old_value, new_value)
        # Where the view is made lower, it is not at the end any more, and nobody has scrolled.
        self._at_end = self._is_end(new_value)
        if self._earlier and new_value <= 0 < old_value:
            self.post_message(self.EarlierWanted())

    def on_click(self, event: events.Click) -> None:
        """The first line is a way to older entries."""
        offset = event.get_content_offset(self)
        if self._earlier and offset is not None and offset.y + self.scroll_offset.y == 0:
            self.post_message(self.EarlierWanted())
