"""What a resume tells of a person beside the career: readiness to travel, driving, languages."""

from dataclasses import dataclass

from hh_tui.demo.people import Person
from hh_tui.demo.words import chance

RUSSIA = "113"


@dataclass(frozen=True, slots=True)
class Traits:
    """``languages`` are pairs of a language and a level."""

    trips: str
    licence: str | None
    vehicle: bool
    citizenship: str = RUSSIA
    languages: tuple[tuple[str, str], ...] = (("rus", "l1"), ("eng", "b1"))


def traits(seed: int, who: Person) -> Traits:
    """Return the traits of a person."""
    roll = chance(seed, "resume", *who.key)
    trips = roll.choice(("ready", "never"))
    licence = "B" if roll.random() < 0.4 else None
    return Traits(trips, licence, vehicle=roll.random() < 0.25)


def relocates(who: Person) -> bool:
    """Return whether a person would move to another place."""
    return who.key[1] % 3 == 0
