"""What reads for an invitation bring."""

from dataclasses import dataclass

from hh_tui.api.models import (
    Board,
    Invitable,
    Negotiation,
    Page,
    Resume,
)
from hh_tui.inbox.decisions.invitation import Invitation
from hh_tui.inbox.snapshot.query import Query


@dataclass(frozen=True, slots=True)
class Invited:
    """What an invitation made or met; the id of the negotiation where it is known already."""

    invitation: Invitation
    negotiation_id: str | None = None


@dataclass(frozen=True, slots=True)
class InvitableRead:
    """The vacancies to invite a resume to; `unseen` when who it is was not looked at."""

    resume: Resume
    places: tuple[Invitable, ...]
    unseen: bool


@dataclass(frozen=True, slots=True)
class ResumeSeen:
    """Who it is, and what there was to choose from."""

    resume: Resume
    places: tuple[Invitable, ...]


@dataclass(frozen=True, slots=True)
class ResumeUnknown:
    """hh.ru knows no such resume."""


@dataclass(frozen=True, slots=True)
class InvitedRead:
    """The negotiation in its list; `position` is where the person was when nobody asked to be taken there."""

    invited: Invited
    board: Board
    query: Query
    page: Page[Negotiation]
    place: int
    alone: bool
    position: object


@dataclass(frozen=True, slots=True)
class InvitedLost:
    """Where the negotiation is can't be found out."""

    invited: Invited


InvitationEvent = InvitableRead | ResumeSeen | ResumeUnknown | InvitedRead | InvitedLost
