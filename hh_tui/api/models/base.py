"""The ground all models stand on: clean text, tolerant fields, times in UTC.

hh.ru adds fields and values without notice and sends null where an object was promised. Only what a model
can't exist without (an id, mostly) is required. One rule holds for all other fields of all models: null and
a value of the wrong shape count as absence. In a list a null is no element; a broken element is left out, the
other ones are kept, and where it is a list that a person sees (`Listed`) it is counted.

A type says twice how a value is read: by what msgspec checks in C, which values that are as they should be
pass, and by a mark such as `Mended` for the other ones (`hh_tui.api.models.reading`).
"""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import Annotated, Any, Final, TypeVar

from msgspec import Meta, Struct
from msgspec.structs import force_setattr

from hh_tui.i18n.text import LONGEST_LINE, clean, one_line, short_line

T = TypeVar("T")

LONGEST_URL: Final = 16_384
"""Characters of an address; servers and the programs that open pages take fewer."""


class Model(Struct, frozen=True, omit_defaults=True, gc=False):
    """Base of all models: frozen, unknown fields ignored, null and wrong shapes read as absence.

    The collector of garbage does not look at models: they hold values and other models, so no circles.
    """

    @classmethod
    def prepared(cls, told: dict[str, Any]) -> dict[str, Any]:
        """What was told, in the form that the fields are read from."""
        return told

    @classmethod
    def completed(cls, values: dict[str, Any]) -> dict[str, Any]:
        """The values of the fields, with those that follow from other ones."""
        return values


class Mended(Struct, frozen=True):
    """Marks a type with what makes a value of it; raises ValueError or TypeError where it can't."""

    mend: Callable[[Any], Any]


class Before(Struct, frozen=True):
    """Marks a type with what turns some other form into the one that it is read from."""

    turn: Callable[[Any], Any]


class Absent(Struct, frozen=True):
    """Marks a type of which any other value is None."""


class Whole(Struct, frozen=True):
    """Marks a list without its broken elements, an empty one where there is none; `counted` counts them."""

    counted: bool


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
    """The elements of a list that could be read; `unreadable` is how many could not."""

    unreadable: int = 0

    @classmethod
    def of(cls, elements: Iterable[T], unreadable: int) -> tuple[T, ...]:
        """The elements as a tuple, as a plain one where nothing is missing."""
        if not unreadable:
            return tuple(elements)
        partial = cls(elements)
        partial.unreadable = unreadable
        return partial


def broken_in(elements: object) -> int:
    """How many elements of a list could not be read."""
    return elements.unreadable if isinstance(elements, PartialTuple) else 0


_SIGNS: Final = "!-~¡-¬®-˿Ѐ-҂Ҋ-ӿ–—‘’“”„•…‹›₠-₿№™←-⇿■-➿\U0001f300-\U0001faff"
"""Signs that need no cleaning, whatever stands beside them; most texts have no other ones."""

_PLAIN: Final = Meta(pattern=rf"\A(?:[{_SIGNS}]+(?: [{_SIGNS}]+)*)?\Z", max_length=LONGEST_LINE)
_PLAIN_TEXT: Final = Meta(pattern=rf"\A[{_SIGNS} \n]*\Z")
_PLAIN_ID: Final = Meta(pattern=r"\A[!-~]+\Z", max_length=LONGEST_LINE)

Text = Annotated[str, _PLAIN_TEXT, Mended(_text)]
"""Clean text that may have several lines."""

Line = Annotated[str, _PLAIN, Mended(_line)]
"""Clean text on one line, of at most `LONGEST_LINE` characters."""

Url = Annotated[str, _PLAIN, Mended(_url)]
"""An address, never cut: empty where it is longer than `LONGEST_URL`."""

Id = Annotated[str, _PLAIN_ID, Mended(_identifier)]
"""An identifier, always a string here."""

NumberId = Annotated[int | Annotated[str, _PLAIN_ID], Mended(_identifier)]
"""An identifier that is a number mostly, for a model that makes a string of it."""

Time = Annotated[datetime, Meta(tz=True), Mended(_time)]
"""A moment in UTC, for `to_utc` in the model that has it."""

Flag = Annotated[bool, Mended(_flag)]
"""True only when the server says true."""

Switch = Annotated[bool, Mended(_switch)]
"""False only when the server says false."""

Count = Annotated[int, Meta(ge=0, lt=10**12), Mended(_count)]
"""How many: zero when the server gives no number."""

Number = Annotated[float, Meta(gt=-(10.0**12), lt=10.0**12), Mended(_number)]
"""A finite number."""

Maybe = Annotated[T | None, Absent()]
"""The value, or None when it is absent, null or of the wrong shape."""

Items = Annotated[tuple[T, ...], Whole(counted=False)]
"""A list of which broken elements are left out."""

Listed = Annotated[tuple[T, ...], Whole(counted=True)]
"""A list that a person sees: broken elements are left out, `broken_in` tells how many."""


def to_utc(model: Model, *names: str) -> None:
    """Takes times of a model that is being made to UTC: msgspec reads them with the offset they came with.

    Raises ValueError for one that nobody means.
    """
    for name in names:
        if (moment := getattr(model, name)) is not None:
            force_setattr(model, name, _time(moment))


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
