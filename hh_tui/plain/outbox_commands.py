"""Taking decisions back, making them again, and what can be done with what waits in the outbox."""

from collections.abc import Sequence

from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.decisions.outbox import OutboxEntry, Stage
from hh_tui.plain import outbox_text
from hh_tui.plain.context import PlainContext
from hh_tui.ui.events import (
    BatchTakenBack,
    DecidedAgain,
    DecisionTakenBack,
    LettersReturned,
    WritesDropped,
)
from hh_tui.ui.presenters.batch import deed


class OutboxCommands:
    """Works on the outbox of the full screen, by its rules."""

    def __init__(self, context: PlainContext) -> None:
        self._context = context

    def undo(self) -> None:
        """Take the last decision back; where none waits, give up what failed last."""
        context = self._context
        operations = context.outbox.take_back()
        if not operations:
            self._give_up_failed()
            return
        together = bool(operations[0].decided_with)
        event = BatchTakenBack(operations) if together else DecisionTakenBack(operations[0])
        context.states.dispatch(event)
        context.disk.texts_changed()
        context.say("undo.done", deed=self._deed(operations))

    def _give_up_failed(self) -> None:
        context = self._context
        operations = context.outbox.give_up_failed()
        if not operations:
            waits = context.state.outbox.scheduled(context.clock())
            context.say("undo.scheduled" if waits else "undo.nothing", key=context.key("outbox"))
            return
        context.states.dispatch(LettersReturned(operations))
        said = "undo.given-up" if operations[0].action is not None else "undo.draft-again"
        context.say(said, deed=self._deed(operations))

    def redo(self) -> None:
        """Decide once more what was taken back."""
        operations = self._context.outbox.hold_again()
        self._again(operations, "redo.nothing")

    def repeat(self, number: str = "") -> None:
        """Try once more what failed, one line of the outbox or what was last."""
        context = self._context
        ids = [one.operation.id for one in self._line(number)]
        if number and not ids:
            context.say("plain.no-line", n=number)
            return
        hopeless = bool(context.state.outbox.of(Stage.FAILED))
        self._again(context.outbox.repeat(*ids), "repeat.hopeless" if hopeless else "repeat.nothing")

    def _again(self, operations: Sequence[Operation], nothing: str) -> None:
        context = self._context
        if not operations:
            context.say(nothing, key=context.key("outbox"))
            return
        context.states.dispatch(DecidedAgain(operations))
        context.say("plain.held", deed=self._deed(operations), key=context.key("undo"))

    def _deed(self, operations: Sequence[Operation]) -> str:
        return deed(self._context.state.view.render_context, operations[0], len(operations))

    # The outbox

    def show(self) -> None:
        """What waits, what failed, and what can be done about it."""
        context = self._context
        context.terminal.say(context.tr("outbox.title"), *outbox_text.lines(context.state, context.steady()))
        if context.state.outbox.entries:
            keys = {one: context.key(f"outbox-{one}") for one in ("send", "send-all", "repeat", "drop")}
            context.say("plain.outbox", **{one.replace("-", "_"): key for one, key in keys.items()})

    def send(self, number: str) -> None:
        """End the wait of one line."""
        if found := self._chosen(number):
            self._context.outbox.send_now({one.operation.id for one in found})

    def send_all(self) -> None:
        """End the wait of everything that waits for no moment."""
        self._context.outbox.send_now()

    def drop(self, number: str) -> None:
        """Give one line up."""
        context, found = self._context, self._chosen(number)
        if found:
            dropped = context.outbox.drop(*(one.operation.id for one in found))
            context.states.dispatch(WritesDropped(dropped))
            self.show()

    def _chosen(self, number: str) -> Sequence[OutboxEntry]:
        """The line of this number, or the only one there is."""
        found = outbox_text.alike(self._context.state)
        if not number and len(found) == 1:
            return found[0]
        line = self._line(number)
        if not line:
            self._context.say("plain.no-line", n=number or "?")
        return line

    def _line(self, number: str) -> Sequence[OutboxEntry]:
        found = outbox_text.alike(self._context.state)
        return found[int(number) - 1] if number.isdigit() and 0 < int(number) <= len(found) else ()
