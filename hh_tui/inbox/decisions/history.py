"""What the person has done in this run, in its order: what undo takes back next, and what redo does again.

Decisions, candidates put aside, labels, writes given up and what is sent without a hold stand in one line.
Taking back begins at its end, and goes past what was sent only to what is still in the outbox: a decision
that waits there goes out if nothing is done, and its line counts down beside the key.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime

from msgspec import Struct

from hh_tui.api.models import Negotiation
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.decisions.selection import Selection
from hh_tui.inbox.lists.snoozed_item import SnoozedItem
from hh_tui.system.structs import replace

DecisionKey = tuple[str, datetime]
"""Whom a decision is about, and when it was made, in UTC: it stays where a write gets a new id."""


def key_of(operation: Operation) -> DecisionKey:
    """The name of a decision."""
    return operation.negotiation.id, operation.decided_at


class Decided(Struct, frozen=True):
    """Decisions or letters that were made together."""

    operations: tuple[Operation, ...]

    @property
    def keys(self) -> frozenset[DecisionKey]:
        """Their names."""
        return frozenset(map(key_of, self.operations))


class GivenUp(Struct, frozen=True):
    """Writes that the person took out of the outbox by themselves."""

    operations: tuple[Operation, ...]


class PutAside(Struct, frozen=True):
    """Candidates who were put aside, or brought back: what was true of each `before` and `after`, by id."""

    before: Mapping[str, SnoozedItem | None]
    after: Mapping[str, SnoozedItem | None]


class Labelled(Struct, frozen=True):
    """A label put on these people, or taken off them: the names each wore `before` and `after`, by owner."""

    name: str
    who: tuple[Negotiation, ...]
    before: Mapping[str, tuple[str, ...]]
    after: Mapping[str, tuple[str, ...]]

    @property
    def is_on(self) -> bool:
        """Whether it was put on."""
        return any(self.name in names for names in self.after.values())


class SentAtOnce(Struct, frozen=True):
    """What goes to hh.ru without a hold, such as a note: never taken back, as a decision that still waits is.

    `what` is the ending of the sentence that says so.
    """

    what: str
    who: tuple[Negotiation, ...]


class Unmarked(Struct, frozen=True):
    """These marks were taken away: they come back as long as nothing else is done."""

    marks: Selection


UndoStep = Decided | GivenUp | PutAside | Labelled | SentAtOnce | Unmarked


class History(Struct, frozen=True):
    """Everything `done`, the last thing last, and what was taken back of it since.

    `has_failed` says that something failed since the last thing was done.
    """

    done: tuple[UndoStep, ...] = ()
    undone: tuple[UndoStep, ...] = ()
    has_failed: bool = False

    @property
    def last(self) -> UndoStep | None:
        """What was done last and not taken back."""
        return self.done[-1] if self.done else None

    def knows(self, operation: Operation) -> bool:
        """Whether this decision is among what was done."""
        return any(isinstance(one, Decided) and key_of(operation) in one.keys for one in self.done)

    def having(self, step: UndoStep) -> "History":
        """After something new was done: what was taken back before is not done again any more."""
        return History((*self._done_but_marks, step))

    def unmarked(self, marks: Selection) -> "History":
        """After these marks were taken away, which changes nobody: what was taken back can be done again."""
        return replace(self, done=(*self._done_but_marks, Unmarked(marks)))

    def marked_again(self) -> "History":
        """After the marks that were taken away last came back: nothing earlier is done again behind them."""
        return replace(self, done=self.done[:-1], undone=self.done[-1:])

    def without(self, step: UndoStep) -> "History":
        """As if this had not been done."""
        return replace(self, done=tuple(one for one in self.done if one is not step))

    def taken_back(self, operations: Iterable[Operation]) -> "History":
        """Without these decisions, which can be made again; others made together with them stay."""
        gone = tuple(operations)
        return replace(self, done=self._done_without(gone), undone=(*self.undone, Decided(gone)))

    def given_up(self, operations: Iterable[Operation]) -> "History":
        """With these decisions out of the outbox, which is the last thing that was done."""
        gone = tuple(operations)
        left = replace(self, done=self._done_but_marks)._done_without(gone)
        return History((*left, GivenUp(gone)))

    def stepped_back(self) -> "History":
        """Without the last thing, which can be done again."""
        return replace(self, done=self.done[:-1], undone=(*self.undone, *self.done[-1:]))

    @property
    def _done_but_marks(self) -> tuple[UndoStep, ...]:
        return tuple(one for one in self.done if not isinstance(one, Unmarked))

    def _done_without(self, operations: Iterable[Operation]) -> tuple[UndoStep, ...]:
        gone = set(map(key_of, operations))
        kept: list[UndoStep] = []
        for step in self.done:
            if not isinstance(step, Decided) or not gone & step.keys:
                kept.append(step)
            elif left := tuple(one for one in step.operations if key_of(one) not in gone):
                kept.append(Decided(left))
        return tuple(kept)
