"""Taking back what was done last, doing it again, and trying once more what failed."""

from collections.abc import Callable, Mapping, Sequence

from hh_tui.inbox.decisions.batch import last_dropped
from hh_tui.inbox.decisions.history import Decided, GivenUp, History, PutAside, key_of
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.decisions.outbox import Outbox, Stage
from hh_tui.system.structs import replace
from hh_tui.ui.commands import Handler
from hh_tui.ui.context import Context
from hh_tui.ui.events import (
    BatchTakenBack,
    DecidedAgain,
    DecisionTakenBack,
    Event,
    LettersReturned,
    LoginChanged,
    OutboxChanged,
    SnoozedPut,
    WritesDropped,
)
from hh_tui.ui.presenters import batch, status
from hh_tui.ui.presenters.given_up import given_up
from hh_tui.ui.state_store import State


class Undo:
    """The snapshot is what it was before, and a letter that was taken back is a draft again.

    Whatever is done is heard of in its order; only the last of it is taken back, and what has left for hh.ru
    is told of by name. `unsnooze` and `snooze_again` undo and redo what was put aside. `batch_back` shows
    that a batch was taken back. `refill` shows the draft of this negotiation id where it is written on.
    """

    def __init__(
        self,
        context: Context,
        *,
        unsnooze: Callable[[PutAside], None],
        snooze_again: Callable[[PutAside], None],
        batch_back: Callable[[Sequence[Operation]], None],
        refill: Callable[[str], None],
    ) -> None:
        self._context = context
        self._unsnooze = unsnooze
        self._snooze_again = snooze_again
        self._batch_back = batch_back
        self._refill = refill
        self._history = History()

    def commands(self) -> Mapping[str, Handler]:
        """What this controller does, by command id."""
        return {"undo": self.undo, "redo": self.redo, "repeat": self.repeat}

    def on_event(self, event: Event, before: State, after: State) -> None:
        """Something was done or taken back; what was done in another login is of no account in this one."""
        history = self._history
        match event:
            case OutboxChanged():
                self._outbox_changed(before.outbox, after.outbox)
            case SnoozedPut():
                known, now = before.inbox.snoozed.people, event.snoozed.people
                put = PutAside(
                    {one: known.get(one) for one in event.ids}, {one: now.get(one) for one in event.ids}
                )
                self._history = history.having(put)
            case DecisionTakenBack():
                self._history = history.taken_back((event.operation,))
            case BatchTakenBack():
                self._history = history.taken_back(event.operations)
            case WritesDropped():
                # What was put off to another day waits under the same name.
                waiting = {key_of(one.operation) for one in after.outbox.entries}
                gone = [one for one in event.operations if key_of(one) not in waiting]
                self._history = history.given_up(gone) if gone else history
            case LoginChanged():
                self._history = History()

    def _outbox_changed(self, before: Outbox, after: Outbox) -> None:
        """A new decision is not written down yet; those of an earlier run are."""
        if before.entries == after.entries:
            return
        stages = {one.operation.id: one.stage for one in before.entries}
        fresh = tuple(
            one.operation
            for one in after.entries
            if one.operation.id not in stages and not one.saved and not self._history.knows(one.operation)
        )
        if fresh:
            self._history = self._history.having(Decided(fresh))
        failed = (one for one in after.of(Stage.FAILED) if one.operation.id in stages)
        if any(stages[one.operation.id] is not Stage.FAILED for one in failed):
            self._history = replace(self._history, has_failed=True)

    def undo(self) -> None:
        """Take the last thing back; where that is no decision that waits, give up what failed since."""
        last = self._history.last
        if isinstance(last, PutAside):
            self._history = self._history.stepped_back()
            self._unsnooze(last)
        elif isinstance(last, GivenUp):
            self._restore(last)
        elif operations := self._context.outbox.take_back():
            self._taken_back(operations)
        elif last is None or self._has_failed(last):
            self._give_up_failed()
        else:
            self._tell_gone(last)

    def _taken_back(self, operations: Sequence[Operation]) -> None:
        context, operation = self._context, operations[0]
        if operation.decided_with:
            self._batch_back(operations)
        else:
            context.store.dispatch(DecisionTakenBack(operation))
            self._refill(operation.negotiation.id)
            context.say("undo.done", deed=status.deed(context.render_context, operation))

    def _restore(self, deed: GivenUp) -> None:
        """What was given up waits again, unless it may have gone."""
        told = self._deed(deed.operations)
        again = self._hold_again(Decided(deed.operations))
        if again:
            done = self._history.done
            self._history = replace(self._history, done=tuple(one for one in done if one is not deed))
            self._context.say("undo.restored", deed=told, key=self._context.keys("undo"))
        else:
            self._context.say("undo.given-up.unsure", deed=told)

    def _has_failed(self, last: Decided) -> bool:
        """Whether something failed since the last thing was done, or that itself did."""
        failed = self._context.writes.of(Stage.FAILED)
        return bool(failed) and (
            self._history.has_failed or any(key_of(one.operation) in last.keys for one in failed)
        )

    def _tell_gone(self, last: Decided) -> None:
        """Why the last thing is not taken back, by name, and what can be done."""
        context, keys = self._context, last.keys
        stages = [one.stage for one in context.writes.entries if key_of(one.operation) in keys]
        sent = any(
            one.stage is Stage.DONE and key_of(one.operation) in keys
            for one in reversed(context.outbox.finished)
        )
        if stages:
            key, command = ("waits" if stages[-1] is Stage.HELD else "sending"), "outbox"
        elif sent:
            letter = last.operations[0].action is None
            key, command = ("sent.letter" if letter else "sent"), "reply"
        else:
            key, command = "draft-again", "reply"
        context.say(f"undo.{key}", deed=self._deed(last.operations), key=context.keys(command))

    def _deed(self, operations: Sequence[Operation]) -> str:
        return batch.whole(self._context.render_context, operations[0], len(operations))

    def _give_up_failed(self) -> None:
        context = self._context
        entries = context.outbox.give_up_failed()
        if not entries:
            waits = context.writes.scheduled(context.clock())
            context.say("undo.scheduled" if waits else "undo.nothing", key=context.keys("outbox"))
            return
        operations = [one.operation for one in entries]
        self._history = self._history.taken_back(operations)
        context.store.dispatch(LettersReturned(operations))
        deed = batch.deed(context.render_context, operations[0], len(operations))
        context.say(given_up(entries), deed=deed)

    def redo(self) -> None:
        """Do once more what was taken back last, or give back what was taken out of the outbox."""
        *earlier, last = self._history.undone or (None,)
        if isinstance(last, PutAside):
            self._snooze_again(last)
        elif isinstance(last, Decided) and self._hold_again(last):
            pass
        elif last is None and isinstance(self._history.last, GivenUp):
            self._restore(self._history.last)
            return
        else:
            self._context.say("redo.nothing")
            return
        # Doing it again is a new deed, which leaves what else was taken back as it is.
        self._history = replace(self._history, undone=tuple(one for one in earlier if one))

    def _hold_again(self, decided: Decided) -> bool:
        """Decide this once more, if it is what left the outbox last and can be."""
        context = self._context
        if set(map(key_of, last_dropped(context.writes))) != decided.keys:
            return False
        operations = context.outbox.hold_again()
        context.program.decided()
        context.store.dispatch(DecidedAgain(operations))
        return True

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
