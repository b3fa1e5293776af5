"""How we answer, in figures: the manager's last 30 days and the resume views left today."""

from datetime import datetime, timedelta
from fractions import Fraction
from math import ceil
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from hh_tui.api.models import Account
from hh_tui.inbox.snapshot.view_budget import ViewBudget
from hh_tui.system.structs import replace

if TYPE_CHECKING:
    from hh_tui.api.models import Statistics

LASTING: Final = timedelta(minutes=30)
"""How long figures are shown before they are read anew."""

GOOD_SHARE: Final = 70
"""Percent answered from which employers count as polite on hh.ru."""

FEW_VIEWS: Final = 20
"""Resume views left from which on one has to mind them."""


class StatisticsSnapshot(Struct, frozen=True):
    """What hh.ru counts of us (get-negotiations-statistics-manager, get-employer-manager-limits).

    `asked_at` is when they were asked for last, in UTC; what hh.ru does not tell (a paid method, another
    role, no answers yet) is None and shown nowhere.
    """

    statistics: "Statistics | None" = None
    views: ViewBudget = ViewBudget()
    """By the newest answer, whoever asked for it."""
    asked_at: datetime | None = None
    manager_id: str = ""
    """Whose figures they are, or will be."""

    def asked(self, at: datetime) -> "StatisticsSnapshot":
        """With the figures asked for."""
        return replace(self, asked_at=at)

    def overdue(self) -> "StatisticsSnapshot":
        """With the figures to be asked for at the next moment."""
        return replace(self, asked_at=None)

    def of_account(self, account: Account) -> "StatisticsSnapshot":
        """Who we are is known: another person, or another working account, has other figures."""
        manager_id = _manager_id(account)
        return self if manager_id == self.manager_id else StatisticsSnapshot(manager_id=manager_id)

    def read(
        self,
        account: Account | None,
        manager_id: str,
        told: "Statistics | None",
        views: ViewBudget | None,
    ) -> "StatisticsSnapshot":
        """With what was told of a manager, unless `account` is somebody else by now.

        Views that were not told, or by an older answer than those known, stay as they are.
        """
        if account is None or not manager_id or _manager_id(account) != manager_id:
            return self
        return replace(self, statistics=told, views=self.views if views is None else views)

    def having(self, views: ViewBudget) -> "StatisticsSnapshot":
        """With what is left by now."""
        return replace(self, views=views)

    def due(self, now: datetime) -> bool:
        """Whether they are to be asked for again; also after the machine's clock was set back."""
        return self.asked_at is None or not timedelta() <= now - self.asked_at < LASTING

    @property
    def index(self) -> int | None:
        """The politeness index."""
        politeness = self.statistics.politeness if self.statistics else None
        return None if politeness is None else round(politeness.index)

    @property
    def views_left(self) -> int | None:
        """Resume views left today."""
        return None if self.views.left is None else max(0, self.views.left)

    @property
    def few_views(self) -> bool:
        """Whether the views left are so few that they matter more than any other figure."""
        return self.views_left is not None and self.views_left <= FEW_VIEWS

    def answers_to(self, share: int = GOOD_SHARE) -> int | None:
        """How many answers are missing until `share` percent of the 30 days' responses are answered.

        Reckoned from the percentage, which hh.ru rounds: true to within a percent of the responses.
        """
        told = self.statistics
        if told is None or told.replied_percent is None or not told.received:
            return None
        missing = (Fraction(share) - Fraction(told.replied_percent)) * told.received / 100
        return max(0, ceil(missing))


def _manager_id(account: Account) -> str:
    return account.manager.id if account.manager else ""
