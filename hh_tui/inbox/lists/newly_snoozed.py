"""Candidates of a list as they are put aside now."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from hh_tui.api.models import Negotiation
from hh_tui.inbox.decisions.outbox import Finished
from hh_tui.inbox.lists.awaiting import is_unanswered
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


def owed_answer(inbox: Inbox, items: Iterable[SnoozedItem]) -> int:
    """How many of them wrote last, as far as is known, and no letter or decision about them is on its way.

    With one message at most a fresh response has had no answer; where a letter of ours went since the row
    was read, nobody has counted.
    """
    busy = {one.negotiation.id for one in inbox.pending.values()}
    return sum(one.id not in busy and _wrote_last(one) for one in items)


def _wrote_last(one: SnoozedItem) -> bool:
    if one.messages is None:
        return False
    return one.unread > 0 or (is_unanswered(one.negotiation) and one.messages <= 1)
