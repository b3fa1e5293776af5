"""Putting candidates aside until a moment, or until they write. Nothing is sent to hh.ru."""

from collections.abc import Callable, Sequence

from hh_tui.api.models import Negotiation
from hh_tui.inbox.decisions.selection_actions import Chosen
from hh_tui.inbox.lists.newly_snoozed import newly_snoozed, owed_answer
from hh_tui.inbox.lists.snoozed import SnoozedItems
from hh_tui.inbox.lists.snoozed_item import PLACES, SnoozeKind
from hh_tui.plain.context import PlainContext
from hh_tui.ui import snoozed_records
from hh_tui.ui.events import SnoozedPut, SnoozedRecalled, SnoozeEnded
from hh_tui.ui.presenters import put_aside
from hh_tui.ui.presenters.candidate import people
from hh_tui.ui.state_store import State


class PlainSnooze:
    """`chosen` are those marked; `tell` is told of whoever is back, between two commands."""

    def __init__(
        self, context: PlainContext, chosen: Callable[[], Chosen], tell: Callable[[str], None]
    ) -> None:
        self._context = context
        self._chosen = chosen
        self._tell = tell

    def recall(self) -> None:
        """Those of the disk."""
        context = self._context
        kept = snoozed_records.recalled(context.disk, context.clock())
        context.states.dispatch(SnoozedRecalled(kept))

    def wake(self) -> None:
        """Whose moment has come is back."""
        context, now = self._context, self._context.clock()
        next_at = context.inbox.snoozed.next_at
        if next_at is not None and now >= next_at:
            context.states.dispatch(SnoozeEnded(now))

    def on_change(self, before: State, after: State) -> None:
        """What has changed is kept on the disk, and who is back is told."""
        old, new = before.inbox.snoozed, after.inbox.snoozed
        if old is new or not (old.recalled and new.recalled):
            return
        snoozed_records.keep(self._context.disk, old, new)
        ctx = after.view.render_context
        for reason, back in new.returned_since(old).items():
            self._tell(ctx.tr(f"snoozed.{reason}", who=people(ctx, back)))

    async def until_moment(self) -> None:
        """Put them aside until a moment; back from there."""
        await self._put_or_bring_back(SnoozeKind.SNOOZED, timed=True)

    async def until_reply(self) -> None:
        """Put them aside until they write; back from there."""
        await self._put_or_bring_back(SnoozeKind.UNTIL_REPLY, timed=False)

    async def reply_by(self) -> None:
        """Put them aside until they write, and until a moment at the latest."""
        await self._put_aside(SnoozeKind.UNTIL_REPLY, timed=True)

    async def _put_or_bring_back(self, kind: SnoozeKind, *, timed: bool) -> None:
        if self._context.inbox.listing.query == PLACES[kind]:
            self._bring_back(kind)
        else:
            await self._put_aside(kind, timed=timed)

    def _whom(self) -> tuple[Negotiation, ...]:
        row = self._context.inbox.selected
        rows = tuple(self._chosen().values()) or ((row,) if row else ())
        return tuple(one.negotiation for one in rows)

    async def _put_aside(self, kind: SnoozeKind, *, timed: bool) -> None:
        """Where it is `timed`, a moment is asked for."""
        context, chosen, until = self._context, self._whom(), None
        ctx = context.state.view.render_context
        if not chosen:
            context.say("marks.nobody")
            return
        if context.may_not_decide():
            return
        if timed:
            question = put_aside.asked(ctx, chosen, kind)
            until = await context.ask.moment(question, context.clock, ctx.zone)
            if until is None:
                context.say("plain.not-done")
                return
        inbox, finished = context.inbox, context.outbox.finished
        items = newly_snoozed(inbox, finished, chosen, kind, context.clock(), until)
        self._change(inbox.snoozed.with_all(items), [one.id for one in items])
        owed = owed_answer(inbox, items)
        context.terminal.say(put_aside.put(ctx, chosen, kind, until, context.key("undo"), owed=owed))

    def _bring_back(self, kind: SnoozeKind) -> None:
        context, snoozed, chosen = self._context, self._context.inbox.snoozed, self._whom()
        ids = [one.id for one in chosen if one.id in snoozed.people and snoozed.people[one.id].kind is kind]
        if not ids:
            context.say("snoozed.scheduled", key=context.key("outbox"))
            return
        self._change(snoozed.without(*ids), ids)
        context.terminal.say(put_aside.returned(context.state.view.render_context, chosen))

    def _change(self, snoozed: SnoozedItems, ids: Sequence[str]) -> None:
        self._context.states.dispatch(SnoozedPut(snoozed, ids))
