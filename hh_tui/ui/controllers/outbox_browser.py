"""The window of open writes: sending, repeating, dropping, and changing a text once more."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from hh_tui.api.models import Action, Negotiation
from hh_tui.inbox.decisions import batch, target
from hh_tui.inbox.decisions.conflict_check import offered_again
from hh_tui.inbox.decisions.invitation import Invitation
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.decisions.outbox import OutboxEntry, Stage
from hh_tui.inbox.decisions.remedy import Remedy, remedy
from hh_tui.inbox.decisions.target import Target
from hh_tui.system.structs import replace
from hh_tui.ui.commands import Handler
from hh_tui.ui.context import Context
from hh_tui.ui.employer_addresses import read_addresses
from hh_tui.ui.events import AddressesRead, DecisionTakenBack, DraftKept, Event, OutboxChanged, WritesDropped
from hh_tui.ui.group_editing import GroupEditing
from hh_tui.ui.presenters.batch import deed
from hh_tui.ui.presenters.candidate import name
from hh_tui.ui.presenters.form_choices import unread
from hh_tui.ui.presenters.outbox_remedy import is_editable, is_of_group
from hh_tui.ui.sheet_opener import SheetOpener
from hh_tui.ui.state_store import State

if TYPE_CHECKING:
    from hh_tui.ui.dialogs.outbox import OutboxScreen


class Editors(Struct, frozen=True):
    """Where the text of a write can be changed, by what it is."""

    invitation: Callable[[Negotiation, Action, Invitation], None]
    decision: Callable[[Target, Action], None]
    letter: Callable[[Target], None]
    was_due: Callable[[Operation], None]
    """Keeps for when it was scheduled, to be offered again."""
    groups: GroupEditing


class OutboxBrowser:
    """Opens the window, and keeps it up to date while it is open."""

    def __init__(
        self,
        context: Context,
        sheets: SheetOpener,
        editors: Editors,
        *,
        repeat: Callable[..., None],
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

        ctx = replace(context.render_context, now=context.clock())
        self._window = OutboxScreen(context.outbox, ctx, context.keys, self._drop, self._repeat_all)
        self._window.see(ctx, context.writes, context.view.now)
        context.windows.push(self._window, closed)
        open_ones = (entry.operation for entry in context.writes.entries)
        if unread(ctx, (*open_ones, *(one.operation for one in context.outbox.finished))):
            context.tasks.start(self._read_addresses, group="outbox-addresses")

    async def _read_addresses(self) -> None:
        """What waits is told with its address."""
        context = self._context
        if answer := await read_addresses(context.session, context.inbox):
            context.post(answer)

    def on_event(self, event: Event, _: State, after: State) -> None:
        """Other writes, their addresses, or a second less: the open window shows it."""
        if isinstance(event, OutboxChanged | AddressesRead) and self._window is not None:
            self._window.see(after.view.render_context, after.outbox, after.view.now)

    def _drop(self, operation_id: str) -> None:
        context = self._context
        dropped = context.outbox.drop(*batch.mates(context.writes, operation_id))
        context.store.dispatch(WritesDropped(dropped))
        if dropped:
            told = deed(context.render_context, dropped[0], len(dropped))
            context.say("outbox.taken-out", deed=told, key=context.keys("undo"))

    def _repeat_all(self, operation_id: str) -> None:
        self._repeat(*batch.mates(self._context.writes, operation_id))

    def _edit(self, operation_id: str) -> None:
        """Take a write back and open its text again; what is sent then is a new write."""
        context = self._context
        entry = context.writes.entry(operation_id)
        if entry is not None and is_of_group(entry):
            self._edit_group(batch.mates(context.writes, operation_id))
            return
        if entry is None or not is_editable(entry, context.clock()):
            context.say("outbox.no-text")
            return
        way = remedy(entry, context.clock()) if entry.stage is Stage.FAILED else None
        if not context.windows.is_free and (way is Remedy.WRITE or entry.operation.action is None):
            context.say("outbox.letter-in-list", key=context.keys("close-found"))
            return
        for operation in context.outbox.drop(operation_id):
            context.store.dispatch(DecisionTakenBack(operation))
            self._editors.was_due(operation)
            if entry.stage is Stage.HELD and operation.action is not None:
                self._tell_withdrawn(operation)
            if way is Remedy.WRITE:
                self._write(operation)
            else:
                self._open_again(self._as_now(operation, entry))

    def _tell_withdrawn(self, operation: Operation) -> None:
        """It does not wait any more, also where its form is left as it was."""
        context, ctx = self._context, self._context.render_context
        key = context.keys("redo" if context.windows.is_free else "found-redo")
        context.windows.notify(ctx.tr("outbox.withdrawn", deed=deed(ctx, operation, 1), key=key))

    def _edit_group(self, ids: Sequence[str]) -> None:
        """Take all of them back, unless the form for them can't be opened here."""
        context, groups = self._context, self._editors.groups
        operations = [one.operation for one in context.writes.entries if one.operation.id in ids]
        if groups.is_possible(operations):
            if dropped := context.outbox.drop(*ids):
                groups.open(dropped)
            else:
                context.say("outbox.not-now.sending")

    def _as_now(self, operation: Operation, entry: OutboxEntry) -> Operation:
        """On where the candidate is by now, if the write was stopped because of that."""
        fresh = entry.fresh
        again = offered_again(operation, fresh, self._context.clock()) if fresh is not None else None
        return again or operation

    def _write(self, operation: Operation) -> None:
        """The letter by itself: the step it was to go with has taken place."""
        context, negotiation = self._context, operation.negotiation
        addressee = name(context.render_context, negotiation)
        context.store.dispatch(DraftKept(negotiation.id, operation.text or "", addressee))
        context.disk.texts_changed()
        self._editors.letter(replace(target.of(operation), seen_at=None))

    def _open_again(self, operation: Operation) -> None:
        if operation.action is None:
            self._editors.letter(target.of(operation))
            return
        self._sheets.keep(operation.negotiation, operation.action, dict(operation.form))
        if operation.invitation is not None:
            self._editors.invitation(operation.negotiation, operation.action, operation.invitation)
        else:
            self._editors.decision(target.of(operation), operation.action)
