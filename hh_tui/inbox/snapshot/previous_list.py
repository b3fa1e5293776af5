"""The list that one left for a list over all vacancies, kept for the way back."""

from msgspec import Struct

from hh_tui.inbox.snapshot.listing import Listing
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
        return replace(inbox, listing=listing, search=None).in_sight()
