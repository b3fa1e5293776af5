"""Industries that companies belong to: a tree of two levels."""

from dataclasses import dataclass
from functools import cache

from hh_tui.demo.professions import Profession
from hh_tui.demo.words import Name, named, read


@dataclass(frozen=True, slots=True)
class Industry:
    """An industry and its parts; people of the ``families`` of trades work in it."""

    id: str
    name: Name
    families: tuple[str, ...]
    parts: dict[str, Name]


@cache
def industries() -> tuple[Industry, ...]:
    """Return all of them."""
    return tuple(
        Industry(
            one["id"], named(one), tuple(one["families"]), {part["id"]: named(part) for part in one["parts"]}
        )
        for one in read("places")["industries"]
    )


@cache
def industry_ids() -> frozenset[str]:
    """Return the ids of both levels."""
    return frozenset(key for one in industries() for key in (one.id, *one.parts))


def is_within(company: str, trade: Profession, wanted: set[str]) -> bool:
    """Return whether a company where a trade works belongs to one of the industries wanted."""
    own = next(one for one in industries() if trade.family in one.families)
    part = list(own.parts)[sum(map(ord, company)) % len(own.parts)]
    return not wanted.isdisjoint((own.id, part))
