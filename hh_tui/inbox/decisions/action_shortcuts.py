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
    """What is known of an action in every vacancy: its id, and what it was called where it was chosen.

    The `others` take its place where it is not offered: vacancies may call one step by different names.
    """

    id: str
    name: str = ""
    others: tuple["NamedAction", ...] = ()

    @classmethod
    def of(cls, action: Action) -> "NamedAction":
        """The action as it can be found elsewhere."""
        return cls(action.id, action.name)

    @property
    def each(self) -> tuple["NamedAction", ...]:
        """It and the others, from the first to be looked for to the last."""
        return (NamedAction(self.id, self.name), *self.others)

    @property
    def title(self) -> str:
        """The names of all of them."""
        return " / ".join(one.name or one.id for one in self.each)

    def is_same(self, other: "NamedAction") -> bool:
        """Whether both stand for one action: by their ids, or by their names where the ids differ."""
        return any(_are_same(one, another) for one in self.each for another in other.each)

    def with_other(self, other: "NamedAction") -> "NamedAction":
        """With one more that takes its place."""
        return replace(self, others=(*self.others, *other.each))

    def apart_from(self, other: "NamedAction") -> "NamedAction | None":
        """Those of them that are not the other; None where nothing is left."""
        left = [one for one in self.each if not one.is_same(other)]
        return replace(left[0], others=tuple(left[1:])) if left else None

    def among(self, choices: Sequence[ActionChoice]) -> ActionChoice | None:
        """This action among those offered: by its id, of several the one of this name; else by its name.

        None where none of them is offered, or where several would fit as well.
        """
        return next((found for one in self.each if (found := _among(one, choices))), None)


def _are_same(one: NamedAction, other: NamedAction) -> bool:
    return one.id == other.id or (bool(one.name) and one.name.casefold() == other.name.casefold())


def _among(action: NamedAction, choices: Sequence[ActionChoice]) -> ActionChoice | None:
    by_id = [one for one in choices if one.action.id == action.id]
    if len(by_id) == 1:
        return by_id[0]
    wanted = action.name.casefold()
    named = [one for one in by_id or choices if wanted and one.action.name.casefold() == wanted]
    return named[0] if len(named) == 1 else None


class ActionShortcuts(Struct, frozen=True):
    """Which letter stands for which action. An action has one letter; a letter may have several actions,
    of which the first that is offered is meant."""

    given: Mapping[str, NamedAction] = field(default_factory=dict)

    def action(self, letter: str) -> NamedAction | None:
        """What the letter stands for."""
        return self.given.get(letter)

    def letter(self, action: NamedAction) -> str:
        """The letter of the action; empty when it has none."""
        return next((letter for letter, one in self.given.items() if one.is_same(action)), "")

    def giving(self, letter: str, action: NamedAction) -> "ActionShortcuts":
        """With this letter for the action; the one it had, and what the letter stood for, are without."""
        others = self.without(action).given
        return ActionShortcuts({**{key: one for key, one in others.items() if key != letter}, letter: action})

    def giving_too(self, letter: str, action: NamedAction) -> "ActionShortcuts":
        """With this letter for the action wherever what the letter stands for is not offered."""
        rest = self.without(action)
        known = rest.action(letter)
        return rest.giving(letter, known.with_other(action) if known is not None else action)

    def without(self, action: NamedAction) -> "ActionShortcuts":
        """With no letter for the action."""
        left = {key: one.apart_from(action) for key, one in self.given.items()}
        return ActionShortcuts({key: one for key, one in left.items() if one is not None})

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
    """The action as it is kept: its id and name, and the same of every other."""
    kept = [part for one in action.each for part in (one.id, one.name)]
    return json.dumps(kept, ensure_ascii=False)


def _read(letter: str, text: str) -> NamedAction | None:
    try:
        kept = json.loads(text)
    except (ValueError, RecursionError):
        return None
    usable = isinstance(kept, list) and kept and len(kept) % 2 == 0 and letter in SHORTCUT_LETTERS
    if not usable or not all(isinstance(part, str) for part in kept) or not all(kept[::2]):
        return None
    first, *others = (NamedAction(*pair) for pair in zip(kept[::2], kept[1::2], strict=True))
    return replace(first, others=tuple(others))


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
