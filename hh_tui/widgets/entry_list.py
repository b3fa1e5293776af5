"""A pane of the left column."""

from collections.abc import Sequence

from textual.content import Content
from textual.reactive import var

from hh_tui.view.sidebar import Entry, line
from hh_tui.widgets.row_list import RowList


class EntryList(RowList[Entry]):
    """Vacancies or collections, a line each; `current` is the id of the one shown beside."""

    CHOOSE_ON_CLICK = True

    current: var[str] = var("")

    def paint(self, row: Entry, width: int) -> Sequence[Content]:
        """Label and counters."""
        return (line(row, width),)

    def is_current(self, row: Entry) -> bool:
        """Whether it is shown beside."""
        return bool(row.id) and row.id == self.current

    def watch_current(self) -> None:
        """Another one is shown beside."""
        self.refresh()

    def point(self, delta: int) -> None:
        """Move the cursor: this pane's rows are all there."""
        self.cursor = max(0, min(self.cursor + delta, len(self.rows) - 1))

    def point_at(self, entry_id: str) -> None:
        """Put the cursor on an entry, if it is there."""
        for index, entry in enumerate(self.rows):
            if entry.id == entry_id:
                self.cursor = index
                return
