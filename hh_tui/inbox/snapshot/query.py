"""What a list shows."""

from typing import Final
from urllib.parse import urlsplit

from msgspec import Struct

from hh_tui.api.filters import NO_FILTERS, Filters
from hh_tui.system.structs import replace

_FRESH: Final = "response"
_CALLS: Final = "phone_calls"
"""The two collections that get-collection-negotiations-list tells apart by the last part of the address."""


class Query(Struct, frozen=True):
    """One collection of one vacancy, by the address the server gave for it, narrowed down by `filters`.

    `order` is the id of one of the collection's order types; without it the server takes the vacancy's own.
    """

    vacancy_id: str
    collection_id: str
    url: str
    filters: Filters = NO_FILTERS
    order: str = ""

    @property
    def is_across(self) -> bool:
        """Whether it is a list of ours over all vacancies, which has no address on the server."""
        return not self.vacancy_id

    @property
    def wants_letters(self) -> bool:
        """Whether it is where those stand who wait for a letter of ours."""
        return self.is_across and self.collection_id == "waiting"

    @property
    def keeps_scheduled(self) -> bool:
        """Whether it is where those stand for whom something is scheduled."""
        return self.is_across and self.collection_id == "snoozed"

    @property
    def path(self) -> str:
        """The address without origin and query: what tells collections apart."""
        return urlsplit(self.url).path.rstrip("/")

    def narrowed(self, filters: Filters) -> "Query":
        """The same collection with these filters in place of the ones before."""
        return replace(self, filters=filters)

    @property
    def takes_filters(self) -> bool:
        """Whether the server heeds filters here: the collection of phone calls takes none."""
        return not self.is_across and not self._ends_in(_CALLS)

    @property
    def new_flag(self) -> str:
        """Which parameter asks for new ones only: not viewed yet, or with unread messages."""
        return "show_only_new_responses" if self._ends_in(_FRESH) else "show_only_new"

    def _ends_in(self, name: str) -> bool:
        return self.path.rpartition("/")[2] == name
