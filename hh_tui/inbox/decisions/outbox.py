"""The outbox: every write waits a moment in which it can be taken back.

    held ──▶ sending ──▶ gone (done)
      │         ├──────▶ failed       refused: the person decides what becomes of it
      │         └──────▶ unknown      no answer: settled by reading, never by repeating
      └──▶ dropped (undo) ──▶ held (redo)

A `parked` write waits for the person: it comes from an earlier run, or has become old. A scheduled one waits
for a moment of the wall clock (`Operation.not_before`, in UTC), which no restart, suspend or jump of a clock
moves, and keeps no other write waiting meanwhile. `due` is in seconds of a steady clock; both clocks come
from outside.
"""

from collections.abc import Collection, Mapping
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from msgspec import Struct

from hh_tui.api.models import Negotiation
from hh_tui.errors import HHError, LetterLost, NotCarriedOut, Unsettled
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.system.structs import replace


class Stage(StrEnum):
    """Where a write stands."""

    HELD = "held"
    SENDING = "sending"
    UNKNOWN = "unknown"
    FAILED = "failed"
    DONE = "done"
    DROPPED = "dropped"


AT_ONCE: Final = 4
"""Writes under way at once; the others can still be taken back."""


OLD: Final = timedelta(minutes=15)
"""Age from which a held write is not sent without asking."""


class OutboxEntry(Struct, frozen=True):
    """One write. `due` is when it may be sent, by the steady clock; `error` why it failed or is unknown.

    `saved` says that it is written down, `released` that the person wants it sent however old it is. `fresh`
    is the negotiation as it was found when that is why the write was stopped. `began` is when the write was
    handed to the network, in UTC.
    """

    operation: Operation
    stage: Stage
    due: float
    error: HHError | None = None
    saved: bool = True
    parked: bool = False
    released: bool = False
    fresh: Negotiation | None = None
    began: datetime | None = None

    @property
    def may_have_gone(self) -> bool:
        """Whether nobody knows if hh.ru has carried it out."""
        return self.stage is Stage.UNKNOWN or isinstance(self.error, Unsettled)

    @property
    def unanswered_since(self) -> datetime | None:
        """When it was sent, if no answer has said what became of it; None where one has, or it never left.

        What reading found out since counts for little: a slow server may carry it out later still.
        """
        if self.stage is Stage.UNKNOWN or isinstance(self.error, Unsettled | LetterLost | NotCarriedOut):
            return self.operation.sent_before or self.began
        return self.operation.sent_before

    def is_scheduled(self, at: datetime) -> bool:
        """Whether it waits for a moment that has not come `at` this one, in UTC."""
        moment = self.operation.not_before
        return self.stage is Stage.HELD and not self.released and moment is not None and at < moment

    def is_old(self, at: datetime) -> bool:
        """Whether it was wanted so long before this moment, in UTC, that it needs a word of the person."""
        return not self.released and at - self.operation.wanted_at > OLD

    def can_be_undone(self, now: float, at: datetime) -> bool:
        """Whether taking the last decision back means this one: a scheduled write only right after."""
        return self.stage is Stage.HELD and not self.parked and (self.due > now or not self.is_scheduled(at))


class Finished(Struct, frozen=True):
    """A write that is done or dropped, and `at` which moment, in UTC."""

    operation: Operation
    stage: Stage
    at: datetime


