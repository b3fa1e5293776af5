"""What the person types, kept until it is sent."""

from dataclasses import dataclass

from hh_tui.inbox.decisions.forms import Values


@dataclass(frozen=True, slots=True)
class DraftKept:
    """The letter begun to a candidate, blank where there is none any more; `addressee` is their name."""

    negotiation_id: str
    text: str
    addressee: str = ""


@dataclass(frozen=True, slots=True)
class FormKept:
    """What was typed into the form of an action, `place` being a negotiation and the action.

    `addressee` names whom it is about.
    """

    place: tuple[str, str]
    values: Values
    addressee: str


TextEvent = DraftKept | FormKept
