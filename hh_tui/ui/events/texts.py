"""What the person types, kept until it is sent."""

from hh_tui.inbox.decisions.forms import Values
from hh_tui.ui.events.event import Event


class DraftKept(Event, frozen=True):
    """The letter begun to a candidate, blank where there is none any more; `addressee` is their name."""

    negotiation_id: str
    text: str
    addressee: str = ""


class FormKept(Event, frozen=True):
    """What was typed into the form of an action, `place` being a negotiation and the action.

    `addressee` names whom it is about.
    """

    place: tuple[str, str]
    values: Values
    addressee: str


class LetterReturned(Event, frozen=True):
    """A letter that has no decision to go with any more is begun again, above what was begun since."""

    negotiation_id: str
    text: str
    addressee: str


TextEvent = DraftKept | FormKept | LetterReturned
