"""Chats: a negotiation's letters, told to the participants only, with a read marker of our own."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from hh_tui.demo.company import Manager, company
from hh_tui.demo.topic import Message, Topic

if TYPE_CHECKING:
    from hh_tui.demo.world import World

_CHATS = 400_000_000  # added to a negotiation id
_MESSAGES = 7_000_000_000_000_000  # added to a message id
_MOVES = 900  # places of a thread from which on moves of participants are numbered


@dataclass(frozen=True, slots=True)
class Move:
    """Someone joined or left."""

    id: str
    who: Manager
    joined: bool
    at: datetime


@dataclass(slots=True)
class Chat:
    """The chat of a negotiation; ``seen`` is the number of the last message we have marked as read."""

    topic: Topic
    participants: list[Manager]
    applicant_may_write: bool = True
    seen: int = 0
    accepted: set[str] = field(default_factory=set)
    changed: dict[str, datetime] = field(default_factory=dict)
    moves: list[Move] = field(default_factory=list)

    @property
    def id(self) -> str:
        """The chat id."""
        return chat_id(self.topic)

    @property
    def unread(self) -> int:
        """How many letters of the applicant we have not seen, neither here nor in the negotiation."""
        letters = self.topic.thread
        if letters is None:
            return self.topic.unread
        return sum(not letter.viewed_by_me and number_of(letter) > self.seen for letter in letters)

    def move(self, who: Manager, at: datetime, *, joined: bool) -> None:
        """Let a manager join or leave."""
        number = _MESSAGES + int(self.topic.id) * 1_000 + _MOVES + len(self.moves)
        self.moves.append(Move(str(number), who, joined, at))
        if joined:
            self.participants.append(who)
        else:
            self.participants.remove(who)


class Chats:
    """The chats that somebody has looked at; at first only the manager of the vacancy takes part."""

    def __init__(self) -> None:
        self._known: dict[str, Chat] = {}

    def of(self, topic: Topic) -> Chat:
        """Return the chat of a negotiation."""
        if topic.id not in self._known:
            self._known[topic.id] = Chat(topic, [topic.vacancy.manager])
        return self._known[topic.id]

    def find(self, world: World, identifier: str) -> Chat | None:
        """Return the chat of that id, if we are in it."""
        if not (identifier.isascii() and identifier.isdigit()):
            return None
        topic = world.find(str(int(identifier) - _CHATS))
        chat = self.of(topic) if topic else None
        return chat if chat and company().me in chat.participants else None


def chat_id(topic: Topic) -> str:
    """Return the id of the chat of a negotiation."""
    return str(int(topic.id) + _CHATS)


def number_of(entry: Message | Move) -> int:
    """Return the number of a chat's entry; it is not that of the negotiation's message."""
    return int(entry.id) if isinstance(entry, Move) else _MESSAGES + int(entry.id)


def entries(world: World, chat: Chat) -> list[Message | Move]:
    """Return what a chat shows, oldest first: letters that hold something, and moves."""
    letters = [letter for letter in world.thread(chat.topic) if not letter.removed and holds(letter)]
    shown: list[Message | Move] = [*letters, *chat.moves]
    return sorted(shown, key=lambda entry: (entry.at, number_of(entry)))


def holds(letter: Message) -> bool:
    """Return whether a letter has a text or, without one, a file; a bare response has neither."""
    return letter.text is not None or has_file(letter)


def has_file(letter: Message) -> bool:
    """Return whether a file came instead of a text."""
    return letter.text is None and letter.author == "applicant" and int(letter.id) // 1_000 % 3 == 0
