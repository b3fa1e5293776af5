"""How much of a list has not been read yet."""

from hh_tui.inbox.lists.awaiting import WAITING
from hh_tui.inbox.snapshot.state import Inbox


def pages_left(inbox: Inbox) -> int | None:
    """Requests until the list shown is whole, at least one; None while vacancies are looked at for it."""
    listing, queue = inbox.listing, inbox.queue
    if listing.query == WAITING and queue is not None:
        return None if queue.is_looking else max(1, queue.pages_left)
    return max(1, -(-(listing.found or 0) // listing.per_page) - listing.next_page)
