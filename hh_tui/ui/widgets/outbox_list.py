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
        if lines and not lines[self.cursor].id:
            self.point(1)

    def point(self, delta: int) -> None:
        """Move the cursor by so many lines, over headings: at either end it stays on the last write there."""
        wanted, writes = self.cursor + delta, [place for place, line in enumerate(self.rows) if line.id]
        if not writes:
            return
        if delta > 0:
            self.cursor = next((place for place in writes if place >= wanted), writes[-1])
        else:
            self.cursor = next((place for place in reversed(writes) if place <= wanted), writes[0])
