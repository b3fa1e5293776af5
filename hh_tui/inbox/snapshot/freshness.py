"""The open list kept fresh: its first page read again, newcomers put in place on request."""

from datetime import datetime

from hh_tui.api.models import Negotiation, Page
from hh_tui.inbox.snapshot.arrivals import NOBODY, arrived, placed
from hh_tui.inbox.snapshot.listing import Listing, read_again
from hh_tui.inbox.snapshot.query import Query
from hh_tui.inbox.snapshot.rows import Rows
from hh_tui.inbox.snapshot.state import Inbox
from hh_tui.system.structs import replace


def with_first_page(inbox: Inbox, asked: Inbox, query: Query, page: Page[Negotiation], at: datetime) -> Inbox:
    """With the first page of the open list as it was `at`; `asked` is the snapshot it was asked for in.

    Known rows are brought up to date where they stand, unless something happened to them here meanwhile.
    Unknown ones become `arrivals`; only a list with nobody in it takes them in at once.
    """
    listing = inbox.listing
    if query != listing.query or asked.listing.query != query or listing.furthest < 0:
        return inbox
    page = inbox.without_departed(page, asked.epoch)
    gone = inbox.gone_from(query)
    away = {row.id for row in listing.away}
    known = {one.id for one in page.items if one.id in away or listing.rows.index_of(one.id) is not None}
    arrivals = arrived(page, known, gone, listing.arrivals, at, complete=listing.complete)
    rows, read = _updated(listing.rows, asked.listing.rows, page)
    settled_since = inbox.epoch != asked.epoch
    listing = replace(
        listing,
        rows=rows,
        found=listing.found if settled_since else page.found,
        read_at=at,
        again=read_again(listing.again, at, *read),
        arrivals=arrivals,
    )
    inbox = replace(inbox, listing=listing)
    return inbox if len(rows) else with_arrivals(inbox)


def _updated(rows: Rows, asked: Rows, page: Page[Negotiation]) -> tuple[Rows, list[str]]:
    """The rows with newer states, and which of them are as the page says."""
    newer: dict[int, Negotiation] = {}
    read = []
    for one in page.items:
        index, before = rows.index_of(one.id), asked.index_of(one.id)
        if index is None or before is None or rows[index] is not asked[before]:
            continue
        read.append(one.id)
        if not rows[index].holds(one):
            newer[index] = one
    return rows.updated(newer), read


def with_arrivals(inbox: Inbox) -> Inbox:
    """With the newcomers in their places and the cursor on its candidate."""
    return replace(inbox, listing=_merged(inbox.listing, inbox.gone_from(inbox.listing.query)))


def _merged(listing: Listing, gone: frozenset[str]) -> Listing:
    arrivals, selected = listing.arrivals, listing.selected
    if not arrivals:
        return listing
    standing = listing.rows.inserted(listing.away)
    fresh = placed(arrivals, standing)
    rows = listing.rows.inserted([row for row in fresh if row.id not in gone])
    cursor = rows.index_of(selected.id) if selected is not None else None
    return replace(
        listing,
        rows=rows,
        away=(*listing.away, *(row for row in fresh if row.id in gone)),
        cursor=listing.cursor if cursor is None else cursor,
        reached=listing.reached + (0 if arrivals.counted else len(fresh)),
        again=read_again(listing.again, arrivals.at, *(row.id for row in fresh)),
        arrivals=NOBODY,
    )
