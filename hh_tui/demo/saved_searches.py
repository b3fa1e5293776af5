"""Saved searches of the manager: their parameters, and when each was looked at last."""

from dataclasses import dataclass
from datetime import datetime, timedelta

Query = tuple[tuple[str, str], ...]

_BEGINNING: tuple[tuple[str, Query, int], ...] = (
    (
        "Python в Москве",
        (("text", "python"), ("area", "1"), ("period", "30"), ("order_by", "publication_time")),
        3,
    ),
    ("Бухгалтеры с опытом", (("professional_role", "18"), ("experience", "moreThan6"), ("period", "30")), 9),
)


@dataclass(slots=True)
class SavedSearch:
    """One saved search; ``looked_at`` is the moment since which people count as new."""

    id: str
    name: str
    query: Query
    created_at: datetime
    looked_at: datetime
    subscribed: bool = True


class SavedSearches:
    """All of them, in the order they were made; two are there from the start."""

    def __init__(self, began: datetime) -> None:
        self.all: list[SavedSearch] = []
        self._made = 0
        for name, query, days in _BEGINNING:
            self.add(query, began - timedelta(days=60)).looked_at = began - timedelta(days=days)
            self.all[-1].name = name

    def add(self, query: Query, now: datetime) -> SavedSearch:
        """Save a search; it is named after its words until somebody names it."""
        self._made += 1
        words = " ".join(value for name, value in query if name == "text")
        search = SavedSearch(str(609_500 + self._made), words or "Автопоиск", query, now, now)
        self.all.append(search)
        return search

    def find(self, identifier: str) -> SavedSearch | None:
        """Return the search of that id."""
        return next((one for one in self.all if one.id == identifier), None)
