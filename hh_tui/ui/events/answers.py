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
    from hh_tui.inbox.lists.known_people import KnownPeople, KnownPerson
    from hh_tui.ui.whereabouts import Whereabouts


class LetterFilled(Event, frozen=True):
    """A template filled in for a candidate, with what else goes into the form of the action."""

    seen: Target
    form: Form
    values: Values
    text: str


class LogRead(Event, frozen=True):
    """The journal of decisions, the earliest first."""

    decisions: "tuple[LoggedDecision, ...]"


class KnownPeopleFound(Event, frozen=True):
    """Who of those in lists that were read has a name with what was typed; names of vacancies by id."""

    typed: str
    people: "KnownPeople"
    vacancies: Mapping[str, str]


class DraftsNamed(Event, frozen=True):
    """For whom letters were begun, as far as lists that were read tell; names of vacancies; by their ids."""

    people: "Mapping[str, KnownPerson]"
    vacancies: Mapping[str, str]


class CandidateLocated(Event, frozen=True):
    """Where somebody is now whom the person wants to go to; None where hh.ru does not show them any more."""

    person: "KnownPerson"
    where: "Whereabouts | None"


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


AnswerEvent = (
    LetterFilled
    | LogRead
    | KnownPeopleFound
    | DraftsNamed
    | CandidateLocated
    | ZonesRead
    | AddressesRead
    | SprintFound
)
