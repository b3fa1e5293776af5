"""A widget whose content is painted without messages, and by the line."""

from typing import cast

from textual.content import Content
from textual.geometry import Region, Size
from textual.reactive import Reactive
from textual.strip import Strip
from textual.widget import Widget

from hh_tui.ui.textual_private import paint_content, paint_with_frame, painted_line


class PaintedWidget(Widget):
    """Base of small widgets that change with the cursor: `render` gives a `Content`.

    Textual paints a content with the place of each character, for a selection with the mouse: that is asked
    for by the line once there is a mouse (`render_line`), and what is painted here does without.
    """

    virtual_size: Reactive[Size] = Reactive(Size(0, 0), layout=False)
    """It does not scroll: another size is no reason to lay the screen out once more."""

    check_idle = paint_with_frame

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines in view."""
        if self.size and self.text_selection is None and self._is_plain:
            painted: list[Strip] = []
            paint_content(self, range(crop.y, crop.bottom), lambda y: self._line(y, painted))
        return super().render_lines(crop)

    @property
    def _is_plain(self) -> bool:
        """Whether lines begin at the left, the first one at the top, and none is cut into pieces."""
        styles = self.styles
        if styles.content_align != ("left", "top") or styles.text_align not in {"left", "start"}:
            return False
        return styles.text_wrap != "nowrap" or styles.text_overflow != "fold"

    def _line(self, y: int, painted: list[Strip]) -> Strip:
        """One of the lines, which are `painted` when the first of them is asked for."""
        if not painted:
            painted += self._painted()
        return painted[y]

    def _painted(self) -> list[Strip]:
        """All lines there is room for, the empty ones too."""
        content, (width, height), style = cast("Content", self.render()), self.size, self.visual_style
        lines = [part for line in content.split(allow_blank=True) for part in self._broken(line, width)]
        strips = [painted_line(self, line, style, width) for line in lines[:height]]
        return strips + [Strip.blank(width, style.rich_style)] * (height - len(strips))

    def _broken(self, line: Content, width: int) -> list[Content]:
        """A line in lines of at most so many cells."""
        line, overflow = line.expand_tabs(), self.styles.text_overflow
        if line.cell_length <= width:
            return [line]
        if self.styles.text_wrap == "nowrap":
            return [line.truncate(width, ellipsis=overflow == "ellipsis")]
        return line.wrap(width, overflow=overflow)
