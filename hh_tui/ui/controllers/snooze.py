"""Snoozing candidates until a moment or until they write. Nothing is sent to hh.ru."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import Protocol

from hh_tui.api.models import Negotiation
from hh_tui.inbox.decisions.selection_actions import Chosen
from hh_tui.inbox.lists.newly_snoozed import newly_snoozed, owed_answer
from hh_tui.inbox.lists.snoozed import SnoozedItems
from hh_tui.inbox.lists.snoozed_item import SNOOZED, UNTIL_REPLY, SnoozeKind
from hh_tui.ui.commands import Handler
from hh_tui.ui.context import Context
from hh_tui.ui.events import SnoozedPut
from hh_tui.ui.presenters import put_aside
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
            self._ask_until(chosen, SnoozeKind.SNOOZED)

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
        self._ask_until(chosen, SnoozeKind.UNTIL_REPLY)

    def _ask_until(self, chosen: Sequence[Negotiation], kind: SnoozeKind) -> None:
        title = put_aside.asked(self._context.render_context, chosen, kind)
        self._ask_moment(title, partial(self._put_aside, chosen, kind))

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
        ctx, owed = context.render_context, owed_answer(inbox, asides)
        context.tell(put_aside.put(ctx, chosen, kind, until, context.keys("undo"), owed=owed))

    def _bring_back(self, chosen: Sequence[Negotiation], kind: SnoozeKind) -> None:
        context, snoozed = self._context, self._context.inbox.snoozed
        ids = [one.id for one in chosen if one.id in snoozed.people and snoozed.people[one.id].kind is kind]
        if ids:
            self._change(snoozed.without(*ids), ids)
            context.tell(put_aside.returned(context.render_context, chosen))
        else:
            context.say("snoozed.scheduled", key=context.keys("outbox"))

    def _change(self, snoozed: SnoozedItems, ids: Sequence[str], *, upwards: bool = False) -> None:
        self._context.store.dispatch(SnoozedPut(snoozed, ids, upwards))
        self._context.program.decided()
