"""The outbox, from the decision to the server's answer: what screens and `hh-tui flush` call."""

from collections.abc import Callable, Collection, Coroutine, Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from hh_tui.errors import NotAuthorized
from hh_tui.inbox.decisions.batch import last_held
from hh_tui.inbox.decisions.journal_entries import Record
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.decisions.outbox import Finished, Outbox, OutboxEntry, Stage
from hh_tui.outbox.cell import OutboxCell, Task
from hh_tui.outbox.connection import OutboxConnection
from hh_tui.outbox.journal_writer import JournalWriter
from hh_tui.outbox.listener import OutboxListener
from hh_tui.outbox.queue import OutboxQueue
from hh_tui.worker.session import ApiWorker

if TYPE_CHECKING:
    from hh_tui.outbox.send_hook import Ask
    from hh_tui.outbox.senders import Senders

TOLD: Final = 1.0
"""Seconds for which the end of a wait is still told."""


class OutboxService:
    """Holds writes, sends each once, and finds out what became of it.

    `hold` gives the seconds that an operation can be taken back; `clock` tells UTC, `steady` counts seconds
    and never jumps; `spawn` runs a coroutine beside everything else. `before_send` is asked before a write
    leaves for the first time.
    """

    def __init__(
        self,
        worker: ApiWorker,
        journal: JournalWriter,
        listener: OutboxListener,
        *,
        hold: Callable[[Operation], float],
        clock: Callable[[], datetime],
        steady: Callable[[], float],
        spawn: Callable[[Coroutine[Any, Any, None]], Task],
        before_send: "Ask | None" = None,
    ) -> None:
        self._cell = cell = OutboxCell(journal, listener, hold, clock, steady, spawn)
        self._connection = OutboxConnection(cell, worker, settle=self._settle, tick=self.tick)
        self._queue = OutboxQueue(cell)
        self._worker, self._before_send = worker, before_send
        self._made: Senders | None = None

    def _make_senders(self) -> "Senders":
        """They are made when there is something to send, or to look after."""
        from hh_tui.outbox.senders import Senders

        if self._made is None:
            exchange = self._queue.exchange
            self._made = Senders(self._cell, self._worker, self._connection, exchange, self._before_send)
        return self._made

    @property
    def outbox(self) -> Outbox:
        """All open writes."""
        return self._cell.outbox

    @property
    def finished(self) -> tuple[Finished, ...]:
        """What was done or dropped in this run, and before it as far as loaded, the latest last."""
        return self._cell.finished

    @property
    def account(self) -> str:
        """The working account, as `Inbox.who` names it; empty while it is not known."""
        return self._cell.account

    @property
    def refusals(self) -> int:
        """How many writes have been refused in this run."""
        return self._cell.refusals

    def pop_invited(self, operation_id: str) -> str | None:
        """The id of the negotiation that an invitation made, told once; None where it is not known."""
        return self._make_senders().pop_invited(operation_id)

    # The login

    def load(self, records: Iterable[Record]) -> None:
        """Take up what an earlier run left; but for what is due, none of it goes without asking."""
        self._queue.load(records)

    def known_as(self, account: str) -> None:
        """The working account is known: its own writes can go, and its unknown ones are looked after."""
        self._connection.known_as(account)
        self._settle()

    def clear(self) -> None:
        """Forget everything in memory, and end what is under way: another login has another outbox."""
        if self._made is not None:
            self._made.clear()
        self._cell.clear()
        self._connection.forget()

    def freeze(self, error: NotAuthorized) -> None:
        """hh.ru lets nobody in: what is open waits for a new login, and nothing is lost."""
        self._connection.freeze(error)

    def thaw(self) -> None:
        """hh.ru answers again."""
        self._connection.thaw()

    def connection(self, up: bool) -> None:
        """hh.ru can be reached again, or not: writes wait meanwhile."""
        self._connection.connection(up)

    # What the person does

    def hold(self, *operations: Operation) -> None:
        """Hold new writes that were decided together."""
        self._queue.hold(*operations)

    def hand_in(self) -> None:
        """Have written what was held by now in this very call, not at its end: there is more to do in it."""
        self._cell.journal.append_now()

    @property
    def has_held(self) -> bool:
        """Whether `take_back` would take something back now."""
        return bool(last_held(self.outbox, self._cell.steady(), self._cell.clock()))

    def take_back(self) -> tuple[Operation, ...]:
        """Take back what was decided last and still waits: one write, or all that is left of a batch."""
        return self._queue.take_back()

    def hold_again(self, count: int = 0) -> tuple[Operation, ...]:
        """Hold once more what was taken back last: so many writes, or all that were decided together."""
        return self._queue.hold_again(count)

    def repeatable(self) -> tuple[Operation, ...]:
        """What failed last and may end otherwise, as `repeat` would hold it once more."""
        return self._queue.repeatable()

    def repeat(self, *operation_ids: str) -> tuple[Operation, ...]:
        """Hold failed writes once more where that may end otherwise; without ids what failed last."""
        return self._queue.repeat(*operation_ids)

    def drop(self, *operation_ids: str) -> tuple[Operation, ...]:
        """Give up writes that are not being sent; returns those that are given up now."""
        return self._queue.drop(*operation_ids)

    def give_up_failed(self) -> tuple[OutboxEntry, ...]:
        """Give up the write that failed last, with all that were decided together with it and failed.

        Returns them as they were, each with the error it failed by.
        """
        return self._queue.give_up_failed()

    def send_now(self, operation_ids: Collection[str] | None = None) -> None:
        """End the wait of these writes, or of all that are not scheduled, however old they are."""
        self._queue.hasten(operation_ids)
        self.tick()

    def ask(self) -> None:
        """A question is put to the person: meanwhile the clock of the holds stands still."""
        self._queue.ask()

    def answered(self) -> None:
        """The question is answered: the holds go on."""
        self._queue.answered()

    # Time

    def tick(self) -> None:
        """Send what has waited long enough; what is older than `OLD` waits for the person.

        To be called about four times a second while writes are open; it returns at once.
        """
        cell = self._cell
        if cell.asked_at is not None:
            return
        cell.heed_clock()
        self._connection.heed_cooldown()
        self._connection.probe()
        self._settle()
        self._park_old()
        if cell.outbox.entries:
            self._make_senders().tick()
        now = cell.steady()
        if cell.outbox.hurrying(cell.clock()) or any(one.due > now - TOLD for one in cell.outbox.open):
            cell.changed(cell.outbox)

    def broken_off(self) -> None:
        """Everything under way was ended from outside: what has left got no answer, the rest waits."""
        outbox = self._cell.outbox
        sending = {one.operation.id: one.began is not None for one in outbox.of(Stage.SENDING)}
        gone = {key for key, has_begun in sending.items() if has_begun}
        outbox = outbox.changed(gone, stage=Stage.UNKNOWN)
        self._cell.changed(outbox.changed(sending.keys() - gone, stage=Stage.HELD), told=False)

    def _settle(self) -> None:
        """Look after what has no answer, where nobody does and hh.ru can be asked."""
        if self._cell.outbox.of(Stage.UNKNOWN):
            self._make_senders().settle()

    def _park_old(self) -> None:
        """What would go out now although it was decided long ago waits for the person."""
        waiting = self._cell.outbox.of(Stage.HELD) if self._cell.outbox.may_send(self._cell.steady()) else ()
        old = {
            entry.operation.id
            for entry in waiting
            if entry.due <= self._cell.steady() and not entry.parked and entry.is_old(self._cell.clock())
        }
        if old:
            self._cell.changed(self._cell.outbox.changed(old, parked=True))
            self._cell.listener.old_writes()
