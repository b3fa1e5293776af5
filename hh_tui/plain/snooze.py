"""Putting candidates aside until a moment, or until they write. Nothing is sent to hh.ru."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from hh_tui.api.models import Negotiation
from hh_tui.inbox.decisions.outbox import Stage
from hh_tui.inbox.decisions.selection_actions import Chosen
from hh_tui.inbox.lists.newly_snoozed import newly_snoozed
from hh_tui.inbox.lists.snoozed import SnoozedItems
from hh_tui.inbox.lists.snoozed_item import PLACES, SnoozedItem, SnoozeKind
from hh_tui.plain.context import PlainContext
from hh_tui.ui import snoozed_records
from hh_tui.ui.events import SnoozedPut, SnoozedRecalled, SnoozeEnded, SnoozeUndone
from hh_tui.ui.presenters import schedule
from hh_tui.ui.presenters.candidate import people
from hh_tui.ui.state_store import State

Before = Mapping[str, SnoozedItem | None]
"""What was true of candidates before, by negotiation."""


class PlainSnooze:
    """`chosen` are those marked; `tell` is told of whoever is back, between two commands."""

    def __init__(
        self, context: PlainContext, chosen: Callable[[], Chosen], tell: Callable[[str], None]
    ) -> None:
        self._context = context
        self._chosen = chosen
        self._tell = tell
        self._put: tuple[tuple[Before, datetime], ...] = ()
        """What was true before each of them, the last one last, and when it was put."""

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
        await self._put_or_bring_back(SnoozeKind.SNOOZED, "snoozed.when")

    async def until_reply(self) -> None:
        """Put them aside until they write; back from there."""
        await self._put_or_bring_back(SnoozeKind.UNTIL_REPLY, "")

    async def reply_by(self) -> None:
        """Put them aside until they write, and until a moment at the latest."""
        await self._put_aside(SnoozeKind.UNTIL_REPLY, "snoozed.reply-by.when")

    async def _put_or_bring_back(self, kind: SnoozeKind, question: str) -> None:
        if self._context.inbox.listing.query == PLACES[kind]:
            self._bring_back(kind)
        else:
            await self._put_aside(kind, question)

    def _whom(self) -> tuple[Negotiation, ...]:
        row = self._context.inbox.selected
        rows = tuple(self._chosen().values()) or ((row,) if row else ())
        return tuple(one.negotiation for one in rows)

    async def _put_aside(self, kind: SnoozeKind, question: str) -> None:
        """Where there is a `question`, its answer is the moment."""
        context, chosen, until = self._context, self._whom(), None
        ctx = context.state.view.render_context
        if not chosen:
            context.say("marks.nobody")
            return
        if context.may_not_decide():
            return
        if question:
            until = await context.ask.moment(context.tr(question), context.clock(), ctx.zone)
            if until is None:
                context.say("plain.not-done")
                return
        inbox, finished = context.inbox, context.outbox.finished
        items = newly_snoozed(inbox, finished, chosen, kind, context.clock(), until)
        self._change(inbox.snoozed.with_all(items), [one.id for one in items])
        text = "snoozed.reply-by" if kind is SnoozeKind.UNTIL_REPLY and until else f"snoozed.{kind}"
        when = schedule.ahead(ctx, until) if until is not None else ""
        context.say(text, who=people(ctx, chosen), when=when, key=context.key("undo"))

    def _bring_back(self, kind: SnoozeKind) -> None:
        context, snoozed, chosen = self._context, self._context.inbox.snoozed, self._whom()
        ids = [one.id for one in chosen if one.id in snoozed.people and snoozed.people[one.id].kind is kind]
        if not ids:
            context.say("snoozed.scheduled", key=context.key("outbox"))
            return
        self._change(snoozed.without(*ids), ids)
        context.say("snoozed.returned", who=people(context.state.view.render_context, chosen))

    def _change(self, snoozed: SnoozedItems, ids: Sequence[str]) -> None:
        context, known = self._context, self._context.inbox.snoozed.people
        self._put = (*self._put, ({key: known.get(key) for key in ids}, context.clock()))
        context.states.dispatch(SnoozedPut(snoozed, ids))

    def undo(self) -> bool:
        """Undo the last of it, unless something was decided since that waits or has gone."""
        context = self._context
        gone = [one.operation for one in context.outbox.finished if one.stage is Stage.DONE]
        waiting = [one.operation for one in context.state.outbox.hurrying(context.clock())]
        decided = [one.decided_at for one in (*gone, *waiting)]
        if not self._put or any(at > self._put[-1][1] for at in decided):
            return False
        (before, _), self._put = self._put[-1], self._put[:-1]
        known = context.inbox.snoozed.people
        changed = [one for key in before if (one := before[key] or known.get(key)) is not None]
        snoozed = context.inbox.snoozed.without(*before).with_all(one for one in before.values() if one)
        context.states.dispatch(SnoozeUndone(snoozed, next(iter(before))))
        if changed:
            ctx = context.state.view.render_context
            done = "snoozed.undone.returned" if any(before.values()) else "snoozed.undone.put"
            place = ctx.tr(f"snoozed.title.{changed[0].kind}")
            context.say(done, place=place, who=people(ctx, [one.negotiation for one in changed]))
        return True
