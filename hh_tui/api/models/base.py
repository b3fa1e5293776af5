"""The ground all models stand on: clean text, tolerant fields, times in UTC.

hh.ru adds fields and values without notice and sends null where an object was promised. Only what a model
can't exist without (an id, mostly) is required; the rest is read tolerantly: a value of the wrong shape
counts as absent, a broken element of a list is left out, and the other ones are kept.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError, WrapValidator

from hh_tui.text import clean, one_line

T = TypeVar("T")


class Model(BaseModel):
    """Base of all models: frozen, unknown fields ignored."""

    model_config = ConfigDict(frozen=True, extra="ignore", defer_build=True)


def _text(value: Any) -> Any:
    return clean(value) if isinstance(value, str) else value


def _line(value: Any) -> Any:
    return one_line(value) if isinstance(value, str) else value


def _identifier(value: Any) -> str:
    """Ids come as strings and, on some objects, as numbers."""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, str) and (line := one_line(value)):
        return line
    raise ValueError("an id is a non-empty string or a number")


def _time(value: Any) -> datetime:
    """A moment with its offset, `2026-05-12T18:14:00+0300` or `…Z`, taken to UTC."""
    if not isinstance(value, str):
        raise ValueError("a time is a string")
    moment = datetime.fromisoformat(value.strip())
    if moment.tzinfo is None:
        raise ValueError("a time has an offset")
    if not 1970 <= moment.year < 2200:
        raise ValueError("a time nobody means")
    return moment.astimezone(UTC)


def _tolerant(value: Any, handler: Callable[[Any], Any]) -> Any:
    try:
        return handler(value)
    except ValidationError:
        return None


def _elements(value: Any, handler: Callable[[Any], tuple[Any, ...]]) -> tuple[Any, ...]:
    """The list without its broken elements; anything but a list counts as empty."""
    if not isinstance(value, list | tuple):
        return ()
    try:
        return handler(value)
    except ValidationError:
        kept: list[Any] = []
        for element in value:
            try:
                kept.extend(handler([element]))
            except ValidationError:
                continue
        return tuple(kept)


def _flag(value: Any) -> bool:
    return value is True


def _switch(value: Any) -> bool:
    return value is not False


def _count(value: Any) -> int:
    if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value < 10**12:
        return int(value)
    return 0


def _number(value: Any) -> Any:
    if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) < 10**12:
        raise ValueError("a number is a finite one of a size to be shown")
    return value


Text = Annotated[str, BeforeValidator(_text)]
"""Clean text that may have several lines."""

Line = Annotated[str, BeforeValidator(_line)]
"""Clean text on one line."""

Id = Annotated[str, BeforeValidator(_identifier)]
"""An identifier, always a string here."""

Time = Annotated[datetime, BeforeValidator(_time)]
"""A moment in UTC."""

Flag = Annotated[bool, BeforeValidator(_flag)]
"""True only when the server says true."""

Switch = Annotated[bool, BeforeValidator(_switch)]
"""False only when the server says false."""

Count = Annotated[int, BeforeValidator(_count)]
"""How many: zero when the server gives no number."""

Number = Annotated[float, BeforeValidator(_number)]
"""A finite number."""

Maybe = Annotated[T | None, WrapValidator(_tolerant)]
"""The value, or None when it is absent, null or of the wrong shape."""

Items = Annotated[tuple[T, ...], WrapValidator(_elements)]
"""A list of which broken elements are left out."""


class Named(Model):
    """A value of one of the server's dictionaries: an id and the words for it."""

    id: Id
    name: Line = ""


class Told(Model):
    """A value that the server may tell by its words alone, or by its id alone."""

    id: Maybe[Id] = None
    name: Line = ""
