"""What reads of lists bring, and where one is in them."""

from datetime import datetime

from hh_tui.api.models import (
    Board,
    Negotiation,
    Page,
)
from hh_tui.errors import HHError
from hh_tui.inbox.snapshot.query import Query
from hh_tui.inbox.snapshot.rows import Rows
from hh_tui.ui.events.event import Event


class BoardRead(Event, frozen=True):
    """The collections of a vacancy."""

    vacancy_id: str
    board: Board


class CollectionsRead(Event, frozen=True):
    """The collections of a vacancy beside the open one, to choose from."""

    vacancy_id: str
    board: Board


class PageRead(Event, frozen=True):
    """A page of a list, asked for when `epoch` decisions had been carried out and `asked` were the rows."""

    query: Query
    page: Page[Negotiation]
    epoch: int
    at: datetime
    """When it was read, in UTC."""
    asked: Rows | None = None


class ListRefreshed(Event, frozen=True):
    """A list from its top, as far as it was wanted; `epoch` and `asked` as for a page."""

    query: Query
    pages: tuple[Page[Negotiation], ...]
    epoch: int
    at: datetime
    """When it was read, in UTC."""
    asked: Rows | None = None


class NegotiationRead(Event, frozen=True):
    """A negotiation as it is now."""

    negotiation: Negotiation
    at: datetime
    """When it was read, in UTC."""


class MarkedViewed(Event, frozen=True):
    """hh.ru counts these negotiations as viewed and read."""

    ids: tuple[str, ...]


class ReadFailed(Event, frozen=True):
    """A read failed: of a list, of the collections of a vacancy, of a thread, or of something else.

    `opened` is whose thread it was.
    """

    error: HHError
    query: Query | None = None
    vacancy_id: str | None = None
    opened: Negotiation | None = None
    fatal: bool = False
    account: bool = False


class OrderKept(Event, frozen=True):
    """The server keeps this order for the vacancy."""

    name: str


ListEvent = (
    BoardRead
    | CollectionsRead
    | PageRead
    | ListRefreshed
    | NegotiationRead
    | MarkedViewed
    | ReadFailed
    | OrderKept
)
