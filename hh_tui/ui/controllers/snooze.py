"""Snoozing candidates until a moment or until they write. Nothing is sent to hh.ru."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import Protocol

from hh_tui.api.models import Negotiation
from hh_tui.inbox.decisions.history import PutAside
from hh_tui.inbox.decisions.selection_actions import Chosen
from hh_tui.inbox.lists.newly_snoozed import newly_snoozed
from hh_tui.inbox.lists.snoozed import SnoozedItems
from hh_tui.inbox.lists.snoozed_item import SNOOZED, UNTIL_REPLY, SnoozedItem, SnoozeKind
from hh_tui.ui.commands import Handler
from hh_tui.ui.context import Context
from hh_tui.ui.events import SnoozedPut, SnoozeUndone
from hh_tui.ui.presenters import schedule
from hh_tui.ui.presenters.candidate import people
from hh_tui.ui.view import Pane


class Selected(Protocol):
    """Who is selected."""

    @property
    def selected(self) -> Chosen:
        """The selected candidates of the list shown, by id."""
        ...


class Snooze:
    """Undone like a decision, though it is none. `ask_moment` asks for a moment in UTC, under a title."""

    def __init__(
        self,
        context: Context,
        selected: Selected,
        ask_moment: Callable[[str, Callable[[datetime], None]], None],
    ) -> None:
        self._context = context
        self._selected = selected
        self._ask_moment = ask_moment

    def commands(self) -> Mapping[str, Handler]:
        """What this controller does, by command id."""
        return {"snooze": self.snooze, "until-reply": self.until_reply, "reply-by": self.reply_by}

    def snooze(self) -> None:
        """Put those selected, or the one under the cursor, aside until a moment; back from there."""
        context, chosen = self._context, self._chosen()
        if not chosen or context.may_not_decide():
            return
        if context.inbox.listing.query == SNOOZED:
            self._bring_back(chosen, SnoozeKind.SNOOZED)
        else:
            self._ask_moment(
                context.render_context.tr("snoozed.when"),
                partial(self._put_aside, chosen, SnoozeKind.SNOOZED),
            )

    def until_reply(self) -> None:
        """Put them aside until they write; back from there."""
        context, chosen = self._context, self._chosen()
        if not chosen or context.may_not_decide():
            return
        if context.inbox.listing.query == UNTIL_REPLY:
            self._bring_back(chosen, SnoozeKind.UNTIL_REPLY)
        else:
            self._put_aside(chosen, SnoozeKind.UNTIL_REPLY)

    def reply_by(self) -> None:
        """Put them aside until they write, and until a moment at the latest."""
        context, chosen = self._context, self._chosen()
        if not chosen or context.may_not_decide():
            return
        self._ask_moment(
            context.render_context.tr("snoozed.reply-by.when"),
            partial(self._put_aside, chosen, SnoozeKind.UNTIL_REPLY),
        )

    def _chosen(self) -> tuple[Negotiation, ...]:
        row = self._context.inbox.selected
        if self._context.view.pane not in {Pane.LIST, Pane.CANDIDATE}:
            return ()
        rows = tuple(self._selected.selected.values()) or ((row,) if row else ())
        return tuple(one.negotiation for one in rows)

    def _put_aside(
        self, chosen: Sequence[Negotiation], kind: SnoozeKind, until: datetime | None = None
    ) -> None:
        context, inbox, advance = self._context, self._context.inbox, self._context.options.advance
        asides = newly_snoozed(inbox, context.outbox.finished, chosen, kind, context.clock(), until)
        upwards = advance == "previous" and len(asides) == 1
        self._change(inbox.snoozed.with_all(asides), [one.id for one in asides], upwards=upwards)
        if context.view.pane is Pane.CANDIDATE and not (context.panes.is_narrow or advance == "stay"):
            context.go(Pane.LIST)
        self._tell(chosen, kind, until)

    def _tell(self, chosen: Sequence[Negotiation], kind: SnoozeKind, until: datetime | None) -> None:
        context, ctx = self._context, self._context.render_context
        text = "snoozed.reply-by" if kind is SnoozeKind.UNTIL_REPLY and until else f"snoozed.{kind}"
        when = schedule.ahead(ctx, until) if until is not None else ""
        context.say(text, who=people(ctx, chosen), when=when, key=context.keys("undo"))

    def _bring_back(self, chosen: Sequence[Negotiation], kind: SnoozeKind) -> None:
        context, snoozed = self._context, self._context.inbox.snoozed
        ids = [one.id for one in chosen if one.id in snoozed.people and snoozed.people[one.id].kind is kind]
        if ids:
            self._change(snoozed.without(*ids), ids)
            context.say("snoozed.returned", who=people(context.render_context, chosen))
        else:
            context.say("snoozed.scheduled", key=context.keys("outbox"))

    def _change(self, snoozed: SnoozedItems, ids: Sequence[str], *, upwards: bool = False) -> None:
        self._context.store.dispatch(SnoozedPut(snoozed, ids, upwards))
        self._context.program.decided()

    def undo(self, put: PutAside) -> None:
        """Those put aside are back in their list, those brought back are aside again."""
        context = self._context
        context.store.dispatch(SnoozeUndone(self._with(put.before), next(iter(put.before))))
        changed = _items(put.before) or _items(put.after)
        if changed:
            ctx = context.render_context
            done = "snoozed.undone.returned" if any(put.before.values()) else "snoozed.undone.put"
            who = people(ctx, [one.negotiation for one in changed])
            context.say(done, place=ctx.tr(f"snoozed.title.{changed[0].kind}"), who=who)

    def redo(self, put: PutAside) -> None:
        """What was undone is done again."""
        self._change(self._with(put.after), list(put.after))
        if again := _items(put.after):
            self._tell([one.negotiation for one in again], again[0].kind, again[0].until)
        elif back := _items(put.before):
            who = people(self._context.render_context, [one.negotiation for one in back])
            self._context.say("snoozed.returned", who=who)

    def _with(self, wanted: Mapping[str, SnoozedItem | None]) -> SnoozedItems:
        snoozed = self._context.inbox.snoozed.without(*wanted)
        return snoozed.with_all(_items(wanted))


def _items(wanted: Mapping[str, SnoozedItem | None]) -> list[SnoozedItem]:
    """Those of them who are put aside."""
    return [one for one in wanted.values() if one is not None]
