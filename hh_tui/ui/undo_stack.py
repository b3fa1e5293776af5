"""Taking back what was done last, and doing that again: on the screen and in lines."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Final

from hh_tui.inbox.decisions.changed_words import changed_since
from hh_tui.inbox.decisions.history import (
    Decided,
    GivenUp,
    History,
    Labelled,
    PutAside,
    SentAtOnce,
    Unmarked,
    key_of,
)
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.decisions.outbox import Outbox, Stage
from hh_tui.inbox.decisions.selection_actions import list_key, selected_rows
from hh_tui.inbox.lists import labels
from hh_tui.inbox.lists.snoozed import SnoozedItems
from hh_tui.inbox.lists.snoozed_item import SnoozedItem
from hh_tui.outbox.service import OutboxService
from hh_tui.system.structs import replace
from hh_tui.ui import undo_events
from hh_tui.ui.events import (
    DecidedAgain,
    DecisionTakenBack,
    Event,
    LabelPut,
    LabelsChanged,
    LettersReturned,
    MarksDropped,
    SelectionChanged,
    SnoozedPut,
    SnoozeUndone,
)
from hh_tui.ui.presenters.candidate import people
from hh_tui.ui.presenters.render_context import RenderContext
from hh_tui.ui.state_store import State, StateStore

WAYS: Final = {
    "notes": "tab-notes",
    "own": "own-notes",
    "note": "note",
    "chat": "chat",
    "messages": "tab-messages",
    "snooze": "snooze",
}
"""What helps where something is not taken back: the command by its name in the sentence."""


ChosenOtherwise = Callable[[Sequence[Operation], bool], bool]
"""Whether a sprint has something else than these by now; the flag says that they were taken back into it."""


class UndoStack:
    """The snapshot is what it was before, and a letter that was taken back is a draft again.

    Whatever is done is heard of in its order; only the last of it is taken back, and what has left for hh.ru
    is told of by name. `tell` gets each sentence, `keys` names the first key of a command, `clock` tells UTC.
    `batch_back` undoes and tells of what was decided together, `letter_back` shows the draft of this
    negotiation id where it is written on, `decided` hears that something was decided anew, `keep_labels`
    gets what is to be remembered of people whose labels are others again.
    `chosen_otherwise` tells whether another choice than these stands in the sprint they were confirmed in.
    """

    def __init__(
        self,
        store: StateStore,
        outbox: OutboxService,
        *,
        clock: Callable[[], datetime],
        keys: Callable[[str], str],
        tell: Callable[[str], None],
        batch_back: Callable[[Sequence[Operation]], None],
        letter_back: Callable[[str], None],
        decided: Callable[[], None],
        keep_labels: Callable[[Mapping[str, str]], object],
        chosen_otherwise: ChosenOtherwise = lambda *_: False,
    ) -> None:
        self._store = store
        self._outbox = outbox
        self._clock = clock
        self._keys = keys
        self._tell = tell
        self._batch_back = batch_back
        self._letter_back = letter_back
        self._decided = decided
        self._keep_labels = keep_labels
        self._chosen_otherwise = chosen_otherwise
        self._history = History()

    @property
    def _writes(self) -> Outbox:
        return self._store.state.outbox

    @property
    def _ctx(self) -> RenderContext:
        return self._store.state.view.render_context

    def _say(self, key: str, /, **values: str | int) -> None:
        self._tell(self._ctx.tr(key, **values))

    def on_event(self, event: Event, before: State, after: State) -> None:
        """Something was done or taken back."""
        self._history = undo_events.heard(self._history, event, before, after)

    # Back

    def undo(self) -> None:
        """Take the last thing back; where that is no decision that waits, give up what failed since."""
        last = self._history.last
        if isinstance(last, Unmarked) and (self._marked or not self._is_shown(last)):
            self._history = self._history.without(last)
            last = self._history.last
        if isinstance(last, PutAside):
            self._unsnooze(last)
        elif isinstance(last, Labelled):
            self._unlabel(last)
        elif isinstance(last, GivenUp):
            self._restore(last)
        elif operations := self._outbox.take_back():
            self._taken_back(operations)
        elif isinstance(last, Unmarked):
            self._mark_again(last)
        elif last is None or self._has_failed(last):
            self._give_up_failed()
        elif isinstance(last, SentAtOnce):
            self._tell_sent_at_once(last)
        else:
            self._tell_gone(last)

    @property
    def _marked(self) -> int:
        """How many are marked in the list shown."""
        return len(selected_rows(self._store.state.inbox))

    def _is_shown(self, step: Unmarked) -> bool:
        """Whether the list is shown that the marks were made in."""
        return step.marks.source == list_key(self._store.state.inbox)

    def _mark_again(self, step: Unmarked) -> None:
        """Those are marked again whose marks were taken away."""
        self._history = self._history.marked_again()
        self._store.dispatch(SelectionChanged(step.marks))
        count = self._marked
        self._say("undo.marked" if count else "marks.none", n=count, key=self._keys("back"))

    def _unsnooze(self, step: PutAside) -> None:
        """Those put aside are back in their list, those brought back are aside again."""
        from hh_tui.ui.presenters import put_aside

        self._history = self._history.stepped_back()
        self._store.dispatch(SnoozeUndone(self._snoozed_as(step.before), next(iter(step.before))))
        self._tell_snoozed(put_aside.undone(self._ctx, step))

    def _unlabel(self, step: Labelled) -> None:
        """They wear what they wore before."""
        from hh_tui.ui.presenters import labels as label_words

        self._history = self._history.stepped_back()
        self._store.dispatch(LabelsChanged(self._worn(step.before)))
        self._tell(label_words.undone(self._ctx, step))

    def _worn(self, wanted: labels.Labels) -> labels.Labels:
        """Everybody's labels with these, which are kept."""
        self._keep_labels(labels.texts(wanted, wanted))
        return labels.having(self._store.state.view.labels, wanted)

    def _taken_back(self, operations: Sequence[Operation]) -> None:
        from hh_tui.ui.presenters import status

        operation = operations[0]
        if operation.decided_with:
            self._batch_back(operations)
        else:
            self._store.dispatch(DecisionTakenBack(operation))
            self._letter_back(operation.negotiation.id)
            self._say("undo.done", deed=status.deed(self._ctx, operation))

    def _restore(self, step: GivenUp) -> None:
        """What was given up waits again, unless it may have gone, or its words were changed since."""
        told = self._deed(step.operations)
        if self._is_changed(step.operations):
            return
        if self._hold_again(Decided(step.operations)):
            done = self._history.done
            self._history = replace(self._history, done=tuple(one for one in done if one is not step))
            self._say("undo.restored", deed=told, key=self._keys("undo"))
        else:
            self._say("undo.given-up.unsure", deed=told)

    def _has_failed(self, last: Decided | SentAtOnce) -> bool:
        """Whether something failed since the last thing was done, or that itself did."""
        failed = self._writes.of(Stage.FAILED)
        keys = last.keys if isinstance(last, Decided) else frozenset()
        return bool(failed) and (
            self._history.has_failed or any(key_of(one.operation) in keys for one in failed)
        )

    def _tell_sent_at_once(self, last: SentAtOnce) -> None:
        """Why it stays, and where it is changed: what was done before it is left alone."""
        keys = {name: self._keys(command) for name, command in WAYS.items()}
        self._say(f"undo.at-once.{last.what}", who=people(self._ctx, last.who), **keys)

    def _tell_gone(self, last: Decided) -> None:
        """Why the last thing is not taken back, by name, and what can be done."""
        keys = last.keys
        stages = [one.stage for one in self._writes.entries if key_of(one.operation) in keys]
        sent = any(
            one.stage is Stage.DONE and key_of(one.operation) in keys
            for one in reversed(self._outbox.finished)
        )
        if stages:
            key, command = ("waits" if stages[-1] is Stage.HELD else "sending"), "outbox"
        elif sent:
            letter = last.operations[0].action is None
            key, command = ("sent.letter" if letter else "sent"), "reply"
        else:
            key, command = "draft-again", "reply"
        self._say(f"undo.{key}", deed=self._deed(last.operations), key=self._keys(command))

    def _give_up_failed(self) -> None:
        from hh_tui.ui.presenters import batch, given_up

        entries = self._outbox.give_up_failed()
        if not entries:
            waits = self._writes.scheduled(self._clock())
            self._say("undo.scheduled" if waits else "undo.nothing", key=self._keys("outbox"))
            return
        operations = [one.operation for one in entries]
        self._history = self._history.taken_back(operations)
        self._store.dispatch(LettersReturned(operations))
        self._say(given_up.given_up(entries), deed=batch.deed(self._ctx, operations[0], len(operations)))

    # Again

    @property
    def redoable(self) -> tuple[Operation, ...]:
        """The decisions that `redo` would make once more; none where it is about something else."""
        undone, last = self._history.undone, self._history.last
        step = undone[-1] if undone else last if isinstance(last, GivenUp) else None
        return step.operations if isinstance(step, Decided | GivenUp) else ()

    def redo(self) -> tuple[Operation, ...]:
        """Do once more what was taken back last, or give back what was taken out of the outbox.

        Returns the decisions that wait once more, of which nothing was told.
        """
        *earlier, last = self._history.undone or (None,)
        again: tuple[Operation, ...] = ()
        if isinstance(last, PutAside):
            self._snooze_again(last)
        elif isinstance(last, Labelled):
            self._label_again(last)
        elif isinstance(last, Unmarked) and self._marked and self._is_shown(last):
            self._unmark_again()
        elif isinstance(last, Decided) and self._is_changed(last.operations, taken_back=True):
            return ()
        elif isinstance(last, Decided) and (again := self._hold_again(last)):
            pass
        elif last is None and isinstance(self._history.last, GivenUp):
            self._restore(self._history.last)
            return ()
        else:
            self._say("redo.nothing")
            return ()
        # Doing it again is a new step, which leaves what else was taken back as it is.
        self._history = replace(self._history, undone=tuple(one for one in earlier if one))
        return again

    def _unmark_again(self) -> None:
        from hh_tui.ui.presenters import marks

        count, undo = self._marked, "" if self._outbox.has_held else self._keys("undo")
        self._store.dispatch(MarksDropped(self._store.state.inbox.selection.ended()))
        self._tell(marks.dropped(self._ctx, count, undo))

    def _snooze_again(self, step: PutAside) -> None:
        from hh_tui.ui.presenters import put_aside

        self._store.dispatch(SnoozedPut(self._snoozed_as(step.after), list(step.after)))
        self._decided()
        self._tell_snoozed(put_aside.redone(self._ctx, step, self._keys("undo")))

    def _label_again(self, step: Labelled) -> None:
        from hh_tui.ui.presenters import labels as label_words

        self._store.dispatch(LabelPut(self._worn(step.after), step.name, step.who))
        self._tell(label_words.redone(self._ctx, step))

    def _hold_again(self, decided: Decided) -> tuple[Operation, ...]:
        """Decide this once more, if it is what left the outbox last and can be.

        What was decided together may have left in several steps: only what left in this one is meant.
        """
        count = len(decided.operations)
        if set(map(key_of, self._writes.dropped[-count:])) != decided.keys:
            return ()
        operations = self._outbox.hold_again(count)
        self._decided()
        self._store.dispatch(DecidedAgain(operations))
        return operations

    def _is_changed(self, operations: Sequence[Operation], *, taken_back: bool = False) -> bool:
        """Whether something newer stands in the draft, the form or the sprint that this would come from.

        It is told then.
        """
        if self._chosen_otherwise(operations, taken_back):
            self._say("redo.changed.sprint", deed=self._deed(operations), key=self._keys("sprint"))
        elif changed_since(self._store.state.inbox, operations):
            self._say("redo.changed", deed=self._deed(operations))
        else:
            return False
        return True

    def stops_repeat(self) -> bool:
        """Whether what failed last is not tried again as it was, since its words were changed: it is told."""
        operations = self._outbox.repeatable()
        return bool(operations) and self._is_changed(operations)

    # In words

    def _deed(self, operations: Sequence[Operation]) -> str:
        from hh_tui.ui.presenters import batch

        return batch.whole(self._ctx, operations[0], len(operations))

    def _tell_snoozed(self, sentence: str) -> None:
        if sentence:
            self._tell(sentence)

    def _snoozed_as(self, wanted: Mapping[str, SnoozedItem | None]) -> SnoozedItems:
        from hh_tui.ui.presenters import put_aside

        snoozed = self._store.state.inbox.snoozed.without(*wanted)
        return snoozed.with_all(put_aside.items(wanted))
