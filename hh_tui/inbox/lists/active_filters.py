"""Filters taken apart as a person sees them: what belongs together is set and removed together."""

from collections.abc import Mapping
from typing import Any, Final

from hh_tui.api.filters import NO_FILTERS, Filters
from hh_tui.api.models import Board, Collection
from hh_tui.inbox.snapshot.query import Query
from hh_tui.system.structs import replace

GROUPS: Final[Mapping[str, tuple[str, ...]]] = {
    "text": ("search_text",),
    "age": ("age_from", "age_to"),
    "area": ("area", "relocation"),
    "radius": ("search_radius_meters",),
    "experience": ("experience",),
    "education": ("education_level", "educational_institution"),
    "pay": ("salary_from", "salary_to", "currency"),
    "language": ("language",),
    "gender": ("gender",),
    "citizenship": ("citizenship",),
    "licence": ("driver_license_types",),
    "vehicle": ("show_only_with_vehicle",),
    "medical": ("show_only_with_medical_book",),
    "self-employed": ("show_only_with_self_employment",),
    "new": ("show_only_new", "show_only_new_responses"),
}
"""The fields of Filters by what they are about, in the order they are shown."""


def groups(filters: Filters) -> tuple[str, ...]:
    """What the filters are about."""
    return tuple(
        group
        for group, names in GROUPS.items()
        if any(getattr(filters, name) != getattr(NO_FILTERS, name) for name in names)
    )


def without(filters: Filters, group: str) -> Filters:
    """Without everything about that."""
    nothing: dict[str, Any] = {name: getattr(NO_FILTERS, name) for name in GROUPS[group]}
    return replace(filters, **nothing)


def problem_of(filters: Filters) -> str | None:
    """What the server would not understand: a span upside down, moving to nowhere; None when all is well."""
    if filters.age_from is not None and filters.age_to is not None and filters.age_from > filters.age_to:
        return "age"
    low, high = filters.salary_from, filters.salary_to
    if low is not None and high is not None and low > high:
        return "pay"
    return "relocation" if filters.relocation and not filters.area else None


def names_used(filters: Filters, names: Mapping[str, str]) -> dict[str, str]:
    """The words for the ids in the filters, by parameter and id."""
    used: dict[str, str] = {}
    for parameter in Filters.__struct_fields__:
        value = getattr(filters, parameter)
        for one in value if isinstance(value, tuple) else (value,):
            if (word := names.get(f"{parameter} {one}")) is not None:
                used[f"{parameter} {one}"] = word
    return used


def collection_of(board: Board | None, query: Query | None) -> Collection | None:
    """The collection that a query asks for, as the server describes it."""
    if board is None or query is None:
        return None
    listed = (*board.collections, *board.generated_collections)
    every = (one for whole in listed for one in (whole, *whole.sub_collections))
    return next((one for one in every if Query("", "", one.url).path == query.path), None)
