"""The keys that take back what was done last, do it again, and try once more what failed."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.decisions.outbox import Stage
from hh_tui.inbox.lists import labels
from hh_tui.ui.commands import Handler
from hh_tui.ui.context import Context
from hh_tui.ui.events import DecidedAgain, Event
from hh_tui.ui.state_store import State
from hh_tui.ui.undo_stack import ChosenOtherwise, UndoStack


class Undo:
    """`batch_back` shows that a batch was taken back, `refill` the draft of this negotiation id.

    `chosen_otherwise` tells whether a sprint has other choices than these by now.
    """

    def __init__(
        self,
        context: Context,
        *,
        batch_back: Callable[[Sequence[Operation]], None],
        refill: Callable[[str], None],
        chosen_otherwise: ChosenOtherwise,
    ) -> None:
        self._context = context
        self._last = UndoStack(
            context.store,
            context.outbox,
            clock=context.clock,
            keys=context.keys,
            tell=context.tell,
            batch_back=batch_back,
            letter_back=refill,
            decided=context.program.decided,
            keep_labels=partial(context.disk.remember_all, labels.KIND),
            chosen_otherwise=chosen_otherwise,
        )

    def commands(self) -> Mapping[str, Handler]:
        """What this controller does, by command id."""
        return {"undo": self.undo, "redo": self.redo, "repeat": self.repeat}

    def on_event(self, event: Event, before: State, after: State) -> None:
        """Something was done or taken back."""
        self._last.on_event(event, before, after)

    def undo(self) -> None:
        """Take the last thing back."""
        self._last.undo()

    def redo(self) -> None:
        """Do once more what was taken back last; of a decision the countdown tells, here whom it is about."""
        from hh_tui.ui.presenters import batch

        again, ctx = self._last.redo(), self._context.render_context
        if len(again) >= batch.MANY:
            who = batch.names(ctx, [one.negotiation for one in again])
            deed = batch.whole(ctx, again[0], len(again))
            self._context.windows.notify(ctx.tr("redo.again", deed=deed, who=who))

    def repeat(self, *operation_ids: str) -> None:
        """Try once more what failed, these or what was last, where that may end otherwise."""
        context = self._context
        if not operation_ids and self._last.stops_repeat():
            return
        operations = context.outbox.repeat(*operation_ids)
        if operations:
            context.program.decided()
            context.store.dispatch(DecidedAgain(operations))
        elif context.writes.of(Stage.FAILED):
            context.say("repeat.hopeless", key=context.keys("outbox"))
        else:
            context.say("repeat.nothing")
