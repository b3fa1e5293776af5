"""A batch that waits, opened again in the form for groups: its people marked, its words in place."""

from collections.abc import Callable, Sequence
from typing import Protocol

from hh_tui.inbox.decisions import optimistic_bulk
from hh_tui.inbox.decisions.action_menu import ActionChoice, kind_of
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.ui.context import Context
from hh_tui.ui.events import BatchTakenBack
from hh_tui.ui.presenters.batch import deed
from hh_tui.ui.presenters.keyed import told

Find = Callable[[Sequence[ActionChoice]], ActionChoice | None]


class Marks(Protocol):
    """Marks rows of the list shown."""

    def mark_these(self, ids: Sequence[str], *, alone: bool) -> None:
        """These of the list; `alone`: nobody else any more."""


class Groups(Protocol):
    """Decides about everybody marked."""

    def find_and_act(self, find: Find) -> bool | None:
        """Opens the form of what is found among all that those marked can do."""


class GroupEditing:
    """What is sent from the form is a new decision. `was_due` keeps for when the batch was scheduled."""

    def __init__(
        self, context: Context, marks: Marks, groups: Groups, *, was_due: Callable[..., None]
    ) -> None:
        self._context = context
        self._marks = marks
        self._groups = groups
        self._was_due = was_due

    def is_possible(self, operations: Sequence[Operation]) -> bool:
        """Whether all of them would stand in the list shown, where they can be marked; why not is told."""
        context = self._context
        if context.may_not_decide():
            return False
        if not context.windows.is_free:
            context.say("outbox.letter-in-list", key=context.keys("close-found"))
            return False
        rows = optimistic_bulk.reverted(context.inbox, operations).rows
        if any(rows.index_of(one.negotiation.id) is None for one in operations):
            tr, drop = context.render_context.tr, {"drop": context.keys("outbox-drop")}
            context.tell(told(tr, "outbox.group-elsewhere", drop, outbox=context.keys("outbox")))
            return False
        return True

    def open(self, operations: Sequence[Operation]) -> None:
        """These were taken out of the outbox: they are marked again, below the form of their action."""
        context, action = self._context, operations[0].action
        if action is None:
            return
        kind = kind_of(action)
        context.store.dispatch(BatchTakenBack(operations))
        self._marks.mark_these([one.negotiation.id for one in operations], alone=True)
        ctx = context.render_context
        withdrawn = deed(ctx, operations[0], len(operations))
        context.windows.notify(ctx.tr("outbox.withdrawn", deed=withdrawn, key=context.keys("redo")))
        self._was_due(*operations)
        self._groups.find_and_act(
            lambda choices: next((one for one in choices if kind_of(one.action) == kind), None)
        )
