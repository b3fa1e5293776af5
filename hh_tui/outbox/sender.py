"""Sending one write: lets out what has been held long enough, once, and finds out what became of it."""

from hh_tui.api.models import Negotiation
from hh_tui.errors import (
    AnswerLost,
    HHError,
    NegotiationRefused,
    NotAuthorized,
    NotCarriedOut,
    NotChecked,
    RateLimited,
    ServerError,
    Unreachable,
    UnreadableAnswer,
    Unsettled,
)
from hh_tui.inbox.decisions.conflict_check import after_own_steps, needs_look
from hh_tui.inbox.decisions.journal_entries import Moved
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.decisions.outbox import OutboxEntry, Stage
from hh_tui.outbox.cell import OutboxCell
from hh_tui.outbox.connection import OutboxConnection
from hh_tui.outbox.daily_limit import DailyLimit
from hh_tui.outbox.guard import Guard
from hh_tui.outbox.reconcile import Interrupted, WriteAttempt
from hh_tui.outbox.send_hook import SendHook
from hh_tui.outbox.write_lane import WriteLane
from hh_tui.worker.priority_semaphore import Urgency
from hh_tui.worker.session import ApiWorker


class _AnotherAccount(Exception):
    """The working account, or the login, was changed before the write left."""


class WriteSender:
    """Sends each write by itself, from the end of its hold to the server's answer.

    `tick` and `settle` begin tasks of the cell and return at once; errors of hh.ru end in the entries of the
    outbox, none is raised.
    """

    def __init__(
        self,
        cell: OutboxCell,
        worker: ApiWorker,
        lane: WriteLane,
        connection: OutboxConnection,
        guard: Guard,
        limit: DailyLimit,
        hook: SendHook,
    ) -> None:
        self._cell = cell
        self._worker = worker
        self._lane = lane
        self._connection = connection
        self._guard = guard
        self._limit = limit
        self._hook = hook

    def tick(self) -> None:
        """Begin to send what has waited long enough and is of the account at work."""
        for operation in self._cell.outbox.ready(self._cell.steady(), self._cell.clock()):
            if self._connection.is_ours(operation):
                outbox = self._cell.outbox.at(operation.id, Stage.SENDING)
                self._cell.changed(outbox.changed({operation.id}, began=None), told=False)
                self._cell.begin(operation.id, self._send(operation))

    def settle(self) -> None:
        """Begin to look after writes without an answer, where nobody does and hh.ru can be asked."""
        for entry in self._cell.outbox.of(Stage.UNKNOWN):
            operation = entry.operation
            alone = not operation.batch and not self._cell.is_at_work(operation.id)
            if alone and self._connection.asked_as(operation) is not None:
                self._cell.begin(operation.id, self._look_after(entry))

    async def _send(self, operation: Operation) -> None:
        """One write, to its end; a bug of whoever hears of it is told, and ends nothing else."""
        try:
            await self._bring_to_its_end(operation)
            self._limit.tell()
        except Exception as error:  # noqa: BLE001  (the owner of writes: what was written down counts)
            self._cell.listener.bug(error)
        finally:
            self._cell.end(operation.id)

    async def _bring_to_its_end(self, operation: Operation) -> None:
        """Carried out, refused, put off, or found out about."""
        noted = False
        try:
            arrived = await self._guard.arrived(operation)
            if not arrived:
                operation = self._guard.undoubted(operation)
                await self._hook.allow(operation)
                await self._look_before(operation)
            attempt = WriteAttempt(self._cell.clock(), self._guard.same_before(operation, self._cell.clock()))
            await self._cell.journal.append(Moved(operation.id, Stage.SENDING))
            noted = True
            if not arrived:
                await self._hand_over(operation, attempt)
        except (NotAuthorized, Unreachable, RateLimited) as error:
            self._wait_again(operation, error, noted=noted)
        except _AnotherAccount:
            self._cell.journal.append(Moved(operation.id, Stage.HELD))
            self._cell.changed(self._cell.outbox.at(operation.id, Stage.HELD))
        except Interrupted as interrupted:
            self._interrupted(interrupted)
        except HHError as error:
            if not self._limit.put_off(operation, error):
                self._cell.give_up(operation, await self._cause(operation, error))
        except Exception as error:  # noqa: BLE001  (the owner of writes: a bug must not leave one hanging)
            self._cell.give_up(operation, Unsettled() if noted else NotCarriedOut())
            self._cell.listener.bug(error)
        else:
            self._carried_out(operation)

    async def _hand_over(self, operation: Operation, attempt: WriteAttempt) -> None:
        """Send it, as the account it was decided in. Raises _AnotherAccount, unsent, and HHError."""
        if not self._connection.is_ours(operation):
            raise _AnotherAccount
        self._cell.changed(self._cell.outbox.changed({operation.id}, began=attempt.at), told=False)
        known = after_own_steps(operation, self._cell.finished)
        await self._lane.carry_out(
            known,
            attempt,
            lambda error: self._unanswered(operation, error),
            lambda: self._connection.asked_as(operation),
        )

    def _interrupted(self, interrupted: Interrupted) -> None:
        """It stays unknown, also in the journal, and is looked after again as soon as that can be done."""
        if interrupted.error is not None:
            self._connection.freeze(interrupted.error)

    async def _look_after(self, entry: OutboxEntry) -> None:
        """What became of a write that was sent in an earlier run, or before one was locked out."""
        operation = entry.operation
        began = entry.began or operation.decided_at
        attempt = WriteAttempt(began, self._guard.same_before(operation, began))
        known = after_own_steps(operation, self._cell.finished)
        try:
            await self._lane.reconcile(known, attempt, lambda: self._connection.asked_as(operation))
        except Interrupted as interrupted:
            self._interrupted(interrupted)
        except HHError as error:
            self._cell.give_up(operation, error)
        except Exception as error:  # noqa: BLE001  (the owner of writes)
            self._cell.give_up(operation, Unsettled())
            self._cell.listener.bug(error)
        else:
            self._carried_out(operation)
        finally:
            self._cell.end(operation.id)

    async def _look_before(self, operation: Operation) -> None:
        """Decided on a row that may be out of date by now, when its hold is over.

        Raises MovedOn or NotOffered when it must not go, NotChecked when hh.ru does not say how it is.
        """
        if not needs_look(operation):
            return
        try:
            fresh = await self._now(operation)
        except (AnswerLost, ServerError, UnreadableAnswer) as error:
            raise NotChecked() from error
        why = self._guard.stopped_by(operation, fresh)
        if why is not None:
            raise why
        self._cell.listener.target_changed(fresh)

    async def _now(self, operation: Operation) -> Negotiation:
        return await self._worker.read(
            lambda: self._worker.client.negotiations.one(operation.negotiation.id), Urgency.NOW
        )

    async def _cause(self, operation: Operation, error: HHError) -> HHError:
        """A refusal because of the candidate's stage says at which stage they are."""
        stage_is_wrong = isinstance(error, NegotiationRefused) and error.value == "wrong_state"
        if not stage_is_wrong or operation.invitation is not None:
            return error
        try:
            fresh = await self._now(operation)
        except HHError:
            return error
        return self._guard.stopped_by(operation, fresh) or error

    def _unanswered(self, operation: Operation, error: HHError) -> None:
        self._cell.journal.append(Moved(operation.id, Stage.UNKNOWN, error))
        self._cell.changed(self._cell.outbox.at(operation.id, Stage.UNKNOWN, error))
        self._limit.tell()

    def _wait_again(
        self, operation: Operation, error: NotAuthorized | Unreachable | RateLimited, *, noted: bool
    ) -> None:
        """Nothing was carried out: the write waits in its place."""
        if noted:
            self._cell.journal.append(Moved(operation.id, Stage.HELD, error))
        self._cell.changed(self._cell.outbox.at(operation.id, Stage.HELD))
        self._connection.wait_for(error)

    def _carried_out(self, operation: Operation) -> None:
        self._cell.finish(operation, Stage.DONE)
        self._cell.changed(self._cell.outbox.without(operation.id))
        self._cell.listener.carried_out(operation)
        self._cell.ended(operation)
