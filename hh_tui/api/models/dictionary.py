"""Dictionaries, locales and areas (operations get-dictionaries, get-locales, get-areas)."""

from typing import Annotated, Any

from hh_tui.api.models.base import Before, Flag, Id, Items, Line, Maybe, Model


def _by_name(value: Any) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise ValueError("dictionaries come by name")
    return {name: entries if isinstance(entries, list) else [] for name, entries in value.items()}


class Entry(Model, frozen=True):
    """A value of a dictionary. Currencies have a code in place of the id."""

    id: Id
    name: Line = ""

    @classmethod
    def prepared(cls, told: dict[str, Any]) -> dict[str, Any]:
        """With the code in the place of an id that is not there."""
        return {**told, "id": told["code"]} if told.get("id") is None and "code" in told else told


class Dictionaries(Model, frozen=True):
    """All dictionaries; one that the server does not have is empty."""

    by_name: Annotated[dict[str, Items[Entry]], Before(_by_name)]

    def entries(self, name: str) -> tuple[Entry, ...]:
        """The values of a dictionary, in the server's order."""
        return self.by_name.get(name, ())


class Locale(Model, frozen=True):
    """A language that names come in."""

    id: Id
    name: Line = ""
    current: Flag = False


class Area(Model, frozen=True):
    """A country, region or town, with what lies in it.

    `utc_offset`, like `+03:00`, comes from hh.ru although the specification does not list it.
    """

    id: Id
    name: Line = ""
    parent_id: Maybe[Id] = None
    utc_offset: Maybe[Line] = None
    areas: Items["Area"] = ()
