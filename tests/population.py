"""People of the demo are thought up once a process: hundreds of tests begin with the same ones."""

from collections.abc import Callable, Hashable
from datetime import datetime
from functools import wraps
from typing import Any, ParamSpec, TypeVar

import hh_tui.demo.world
from hh_tui.demo.people import Person
from hh_tui.demo.professions import Profession

P = ParamSpec("P")
T = TypeVar("T")
MOST = 5_000
"""Of each kind kept: those of a few of the smaller demos."""


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


def share_people() -> None:
    """What people are like depends on these arguments alone, and nobody changes it."""
    world: Any = hh_tui.demo.world
    world.person = _kept(world.person, _born)
    world.career = _kept(world.career, _worked)
    world.traits = _kept(world.traits, _told)
