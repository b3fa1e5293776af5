"""The ground all models stand on: clean text, tolerant fields, times in UTC.

hh.ru adds fields and values without notice and sends null where an object was promised. Only what a model
can't exist without (an id, mostly) is required; the rest is read tolerantly: a value of the wrong shape
counts as absent, a broken element of a list is left out, and the other ones are kept.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated, Any, Final, TypeVar, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from hh_tui.i18n.text import LONGEST_LINE, clean, one_line, short_line

T = TypeVar("T")

LONGEST_URL: Final = 16_384
"""Characters of an address; servers and the programs that open pages take fewer."""


class Model(BaseModel):
    """Base of all models: frozen, unknown fields ignored."""

    model_config = ConfigDict(frozen=True, extra="ignore", defer_build=True)


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


@dataclass(eq=False)
class _Or:
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


class _Items:
    """A tuple without its broken elements; nothing in the place of what is no list."""

    @staticmethod
    def __get_pydantic_core_schema__(source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        element = core_schema.with_default_schema(handler(get_args(source)[0]), on_error="omit")
        whole = core_schema.tuple_variable_schema(element)
        return core_schema.with_default_schema(whole, default=(), on_error="default")


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


class Named(Model):
    """A value of one of the server's dictionaries: an id and the words for it."""

    id: Id
    name: Line = ""


class Told(Model):
    """A value that the server may tell by its words alone, or by its id alone."""

    id: Maybe[Id] = None
    name: Line = ""
