"""Letters that stand for actions in all vacancies, wherever the server lists the action."""

import json
from collections.abc import Mapping, Sequence
from typing import Final

from msgspec import Struct, field

from hh_tui.api.models import Action
from hh_tui.inbox.decisions.action_menu import ActionChoice
from hh_tui.keys.registry import SHORTCUT_LETTERS
from hh_tui.system.structs import replace

KIND: Final = "action-shortcut"
"""The kind of what is kept of the person's own: a letter is the key, an action the value."""


class NamedAction(Struct, frozen=True):
    """What is known of an action in every vacancy: its id, and what it was called where it was chosen."""

    id: str
    name: str = ""

    @classmethod
    def of(cls, action: Action) -> "NamedAction":
        """The action as it can be found elsewhere."""
        return cls(action.id, action.name)

    def is_same(self, other: "NamedAction") -> bool:
        """Whether both stand for one action: by their ids, or by their names where the ids differ."""
        return self.id == other.id or (bool(self.name) and self.name.casefold() == other.name.casefold())

    def among(self, choices: Sequence[ActionChoice]) -> ActionChoice | None:
        """This action among those offered: by its id, of several the one of this name; else by its name.

        None where it is not offered, or where several would fit as well.
        """
        by_id = [one for one in choices if one.action.id == self.id]
        if len(by_id) == 1:
            return by_id[0]
        wanted = self.name.casefold()
        named = [one for one in by_id or choices if wanted and one.action.name.casefold() == wanted]
        return named[0] if len(named) == 1 else None


class ActionShortcuts(Struct, frozen=True):
    """Which letter stands for which action. An action has one letter, a letter one action."""

    given: Mapping[str, NamedAction] = field(default_factory=dict)

    def action(self, letter: str) -> NamedAction | None:
        """What the letter stands for."""
        return self.given.get(letter)

    def letter(self, action: NamedAction) -> str:
        """The letter of the action; empty when it has none."""
        return next((letter for letter, one in self.given.items() if one.is_same(action)), "")

    def giving(self, letter: str, action: NamedAction) -> "ActionShortcuts":
        """With this letter for the action; the one it had, and what the letter stood for, are without."""
        others = {key: one for key, one in self.given.items() if key != letter and not one.is_same(action)}
        return ActionShortcuts({**others, letter: action})

    def without(self, action: NamedAction) -> "ActionShortcuts":
        """With no letter for the action."""
        return ActionShortcuts({key: one for key, one in self.given.items() if not one.is_same(action)})

    def marked(self, choices: Sequence[ActionChoice]) -> tuple[ActionChoice, ...]:
        """The choices, each with the letter that would choose it."""
        if not self.given:
            return tuple(choices)
        letters = {id(one): key for key, action in self.given.items() if (one := action.among(choices))}
        return tuple(replace(one, letter=letters.get(id(one), "")) for one in choices)


def first_free(shortcuts: ActionShortcuts) -> str:
    """The first letter that stands for nothing yet; empty when all do."""
    return next((letter for letter in SHORTCUT_LETTERS if letter not in shortcuts.given), "")


def from_settings(chosen: Mapping[str, str]) -> ActionShortcuts:
    """What the settings say: each letter with the id or the name of an action."""
    return ActionShortcuts({letter: NamedAction(action, action) for letter, action in chosen.items()})


def from_texts(texts: Mapping[str, str]) -> ActionShortcuts:
    """What was kept, by letter; what can't be read is left out."""
    return ActionShortcuts({letter: one for letter, text in texts.items() if (one := _read(letter, text))})


def to_text(action: NamedAction) -> str:
    """The action as it is kept."""
    return json.dumps([action.id, action.name], ensure_ascii=False)


def _read(letter: str, text: str) -> NamedAction | None:
    try:
        id_, name = json.loads(text)
    except (ValueError, TypeError, RecursionError):
        return None
    usable = letter in SHORTCUT_LETTERS and isinstance(id_, str) and isinstance(name, str) and id_
    return NamedAction(id_, name) if usable else None


class PressedDigits:
    """Under which digits actions were decided in this run, to tell when one has several."""

    def __init__(self) -> None:
        self._digits: dict[str, set[int]] = {}

    def add(self, action: NamedAction, digit: int) -> tuple[int, ...]:
        """One more; the digits of the action, from low to high."""
        digits = self._digits.setdefault(action.id, set())
        digits.add(digit)
        return tuple(sorted(digits))


def merged(chosen: ActionShortcuts, kept: ActionShortcuts) -> ActionShortcuts:
    """Those of the settings, and of what was kept whatever they leave free."""
    result = kept
    for letter, action in chosen.given.items():
        result = result.giving(letter, action)
    return result
