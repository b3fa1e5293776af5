"""Taking decisions back, making them again, and trying once more what failed."""

from collections.abc import Callable, Mapping, Sequence

from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.decisions.outbox import Stage
from hh_tui.ui.commands import Handler
from hh_tui.ui.context import Context
from hh_tui.ui.events import DecidedAgain, DecisionTakenBack, LettersReturned
from hh_tui.ui.presenters import batch, status
from hh_tui.ui.presenters.given_up import given_up


class Undo:
    """The snapshot is what it was before, and a letter that was taken back is a draft again.

    `unsnooze` undoes the last snooze and returns False where a decision came later. `batch_back` shows that
    a batch was taken back. `refill` shows the draft of this negotiation id where it is being written on.
    """

    def __init__(
        self,
        context: Context,
        *,
        unsnooze: Callable[[], bool],
        batch_back: Callable[[Sequence[Operation]], None],
        refill: Callable[[str], None],
    ) -> None:
        self._context = context
        self._unsnooze = unsnooze
        self._batch_back = batch_back
        self._refill = refill

    def commands(self) -> Mapping[str, Handler]:
        """What this controller does, by command id."""
        return {"undo": self.undo, "redo": self.redo, "repeat": self.repeat}

    def undo(self) -> None:
        """Take the last decision back; where none waits, give up what failed last."""
        context = self._context
        if self._unsnooze():
            return
        operations = context.outbox.take_back()
        if not operations:
            self._give_up_failed()
        elif operations[0].decided_with:
            self._batch_back(operations)
        else:
            operation = operations[0]
            context.store.dispatch(DecisionTakenBack(operation))
            self._refill(operation.negotiation.id)
            context.say("undo.done", deed=status.deed(context.render_context, operation))

    def _give_up_failed(self) -> None:
        context = self._context
        entries = context.outbox.give_up_failed()
        if not entries:
            waits = context.writes.scheduled(context.clock())
            context.say("undo.scheduled" if waits else "undo.nothing", key=context.keys("outbox"))
            return
        operations = [one.operation for one in entries]
        context.store.dispatch(LettersReturned(operations))
        deed = batch.deed(context.render_context, operations[0], len(operations))
        context.say(given_up(entries), deed=deed)

    def redo(self) -> None:
        """Decide once more what was taken back."""
        context = self._context
        operations = context.outbox.hold_again()
        if operations:
            context.program.decided()
            context.store.dispatch(DecidedAgain(operations))
        else:
            context.say("redo.nothing")

    def repeat(self, *operation_ids: str) -> None:
        """Try once more what failed, these or what was last, where that may end otherwise."""
        context = self._context
        operations = context.outbox.repeat(*operation_ids)
        if operations:
            context.program.decided()
            context.store.dispatch(DecidedAgain(operations))
        elif context.writes.of(Stage.FAILED):
            context.say("repeat.hopeless", key=context.keys("outbox"))
        else:
            context.say("repeat.nothing")
