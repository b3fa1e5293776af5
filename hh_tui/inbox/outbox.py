"""The outbox: every write waits a moment in which it can be taken back.

    held ──▶ sending ──▶ gone (done)
      │         ├──────▶ failed       refused: the person decides what becomes of it
      │         └──────▶ unknown      no answer: settled by reading, never by repeating
      └──▶ dropped (undo) ──▶ held (redo)

Times are seconds of a steady clock, given from outside.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from hh_tui.errors import HHError
from hh_tui.inbox.operation import Operation


class Stage(StrEnum):
    """Where a write stands."""

    HELD = "held"
    SENDING = "sending"
    UNKNOWN = "unknown"
    FAILED = "failed"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Entry:
    """One write. `due` is when it may be sent, `error` why it failed or is unknown."""

    operation: Operation
    stage: Stage
    due: float
    error: HHError | None = None


@dataclass(frozen=True, slots=True)
class Outbox:
    """All open writes in the order they were decided, and those taken back, the latest last.

    A `frozen` one sends nothing: hh.ru lets nobody in until one has logged in again.
    """

    entries: tuple[Entry, ...] = ()
    dropped: tuple[Operation, ...] = ()
    frozen: bool = False

    def held(self, operation: Operation, due: float) -> "Outbox":
        """With a new write that waits until `due`; what was taken back before can't be redone any more.

        A failed write to the same candidate is given up: the person has decided anew.
        """
        entries = (*self._kept_beside(operation), Entry(operation, Stage.HELD, due))
        return replace(self, entries=entries, dropped=())

    def _kept_beside(self, operation: Operation) -> tuple[Entry, ...]:
        return tuple(
            entry
            for entry in self.entries
            if entry.stage is not Stage.FAILED or entry.operation.negotiation.id != operation.negotiation.id
        )

    def undone(self) -> tuple["Outbox", Operation | None]:
        """Without the write that was decided last and still waits, and which one that was."""
        for entry in reversed(self.entries):
            if entry.stage is Stage.HELD:
                left = tuple(other for other in self.entries if other is not entry)
                dropped = (*self.dropped, entry.operation)
                return replace(self, entries=left, dropped=dropped), entry.operation
        return self, None

    def redone(self, operation: Operation, due: float) -> "Outbox":
        """With the write that was taken back last, under a new id, waiting again."""
        entries = (*self._kept_beside(operation), Entry(operation, Stage.HELD, due))
        return replace(self, entries=entries, dropped=self.dropped[:-1])

    def ready(self, now: float) -> tuple[Operation, ...]:
        """Writes whose time has come; of one negotiation only the first that is open."""
        if self.frozen:
            return ()
        busy: set[str] = set()
        ready: list[Operation] = []
        for entry in self.entries:
            if entry.stage is Stage.FAILED:
                continue
            negotiation_id = entry.operation.negotiation.id
            if entry.stage is Stage.HELD and entry.due <= now and negotiation_id not in busy:
                ready.append(entry.operation)
            busy.add(negotiation_id)
        return tuple(ready)

    def hastened(self, now: float) -> "Outbox":
        """With every wait over."""
        return replace(self, entries=tuple(replace(entry, due=min(entry.due, now)) for entry in self.entries))

    def at(self, operation_id: str, stage: Stage, error: HHError | None = None) -> "Outbox":
        """With one write at another stage."""
        entries = tuple(
            replace(entry, stage=stage, error=error) if entry.operation.id == operation_id else entry
            for entry in self.entries
        )
        return replace(self, entries=entries)

    def delayed(self, seconds: float) -> "Outbox":
        """With every held write waiting so much longer."""
        entries = (replace(entry, due=entry.due + seconds) for entry in self.entries)
        return replace(self, entries=tuple(entries))

    def without(self, *operation_ids: str) -> "Outbox":
        """Without writes that are done or given up."""
        return replace(
            self, entries=tuple(entry for entry in self.entries if entry.operation.id not in operation_ids)
        )

    def of(self, stage: Stage) -> tuple[Entry, ...]:
        """The writes at one stage."""
        return tuple(entry for entry in self.entries if entry.stage is stage)

    @property
    def open(self) -> tuple[Entry, ...]:
        """Writes that are still on their way."""
        return tuple(entry for entry in self.entries if entry.stage is not Stage.FAILED)
