"""Messages: what reads bring to the inbox screen, and what they report to the app."""

from dataclasses import dataclass
from datetime import datetime

from textual.message import Message as Event

from hh_tui.api.models import (
    Account,
    Board,
    FullResume,
    Negotiation,
    Page,
    ResumeLimits,
    Statistics,
    Vacancy,
)
from hh_tui.api.models.thread import MessagePage
from hh_tui.errors import HHError
from hh_tui.inbox.decisions.decision_log import LoggedDecision
from hh_tui.inbox.decisions.forms import Form, Values
from hh_tui.inbox.decisions.target import Target
from hh_tui.inbox.letters.note import NoteWrite
from hh_tui.inbox.lists.awaiting import Portion
from hh_tui.inbox.lists.counter_poll import News
from hh_tui.inbox.lists.vacancy_scope import EVERYTHING, VacancyScope
from hh_tui.inbox.rules.time_zones import Zones
from hh_tui.inbox.snapshot.dossier import Tab, Value
from hh_tui.inbox.snapshot.query import Query
from hh_tui.inbox.snapshot.state import Inbox


class InboxEvent(Event):
    """Something happened that features of the inbox do something about: the screen hands it to the store."""


@dataclass
class AskedNoMore(Event):
    """What a person waited for is over: keys that came meanwhile go on."""


@dataclass
class CameByItself(Event):
    """A window came or went that no key asked for."""


@dataclass
class AccountRead(InboxEvent):
    """Who we are, and our active vacancies."""

    account: Account
    vacancies: tuple[Vacancy, ...]
    scope: VacancyScope = EVERYTHING
    """Which of the active ones they are."""


@dataclass
class ArchiveRead(InboxEvent):
    """The archived vacancies."""

    vacancies: tuple[Vacancy, ...]


@dataclass
class BoardRead(InboxEvent):
    """The collections of a vacancy."""

    vacancy_id: str
    board: Board


@dataclass
class CollectionsRead(InboxEvent):
    """The collections of a vacancy beside the open one, to choose from."""

    vacancy_id: str
    board: Board


@dataclass
class PageRead(InboxEvent):
    """A page of a list, asked for when `epoch` decisions had been carried out."""

    query: Query
    page: Page[Negotiation]
    epoch: int


@dataclass
class ListRefreshed(InboxEvent):
    """A list from its top, as far as it was wanted; `epoch` as for a page."""

    query: Query
    pages: tuple[Page[Negotiation], ...]
    epoch: int


@dataclass
class ThreadRead(InboxEvent):
    """The thread of a negotiation."""

    negotiation: Negotiation
    message_page: MessagePage


@dataclass
class ThreadUnmarked(InboxEvent):
    """A thread was read and shown; marking it as read did not succeed."""

    negotiation: Negotiation
    error: HHError


@dataclass
class DossierRead(InboxEvent):
    """A tab of a candidate."""

    negotiation: Negotiation
    tab: Tab
    value: Value


@dataclass
class DossierFailed(InboxEvent):
    """A tab of a candidate could not be read."""

    negotiation: Negotiation
    tab: Tab
    error: HHError


@dataclass
class ViewsLeftRead(InboxEvent):
    """How many resumes may still be looked at today, None where that is not known; a question is next."""

    negotiation: Negotiation
    resume: FullResume
    left: int | None


@dataclass
class LogRead(InboxEvent):
    """The journal of decisions, the earliest first."""

    decisions: tuple[LoggedDecision, ...]


@dataclass
class NoteWritten(InboxEvent):
    """A change of the notes took place."""

    negotiation: Negotiation
    change: NoteWrite


@dataclass
class NoteFailed(InboxEvent):
    """A change of the notes did not take place, or nobody knows."""

    negotiation: Negotiation
    change: NoteWrite
    error: HHError


@dataclass
class ZonesRead(InboxEvent):
    """What hh.ru tells of the time at different places."""

    zones: Zones


@dataclass
class NegotiationRead(InboxEvent):
    """A negotiation as it is now."""

    negotiation: Negotiation


@dataclass
class NewsCame(Event):
    """To the app: hh.ru has news that nobody here has seen yet."""

    news: News


@dataclass
class ChatsCounted(InboxEvent):
    """How many chats over all vacancies are unread."""

    stamp: datetime
    count: int


@dataclass
class VacancyLooked(InboxEvent):
    """What one vacancy brought to the queue that began at `stamp`; None when it could not be looked at."""

    stamp: datetime
    portions: tuple[Portion, ...] | None


@dataclass
class PortionRead(InboxEvent):
    """One more page of a source of the queue that began at `stamp`."""

    stamp: datetime
    portion: Portion


@dataclass
class LookFailed(InboxEvent):
    """Looking on for the queue that began at `stamp` is of no use; why."""

    stamp: datetime
    error: HHError


@dataclass
class MarkedViewed(InboxEvent):
    """hh.ru counts these negotiations as viewed and read."""

    ids: tuple[str, ...]


@dataclass
class StatisticsRead(InboxEvent):
    """What hh.ru counts of us; None for what it does not tell. `account` is the manager it was asked for."""

    account: str
    statistics: Statistics | None
    limits: ResumeLimits | None


@dataclass
class LetterFilled(InboxEvent):
    """A template filled in for a candidate, with what else goes into the form of the action."""

    seen: Target
    form: Form
    values: Values
    text: str


@dataclass
class ReadFailed(InboxEvent):
    """A read failed: of a list, of the collections of a vacancy, of a thread, or of something else.

    `opened` is whose thread it was.
    """

    error: HHError
    query: Query | None = None
    vacancy_id: str | None = None
    opened: Negotiation | None = None
    fatal: bool = False
    account: bool = False


@dataclass
class Bug(Event):
    """To the app: a worker of the screen ended in a way no error of ours describes."""

    error: BaseException


@dataclass
class CountersPolled(InboxEvent):
    """A page of vacancies with their counters, `asked` for in that snapshot."""

    asked: Inbox
    vacancies: Page[Vacancy]


@dataclass
class BoardPolled(InboxEvent):
    """The collections of the open vacancy."""

    asked: Inbox
    vacancy_id: str
    board: Board


@dataclass
class FirstPagePolled(InboxEvent):
    """The first page of the open list."""

    asked: Inbox
    query: Query
    page: Page[Negotiation]


@dataclass
class PollFailed(InboxEvent):
    """hh.ru did not answer, or said no: it is asked again later, without a word to the person."""

    error: HHError


@dataclass
class OrderKept(InboxEvent):
    """The server keeps this order for the vacancy."""

    name: str


def negotiations_read(event: object) -> tuple[Negotiation, ...]:
    """The negotiations that an answer of hh.ru told anew, but for a thread, which is somebody opened."""
    match event:
        case PageRead() | FirstPagePolled():
            return tuple(event.page.items)
        case ListRefreshed():
            return tuple(one for page in event.pages for one in page.items)
        case NegotiationRead():
            return (event.negotiation,)
        case VacancyLooked():
            return tuple(one for portion in event.portions or () for one in portion.items)
        case PortionRead():
            return tuple(event.portion.items)
        case _:
            return ()
