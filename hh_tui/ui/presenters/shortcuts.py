"""Letters of actions in words."""

from collections.abc import Sequence

from hh_tui.i18n import Catalogue
from hh_tui.inbox.decisions.action_menu import ActionChoice
from hh_tui.inbox.decisions.action_shortcuts import NamedAction
from hh_tui.ui.presenters.actions import label


def action_line(choice: ActionChoice, letter: str) -> str:
    """A line of the actions to choose from: `d  Отказ`, with an empty place for one without a letter."""
    parent = f"{choice.parent}: " if choice.parent else ""
    return f"{letter or ' '}  {parent}{label(choice.action)}"


def letter_line(tr: Catalogue, letter: str, action: NamedAction | None) -> str:
    """A line of the letters to choose from, with what each stands for."""
    return f"{letter}  {action.title if action else tr('shortcut.is-free')}"


def proposal(tr: Catalogue, action: NamedAction, digits: Sequence[int], letter: str) -> str:
    """A word about an action that has several digits, with the letter that it would have everywhere."""
    *others, last = map(str, digits)
    told = tr("shortcut.digits", digits=", ".join(others), last=last)
    return tr("shortcut.proposal", name=action.name or action.id, digits=told, letter=letter)
