"""The negotiations of one vacancy: invented at the first look, then kept, listed and counted."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import NamedTuple

from hh_tui.demo.responses import fresh, lengthen, past
from hh_tui.demo.sizes import Size
from hh_tui.demo.topic import Topic
from hh_tui.demo.vacancies import Vacancy
from hh_tui.demo.words import chance

ORDERS = ("created_at", "last_change_time_except_employer_inbox", "relevance")


class Counters(NamedTuple):
    """How many negotiations there are, and how many of them wait to be looked at."""

    total: int
    with_updates: int


class Roster:
    """All negotiations of a vacancy. ``changed`` must be called after one of them was."""

    def __init__(
        self, seed: int, vacancy: Vacancy, size: Size, began: datetime, elders: list[Vacancy]
    ) -> None:
        self.vacancy = vacancy
        self.topics = past(chance(seed, "roster", vacancy.number), vacancy, began, elders)
        lengthen(self.topics, size.longest_thread)
        self._seed = seed
        self._listed: dict[tuple[str, str], list[Topic]] = {}
        self._counted: dict[str, Counters] = {}

    def changed(self) -> None:
        """Forget the lists and counters made so far."""
        self._listed.clear()
        self._counted.clear()

    def arrive(self, moment: datetime, guest: tuple[int, int] | None = None) -> Topic:
        """Add a response that came just now; ``guest`` is who it is from, if we know them."""
        number = len(self.topics)
        roll = chance(self._seed, "arrival", self.vacancy.number, number)
        topic = fresh(roll, self.vacancy, number, moment, guest)
        self.topics.append(topic)
        self.changed()
        return topic

    def listed(self, collection: str, order: str) -> list[Topic]:
        """Return the negotiations that a collection, sub-collection or generated one shows, newest first."""
        key = (collection, order)
        if key not in self._listed:
            member = self._membership(collection)
            shown = [topic for topic in self.topics if not topic.hidden and member(topic)]
            self._listed[key] = sorted(shown, key=_ORDER_KEYS[order], reverse=True)
        return self._listed[key]

    def hidden_count(self, collection: str) -> int:
        """Return how many negotiations of a collection its counters have and its list has not."""
        return sum(topic.hidden for topic in filter(self._membership(collection), self.topics))

    def counters(self, collection: str) -> Counters:
        """Return the counters of a collection."""
        if collection not in self._counted:
            self._counted[collection] = count(filter(self._membership(collection), self.topics))
        return self._counted[collection]

    def _membership(self, collection: str) -> Callable[[Topic], bool]:
        sub = self.vacancy.pipeline.sub(collection)
        if sub is not None:
            return lambda topic: topic.stage is sub[0] and topic.sub == collection
        if collection == "relevant_responses":
            return lambda topic: topic.stage.public == "response" and _relevance(topic) > 0.5
        if collection == "by_location":
            return lambda topic: topic.stage.public == "response" and topic.number % 3 == 0
        return lambda topic: topic.stage.id == collection


def count(topics: Iterable[Topic]) -> Counters:
    """Return how many negotiations there are and how many have news."""
    news = [topic.has_updates for topic in topics]
    return Counters(len(news), sum(news))


def _relevance(topic: Topic) -> float:
    return (topic.number * 2_654_435_761 + topic.vacancy.number * 97) % 10_007 / 10_007


_ORDER_KEYS: dict[str, Callable[[Topic], tuple[object, ...]]] = {
    "created_at": lambda topic: (topic.created_at, topic.number),
    "last_change_time_except_employer_inbox": lambda topic: (topic.updated_at, topic.number),
    "relevance": lambda topic: (_relevance(topic), topic.number),
}
