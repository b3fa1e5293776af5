"""Filters kept for a vacancy, and the words for what they hold."""

from collections.abc import Mapping
from dataclasses import dataclass

from hh_tui.inbox.lists.saved_filters import SavedFilter


@dataclass(frozen=True, slots=True)
class SavedFiltersRecalled:
    """Those on the disk of this login, by vacancy."""

    saved: Mapping[str, tuple[SavedFilter, ...]]


@dataclass(frozen=True, slots=True)
class FiltersSaved:
    """The person keeps others for a vacancy."""

    vacancy_id: str
    saved: tuple[SavedFilter, ...]


@dataclass(frozen=True, slots=True)
class FiltersNamed:
    """Words for ids in filters, by parameter and id, that the form of filters has met."""

    names: Mapping[str, str]


FilterEvent = SavedFiltersRecalled | FiltersSaved | FiltersNamed
