"""Values that a resume search takes: what no dictionary has is refused, what has no such name is ignored."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import Final

from hh_tui.demo.call import Call
from hh_tui.demo.careers import SCHOOLS
from hh_tui.demo.company import areas, countries
from hh_tui.demo.favourites import FOLDERS
from hh_tui.demo.industries import industry_ids
from hh_tui.demo.moments import MOSCOW
from hh_tui.demo.money import CURRENCIES
from hh_tui.demo.payloads.names import LICENCES, dictionary
from hh_tui.demo.places import districts, stations
from hh_tui.demo.professions import professions
from hh_tui.demo.refusal import bad_argument

DEPTH: Final = 2_000
"""How many people of a search are shown at most."""

MOST: Final = 100
"""The longest page."""

_NUMBER: Final = re.compile(r"\d{1,9}")
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
_FIELDS: Final = ("text.logic", "text.field", "text.period")


@dataclass(frozen=True, slots=True)
class Text:
    """One phrase, how and where it is looked for, and in which years of experience."""

    text: str
    logic: str = "all"
    fields: tuple[str, ...] = ("everywhere",)
    period: str = ""


def texts_of(call: Call) -> list[Text]:
    """Return the phrases of a search; Refusal where some have their three companions and some have not."""
    texts = call.all_asked("text")
    columns = [call.all_asked(name) for name in _FIELDS]
    if not any(columns):
        return [Text(one) for one in texts if one.strip()]
    for name, column in zip(_FIELDS, columns, strict=True):
        if len(column) != len(texts):
            raise bad_argument(name, "invalid")
    rows = zip(texts, *columns, strict=True)
    return [Text(text, logic, tuple(where.split(",")), period) for text, logic, where, period in rows]


def check_search(call: Call) -> None:
    """Refuse a search with a value that is none, or with parameters that exclude each other."""
    takes = _takes()
    for name, value in call.query:
        if name in takes and not takes[name](value):
            raise bad_argument(name, "invalid")
    texts_of(call)
    if call.asked("period") and (call.asked("date_from") or call.asked("date_to")):
        raise bad_argument("period", "invalid")
    if call.asked("date_to") and not call.asked("date_from"):
        raise bad_argument("date_to", "invalid")
    if call.asked("relocation") and not call.asked("area"):
        raise bad_argument("relocation", "invalid")
    if call.asked("folder") and call.asked("include_all_folders"):
        raise bad_argument("folder", "invalid")


def moment_of(text: str) -> datetime:
    """Return the moment that a date, or a date with a time, stands for."""
    if _DAY.fullmatch(text):
        return datetime.strptime(text, "%Y-%m-%d").replace(tzinfo=MOSCOW)
    return datetime.strptime(text, "%Y-%m-%dT%H:%M:%S%z")


@cache
def skills() -> dict[str, str]:
    """Return the skills that resumes name, by id."""
    names = sorted({skill for trade in professions() for skill in trade.skills})
    return {str(3_000 + place): name for place, name in enumerate(names)}


def skill_name(identifier: str) -> str:
    """Return the name of a skill."""
    return skills()[identifier]


@cache
def roles() -> dict[str, str]:
    """Return the professional roles by id."""
    return dict(trade.role for trade in professions())


def _is_moment(text: str) -> bool:
    try:
        moment_of(text)
    except ValueError:
        return False
    return True


@cache
def _takes() -> dict[str, Callable[[str], bool]]:
    """Return by parameter what tells its values from others."""
    places = {area.id for area in areas()} | set(countries())
    levels = set(dictionary("language_level"))
    closed: dict[str, set[str]] = {
        "area": places,
        "citizenship": set(countries()),
        "work_ticket": set(countries()),
        "currency": {currency.code for currency in CURRENCIES},
        "driver_license_types": set(LICENCES),
        "education_level": set(dictionary("education_level")),
        "education_levels": set(dictionary("education_level")),
        "experience": set(dictionary("experience")),
        "gender": set(dictionary("gender")),
        "language": {f"{name}.{level}" for name in dictionary("language") for level in levels},
        "relocation": set(dictionary("resume_search_relocation")),
        "label": set(dictionary("resume_search_label")),
        "order_by": set(dictionary("resume_search_order")),
        "text.logic": set(dictionary("resume_search_logic")),
        "text.period": set(dictionary("resume_search_experience_period")) | {""},
        "employment_form": set(dictionary("resume_employment_form")),
        "work_format": set(dictionary("resume_work_format")),
        "business_trip_readiness": set(dictionary("business_trip_readiness")),
        "job_search_status": set(dictionary("job_search_statuses_employer")),
        "employment": set(dictionary("employment")),
        "schedule": set(dictionary("schedule")),
        "metro": {key for one in stations() for key in (one.id, one.line.id)},
        "district": {one.id for one in districts()},
        "filter_exp_industry": set(industry_ids()),
        "filter_exp_period": set(dictionary("resume_search_experience_period")),
        "educational_institution": {school[0] for school in SCHOOLS},
        "folder": set(FOLDERS),
        "professional_role": set(roles()),
        "skill": set(skills()),
    }
    takes: dict[str, Callable[[str], bool]] = {name: values.__contains__ for name, values in closed.items()}
    fields = set(dictionary("resume_search_fields"))
    takes["text.field"] = lambda value: set(value.split(",")) <= fields
    numbers = ("age_from", "age_to", "salary_from", "salary_to", "period", "last_used_timestamp")
    takes |= dict.fromkeys(numbers, lambda value: _NUMBER.fullmatch(value.removesuffix(".0")) is not None)
    takes |= dict.fromkeys(("date_from", "date_to", "last_used"), _is_moment)
    flags = ("search_in_responses", "by_text_prefix", "include_all_folders", "with_job_search_status")
    takes |= dict.fromkeys(flags, ("true", "false").__contains__)
    return takes


def hour_of(moment: datetime) -> datetime:
    """Return the full hour before a moment: counters of new people are made that often."""
    return moment.astimezone(UTC).replace(minute=0, second=0, microsecond=0)
