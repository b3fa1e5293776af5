"""One page of a list."""

from typing import Any, Generic, TypeVar

from pydantic import BaseModel

from hh_tui.api.models.base import Count, Listed, ListModel, Maybe, Named

T = TypeVar("T", bound=BaseModel)


class Page(ListModel, Generic[T]):
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

    @classmethod
    def read(cls, payload: Any) -> "Page[T]":
        """The page in a decoded answer; raises pydantic's ValidationError when it is no object."""
        return cls.model_validate(payload)
