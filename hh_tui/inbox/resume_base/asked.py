"""Whom one looks for, as a form has it: the query, and words for the ids in it."""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any, Final
from urllib.parse import parse_qsl

from msgspec import Struct, field

from hh_tui.api.resume_query import ALL_WORDS, EVERYWHERE, Phrase, ResumeQuery
from hh_tui.inbox.lists.choices import Choice
from hh_tui.inbox.resume_base.parameters import FIELD, LOGIC, TEXT, YEARS

_NUMBER: Final = re.compile(r"\d+")
_BETWEEN: Final = re.compile(r"[\s;]+|,(?=[a-z]+://|\s|$)")
"""What stands between several folders; a comma inside of an address does not."""
_FOLDER: Final = "folder"
_HOST: Final = re.compile(r"[\w-]+(\.[\w-]+)*\.[a-z]+(:\d+)?/", re.IGNORECASE)
_OF_WORDS: Final = frozenset({TEXT, FIELD, LOGIC, YEARS})


class Asked(Struct, frozen=True):
    """`names` are by parameter and id, with a blank between: `area 1`.

    `left` names parameters of a saved search that no field is about: a search that is changed goes without.
    """

    query: ResumeQuery = field(default_factory=ResumeQuery)
    names: Mapping[str, str] = field(default_factory=dict)
    left: tuple[str, ...] = ()


def asked_for(
    begun: Asked, chosen: Mapping[str, Sequence[Choice]], single: frozenset[str], **more: Any
) -> Asked:
    """What the values `chosen` by parameter ask for; what no field is about stays as it `begun`."""
    values: dict[str, Any] = dict(more)
    for parameter, choices in chosen.items():
        ids = tuple(one.id for one in choices)
        if parameter not in _OF_WORDS:
            values[parameter] = next(iter(ids), None) if parameter in single else ids
    values["period"] = int(values["period"]) if values.get("period") else None
    fields, how, years = (tuple(one.id for one in chosen.get(name, ())) for name in (FIELD, LOGIC, YEARS))
    logic, period = next(iter(how), ALL_WORDS), next(iter(years), "")
    values["phrases"] = tuple(
        Phrase(one.id, logic, fields or (EVERYWHERE,), period) for one in chosen.get(TEXT, ())
    )
    names = {f"{parameter} {one.id}": one.name for parameter, found in chosen.items() for one in found}
    return Asked(begun.query.changed(**values), {**begun.names, **names})


def values_of(query: ResumeQuery, parameter: str) -> tuple[str, ...]:
    """The ids that a query has for a parameter; those of phrases are the ones of the first."""
    if parameter in (FIELD, LOGIC, YEARS):
        if not query.phrases or query.phrases[0].is_plain:
            return ()
        first = query.phrases[0]
        told = {FIELD: first.fields, LOGIC: (first.logic,), YEARS: (first.period,) if first.period else ()}
        return told[parameter]
    value = getattr(query, parameter)
    return value if isinstance(value, tuple) else () if value is None else (str(value),)


def unnamed(asked: Asked, parameter: str) -> tuple[str, ...]:
    """The ids of a parameter whose words nobody has told yet."""
    ids = values_of(asked.query, parameter)
    return tuple(one for one in ids if f"{parameter} {one}" not in asked.names)


def folders_in(typed: str) -> tuple[str, ...]:
    """The numbers of folders in what was typed: numbers by themselves, and those of addresses.

    Of an address they are the values of parameters that name a folder, else the number behind the part of the
    path that does, else the `id` of such a path: pages, vacancies and other numbers that it holds are none.
    """
    found: list[str] = []
    for piece in _BETWEEN.split(typed):
        found += _of_address(piece) if _is_address(piece) else _NUMBER.findall(piece)
    return tuple(dict.fromkeys(found))


def _is_address(piece: str) -> bool:
    """Whether it has a scheme, a host, a parameter or a path of folders; `1/2` has none of them."""
    return any(sign in piece.casefold() for sign in ("://", "=", _FOLDER)) or _HOST.match(piece) is not None


def _of_address(address: str) -> list[str]:
    path, _, query = address.partition("#")[0].partition("?")
    if not query and "/" not in path:
        path, query = "", path
    told = parse_qsl(query)
    if named := _numbers_of(value for name, value in told if _FOLDER in name.casefold()):
        return named
    pairs = pairwise(part for part in path.split("/") if part)
    behind = [number for name, number in pairs if _FOLDER in name.casefold() and _NUMBER.fullmatch(number)]
    if behind or _FOLDER not in path.casefold():
        return behind[-1:]
    return _numbers_of(value for name, value in told if name.casefold() == "id")


def _numbers_of(values: Iterable[str]) -> list[str]:
    return [number for value in values for number in _NUMBER.findall(value)]


def problem_of(query: ResumeQuery) -> str | None:
    """What hh.ru would not understand: a span upside down, moving to nowhere, years of no industry.

    None when all is well.
    """
    low, high = query.salary_from, query.salary_to
    if low is not None and high is not None and low > high:
        return "pay"
    low, high = query.age_from, query.age_to
    if low is not None and high is not None and low > high:
        return "age"
    if query.filter_exp_period and not query.filter_exp_industry:
        return "industry"
    if query.folder and query.include_all_folders:
        return "folder"
    return "relocation" if query.relocation and not query.area else None
