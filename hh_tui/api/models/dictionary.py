"""Dictionaries, locales and areas (operations get-dictionaries, get-locales, get-areas)."""

from typing import Annotated, Any

from pydantic import BeforeValidator, model_validator

from hh_tui.api.models.base import Flag, Id, Items, Line, Maybe, Model


def _by_name(value: Any) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise ValueError("dictionaries come by name")
    return {name: entries if isinstance(entries, list) else [] for name, entries in value.items()}


class Entry(Model):
    """A value of a dictionary. Currencies have a code in place of the id."""

    id: Id
    name: Line = ""

    @model_validator(mode="before")
    @classmethod
    def _by_code(cls, value: Any) -> Any:
        if isinstance(value, dict) and value.get("id") is None and value.get("code") is not None:
            return {**value, "id": value["code"]}
        return value


class Dictionaries(Model):
    """All dictionaries; one that the server does not have is empty."""

    by_name: Annotated[dict[str, Items[Entry]], BeforeValidator(_by_name)]

    def entries(self, name: str) -> tuple[Entry, ...]:
        """The values of a dictionary, in the server's order."""
        return self.by_name.get(name, ())


class Locale(Model):
    """A language that names come in."""

    id: Id
    name: Line = ""
    current: Flag = False


class Area(Model):
    """A country, region or town, with what lies in it.

    `utc_offset`, like `+03:00`, comes from hh.ru although the specification does not list it.
    """

    id: Id
    name: Line = ""
    parent_id: Maybe[Id] = None
    utc_offset: Maybe[Line] = None
    areas: Items["Area"] = ()
