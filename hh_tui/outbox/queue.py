"""Holding writes: each can be taken back until its time has come, and is written down before it counts.

Everything that changes within one turn of the event loop is one transaction: a decision together with the
draft that became its letter, a failure together with the letter that goes back into the composer.
"""

from collections.abc import Awaitable, Callable, Collection, Coroutine, Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, Final, Protocol
from uuid import uuid4

from hh_tui.api.models import Action
from hh_tui.errors import AnswerLost, HHError, NotKept, NotOffered, Unsettled
from hh_tui.inbox.decisions import batch
from hh_tui.inbox.decisions.conflict_check import offered_again
from hh_tui.inbox.decisions.doubtful import DoubtfulLetters
from hh_tui.inbox.decisions.journal_entries import Added, Change, Moved, Record
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.decisions.outbox import Entry, Finished, Outbox, Stage
from hh_tui.outbox.journal_writer import Scribe
from hh_tui.outbox.listener import Listener

OLD: Final = timedelta(minutes=15)
"""Age from which a held write is not sent without asking."""

REGRET: Final = 60.0
"""Seconds in which taking the last decision back means a scheduled write, too."""


def wanted_at(operation: Operation) -> datetime:
    """When the person wanted it sent."""
    return max(operation.decided_at, operation.not_before or operation.decided_at)


class Task(Protocol):
    """A coroutine that runs beside everything else."""

    def cancel(self) -> object:
        """End it where it waits."""


