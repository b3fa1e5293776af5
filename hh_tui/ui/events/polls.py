"""What is read while nobody asks."""

from datetime import datetime

from msgspec import Struct

from hh_tui.api.models import (
    Board,
    Negotiation,
    Page,
    Vacancy,
)
from hh_tui.errors import HHError
from hh_tui.inbox.snapshot.query import Query
from hh_tui.inbox.snapshot.state import Inbox


class CountersPolled(Struct, frozen=True):
    """A page of vacancies with their counters, `asked` for in that snapshot."""

    asked: Inbox
    vacancies: Page[Vacancy]


class BoardPolled(Struct, frozen=True):
    """The collections of the open vacancy."""

    asked: Inbox
    vacancy_id: str
    board: Board


class FirstPagePolled(Struct, frozen=True):
    """The first page of the open list."""

    asked: Inbox
    query: Query
    page: Page[Negotiation]
    at: datetime
    """When it was read, in UTC."""


class ListUnchanged(Struct, frozen=True):
    """Nobody came, left or wrote since the list was read: it is as new as its counters, read `at` (UTC)."""

    query: Query
    at: datetime


class PollFailed(Struct, frozen=True):
    """hh.ru did not answer, or said no: it is asked again later, without a word to the person."""

    error: HHError


class NewcomersPlaced(Struct, frozen=True):
    """The person asks for those who came into the list since it was read."""


PollEvent = CountersPolled | BoardPolled | FirstPagePolled | ListUnchanged | PollFailed | NewcomersPlaced
