"""What the inbox screen and the app tell each other, and what reads bring."""

from dataclasses import dataclass

from textual.message import Message as Event

from hh_tui.api.models import Account, Board, Message, Negotiation, Page, Vacancy
from hh_tui.errors import HHError
from hh_tui.inbox.operation import Operation
from hh_tui.inbox.outbox import Outbox
from hh_tui.inbox.query import Query


@dataclass
class AccountRead(Event):
    """Who we are, and our active vacancies."""

    account: Account
    vacancies: tuple[Vacancy, ...]


@dataclass
class ArchiveRead(Event):
    """The archived vacancies."""

    vacancies: tuple[Vacancy, ...]


@dataclass
class BoardRead(Event):
    """The collections of a vacancy."""

    vacancy_id: str
    board: Board


@dataclass
class PageRead(Event):
    """A page of a list."""

    query: Query
    page: Page[Negotiation]


@dataclass
class ListRefreshed(Event):
    """A list from its top, as far as it was wanted."""

    query: Query
    pages: tuple[Page[Negotiation], ...]


@dataclass
class ThreadRead(Event):
    """The messages of a negotiation."""

    negotiation: Negotiation
    messages: tuple[Message, ...]


@dataclass
class NegotiationRead(Event):
    """A negotiation as it is now."""

    negotiation: Negotiation


@dataclass
class ReadFailed(Event):
    """A read failed: of a list, of the collections of a vacancy, of a thread, or of something else."""

    error: HHError
    query: Query | None = None
    vacancy_id: str | None = None
    negotiation_id: str | None = None
    fatal: bool = False


@dataclass
class Bug(Event):
    """To the app: a worker of the screen ended in a way no error of ours describes."""

    error: BaseException


@dataclass
class Submitted(Event):
    """To the app: hold this write, then send it."""

    operation: Operation


class UndoWanted(Event):
    """To the app: take the last held write back."""


class RedoWanted(Event):
    """To the app: hold the write taken back last once more."""


class RepeatWanted(Event):
    """To the app: hold the write that failed last once more."""


class LeaveWanted(Event):
    """To the app: the person wants to leave the program."""


@dataclass
class TakenBack(Event):
    """From the app: the write was taken back."""

    operation: Operation


@dataclass
class HeldAgain(Event):
    """From the app: the write waits once more."""

    operation: Operation


@dataclass
class Settled(Event):
    """From the app: the server carried the write out."""

    operation: Operation


@dataclass
class Refusal(Event):
    """From the app: the write did not take place."""

    operation: Operation
    error: HHError


@dataclass
class OutboxChanged(Event):
    """From the app: the open writes, at `now` of its steady clock."""

    outbox: Outbox
    now: float
