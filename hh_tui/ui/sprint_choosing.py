"""Choosing an action of hh.ru for one candidate of a sprint: by digit, by letter, from the list of all."""

from collections.abc import Callable, Sequence

from hh_tui.api.models import Action
from hh_tui.inbox.decisions import action_menu
from hh_tui.inbox.decisions.action_menu import ActionChoice
from hh_tui.inbox.decisions.sprint import SprintChoice
from hh_tui.inbox.decisions.target import Target
from hh_tui.ui.context import Context
from hh_tui.ui.dialogs.picker_item import PickerItem
from hh_tui.ui.presenters import actions, card
from hh_tui.ui.presenters.no_actions import no_actions
from hh_tui.ui.sprint_forms import SprintForms

Chosen = Callable[[SprintChoice], None]
"""Gets what was chosen, with its form."""


class SprintChoosing:
    """Exactly the actions that hh.ru offers them; why one can't be chosen is said."""

    def __init__(self, context: Context, forms: SprintForms) -> None:
        self._context = context
        self._forms = forms

    def by_digit(self, digit: int, seen: Target, chosen: Chosen) -> None:
        """The button with this digit."""
        choices = action_menu.buttons(seen.negotiation)
        if not action_menu.menu(seen.negotiation):
            self._tell_none(seen)
        elif digit <= len(choices):
            self.take(choices[digit - 1].action, seen, chosen)
        else:
            context = self._context
            who, key = [seen.negotiation], context.keys("sprint-actions")
            context.tell(actions.no_such(context.render_context, digit, who, key))

    def by_letter(self, letter: str, seen: Target, chosen: Chosen) -> None:
        """The action that the person has given this letter to."""
        context = self._context
        action = context.view.shortcuts.action(letter)
        if action is None:
            context.say("sprint.letter-free", letter=letter, key=context.keys("assign-shortcut"))
        elif not action_menu.menu(seen.negotiation):
            self._tell_none(seen)
        elif (choice := action.among(action_menu.menu(seen.negotiation))) is None:
            key = context.keys("sprint-actions")
            context.say("shortcut.not-offered", letter=letter, name=action.title, key=key)
        else:
            self.take(choice.action, seen, chosen)

    def from_all(self, seen: Target, chosen: Chosen) -> None:
        """Everything that can be done with them."""
        self._pick(action_menu.menu(seen.negotiation), seen, chosen)

    def _pick(self, choices: Sequence[ActionChoice], seen: Target, chosen: Chosen) -> None:
        context = self._context
        if not choices:
            self._tell_none(seen)
            return
        items = [
            PickerItem(str(number), actions.menu_line(choice), dimmed=not choice.action.enabled)
            for number, choice in enumerate(choices)
        ]

        def picked(item_id: str | None) -> None:
            if item_id is not None:
                self.take(choices[int(item_id)].action, seen, chosen)

        context.pick(card.title(context.render_context, seen.negotiation), items, picked)

    def _tell_none(self, seen: Target) -> None:
        context = self._context
        context.tell(no_actions(context.render_context.tr, context.inbox, [seen.negotiation]))

    def take(self, action: Action, seen: Target, chosen: Chosen) -> None:
        """This action, after its form where it has one that was not filled in yet."""
        context = self._context
        if not action.enabled:
            context.windows.notify(actions.why_disabled(context.render_context, action), severity="warning")
        elif action.is_group:
            self._pick(action_menu.steps(action), seen, chosen)
        else:
            self._forms.fill(seen, action, lambda body, own: chosen(SprintChoice(seen, action, body, own)))

    def same(self, action: Action, seen: Target) -> SprintChoice | None:
        """The same action with the form of everybody for somebody else; None where that can't be."""
        found = next(
            (
                one.action
                for one in action_menu.menu(seen.negotiation)
                if one.action.id == action.id and one.action.name == action.name and one.action.enabled
            ),
            None,
        )
        body = self._forms.body(seen, found) if found is not None else None
        return SprintChoice(seen, found, body) if found is not None and body is not None else None

    def offers(self, key: str, seen: Target | None) -> bool:
        """Whether this digit or letter stands for an action of theirs."""
        if seen is None:
            return False
        if key.isdecimal():
            return int(key) <= len(action_menu.buttons(seen.negotiation))
        return self._context.view.shortcuts.action(key) is not None
