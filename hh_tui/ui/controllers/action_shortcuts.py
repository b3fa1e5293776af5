"""A letter for an action, the same in all vacancies: giving it, and deciding by it."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Final

from hh_tui.api.models import Action
from hh_tui.inbox.decisions import action_menu, action_shortcuts
from hh_tui.inbox.decisions.action_menu import ActionChoice
from hh_tui.inbox.decisions.action_shortcuts import (
    KIND,
    ActionShortcuts,
    NamedAction,
    PressedDigits,
)
from hh_tui.keys.registry import SHORTCUT_LETTERS
from hh_tui.ui.commands import Handler
from hh_tui.ui.context import Context
from hh_tui.ui.dialogs.picker_item import PickerItem
from hh_tui.ui.events import Event, Started, StoreOpened
from hh_tui.ui.state_store import State

OFFERED: Final = "shortcut-offered"
"""The kind of what is kept of actions that were offered a letter: they are offered none again."""

NONE: Final = "none"


class Shortcuts:
    """The digits of actions are places, which differ between vacancies; a letter stays with its action.

    `find_and_act` decides about the candidate under the cursor, or about everybody selected, by what it
    finds among all that can be done with them; it tells whether it found anything, None without a candidate.
    """

    def __init__(
        self,
        context: Context,
        find_and_act: Callable[[Callable[[Sequence[ActionChoice]], ActionChoice | None]], bool | None],
    ) -> None:
        self._context = context
        self._find_and_act = find_and_act
        self._digits = PressedDigits()
        self._proposed: NamedAction | None = None
        """The action that a letter was proposed for last."""
        self._proposed_letter = ""
        """That letter: pressed while it stands for nothing, it is given."""

    def commands(self) -> Mapping[str, Handler]:
        """What this controller does, by command id."""
        by_letter = {f"shortcut-{letter}": partial(self.act, letter) for letter in SHORTCUT_LETTERS}
        return {"assign-shortcut": self.assign, **by_letter}

    def on_event(self, event: Event, _: State, __: State) -> None:
        """Every login has letters of its own."""
        if isinstance(event, Started | StoreOpened):
            self._digits = PressedDigits()
            self._show(action_shortcuts.from_texts(self._context.disk.remembered(KIND)))

    def _show(self, kept: ActionShortcuts) -> None:
        chosen = action_shortcuts.from_settings(self._context.options.shortcuts)
        self._context.store.show(shortcuts=action_shortcuts.merged(chosen, kept))

    # Deciding

    def act(self, letter: str) -> None:
        """Decide by the action of this letter, take the one that was proposed, or say why nothing happens."""
        context, action = self._context, self._context.view.shortcuts.action(letter)
        if action is None and self._proposed is not None and letter == self._proposed_letter:
            self._give(letter, self._proposed, ())
        elif action is None:
            context.say("shortcut.free", letter=letter, key=context.keys("assign-shortcut"))
        elif self._find_and_act(action.among) is False:
            keys = {"key": context.keys("actions"), "give": context.keys("assign-shortcut")}
            context.say("shortcut.not-offered-give", letter=letter, name=action.title, **keys)

    def offers(self, letter: str) -> bool:
        """Whether the letter stands for something."""
        return self._context.view.shortcuts.action(letter) is not None

    def decided_by(self, digit: int, action: Action) -> None:
        """An action was decided by a digit: with a second one it is offered a letter, once."""
        context, named = self._context, NamedAction.of(action)
        digits = self._digits.add(named, digit)
        shortcuts = context.view.shortcuts
        letter = action_shortcuts.first_free(shortcuts)
        if len(digits) < 2 or not letter or shortcuts.letter(named):
            return
        if named.id not in context.disk.remembered(OFFERED):
            context.disk.remember(OFFERED, named.id, letter)
            self._proposed, self._proposed_letter = named, letter
            from hh_tui.ui.presenters import shortcuts as told

            text = told.proposal(context.render_context.tr, named, digits, letter)
            context.windows.notify(text, timeout=12)

    # Giving letters

    def assign(self) -> None:
        """Choose an action of this candidate, then its letter."""
        context, row = self._context, self._context.inbox.selected
        choices = action_menu.menu(row.negotiation) if row else ()
        if not choices:
            if row is not None:
                from hh_tui.ui.presenters.no_actions import no_actions

                context.tell(no_actions(context.render_context.tr, context.inbox, [row.negotiation]))
            return
        from hh_tui.ui.presenters import shortcuts as told

        shortcuts, tr = context.view.shortcuts, context.render_context.tr
        actions = [NamedAction.of(one.action) for one in choices]
        order = sorted(range(len(actions)), key=lambda place: not self._is_proposed(actions[place]))
        items = [
            PickerItem(str(place), told.action_line(choices[place], shortcuts.letter(actions[place])))
            for place in order
        ]

        def chosen(place: str | None) -> None:
            if place is not None:
                self._choose_letter(actions[int(place)], choices)

        context.pick(tr("shortcut.which-action"), items, chosen)

    def _is_proposed(self, action: NamedAction) -> bool:
        return self._proposed is not None and self._proposed.is_same(action)

    def _choose_letter(self, action: NamedAction, beside: Sequence[ActionChoice]) -> None:
        from hh_tui.ui.dialogs.letter_picker import LetterPicker
        from hh_tui.ui.presenters import shortcuts as told

        context, shortcuts, tr = self._context, self._context.view.shortcuts, self._context.render_context.tr
        free = [letter for letter in SHORTCUT_LETTERS if letter not in shortcuts.given]
        letters = [*free, *(letter for letter in SHORTCUT_LETTERS if letter in shortcuts.given)]
        items = [
            PickerItem(letter, told.letter_line(tr, letter, shortcuts.action(letter))) for letter in letters
        ]
        if shortcuts.letter(action):
            items.append(PickerItem(NONE, tr("shortcut.none")))

        def chosen(letter: str | None) -> None:
            if letter is not None:
                self._give("" if letter == NONE else letter, action, beside)

        title = tr("shortcut.which-letter", name=action.name or action.id)
        context.windows.push(LetterPicker(title, items, tr, context.keymap), chosen)

    def _give(self, letter: str, action: NamedAction, beside: Sequence[ActionChoice]) -> None:
        """The letter stands for the action. What it stood for keeps it, too, unless it is offered `beside`
        the action: then nobody could tell which of the two is meant."""
        context, before = self._context, action_shortcuts.from_texts(self._context.disk.remembered(KIND))
        rest = before.without(action)
        known = rest.action(letter)
        shares = known is not None and bool(beside) and known.among(beside) is None
        given = rest.giving_too if shares else rest.giving
        after = given(letter, action) if letter else rest
        for key in before.given.keys() | after.given.keys():
            one = after.action(key)
            if one != before.action(key):
                context.disk.remember(KIND, key, action_shortcuts.to_text(one) if one else "")
        self._proposed = None
        self._show(after)
        name = action.name or action.id
        if context.view.shortcuts.letter(action) != letter:
            context.say("shortcut.settings", name=name)
        elif known is not None and shares:
            context.say("shortcut.given-too", letter=letter, name=name, other=known.title)
        else:
            context.say("shortcut.given" if letter else "shortcut.taken", letter=letter, name=name)
