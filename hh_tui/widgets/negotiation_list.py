"""The list of candidates."""

from collections.abc import Hashable, Mapping, Sequence

from textual.content import Content
from textual.reactive import var

from hh_tui.api.models import Negotiation, PayRange
from hh_tui.inbox.drafts import Drafts
from hh_tui.inbox.keywords import Hits, Keywords, told
from hh_tui.inbox.people import person, repeated
from hh_tui.inbox.rows import Row
from hh_tui.view.lens import Lens
from hh_tui.view.row import Marks, row
from hh_tui.widgets.row_list import RowList


class NegotiationList(RowList[Row]):
    """Two lines for each candidate. `held` are the candidates of open writes.

    `keywords` are looked for in what the list tells; `offered` is the pay of the vacancy.
    """

    HEIGHT = 2

    lens: var[Lens | None] = var(None)
    drafts: var[Drafts] = var(Drafts)
    held: var[frozenset[str]] = var(frozenset)
    keywords: var[Keywords] = var(Keywords)
    offered: var[PayRange | None] = var(None)

    _people: Mapping[str, int] | None = None

    def _marks(self, negotiation: Negotiation) -> Marks:
        if self._people is None:
            self._people = repeated(self.rows)
        others = self._people.get(person(negotiation), 1) - 1
        return Marks(self.drafts.has(negotiation.id), negotiation.id in self.held, others)

    def watch_rows(self) -> None:
        """Other rows: who is among them several times is counted anew when a row is painted."""
        self._people = None
        super().watch_rows()

    def row_key(self, row: Row) -> Hashable:
        """A row changes only by being replaced; its marks change beside it."""
        return (row, self._marks(row.negotiation))

    def paint(self, row_: Row, width: int) -> Sequence[Content]:
        """Who, and what for."""
        if self.lens is None:
            return (Content(""), Content(""))
        negotiation = row_.negotiation
        hits = self.keywords.hits(told(negotiation)) if self.keywords else Hits()
        return row(self.lens, negotiation, self._marks(negotiation), width, hits, self.offered)

    def watch_lens(self) -> None:
        """Ages have moved on."""
        self.repaint()

    def watch_keywords(self) -> None:
        """Other words are counted."""
        self.repaint()

    def watch_offered(self) -> None:
        """Another pay is measured against."""
        self.repaint()

    def watch_drafts(self) -> None:
        """A mark came or went."""
        self.refresh()

    def watch_held(self) -> None:
        """A mark came or went."""
        self.refresh()
