"""The writes of the outbox, a line each."""

from collections.abc import Sequence

from textual.content import Content

from hh_tui.ui.presenters.outbox import OutboxLine, painted
from hh_tui.ui.widgets.row_list import RowList


class OutboxList(RowList[OutboxLine]):
    """The cursor stays on its write while others come and go."""

    def paint(self, row: OutboxLine, width: int) -> Sequence[Content]:
        """One line."""
        return (painted(row, width),)

    def row_key(self, row: OutboxLine) -> tuple[str, str, str]:
        """The detail is shown elsewhere."""
        return (row.id, row.label + row.more, row.state)

    def show(self, lines: Sequence[OutboxLine]) -> None:
        """Other lines, or other words in them."""
        before, decided = (self.selected.id, self.selected.decided) if self.selected else ("", "")
        self.rows = lines
        places = [place for place, line in enumerate(lines) if line.id and line.id == before]
        places += [place for place, line in enumerate(lines) if line.id and line.decided == decided]
        self.cursor = places[0] if places else max(0, min(self.cursor, len(lines) - 1))
        self.point_at(self.cursor)

    def point_at(self, place: int) -> None:
        """Move the cursor to the write at this place or to the next one behind it, else to the last one."""
        writes = [at for at, line in enumerate(self.rows) if line.id]
        if writes:
            self.cursor = next((at for at in writes if at >= place), writes[-1])

    def point(self, delta: int) -> None:
        """Move the cursor by so many lines, over headings: at either end it stays on the last write there."""
        wanted = self.cursor + delta
        before = next((at for at in range(min(wanted, len(self.rows) - 1), -1, -1) if self.rows[at].id), None)
        self.point_at(wanted if delta > 0 or before is None else before)
