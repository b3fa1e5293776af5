"""A list that paints only the lines one sees, however many rows it has."""

from collections.abc import Hashable, Sequence
from typing import Any, ClassVar, Final, Generic, TypeVar

from textual import events
from textual.cache import LRUCache
from textual.content import Content
from textual.geometry import Region
from textual.message import Message
from textual.reactive import reactive, var
from textual.strip import Strip

from hh_tui.ui.presenters import glyphs
from hh_tui.ui.textual_private import painted_line
from hh_tui.ui.widgets.line_view import LineView

T = TypeVar("T")

PAINTED: Final = 200
"""Painted rows that are kept: more than a screen has, each as it looked lately."""


LATELY: Final = 40
"""Rows of which the words are kept: those that the cursor came to and left again."""


class RowList(LineView, Generic[T]):
    """Rows of a fixed height with a cursor.

    A subclass says how a row is painted (`paint`) and when a painted row is still good (`row_key`). The
    cursor is moved by whoever owns the data; the list asks for it with `Pointed` (a click) and `Chosen` (a
    second click, or the first where `CHOOSE_ON_CLICK`).
    """

    HEIGHT: ClassVar[int] = 1
    CHOOSE_ON_CLICK: ClassVar[bool] = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"row-list--row", "row-list--cursor", "row-list--current"}
    DEFAULT_CSS = """
    RowList {
        text-wrap: nowrap;
        text-overflow: ellipsis;
        & .row-list--row { background: $surface; }
        & .row-list--current { background: $surface-lighten-1; }
        & .row-list--cursor { background: $raised; }
        &:focus .row-list--cursor { background: $block-cursor-blurred-background; }
    }
    """

    rows: var[Sequence[T]] = var(tuple)
    cursor: reactive[int] = reactive(0, repaint=False)

    class RowMessage(Message):
        """Something happened to the row at `index`."""

        def __init__(self, rows: "RowList[Any]", index: int) -> None:
            super().__init__()
            self.rows = rows
            self.index = index

        @property
        def control(self) -> "RowList[Any]":
            """The list it happened in."""
            return self.rows

    class Pointed(RowMessage):
        """A row was clicked."""

    class Chosen(RowMessage):
        """A row was clicked to be opened."""

    class Scrolled(RowMessage, bubble=False):
        """Rows up to this one came into view. The screen is told directly: each key may scroll."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._strips: LRUCache[Hashable, list[Strip]] = LRUCache(PAINTED)
        self._told: LRUCache[Hashable, Sequence[Content]] = LRUCache(LATELY)
        self._in_view: dict[tuple[int, bool], list[Strip]] = {}
        self.painted_lines = 0

    def paint(self, row: T, width: int) -> Sequence[Content]:
        """The row as `HEIGHT` lines of `width` cells."""
        raise TypeError(f"{type(self).__name__} does not say how a row is painted")

    def row_key(self, row: T) -> Hashable:
        """Equal as long as the row looks the same."""
        return row

    def is_current(self, row: T) -> bool:
        """Whether the row is the one shown elsewhere, cursor or not."""
        return False

    def is_pointed(self, index: int) -> bool:
        """Whether the row there is painted as the one under the cursor."""
        return index == self.cursor

    @property
    def selected(self) -> T | None:
        """The row under the cursor."""
        return self.rows[self.cursor] if 0 <= self.cursor < len(self.rows) else None

    @property
    def cursor_region(self) -> Region:
        """Where the row under the cursor is on the screen."""
        inside = self.scrollable_content_region
        top = inside.y + self.cursor * self.HEIGHT - self.scroll_offset.y
        return Region(inside.x, top, inside.width, self.HEIGHT)

    @property
    def page(self) -> int:
        """How many whole rows are in view."""
        return max(1, self.scrollable_content_region.height // self.HEIGHT)

    def watch_rows(self) -> None:
        """Other rows: only the length matters until lines are asked for."""
        self.measure(len(self.rows) * self.HEIGHT)
        self.refresh()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Say how far one has looked."""
        super().watch_scroll_y(old_value, new_value)
        if self.is_attached:
            self.screen.post_message(self.Scrolled(self, int(new_value) // self.HEIGHT + self.page))

    def watch_cursor(self, before: int, now: int) -> None:
        """Repaint the two rows concerned and keep the cursor in view."""
        self.refresh_lines(before * self.HEIGHT, self.HEIGHT)
        self.refresh_lines(now * self.HEIGHT, self.HEIGHT)
        self._show_cursor()

    def _show_cursor(self) -> None:
        height = self.scrollable_content_region.height
        top, bottom = self.cursor * self.HEIGHT, (self.cursor + 1) * self.HEIGHT
        if height <= 0:
            return
        if top < self.scroll_offset.y:
            self.scroll_to(y=top, animate=False, immediate=True)
        elif bottom > self.scroll_offset.y + height:
            self.scroll_to(y=bottom - height, animate=False, immediate=True)

    def repaint(self) -> None:
        """Forget every painted row: the language or the time changed."""
        self._strips.clear()
        self._told.clear()
        self.refresh()

    def on_resize(self) -> None:
        """Keep the cursor in view."""
        self.call_after_refresh(self._show_cursor)

    def on_focus(self) -> None:
        """The cursor looks different with the focus."""
        self.refresh_lines(self.cursor * self.HEIGHT, self.HEIGHT)

    def on_blur(self) -> None:
        """The cursor looks different without the focus."""
        self.refresh_lines(self.cursor * self.HEIGHT, self.HEIGHT)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines in view: how a row looks is asked once for all its lines."""
        self._in_view.clear()
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """One line of the widget."""
        self.painted_lines += 1
        index, part = divmod(y + self.scrolled, self.HEIGHT)
        if not 0 <= index < len(self.rows):
            return Strip.blank(self.cells + 1, self.get_visual_style("row-list--row").rich_style)
        place = index, y in self.bar
        if (strips := self._in_view.get(place)) is None:
            strips = self._in_view[place] = self._painted(index, self.cells, thumb=place[1])
        return strips[part]

    def _painted(self, index: int, width: int, *, thumb: bool) -> list[Strip]:
        row = self.rows[index]
        under_cursor, current = self.is_pointed(index), self.is_current(row)
        component = "cursor" if under_cursor else "current" if current else "row"
        style = self.get_visual_style(f"row-list--{component}")
        told = (self.row_key(row), width)
        key = (told, under_cursor, current, thumb, style, self.app.theme)
        strips = self._strips.get(key)
        if strips is None:
            sign = glyphs.CURSOR if under_cursor else glyphs.CURRENT if current else " "
            edge = Content.styled(sign, "$accent")
            strips = [
                painted_line(self, edge + line.first_line, style, width + 1).crop(0, width + 1)
                for line in self._lines_of(row, told, max(1, width - 1))
            ]
            if thumb:
                strips = [self.with_thumb(strip) for strip in strips]
            self._strips[key] = strips
        return strips

    def _lines_of(self, row: T, key: Hashable, width: int) -> Sequence[Content]:
        """The same below the cursor and elsewhere: it comes to each row and leaves it again."""
        lines = self._told.get(key)
        if lines is None:
            lines = self._told[key] = self.paint(row, width)
        return lines

    def on_click(self, event: events.Click) -> None:
        """Point at a row, or choose it."""
        offset = event.get_content_offset(self)
        if offset is None or self.hits_bar(event):
            return
        index = (offset.y + self.scroll_offset.y) // self.HEIGHT
        if not 0 <= index < len(self.rows):
            return
        chosen = self.CHOOSE_ON_CLICK or event.chain > 1
        self.post_message(self.Chosen(self, index) if chosen else self.Pointed(self, index))
