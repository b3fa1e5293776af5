"""Deciding about the candidate under the cursor: by a digit, or from the list of all actions."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Protocol

from hh_tui.api.models import Action, Negotiation
from hh_tui.inbox.decisions import action_menu, target
from hh_tui.inbox.decisions.action_menu import ActionChoice
from hh_tui.inbox.decisions.forms import Form
from hh_tui.inbox.decisions.selection_actions import selected_rows
from hh_tui.inbox.decisions.target import Target
from hh_tui.ui.commands import Handler
from hh_tui.ui.context import Context
from hh_tui.ui.decisions import Decisions
from hh_tui.ui.dialogs.picker_item import PickerItem
from hh_tui.ui.dialogs.sheet_outcome import SheetOutcome
from hh_tui.ui.presenters import actions, card
from hh_tui.ui.presenters.keyed import told
from hh_tui.ui.presenters.no_actions import no_actions
from hh_tui.ui.presenters.schedule import ahead_for
from hh_tui.ui.sheet_opener import SheetOpener

if TYPE_CHECKING:
    from hh_tui.ui.dialogs.sheet_reads import Beginning

DIGITS = range(1, 10)

Find = Callable[[Sequence[ActionChoice]], ActionChoice | None]
"""Finds one of the things that can be done."""


class Bulk(Protocol):
    """Decides about everybody who is selected."""

    def act(self, digit: int) -> bool:
        """The button with this digit; False when nobody is selected."""
        ...

    def offered(self) -> Sequence[ActionChoice] | None:
        """All that any of them can do; None when nobody is selected."""
        ...

    def find_and_act(self, find: Find) -> bool | None:
        """What `find` finds among all that any of them can do; None when nobody is selected."""
        ...

    def choose(self) -> bool:
        """Everything that can be done with them; False when nobody is selected."""
        ...


class Actions:
    """Every decision is one operation: after its form where it has one.

    `ask_when` lets the person choose when something is sent to a candidate, in UTC. `repeatable` is told of
    every decision that can be made again, with what its form was left with, and `again` says by which keys it
    is, where that makes the same decision as the form of an action; `decided_by` is told of every action that
    was chosen by a digit.
    """

    def __init__(
        self,
        context: Context,
        decisions: Decisions,
        sheets: SheetOpener,
        bulk: Bulk,
        *,
        ask_when: Callable[[Negotiation, Callable[[datetime], None]], None],
        repeatable: Callable[[Action, SheetOutcome | None], None],
        again: Callable[[Action], str],
        decided_by: Callable[[int, Action], None],
    ) -> None:
        self._context = context
        self._decisions = decisions
        self._sheets = sheets
        self._bulk = bulk
        self._ask_when = ask_when
        self._repeatable = repeatable
        self._again = again
        self._decided_by = decided_by

    def commands(self) -> Mapping[str, Handler]:
        """What this controller does, by command id."""
        return {"actions": self.choose, **{f"action-{digit}": partial(self.act, digit) for digit in DIGITS}}

    def press(self, digit: int | None) -> None:
        """A button was clicked; without a digit it is the one that shows the rest."""
        if digit is None:
            self.choose()
        else:
            self.act(digit)

    def act(self, digit: int) -> None:
        """The button with this digit; where somebody is selected, for all of them."""
        if self._tells_none() or self._bulk.act(digit):
            return
        inbox, row = self._context.inbox, self._context.inbox.selected
        if row is None:
            return
        choices = action_menu.buttons(row.negotiation)
        if digit <= len(choices):
            action = choices[digit - 1].action
            decided = partial(self._decided_by, digit, action)
            self.decide(target.in_list(inbox, row.negotiation), action, decided)
        else:
            context = self._context
            who, key = [row.negotiation], context.keys("actions")
            context.tell(actions.no_such(context.render_context, digit, who, key))

    def offered(self) -> Sequence[ActionChoice]:
        """All that can be done with everybody selected, or with the candidate under the cursor."""
        row = self._context.inbox.selected
        if (choices := self._bulk.offered()) is not None:
            return choices
        return action_menu.menu(row.negotiation) if row else ()

    def find_and_act(self, find: Find) -> bool | None:
        """Decide by what is found among all that can be done; False where it is not offered.

        None where there is nobody to decide about, or nothing to decide, which is told.
        """
        if self._tells_none():
            return None
        if (done := self._bulk.find_and_act(find)) is not None:
            return done
        inbox, row = self._context.inbox, self._context.inbox.selected
        if row is None:
            return None
        choice = find(action_menu.menu(row.negotiation))
        if choice is not None:
            self.decide(target.in_list(inbox, row.negotiation), choice.action)
        return choice is not None

    def offers(self, digit: int) -> bool:
        """Whether there is an action with this digit for the candidate, or any for those selected."""
        inbox, row = self._context.inbox, self._context.inbox.selected
        return bool(inbox.selection) or (
            row is not None and digit <= len(action_menu.buttons(row.negotiation))
        )

    def choose(self) -> None:
        """Everything that can be done with this candidate, or with all selected ones."""
        context = self._context
        if self._tells_none() or self._bulk.choose() or (row := context.inbox.selected) is None:
            return
        negotiation, seen = row.negotiation, target.in_list(context.inbox, row.negotiation)
        self._choose(seen, action_menu.menu(negotiation))

    def _tells_none(self) -> bool:
        """Whether there is nothing to decide about whoever is meant; that is told, with the reason."""
        context, row = self._context, self._context.inbox.selected
        if self.offered():
            return False
        marked = selected_rows(context.inbox).values()
        who = [one.negotiation for one in (marked or ((row,) if row else ()))]
        if not who:
            return False
        context.tell(no_actions(context.render_context.tr, context.inbox, who))
        return True

    def _choose(self, seen: Target | None, choices: Sequence[ActionChoice]) -> None:
        """Let the person choose one of several actions or steps."""
        context = self._context
        if not choices or seen is None:
            context.say("actions.none")
            return
        items = [
            PickerItem(str(number), actions.menu_line(choice), dimmed=not choice.action.enabled)
            for number, choice in enumerate(choices)
        ]

        def chosen(item_id: str | None) -> None:
            if item_id is not None:
                self.decide(seen, choices[int(item_id)].action)

        context.pick(card.title(context.render_context, seen.negotiation), items, chosen)

    def decide(
        self,
        seen: Target | None,
        action: Action,
        then: Callable[[], None] = lambda: None,
        letter: "Beginning | None" = None,
    ) -> None:
        """Decide, after the form of the action where it has one; or say why that can't be.

        `then` is called once it is decided. The form begins with the `letter`, whatever stood there.
        """
        context = self._context
        if seen is None or context.may_not_decide():
            return
        if not action.enabled:
            context.windows.notify(actions.why_disabled(context.render_context, action), severity="warning")
            return
        if action.is_group:
            self._choose(seen, action_menu.steps(action))
            return
        negotiation = seen.negotiation
        form = Form.of(action, negotiation, seen.source.vacancy_id)
        note = self._letter_to_come(negotiation)
        if not form.fields:
            if note:
                context.windows.notify(note, severity="warning")
            self._repeatable(action, None)
            self._decisions.submit(seen, action, form.body({}))
            then()
            return

        def decided(outcome: SheetOutcome) -> None:
            self._repeatable(action, outcome)
            self._decisions.submit(seen, action, outcome.body or (), outcome.not_before)
            then()

        vacancy = context.inbox.vacancy_by_id(seen.source.vacancy_id)
        when, name = partial(self._ask_when, negotiation), vacancy.name if vacancy else ""
        again = self._again(action)
        self._sheets.open(form, negotiation, name, decided, note=note, when=when, letter=letter, again=again)

    def _letter_to_come(self, negotiation: Negotiation) -> str:
        """A word about what goes to them at a moment chosen earlier, which a decision does not stop."""
        context, moment = self._context, self._context.inbox.scheduled.get(negotiation.id)
        if moment is None:
            return ""
        when = ahead_for(context.render_context, moment, negotiation)
        tr, drop = context.render_context.tr, {"drop": context.keys("outbox-drop")}
        return told(tr, "later.beside", drop, when=when, outbox=context.keys("outbox"))
