"""The ground all models stand on: clean text, tolerant fields, times in UTC.

hh.ru adds fields and values without notice and sends null where an object was promised. Only what a model
can't exist without (an id, mostly) is required. One rule holds for all other fields of all models: null and
a value of the wrong shape count as absence. In a list a null is no element; a broken element is left out, the
other ones are kept, and where it is a list that a person sees (`Listed`) it is counted.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from typing import Annotated, Any, Final, Self, TypeVar, get_args

from msgspec import Struct
from pydantic import BaseModel, BeforeValidator, ConfigDict, GetCoreSchemaHandler, model_validator
from pydantic_core import CoreSchema, core_schema

from hh_tui.i18n.text import LONGEST_LINE, clean, one_line, short_line

T = TypeVar("T")

LONGEST_URL: Final = 16_384
"""Characters of an address; servers and the programs that open pages take fewer."""


class Model(BaseModel):
    """Base of all models: frozen, unknown fields ignored, null and wrong shapes read as absence."""

    model_config = ConfigDict(frozen=True, extra="ignore", defer_build=True)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """The schema of the fields, each with a default falling back to it on any error."""
        schema = handler(cls)
        for field in _model_fields(handler.resolve_ref_schema(schema)):
            if field["schema"]["type"] == "default":
                field["schema"]["on_error"] = "default"
        return schema


def _model_fields(schema: Any) -> list[Any]:
    """The fields in the schema of a model, inside of its validators."""
    while schema["type"] != "model-fields":
        schema = schema["schema"]
    return list(schema["fields"].values())


def _text(value: Any) -> Any:
    return clean(value) if isinstance(value, str) else value


def _line(value: Any) -> Any:
    return short_line(value) if isinstance(value, str) else value


def _url(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    return url if len(url := one_line(value)) <= LONGEST_URL else ""


def _identifier(value: Any) -> str:
    """Ids come as strings and, on some objects, as numbers."""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, str) and 0 < len(line := one_line(value)) <= LONGEST_LINE:
        return line
    raise ValueError("an id is a number or a string that is neither empty nor endless")


def _time(value: Any) -> datetime:
    """A moment with its offset, `2026-05-12T18:14:00+0300` or `…Z`, taken to UTC."""
    if not isinstance(value, str):
        raise ValueError("a time is a string")
    moment = datetime.fromisoformat(value.strip())
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


def _number(value: Any) -> Any:
    if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) < 10**12:
        raise ValueError("a number is a finite one of a size to be shown")
    return value


class _Or(Struct, eq=False):
    """What is as it should be passes without a line of Python; anything else goes through `mended` first."""

    as_it_should_be: CoreSchema
    mended: Callable[[Any], Any]

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        schema = handler(source)
        mended = core_schema.no_info_before_validator_function(self.mended, schema)
        return core_schema.union_schema(
            [self.as_it_should_be, mended],
            mode="left_to_right",
            serialization=core_schema.simple_ser_schema(self.as_it_should_be["type"]),
        )


class _Maybe:
    """None in the place of a value of the wrong shape."""

    @staticmethod
    def __get_pydantic_core_schema__(source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.with_default_schema(handler(source), default=None, on_error="default")


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


def broken_in(elements: Sequence[object]) -> int:
    """How many elements of a list could not be read."""
    return elements.unreadable if isinstance(elements, PartialTuple) else 0


_BROKEN: Final = object()


def _listed(elements: tuple[Any, ...]) -> tuple[Any, ...]:
    """Without nulls and broken elements, the latter counted."""
    whole = tuple(one for one in elements if one is not None and one is not _BROKEN)
    if len(whole) == len(elements):
        return elements
    return PartialTuple.of(whole, sum(one is _BROKEN for one in elements))


class _Items:
    """A tuple without its broken elements; nothing in the place of what is no list."""

    @staticmethod
    def __get_pydantic_core_schema__(source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        element = core_schema.with_default_schema(handler(get_args(source)[0]), on_error="omit")
        whole = core_schema.tuple_variable_schema(element)
        return core_schema.with_default_schema(whole, default=(), on_error="default")


class _Listed:
    """A tuple without nulls and broken elements, a `PartialTuple` where there are any of the latter."""

    @staticmethod
    def __get_pydantic_core_schema__(source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        element = core_schema.nullable_schema(handler(get_args(source)[0]))
        whole = core_schema.tuple_variable_schema(
            core_schema.with_default_schema(element, default=_BROKEN, on_error="default")
        )
        return core_schema.no_info_after_validator_function(_listed, whole)


_SIGN: Final = "[!-~А-Яа-яЁё«»–—№]"
"""Signs that need no cleaning, whatever stands beside them; most texts have no other ones."""

_PLAIN: Final = core_schema.str_schema(
    pattern=rf"\A(?:{_SIGN}+(?: {_SIGN}+)*)?\z", max_length=LONGEST_LINE, strict=True
)
_PLAIN_ID: Final = core_schema.str_schema(pattern=r"\A[!-~]+\z", max_length=LONGEST_LINE, strict=True)
_BOOL: Final = core_schema.bool_schema(strict=True)
_NATURAL: Final = core_schema.int_schema(strict=True, ge=0, lt=10**12)

Text = Annotated[str, BeforeValidator(_text)]
"""Clean text that may have several lines."""

Line = Annotated[str, _Or(_PLAIN, _line)]
"""Clean text on one line, of at most `LONGEST_LINE` characters."""

Url = Annotated[str, _Or(_PLAIN, _url)]
"""An address, never cut: empty where it is longer than `LONGEST_URL`."""

Id = Annotated[str, _Or(_PLAIN_ID, _identifier)]
"""An identifier, always a string here."""

Time = Annotated[datetime, BeforeValidator(_time)]
"""A moment in UTC."""

Flag = Annotated[bool, _Or(_BOOL, _flag)]
"""True only when the server says true."""

Switch = Annotated[bool, _Or(_BOOL, _switch)]
"""False only when the server says false."""

Count = Annotated[int, _Or(_NATURAL, _count)]
"""How many: zero when the server gives no number."""

Number = Annotated[float, BeforeValidator(_number)]
"""A finite number."""

Maybe = Annotated[T | None, _Maybe]
"""The value, or None when it is absent, null or of the wrong shape."""

Items = Annotated[tuple[T, ...], _Items]
"""A list of which broken elements are left out."""

Listed = Annotated[tuple[T, ...], _Listed]
"""A list that a person sees: broken elements are left out, `broken_in` tells how many."""


class Named(Model):
    """A value of one of the server's dictionaries: an id and the words for it."""

    id: Id
    name: Line = ""


class ListModel(Model):
    """A model with lists that a person sees; `unreadable` is how many elements of them could not be read."""

    unreadable: Count = 0

    @model_validator(mode="after")
    def _count(self) -> Self:
        broken = sum(broken_in(value) for value in self.__dict__.values() if isinstance(value, PartialTuple))
        return self.model_copy(update={"unreadable": broken}) if broken else self


class Told(Model):
    """A value that the server may tell by its words alone, or by its id alone."""

    id: Maybe[Id] = None
    name: Line = ""
