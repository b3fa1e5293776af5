"""The employer: its managers, addresses and the places its candidates live in."""

from dataclasses import dataclass
from functools import cache

from hh_tui.demo.words import Name, named, read


@dataclass(frozen=True, slots=True)
class Area:
    """A place; ``weight`` says how many candidates live there, ``prepositional`` is "in" that place."""

    id: str
    name: str
    weight: int
    lat: float
    lng: float
    utc_offset: str
    prepositional: str
    country: str = "113"


@dataclass(frozen=True, slots=True)
class Manager:
    """Someone who recruits; ``account`` is what X-Manager-Account-Id wants.

    ``granted`` says whether we were given a right to the vacancies.
    """

    id: str
    account: str
    last_name: str
    first_name: str
    middle_name: str
    position: str
    email: str
    phone: str
    main: bool
    granted: bool = True

    @property
    def full_name(self) -> str:
        """Surname first, as hh.ru writes it."""
        return " ".join(filter(None, (self.last_name, self.first_name, self.middle_name)))


@dataclass(frozen=True, slots=True)
class Address:
    """Where candidates are invited to; parts may be unknown."""

    id: str
    city: str
    street: str
    building: str
    description: str
    lat: float | None = None
    lng: float | None = None
    metro: str = ""
    line: str = ""

    @property
    def raw(self) -> str:
        """The address in one line."""
        return ", ".join(filter(None, (self.city, self.street, self.building)))


@dataclass(frozen=True, slots=True)
class Company:
    """The employer the demo's token belongs to; the first manager is the one logged in."""

    id: str
    name: str
    site: str
    managers: tuple[Manager, ...]
    addresses: tuple[Address, ...]
    departments: dict[str, Name]

    @property
    def team(self) -> tuple[Manager, ...]:
        """We ourselves and those who let us see their vacancies."""
        return tuple(manager for manager in self.managers if manager.granted)

    @property
    def me(self) -> Manager:
        """The manager the token belongs to."""
        return self.managers[0]


@cache
def areas() -> tuple[Area, ...]:
    """Return the places candidates live in."""
    return tuple(Area(**entry) for entry in read("company")["areas"])


@cache
def countries() -> dict[str, Name]:
    """Return the countries by id."""
    return {entry["id"]: named(entry) for entry in read("company")["countries"]}


@cache
def company() -> Company:
    """Return the employer of the demo."""
    words = read("company")
    return Company(
        **words["employer"],
        managers=tuple(Manager(**entry) for entry in words["managers"]),
        addresses=tuple(Address(**entry) for entry in words["addresses"]),
        departments={entry["id"]: named(entry) for entry in words["departments"]},
    )
