"""Unread chats over all vacancies, as one or two requests tell of them: where to look for who wrote."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from msgspec import Struct

from hh_tui.api.models import Vacancy

if TYPE_CHECKING:
    from hh_tui.api.models import ListedChat


class UnreadChats(Struct, frozen=True):
    """How many chats with candidates are unread, and the vacancies of those that were read.

    A chat is told to its participants only: a vacancy that is not named may have unread ones, too.
    """

    count: int
    vacancy_ids: frozenset[str] = frozenset()

    @classmethod
    def of(cls, chats: "Iterable[ListedChat]", count: int) -> "UnreadChats":
        """The chats that were read, of so many; those that are no candidate's count for nothing."""
        every = tuple(chats)
        others = sum(not one.is_of_candidate for one in every)
        ids = frozenset(one.vacancy_id for one in every if one.vacancy_id and one.is_of_candidate)
        return cls(max(0, count - others), ids)

    def first(self, vacancies: Iterable[Vacancy]) -> tuple[Vacancy, ...]:
        """The vacancies in their order, but those with an unread chat before all others."""
        return tuple(sorted(vacancies, key=lambda one: one.id not in self.vacancy_ids))
