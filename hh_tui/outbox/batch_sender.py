"""Sending what was decided together: a chunk of up to fifty in one request, one chunk after the other.

A refused chunk was carried out for nobody: whoever is to blame is found by reading, and the others go again.
A chunk without an answer is settled by reading, never by sending it again.
"""

from collections.abc import Callable, Coroutine, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Final

from hh_tui.api.limits import BULK
from hh_tui.errors import (
    HHError,
    NotAuthorized,
    NotCarriedOut,
    NotChecked,
    NotFound,
    NotOffered,
    RateLimited,
    Unreachable,
    Unsettled,
)
from hh_tui.inbox.decisions import batch
from hh_tui.inbox.decisions.blame import ALONE, is_everybodys, is_plainly_about, names_a_reason
from hh_tui.inbox.decisions.conflict_check import needs_look, offered_again
from hh_tui.inbox.decisions.journal_entries import Moved
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.decisions.outbox import Stage
from hh_tui.outbox.cell import OutboxCell
from hh_tui.outbox.connection import OutboxConnection
from hh_tui.outbox.guard import Guard
from hh_tui.outbox.locate import Found, where_now
from hh_tui.outbox.reconcile import Interrupted
from hh_tui.outbox.reconcile_chunk import ChunkReconciler
from hh_tui.outbox.send_hook import SendHook
from hh_tui.outbox.write_lane import WriteLane
from hh_tui.system.structs import replace
from hh_tui.worker.session import ApiWorker

Refusals = dict[str, HHError]
"""Why candidates can't be decided on, by the id of the operation."""

_CHUNKS: Final = "chunks"
"""Under this name stands the task that works on chunks."""


