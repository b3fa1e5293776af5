"""The sender: lets out what has been held long enough, once, and finds out what became of it."""

from collections.abc import Callable, Collection, Coroutine, Hashable
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

from hh_tui.api.models import Negotiation
from hh_tui.errors import (
    AnswerLost,
    HHError,
    LetterLost,
    NegotiationRefused,
    NotAuthorized,
    NotCarriedOut,
    NotChecked,
    RateLimited,
    Refused,
    ServerError,
    Unreachable,
    UnreadableAnswer,
    Unsettled,
)
from hh_tui.i18n.text import one_line
from hh_tui.inbox.decisions.conflict_check import after_own_steps, needs_look
from hh_tui.inbox.decisions.journal_entries import Moved
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.decisions.outbox import Entry, Stage
from hh_tui.outbox.batch_sender import Batching
from hh_tui.outbox.journal_writer import Scribe
from hh_tui.outbox.listener import Listener
from hh_tui.outbox.queue import OLD, Task, wanted_at
from hh_tui.outbox.reconcile import CLOCKS_DIFFER, Attempt, Interrupted
from hh_tui.worker.session import ApiWorker, Urgency

TOLD: Final = 1.0
"""Seconds for which the end of a wait is still told."""

PROBES: Final = (5.0, 10.0, 20.0, 40.0, 60.0)
"""Seconds between two tries to reach hh.ru while something waits for the connection; the last one repeats."""


class _AnotherAccount(Exception):
    """The working account, or the login, was changed before the write left."""


