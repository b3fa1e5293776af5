"""The list a candidate stands in on the server, which need not be the one that is shown."""

from typing import TYPE_CHECKING

from hh_tui.inbox.lists.awaiting import WAITING
from hh_tui.inbox.snapshot.query import Query

if TYPE_CHECKING:
    from hh_tui.inbox.snapshot.state import Inbox


def home_of(inbox: "Inbox", negotiation_id: str) -> Query | None:
    """The shown list for whoever stands or was marked in it, unless that is over all vacancies.

    Whoever is not there is known by what is pending, and else not at all.
    """
    query, listing, queue = inbox.listing.query, inbox.listing, inbox.queue
    marked = query is not None and inbox.marks.has_at(negotiation_id, (query.vacancy_id, query.path))
    shown = query if marked or listing.holds(negotiation_id) else None
    pending = (one.source for one in inbox.pending.values() if one.negotiation.id == negotiation_id)
    if query is None or not query.is_across:
        return shown or next(pending, None)
    waiting = queue.home(negotiation_id) if queue is not None and query == WAITING else None
    aside = inbox.shelf.people.get(negotiation_id)
    return waiting or (aside.home if aside else None) or next(pending, shown)
