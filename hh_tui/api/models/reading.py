"""JSON read as models, and models written as JSON.

What is as the models say is read in C. Only an object in which something is not goes through its fields one
by one, and only the objects inside it of which that is true do so again.
"""

import json
from collections.abc import Callable, Sequence
from functools import cache, partial
from types import UnionType
from typing import Annotated, Any, Final, TypeVar, Union, get_args, get_origin

import msgspec
from msgspec import Raw
from msgspec.structs import FieldInfo, fields

from hh_tui.api.models.base import Absent, Before, Cleaned, Model, PartialTuple, Whole

M = TypeVar("M", bound=Model)
Reader = Callable[[Any], Any]
"""Makes a value of one type; raises one of `_WRONG` where it can't."""


class WrongShape(ValueError):
    """What was told is no such model. Holds nothing of it."""


_WRONG: Final = (ValueError, TypeError, OverflowError, RecursionError)


def parsed(model: type[M], told: Any) -> M:
    """The model in decoded JSON. Raises WrongShape."""
    try:
        found: M = _reader(model)(told)
    except _WRONG:
        found = None  # type: ignore[assignment]
    return _found(model, found)


def parsed_list(model: type[M], told: list[Any]) -> tuple[M, ...]:
    """The models in decoded JSON, without broken ones: `broken_in` tells how many there are."""
    return _elements(told, _reader(model), counted=True)


def parsed_json(model: type[M], text: bytes | str | Raw) -> M:
    """The model in JSON. Raises WrongShape.

    What C refuses as a whole is read in parts, so that a list with one odd element is read in C but for that
    one. A string with half of a character, and other things that are let pass in JSON, count for themselves.
    """
    if not _is_prepared(model):
        try:
            return msgspec.json.decode(text, type=model)
        except _WRONG:
            pass
    try:
        found: M = _in_parts(model, text)
    except _WRONG:
        found = None  # type: ignore[assignment]
    return _found(model, found)


def _found(model: type[M], found: M | None) -> M:
    """Raises WrongShape where there is none: outside of every `except`, whose error holds what was told."""
    if found is None:
        raise WrongShape(getattr(model, "__name__", "?"))
    return found


def encoded(model: Model) -> bytes:
    """The model as JSON, without what `parsed_json` takes for granted."""
    return msgspec.json.encode(model)


def encoded_list(models: Sequence[Model]) -> bytes:
    """Models as they stand in the JSON of the one that has them."""
    return msgspec.json.encode(models)


def as_builtins(model: Model) -> dict[str, Any]:
    """The model as what JSON decodes into, without what `parsed` takes for granted."""
    found: dict[str, Any] = msgspec.to_builtins(model)
    return found


def _is_prepared(model: type[Model]) -> bool:
    own = get_origin(model) or model
    return any("prepared" in one.__dict__ for one in own.__mro__ if one is not Model)


@cache
def _reader(kind: Any) -> Reader:
    """How values of a type are read, by its marks or by what it is."""
    origin, inner = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return _marked(inner[0], inner[1:])
    if origin in (Union, UnionType):
        return _first_of([_reader(one) for one in inner if one is not type(None)])
    if origin is dict:
        return _mapping(_reader(inner[1]))
    if isinstance(own := origin or kind, type) and issubclass(own, Model):
        return _model(kind, own)
    return _converted(kind)


def _marked(kind: Any, marks: tuple[Any, ...]) -> Reader:
    turn = next((mark.turn for mark in marks if isinstance(mark, Before)), None)
    read = _by_mark(kind, marks)
    return read if turn is None else lambda told: read(turn(told))


def _by_mark(kind: Any, marks: tuple[Any, ...]) -> Reader:
    for mark in marks:
        match mark:
            case Cleaned(clean, _):
                return clean
            case Absent():
                return _or_none(_reader(kind))
            case Whole(counted):
                return _list(_reader(get_args(kind)[0]), counted=counted)
    bounds = next((mark for mark in marks if isinstance(mark, msgspec.Meta)), None)
    return _reader(kind) if bounds is None else _converted(Annotated[kind, bounds])


