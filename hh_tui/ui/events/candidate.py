"""What reads of one candidate bring."""

from datetime import datetime
from typing import TYPE_CHECKING

from hh_tui.api.models import Negotiation
from hh_tui.api.models.thread import MessagePage
from hh_tui.errors import HHError
from hh_tui.inbox.lists.labels import Labels
from hh_tui.inbox.snapshot.dossier import Tab
from hh_tui.inbox.snapshot.read_stamp import ReadStamp
from hh_tui.ui.events.event import Event

if TYPE_CHECKING:
    from hh_tui.api.models import FullResume
    from hh_tui.inbox.letters.note import NoteWrite
    from hh_tui.inbox.snapshot.dossier import Value


class LabelsChanged(Event, frozen=True):
    """The labels of everybody, as they are by now."""

    labels: Labels


class LabelPut(Event, frozen=True):
    """The person has put the label `name` on these candidates, or taken it off.

    `labels` are those of everybody, as they are by now.
    """

    labels: Labels
    name: str
    who: tuple[Negotiation, ...]


class ThreadRead(Event, frozen=True):
    """The thread of a negotiation."""

    negotiation: Negotiation
    message_page: MessagePage
    at: datetime
    """When it was read, in UTC."""
    stamp: ReadStamp


class ThreadUnmarked(Event, frozen=True):
    """A thread was read and shown; marking it as read did not succeed."""

    negotiation: Negotiation
    error: HHError


class DossierRead(Event, frozen=True):
    """A tab of a candidate."""

    negotiation: Negotiation
    tab: Tab
    value: "Value"
    at: datetime
    """When it was read, in UTC."""
    stamp: ReadStamp


class DossierFailed(Event, frozen=True):
    """A tab of a candidate could not be read."""

    negotiation: Negotiation
    tab: Tab
    error: HHError
    stamp: ReadStamp


class ViewsLeftRead(Event, frozen=True):
    """How many resumes may still be looked at today, None where that is not known; a question is next."""

    negotiation: Negotiation
    resume: "FullResume"
    left: int | None


class NoteWritten(Event, frozen=True):
    """A change of the notes took place."""

    negotiation: Negotiation
    change: "NoteWrite"


class NoteFailed(Event, frozen=True):
    """A change of the notes did not take place, or nobody knows."""

    negotiation: Negotiation
    change: "NoteWrite"
    error: HHError


class ThreadAsked(Event, frozen=True):
    """A thread is being read."""

    negotiation_id: str


class ThreadRecalled(Event, frozen=True):
    """A thread as an earlier run read it `at` a moment, in UTC."""

    negotiation_id: str
    message_page: MessagePage
    at: datetime


class DossierAsked(Event, frozen=True):
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
    | LabelPut
)
