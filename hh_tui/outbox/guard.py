"""Before a write leaves: whether an earlier try arrived, and whether somebody has moved the candidate."""

from datetime import datetime

from hh_tui.api.models import Negotiation
from hh_tui.errors import (
    HHError,
    LetterLost,
    MovedOn,
    NotAuthorized,
    NotOffered,
    RateLimited,
    Unreachable,
    Unsettled,
)
from hh_tui.i18n.text import one_line
from hh_tui.inbox.decisions.conflict_check import after_own_steps, found, has_moved
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.decisions.outbox import Stage
from hh_tui.outbox.cell import OutboxCell
from hh_tui.outbox.connection import OutboxConnection
from hh_tui.outbox.reconcile import CLOCKS_DIFFER, WriteAttempt
from hh_tui.outbox.write_lane import WriteLane
from hh_tui.system.structs import replace


class Guard:
    """What is asked about a write before it goes, and about a refusal afterwards."""

    def __init__(self, cell: OutboxCell, lane: WriteLane, connection: OutboxConnection) -> None:
        self._cell = cell
        self._lane = lane
        self._connection = connection

    async def arrived(self, operation: Operation) -> bool:
        """Whether an earlier try that got no answer is there: one look, which only reads.

        Raises NotAuthorized, Unreachable or RateLimited while nothing can be asked, LetterLost where the step
        took place without its letter, and Unsettled for any other error of the reading.
        """
        sent = operation.sent_before
        if sent is None:
            return False
        known = after_own_steps(operation, self._cell.finished)
        attempt = WriteAttempt(sent, self.same_before(operation, sent))
        try:
            return await self._lane.arrived(known, attempt, lambda: self._connection.asked_as(operation))
        except (NotAuthorized, Unreachable, RateLimited, LetterLost, Unsettled):
            raise
        except HHError as error:
            raise Unsettled() from error

    def undoubted(self, operation: Operation) -> Operation:
        """The operation without its `sent_before`, in the outbox too: no earlier try of it arrived."""
        if operation.sent_before is None:
            return operation
        operation = replace(operation, sent_before=None)
        self._cell.changed(self._cell.outbox.changed({operation.id}, operation=operation), told=False)
        return operation

    def stopped_by(self, operation: Operation, fresh: Negotiation) -> MovedOn | NotOffered | None:
        """Why it must not go now, None where it may; `fresh` is kept in the entry and told where it may not.

        MovedOn where somebody else moved the candidate, NotOffered where a step of ours took the action away.
        """
        action = operation.action
        moved = has_moved(operation, fresh, self._cell.finished)
        if not moved and (action is None or found(action, fresh)):
            return None
        self._cell.changed(self._cell.outbox.changed({operation.id}, fresh=fresh), told=False)
        self._cell.listener.target_changed(fresh)
        if action is not None and not moved:
            return NotOffered(action=action.name or action.id)
        ago = int((self._cell.clock() - fresh.updated_at).total_seconds() // 60) if fresh.updated_at else -1
        return MovedOn(state=fresh.employer_state.name if fresh.employer_state else "", minutes=max(-1, ago))

    def before(self, operation: Operation) -> Negotiation:
        """Where the candidate is as far as we know until the write takes place."""
        return after_own_steps(operation, self._cell.finished).negotiation

    def same_before(self, operation: Operation, at: datetime) -> int:
        """How many letters of the same words went to them, from `CLOCKS_DIFFER` before `at` (UTC) on."""
        text, since = operation.text, at - CLOCKS_DIFFER
        return sum(
            one.stage is Stage.DONE
            and one.at >= since
            and one.operation.negotiation.id == operation.negotiation.id
            and one_line(one.operation.text or "") == one_line(text or "")
            for one in self._cell.finished
            if one.operation.text is not None and text is not None
        )
