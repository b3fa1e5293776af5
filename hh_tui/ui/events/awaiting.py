"""What looking for those who await a reply brings."""

from dataclasses import dataclass
from datetime import datetime

from hh_tui.errors import HHError
from hh_tui.inbox.lists.awaiting import AwaitingQueue, Portion
from hh_tui.inbox.snapshot.listing import Listing


@dataclass(frozen=True, slots=True)
class ChatsCounted:
    """How many chats over all vacancies are unread."""

    stamp: datetime
    count: int


@dataclass(frozen=True, slots=True)
class VacancyLooked:
    """What one vacancy brought to the queue that began at `stamp`; None when it could not be looked at."""

    stamp: datetime
    portions: tuple[Portion, ...] | None
    at: datetime
    """When it was read, in UTC."""


@dataclass(frozen=True, slots=True)
class PortionRead:
    """One more page of a source of the queue that began at `stamp`."""

    stamp: datetime
    portion: Portion
    at: datetime
    """When it was read, in UTC."""


@dataclass(frozen=True, slots=True)
class LookFailed:
    """Looking on for the queue that began at `stamp` is of no use; why."""

    stamp: datetime
    error: HHError


@dataclass(frozen=True, slots=True)
class QueueEntered:
    """The person goes to those who await a reply; `left` is their list as it was left."""

    left: Listing | None


@dataclass(frozen=True, slots=True)
class QueueChanged:
    """Looking begins, is stopped by the person, or goes to somebody they asked for."""

    queue: AwaitingQueue


@dataclass(frozen=True, slots=True)
class WaitingRevealed:
    """The person goes to somebody in the queue, wherever they stand."""

    negotiation_id: str


AwaitingEvent = (
    WaitingRevealed | ChatsCounted | VacancyLooked | PortionRead | LookFailed | QueueEntered | QueueChanged
)
