"""People of the demo, and how they answered, are thought up once a process: hundreds of tests begin alike.

What changes later, negotiations, each world has for itself.
"""

from collections.abc import Callable, Hashable
from datetime import datetime
from functools import lru_cache, wraps
from random import Random
from typing import Any, ParamSpec, TypeVar

import hh_tui.demo.resume_search
import hh_tui.demo.roster
import hh_tui.demo.world
from hh_tui.demo.people import Person
from hh_tui.demo.professions import Profession
from hh_tui.demo.topic import Topic
from hh_tui.demo.vacancies import Vacancy

Past = Callable[[Random, Vacancy, datetime, list[Vacancy]], list[Topic]]

_PARTS = frozenset({"trade", "area", "manager", "pipeline"})
"""Of a vacancy, what is no plain value; a pipeline is one of a few that all worlds have."""

P = ParamSpec("P")
T = TypeVar("T")
MOST = 20_000
"""Of each kind kept: those of a few of the smaller demos, and whoever is looked for by a search."""

TALKS = 2_000
"""Negotiations of a vacancy that are kept."""

SEARCHES = 200
"""Results kept of searches, some thousand numbers each."""


def _kept(make: Callable[P, T], key: Callable[P, Hashable]) -> Callable[P, T]:
    known: dict[Hashable, T] = {}

    @wraps(make)
    def kept(*args: P.args, **kwargs: P.kwargs) -> T:
        who = key(*args, **kwargs)
        if who not in known:
            if len(known) >= MOST:
                known.clear()
            known[who] = make(*args, **kwargs)
        return known[who]

    return kept


def _born(seed: int, key: tuple[int, int], trade: Profession, now: datetime) -> Hashable:
    return seed, key, trade.id, now


def _worked(seed: int, who: Person, trade: Profession, now: datetime) -> Hashable:
    return seed, who, trade.id, now


def _told(seed: int, who: Person) -> Hashable:
    return seed, who


def _copy(topic: Topic, vacancy: Vacancy) -> Topic:
    copied: Topic = object.__new__(Topic)
    for name in Topic.__slots__:
        setattr(copied, name, getattr(topic, name))
    copied.vacancy, copied.changes = vacancy, list(topic.changes)
    return copied


def _kept_past(past: Past) -> Past:
    known: dict[Hashable, list[Topic]] = {}

    @wraps(past)
    def kept(roll: Random, vacancy: Vacancy, began: datetime, elders: list[Vacancy]) -> list[Topic]:
        said = [getattr(vacancy, name) for name in Vacancy.__slots__ if name not in _PARTS]
        before = tuple((elder.number, elder.responses) for elder in elders)
        key = roll.getstate(), began, *said, id(vacancy.pipeline), before
        if key not in known:
            topics = past(roll, vacancy, began, elders)
            if len(topics) > TALKS:
                return topics
            known[key] = topics
        return [_copy(topic, vacancy) for topic in known[key]]

    return kept


def share_people() -> None:
    """What people are like depends on these arguments alone, and nobody changes it."""
    world: Any = hh_tui.demo.world
    world.person = _kept(world.person, _born)
    world.career = _kept(world.career, _worked)
    world.traits = _kept(world.traits, _told)
    roster: Any = hh_tui.demo.roster
    roster.past = _kept_past(roster.past)
    search: Any = hh_tui.demo.resume_search
    search.words_of = lru_cache(MOST)(search.words_of)
    search._KEPT = search._COUNTED = SEARCHES
