"""The queue of those who wait as the list that is shown."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from hh_tui.api.models import Negotiation
from hh_tui.inbox.lists.awaiting import WAITING, AwaitingQueue, Portion
from hh_tui.inbox.lists.snoozed_list import with_read
from hh_tui.inbox.snapshot.listing import Listing
from hh_tui.inbox.snapshot.rows import Row, Rows
from hh_tui.inbox.snapshot.state import Inbox
from hh_tui.system.structs import replace


def lined_up(inbox: Inbox, queue: AwaitingQueue) -> Inbox:
    """With another state of the queue; the list follows where it is shown, the cursor stays on its row."""
    queue, before = queue.as_shown(), inbox.queue
    inbox = replace(inbox, queue=queue)
    if inbox.listing.query != WAITING:
        return inbox
    return inbox.with_listing(_listing(inbox, queue, before))


def counted(inbox: Inbox, began_at: datetime, unread_chats: int) -> Inbox:
    """How many have written, before any vacancy was looked at; `began_at` stamps the queue it is of."""
    queue = _of(inbox, began_at)
    return lined_up(inbox, replace(queue, unread_chats=unread_chats)) if queue else inbox


def looked_at(
    inbox: Inbox, began_at: datetime, portions: Sequence[Portion], at: datetime, *, is_whole: bool = True
) -> Inbox:
    """One vacancy more was looked at, wholly or not; a look that was stopped stays as it is."""
    queue = _of(inbox, began_at)
    inbox = with_read(inbox, _items(portions), at)
    if queue is None or queue.stopped:
        return inbox
    return lined_up(inbox, queue.with_vacancy(portions, at, is_whole=is_whole))


def read_on(inbox: Inbox, began_at: datetime, portion: Portion, at: datetime) -> Inbox:
    """More of those who wait less."""
    queue = _of(inbox, began_at)
    inbox = with_read(inbox, portion.items, at)
    return lined_up(inbox, queue.with_portion(portion, at)) if queue else inbox


def stopped(inbox: Inbox, began_at: datetime) -> Inbox:
    """What was found stays, and a refresh looks again."""
    queue = _of(inbox, began_at)
    return lined_up(inbox, replace(queue, stopped=True)) if queue else inbox


def _of(inbox: Inbox, began_at: datetime) -> AwaitingQueue | None:
    """The queue, if it is the one that an answer belongs to."""
    queue = inbox.queue
    return queue if queue is not None and queue.began_at == began_at else None


def _items(portions: Iterable[Portion]) -> list[Negotiation]:
    return [one for portion in portions for one in portion.items]


def entered(inbox: Inbox, before: Listing | None) -> Inbox:
    """In the queue, all of it; `before` is its list as it was left."""
    listing = before if before is not None and before.query == WAITING else Listing(query=WAITING)
    inbox = replace(inbox.with_listing(listing), search=None)
    return lined_up(inbox, inbox.queue) if inbox.queue else inbox


def known(inbox: Inbox) -> int:
    """How many are known to wait: without the snoozed candidates, or answered by what is still on its way.

    The sidebar and the list tell this number; the list shows those whose place in it is certain.
    """
    if inbox.queue is None:
        return 0
    gone = inbox.gone_from(WAITING) | inbox.snoozed.hidden
    return sum(negotiation_id not in gone for negotiation_id in inbox.queue.found)


def revealed(inbox: Inbox, negotiation_id: str) -> Inbox:
    """With the cursor on a candidate who waits, whoever may still come before them."""
    if inbox.queue is not None:
        inbox = lined_up(inbox, inbox.queue.revealing(negotiation_id))
    index = inbox.rows.index_of(negotiation_id)
    return inbox if index is None else inbox.moved_to(index)


def _listing(inbox: Inbox, queue: AwaitingQueue, before: AwaitingQueue | None) -> Listing:
    """Rows stay the same objects, and what happened to them here stays, unless the server told anew."""
    listing = inbox.listing
    kept = {row.id: row for row in (*listing.rows, *listing.away)}
    known = before.found if before else {}
    gone = inbox.gone_from(WAITING)
    rows: list[Row] = []
    away: list[Row] = []
    seen, again = listing.seen, dict[str, datetime]()
    for waiter in queue.visible():
        row = kept.get(waiter.id)
        again[waiter.id] = seen.get(waiter.id, queue.began_at)
        if row is None or known.get(waiter.id) is not waiter:
            row = Row(waiter.rank, waiter.negotiation)
            # Read after the looking began, so at most as old as that.
            again[waiter.id] = queue.began_at
        (away if waiter.id in gone else rows).append(row)
    selected = listing.selected
    fresh = replace(
        listing,
        rows=Rows(rows),
        away=tuple(away),
        complete=queue.is_whole,
        error=None,
        found=None,
        again=again,
    )
    index = fresh.rows.index_of(selected.id) if selected else None
    return fresh.moved_to(listing.cursor if index is None else index)
