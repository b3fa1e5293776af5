"""Candidates of a list as they are put aside now."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from hh_tui.api.models import Negotiation
from hh_tui.inbox.decisions.outbox import Finished
from hh_tui.inbox.lists.snoozed_item import SnoozedItem, SnoozeKind, snooze
from hh_tui.inbox.snapshot.state import Inbox


def newly_snoozed(
    inbox: Inbox,
    finished: Iterable[Finished],
    chosen: Sequence[Negotiation],
    kind: SnoozeKind,
    now: datetime,
    until: datetime | None = None,
) -> list[SnoozedItem]:
    """Those `chosen` who stand in a list, snoozed `now`; `finished` are our writes. Times are in UTC."""
    seen = inbox.listing.seen
    uncounted = {
        one.operation.negotiation.id
        for one in finished
        if one.operation.negotiation.id not in seen or one.at >= seen[one.operation.negotiation.id]
    }
    return [
        snooze(kind, one, home, now, until=until, read_at=seen.get(one.id), known=one.id not in uncounted)
        for one in chosen
        if (home := inbox.source_of(one.id)) is not None
    ]
