"""One page of a list."""

from typing import Generic, TypeVar

from hh_tui.api.models.base import Count, Listed, ListModel, Maybe, Model, Named

T = TypeVar("T", bound=Model)


class Page(ListModel, Generic[T], frozen=True):
    """The envelope of every paged answer; `page` counts from 0, `found` is the whole list's length.

    `hidden_count` is how many negotiations of the list hh.ru does not show to this manager.
    """

    items: Listed[T]
    found: Count = 0
    page: Count = 0
    pages: Count = 0
    per_page: Count = 0
    hidden_count: Count = 0
    ordered_by: Maybe[Named] = None

    @property
    def is_last(self) -> bool:
        """Whether nothing follows this page."""
        return self.page + 1 >= self.pages
