"""What the server offers for a negotiation, as buttons and as a menu."""

from typing import Final

from msgspec import Struct

from hh_tui.api.models import Action, Negotiation

DIGITS: Final = 9
"""Buttons that a digit reaches."""


ActionKind = tuple[str, str, str]
"""What one request must have in common: the action's id, its method, its address without the candidate."""


class ActionChoice(Struct, frozen=True):
    """One thing that can be done: the action, and its digit when it has a button. `parent` names the action
    that a finer step belongs to. Of several candidates `count` have it and `lacking` do not."""

    action: Action
    digit: int | None = None
    parent: str = ""
    count: int = 0
    lacking: int = 0
    letter: str = ""
    """The letter that the person has given to the action."""


def visible(negotiation: Negotiation) -> tuple[Action, ...]:
    """The actions that are not hidden, in the server's order."""
    return tuple(action for action in negotiation.actions if not action.hidden)


def buttons(negotiation: Negotiation) -> tuple[ActionChoice, ...]:
    """The first nine actions, with their digits."""
    return tuple(ActionChoice(action, digit) for digit, action in enumerate(visible(negotiation)[:DIGITS], 1))


def menu(negotiation: Negotiation) -> tuple[ActionChoice, ...]:
    """Everything: the buttons, what is past nine, the hidden ones, and each action's finer steps below it.

    An action that only holds its steps together is not among them.
    """
    digits = {id(choice.action): choice.digit for choice in buttons(negotiation)}
    hidden = tuple(action for action in negotiation.actions if action.hidden)
    choices: list[ActionChoice] = []
    for action in (*visible(negotiation), *hidden):
        if not action.is_group:
            choices.append(ActionChoice(action, digits.get(id(action))))
        choices += steps(action)
    return tuple(choices)


def steps(action: Action) -> tuple[ActionChoice, ...]:
    """The finer steps of an action."""
    return tuple(ActionChoice(action.step(step), parent=action.name) for step in action.sub_actions)


def address(action: Action) -> str:
    """An action's address without its last part, the negotiation's id, and without a query."""
    return action.url.partition("?")[0].rstrip("/").rpartition("/")[0]


def kind_of(action: Action) -> ActionKind:
    """What tells actions apart that can't go in one request."""
    return (action.id, action.method, address(action))
