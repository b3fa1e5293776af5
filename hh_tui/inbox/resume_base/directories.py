"""Values out of the directories of a search: metro, districts, industries; some of them lie in areas."""

from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from hh_tui.inbox.lists.choices import Choice, choice

if TYPE_CHECKING:
    from hh_tui.api.models.places import District, Industry, MetroTown


class Place(Struct, frozen=True):
    """A value that lies in an area, by the area's id."""

    area: str
    value: Choice


def of_metro(towns: "Iterable[MetroTown]") -> tuple[Place, ...]:
    """Each line with its stations behind it; beside a station stand its line and its town."""
    found: list[Place] = []
    for town in towns:
        for line in town.lines:
            found.append(Place(town.id, choice(line.id, line.name, town.name)))
            within = ", ".join(filter(None, (line.name, town.name)))
            found += [Place(town.id, choice(one.id, one.name, within)) for one in line.stations]
    return tuple(found)


def of_districts(districts: "Iterable[District]") -> tuple[Place, ...]:
    """Every district with its area; one that lies nowhere fits no area."""
    return tuple(Place(one.area_id or "", choice(one.id, one.name)) for one in districts)


def of_industries(industries: "Iterable[Industry]") -> tuple[Choice, ...]:
    """Each industry with its parts behind it; beside a part stands the industry."""
    found: list[Choice] = []
    for one in industries:
        found.append(choice(one.id, one.name))
        found += [choice(part.id, part.name, one.name) for part in one.industries]
    return tuple(found)


def within(places: Sequence[Place], areas: Collection[str], *, required: bool = False) -> tuple[Choice, ...]:
    """Values of these areas; where there are none of them all values, or none where areas are `required`."""
    found = tuple(one.value for one in places if one.area in areas)
    return found if found or required else tuple(one.value for one in places)
