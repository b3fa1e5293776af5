"""The choices of a sprint, a line each, below the action."""

from collections.abc import Sequence

from textual.content import Content

from hh_tui.ui.presenters.sprint import SprintLine, painted
from hh_tui.ui.widgets.row_list import RowList


class SprintList(RowList[SprintLine]):
    """The cursor stays on its candidate while others come and go.

    A candidate who goes over to another group leaves it where they were, at whoever was next.
    """

    def paint(self, row: SprintLine, width: int) -> Sequence[Content]:
        """One line."""
        return (painted(row, width),)

    def row_key(self, row: SprintLine) -> tuple[object, ...]:
        """The letter as a whole is shown elsewhere."""
        return (row.id, row.left, row.right, row.out)

    def show(self, lines: Sequence[SprintLine]) -> None:
        """Other lines, or other words in them."""
        at, before = self.cursor, self.rows
        self.rows = lines
        place = _place(before, at, lines)
        self.cursor = max(0, min(at, len(lines) - 1)) if place is None else place


def _place(before: Sequence[SprintLine], at: int, lines: Sequence[SprintLine]) -> int | None:
    """Where the candidate of that line is; in another group, where the nearest one of the old group is."""
    line = before[at] if at < len(before) else None
    if line is None or not line.id:
        return None
    places = {one.id: place for place, one in enumerate(lines) if one.id}
    here = places.get(line.id)
    if here is None or lines[here].group == line.group:
        return here
    near = (*before[at + 1 :], *reversed(before[:at]))
    stayed = (places[one.id] for one in near if one.group == line.group and one.id in places)
    return next((place for place in stayed if lines[place].group == line.group), here)
