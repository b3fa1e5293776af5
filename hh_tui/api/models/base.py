"""The ground all models stand on: clean text, tolerant fields, times in UTC.

hh.ru adds fields and values without notice and sends null where an object was promised. Only what a model
can't exist without (an id, mostly) is required. One rule holds for all other fields of all models: null and
a value of the wrong shape count as absence. In a list a null is no element; a broken element is left out, the
other ones are kept, and where it is a list that a person sees (`Listed`) it is counted.

A type says twice how a value is read. What msgspec reads in C is the plain type; a mark such as `Cleaned`
says what is made of the value once it is in a model, and of a value that C refuses (`reading`).
"""

import re
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from functools import cache, partial
from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, Final, TypeVar, Union, get_args, get_origin

from msgspec import Meta, Struct
from msgspec.structs import fields, force_setattr

from hh_tui.i18n.text import LONGEST_LINE, clean, one_line, short_line

T = TypeVar("T")

LONGEST_URL: Final = 16_384
"""Characters of an address; servers and the programs that open pages take fewer."""


class Model(Struct, frozen=True, omit_defaults=True, gc=False):
    """Base of all models: frozen, unknown fields ignored, null and wrong shapes read as absence.

    The collector of garbage does not look at models: they hold values and other models, so no circles.
    """

    def __post_init__(self) -> None:
        """Clean texts, take times to UTC. Raises ValueError for an id that is none, a time nobody means.

        A text that is the default becomes the default's own object: by that msgspec leaves it out of JSON.
        """
        for name, is_clean, cleaning, default in _cleaned_fields(type(self)):
            value = getattr(self, name)
            if value is default or (value != default and is_clean is not None and is_clean(value)):
                continue
            cleaned = default if value == default else cleaning(value)
            if cleaned is not value:
                force_setattr(self, name, cleaned)

    @classmethod
    def prepared(cls, told: dict[str, Any]) -> dict[str, Any]:
        """What was told, in the form that the fields are read from.

        A model that prepares must not be readable without it where another model holds it: that one is read
        in C with all that is in it.
        """
        return told

    @classmethod
    def completed(cls, values: dict[str, Any]) -> dict[str, Any]:
        """The values of fields read one by one, with those that follow from what was left out of them."""
        return values


class Cleaned(Struct, frozen=True):
    """Marks a type with what makes a value of it; that raises ValueError or TypeError where it can't.

    `is_clean` spares most texts that: whatever it holds of would stay as it is.
    """

    clean: Callable[[Any], Any]
    is_clean: Callable[[str], object] | None = None


class Before(Struct, frozen=True):
    """Marks a type with what turns a form that C refuses into the one that it is read from."""

    turn: Callable[[Any], Any]


class Absent(Struct, frozen=True):
    """Marks a type of which any other value is None."""


class Whole(Struct, frozen=True):
    """Marks a list without its broken elements, an empty one where there is none; `counted` counts them."""

    counted: bool


@cache
def _cleaned_fields(model: type[Model]) -> tuple[tuple[str, Any, Callable[[Any], Any], Any], ...]:
    """The fields of a model in which C leaves something to do: what spares it, what does it, the default."""
    found = ((one, _cleaning(one.type)) for one in fields(model))
    return tuple((one.name, mark.is_clean, mark.clean, one.default) for one, mark in found if mark)


def _cleaning(kind: Any) -> Cleaned | None:
    """What cleans a value of a type, None where there is nothing to clean: numbers, models."""
    origin, inner = get_origin(kind), get_args(kind)
    if origin is Annotated:
        mark = next((one for one in inner[1:] if isinstance(one, Cleaned)), None)
        if mark is None:
            return _cleaning(inner[0])
        return mark if {str, datetime} & {inner[0], *get_args(inner[0])} else None
    if origin in (Union, UnionType):
        found = [mark for one in inner if (mark := _cleaning(one))]
        return _where_any(found[0], alone=len(inner) == 2) if found else None
    if origin is tuple and (mark := _cleaning(inner[0])):
        return Cleaned(partial(_each, mark))
    if origin is dict and (mark := _cleaning(inner[1])):
        return Cleaned(lambda values: {name: mark.clean(value) for name, value in values.items()})
    return None


def _where_any(mark: Cleaned, *, alone: bool) -> Cleaned:
    """The same for a value that can be None, which is the default then, and for one that can be a model."""
    return mark if alone else Cleaned(lambda value: mark.clean(value) if isinstance(value, str) else value)


def _each(mark: Cleaned, values: tuple[Any, ...]) -> tuple[Any, ...]:
    if mark.is_clean is not None and all(map(mark.is_clean, values)):
        return values
    return tuple(map(mark.clean, values))


def _text(value: Any) -> str:
    return clean(_string(value))


def _line(value: Any) -> str:
    return short_line(_string(value))


def _url(value: Any) -> str:
    return url if len(url := one_line(_string(value))) <= LONGEST_URL else ""


