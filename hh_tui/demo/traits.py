"""What a resume tells of a person beside the career: readiness to travel, driving, languages, wishes."""

from dataclasses import dataclass
from random import Random

from hh_tui.demo.people import Person
from hh_tui.demo.words import chance

RUSSIA = "113"

_ELSEWHERE = ("16", "40")
_STATUSES = ("active_search", "looking_for_offers", "not_looking_for_job", "has_job_offer")


@dataclass(frozen=True, slots=True)
class Traits:
    """``languages`` are pairs of a language and a level.

    ``distance`` is how far from a place of work in the same town one lives, in metres; ``status_age`` is in
    days. ``medical_book`` and ``self_employed`` are None where the resume does not say.
    """

    trips: str
    licence: str | None
    vehicle: bool
    citizenship: str = RUSSIA
    languages: tuple[tuple[str, str], ...] = (("rus", "l1"), ("eng", "b1"))
    distance: int = 0
    medical_book: bool | None = None
    self_employed: bool | None = None
    work_formats: tuple[str, ...] = ()
    employment_forms: tuple[str, ...] = ()
    status: str = "active_search"
    status_age: int = 0


def traits(seed: int, who: Person) -> Traits:
    """Return the traits of a person."""
    roll = chance(seed, "resume", *who.key)
    trips = roll.choice(("ready", "never"))
    licence = "B" if roll.random() < 0.4 else None
    vehicle = roll.random() < 0.25
    return Traits(
        trips,
        licence,
        vehicle,
        citizenship=RUSSIA if roll.random() < 0.93 else roll.choice(_ELSEWHERE),
        distance=int(roll.triangular(400, 30_000, 6_000)),
        medical_book=_told(roll, 0.2),
        self_employed=_told(roll, 0.15),
        work_formats=tuple(roll.sample(("ON_SITE", "REMOTE", "HYBRID"), roll.randint(0, 2))),
        employment_forms=tuple(roll.sample(("FULL", "PART", "PROJECT"), roll.randint(0, 2))),
        status=roll.choices(_STATUSES, (6, 5, 2, 1))[0],
        status_age=roll.randrange(120),
    )


def relocates(who: Person) -> bool:
    """Return whether a person would move to another place."""
    return who.key[1] % 3 == 0


def _told(roll: Random, share: float) -> bool | None:
    return roll.random() < share if roll.random() < 0.8 else None
