"""Where in a town people live: metro stations and districts of the towns that have them."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from hh_tui.demo.people import Person
from hh_tui.demo.words import Name, chance, named, read


@dataclass(frozen=True, slots=True)
class Line:
    """A metro line of a town; ``color`` is ``RRGGBB``."""

    id: str
    area: str
    name: Name
    color: str


@dataclass(frozen=True, slots=True)
class Station:
    """A station of a line, at its place there."""

    id: str
    name: Name
    line: Line
    order: int


@dataclass(frozen=True, slots=True)
class District:
    """A part of a town."""

    id: str
    area: str
    name: Name


@cache
def stations() -> tuple[Station, ...]:
    """Return all stations, line by line."""
    return tuple(
        Station(station["id"], named(station), _line(town["area"], line), order)
        for town in read("places")["metro"]
        for line in town["lines"]
        for order, station in enumerate(line["stations"])
    )


def _line(area: str, line: dict[str, Any]) -> Line:
    return Line(line["id"], area, named(line), line["color"])


@cache
def districts() -> tuple[District, ...]:
    """Return all districts."""
    return tuple(District(one["id"], one["area"], named(one)) for one in read("places")["districts"])


def station_of(who: Person) -> Station | None:
    """Return the station nearest to where somebody lives; None where the town has none, or they tell none."""
    near = [one for one in stations() if who.area is not None and one.line.area == who.area.id]
    roll = chance("metro", *who.key)
    return roll.choice(near) if near and roll.random() < 0.8 else None


def district_of(who: Person) -> District | None:
    """Return the district somebody lives in; None where the town has none."""
    within = [one for one in districts() if who.area is not None and one.area == who.area.id]
    return chance("district", *who.key).choice(within) if within else None
