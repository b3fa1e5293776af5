"""What a filter can be set to: the server's own values, with words for them."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from hh_tui.api.models import Named
from hh_tui.i18n.text import folded
from hh_tui.inbox.lists.query_terms import all_in, distance, words

if TYPE_CHECKING:
    from hh_tui.api.models import Area, Dictionaries
    from hh_tui.api.models.dictionary import Entry

DICTIONARIES: Final[Mapping[str, str]] = {
    "relocation": "resume_search_relocation",
    "experience": "experience",
    "education_level": "education_level",
    "currency": "currency",
    "gender": "gender",
    "driver_license_types": "driver_license_types",
}
"""The dictionary of get-dictionaries that has the values of a parameter."""

LEVELS: Final = "language_level"
CURRENCY: Final = "currency"


class Choice(Struct, frozen=True):
    """One value: `name` stands in the chip, `aside` tells places of one name apart, `folded` is searched."""

    id: str
    name: str
    detail: str = ""
    folded: str = ""


Choices = dict[str, tuple[Choice, ...]]
"""Values by parameter, as far as they have been read."""


def choice(id_: str, name: str, aside: str = "") -> Choice:
    """A value; one without a name is called by its id."""
    return Choice(id_, name or id_, aside, folded(f"{name or id_} {aside}"))


def of_entries(entries: "Iterable[Entry | Named]") -> tuple[Choice, ...]:
    """The values of a dictionary."""
    return tuple(choice(one.id, one.name) for one in entries)


def of_dictionaries(dictionaries: "Dictionaries") -> dict[str, tuple[Choice, ...]]:
    """The values of all parameters that have a dictionary."""
    found = {parameter: of_entries(dictionaries.entries(name)) for parameter, name in DICTIONARIES.items()}
    codes = tuple(choice(one.id, one.name, one.id) for one in dictionaries.entries(CURRENCY))
    return found | {CURRENCY: codes}


def of_areas(areas: "Iterable[Area]") -> tuple[Choice, ...]:
    """All places, the larger ones before those within; beside each stands what it lies in."""
    found: list[Choice] = []
    waiting = [(area, "") for area in reversed(tuple(areas))]
    while waiting:
        area, within = waiting.pop()
        found.append(choice(area.id, area.name, within))
        waiting += [(part, area.name) for part in reversed(area.areas)]
    return tuple(found)


def of_languages(languages: Iterable[Named], levels: "Iterable[Entry]") -> tuple[Choice, ...]:
    """Every language at every level, as the parameter takes them: `eng.b1`."""
    degrees = tuple(levels)
    return tuple(
        choice(f"{language.id}.{level.id}", f"{language.name or language.id}: {level.name or level.id}")
        for language in languages
        for level in degrees
    )


def fitting(choices: Sequence[Choice], typed: str, most: int) -> tuple[Choice, ...]:
    """Values that have what was typed, at most so many; the nearest to it come first."""
    wanted = words(typed)
    if not wanted:
        return tuple(choices[:most])
    found = [one for one in choices if all_in(wanted, one.folded)]
    found.sort(key=lambda one: distance(wanted, one.folded))
    return tuple(found[:most])
