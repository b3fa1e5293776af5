"""The values of the settings, from TOML and the environment."""

from types import UnionType
from typing import Annotated, Any, Final, TypeVar, Union, get_args, get_origin, get_type_hints

from msgspec import Meta, Struct, ValidationError, convert

from hh_tui.system.structs import from_text

T = TypeVar("T")
FAULT: Final = "fault"
"""In the `extra` of a type: the kind of fault that a text is which does not fit."""

_NUMBERS: Final = (float, int)


def converted(kind: type[T], value: Any) -> T | None:
    """The value as one of a kind, None where it is none. Numbers may be written as texts."""
    found = _read(kind, value)
    return _read(kind, _with_numbers(kind, value)) if found is None else found


def _read(kind: type[T], value: Any, *, strict: bool = True) -> T | None:
    """None instead of an error: that one holds what was set, a secret perhaps."""
    try:
        return convert(value, kind, strict=strict, dec_hook=from_text)
    except ValidationError:
        return None


def bare(kind: Any) -> tuple[Any, Meta]:
    """A type without its None, and what is noted of it."""
    if get_origin(kind) in (Union, UnionType):
        kind = next(one for one in get_args(kind) if one is not type(None))
    if get_origin(kind) is Annotated:
        return kind.__origin__, kind.__metadata__[0]
    return kind, Meta()


def _with_numbers(kind: Any, value: Any) -> Any:
    """With numbers of the right kind in place of texts, and of `3.0` where a whole one is wanted."""
    kind, _ = bare(kind)
    if kind in _NUMBERS and isinstance(value, str | float):
        # For all the rest it would take "null" for None, and "1" for true.
        number = _read(kind, value, strict=False)
        return value if number is None else number
    if isinstance(kind, type) and issubclass(kind, Struct) and isinstance(value, dict):
        kinds = get_type_hints(kind, include_extras=True)
        return {name: _with_numbers(kinds.get(name), one) for name, one in value.items()}
    return value