def _converted(kind: Any) -> Reader:
    """What msgspec makes of a value, numbers in strings among them."""
    return lambda told: msgspec.convert(told, kind, strict=False)


def _first_of(readers: list[Reader]) -> Reader:
    if len(readers) == 1:
        return readers[0]

    def read(told: Any) -> Any:
        for one in readers:
            try:
                return one(told)
            except _WRONG:
                continue
        raise WrongShape

    return read


def _or_none(read: Reader) -> Reader:
    def read_or_none(told: Any) -> Any:
        if told is None:
            return None
        try:
            return read(told)
        except _WRONG:
            return None

    return read_or_none


def _mapping(read: Reader) -> Reader:
    def values(told: Any) -> dict[str, Any]:
        if not isinstance(told, dict):
            raise WrongShape
        return {str(name): read(value) for name, value in told.items()}

    return values


def _list(read: Reader, *, counted: bool) -> Reader:
    def elements(told: Any) -> tuple[Any, ...]:
        if isinstance(told, list | tuple):
            return _elements(told, read, counted=counted)
        if counted:
            raise WrongShape
        return ()

    return elements


def _elements(told: list[Any] | tuple[Any, ...], read: Reader, *, counted: bool) -> tuple[Any, ...]:
    found, broken = [], 0
    for one in told:
        if one is None:
            continue
        try:
            found.append(read(one))
        except _WRONG:
            broken += 1
    return PartialTuple.of(found, broken if counted else 0)


def _model(kind: Any, own: type[Model]) -> Reader:
    """Reads in C what can be read so, and the fields one by one where that fails."""
    at_once = not _is_prepared(own)

    def read(told: Any) -> Any:
        if at_once:
            try:
                return msgspec.convert(told, kind)
            except ValueError:  # of half of a character, too, which msgspec has no error of its own for
                pass
        if not isinstance(told, dict):
            raise WrongShape
        return own(**own.completed(_values(own.prepared(told), _fields(kind))))

    return read


@cache
def _fields(kind: Any) -> tuple[tuple[FieldInfo, Reader], ...]:
    return tuple((field, _reader(field.type)) for field in fields(kind))


def _values(told: dict[str, Any], reads: tuple[tuple[FieldInfo, Reader], ...]) -> dict[str, Any]:
    """The values of the fields that can be read. Raises WrongShape where a required one can't be."""
    values = {}
    for field, read in reads:
        try:
            values[field.name] = read(told[field.encode_name])
        except (KeyError, *_WRONG):
            if field.required:
                raise WrongShape(field.name) from None
    return values


def _in_parts(model: Any, text: bytes | str | Raw) -> Any:
    """A model of which each field is read from its own piece of the JSON."""
    own = get_origin(model) or model
    try:
        pieces = msgspec.json.decode(text, type=dict[str, Raw])
    except ValueError:
        return _reader(model)(json.loads(text if isinstance(text, str) else bytes(text)))
    if _is_prepared(own):
        return _reader(model)({name: json.loads(bytes(piece)) for name, piece in pieces.items()})
    return own(**own.completed(_values(pieces, _piece_fields(model))))


@cache
def _piece_fields(kind: Any) -> tuple[tuple[FieldInfo, Reader], ...]:
    return tuple((field, _of_piece(field.type)) for field in fields(kind))


def _of_piece(kind: Any) -> Reader:
    """How a value is read from its piece of JSON: the models of a list one by one."""
    read, listed = _reader(kind), _listed(kind)

    def read_piece(piece: Raw) -> Any:
        text = bytes(piece)
        if listed is None or not text.startswith(b"["):
            return read(json.loads(text))
        model, counted = listed
        told = [one for one in msgspec.json.decode(text, type=list[Raw]) if bytes(one) != b"null"]
        return _elements(told, partial(parsed_json, model), counted=counted)

    return read_piece


def _listed(kind: Any) -> tuple[type[Model], bool] | None:
    """The model that a list is of, and whether what can't be read in it counts; None for all else."""
    inner = get_args(kind)
    match inner[1:] if get_origin(kind) is Annotated else ():
        case (Whole(counted),):
            (model, *_) = get_args(inner[0])
            return (model, counted) if isinstance(model, type) and issubclass(model, Model) else None
    return None
