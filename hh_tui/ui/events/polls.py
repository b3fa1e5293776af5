"""What is read while nobody asks."""

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
from hh_tui.ui.events.event import Event


class CountersPolled(Event, frozen=True):
    """A page of vacancies with their counters, `asked` for in that snapshot."""

    asked: Inbox
    vacancies: Page[Vacancy]


class BoardPolled(Event, frozen=True):
    """The collections of the open vacancy."""

    asked: Inbox
    vacancy_id: str
    board: Board


class FirstPagePolled(Event, frozen=True):
    """The first page of the open list."""

    asked: Inbox
    query: Query
    page: Page[Negotiation]
    at: datetime
    """When it was read, in UTC."""


class ListUnchanged(Event, frozen=True):
    """Nobody came, left or wrote since the list was read: it is as new as its counters, read `at` (UTC)."""

    query: Query
    at: datetime


class PollFailed(Event, frozen=True):
    """hh.ru did not answer, or said no: it is asked again later, without a word to the person."""

    error: HHError


class NewcomersPlaced(Event, frozen=True):
    """The person asks for those who came into the list since it was read."""


PollEvent = CountersPolled | BoardPolled | FirstPagePolled | ListUnchanged | PollFailed | NewcomersPlaced
