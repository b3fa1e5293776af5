"""All that sends writes and looks after those without an answer: imported once there is a write."""

from collections.abc import Callable

from hh_tui.outbox.batch_sender import BatchSender
from hh_tui.outbox.cell import OutboxCell
from hh_tui.outbox.connection import OutboxConnection
from hh_tui.outbox.daily_limit import DailyLimit
from hh_tui.outbox.guard import Guard
from hh_tui.outbox.send_hook import Ask, SendHook
from hh_tui.outbox.sender import WriteSender
from hh_tui.outbox.write_lane import WriteLane
from hh_tui.worker.session import ApiWorker


class Senders:
    """Those of single writes and of batches, which share one lane and one guard."""

    def __init__(
        self,
        cell: OutboxCell,
        worker: ApiWorker,
        connection: OutboxConnection,
        exchange: Callable[..., None],
        before_send: Ask | None,
    ) -> None:
        self._lane = lane = WriteLane(worker)
        guard, hook = Guard(cell, lane, connection), SendHook(before_send)
        self._writes = WriteSender(cell, worker, lane, connection, guard, DailyLimit(cell, exchange), hook)
        self._batches = BatchSender(cell, worker, lane, connection, guard, hook)

    def tick(self) -> None:
        """Send what has waited long enough."""
        self._writes.tick()
        self._batches.tick()

    def settle(self) -> None:
        """Look after what has no answer."""
        self._batches.settle()
        self._writes.settle()

    def clear(self) -> None:
        """Nothing more is done about chunks that are under way."""
        self._batches.clear()

    def pop_invited(self, operation_id: str) -> str | None:
        """The id of the negotiation that an invitation made, told once; None where it is not known."""
        return self._lane.pop_invited(operation_id)
