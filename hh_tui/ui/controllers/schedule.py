"""Choosing when: a moment for a letter, a decision, or a candidate to come back."""

from collections.abc import Callable, Mapping
from datetime import datetime, tzinfo
from typing import TYPE_CHECKING

from hh_tui.api.models import Negotiation
from hh_tui.errors import HHError
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.rules.time_zones import zones
from hh_tui.system.structs import replace
from hh_tui.ui.context import Context
from hh_tui.ui.events import Aged, Event, ZonesRead
from hh_tui.ui.presenters import schedule
from hh_tui.ui.state_store import State

if TYPE_CHECKING:
    from hh_tui.ui.dialogs.moment_picker import MomentPicker


class Schedule:
    """Times of day are the candidate's where hh.ru tells their zone, else one's own, and it is said whose."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._choosing: tuple[MomentPicker, Negotiation | None] | None = None
        self._was_due: Mapping[str, datetime] = {}
        """For when writes were scheduled that are being edited, by negotiation."""

    def on_event(self, event: Event, before: State, after: State) -> None:
        """Zones may come while the person chooses, and time goes on."""
        if isinstance(event, ZonesRead):
            self._zones_read()
        if isinstance(event, Aged) and self._choosing is not None:
            picker, _ = self._choosing
            picker.call_later(picker.follow_clock)

    def ask_moment(
        self,
        title: str,
        chosen: Callable[[datetime], None],
        negotiation: Negotiation | None = None,
        *,
        due: datetime | None = None,
    ) -> None:
        """Let the person choose a moment; `negotiation` is whom something will be sent to then.

        `due` is a moment that was chosen for it once; of one candidate it is known here.
        """
        from hh_tui.ui.dialogs.moment_picker import MomentPicker

        context = self._context
        context.store.show(render_context=replace(context.render_context, now=context.clock()))
        theirs, note = self._zone_of(negotiation)
        due = self._was_due.get(negotiation.id) if negotiation is not None else due
        ctx = context.render_context
        picker = MomentPicker(title, ctx, context.clock, theirs=theirs, note=note, before=due)

        def answered(moment: str | None) -> None:
            self._choosing = None
            if moment is not None:
                chosen(datetime.fromisoformat(moment))

        self._choosing = (picker, negotiation)
        context.windows.push(picker, answered)
        if negotiation is not None and not context.render_context.zones:
            context.tasks.start(self._read_zones, group="zones")

    def ask_when(self, negotiation: Negotiation, chosen: Callable[[datetime], None]) -> None:
        """Let the person choose when something is sent to this candidate."""
        self.ask_moment(self._context.render_context.tr("later.title"), chosen, negotiation)

    def ask_for_marked(self, title: str, chosen: Callable[[datetime], None]) -> None:
        """Let the person choose when something is sent to everybody marked."""
        due = {self._was_due.get(one) for one in self._context.inbox.selection.people}
        self.ask_moment(title, chosen, due=due.pop() if len(due) == 1 else None)

    def was_due(self, *operations: Operation) -> None:
        """Scheduled writes of one moment are being edited: it is offered again."""
        context, moment = self._context, operations[0].not_before
        if moment is not None and moment > context.clock():
            self._was_due = {**self._was_due, **{one.negotiation.id: moment for one in operations}}
            ctx, key = context.render_context, context.keys("send-later")
            to = operations[0].negotiation
            when = (
                schedule.ahead_for(ctx, moment, to) if len(operations) == 1 else schedule.ahead(ctx, moment)
            )
            redo = context.keys("redo" if context.windows.is_free else "found-redo")
            context.windows.notify(ctx.tr("later.edited", when=when, key=key, redo=redo))

    def _zone_of(self, negotiation: Negotiation | None) -> tuple[tzinfo | None, str]:
        """The candidate's zone, and a word about whose time is meant."""
        ctx = self._context.render_context
        return schedule.whose(ctx, negotiation, ctx.zones)

    async def _read_zones(self) -> None:
        """Places are read once; without an answer times of day stay one's own."""
        session = self._context.session
        try:
            areas = await session.read(session.client.dictionaries.areas)
        except HHError:
            return
        self._context.post(ZonesRead(zones(areas)))

    def _zones_read(self) -> None:
        """What is offered now is in the candidate's own time."""
        if self._choosing is not None:
            picker, negotiation = self._choosing
            theirs, note = self._zone_of(negotiation)
            # An answer may come before the picker has anything to show it in.
            picker.call_later(picker.seen_from, theirs, note)
