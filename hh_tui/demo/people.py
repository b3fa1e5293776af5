"""Invented people, with Russian names in their right forms."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from random import Random

from hh_tui.demo.company import Area, areas
from hh_tui.demo.professions import Profession
from hh_tui.demo.words import chance, read

_UNCHANGED = ("ых", "их", "ко", "ян", "дзе", "ук", "ак", "им", "ой", "ец", "ик", "ц", "ер")

_RARELY = (("experience", 40, 17), ("other_contacts", 44, 13))
"""What is hidden by every so many-th resume, and by which of them."""


@dataclass(frozen=True, slots=True)
class Person:
    """Who answered: what stays the same wherever they answer. Pay is per month in ``currency``.

    ``owner`` is whose resume it is: some have several and answer with each of them.
    """

    key: tuple[int, int]
    female: bool
    first_name: str
    last_name: str
    middle_name: str | None
    born: date
    area: Area | None
    title: str
    fits: bool
    pay: int | None
    currency: str
    months: int
    hidden: tuple[str, ...]
    tells_age: bool
    owner: tuple[int, int]

    @property
    def tells_sex(self) -> bool:
        """Whether the resume names the sex; most do."""
        return self.key[1] % 41 != 8

    def age(self, today: date) -> int | None:
        """Return the age in years, or None for those who keep it to themselves."""
        if not self.tells_age:
            return None
        return today.year - self.born.year - ((today.month, today.day) < (self.born.month, self.born.day))


def feminine(surname: str) -> str:
    """Return a masculine surname as a woman bears it: Белов-Заозёрный becomes Белова-Заозёрная."""
    if "-" in surname:
        return "-".join(feminine(part) for part in surname.split("-"))
    if surname.endswith("ской"):
        return surname[:-2] + "ая"
    if surname.endswith(("ский", "ый")):
        return surname[:-2] + "ая"
    if surname.endswith(_UNCHANGED):
        return surname
    if surname.endswith(("ов", "ев", "ёв", "ин", "ын")):
        return surname + "а"
    return surname


def _names(roll: Random, *, female: bool) -> tuple[str, str, str | None]:
    words = read("names")
    origin = roll.random()
    root = words["tatar"] if origin < 0.08 else words["caucasus"] if origin < 0.14 else words
    surnames = words["double"] if origin > 0.96 else root["surnames"]
    surname = roll.choice(surnames)
    father = roll.choice(root["fathers"])[female] if roll.random() < 0.8 else None
    first = roll.choice(root["female" if female else "male"])
    return first, feminine(surname) if female else surname, father


def _pay(roll: Random, trade: Profession) -> tuple[int | None, str]:
    if roll.random() < 0.35:
        return None, "RUR"
    low, high = trade.pay
    rubles = roll.randrange(int(low * 0.8), int(high * 1.15) + 1) // 5 * 5_000
    if roll.random() < 0.03:
        currency, rate = roll.choice([("USD", 90), ("EUR", 98), ("KZT", 0.18), ("BYR", 28)])
        return max(100, round(rubles / rate / 100) * 100), currency
    return rubles, "RUR"


def person(seed: int, key: tuple[int, int], trade: Profession, now: datetime) -> Person:
    """Return the person born as response ``key`` (vacancy number, response number) of a trade."""
    roll = chance(seed, "person", *key)
    female = roll.random() < (0.25 if trade.id in ("python", "java", "courier") else 0.55)
    first, last, middle = _names(roll, female=female)
    years = int(roll.triangular(19, 61, 29))
    born = (now - timedelta(days=years * 365.25 + roll.randrange(365))).date()
    draw = roll.random()
    title = roll.choice(trade.near if draw < 0.82 else trade.far)
    pay, currency = _pay(roll, trade)
    worked = max(0, int((years - 19) * 12 * roll.uniform(0.1, 0.9)))
    hidden = [
        name
        for name, odds in (("names_and_photo", 0.03), ("phones", 0.04), ("email", 0.03))
        if roll.random() < odds
    ]
    hidden += [name for name, every, place in _RARELY if key[1] % every == place]
    return Person(
        key=key,
        female=female,
        first_name=first,
        last_name=last,
        middle_name=middle,
        born=born,
        area=None if roll.random() < 0.04 else roll.choices(areas(), [area.weight for area in areas()])[0],
        title=title,
        fits=draw < 0.82,
        pay=pay,
        currency=currency,
        months=worked if roll.random() > 0.05 else 0,
        hidden=tuple(hidden),
        tells_age=roll.random() > 0.08,
        owner=key,
    )


def second_resume(who: Person, first: Person) -> Person:
    """Return a resume as another one of the same person's."""
    return replace(
        who,
        female=first.female,
        first_name=first.first_name,
        last_name=first.last_name,
        middle_name=first.middle_name,
        born=first.born,
        area=first.area,
        months=first.months,
        hidden=first.hidden,
        tells_age=first.tells_age,
        owner=first.owner,
    )
