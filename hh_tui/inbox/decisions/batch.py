"""Operations decided together: one hold, chunks that one request takes, one report."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

from msgspec import Struct

from hh_tui.api.limits import BULK
from hh_tui.errors import HHError, LetterLost, Refused, Unsettled
from hh_tui.inbox.decisions.action_menu import kind_of
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.decisions.outbox import Finished, Outbox, OutboxEntry, Stage
from hh_tui.system.structs import replace


class Report(Struct, frozen=True):
    """What became of what was decided together: `waiting` is how many are not at their end yet.

    Those that `failed` did so for a known reason: hh.ru refused them, or nothing of them was sent or carried
    out, or they lack their letter.
    """

    batch: str
    done: tuple[Operation, ...] = ()
    dropped: tuple[Operation, ...] = ()
    failed: tuple[tuple[Operation, HHError], ...] = ()
    unknown: tuple[Operation, ...] = ()
    waiting: int = 0

    @property
    def total(self) -> int:
        """How many were decided on together."""
        return self.gone + self.waiting

    @property
    def gone(self) -> int:
        """How many are at their end."""
        return len(self.done) + len(self.dropped) + len(self.failed) + len(self.unknown)

    @property
    def refused(self) -> tuple[tuple[Operation, HHError], ...]:
        """Those that hh.ru was asked for, and refused."""
        return tuple(one for one in self.failed if isinstance(one[1], Refused))

    @property
    def letterless(self) -> tuple[tuple[Operation, HHError], ...]:
        """Those whose step was carried out without its letter."""
        return tuple(one for one in self.failed if isinstance(one[1], LetterLost))

    @property
    def unsent(self) -> tuple[tuple[Operation, HHError], ...]:
        """Those that were stopped before they were sent, or did not take place."""
        return tuple(one for one in self.failed if not isinstance(one[1], Refused | LetterLost))


def report(outbox: Outbox, finished: Iterable[Finished], batch: str) -> Report:
    """What has become by now of everything that is `decided_with` this name."""
    mine = [entry for entry in outbox.entries if entry.operation.decided_with == batch]
    failed = [entry for entry in mine if entry.stage is Stage.FAILED]
    ended = [one for one in finished if one.operation.decided_with == batch]
    return Report(
        batch,
        done=tuple(one.operation for one in ended if one.stage is Stage.DONE),
        dropped=tuple(one.operation for one in ended if one.stage is Stage.DROPPED),
        failed=tuple(
            (entry.operation, entry.error or HHError())
            for entry in failed
            if not isinstance(entry.error, Unsettled)
        ),
        unknown=tuple(entry.operation for entry in failed if isinstance(entry.error, Unsettled)),
        waiting=len(mine) - len(failed),
    )


def goes_with(one: Operation, other: Operation) -> bool:
    """Whether one request can carry both out.

    Those without a resume go apart: hh.ru may refuse them, and a refusal of one is a refusal of all.
    """
    if one.action is None or other.action is None:
        return False
    if (one.negotiation.resume is None) is not (other.negotiation.resume is None):
        return False
    same = (one.batch, one.form, one.source.vacancy_id) == (other.batch, other.form, other.source.vacancy_id)
    return same and kind_of(one.action) == kind_of(other.action)


def next_chunk(
    outbox: Outbox,
    now: float,
    at: datetime,
    most: int = BULK,
    ours: Callable[[Operation], bool] = lambda _: True,
) -> tuple[Operation, ...]:
    """The next of `ours` in a batch that one request can carry out; none while a chunk is under way."""
    if not outbox.may_send(now):
        return ()
    busy = outbox.under_way
    chunk: list[Operation] = []
    for entry in outbox.open:
        operation, key = entry.operation, entry.operation.negotiation.id
        if operation.batch and entry.stage in {Stage.SENDING, Stage.UNKNOWN} and ours(operation):
            return ()
        if entry.is_scheduled(at):
            continue
        fits = len(chunk) < most and (not chunk or goes_with(chunk[0], operation))
        free = is_due(entry, now) and key not in busy and ours(operation)
        if free and operation.batch and fits:
            chunk.append(operation)
        busy.add(key)
    return tuple(chunk)


def is_due(entry: OutboxEntry, now: float) -> bool:
    """Whether a held write may be sent by `now`, in seconds of the steady clock."""
    return entry.stage is Stage.HELD and entry.saved and not entry.parked and entry.due <= now


def held_together(outbox: Outbox, operations: Sequence[Operation], due: float) -> Outbox:
    """With writes that were decided together and wait until `due` (steady seconds); not written down yet."""
    ids = {one.negotiation.id for one in operations}
    kept = tuple(
        entry
        for entry in outbox.entries
        if entry.stage is not Stage.FAILED or entry.operation.negotiation.id not in ids
    )
    fresh = tuple(OutboxEntry(one, Stage.HELD, due, saved=False) for one in operations)
    return replace(outbox, entries=(*kept, *fresh), dropped=())


def replaced_by(outbox: Outbox, operations: Sequence[Operation]) -> tuple[OutboxEntry, ...]:
    """The failed writes that new ones to the same candidates take the place of."""
    ids = {one.negotiation.id for one in operations}
    return tuple(one for one in outbox.of(Stage.FAILED) if one.operation.negotiation.id in ids)


def outbox_lines(entries: Iterable[OutboxEntry]) -> list[list[OutboxEntry]]:
    """Open writes by the lines they are shown in: those of a batch that stand alike, for the same reason."""
    found: dict[tuple[object, ...], list[OutboxEntry]] = {}
    for entry in entries:
        found.setdefault(_line(entry), []).append(entry)
    return list(found.values())


def _line(entry: OutboxEntry) -> tuple[object, ...]:
    error = entry.error if entry.stage is Stage.FAILED else None
    why = (error.code, error.value if isinstance(error, Refused) else "") if error is not None else ()
    return (entry.operation.batch or entry.operation.id, entry.stage, entry.parked, why)


def mates(outbox: Outbox, operation_id: str) -> tuple[str, ...]:
    """The ids of the writes shown as one line with this one."""
    entry = outbox.entry(operation_id)
    if entry is None or not entry.operation.batch:
        return (operation_id,)
    return tuple(one.operation.id for one in outbox.entries if _line(one) == _line(entry))


def last_held(outbox: Outbox, now: float, at: datetime) -> tuple[Operation, ...]:
    """The write decided last that can be taken back, with all that were decided together with it."""
    for entry in reversed(outbox.entries):
        if entry.can_be_undone(now, at):
            return _held_with(outbox, entry)
    return ()


def taken_back(outbox: Outbox, now: float, at: datetime) -> tuple[Outbox, tuple[Operation, ...]]:
    """Without what `last_held` finds, which can be decided again; and what that was."""
    operations = last_held(outbox, now, at)
    if not operations:
        return outbox, ()
    left = outbox.without(*(one.id for one in operations))
    return replace(left, dropped=(*left.dropped, *operations)), operations


def _held_with(outbox: Outbox, entry: OutboxEntry) -> tuple[Operation, ...]:
    """A held write and all that were decided together with it and wait like it, in their order."""
    name = entry.operation.decided_with
    if not name:
        return (entry.operation,)
    return tuple(
        one.operation
        for one in outbox.entries
        if one.operation.decided_with == name and one.stage is entry.stage and one.parked == entry.parked
    )


def last_dropped(outbox: Outbox) -> tuple[Operation, ...]:
    """The write taken back last, with all that were taken back together with it."""
    found: list[Operation] = []
    for operation in reversed(outbox.dropped):
        if found and (not operation.decided_with or operation.decided_with != found[-1].decided_with):
            break
        found.append(operation)
    return tuple(reversed(found))
