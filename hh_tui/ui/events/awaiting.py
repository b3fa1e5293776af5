"""What looking for those who await a reply brings."""

from datetime import datetime

from msgspec import Struct

from hh_tui.errors import HHError
from hh_tui.inbox.lists.awaiting import AwaitingQueue, Portion
from hh_tui.inbox.snapshot.listing import Listing


class ChatsCounted(Struct, frozen=True):
    """How many chats over all vacancies are unread."""

    stamp: datetime
    count: int


class VacancyLooked(Struct, frozen=True):
    """What one vacancy brought to the queue that began at `stamp`; None when it could not be looked at."""

    stamp: datetime
    portions: tuple[Portion, ...] | None
    at: datetime
    """When it was read, in UTC."""


class PortionRead(Struct, frozen=True):
    """One more page of a source of the queue that began at `stamp`."""

    stamp: datetime
    portion: Portion
    at: datetime
    """When it was read, in UTC."""


class LookFailed(Struct, frozen=True):
    """Looking on for the queue that began at `stamp` is of no use; why."""

    stamp: datetime
    error: HHError


class QueueEntered(Struct, frozen=True):
    """The person goes to those who await a reply; `left` is their list as it was left."""

    left: Listing | None


class QueueChanged(Struct, frozen=True):
    """Looking begins, is stopped by the person, or goes to somebody they asked for."""

    queue: AwaitingQueue


class WaitingRevealed(Struct, frozen=True):
    """The person goes to somebody in the queue, wherever they stand."""

    negotiation_id: str


AwaitingEvent = (
    WaitingRevealed | ChatsCounted | VacancyLooked | PortionRead | LookFailed | QueueEntered | QueueChanged
)
