"""The lists that one narrowed down by filters to come to the one that is shown, kept for the way back."""

from typing import Final

from msgspec import Struct

from hh_tui.inbox.snapshot.previous_list import PreviousList
from hh_tui.inbox.snapshot.query import Query
from hh_tui.inbox.snapshot.state import Inbox

KEPT: Final = 3
"""Lists that are kept while one goes on narrowing down."""


class NarrowedLists(Struct, frozen=True):
    """The lists of one collection under other filters, the last one last."""

    lists: tuple[PreviousList, ...] = ()

    def on_the_way_to(self, query: Query, inbox: Inbox) -> "tuple[NarrowedLists, PreviousList | None]":
        """What is kept from now on, and the list of this query if other filters led from it to the one shown.

        Another collection ends it; else the list that is left is kept, if it was read.
        """
        left = PreviousList.of(inbox)
        if left is None or not left.differs_by_filters(query):
            return NarrowedLists(), None
        known = [one.listing.query for one in self.lists]
        if query in known:
            place = known.index(query)
            return NarrowedLists(self.lists[:place]), self.lists[place]
        is_read = left.listing.read_at is not None
        return NarrowedLists((*self.lists, left)[-KEPT:]) if is_read else self, None
