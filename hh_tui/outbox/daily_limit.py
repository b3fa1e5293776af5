"""Invitations beyond what a day takes: they wait for the next morning, each as a new write."""

from collections.abc import Callable
from uuid import uuid4

from hh_tui.errors import HHError
from hh_tui.inbox.decisions.journal_entries import Moved
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.decisions.outbox import OutboxEntry, Stage
from hh_tui.inbox.rules.daily_limit import is_for_today, tomorrow
from hh_tui.outbox.cell import OutboxCell
from hh_tui.system.structs import replace


class DailyLimit:
    """Puts off what hh.ru takes no more of today. A refusal of one is a refusal of all others of the day.

    `hold` takes new writes that were decided together.
    """

    def __init__(self, cell: OutboxCell, hold: Callable[..., None]) -> None:
        self._cell = cell
        self._hold = hold

    def put_off(self, operation: Operation, error: HHError) -> bool:
        """Put the refused invitation off, and all that still wait; False where the refusal is another one.

        In the journal and in the outbox new writes take the place of the old ones, in one transaction.
        """
        if operation.invitation is None or not is_for_today(error):
            return False
        moment = tomorrow(self._cell.clock())
        waiting = [one.operation for one in self._cell.outbox.entries if self._waits(one, operation)]
        old = [operation, *(one for one in waiting if one.id != operation.id)]
        together = {one.sprint: uuid4().hex for one in old if one.sprint}
        new = tuple(
            replace(
                one,
                id=uuid4().hex,
                not_before=moment,
                sprint=together.get(one.sprint, ""),
                sent_before=None if one.id == operation.id else one.sent_before,
            )
            for one in old
        )
        self._cell.journal.append(Moved(operation.id, Stage.FAILED, error))
        self._cell.journal.append(*(Moved(one.id, Stage.DROPPED) for one in old))
        self._cell.changed(self._cell.outbox.without(*(one.id for one in old)), told=False)
        self._cell.listener.put_off(old, new, moment)
        self._hold(*new)
        self._cell.ended(operation)
        return True

    def _waits(self, entry: OutboxEntry, operation: Operation) -> bool:
        """Whether it is an invitation of the same account that would go out today."""
        one = entry.operation
        return (
            one.invitation is not None
            and one.account == operation.account
            and entry.stage is Stage.HELD
            and not entry.is_scheduled(self._cell.clock())
        )
