"""Answers that change nothing of the state: whoever asked does something about them."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from hh_tui.api.models import Negotiation
from hh_tui.inbox.decisions.forms import Form, Values
from hh_tui.inbox.decisions.sprint_texts import KeptSprint
from hh_tui.inbox.decisions.target import Target
from hh_tui.inbox.rules.time_zones import Zones
from hh_tui.ui.events.event import Event

if TYPE_CHECKING:
    from hh_tui.inbox.decisions.decision_log import LoggedDecision


class LetterFilled(Event, frozen=True):
    """A template filled in for a candidate, with what else goes into the form of the action."""

    seen: Target
    form: Form
    values: Values
    text: str


class LogRead(Event, frozen=True):
    """The journal of decisions, the earliest first."""

    decisions: "tuple[LoggedDecision, ...]"


class ZonesRead(Event, frozen=True):
    """What hh.ru tells of the time at different places."""

    zones: Zones


class AddressesRead(Event, frozen=True):
    """The employer's addresses, by their ids, in a line each."""

    addresses: Mapping[str, str]


class SprintFound(Event, frozen=True):
    """Those in the sprint of an earlier run who are still to be found, by negotiation."""

    kept: KeptSprint
    found: Mapping[str, Negotiation]


AnswerEvent = LetterFilled | LogRead | ZonesRead | AddressesRead | SprintFound
