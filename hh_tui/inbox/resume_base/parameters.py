"""What a search of the resume base can be set to: hh.ru's own values, with words for them."""

from collections.abc import Mapping
from typing import Final

from hh_tui.api.models import Dictionaries
from hh_tui.inbox.lists.choices import CURRENCY, Choice, choice, of_entries

ORDER: Final = "order_by"
FIELD: Final = "text.field"
LOGIC: Final = "text.logic"
YEARS: Final = "text.period"

TEXT: Final = "text"
METRO: Final = "metro"
DISTRICT: Final = "district"
VACANCY: Final = "vacancy_id"
INDUSTRY: Final = "filter_exp_industry"
INDUSTRY_YEARS: Final = "filter_exp_period"

SINGLE: Final = frozenset(
    {LOGIC, YEARS, "relocation", "currency", "gender", "period", ORDER, INDUSTRY_YEARS, VACANCY}
)
"""Parameters that take one value."""

TICKS: Final = ("search_in_responses", "include_all_folders")
"""Parameters that are asked for or not."""

FOLDER: Final = "folder"
"""Folders of favourites, by the numbers that hh.ru's page of them shows: no operation lists them."""

SPANS: Final[Mapping[str, tuple[str, str]]] = {
    "pay": ("salary_from", "salary_to"),
    "age": ("age_from", "age_to"),
}
"""Fields of two numbers."""

FORM: Final = (
    TEXT, FIELD, LOGIC, YEARS, "area", "relocation", METRO, DISTRICT, "professional_role", "skill",
    "experience", "pay", "currency", "period", ORDER, VACANCY, "employment_form", "work_format",
    "business_trip_readiness", "job_search_status", "language", "education_levels", "educational_institution",
    INDUSTRY, INDUSTRY_YEARS, "age", "gender", "driver_license_types", "citizenship", "work_ticket", "label",
    FOLDER, *TICKS,
)  # fmt: skip
"""Fields of the form, the usual ones first."""

PLACES: Final = (METRO, DISTRICT)
"""Parameters whose values lie in areas."""

DIRECTORIES: Final = frozenset({METRO, DISTRICT, INDUSTRY, "citizenship", "work_ticket"})
"""Parameters with a directory of their own, long enough to be read only for somebody who wants it."""

BOXES: Final = tuple(one for one in FORM if one not in {TEXT, FOLDER, *SPANS, *TICKS})
"""Fields of values, of which hh.ru has or completes a list."""

DICTIONARIES: Final[Mapping[str, tuple[str, ...]]] = {
    FIELD: ("resume_search_fields",),
    LOGIC: ("resume_search_logic",),
    YEARS: ("resume_search_experience_period",),
    ORDER: ("resume_search_order",),
    "relocation": ("resume_search_relocation",),
    "experience": ("experience",),
    "employment_form": ("resume_employment_form", "employment_form"),
    "work_format": ("resume_work_format", "work_format"),
    "business_trip_readiness": ("business_trip_readiness",),
    "education_levels": ("education_level",),
    "job_search_status": ("job_search_statuses_employer",),
    INDUSTRY_YEARS: ("resume_search_experience_period",),
    "gender": ("gender",),
    "label": ("resume_search_label",),
    "driver_license_types": ("driver_license_types",),
}
"""The dictionaries of get-dictionaries with the values of a parameter; the first one that is there counts."""

SUGGESTED: Final[Mapping[str, str]] = {
    "area": "areas",
    "professional_role": "professional_roles",
    "skill": "skill_set",
    "educational_institution": "educational_institutions",
}
"""Parameters whose values are found by typing: the last part of the path of their suggests."""

PERIODS: Final = (1, 3, 7, 14, 30, 90, 365)
"""Days since a resume was changed that are offered; hh.ru takes any number."""


def of_search(dictionaries: Dictionaries) -> dict[str, tuple[Choice, ...]]:
    """The values of all parameters that have a dictionary; nothing for those that hh.ru does not list."""
    found: dict[str, tuple[Choice, ...]] = {}
    for parameter, names in DICTIONARIES.items():
        listed = (dictionaries.entries(name) for name in names)
        found[parameter] = next((of_entries(entries) for entries in listed if entries), ())
    codes = tuple(choice(one.id, one.name, one.id) for one in dictionaries.entries(CURRENCY))
    return found | {CURRENCY: codes}
