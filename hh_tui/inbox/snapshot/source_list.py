"""The list a candidate stands in on the server, which need not be the one that is shown."""

from collections.abc import Mapping
from typing import Protocol

from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.decisions.selection import Selection
from hh_tui.inbox.lists.awaiting import WAITING, AwaitingQueue
from hh_tui.inbox.lists.snoozed import SnoozedItems
from hh_tui.inbox.snapshot.listing import Listing
from hh_tui.inbox.snapshot.query import Query


class KnownLists(Protocol):
    """The parts of the snapshot that know where somebody stands."""

    @property
    def listing(self) -> Listing:
        """The list that is shown."""
        ...

    @property
    def queue(self) -> AwaitingQueue | None:
        """Everybody who awaits a reply."""
        ...

    @property
    def selection(self) -> Selection:
        """Everybody who is selected."""
        ...

    @property
    def pending(self) -> Mapping[str, Operation]:
        """What was decided and is not done, by operation id."""
        ...

    @property
    def snoozed(self) -> SnoozedItems:
        """Everybody who is snoozed."""
        ...


def source_of(inbox: KnownLists, negotiation_id: str) -> Query | None:
    """The shown list for whoever stands or was marked in it, unless that is over all vacancies.

    Whoever is not there is known by what is pending, and else not at all.
    """
    query, listing, queue = inbox.listing.query, inbox.listing, inbox.queue
    marked = query is not None and inbox.selection.has_at(negotiation_id, (query.vacancy_id, query.path))
    shown = query if marked or listing.holds(negotiation_id) else None
    pending = (one.source for one in inbox.pending.values() if one.negotiation.id == negotiation_id)
    if query is None or not query.is_across:
        return shown or next(pending, None)
    waiting = queue.source_of(negotiation_id) if queue is not None and query == WAITING else None
    item = inbox.snoozed.people.get(negotiation_id)
    return waiting or (item.source if item else None) or next(pending, shown)
