"""The list that one left for one over all vacancies, or for fewer of its rows, kept for the way back."""

from msgspec import Struct

from hh_tui.inbox.snapshot.listing import Listing
from hh_tui.inbox.snapshot.query import Query
from hh_tui.inbox.snapshot.state import Inbox
from hh_tui.system.structs import replace


class PreviousList(Struct, frozen=True):
    """A list of the server as it was left, and the count of decisions carried out by then."""

    vacancy_id: str | None
    listing: Listing
    epoch: int

    @classmethod
    def of(cls, inbox: Inbox) -> "PreviousList | None":
        """The list that is shown, if it is one of the server."""
        query = inbox.listing.query
        return None if query is None or query.is_across else cls(inbox.vacancy_id, inbox.listing, inbox.epoch)

    def restored(self, inbox: Inbox) -> Inbox | None:
        """Back in the list without those who were decided on since; None in another vacancy."""
        if self.vacancy_id != inbox.vacancy_id:
            return None
        listing, query = self.listing, self.listing.query
        departed = {key for key, epoch in inbox.departed.items() if epoch > self.epoch}
        gone = inbox.gone_from(query)
        for negotiation_id in departed | gone:
            listing = listing.without(negotiation_id)
        for row in listing.away:
            if row.id in departed:
                listing = listing.left(row.id)
            elif row.id not in gone:
                listing = listing.restored(row.id, follow=False)
        return replace(inbox.with_listing(listing), search=None).in_sight()

    def restored_at(self, inbox: Inbox) -> Inbox | None:
        """The same with the cursor on the candidate who is under it now, where they were loaded there."""
        back, at = self.restored(inbox), inbox.selected
        index = back.rows.index_of(at.id) if back is not None and at is not None else None
        return back if back is None or index is None else back.moved_to(index)

    def differs_by_filters(self, query: Query) -> bool:
        """Whether `query` narrows down the same collection in another way, or not at all."""
        mine = self.listing.query
        return mine is not None and mine != query and mine.narrowed(query.filters) == query
