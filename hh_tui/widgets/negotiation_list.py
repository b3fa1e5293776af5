"""The list of candidates."""

from collections.abc import Hashable, Mapping, Sequence

from textual.content import Content
from textual.reactive import var

from hh_tui.inbox.drafts import Drafts
from hh_tui.inbox.rows import Row
from hh_tui.inbox.thread import Thread
from hh_tui.inbox.words import words
from hh_tui.view.found import with_found
from hh_tui.view.lens import Lens
from hh_tui.view.row import Marks, row
from hh_tui.widgets.row_list import RowList


class NegotiationList(RowList[Row]):
    """Two lines for each candidate. `held` are the candidates of open writes.

    What was `typed` into a search stands out; it may stand in one of the `threads`.
    """

    HEIGHT = 2

    lens: var[Lens | None] = var(None)
    drafts: var[Drafts] = var(Drafts)
    held: var[frozenset[str]] = var(frozenset)
    typed: var[str] = var("")
    threads: var[Mapping[str, Thread]] = var(dict)

    def _marks(self, negotiation_id: str) -> Marks:
        return Marks(draft=self.drafts.has(negotiation_id), held=negotiation_id in self.held)

    def row_key(self, row: Row) -> Hashable:
        """A row changes only by being replaced; its marks change beside it."""
        return (row, self._marks(row.id), self.typed, id(self.threads.get(row.id)) if self.typed else 0)

    def paint(self, row_: Row, width: int) -> Sequence[Content]:
        """Who, and what for."""
        if self.lens is None:
            return (Content(""), Content(""))
        lines = row(self.lens, row_.negotiation, self._marks(row_.id), width)
        if not (wanted := words(self.typed)):
            return lines
        return with_found(lines, row_.negotiation, self.threads.get(row_.id), wanted, width)

    def watch_typed(self) -> None:
        """Other letters stand out."""
        self.refresh()

    def watch_lens(self) -> None:
        """Ages have moved on."""
        self.repaint()

    def watch_drafts(self) -> None:
        """A mark came or went."""
        self.refresh()

    def watch_held(self) -> None:
        """A mark came or went."""
        self.refresh()
