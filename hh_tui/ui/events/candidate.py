"""What reads of one candidate bring."""

from dataclasses import dataclass
from datetime import datetime

from hh_tui.api.models import (
    FullResume,
    Negotiation,
)
from hh_tui.api.models.thread import MessagePage
from hh_tui.errors import HHError
from hh_tui.inbox.letters.note import NoteWrite
from hh_tui.inbox.lists.labels import Labels
from hh_tui.inbox.snapshot.dossier import Tab, Value


@dataclass(frozen=True, slots=True)
class LabelsChanged:
    """The labels of everybody, as they are by now."""

    labels: Labels


@dataclass(frozen=True, slots=True)
class ThreadRead:
    """The thread of a negotiation."""

    negotiation: Negotiation
    message_page: MessagePage
    at: datetime
    """When it was read, in UTC."""


@dataclass(frozen=True, slots=True)
class ThreadUnmarked:
    """A thread was read and shown; marking it as read did not succeed."""

    negotiation: Negotiation
    error: HHError


@dataclass(frozen=True, slots=True)
class DossierRead:
    """A tab of a candidate."""

    negotiation: Negotiation
    tab: Tab
    value: Value
    at: datetime
    """When it was read, in UTC."""


@dataclass(frozen=True, slots=True)
class DossierFailed:
    """A tab of a candidate could not be read."""

    negotiation: Negotiation
    tab: Tab
    error: HHError


@dataclass(frozen=True, slots=True)
class ViewsLeftRead:
    """How many resumes may still be looked at today, None where that is not known; a question is next."""

    negotiation: Negotiation
    resume: FullResume
    left: int | None


@dataclass(frozen=True, slots=True)
class NoteWritten:
    """A change of the notes took place."""

    negotiation: Negotiation
    change: NoteWrite


@dataclass(frozen=True, slots=True)
class NoteFailed:
    """A change of the notes did not take place, or nobody knows."""

    negotiation: Negotiation
    change: NoteWrite
    error: HHError


@dataclass(frozen=True, slots=True)
class ThreadAsked:
    """A thread is being read."""

    negotiation_id: str


@dataclass(frozen=True, slots=True)
class ThreadRecalled:
    """A thread as an earlier run read it `at` a moment, in UTC."""

    negotiation_id: str
    message_page: MessagePage
    at: datetime


@dataclass(frozen=True, slots=True)
class DossierAsked:
    """A tab of a candidate is being read."""

    negotiation: Negotiation
    tab: Tab


CandidateEvent = (
    ThreadRead
    | ThreadUnmarked
    | DossierRead
    | DossierFailed
    | ViewsLeftRead
    | NoteWritten
    | NoteFailed
    | ThreadAsked
    | ThreadRecalled
    | DossierAsked
    | LabelsChanged
)
