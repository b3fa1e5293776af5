"""Snoozing candidates until a moment or until they write. Nothing is sent to hh.ru."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import Protocol

from hh_tui.api.models import Negotiation
from hh_tui.inbox.decisions import batch
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.decisions.selection_actions import Chosen
from hh_tui.inbox.lists.newly_snoozed import newly_snoozed
from hh_tui.inbox.lists.snoozed import SnoozedItems
from hh_tui.inbox.lists.snoozed_item import SNOOZED, UNTIL_REPLY, SnoozedItem, SnoozeKind
from hh_tui.ui.commands import Handler
from hh_tui.ui.context import Context
from hh_tui.ui.events import Event, LoginChanged, SnoozedPut, SnoozeUndone
from hh_tui.ui.presenters import schedule
from hh_tui.ui.presenters.candidate import people
from hh_tui.ui.state_store import State
from hh_tui.ui.view import Pane

Before = Mapping[str, SnoozedItem | None]
"""What was true of candidates before, by negotiation."""

Decision = tuple[str, datetime]
"""Whom a decision is about, and when it was made: so it is known where the program holds it anew."""


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
        self._put: tuple[tuple[Before, frozenset[Decision]], ...] = ()
        """What was snoozed, the last thing last, and the writes that were open by then."""

    def commands(self) -> Mapping[str, Handler]:
        """What this controller does, by command id."""
        return {"snooze": self.snooze, "until-reply": self.until_reply, "reply-by": self.reply_by}

    def on_event(self, event: Event, _: State, __: State) -> None:
        """What was put aside in another login is not brought back into this one's store."""
        if isinstance(event, LoginChanged):
            self._put = ()

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
        context, known = self._context, self._context.inbox.snoozed.people
        behind = frozenset(_decision(entry.operation) for entry in context.writes.entries)
        self._put = (*self._put, ({key: known.get(key) for key in ids}, behind))
        context.store.dispatch(SnoozedPut(snoozed, ids, upwards))
        context.program.decided()

    def undo(self) -> bool:
        """Undo the last snoozing, or bringing back, unless something was decided since."""
        context = self._context
        last = batch.last_held(context.writes, context.view.now, context.clock())
        if not self._put or (last and _decision(last[-1]) not in self._put[-1][1]):
            return False
        before, self._put = self._put[-1][0], self._put[:-1]
        known = context.inbox.snoozed.people
        changed = [one for key in before if (one := before[key] or known.get(key)) is not None]
        snoozed = context.inbox.snoozed.without(*before).with_all(one for one in before.values() if one)
        context.store.dispatch(SnoozeUndone(snoozed, next(iter(before))))
        if changed:
            tr, who = (
                context.render_context.tr,
                people(context.render_context, [one.negotiation for one in changed]),
            )
            done = "snoozed.undone.returned" if any(before.values()) else "snoozed.undone.put"
            context.say(done, place=tr(f"snoozed.title.{changed[0].kind}"), who=who)
        return True


def _decision(operation: Operation) -> Decision:
    return operation.negotiation.id, operation.decided_at