class BatchSender:
    """Sends batches in chunks of 50 at most, one chunk at a time.

    Operation put-negotiations-collection-to-next-state. `tick` and `settle` begin a task of the cell and
    return at once; errors of hh.ru end in the entries of the outbox, none is raised.
    """

    def __init__(
        self,
        cell: OutboxCell,
        worker: ApiWorker,
        lane: WriteLane,
        connection: OutboxConnection,
        guard: Guard,
        hook: SendHook,
    ) -> None:
        self._cell = cell
        self._worker = worker
        self._lane = lane
        self._connection = connection
        self._guard = guard
        self._hook = hook
        self._turn: object | None = None
        """Whoever sends or settles chunks now."""
        self._alone = 0
        """How many were refused without a reason, each alone, since anybody was moved."""

    def clear(self) -> None:
        """End the turn of whoever works on chunks: at their next step they do nothing more."""
        self._turn = None

    def tick(self) -> None:
        """Send a batch whose time has come, unless one is under way."""
        if self._turn is None and self._next_chunk(BULK):
            self._begin(self._send_batches)

    def _begin(self, work: Callable[[object], Coroutine[Any, Any, None]]) -> None:
        """Only one at a time works on chunks; it ends when the turn is no longer its own."""
        turn = self._turn = object()
        self._cell.begin(_CHUNKS, work(turn))

    def _end(self, turn: object) -> None:
        if self._turn is turn:
            self._turn = None
            self._cell.end(_CHUNKS)

    def _next_chunk(self, most: int) -> tuple[Operation, ...]:
        return batch.next_chunk(
            self._cell.outbox, self._cell.steady(), self._cell.clock(), most, self._connection.is_ours
        )

    def _unsettled(self) -> tuple[Operation, ...]:
        """What of our batches has got no answer."""
        unknown = (one.operation for one in self._cell.outbox.of(Stage.UNKNOWN))
        return tuple(one for one in unknown if one.batch and self._connection.asked_as(one) is not None)

    def settle(self) -> None:
        """Find out what became of chunks without an answer: of an earlier run, or from before a lockout."""
        if self._turn is None and self._unsettled():
            self._begin(self._settle_earlier)

    async def _settle_earlier(self, turn: object) -> None:
        operations: Sequence[Operation] = self._unsettled()
        try:
            while operations:
                chunk = [one for one in operations if batch.goes_with(operations[0], one)] or operations[:1]
                operations = [one for one in operations if one not in chunk]
                with self._owned(chunk, Unsettled()):
                    await self._find_out(chunk)
                self._cell.ended(chunk[0])
        finally:
            self._end(turn)

    async def _send_batches(self, turn: object) -> None:
        """Chunk after chunk, until nothing is due."""
        try:
            most, self._alone = BULK, 0
            while self._cell.asked_at is None and (chunk := self._next_chunk(most)):
                most = await self._send_chunk(chunk) or BULK
                self._cell.ended(chunk[0])
        finally:
            self._end(turn)

    async def _send_chunk(self, chunk: tuple[Operation, ...]) -> int:
        """One request, to its end; returns how many the next one takes at most, 0 for as many as can be."""
        noted = False
        try:
            self._stage(chunk, Stage.SENDING, began=None)
            chunk = await self._not_arrived(chunk)
            if chunk:
                await self._hook.allow(*chunk)
            chunk = await self._still_there(chunk)
            if not chunk:
                return 0
            await self._cell.journal.append(*(Moved(one.id, Stage.SENDING) for one in chunk))
            noted = True
            if not all(self._connection.is_ours(one) for one in chunk):
                self._back_to_hold(chunk, noted=noted)
                return 0
            self._stage(chunk, Stage.SENDING, began=self._cell.clock())
            await self._lane.carry_out_all(chunk)
        except (NotAuthorized, Unreachable, RateLimited) as error:
            self._hold_on(chunk, error, noted=noted)
        except HHError as error:
            if noted and error.outcome_unknown:
                self._cell.journal.append(*(Moved(one.id, Stage.UNKNOWN, error) for one in chunk))
                self._stage(chunk, Stage.UNKNOWN, error=error)
                with self._owned(chunk, Unsettled()):
                    await self._find_out(chunk)
            elif noted:
                with self._owned(chunk, NotCarriedOut()):
                    return await self._refused(chunk, error)
            else:
                self._refuse({one.id: error for one in chunk})
        except Exception as error:  # noqa: BLE001  (the owner of writes: a bug must not leave one hanging)
            self._broke(chunk, error, Unsettled() if noted else NotCarriedOut())
        else:
            self._alone = 0
            self._done(chunk)
        return 0

    @contextmanager
    def _owned(self, chunk: Sequence[Operation], outcome: HHError) -> Iterator[None]:
        """Whatever goes wrong inside, what is on its way of the chunk comes to an end: `outcome`."""
        try:
            yield
        except Exception as error:  # noqa: BLE001  (the owner of writes)
            self._broke(chunk, error, outcome)

    def _broke(self, chunk: Sequence[Operation], error: Exception, outcome: HHError) -> None:
        self._refuse({one.id: outcome for one in chunk if self._is_on_its_way(one)})
        self._cell.listener.bug(error)

    def _is_on_its_way(self, operation: Operation) -> bool:
        entry = self._cell.outbox.entry(operation.id)
        return entry is not None and entry.stage in {Stage.SENDING, Stage.UNKNOWN}

    # Before: earlier tries, and colleagues

    async def _not_arrived(self, chunk: tuple[Operation, ...]) -> tuple[Operation, ...]:
        """The chunk without those whom an earlier try reached; who can't be looked up is refused."""
        left: list[Operation] = []
        for one in chunk:
            try:
                if not await self._guard.arrived(one):
                    left.append(one)
                    continue
            except (NotAuthorized, Unreachable, RateLimited):
                raise
            except HHError as error:
                self._refuse({one.id: error})
                continue
            await self._cell.journal.append(Moved(one.id, Stage.SENDING))
            self._done([one])
        return tuple(left)

    async def _still_there(self, chunk: tuple[Operation, ...]) -> tuple[Operation, ...]:
        """The chunk without those who have moved on since the rows were read."""
        seen = [one for one in chunk if needs_look(one)]
        if not seen:
            return chunk
        try:
            there = await where_now(self._worker, seen)
        except (NotAuthorized, Unreachable, RateLimited):
            raise
        except HHError:
            unchecked: Refusals = {one.id: NotChecked() for one in seen}
            self._refuse(unchecked)
            return tuple(one for one in chunk if one.id not in unchecked)
        refusals = self._moved(seen, there)
        self._refuse(refusals)
        return tuple(one for one in chunk if one.id not in refusals)

    def _moved(self, operations: Sequence[Operation], there: Found) -> Refusals:
        """Those who are not where they were, or can't be found at all."""
        refusals: Refusals = {}
        for one in operations:
            fresh = there.get(one.negotiation.id)
            if fresh is None:
                refusals[one.id] = NotFound(404, "not_found", "", "")
            elif (why := self._guard.stopped_by(one, fresh)) is not None:
                refusals[one.id] = why
        return refusals

    # After: refused, or no answer

    async def _refused(self, chunk: tuple[Operation, ...], error: HHError) -> int:
        """Nobody was moved: whoever is to blame stays, the others go again. Returns as `_send_chunk` does."""
        if is_everybodys(error) or self._alone >= ALONE:
            held = (one.operation for one in self._cell.outbox.of(Stage.HELD))
            rest = [one for one in held if batch.goes_with(chunk[0], one)]
            self._refuse({one.id: error for one in (*chunk, *rest)})
            return 0
        if named := {one.id: error for one in chunk if is_plainly_about(error, one)}:
            self._again([one for one in chunk if one.id not in named], error)
            self._refuse(named)
            return 0
        try:
            there = await where_now(self._worker, chunk)
        except RateLimited as limited:
            self._hold_on(chunk, limited, noted=True)
            return 0
        except HHError:
            there = {one.negotiation.id: self._guard.before(one) for one in chunk}
        refusals = self._moved(chunk, there)
        for one in chunk:
            fresh = there.get(one.negotiation.id)
            offered = fresh is not None and offered_again(one, fresh, self._cell.clock())
            if one.id not in refusals and not offered:
                refusals[one.id] = NotOffered(action=one.action.name if one.action else "")
        if len(chunk) == 1 and not refusals:
            self._alone += not names_a_reason(error)
            refusals = {chunk[0].id: error}
        self._again([one for one in chunk if one.id not in refusals], error)
        self._refuse(refusals)
        return 0 if refusals else max(1, len(chunk) // 2)

    def _again(self, innocent: Sequence[Operation], error: HHError) -> None:
        """They go again: the refusal was about others."""
        self._cell.journal.append(*(Moved(one.id, Stage.HELD, error) for one in innocent))
        self._stage(innocent, Stage.HELD)

    async def _find_out(self, chunk: Sequence[Operation]) -> None:
        """What became of a chunk without an answer; while it can't be asked about it stays unknown."""

        def still_open(operations: Sequence[Operation]) -> list[Operation]:
            return [one for one in operations if self._cell.outbox.entry(one.id)]

        reconciler = ChunkReconciler(
            self._worker, self._guard.before, still_open, lambda: self._connection.asked_as(chunk[0])
        )
        try:
            outcome = await reconciler.run(chunk)
        except Interrupted as interrupted:
            if interrupted.error is not None:
                self._connection.wait_for(interrupted.error)
        except Unsettled as error:
            self._refuse({one.id: error for one in chunk if self._cell.outbox.entry(one.id)})
        else:
            self._done([one for one in outcome.done if self._cell.outbox.entry(one.id)])
            self._refuse(outcome.refused)

    # What is written down, and told

    def _stage(self, operations: Sequence[Operation], stage: Stage, **changes: object) -> None:
        ids = {one.id for one in operations}
        self._cell.changed(self._cell.outbox.changed(ids, stage=stage, **{"error": None, **changes}))

    def _hold_on(
        self, chunk: Sequence[Operation], error: NotAuthorized | Unreachable | RateLimited, *, noted: bool
    ) -> None:
        """Nothing was carried out: the chunk waits in its place."""
        self._back_to_hold(chunk, error, noted=noted)
        self._connection.wait_for(error)

    def _back_to_hold(self, chunk: Sequence[Operation], error: HHError | None = None, *, noted: bool) -> None:
        if noted:
            self._cell.journal.append(*(Moved(one.id, Stage.HELD, error) for one in chunk))
        held = [one for one in chunk if (at := self._cell.outbox.entry(one.id)) and at.stage is Stage.SENDING]
        self._stage(held, Stage.HELD)

    def _done(self, operations: Sequence[Operation]) -> None:
        if not operations:
            return
        for one in operations:
            self._cell.finish(one, Stage.DONE)
        self._cell.changed(self._cell.outbox.without(*(one.id for one in operations)))
        self._cell.listener.batch_progressed(operations, ())

    def _refuse(self, refusals: Refusals) -> None:
        if not refusals:
            return
        self._cell.refusals += len(refusals)
        stopped: list[Operation] = []
        entries = []
        for entry in self._cell.outbox.entries:
            error = refusals.get(entry.operation.id)
            if error is not None:
                stopped.append(entry.operation)
                self._cell.journal.append(Moved(entry.operation.id, Stage.FAILED, error, entry.fresh))
                entry = replace(entry, stage=Stage.FAILED, error=error)
            entries.append(entry)
        self._cell.changed(replace(self._cell.outbox, entries=tuple(entries)))
        self._cell.listener.batch_progressed((), stopped)
