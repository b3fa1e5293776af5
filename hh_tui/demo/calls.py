"""Calls with applicants: those that were made, and links by which a call is begun."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from typing import Final

from hh_tui.demo.topic import Topic
from hh_tui.demo.words import chance

LINK_LIFETIME: Final = timedelta(hours=2)
_STAGES = ("phone_interview", "interview", "offer", "hired")


@dataclass(frozen=True, slots=True)
class Call:
    """One call; ``seconds`` is None for one that nobody took."""

    id: str
    topic: Topic
    at: datetime
    outgoing: bool
    seconds: int | None
    voicemail: bool
    transcript: str

    @property
    def successful(self) -> bool:
        """Whether anybody talked."""
        return self.seconds is not None


@dataclass(slots=True)
class Calls:
    """The calls of our own vacancies, invented at the first look; links by id, as they were given out."""

    links: dict[str, tuple[int, int]] = field(default_factory=dict)
    _made: list[Call] | None = None

    def made(self, seed: int, topics: Iterable[Topic]) -> list[Call]:
        """Return all calls about our own among ``topics``, the latest first."""
        if self._made is None:
            ours = [topic for topic in topics if topic.vacancy.manager.main and topic.stage.id in _STAGES]
            calls = [call for topic in ours if (call := _call(seed, topic)) is not None]
            self._made = sorted(calls, key=lambda call: (call.at, call.id), reverse=True)
        return self._made

    def link(self, key: tuple[int, int]) -> str:
        """Return the id of a new link to a person."""
        identifier = f"call-{len(self.links) + 1:06d}"
        self.links[identifier] = key
        return identifier


def _call(seed: int, topic: Topic) -> Call | None:
    """Return the call of a negotiation; every third one was talked over by telephone."""
    if topic.number % 3:
        return None
    roll = chance(seed, "call", topic.id)
    return Call(
        id=f"c{topic.id}",
        topic=topic,
        at=topic.updated_at - timedelta(minutes=roll.randrange(10, 600)),
        outgoing=roll.random() < 0.8,
        seconds=_seconds(roll),
        voicemail=roll.random() < 0.1,
        transcript=roll.choice(("READY", "READY", "IN_PROGRESS", "NOT_FOUND")),
    )


def _seconds(roll: Random) -> int | None:
    return roll.randrange(40, 1_500) if roll.random() < 0.7 else None
