"""The choices of a sprint, a line each, below the action."""

from collections.abc import Sequence

from textual.content import Content

from hh_tui.ui.presenters.sprint import SprintLine, painted
from hh_tui.ui.widgets.row_list import RowList


class SprintList(RowList[SprintLine]):
    """The cursor stays on its candidate while others come and go."""

    def paint(self, row: SprintLine, width: int) -> Sequence[Content]:
        """One line."""
        return (painted(row, width),)

    def row_key(self, row: SprintLine) -> tuple[object, ...]:
        """The letter as a whole is shown elsewhere."""
        return (row.id, row.left, row.right, row.out)

    def show(self, lines: Sequence[SprintLine]) -> None:
        """Other lines, or other words in them."""
        before = self.selected.id if self.selected else ""
        self.rows = lines
        places = [place for place, line in enumerate(lines) if line.id and line.id == before]
        self.cursor = places[0] if places else max(0, min(self.cursor, len(lines) - 1))
