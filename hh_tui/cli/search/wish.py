"""What was typed behind `hh-tui search`, and the query it stands for: names become ids of hh.ru."""

from collections.abc import Callable, Sequence
from typing import Any, Final

from msgspec import Struct

from hh_tui.api.client import HHClient
from hh_tui.api.resume_query import EVERYWHERE, Phrase, ResumeQuery
from hh_tui.api.resume_search import SuggestKind
from hh_tui.errors import NoSuchValue, NothingSuggested, SeveralValues
from hh_tui.i18n.text import folded
from hh_tui.inbox.lists.choices import LEVELS, Choice, choice, of_entries, of_languages
from hh_tui.inbox.resume_base.directories import of_districts, of_industries, of_metro, within
from hh_tui.inbox.resume_base.parameters import (
    DIRECTORIES,
    DISTRICT,
    FIELD,
    FOLDER,
    INDUSTRY,
    INDUSTRY_YEARS,
    LOGIC,
    METRO,
    ORDER,
    SUGGESTED,
    TICKS,
    YEARS,
    of_search,
)

TOLD: Final = 3
"""Values that are named where several fit."""


class SearchWish(Struct, frozen=True, kw_only=True):
    """Words, ids or names, as they were typed; each field but the first ones is a parameter of a query.

    `where`, `how` and `years` say in which parts of a resume, how, and in which years the words are looked
    for.
    """

    text: str = ""
    where: tuple[str, ...] = ()
    how: str = ""
    years: str = ""
    order_by: str = ""
    area: tuple[str, ...] = ()
    relocation: str = ""
    metro: tuple[str, ...] = ()
    district: tuple[str, ...] = ()
    salary_from: int | None = None
    salary_to: int | None = None
    currency: str = ""
    experience: tuple[str, ...] = ()
    filter_exp_industry: tuple[str, ...] = ()
    filter_exp_period: str = ""
    professional_role: tuple[str, ...] = ()
    skill: tuple[str, ...] = ()
    language: tuple[str, ...] = ()
    employment_form: tuple[str, ...] = ()
    work_format: tuple[str, ...] = ()
    business_trip_readiness: tuple[str, ...] = ()
    job_search_status: tuple[str, ...] = ()
    education_levels: tuple[str, ...] = ()
    educational_institution: tuple[str, ...] = ()
    gender: str = ""
    driver_license_types: tuple[str, ...] = ()
    citizenship: tuple[str, ...] = ()
    work_ticket: tuple[str, ...] = ()
    label: tuple[str, ...] = ()
    age_from: int | None = None
    age_to: int | None = None
    period: int | None = None
    search_in_responses: bool = False
    include_all_folders: bool = False
    folder: tuple[str, ...] = ()
    resume: str = ""
    vacancy_id: str = ""


_OF_WORDS: Final = frozenset({"text", "where", "how", "years"})
_AS_TYPED: Final = frozenset(
    {"salary_from", "salary_to", "age_from", "age_to", "period", "resume", "vacancy_id", FOLDER, *TICKS}
)


async def query_of(client: HHClient, wish: SearchWish) -> ResumeQuery:
    """The query; dictionaries and suggests are asked only for what was typed. Raises HHError.

    NoSuchValue, NothingSuggested and SeveralValues name the option whose value is none, or more than one.
    """
    named = {name: getattr(wish, name) for name in wish.__struct_fields__ if name not in _OF_WORDS}
    values: dict[str, Any] = {
        name: value for name, value in named.items() if value not in ("", (), None) and value is not False
    }
    words = {FIELD: wish.where, LOGIC: wish.how, YEARS: wish.years}
    choices = await _choices(client, {*values, *(name for name, value in words.items() if value)})
    for name in sorted(values, key=lambda one: one in DIRECTORIES):
        value = values[name]
        if name in SUGGESTED:
            values[name] = tuple([await _suggested(client, name, one) for one in value])
        elif name in DIRECTORIES:
            values[name] = await _of_directory(client, name, value, values.get("area", ()))
        elif name in _AS_TYPED:
            continue
        elif isinstance(value, tuple):
            values[name] = tuple(_one(name, one, choices.get(name, ())) for one in value)
        elif isinstance(value, str):
            values[name] = _one(name, value, choices.get(name, ()))
    where = tuple(_one(FIELD, one, choices.get(FIELD, ())) for one in wish.where)
    how = _one(LOGIC, wish.how, choices.get(LOGIC, ())) if wish.how else "all"
    years = _one(YEARS, wish.years, choices.get(YEARS, ())) if wish.years else ""
    phrases = (Phrase(wish.text, how, where or (EVERYWHERE,), years),) if wish.text else ()
    return ResumeQuery(phrases=phrases, **values)