class Sender(Batching):
    """The outbox, from the decision to the server's answer."""

    def __init__(
        self,
        worker: ApiWorker,
        scribe: Scribe,
        listener: Listener,
        *,
        hold: Callable[[Operation], float],
        clock: Callable[[], datetime],
        steady: Callable[[], float],
        spawn: Callable[[Coroutine[Any, Any, None]], Task],
    ) -> None:
        super().__init__(scribe, listener, hold=hold, clock=clock, steady=steady, spawn=spawn)
        self._worker = worker
        self._known_as: Hashable | None = None
        self._probe_due: float | None = None
        self._probes = 0

    def known_as(self, account: str) -> None:
        """The working account is known: its own writes can go, and its unknown ones are looked after."""
        self.account, self._known_as = account, self._worker.identity
        self._settle()

    def _settle(self) -> None:
        """Look after what has no answer, where nobody does and hh.ru can be asked."""
        self._settle_batches()
        for entry in self.outbox.of(Stage.UNKNOWN):
            operation = entry.operation
            alone = not operation.batch and operation.id not in self._at_work
            if alone and self._asked_as(operation) is not None:
                self._at_work[operation.id] = self._spawn(self._look_after(entry))

    def clear(self) -> None:
        """Forget everything in memory, and end what is under way."""
        super().clear()
        self._known_as = None

    def _is_ours(self, operation: Operation) -> bool:
        """Whether hh.ru is asked as the account it was decided in; not between two of them."""
        return super()._is_ours(operation) and self._known_as == self._worker.identity

    def _asked_as(self, operation: Operation) -> Hashable | None:
        """As whom hh.ru can be asked about a write; None while one is locked out, or somebody else."""
        return self._known_as if self._is_ours(operation) and not self.outbox.frozen else None

    def send_now(self, operation_ids: Collection[str] | None = None) -> None:
        """End the wait of these writes, or of all that are not scheduled, however old they are."""
        super().send_now(operation_ids)
        self.tick()

    def tick(self) -> None:
        """Send what has waited long enough; what has become old waits for the person."""
        if self._asked_at is not None:
            return
        self._heed_cooldown()
        self._probe()
        self._settle()
        self._park_old()
        for operation in self.outbox.ready(self._steady(), self._clock()):
            if self._is_ours(operation):
                self.outbox = self.outbox.at(operation.id, Stage.SENDING)
                self._at_work[operation.id] = self._spawn(self._send(operation))
        self._tick_batches()
        now = self._steady()
        if self.outbox.hurrying(self._clock()) or any(one.due > now - TOLD for one in self.outbox.open):
            self._changed(self.outbox)

    def _park_old(self) -> None:
        """What would go out now although it was decided long ago waits for the person."""
        waiting = self.outbox.of(Stage.HELD) if self.outbox.may_send(self._steady()) else ()
        old = {
            entry.operation.id
            for entry in waiting
            if entry.due <= self._steady() and not entry.parked and not entry.released
            if self._clock() - wanted_at(entry.operation) > OLD
        }
        if old:
            self._changed(self.outbox.changed(old, parked=True))
            self._listener.old_writes()

    async def _send(self, operation: Operation) -> None:
        """One write, to its end: carried out, refused, or found out about."""
        noted = False
        try:
            arrived = await self._arrived(operation)
            if not arrived:
                operation = self._undoubted(operation)
                await self._look_before(operation)
            attempt = Attempt(self._clock(), self._same_before(operation, self._clock()))
            await self._scribe.note(Moved(operation.id, Stage.SENDING))
            noted = True
            if not arrived:
                await self._hand_over(operation, attempt)
        except (NotAuthorized, Unreachable, RateLimited) as error:
            self._wait_again(operation, error, noted=noted)
        except _AnotherAccount:
            self._scribe.note(Moved(operation.id, Stage.HELD))
            self._changed(self.outbox.at(operation.id, Stage.HELD))
        except Interrupted as interrupted:
            self._interrupted(interrupted)
        except HHError as error:
            self._give_up(operation, await self._cause(operation, error))
        except Exception as error:  # noqa: BLE001  (the owner of writes: a bug must not leave one hanging)
            self._give_up(operation, Unsettled() if noted else NotCarriedOut())
            self._listener.bug(error)
        else:
            self._carried_out(operation)
        finally:
            self._at_work.pop(operation.id, None)

    async def _hand_over(self, operation: Operation, attempt: Attempt) -> None:
        """Send it, as the account it was decided in. Raises _AnotherAccount, unsent, and HHError."""
        if not self._is_ours(operation):
            raise _AnotherAccount
        self.outbox = self.outbox.changed({operation.id}, began=attempt.at)
        known = after_own_steps(operation, self.finished)
        await self._worker.carry_out(
            known,
            attempt,
            lambda error: self._unanswered(operation, error),
            lambda: self._asked_as(operation),
        )

    def _interrupted(self, interrupted: Interrupted) -> None:
        """It stays unknown, also in the journal, and is looked after again as soon as that can be done."""
        if interrupted.error is not None:
            self.freeze(interrupted.error)

    async def _arrived(self, operation: Operation) -> bool:
        """Whether an earlier try that got no answer is there. Raises HHError where that can't be seen."""
        sent = operation.sent_before
        if sent is None:
            return False
        known = after_own_steps(operation, self.finished)
        attempt = Attempt(sent, self._same_before(operation, sent))
        try:
            return await self._worker.arrived(known, attempt, lambda: self._asked_as(operation))
        except (NotAuthorized, Unreachable, RateLimited, LetterLost, Unsettled):
            raise
        except HHError as error:
            raise Unsettled() from error

    def _undoubted(self, operation: Operation) -> Operation:
        """The operation once it is known that no earlier try of it arrived."""
        if operation.sent_before is None:
            return operation
        operation = replace(operation, sent_before=None)
        self.outbox = self.outbox.changed({operation.id}, operation=operation)
        return operation

    async def _look_after(self, entry: Entry) -> None:
        """What became of a write that was sent in an earlier run, or before one was locked out."""
        operation = entry.operation
        began = entry.began or operation.decided_at
        attempt = Attempt(began, self._same_before(operation, began))
        known = after_own_steps(operation, self.finished)
        try:
            await self._worker.find_out(known, attempt, lambda: self._asked_as(operation))
        except Interrupted as interrupted:
            self._interrupted(interrupted)
        except HHError as error:
            self._give_up(operation, error)
        except Exception as error:  # noqa: BLE001  (the owner of writes)
            self._give_up(operation, Unsettled())
            self._listener.bug(error)
        else:
            self._carried_out(operation)
        finally:
            self._at_work.pop(operation.id, None)

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
        why = self._stopped_by(operation, fresh)
        if why is not None:
            raise why
        self._listener.moved_on(fresh)

    async def _now(self, operation: Operation) -> Negotiation:
        return await self._worker.read(
            lambda: self._worker.client.negotiation(operation.negotiation.id), Urgency.NOW
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
        return self._stopped_by(operation, fresh) or error

    def _unanswered(self, operation: Operation, error: HHError) -> None:
        self._scribe.note(Moved(operation.id, Stage.UNKNOWN, error))
        self._changed(self.outbox.at(operation.id, Stage.UNKNOWN, error))

    def _wait_again(
        self, operation: Operation, error: NotAuthorized | Unreachable | RateLimited, *, noted: bool
    ) -> None:
        """Nothing was carried out: the write waits in its place."""
        if noted:
            self._scribe.note(Moved(operation.id, Stage.HELD, error))
        self._changed(self.outbox.at(operation.id, Stage.HELD))
        self._wait_for(error)

    def _carried_out(self, operation: Operation) -> None:
        self._finish(operation, Stage.DONE)
        self._changed(self.outbox.without(operation.id))
        self._listener.carried_out(operation)

    def _same_before(self, operation: Operation, at: datetime) -> int:
        """Letters of the same words that went to the same candidate shortly before this moment, or since."""
        text, since = operation.text, at - CLOCKS_DIFFER
        return sum(
            one.stage is Stage.DONE
            and one.at >= since
            and one.operation.negotiation.id == operation.negotiation.id
            and one_line(one.operation.text or "") == one_line(text or "")
            for one in self.finished
            if one.operation.text is not None and text is not None
        )

    # Login, connection and cooldown

    def _wait_for(self, error: NotAuthorized | Unreachable | RateLimited) -> None:
        """All writes wait: for a login, for the connection, or until hh.ru may be asked again."""
        if isinstance(error, NotAuthorized):
            self.freeze(error)
        elif isinstance(error, Unreachable):
            self.connection(False)
        else:
            self._heed_cooldown()

    def _heed_cooldown(self) -> None:
        """Nothing is sent until the pause is over that hh.ru asked for, in answer to whatever it was."""
        left = self._worker.cooldown.left
        until = self._steady() + left if left else 0.0
        if until > self.outbox.cooldown_until:
            self._changed(replace(self.outbox, cooldown_until=until))

    def freeze(self, error: NotAuthorized) -> None:
        """hh.ru lets nobody in: what is open waits for a new login, and nothing is lost."""
        if not self.outbox.frozen:
            self._changed(replace(self.outbox, frozen=True))
            self._listener.shut_out(error)

    def thaw(self) -> None:
        """hh.ru answers again."""
        if self.outbox.frozen:
            self._changed(replace(self.outbox, frozen=False))
            self._settle()

    def connection(self, up: bool) -> None:
        """The connection came or went; what waited for it goes out, unless it has become old meanwhile."""
        if self.outbox.offline is not up:
            return
        self._probes, self._probe_due = 0, None
        self._changed(replace(self.outbox, offline=not up))
        self._listener.connection(up)
        if up:
            self.tick()

    def _probe(self) -> None:
        """Try to reach hh.ru while something waits for it."""
        held = [one for one in self.outbox.hurrying(self._clock()) if one.stage is Stage.HELD]
        if not self.outbox.offline or not held:
            return
        now = self._steady()
        if self._probe_due is None:
            self._probe_due = now + PROBES[min(self._probes, len(PROBES) - 1)]
        elif now >= self._probe_due:
            self._probes, self._probe_due = self._probes + 1, None
            self._spawn(self._knock())

    async def _knock(self) -> None:
        """Ask who we are (GET /me): hh.ru is there when it answers, also where it says no."""
        try:
            await self._worker.read(self._worker.client.me, Urgency.SOON)
        except NotAuthorized as error:
            self.freeze(error)
        except Refused:
            pass
        except HHError:
            return
        self.connection(True)