def _string(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("a text is a string")
    return value


def _identifier(value: Any) -> str:
    """Ids come as strings and, on some objects, as numbers."""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, str) and 0 < len(line := one_line(value)) <= LONGEST_LINE:
        return line
    raise ValueError("an id is a number or a string that is neither empty nor endless")


def _time(value: Any) -> datetime:
    """A moment with its offset, `2026-05-12T18:14:00+0300` or `…Z`, taken to UTC."""
    moment = value if isinstance(value, datetime) else datetime.fromisoformat(_string(value).strip())
    if moment.tzinfo is None:
        raise ValueError("a time has an offset")
    if not 1970 <= moment.year < 2200 or not 1970 <= (moment := moment.astimezone(UTC)).year < 2200:
        raise ValueError("a time nobody means")
    return moment


def _flag(value: Any) -> bool:
    return value is True


def _switch(value: Any) -> bool:
    return value is not False


def _count(value: Any) -> int:
    if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value < 10**12:
        return int(value)
    return 0


def _number(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) < 10**12:
        raise ValueError("a number is a finite one of a size to be shown")
    return float(value)


class PartialTuple(tuple[T, ...]):
    """The elements of a list that could be read.

    `unreadable` is how many could not, `untold` how many more there are that the server did not tell.
    """

    unreadable: int = 0
    untold: int = 0

    @classmethod
    def of(cls, elements: Iterable[T], unreadable: int, untold: int = 0) -> tuple[T, ...]:
        """The elements as a tuple, as a plain one where nothing is missing."""
        if not (unreadable or untold):
            return tuple(elements)
        partial = cls(elements)
        partial.unreadable, partial.untold = unreadable, untold
        return partial


def broken_in(elements: object) -> int:
    """How many elements of a list could not be read."""
    return elements.unreadable if isinstance(elements, PartialTuple) else 0


def untold_in(elements: object) -> int:
    """How many elements of a list the server has and did not tell."""
    return elements.untold if isinstance(elements, PartialTuple) else 0


_SIGNS: Final = "!-~¡-¬®-˿Ѐ-҂Ҋ-ӿ–—‘’“”„•…‹›₠-₿№™←-⇿■-➿\U0001f300-\U0001faff"
"""Signs that need no cleaning, whatever stands beside them; most texts have no other ones."""

_LINE: Final = re.compile(rf"(?=.{{0,{LONGEST_LINE}}}\Z)(?:[{_SIGNS}]+(?: [{_SIGNS}]+)*)?").fullmatch
_TEXT: Final = re.compile(rf"[{_SIGNS} \n]*").fullmatch
_ID: Final = re.compile(rf"[!-~]{{1,{LONGEST_LINE}}}").fullmatch

Text = Annotated[str, Cleaned(_text, _TEXT)]
"""Clean text that may have several lines."""

Line = Annotated[str, Cleaned(_line, _LINE)]
"""Clean text on one line, of at most `LONGEST_LINE` characters."""

Url = Annotated[str, Cleaned(_url, _LINE)]
"""An address, never cut: empty where it is longer than `LONGEST_URL`."""

Id = Annotated[str, Cleaned(_identifier, _ID)]
"""An identifier, always a string here."""

if TYPE_CHECKING:
    NumberId = str
else:
    NumberId = Annotated[int | str, Cleaned(_identifier)]
"""An identifier that comes as a number mostly: read in C as that, a string once it is in the model."""

Time = Annotated[datetime, Meta(tz=True), Cleaned(_time)]
"""A moment in UTC."""

Flag = Annotated[bool, Cleaned(_flag)]
"""True only when the server says true."""

Switch = Annotated[bool, Cleaned(_switch)]
"""False only when the server says false."""

Count = Annotated[int, Meta(ge=0, lt=10**12), Cleaned(_count)]
"""How many: zero when the server gives no number."""

Number = Annotated[float, Meta(gt=-(10.0**12), lt=10.0**12), Cleaned(_number)]
"""A finite number."""

Maybe = Annotated[T | None, Absent()]
"""The value, or None when it is absent, null or of the wrong shape."""

Items = Annotated[tuple[T, ...], Whole(counted=False)]
"""A list of which broken elements are left out."""

Listed = Annotated[tuple[T, ...], Whole(counted=True)]
"""A list that a person sees: broken elements are left out, `broken_in` tells how many."""


class Named(Model, frozen=True):
    """A value of one of the server's dictionaries: an id and the words for it."""

    id: Id
    name: Line = ""


class ListModel(Model, frozen=True, kw_only=True):
    """A model with lists that a person sees; `unreadable` is how many elements of them could not be read."""

    unreadable: Count = 0

    @classmethod
    def completed(cls, values: dict[str, Any]) -> dict[str, Any]:
        """With what could not be read, counted over all lists, and the lists as plain ones."""
        if not any(isinstance(value, PartialTuple) for value in values.values()):
            return values
        plain = {name: tuple(one) if isinstance(one, PartialTuple) else one for name, one in values.items()}
        return {**plain, "unreadable": sum(broken_in(one) for one in values.values())}


class Told(Model, frozen=True):
    """A value that the server may tell by its words alone, or by its id alone."""

    id: Maybe[Id] = None
    name: Line = ""
