"""A pane of the left column."""

from collections.abc import Sequence

from textual.content import Content
from textual.reactive import var

from hh_tui.ui.presenters.sidebar import SidebarEntry, line
from hh_tui.ui.widgets.row_list import RowList


class EntryList(RowList[SidebarEntry]):
    """Vacancies or collections, a line each; `current` is the id of the one shown beside.

    One line has the marker: the one under the cursor while the focus is here, else the current one.
    """

    CHOOSE_ON_CLICK = True

    current: var[str] = var("")

    def paint(self, row: SidebarEntry, width: int) -> Sequence[Content]:
        """Label and counters."""
        return (line(row, width),)

    def is_current(self, row: SidebarEntry) -> bool:
        """Whether it is shown beside."""
        return bool(row.id) and row.id == self.current

    def is_pointed(self, index: int) -> bool:
        """The cursor, where it can be moved or is on the current line: several lines may have one address."""
        return index == self.cursor and (self.has_focus or self.is_current(self.rows[index]))

    def watch_current(self) -> None:
        """Another one is shown beside: the cursor is there when one comes back."""
        self._come_to_current()
        self.refresh()

    def watch_rows(self) -> None:
        """Other lines may stand before the current one."""
        super().watch_rows()
        self._come_to_current()

    def watch_has_focus(self, has_focus: bool) -> None:
        """The marker is under the cursor; without the focus it is on the current line, and the cursor too."""
        super().watch_has_focus(has_focus)
        self._come_to_current()
        self.refresh()

    def _come_to_current(self) -> None:
        if not self.has_focus and self.current:
            self.point_at(self.current)

    def point(self, delta: int) -> None:
        """Move the cursor: this pane's rows are all there."""
        self.cursor = max(0, min(self.cursor + delta, len(self.rows) - 1))

    def point_at(self, entry_id: str) -> None:
        """Put the cursor on an entry, if it is there and the cursor is on none like it."""
        if 0 <= self.cursor < len(self.rows) and self.rows[self.cursor].id == entry_id:
            return
        for index, entry in enumerate(self.rows):
            if entry.id == entry_id:
                self.cursor = index
                return
