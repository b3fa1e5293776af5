"""What pydantic and TOML say of the settings, as faults that can be told in any language."""

import re
import tomllib
from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any, Final
from zoneinfo import available_timezones

from pydantic import BaseModel, ValidationError

from hh_tui.errors import Fault

_BOUNDS: Final = {
    "greater_than_equal": ("at-least", "ge"),
    "greater_than": ("above", "gt"),
    "less_than_equal": ("at-most", "le"),
    "less_than": ("below", "lt"),
}

_KINDS: Final = {
    **dict.fromkeys(("bool_type", "bool_parsing"), "bool"),
    **dict.fromkeys(("float_type", "float_parsing", "finite_number"), "number"),
    **dict.fromkeys(("int_type", "int_parsing", "int_from_float"), "whole"),
    **dict.fromkeys(("string_type", "path_type"), "text"),
    "tuple_type": "list",
    **dict.fromkeys(("dict_type", "model_type", "model_attributes_type"), "section"),
}
"""Kinds of ours by those of pydantic; any other is `value`."""

_PLACE: Final = re.compile(r"(.*) \(at (?:line (\d+), column (\d+)|end of document)\)")


def of_toml(error: Exception) -> Fault:
    """Why the file could not be read at all."""
    if isinstance(error, tomllib.TOMLDecodeError):
        found = _PLACE.fullmatch(str(error))
        if found and found[2]:
            return Fault("line", line=int(found[2]), column=int(found[3]))
        return Fault("toml")
    if isinstance(error, UnicodeDecodeError):
        return Fault("encoding")
    if isinstance(error, OSError):
        return Fault("file", why=error.strerror or "?")
    return Fault("toml")


def of_model(model: type[BaseModel], error: ValidationError) -> Iterator[Fault]:
    """Everything that is wrong with the values, in the order of the file; nothing of what was set."""
    for one in error.errors(include_input=True, include_url=False):
        # Numbers are places in a list, which the name of the setting is enough for.
        names = [part for part in one["loc"] if isinstance(part, str)]
        yield _fault(model, one["type"], names, one.get("ctx") or {}, one["input"])


def _fault(model: type[BaseModel], kind: str, names: list[str], context: dict[str, Any], value: Any) -> Fault:
    name = ".".join(names)
    if kind == "extra_forbidden":
        *sections, last = names
        close = get_close_matches(last, _fields(model, sections), 1)
        return Fault("unknown", name=name, nearest=".".join([*sections, *close]) if close else "")
    if kind == "literal_error":
        allowed = re.findall(r"'([^']*)'", str(context.get("expected", "")))
        close = get_close_matches(value, allowed, 1) if isinstance(value, str) else []
        return Fault("choice", name=name, allowed=", ".join(allowed), nearest=close[0] if close else "")
    if kind == "zone":
        close = get_close_matches(value, sorted(available_timezones()), 1) if isinstance(value, str) else []
        return Fault("zone", name=name, nearest=close[0] if close else "")
    if kind == "quotes":
        return Fault("quotes", name=name)
    if kind in _BOUNDS:
        word, key = _BOUNDS[kind]
        return Fault(word, name=name, bound=f"{context[key]:g}")
    return Fault(
        "contact" if kind.startswith("string_") and name == "contact" else _KINDS.get(kind, "value"),
        name=name,
    )


def _fields(model: type[BaseModel], sections: list[str]) -> list[str]:
    """The names that there are in a section."""
    for section in sections:
        inner = model.model_fields[section].annotation if section in model.model_fields else None
        if not (isinstance(inner, type) and issubclass(inner, BaseModel)):
            return []
        model = inner
    return list(model.model_fields)
