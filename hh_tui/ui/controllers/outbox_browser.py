"""The window of open writes: sending, repeating, dropping, and changing a text once more."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hh_tui.api.models import Action, Negotiation
from hh_tui.inbox.decisions import batch, target
from hh_tui.inbox.decisions.invitation import Invitation
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.decisions.target import Target
from hh_tui.ui.commands import Handler
from hh_tui.ui.context import Context
from hh_tui.ui.events import DecisionTakenBack, Event, OutboxChanged, WritesDropped
from hh_tui.ui.presenters.outbox import can_be_edited
from hh_tui.ui.sheet_opener import SheetOpener
from hh_tui.ui.state_store import State

if TYPE_CHECKING:
    from hh_tui.ui.dialogs.outbox import OutboxScreen


@dataclass(frozen=True, slots=True)
class Editors:
    """Where the text of a write can be changed, by what it is."""

    invitation: Callable[[Negotiation, Action, Invitation], None]
    decision: Callable[[Target, Action], None]
    letter: Callable[[Target], None]
    was_due: Callable[[Operation], None]
    """Keeps for when it was scheduled, to be offered again."""


class OutboxBrowser:
    """Opens the window, and keeps it up to date while it is open."""

    def __init__(
        self,
        context: Context,
        sheets: SheetOpener,
        editors: Editors,
        *,
        repeat: Callable[[str], None],
    ) -> None:
        self._context = context
        self._sheets = sheets
        self._editors = editors
        self._repeat = repeat
        self._window: OutboxScreen | None = None

    def commands(self) -> Mapping[str, Handler]:
        """What this controller does, by command id."""
        return {"outbox": self.open}

    def open(self) -> None:
        """Everything that is open, and what was done today."""
        from hh_tui.ui.dialogs.outbox import OutboxScreen

        context = self._context

        def closed(operation_id: str | None) -> None:
            self._window = None
            if operation_id is not None:
                self._edit(operation_id)

        self._window = OutboxScreen(
            context.outbox, context.render_context, context.keys, self._drop, self._repeat_all
        )
        self._window.see(context.render_context, context.writes, context.view.now)
        context.windows.push(self._window, closed)

    def on_event(self, event: Event, _: State, after: State) -> None:
        """Other writes, or a second less: the open window shows it."""
        if isinstance(event, OutboxChanged) and self._window is not None:
            self._window.see(after.view.render_context, after.outbox, after.view.now)

    def _drop(self, operation_id: str) -> None:
        context = self._context
        dropped = context.outbox.drop(*batch.mates(context.writes, operation_id))
        context.store.dispatch(WritesDropped(dropped))

    def _repeat_all(self, operation_id: str) -> None:
        for one in batch.mates(self._context.writes, operation_id):
            self._repeat(one)

    def _edit(self, operation_id: str) -> None:
        """Take a write back and open its text again; what is sent then is a new write."""
        context = self._context
        entry = context.writes.entry(operation_id)
        if entry is None or not can_be_edited(entry.operation):
            context.say("outbox.no-text")
            return
        for operation in context.outbox.drop(operation_id):
            context.store.dispatch(DecisionTakenBack(operation))
            self._editors.was_due(operation)
            if operation.action is None:
                self._editors.letter(target.of(operation))
                continue
            self._sheets.keep(operation.negotiation, operation.action, dict(operation.form))
            if operation.invitation is not None:
                self._editors.invitation(operation.negotiation, operation.action, operation.invitation)
            else:
                self._editors.decision(target.of(operation), operation.action)
