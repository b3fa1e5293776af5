"""Taking back what was done last, and doing it again, as the screen does it; told once it is on the disk."""

from collections.abc import Sequence
from functools import partial

from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.lists import labels
from hh_tui.plain.context import PlainContext
from hh_tui.ui.events import BatchTakenBack, Event
from hh_tui.ui.presenters import batch
from hh_tui.ui.state_store import State
from hh_tui.ui.undo_stack import UndoStack


class PlainUndo:
    """Hears every event: whatever was done stands in one line, decisions and candidates put aside."""

    def __init__(self, context: PlainContext) -> None:
        self._context = context
        self._told: list[str] = []
        self._last = UndoStack(
            context.states,
            context.outbox,
            clock=context.clock,
            keys=context.key,
            tell=self._told.append,
            batch_back=self._batch_back,
            letter_back=lambda _: None,
            decided=lambda: None,
            keep_labels=partial(context.disk.remember_all, labels.KIND),
        )

    def on_event(self, event: Event, before: State, after: State) -> None:
        """Something was done or taken back."""
        self._last.on_event(event, before, after)

    async def undo(self) -> None:
        """Take the last thing back, or say why not."""
        self._last.undo()
        await self._tell()

    async def redo(self) -> None:
        """Do once more what was taken back last."""
        context = self._context
        if operations := self._last.redo():
            self._told.append(context.tr("plain.held", deed=self._deed(operations), key=context.key("undo")))
        await self._tell()

    def redoable(self) -> tuple[Operation, ...]:
        """What `redo` would decide once more."""
        return self._last.redoable

    def stops_repeat(self) -> bool:
        """Whether what failed last is not tried again, since its words were changed: it is told."""
        stops = self._last.stops_repeat()
        self._context.terminal.say(*self._told)
        self._told.clear()
        return stops

    def _batch_back(self, operations: Sequence[Operation]) -> None:
        self._context.states.dispatch(BatchTakenBack(operations))
        self._told.append(self._context.tr("undo.done", deed=self._deed(operations)))

    def _deed(self, operations: Sequence[Operation]) -> str:
        return batch.deed(self._context.state.view.render_context, operations[0], len(operations))

    async def _tell(self) -> None:
        told = tuple(self._told)
        self._told.clear()
        if await self._context.kept():
            self._context.terminal.say(*told)