class Holding:
    """The outbox as far as nothing is sent.

    `hold` gives the seconds that an operation can be taken back; `clock` tells UTC, `steady` counts seconds
    and never jumps; `spawn` runs a coroutine beside everything else.
    """

    def __init__(
        self,
        scribe: Scribe,
        listener: Listener,
        *,
        hold: Callable[[Operation], float],
        clock: Callable[[], datetime],
        steady: Callable[[], float],
        spawn: Callable[[Coroutine[Any, Any, None]], Task],
    ) -> None:
        self.outbox = Outbox()
        self.finished: tuple[Finished, ...] = ()
        self.doubtful = DoubtfulLetters()
        self.account = ""
        self.refusals = 0
        self._scribe = scribe
        self._listener = listener
        self._hold = hold
        self._clock = clock
        self._steady = steady
        self._spawn = spawn
        self._asked_at: float | None = None
        self._at_work: dict[str, Task] = {}

    # What is open

    def load(self, records: Iterable[Record]) -> None:
        """Take up what an earlier run left: nothing of it is sent before the person has seen it.

        Scheduled writes wait on; one whose moment has just passed goes after a hold. What that run was
        sending has got no answer, and is written down as such.
        """
        entries: list[Entry] = []
        for record in records:
            if record.stage in {Stage.DONE, Stage.DROPPED}:
                self.finished = (*self.finished, Finished(record.operation, record.stage, record.at))
                if record.stage is Stage.DROPPED and record.attempted_at is not None:
                    # Whether it was refused is not kept: looking once too often does no harm.
                    self._give_away(Entry(record.operation, Stage.UNKNOWN, 0.0, began=record.attempted_at))
                continue
            stage = Stage.UNKNOWN if record.stage is Stage.SENDING else record.stage
            error = record.error
            if record.stage is Stage.SENDING:
                error = AnswerLost(host="")
                self._scribe.note(Moved(record.operation.id, Stage.UNKNOWN, error))
            entries.append(
                Entry(
                    record.operation,
                    stage,
                    self._due_again(record.operation),
                    error,
                    parked=stage is Stage.HELD and self._needs_asking(record.operation),
                    began=record.attempted_at,
                )
            )
        self._changed(replace(self.outbox, entries=(*self.outbox.entries, *entries)))

    def _needs_asking(self, operation: Operation) -> bool:
        """Whether a write of an earlier run must not go without a word of the person."""
        moment = operation.not_before
        return moment is None or self._clock() - moment > OLD

    def _due_again(self, operation: Operation) -> float:
        """A moment that came while nobody looked can still be seen, and taken back."""
        moment, now = operation.not_before, self._steady()
        return now if moment is None or self._clock() < moment else now + self._hold(operation)

    def _due(self, operation: Operation) -> float:
        """Until when a new write can be taken back without looking for it."""
        hold, moment = self._hold(operation), operation.not_before
        if moment is not None:
            hold = max(hold, min(REGRET, (moment - self._clock()).total_seconds()))
        return self._steady() + hold

    def clear(self) -> None:
        """Forget everything in memory, and end what is under way: another login has another outbox.

        What was sent and has no answer yet stays so in the journal, and is looked after when that is loaded.
        """
        for task in self._at_work.values():
            task.cancel()
        self._at_work = {}
        self.finished, self.doubtful, self.account = (), DoubtfulLetters(), ""
        self._changed(Outbox())

    def _give_away(self, *entries: Entry) -> None:
        """These leave the outbox without being done."""
        self.doubtful = self.doubtful.with_given_up(entries)

    def _is_ours(self, operation: Operation) -> bool:
        return not operation.account or operation.account == self.account

    def _changed(self, outbox: Outbox) -> None:
        self.outbox = outbox
        self._listener.outbox_changed()

    # What the person does

    def hold(self, *operations: Operation) -> None:
        """Hold new writes that were decided together."""
        if len(operations) > 1:
            self._hold_together(operations, ())
            return
        for operation in operations:
            old = self.outbox.replaced_by(operation)
            self._give_away(*old)
            operation = self.doubtful.marked(operation)
            changes: list[Change] = [Moved(one.operation.id, Stage.DROPPED) for one in old]
            outbox = self.outbox.held(operation, self._due(operation), saved=False)
            self._take_in(outbox, (operation,), [*changes, Added(operation)])

    def _take_in(self, outbox: Outbox, operations: tuple[Operation, ...], changes: list[Change]) -> None:
        written = self._scribe.note(*changes)
        self._changed(outbox)
        self._spawn(self._saved(operations, written))

    def _hold_together(self, operations: tuple[Operation, ...], dropped: tuple[Operation, ...]) -> None:
        """Hold a batch, in one transaction; `dropped` can still be redone."""
        old = batch.replaced_by(self.outbox, operations)
        self._give_away(*old)
        operations = tuple(self.doubtful.marked(one) for one in operations)
        changes: list[Change] = [Moved(one.operation.id, Stage.DROPPED) for one in old]
        due = self._due(operations[0])
        outbox = replace(batch.held_together(self.outbox, operations, due), dropped=dropped)
        self._take_in(outbox, operations, [*changes, *(Added(one) for one in operations)])

    async def _saved(self, operations: tuple[Operation, ...], written: Awaitable[None]) -> None:
        """What could not be written down is not sent."""
        ids = {operation.id for operation in operations}
        try:
            await written
        except NotKept as error:
            self._listener.not_kept(error)
            if len(operations) > 1:
                self.refusals += len(operations)
                self._changed(self.outbox.changed(ids, stage=Stage.FAILED, error=error))
                self._listener.batch_went((), operations)
                self._listener.batch_ended(batch.report(self.outbox, self.finished, operations[0].batch))
                return
            for operation in operations:
                if self.outbox.entry(operation.id) is not None:
                    self._give_up(operation, error)
        else:
            self._changed(self.outbox.changed(ids, saved=True))

    def take_back(self) -> Operation | None:
        """Take the last held write back."""
        outbox, operation = self.outbox.undone(self._steady(), self._clock())
        if operation is not None:
            self._finish(operation, Stage.DROPPED)
            self._changed(outbox)
        return operation

    def take_back_all(self) -> tuple[Operation, ...]:
        """Take back what was decided last and still waits: one write, or all that is left of a batch."""
        operations = batch.last_held(self.outbox, self._steady(), self._clock())
        for one in operations:
            self._finish(one, Stage.DROPPED)
        if operations:
            left = self.outbox.without(*(one.id for one in operations))
            self._changed(replace(left, dropped=(*left.dropped, *operations)))
            if operations[0].batch:
                self._ended(operations[0].batch)
        return operations

    def hold_all_again(self) -> tuple[Operation, ...]:
        """Hold once more what was taken back last, all of it."""
        dropped = batch.last_dropped(self.outbox)
        if len(dropped) < 2:
            again = self.hold_again()
            return (again,) if again else ()
        now, name = self._clock(), uuid4().hex
        operations = tuple(replace(one, id=uuid4().hex, batch=name, decided_at=now) for one in dropped)
        self._hold_together(operations, self.outbox.dropped[: -len(dropped)])
        return operations

    def _ended(self, batch_id: str) -> None:
        """Tell what became of a batch that has come to its end."""
        said = batch.report(self.outbox, self.finished, batch_id)
        if not said.waiting:
            self._listener.batch_ended(said)

    def hold_again(self) -> Operation | None:
        """Hold the write taken back last once more."""
        if not self.outbox.dropped:
            return None
        operation = replace(self.outbox.dropped[-1], id=uuid4().hex, batch="", decided_at=self._clock())
        old = self.outbox.replaced_by(operation)
        self._give_away(*old)
        operation = self.doubtful.marked(operation)
        due = self._due(operation)
        changes: list[Change] = [Moved(one.operation.id, Stage.DROPPED) for one in old]
        self._take_in(
            self.outbox.redone(operation, due, saved=False), (operation,), [*changes, Added(operation)]
        )
        return operation

    def repeat(self, operation_id: str | None = None) -> Operation | None:
        """Hold a failed write once more, the last one unless another is named.

        One that was stopped because the candidate had moved on is decided anew on what is there now; any
        other that had left for hh.ru goes after a look at where the candidate is. What may have arrived is
        looked for first, also in the thread.
        """
        failed = [
            entry
            for entry in self.outbox.of(Stage.FAILED)
            if operation_id is None or entry.operation.id == operation_id
        ]
        if not failed:
            return None
        entry = failed[-1]
        operation = replace(
            entry.operation,
            id=uuid4().hex,
            batch="",
            decided_at=self._clock(),
            sent_before=entry.unanswered_since,
        )
        if entry.fresh is not None:
            again = offered_again(operation, entry.fresh, self._clock())
            if again is None:
                self._refuse_again(entry, operation.action)
                return None
            operation = again
        elif not isinstance(entry.error, NotKept):
            operation = replace(operation, seen_at=None)
        self.hold(operation)
        return operation

    def _refuse_again(self, entry: Entry, action: Action | None) -> None:
        error = NotOffered(action=(action.name or action.id) if action else "")
        self._changed(self.outbox.at(entry.operation.id, Stage.FAILED, error))
        self._listener.refused(entry.operation, error, letter_back=False)

    def drop(self, *operation_ids: str) -> tuple[Operation, ...]:
        """Give up writes that are not being sent; returns those that are given up now.

        What became of an unknown one is not looked for any longer.
        """
        given_up: list[Operation] = []
        for operation_id in operation_ids:
            entry = self.outbox.entry(operation_id)
            if entry is None or entry.stage is Stage.SENDING:
                continue
            if (task := self._at_work.pop(operation_id, None)) is not None:
                task.cancel()
            self._finish(entry.operation, Stage.DROPPED)
            self._give_away(entry)
            self.outbox = self.outbox.dropping(operation_id)
            given_up.append(entry.operation)
        self._changed(self.outbox)
        return tuple(given_up)

    def give_up_failed(self) -> tuple[Operation, ...]:
        """Give up the write that failed last, with all that stand in one line with it."""
        failed = self.outbox.of(Stage.FAILED)
        return self.drop(*batch.mates(self.outbox, failed[-1].operation.id)) if failed else ()

    def send_now(self, operation_ids: Collection[str] | None = None) -> None:
        """End the wait of these writes, or of all that are not scheduled, however old they are."""
        self._changed(self.outbox.hastened(self._steady(), self._clock(), operation_ids))

    def ask(self) -> None:
        """A question is put to the person: meanwhile the clock of the holds stands still."""
        if self._asked_at is None:
            self._asked_at = self._steady()

    def answered(self) -> None:
        """The question is answered: the holds go on."""
        asked, self._asked_at = self._asked_at, None
        if asked is not None:
            self._changed(self.outbox.delayed(self._steady() - asked))

    # What becomes of it

    def _give_up(self, operation: Operation, error: HHError) -> None:
        """A failed action can be repeated; a letter that surely did not go is a draft again."""
        self.refusals += 1
        unsaved = isinstance(error, NotKept)
        entry = self.outbox.entry(operation.id)
        fresh = entry is not None and entry.fresh is not None
        certain = (
            not isinstance(error, Unsettled) and not fresh and (not unsaved or not (entry and entry.saved))
        )
        letter_back = operation.action is None and certain and operation.sent_before is None
        if not unsaved:
            self._scribe.note(Moved(operation.id, Stage.FAILED, error))
        if letter_back:
            if not unsaved:
                self._scribe.note(Moved(operation.id, Stage.DROPPED))
            if entry is not None:
                self._give_away(replace(entry, error=error))
            self._changed(self.outbox.without(operation.id))
        else:
            self._changed(self.outbox.at(operation.id, Stage.FAILED, error))
        self._listener.refused(operation, error, letter_back=letter_back)

    def _finish(self, operation: Operation, stage: Stage) -> None:
        self._scribe.note(Moved(operation.id, stage))
        self.finished = (*self.finished, Finished(operation, stage, self._clock()))
