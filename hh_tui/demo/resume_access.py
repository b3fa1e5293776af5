"""What the employer has bought of the resume base, and what of it was spent today."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final

from hh_tui.demo.moments import MOSCOW
from hh_tui.demo.reluctance import A_DAY

DAILY_LIMIT: Final = 500
"""Resumes a manager may look at in a day."""

Key = tuple[int, int]


@dataclass(slots=True)
class ResumeAccess:
    """Whether the base may be searched, and how much a day holds.

    A view is spent once for each resume and day; `contacts` is the quota of contacts that the manager may
    still open, `invitations` how many can be sent in a day.
    """

    search: bool = True
    views: int = DAILY_LIMIT
    contacts: int = 100
    invitations: int = A_DAY
    viewed: set[Key] = field(default_factory=set)
    """Everybody whose resume was looked at, on any day."""
    _days: dict[date, set[Key]] = field(default_factory=dict)

    def spent(self, now: datetime) -> int:
        """Return how many views today has cost."""
        return len(self._today(now))

    def may_view(self, key: Key, now: datetime) -> bool:
        """Return whether a resume can be looked at: it was today already, or a view is left."""
        return key in self._today(now) or self.spent(now) < self.views

    def view(self, key: Key, now: datetime) -> None:
        """Spend a view, where this resume has cost none today."""
        self._today(now).add(key)
        self.viewed.add(key)

    def _today(self, now: datetime) -> set[Key]:
        return self._days.setdefault(now.astimezone(MOSCOW).date(), set())
