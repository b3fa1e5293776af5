"""A negotiation as the server keeps it: one resume, one vacancy, one correspondence."""

from dataclasses import dataclass, field
from datetime import datetime

from hh_tui.demo.stages import Stage
from hh_tui.demo.vacancies import Vacancy

TOPICS_PER_VACANCY = 100_000
_FIRST = 3_100_000_000


@dataclass(slots=True)
class Message:
    """One entry of a correspondence; ``state`` is "text", or else the topic state the letter announces.

    ``file`` is the id of a file of ours that was sent in place of a text.
    """

    id: str
    author: str
    text: str | None
    state: str
    at: datetime
    viewed_by_me: bool
    viewed_by_opponent: bool
    address_id: str | None = None
    assessment: bool = False
    removed: bool = False
    file: str | None = None


@dataclass(slots=True)
class Change:
    """A move to a stage, as the history of a resume tells it."""

    stage: Stage
    at: datetime
    with_message: bool


@dataclass(slots=True)
class Topic:
    """One negotiation.

    A complaint about the applicant keeps it out of lists (``hidden``), and not out of counters.
    ``count`` and ``unread`` are the numbers of messages; ``thread`` holds the messages once somebody looked.
    ``public`` is the state the applicant sees, which a silent move leaves behind ``stage.public``.
    """

    number: int
    vacancy: Vacancy
    person: tuple[int, int]
    stage: Stage
    sub: str | None
    public: str
    created_at: datetime
    updated_at: datetime
    viewed: bool
    has_updates: bool
    unread: int
    count: int
    viewed_by_opponent: bool
    messaging_status: str
    source: str
    resume_hidden: bool = False
    hidden: bool = False
    asked_first: bool = False
    score: int | None = None
    thread: list[Message] | None = None
    changes: list[Change] = field(default_factory=list)

    @property
    def id(self) -> str:
        """The negotiation id."""
        return str(_FIRST + self.vacancy.number * TOPICS_PER_VACANCY + self.number)

    def open(self) -> None:
        """Mark the response viewed, as opening its resume does; its messages stay unread."""
        self.viewed = True
        self.has_updates = False

    def look(self) -> None:
        """Mark the response viewed and its messages read."""
        self.open()
        self.unread = 0
        for message in self.thread or ():
            message.viewed_by_me = True


def place_of(nid: str) -> tuple[int, int] | None:
    """Return the vacancy number and the response number a negotiation id stands for."""
    if not (nid.isascii() and nid.isdigit()) or int(nid) < _FIRST:
        return None
    return divmod(int(nid) - _FIRST, TOPICS_PER_VACANCY)
