"""What reads for an invitation bring."""

from typing import TYPE_CHECKING

from hh_tui.api.models import Invitable, Resume
from hh_tui.inbox.decisions.invitation import Invitation
from hh_tui.ui.events.event import Event

if TYPE_CHECKING:
    from hh_tui.ui.whereabouts import Whereabouts


class Invited(Event, frozen=True):
    """What an invitation made or met; the id of the negotiation where it is known already."""

    invitation: Invitation
    negotiation_id: str | None = None


class InvitableRead(Event, frozen=True):
    """The vacancies to invite a resume to; `unseen` when who it is was not looked at."""

    resume: Resume
    places: tuple[Invitable, ...]
    unseen: bool


class ResumeSeen(Event, frozen=True):
    """Who it is, and what there was to choose from."""

    resume: Resume
    places: tuple[Invitable, ...]


class ResumeUnknown(Event, frozen=True):
    """hh.ru knows no such resume."""


class InvitedRead(Event, frozen=True):
    """The negotiation in its list; `position` is where the person was when nobody asked to be taken there."""

    invited: Invited
    negotiation_id: str
    where: "Whereabouts"
    position: object


class InvitedLost(Event, frozen=True):
    """Where the negotiation is can't be found out."""

    invited: Invited


InvitationEvent = InvitableRead | ResumeSeen | ResumeUnknown | InvitedRead | InvitedLost