class Outbox(Struct, frozen=True):
    """All open writes in the order they were decided, and those taken back, the latest last.

    A `frozen` one sends nothing: hh.ru lets nobody in until one has logged in again. An `offline` one waits
    for the connection. Until `cooldown_until` hh.ru asked us to send nothing.

    `now`, `due` and `cooldown_until` are seconds of the steady clock, `at` is a moment in UTC.
    """

    entries: tuple[OutboxEntry, ...] = ()
    dropped: tuple[Operation, ...] = ()
    frozen: bool = False
    offline: bool = False
    cooldown_until: float = 0.0

    def may_send(self, now: float) -> bool:
        """Whether anything may be sent at all."""
        return not self.frozen and not self.offline and now >= self.cooldown_until

    def held(self, operation: Operation, due: float, *, saved: bool = True) -> "Outbox":
        """With a new write that waits until `due`; what was taken back before can't be redone any more.

        A failed write to the same candidate is given up: the person has decided anew.
        """
        entry = OutboxEntry(operation, Stage.HELD, due, saved=saved)
        return replace(self, entries=(*self._kept_beside(operation), entry), dropped=())

    def replaced_by(self, operation: Operation) -> tuple[OutboxEntry, ...]:
        """The failed writes that a new one to the same candidate takes the place of."""
        return tuple(one for one in self.entries if _gives_way(one, operation))

    def _kept_beside(self, operation: Operation) -> tuple[OutboxEntry, ...]:
        return tuple(one for one in self.entries if not _gives_way(one, operation))

    def redone(self, operation: Operation, due: float, *, saved: bool = True) -> "Outbox":
        """With the write that was taken back last, under a new id, waiting again."""
        entry = OutboxEntry(operation, Stage.HELD, due, saved=saved)
        entries = (*self._kept_beside(operation), entry)
        return replace(self, entries=entries, dropped=self.dropped[:-1])

    def dropping(self, operation_id: str) -> "Outbox":
        """Without a write that the person gives up; it can be redone, unless it may have gone already.

        One that failed is redone on what is there by then, however short a time ago its row was read.
        """
        left, entry = self.without(operation_id), self.entry(operation_id)
        if entry is None or entry.may_have_gone:
            return replace(left, dropped=())
        failed = entry.stage is Stage.FAILED
        sent = entry.unanswered_since
        given_up = replace(entry.operation, seen_at=None, sent_before=sent) if failed else entry.operation
        return replace(left, dropped=(*self.dropped, given_up))

    def ready(self, now: float, at: datetime) -> tuple[Operation, ...]:
        """Writes whose time has come; of one negotiation only the first that is open, and few at once.

        A scheduled one whose moment comes waits for a later decision that was sent before it.
        `now` is of the steady clock, `at` the same moment in UTC. Batches go in ways of their own.
        """
        if not self.may_send(now):
            return ()
        busy = self.under_way
        ready: list[Operation] = []
        for entry in self.open:
            if entry.is_scheduled(at):
                continue
            negotiation_id = entry.operation.negotiation.id
            free = entry.stage is Stage.HELD and entry.saved and not entry.parked
            alone = not entry.operation.batch
            if free and alone and entry.due <= now and negotiation_id not in busy:
                ready.append(entry.operation)
            busy.add(negotiation_id)
        under_way = sum(not entry.operation.batch for entry in self.of(Stage.SENDING))
        return tuple(ready[: max(0, AT_ONCE - under_way)])

    @property
    def under_way(self) -> set[str]:
        """The negotiations with a write that was sent and is not at its end."""
        return {
            entry.operation.negotiation.id
            for entry in self.entries
            if entry.stage in {Stage.SENDING, Stage.UNKNOWN}
        }

    def entry(self, operation_id: str) -> OutboxEntry | None:
        """The entry of one write."""
        return next((one for one in self.entries if one.operation.id == operation_id), None)

    def changed(self, operation_ids: Collection[str], **changes: object) -> "Outbox":
        """With some entries changed."""
        entries = tuple(
            replace(entry, **changes) if entry.operation.id in operation_ids else entry  # type: ignore[arg-type]
            for entry in self.entries
        )
        return replace(self, entries=entries)

    def hastened(self, now: float, at: datetime, operation_ids: Collection[str] | None = None) -> "Outbox":
        """With the wait over for these held writes; the person wants them sent.

        Without ids it is over for all that are not scheduled: a moment chosen on purpose stands until it is
        that very write that is sent before it.
        """
        entries = tuple(
            replace(entry, due=min(entry.due, now), parked=False, released=True)
            if entry.stage is Stage.HELD
            and (not entry.is_scheduled(at) if operation_ids is None else entry.operation.id in operation_ids)
            else entry
            for entry in self.entries
        )
        return replace(self, entries=entries)

    def at(self, operation_id: str, stage: Stage, error: HHError | None = None) -> "Outbox":
        """With one write at another stage."""
        return self.changed({operation_id}, stage=stage, error=error)

    def delayed(self, seconds: float) -> "Outbox":
        """With every held write waiting so many seconds longer."""
        entries = (replace(entry, due=entry.due + seconds) for entry in self.entries)
        return replace(self, entries=tuple(entries))

    def exchanged(self, new: Mapping[str, Operation]) -> "Outbox":
        """With new writes in the places of those with these ids, held as long as those were.

        Nobody has decided anything: what can be taken back and what can be redone stays the same.
        """
        entries = tuple(
            OutboxEntry(new[entry.operation.id], Stage.HELD, entry.due, saved=False)
            if entry.operation.id in new
            else entry
            for entry in self.entries
        )
        return replace(self, entries=entries)

    def without(self, *operation_ids: str) -> "Outbox":
        """Without writes that are done or given up."""
        ids = set(operation_ids)
        return replace(self, entries=tuple(entry for entry in self.entries if entry.operation.id not in ids))

    def of(self, stage: Stage) -> tuple[OutboxEntry, ...]:
        """The writes at one stage."""
        return tuple(entry for entry in self.entries if entry.stage is stage)

    @property
    def parked(self) -> tuple[OutboxEntry, ...]:
        """The writes that wait for the person."""
        return tuple(entry for entry in self.entries if entry.parked)

    def scheduled(self, at: datetime) -> tuple[OutboxEntry, ...]:
        """The writes that wait for a moment yet to come."""
        return tuple(entry for entry in self.entries if entry.is_scheduled(at))

    def hurrying(self, at: datetime) -> tuple[OutboxEntry, ...]:
        """Writes that are on their way and wait for no moment yet to come."""
        return tuple(entry for entry in self.open if not entry.is_scheduled(at))

    @property
    def open(self) -> tuple[OutboxEntry, ...]:
        """Writes that are still on their way."""
        return tuple(entry for entry in self.entries if entry.stage is not Stage.FAILED)


def _gives_way(entry: OutboxEntry, operation: Operation) -> bool:
    """Whether a write failed that was to the candidate of a newer one."""
    return entry.stage is Stage.FAILED and entry.operation.negotiation.id == operation.negotiation.id
