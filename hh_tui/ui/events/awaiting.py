"""What looking for those who await a reply brings."""

from datetime import datetime

from hh_tui.errors import HHError
from hh_tui.inbox.lists.awaiting import AwaitingQueue, Portion
from hh_tui.inbox.snapshot.listing import Listing
from hh_tui.ui.events.event import Event


class ChatsCounted(Event, frozen=True):
    """How many chats over all vacancies are unread."""

    stamp: datetime
    count: int


class VacancyLooked(Event, frozen=True):
    """What one vacancy brought to the queue that began at `stamp`.

    It `is_whole` unless the vacancy, or some of its lists, could not be looked at.
    """

    stamp: datetime
    portions: tuple[Portion, ...]
    at: datetime
    """When it was read, in UTC."""
    is_whole: bool = True


class PortionRead(Event, frozen=True):
    """One more page of a source of the queue that began at `stamp`."""

    stamp: datetime
    portion: Portion
    at: datetime
    """When it was read, in UTC."""


class LookFailed(Event, frozen=True):
    """Looking on for the queue that began at `stamp` is of no use; why."""

    stamp: datetime
    error: HHError


class QueueEntered(Event, frozen=True):
    """The person goes to those who await a reply; `left` is their list as it was left."""

    left: Listing | None


class QueueChanged(Event, frozen=True):
    """Looking begins, is stopped by the person, or goes to somebody they asked for."""

    queue: AwaitingQueue


class WaitingRevealed(Event, frozen=True):
    """The person goes to somebody in the queue, wherever they stand."""

    negotiation_id: str


AwaitingEvent = (
    WaitingRevealed | ChatsCounted | VacancyLooked | PortionRead | LookFailed | QueueEntered | QueueChanged
)
