"""What is read while nobody asks."""

from dataclasses import dataclass
from datetime import datetime

from hh_tui.api.models import (
    Board,
    Negotiation,
    Page,
    Vacancy,
)
from hh_tui.errors import HHError
from hh_tui.inbox.snapshot.query import Query
from hh_tui.inbox.snapshot.state import Inbox


@dataclass(frozen=True, slots=True)
class CountersPolled:
    """A page of vacancies with their counters, `asked` for in that snapshot."""

    asked: Inbox
    vacancies: Page[Vacancy]


@dataclass(frozen=True, slots=True)
class BoardPolled:
    """The collections of the open vacancy."""

    asked: Inbox
    vacancy_id: str
    board: Board


@dataclass(frozen=True, slots=True)
class FirstPagePolled:
    """The first page of the open list."""

    asked: Inbox
    query: Query
    page: Page[Negotiation]
    at: datetime
    """When it was read, in UTC."""


@dataclass(frozen=True, slots=True)
class PollFailed:
    """hh.ru did not answer, or said no: it is asked again later, without a word to the person."""

    error: HHError


@dataclass(frozen=True, slots=True)
class NewcomersPlaced:
    """The person asks for those who came into the list since it was read."""


PollEvent = CountersPolled | BoardPolled | FirstPagePolled | PollFailed | NewcomersPlaced
