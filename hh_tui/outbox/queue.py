"""Holding writes: each can be taken back until its time has come, and is written down before it counts.

Everything that changes within one turn of the event loop is one transaction: a decision together with the
draft that became its letter, a failure together with the letter that goes back into the composer.
"""

from collections.abc import Awaitable, Collection, Iterable, Mapping
from typing import Final
from uuid import uuid4

from hh_tui.errors import AnswerLost, HHError, HookStopped, NotKept
from hh_tui.inbox.decisions import batch
from hh_tui.inbox.decisions.journal_entries import Added, Change, Moved, Record
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.decisions.outbox import OLD, Finished, Outbox, OutboxEntry, Stage
from hh_tui.inbox.rules.daily_limit import is_for_today
from hh_tui.outbox.cell import OutboxCell
from hh_tui.system.structs import replace

REGRET: Final = 60.0
"""Seconds in which taking the last decision back means a scheduled write, too."""


class OutboxQueue:
    """Adds, takes back, repeats and drops writes; sends nothing.

    Each change is written to the journal first of all; times of holds are seconds of the steady clock.
    """

    def __init__(self, cell: OutboxCell) -> None:
        self._cell = cell

    # What is open

    def exchange(self, new: Mapping[str, Operation], why: HHError, *before: Change) -> None:
        """Hold new writes in the places of the old ones of these ids, in one transaction with `before`.

        It is no decision of the person: undo and redo stay as they are. The old ones are written down as
        dropped, with `why`.
        """
        dropped = (Moved(old, Stage.DROPPED, why) for old in new)
        written = self._cell.journal.append(*before, *dropped, *(Added(one) for one in new.values()))
        self._cell.changed(self._cell.outbox.exchanged(new), told=False)
        self._cell.spawn(self._saved(tuple(new.values()), written))

    def load(self, records: Iterable[Record]) -> None:
        """Take up what an earlier run left: nothing of it is sent before the person has seen it.

        Scheduled writes wait on; one whose moment has just passed goes after a hold. What that run was
        sending has got no answer, and is written down as such.
        """
        entries: list[OutboxEntry] = []
        for record in records:
            if record.stage in {Stage.DONE, Stage.DROPPED}:
                # Where another stands in its place, that one tells what became of it.
                if not (record.stage is Stage.DROPPED and record.error and is_for_today(record.error)):
                    self._cell.finished = (
                        *self._cell.finished,
                        Finished(record.operation, record.stage, min(record.at, self._cell.clock())),
                    )
                if record.stage is Stage.DROPPED and record.attempted_at is not None:
                    # Whether it was refused is not kept: looking once too often does no harm.
                    self._cell.give_away(
                        OutboxEntry(record.operation, Stage.UNKNOWN, 0.0, began=record.attempted_at)
                    )
                continue
            stage = Stage.UNKNOWN if record.stage is Stage.SENDING else record.stage
            error = record.error
            if record.stage is Stage.SENDING:
                error = AnswerLost(host="")
                self._cell.journal.append(Moved(record.operation.id, Stage.UNKNOWN, error))
            entries.append(
                OutboxEntry(
                    record.operation,
                    stage,
                    self._due_again(record.operation),
                    error,
                    parked=stage is Stage.HELD and self._needs_asking(record.operation),
                    fresh=record.fresh,
                    began=record.attempted_at,
                )
            )
        self._cell.changed(replace(self._cell.outbox, entries=(*self._cell.outbox.entries, *entries)))

    def _needs_asking(self, operation: Operation) -> bool:
        """Whether a write of an earlier run must not go without a word of the person."""
        moment = operation.not_before
        return moment is None or self._cell.clock() - moment > OLD

    def _due_again(self, operation: Operation) -> float:
        """A moment that came while nobody looked can still be seen, and taken back."""
        moment, now = operation.not_before, self._cell.steady()
        return now if moment is None or self._cell.clock() < moment else now + self._cell.hold(operation)

    def _due(self, operation: Operation) -> float:
        """Until when a new write can be taken back without looking for it."""
        hold, moment = self._cell.hold(operation), operation.not_before
        if moment is not None:
            hold = max(hold, min(REGRET, (moment - self._cell.clock()).total_seconds()))
        return self._cell.steady() + hold

    # What the person does

    def hold(self, *operations: Operation) -> None:
        """Hold new writes that were decided together; they replace failed ones to the same candidates."""
        if len(operations) > 1:
            self._hold_together(operations, ())
            return
        for operation in operations:
            old = self._cell.outbox.replaced_by(operation)
            self._cell.give_away(*old)
            operation = self._cell.doubtful.marked(operation)
            changes: list[Change] = [Moved(one.operation.id, Stage.DROPPED) for one in old]
            outbox = self._cell.outbox.held(operation, self._due(operation), saved=False)
            self._take_in(outbox, (operation,), [*changes, Added(operation)])
            self._return_words(old, (operation,))

    def _take_in(self, outbox: Outbox, operations: tuple[Operation, ...], changes: list[Change]) -> None:
        written = self._cell.journal.append(*changes)
        self._cell.changed(outbox)
        self._cell.spawn(self._saved(operations, written))

    def _hold_together(self, operations: tuple[Operation, ...], dropped: tuple[Operation, ...]) -> None:
        """Hold what was decided together, in one transaction; `dropped` can still be redone."""
        old = batch.replaced_by(self._cell.outbox, operations)
        self._cell.give_away(*old)
        operations = tuple(self._cell.doubtful.marked(one) for one in operations)
        changes: list[Change] = [Moved(one.operation.id, Stage.DROPPED) for one in old]
        due = max(map(self._due, operations))
        outbox = replace(batch.held_together(self._cell.outbox, operations, due), dropped=dropped)
        self._take_in(outbox, operations, [*changes, *(Added(one) for one in operations)])
        self._return_words(old, operations)

    def _return_words(self, old: Iterable[OutboxEntry], new: Iterable[Operation]) -> None:
        """Tell of the words of failed writes that `new` ones took the places of, unless these carry them."""
        carried = {(one.negotiation.id, one.text) for one in new}
        replaced = (entry.operation for entry in old)
        lost = tuple(one for one in replaced if one.text and (one.negotiation.id, one.text) not in carried)
        if lost:
            self._cell.listener.superseded(lost)

    async def _saved(self, operations: tuple[Operation, ...], written: Awaitable[None]) -> None:
        """What could not be written down is not sent."""
        ids = {operation.id for operation in operations}
        try:
            await written
        except NotKept as error:
            self._cell.listener.not_kept(error)
            if len(operations) > 1:
                self._cell.refusals += len(operations)
                self._cell.changed(self._cell.outbox.changed(ids, stage=Stage.FAILED, error=error))
                self._cell.listener.batch_progressed((), operations)
                self._cell.ended(operations[0])
                return
            for operation in operations:
                if self._cell.outbox.entry(operation.id) is not None:
                    self._cell.give_up(operation, error)
        else:
            self._cell.changed(self._cell.outbox.changed(ids, saved=True))

    def take_back(self) -> tuple[Operation, ...]:
        """Take back what was decided last and still waits: one write, or all that is left of a batch."""
        outbox, operations = batch.taken_back(self._cell.outbox, self._cell.steady(), self._cell.clock())
        for one in operations:
            self._cell.finish(one, Stage.DROPPED)
        if operations:
            self._cell.changed(outbox)
            self._cell.ended(operations[0])
        return operations

    def hold_again(self, count: int = 0) -> tuple[Operation, ...]:
        """Hold once more what was taken back last: so many writes, or all that were decided together."""
        dropped = self._cell.outbox.dropped[-count:] if count else batch.last_dropped(self._cell.outbox)
        if len(dropped) < 2:
            return tuple(self._hold_one_again(one) for one in dropped)
        now, sprint = self._cell.clock(), uuid4().hex
        names = {one.batch: uuid4().hex for one in dropped if one.batch}
        operations = tuple(
            replace(
                one,
                id=uuid4().hex,
                batch=names.get(one.batch, ""),
                decided_at=now,
                sprint=sprint if one.sprint else "",
            )
            for one in dropped
        )
        self._hold_together(operations, self._cell.outbox.dropped[: -len(dropped)])
        return operations

    def _hold_one_again(self, operation: Operation) -> Operation:
        """Hold the write taken back last once more, by itself."""
        operation = replace(
            operation,
            id=uuid4().hex,
            batch="",
            decided_at=self._cell.clock(),
            sprint=uuid4().hex if operation.sprint else "",
        )
        old = self._cell.outbox.replaced_by(operation)
        self._cell.give_away(*old)
        operation = self._cell.doubtful.marked(operation)
        due = self._due(operation)
        changes: list[Change] = [Moved(one.operation.id, Stage.DROPPED) for one in old]
        self._take_in(
            self._cell.outbox.redone(operation, due, saved=False), (operation,), [*changes, Added(operation)]
        )
        self._return_words(old, (operation,))
        return operation

    def repeat(self, *operation_ids: str) -> tuple[Operation, ...]:
        """Hold failed writes once more where that may end otherwise, these or what failed last, together.

        What failed last is one line of the outbox. A write that was stopped because the candidate had moved
        on is decided anew on what is there now; any other that had left for hh.ru goes after a look at where
        the candidate is. What may have arrived is looked for first, also in the thread.
        """
        worth = self._repeatable(operation_ids)
        together = uuid4().hex
        again = tuple(
            self._again(one, together if len(worth) > 1 and one.operation.batch else "") for one in worth
        )
        self.hold(*again)
        return again

    def repeatable(self) -> tuple[Operation, ...]:
        """What failed last and may end otherwise, as it would go once more."""
        return tuple(one.operation for one in self._repeatable(()))

    def _repeatable(self, operation_ids: Collection[str]) -> tuple[OutboxEntry, ...]:
        outbox = self._cell.outbox
        from hh_tui.inbox.decisions.remedy import worth_repeating

        worth = worth_repeating(outbox.of(Stage.FAILED), self._cell.clock())
        if not worth:
            return ()
        ids = operation_ids or batch.mates(outbox, worth[-1].operation.id)
        return tuple(one for one in worth if one.operation.id in ids)

    def _again(self, entry: OutboxEntry, together: str) -> Operation:
        """A failed write decided anew, under a new id, `together` with others or by itself."""
        operation = replace(
            entry.operation,
            id=uuid4().hex,
            batch=together,
            decided_at=self._cell.clock(),
            sent_before=entry.unanswered_since,
            sprint=uuid4().hex if entry.operation.sprint else "",
        )
        if entry.fresh is not None:
            from hh_tui.inbox.decisions.conflict_check import offered_again

            # What was found then may be long ago, or of an earlier run: it is looked at once more.
            operation = offered_again(operation, entry.fresh, self._cell.clock()) or operation
        never_left = isinstance(entry.error, NotKept | HookStopped)
        return operation if never_left else replace(operation, seen_at=None)

    def drop(self, *operation_ids: str) -> tuple[Operation, ...]:
        """Give up writes that are not being sent; returns those that are given up now.

        What became of an unknown one is not looked for any longer.
        """
        given_up: list[Operation] = []
        for operation_id in operation_ids:
            entry = self._cell.outbox.entry(operation_id)
            if entry is None or entry.stage is Stage.SENDING:
                continue
            if (task := self._cell.end(operation_id)) is not None:
                task.cancel()
            self._cell.finish(entry.operation, Stage.DROPPED)
            self._cell.give_away(entry)
            self._cell.changed(self._cell.outbox.dropping(operation_id), told=False)
            given_up.append(entry.operation)
        self._cell.changed(self._cell.outbox)
        return tuple(given_up)

    def give_up_failed(self) -> tuple[OutboxEntry, ...]:
        """Give up the write that failed last, with all that were decided together with it and failed.

        Returns them as they were, each with the error it failed by.
        """
        failed = self._cell.outbox.of(Stage.FAILED)
        if not failed:
            return ()
        last = failed[-1]
        batch = last.operation.batch
        given_up = tuple(one for one in failed if one is last or (batch and one.operation.batch == batch))
        self.drop(*(one.operation.id for one in given_up))
        return given_up

    def hasten(self, operation_ids: Collection[str] | None = None) -> None:
        """End the wait of these writes, or of all that are not scheduled, however old they are."""
        self._cell.changed(self._cell.outbox.hastened(self._cell.steady(), self._cell.clock(), operation_ids))

    def ask(self) -> None:
        """A question is put to the person: meanwhile the clock of the holds stands still."""
        if self._cell.asked_at is None:
            self._cell.asked_at = self._cell.steady()

    def answered(self) -> None:
        """The question is answered: the holds go on."""
        asked, self._cell.asked_at = self._cell.asked_at, None
        if asked is not None:
            self._cell.changed(self._cell.outbox.delayed(self._cell.steady() - asked))