async def _choices(client: HHClient, wanted: set[str]) -> dict[str, tuple[Choice, ...]]:
    """The values of those of the parameters that have a dictionary; no request where there is none."""
    plain = DIRECTORIES | set(SUGGESTED) | _AS_TYPED
    if not wanted - plain:
        return {}
    dictionaries = await client.dictionaries.all()
    found = of_search(dictionaries)
    if "language" in wanted:
        spoken = await client.dictionaries.languages()
        found["language"] = of_languages(spoken, dictionaries.entries(LEVELS))
    return found


async def _of_directory(
    client: HHClient, parameter: str, typed: Sequence[str], areas: Sequence[str]
) -> tuple[str, ...]:
    """Ids of what was typed, out of the parameter's directory; what lies in an area, of these `areas`."""
    read = client.dictionaries
    if parameter == METRO:
        choices = within(of_metro(await read.metro()), areas)
    elif parameter == DISTRICT:
        choices = within(of_districts(await read.districts()), areas)
    elif parameter == INDUSTRY:
        choices = of_industries(await read.industries())
    else:
        choices = of_entries(await read.countries())
    return tuple(_one(parameter, one, choices) for one in typed)


async def _suggested(client: HHClient, parameter: str, typed: str) -> str:
    """An id as it is; the id of a name by the suggests."""
    if typed.isascii() and typed.isdigit():
        return typed
    found = await client.resume_search.suggest(SuggestKind(SUGGESTED[parameter]), typed)
    if not found:
        raise NothingSuggested(option=OPTIONS[parameter], value=typed)
    return _one(parameter, typed, [choice(one.id, one.text) for one in found if one.id])


def _one(parameter: str, typed: str, choices: Sequence[Choice]) -> str:
    """The id of the one value that was typed: by its id, its whole name, or a part of that."""
    wanted = folded(typed)
    fits: tuple[Callable[[Choice], bool], ...] = (
        lambda one: folded(one.id) == wanted,
        lambda one: folded(one.name) == wanted,
        lambda one: wanted in folded(one.name),
    )
    found = next((found for fit in fits if (found := [one for one in choices if fit(one)])), [])
    if len(found) == 1:
        return found[0].id
    some = "; ".join(f"{_told(one)} ({one.id})" for one in (found or choices)[:TOLD])
    option = OPTIONS[parameter]
    if found:
        raise SeveralValues(option=option, value=typed, n=len(found), some=some)
    raise NoSuchValue(option=option, value=typed, some=some)


def _told(value: Choice) -> str:
    """Its name, with what tells it apart from others of that name."""
    return f"{value.name}, {value.detail}" if value.detail else value.name


OPTIONS: Final = {
    FIELD: "--in",
    LOGIC: "--words",
    YEARS: "--years",
    ORDER: "--order",
    "area": "--area",
    METRO: "--metro",
    DISTRICT: "--district",
    INDUSTRY: "--industry",
    INDUSTRY_YEARS: "--industry-years",
    "education_levels": "--education",
    "educational_institution": "--school",
    "gender": "--gender",
    "driver_license_types": "--licence",
    "citizenship": "--citizenship",
    "work_ticket": "--work-permit",
    "relocation": "--relocation",
    "currency": "--currency",
    "experience": "--experience",
    "professional_role": "--role",
    "skill": "--skill",
    "language": "--language",
    "employment_form": "--employment",
    "work_format": "--work-format",
    "business_trip_readiness": "--trips",
    "job_search_status": "--status",
    "label": "--only",
}
"""The options by the parameters they stand for."""
