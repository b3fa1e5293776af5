"""The writes of the outbox, a line each."""

from collections.abc import Sequence

from textual.content import Content

from hh_tui.inbox.decisions.outbox import Stage
from hh_tui.ui.presenters.outbox import OutboxLine, painted
from hh_tui.ui.widgets.row_list import RowList


class OutboxList(RowList[OutboxLine]):
    """The cursor stays on its write while others come and go, and after it was sent: a key too late is for
    that one. From one that was given up it goes to the next that is open.
    """

    def paint(self, row: OutboxLine, width: int) -> Sequence[Content]:
        """One line."""
        return (painted(row, width),)

    def row_key(self, row: OutboxLine) -> tuple[str, str, str]:
        """The detail is shown elsewhere."""
        return (row.id, row.label + row.more, row.state)

    def show(self, lines: Sequence[OutboxLine]) -> None:
        """Other lines, or other words in them."""
        before, self.rows = self.selected, lines
        place = _place_of(lines, before) if before is not None else None
        if place is not None and before is not None and _is_given_up(before, lines[place]):
            place = _next_open(lines, self.cursor, place)
        self.cursor = max(0, min(self.cursor, len(lines) - 1)) if place is None else place
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


def _place_of(lines: Sequence[OutboxLine], before: OutboxLine) -> int | None:
    """Where this write stands now, else one that was decided together with it."""
    places = [place for place, line in enumerate(lines) if line.id and line.id == before.id]
    places += [place for place, line in enumerate(lines) if line.id and line.decided == before.decided]
    return places[0] if places else None


def _is_given_up(before: OutboxLine, now: OutboxLine) -> bool:
    return now.stage is Stage.DROPPED and before.stage is not Stage.DROPPED


def _next_open(lines: Sequence[OutboxLine], cursor: int, place: int) -> int:
    """What is open at the cursor, else before it, else the write itself."""
    still = [at for at, line in enumerate(lines) if line.stage not in {None, Stage.DONE, Stage.DROPPED}]
    return next((at for at in still if at >= cursor), still[-1] if still else place)
