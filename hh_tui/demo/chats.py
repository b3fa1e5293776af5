"""Chats: a negotiation's letters, told to the participants only, with a read marker of our own."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from hh_tui.demo.company import Manager, company
from hh_tui.demo.topic import Message, Topic

_CHATS = 400_000_000  # added to a negotiation id
_MESSAGES = 7_000_000_000_000_000  # added to a message id
_REMARKS = 800  # places of a thread from which on what others say in the chat alone is numbered
_MOVES = 900  # and from which on moves of participants are
_SURVEYED = "VR"  # the source of responses that a bot of the employer has talked to
_SURVEY = "Здравствуйте! Я бот-помощник работодателя. Спасибо за ответы, рекрутер скоро их прочтёт."
SUPPORT = "Поддержка hh.ru"
"""Who writes in a chat of the type ``SUPPORT``."""

_SUPPORTED = "Здравствуйте! Ответили на ваше обращение о публикации вакансии."
_COLLEAGUES = 6  # the first letter of every so many-th negotiation is a colleague's


@dataclass(frozen=True, slots=True)
class Move:
    """Someone joined or left."""

    id: str
    who: Manager
    joined: bool
    at: datetime


@dataclass(frozen=True, slots=True)
class Remark:
    """What somebody said in the chat alone: a bot, or one of whom the server tells no ``role``."""

    id: str
    name: str
    role: str | None
    text: str
    at: datetime


Entry = Message | Move | Remark
FindTopic = Callable[[str], Topic | None]


@dataclass(slots=True)
class Chat:
    """The chat of a negotiation.

    ``seen`` is the number of the last message we have marked as read, ``by`` says which letters of ours a
    colleague wrote, ``lock`` is why nobody may write although the negotiation would allow it. A chat that
    stands ``aside`` is about no vacancy: its ``kind`` is another than ``NEGOTIATION``.
    """

    topic: Topic
    participants: list[Manager]
    applicant_may_write: bool = True
    seen: int = 0
    accepted: set[str] = field(default_factory=set)
    changed: dict[str, datetime] = field(default_factory=dict)
    moves: list[Move] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    by: dict[str, Manager] = field(default_factory=dict)
    lock: str | None = None
    files_allowed: bool = True
    kind: str = "NEGOTIATION"

    @property
    def aside(self) -> bool:
        """Whether it is about no vacancy."""
        return self.kind != "NEGOTIATION"

    @property
    def id(self) -> str:
        """The chat id."""
        return chat_id(self.topic)

    @property
    def unread(self) -> int:
        """How many letters of the applicant we have not seen, neither here nor in the negotiation."""
        if self.kind == "SUPPORT":
            return sum(number_of(remark) > self.seen for remark in self.remarks)
        letters = self.topic.thread
        if letters is None:
            return self.topic.unread
        return sum(not letter.viewed_by_me and number_of(letter) > self.seen for letter in letters)

    def move(self, who: Manager, at: datetime, *, joined: bool) -> None:
        """Let a manager join or leave."""
        self.moves.append(Move(self._number(_MOVES + len(self.moves)), who, joined, at))
        if joined:
            self.participants.append(who)
        else:
            self.participants.remove(who)

    def remark(self, name: str, role: str | None, text: str, at: datetime) -> None:
        """Let somebody say something in the chat alone."""
        self.remarks.append(Remark(self._number(_REMARKS + len(self.remarks)), name, role, text, at))

    def _number(self, place: int) -> str:
        return str(_MESSAGES + int(self.topic.id) * 1_000 + place)


class Chats:
    """The chats that somebody has looked at; at first only the manager of the vacancy takes part."""

    def __init__(self) -> None:
        self._known: dict[str, Chat] = {}

    @property
    def aside(self) -> list[Chat]:
        """The chats about no vacancy."""
        return [chat for chat in self._known.values() if chat.aside]

    def of(self, topic: Topic) -> Chat:
        """Return the chat of a negotiation."""
        if topic.id not in self._known:
            chat = self._known[topic.id] = Chat(topic, [topic.vacancy.manager])
            if topic.source == _SURVEYED:
                chat.remark("Бот-помощник", "BOT", _SURVEY, topic.created_at + timedelta(seconds=40))
        return self._known[topic.id]

    def add(self, chat: Chat) -> Chat:
        """Keep a chat that no negotiation of a vacancy has."""
        self._known[chat.topic.id] = chat
        return chat

    def find(self, identifier: str, topic_of: FindTopic) -> Chat | None:
        """Return the chat of that id, if we are in it; ``topic_of`` finds the negotiation of an id."""
        chat = self.known(identifier, topic_of)
        return chat if chat and company().me in chat.participants else None

    def known(self, identifier: str, topic_of: FindTopic) -> Chat | None:
        """Return the chat of that id, whether we are in it or not."""
        if not (identifier.isascii() and identifier.isdigit()):
            return None
        nid = topic_id(identifier)
        topic = topic_of(nid)
        return self.of(topic) if topic else self._known.get(nid)


def support(topic: Topic, me: Manager) -> Chat:
    """Return a chat with hh.ru itself, in which something is unread."""
    chat = Chat(topic, [me], kind="SUPPORT")
    chat.remark(SUPPORT, None, _SUPPORTED, topic.updated_at)
    return chat


def chat_id(topic: Topic) -> str:
    """Return the id of the chat of a negotiation."""
    return str(int(topic.id) + _CHATS)


def topic_id(chat_id: str) -> str:
    """Return the id of the negotiation of a chat."""
    return str(int(chat_id) - _CHATS)


def number_of(entry: Entry) -> int:
    """Return the number of a chat's entry; it is not that of the negotiation's message."""
    return _MESSAGES + int(entry.id) if isinstance(entry, Message) else int(entry.id)


def entries(chat: Chat, thread: Callable[[Topic], list[Message]]) -> list[Entry]:
    """Return what a chat shows, oldest first: letters that hold something, remarks, and moves.

    ``thread`` gives the messages of its negotiation.
    """
    first_look = chat.topic.thread is None
    messages = thread(chat.topic)
    if first_look:
        _invent_colleague(chat, messages)
    letters = [letter for letter in messages if not letter.removed and holds(letter)]
    shown: list[Entry] = [*letters, *chat.remarks, *chat.moves]
    return sorted(shown, key=lambda entry: (entry.at, number_of(entry)))


def _invent_colleague(chat: Chat, messages: list[Message]) -> None:
    """Some correspondence was begun by a colleague."""
    ours = [letter for letter in messages if letter.author == "employer" and letter.text]
    other = company().managers[1]
    if ours and chat.topic.number % _COLLEAGUES == 1 and other not in chat.participants:
        chat.by[ours[0].id] = other
        chat.participants.append(other)


def holds(letter: Message) -> bool:
    """Return whether a letter has a text or, without one, a file; a bare response has neither."""
    return letter.text is not None or has_file(letter)


def has_file(letter: Message) -> bool:
    """Return whether a file came instead of a text, or went."""
    if letter.file is not None:
        return True
    return letter.text is None and letter.author == "applicant" and int(letter.id) // 1_000 % 3 == 0
