"""Unread chats over all vacancies, as one or two requests tell of them: where to look for who wrote."""

from collections.abc import Iterable
from dataclasses import dataclass

from hh_tui.api.models import ListedChat, Vacancy


@dataclass(frozen=True, slots=True)
class UnreadChats:
    """How many chats are unread, and the vacancies of those that were read; `is_whole` where that is all.

    A chat is told to its participants only, and at first that is the manager of its vacancy.
    """

    count: int
    vacancy_ids: frozenset[str] = frozenset()
    is_whole: bool = True

    @classmethod
    def of(cls, chats: Iterable[ListedChat], count: int) -> "UnreadChats":
        """The chats that were read, of so many."""
        read = tuple(chats)
        ids = frozenset(one.vacancy_id for one in read if one.vacancy_id)
        return cls(count, ids, len(read) >= count)

    def first(self, vacancies: Iterable[Vacancy]) -> tuple[Vacancy, ...]:
        """The vacancies in their order, but those with an unread chat before all others."""
        return tuple(sorted(vacancies, key=lambda one: one.id not in self.vacancy_ids))

    def has_news(self, vacancy: Vacancy, manager_id: str | None) -> bool:
        """Whether somebody may have written about a vacancy.

        False only where the chats tell all of it: of a vacancy of one's own without an unread chat.
        """
        is_own = manager_id is not None and vacancy.manager is not None and vacancy.manager.id == manager_id
        return not (self.is_whole and is_own) or vacancy.id in self.vacancy_ids
