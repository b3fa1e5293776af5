"""People in lists that were read, over all vacancies: looked for by a part of their name."""

from collections.abc import Collection, Iterable, Mapping
from datetime import UTC, datetime
from typing import Final
from urllib.parse import parse_qs, urlsplit

from msgspec import Struct, field

from hh_tui.api.models.base import Id, Items, Line, Maybe, Model, Named, Time
from hh_tui.i18n.text import folded
from hh_tui.inbox.lists.query_terms import Word, all_in, distance, words
from hh_tui.system.structs import replace

MOST: Final = 500
"""People that are offered at most: who is not among them has a name of which more can be typed."""

_NEVER: Final = datetime.min.replace(tzinfo=UTC)


class KnownResume(Model, frozen=True):
    """What somebody is called."""

    last_name: Maybe[Line] = None
    first_name: Maybe[Line] = None
    middle_name: Maybe[Line] = None


class KnownRow(Model, frozen=True):
    """A row of a list, as far as finding somebody takes it; without a resume it was deleted or hidden."""

    id: Id
    employer_state: Maybe[Named] = None
    created_at: Maybe[Time] = None
    updated_at: Maybe[Time] = None
    resume: Maybe[KnownResume] = None

    @property
    def name(self) -> str:
        """Last, first and middle name, as far as shown."""
        one = self.resume
        parts = (one.last_name, one.first_name, one.middle_name) if one is not None else ()
        return " ".join(part for part in parts if part)


class KnownRows(Model, frozen=True):
    """A page of a list, as far as finding somebody takes it."""

    items: Items[KnownRow] = ()


class KnownPage(Struct, frozen=True):
    """The rows of one page of the list with this address, and when it was read, in UTC."""

    url: str
    at: datetime
    rows: tuple[KnownRow, ...]


class KnownPerson(Struct, frozen=True):
    """Somebody on a vacancy, as the list with this address told of them when it was read last."""

    id: str
    vacancy_id: str
    url: str
    name: str
    state: Named | None
    updated_at: datetime | None
    read_at: datetime


class KnownPeople(Struct, frozen=True):
    """Who was found, how many in all, and among how many; the vacancies of which anything was read."""

    people: tuple[KnownPerson, ...] = ()
    found: int = 0
    among: int = 0
    vacancies: frozenset[str] = field(default_factory=frozenset)

    def with_states(self, states: Mapping[str, Named]) -> "KnownPeople":
        """With what they became by decisions that their lists do not tell of yet, by negotiation id."""
        people = (replace(one, state=states[one.id]) if one.id in states else one for one in self.people)
        return replace(self, people=tuple(people))


def known_people(pages: Iterable[KnownPage], typed: str) -> KnownPeople:
    """Everybody whose name has all words typed, in any order; whose words begin so first, then the newest.

    One negotiation stands in a list for each of its filters and orders: the page that was read last tells of
    it. A page whose address names no vacancy leads nowhere, and tells of nobody.
    """
    last = _last(pages)
    homes = {page.url: _vacancy_of(page.url) for page, _ in last.values()}
    wanted, found = words(typed), list[tuple[bool, float, KnownPerson]]()
    for page, row in last.values():
        far = _distance(wanted, row.name)
        if far is not None and homes[page.url]:
            found.append((far > 1, -_moment(row).timestamp(), _person(page, row, homes[page.url])))
    found.sort(key=lambda one: one[:2])
    people = tuple(one for _, _, one in found[:MOST])
    return KnownPeople(people, len(found), len(last), frozenset(homes.values()) - {""})


def people_by_id(pages: Iterable[KnownPage], ids: Collection[str]) -> Mapping[str, KnownPerson]:
    """Those of these negotiations that stand on any page, also without a name, as it was read last."""
    wanted = (
        KnownPage(page.url, page.at, tuple(row for row in page.rows if row.id in ids))
        for page in pages
        if _vacancy_of(page.url)
    )
    return {key: _person(page, row, _vacancy_of(page.url)) for key, (page, row) in _last(wanted).items()}


def _last(pages: Iterable[KnownPage]) -> dict[str, tuple[KnownPage, KnownRow]]:
    """Each negotiation as the page tells of it that was read last."""
    last: dict[str, tuple[KnownPage, KnownRow]] = {}
    for page in pages:
        for row in page.rows:
            before = last.get(row.id)
            if before is None or before[0].at <= page.at:
                last[row.id] = (page, row)
    return last


def _distance(wanted: tuple[Word, ...], name: str) -> int | None:
    """How far the name is from what was typed; None where it has not all of it."""
    text = folded(name)
    return distance(wanted, text) if text and all_in(wanted, text) else None


def _moment(row: KnownRow) -> datetime:
    return row.updated_at or row.created_at or _NEVER


def _person(page: KnownPage, row: KnownRow, vacancy_id: str) -> KnownPerson:
    updated_at = row.updated_at or row.created_at
    return KnownPerson(row.id, vacancy_id, page.url, row.name, row.employer_state, updated_at, page.at)


def _vacancy_of(url: str) -> str:
    """The vacancy that the address of a list names; empty where it names none."""
    return parse_qs(urlsplit(url).query).get("vacancy_id", [""])[0]
