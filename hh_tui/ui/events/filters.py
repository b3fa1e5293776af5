"""Filters kept for a vacancy, and the words for what they hold."""

from collections.abc import Mapping

from hh_tui.inbox.lists.saved_filters import SavedFilter
from hh_tui.ui.events.event import Event


class SavedFiltersRecalled(Event, frozen=True):
    """Those on the disk of this login, by vacancy."""

    saved: Mapping[str, tuple[SavedFilter, ...]]


class FiltersSaved(Event, frozen=True):
    """The person keeps others for a vacancy."""

    vacancy_id: str
    saved: tuple[SavedFilter, ...]


class FiltersNamed(Event, frozen=True):
    """Words for ids in filters, by parameter and id, that the form of filters has met."""

    names: Mapping[str, str]


FilterEvent = SavedFiltersRecalled | FiltersSaved | FiltersNamed
