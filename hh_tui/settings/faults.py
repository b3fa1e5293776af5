"""What is wrong with the settings, as faults that can be told in any language."""

import operator
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, Literal, get_args, get_origin, get_type_hints

from msgspec import Meta, Struct

from hh_tui.errors import Fault
from hh_tui.i18n.nearest_word import nearest_word
from hh_tui.settings.values import FAULT, bare, converted

_BOUNDS: Final = (
    ("at-least", "ge", operator.ge),
    ("above", "gt", operator.gt),
    ("at-most", "le", operator.le),
    ("below", "lt", operator.lt),
)

_NUMBERS: Final[Mapping[type, str]] = {float: "number", int: "whole"}
"""Faults of what is no such number."""

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


def of_section(section: type[Struct], values: Mapping[str, Any], above: str = "") -> Iterator[Fault]:
    """Everything that is wrong with the values, in the order of the file; nothing of what was set.

    msgspec tells the first fault only, so that each value is read as if it were the only one of its section.
    """
    kinds = get_type_hints(section, include_extras=True)
    for name, value in values.items():
        if name not in kinds:
            nearest = _nearest(name, kinds)
            yield Fault("unknown", name=above + name, nearest=nearest and above + nearest)
        elif not _fits(section, {name: value}):
            yield from _of_value(kinds[name], value, above + name)


def _of_value(kind: Any, value: Any, name: str) -> Iterator[Fault]:
    """What is wrong with a value that does not fit."""
    kind, meta = bare(kind)
    if kind in _NUMBERS:
        yield _of_number(kind, meta, value, name)
    elif (origin := get_origin(kind)) is Literal:
        allowed = get_args(kind)
        yield Fault("choice", name=name, allowed=", ".join(allowed), nearest=_nearest(value, allowed))
    elif origin is tuple:
        items = value if isinstance(value, list) else None
        yield from [Fault("list", name=name)] if items is None else _of_items(kind, items, name)
    elif origin is dict or issubclass(kind, Struct):
        if not isinstance(value, dict):
            yield Fault("section", name=name)
        elif origin is dict:
            yield from _of_entries(kind, value, name)
        else:
            yield from of_section(kind, value, f"{name}.")
    elif kind is bool:
        yield Fault("bool", name=name)
    else:  # all others are written as a text
        yield _of_text(meta, value, name)


def _of_items(kind: Any, items: list[Any], name: str) -> Iterator[Fault]:
    """Of a list: the name of the setting is enough for each of them."""
    of_item, _ = get_args(kind)
    return (fault for one in items if not _fits(of_item, one) for fault in _of_value(of_item, one, name))


def _of_entries(kind: Any, entries: dict[str, Any], name: str) -> Iterator[Fault]:
    """Of a section whose names are free, or free within bounds."""
    of_key, of_item = get_args(kind)
    for key, item in entries.items():
        if not _fits(of_key, key):
            yield Fault("value", name=f"{name}.{key}")
        elif not _fits(of_item, item):
            yield from _of_value(of_item, item, f"{name}.{key}")


def _of_number(kind: type, meta: Meta, value: Any, name: str) -> Fault:
    # An integer may be too long for a float, and is within bounds or not all the same.
    number = value if type(value) is int else converted(kind, value)
    if number is not None:
        for word, key, holds in _BOUNDS:
            bound = getattr(meta, key)
            if bound is not None and not holds(number, bound):
                return Fault(word, name=name, bound=f"{bound:g}")
    return Fault(_NUMBERS[kind], name=name)


def _of_text(meta: Meta, value: Any, name: str) -> Fault:
    if not isinstance(value, str):
        return Fault("text", name=name)
    what = (meta.extra or {}).get(FAULT, "value")
    if what == "zone":
        from zoneinfo import available_timezones

        return Fault(what, name=name, nearest=_nearest(value, sorted(available_timezones())))
    return Fault(what, name=name)


def _fits(kind: Any, value: Any) -> bool:
    return converted(kind, value) is not None


def _nearest(value: Any, names: Iterable[str]) -> str:
    return nearest_word(value, names) if isinstance(value, str) else ""
