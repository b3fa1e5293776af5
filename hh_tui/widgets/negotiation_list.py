"""The list of candidates."""

from collections.abc import Hashable, Mapping, Sequence
from datetime import datetime

from textual.content import Content
from textual.reactive import var

from hh_tui.inbox.drafts import Drafts
from hh_tui.inbox.rows import Row
from hh_tui.inbox.waiting import Waiter
from hh_tui.view.lens import Lens
from hh_tui.view.row import Marks, row
from hh_tui.widgets.row_list import RowList


class NegotiationList(RowList[Row]):
    """Two lines for each candidate. `held` are the candidates of open writes, `ledger` who was opened here.

    In a list over all vacancies `queue` tells where each stands and since when, `vacancies` are their names.
    """

    HEIGHT = 2

    lens: var[Lens | None] = var(None)
    drafts: var[Drafts] = var(Drafts)
    held: var[frozenset[str]] = var(frozenset)
    ledger: var[Mapping[str, datetime]] = var(dict)
    queue: var[Mapping[str, Waiter] | None] = var(None)
    vacancies: var[Mapping[str, str]] = var(dict)

    def _marks(self, negotiation_id: str) -> Marks:
        waiter = self.queue.get(negotiation_id) if self.queue is not None else None
        return Marks(
            draft=self.drafts.has(negotiation_id),
            held=negotiation_id in self.held,
            opened=negotiation_id in self.ledger,
            place=self.vacancies.get(waiter.home.vacancy_id, "") if waiter else "",
            since=waiter.since if waiter else None,
        )

    def row_key(self, row: Row) -> Hashable:
        """A row changes only by being replaced; its marks change beside it."""
        return (row, self._marks(row.id))

    def paint(self, row_: Row, width: int) -> Sequence[Content]:
        """Who, and what for."""
        if self.lens is None:
            return (Content(""), Content(""))
        return row(self.lens, row_.negotiation, self._marks(row_.id), width)

    def watch_lens(self) -> None:
        """Ages have moved on."""
        self.repaint()

    def watch_drafts(self) -> None:
        """A mark came or went."""
        self.refresh()

    def watch_held(self) -> None:
        """A mark came or went."""
        self.refresh()

    def watch_ledger(self) -> None:
        """Somebody was opened."""
        self.refresh()

    def watch_queue(self) -> None:
        """Another list, or others who wait."""
        self.refresh()
