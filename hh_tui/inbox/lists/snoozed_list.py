"""Listings of the snoozed candidates."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from hh_tui.api.models import Negotiation
from hh_tui.inbox.decisions.selection_actions import list_key
from hh_tui.inbox.lists.snoozed import SnoozedItems
from hh_tui.inbox.lists.snoozed_item import PLACES, SNOOZED, UNTIL_REPLY, SnoozeKind
from hh_tui.inbox.snapshot.listing import Listing
from hh_tui.inbox.snapshot.query import Query
from hh_tui.inbox.snapshot.rows import Row, Rows
from hh_tui.inbox.snapshot.state import Inbox
from hh_tui.system.structs import replace


def is_place(query: Query | None) -> bool:
    """Whether it is the list of the snoozed candidates."""
    return query is not None and query in PLACES.values()


def count(inbox: Inbox, place: Query) -> int:
    """How many stand there; of the snoozed, those too for whom something is scheduled."""
    snoozed = {one.id for one in inbox.snoozed.of_kind(SnoozeKind.SNOOZED)}
    if place == SNOOZED:
        return len(snoozed | inbox.scheduled.keys())
    return len(inbox.snoozed.of_kind(SnoozeKind.UNTIL_REPLY))


def entered(inbox: Inbox, place: Query) -> Inbox:
    """In that place."""
    inbox = inbox.with_listing(Listing(query=place, complete=True))
    return lined_up(replace(inbox, search=None), SnoozedItems())


def with_read(inbox: Inbox, negotiations: Iterable[Negotiation], at: datetime) -> Inbox:
    """After these were read `at` a moment: whoever was snoozed and wrote is back."""
    return inbox.with_snoozed(inbox.snoozed.after_read(negotiations, at))


def put(inbox: Inbox, snoozed: SnoozedItems, ids: Sequence[str], *, upwards: bool) -> Inbox:
    """These were put aside, or back: nobody of them is marked. `upwards` the cursor goes to the row above."""
    cursor = inbox.cursor
    inbox = inbox.with_snoozed(snoozed)
    inbox = replace(inbox, selection=inbox.selection.without(*ids))
    return inbox.moved_to(cursor - 1) if upwards else inbox


def undone(inbox: Inbox, snoozed: SnoozedItems, negotiation_id: str) -> Inbox:
    """As it was before; the cursor is on this candidate where they are in the list again.

    Several who are back together are marked, as they were when they were put aside.
    """
    back = inbox.snoozed.people.keys() - snoozed.people.keys()
    inbox = inbox.with_snoozed(snoozed)
    if len(back) > 1:
        marks = inbox.selection.at(list_key(inbox)).ended()
        inbox = replace(inbox, selection=marks.with_all(row for row in inbox.rows if row.id in back))
    index = inbox.rows.index_of(negotiation_id)
    return inbox if index is None else inbox.moved_to(index)


def lined_up(inbox: Inbox, before: SnoozedItems) -> Inbox:
    """With the list of the place shown as it is by now, the cursor on its candidate.

    What happened to a row here stays, unless the server has told anew since the snoozed were as `before`.
    """
    listing = inbox.listing
    if not is_place(listing.query):
        return inbox
    kept = {row.id: row for row in (*listing.rows, *listing.away)}
    gone = inbox.gone_from(listing.query)
    rows: list[Row] = []
    away: list[Row] = []
    seen, again = listing.seen, dict[str, datetime]()
    for rank, (negotiation, read_at) in enumerate(_people(inbox, listing.query)):
        old, known = kept.get(negotiation.id), before.people.get(negotiation.id)
        if old is not None and (known is None or known.negotiation is negotiation):
            negotiation = old.negotiation
        row = old if old and old.rank == rank and old.negotiation is negotiation else Row(rank, negotiation)
        (away if row.id in gone else rows).append(row)
        again[row.id] = max(read_at, seen.get(row.id, read_at))
    if tuple(rows) == tuple(listing.rows) and tuple(away) == listing.away and again == listing.again:
        return inbox
    selected = listing.selected
    fresh = replace(listing, rows=Rows(rows), away=tuple(away), again=again)
    index = fresh.rows.index_of(selected.id) if selected else None
    return inbox.with_listing(replace(fresh, cursor=0).moved_to(listing.cursor if index is None else index))


def _people(inbox: Inbox, place: Query | None) -> list[tuple[Negotiation, datetime]]:
    """Who stands there, in order, and when each was read; the next moment comes first."""
    if place == UNTIL_REPLY:
        return [(one.negotiation, one.read_at) for one in inbox.snoozed.of_kind(SnoozeKind.UNTIL_REPLY)]
    found = {
        one.id: (one.until or one.at, one.negotiation, one.read_at)
        for one in inbox.snoozed.of_kind(SnoozeKind.SNOOZED)
    }
    for one in inbox.pending.values():
        key, moment = one.negotiation.id, one.not_before
        if moment is not None and (key not in found or moment < found[key][0]):
            read_at = one.seen_at or datetime.min.replace(tzinfo=UTC)
            negotiation = found[key][1] if key in found else one.negotiation
            found[key] = (moment, negotiation, read_at)
    ordered = sorted(found.values(), key=lambda one: (one[0], one[1].id))
    return [(negotiation, read_at) for _, negotiation, read_at in ordered]
