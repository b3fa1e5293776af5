"""Invitations beyond what a day takes: they wait for the next morning, each as a new write."""

from collections.abc import Callable
from datetime import datetime
from uuid import NAMESPACE_OID, uuid4, uuid5

from hh_tui.errors import HHError
from hh_tui.inbox.decisions.journal_entries import Moved
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.decisions.outbox import OutboxEntry, Stage
from hh_tui.inbox.rules.daily_limit import is_for_today, tomorrow
from hh_tui.outbox.cell import OutboxCell
from hh_tui.system.structs import replace


class DailyLimit:
    """Puts off what hh.ru takes no more of today. A refusal of one is a refusal of all others of the day.

    `exchange` holds new writes in the places of old ones, by the ids of those, with the reason, in one
    transaction with what is to be written down before.
    """

    def __init__(self, cell: OutboxCell, exchange: Callable[..., None]) -> None:
        self._cell = cell
        self._exchange = exchange
        self._untold: dict[datetime, set[str]] = {}
        """The ids of what was put off until a moment since the person was told of any."""

    def put_off(self, operation: Operation, error: HHError) -> bool:
        """Put the refused invitation off, and all that still wait; False where the refusal is another one.

        Those on their way at the moment follow one by one, into the group of those they were decided with.
        """
        if operation.invitation is None or not is_for_today(error):
            return False
        moment = tomorrow(self._cell.clock())
        waiting = [one.operation for one in self._cell.outbox.entries if self._waits(one, operation)]
        old = [replace(operation, sent_before=None), *waiting]
        new = [
            replace(one, id=uuid4().hex, not_before=moment, sprint=_put_off_with(one, moment)) for one in old
        ]
        pairs = {one.id: other for one, other in zip(old, new, strict=True)}
        self._exchange(pairs, error, Moved(operation.id, Stage.FAILED, error))
        self._untold.setdefault(moment, set()).update(one.id for one in new)
        self._cell.listener.put_off(old, new, moment)
        self._cell.changed(self._cell.outbox)
        self._cell.ended(operation)
        return True

    def tell(self) -> None:
        """Tell of what was put off, all at once, when no other invitation is on its way."""
        entries = self._cell.outbox.entries
        if any(one.operation.invitation and one.stage is Stage.SENDING for one in entries):
            return
        untold, self._untold = self._untold, {}
        for moment, ids in untold.items():
            waiting = [one.operation for one in entries if one.operation.id in ids]
            if waiting:
                self._cell.listener.limit_met(waiting, moment)

    def _waits(self, entry: OutboxEntry, operation: Operation) -> bool:
        """Whether it is an invitation of the same account that would go out today, unasked."""
        one, now = entry.operation, self._cell.clock()
        return (
            one.invitation is not None
            and one.account == operation.account
            and entry.stage is Stage.HELD
            and not (entry.parked or entry.is_old(now) or entry.is_scheduled(now))
        )


def _put_off_with(operation: Operation, moment: datetime) -> str:
    """The name of what was decided together and waits until this moment; empty for a decision alone.

    It follows from the name they had, so that whoever is refused later joins them.
    """
    if not operation.sprint:
        return ""
    return uuid5(NAMESPACE_OID, f"{operation.sprint} {moment.timestamp()}").hex
