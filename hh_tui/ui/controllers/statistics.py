"""The figures of the first line, kept fresh without being asked for."""

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from hh_tui.errors import HHError
from hh_tui.inbox.snapshot.view_budget import ViewBudget
from hh_tui.ui.context import Context
from hh_tui.ui.events import Aged, Event, StatisticsRead
from hh_tui.ui.state_store import State
from hh_tui.worker.priority_semaphore import Urgency

if TYPE_CHECKING:
    from hh_tui.api.models import Statistics


class StatisticsRefresh:
    """Reads them when the list already stands, two requests that nobody waits for, and every half hour.

    The moment comes with the render context, twice a minute: a start costs nothing for them.
    """

    def __init__(self, context: Context) -> None:
        self._context = context

    def on_event(self, event: Event, before: State, after: State) -> None:
        """Time has passed: the figures may be due."""
        if isinstance(event, Aged) and after.inbox.listing.furthest >= 0:
            self.ask()

    def ask(self) -> None:
        """Ask for the figures where they are due."""
        context, figures, account = self._context, self._context.view.statistics, self._context.inbox.account
        if account is None or account.employer is None or account.manager is None:
            return
        if figures.due(context.clock()):
            context.store.show(statistics=figures.asked(context.clock()))
            read = partial(self._read, account.employer.id, account.manager.id)
            context.tasks.start(read, group="figures")

    async def _read(self, employer_id: str, manager_id: str) -> None:
        """Both answers, each on its own: one that is refused (not paid, another role) is left out.

        Views that somebody else was told of meanwhile, or has spent, are not overwritten.
        """
        session, client = self._context.session, self._context.session.client
        statistics: Statistics | None = None
        known, views = self._context.view.statistics.views, None
        with suppress(HHError):
            statistics = await session.read(
                partial(client.employer.manager_statistics, employer_id, manager_id), Urgency.SOON
            )
        with suppress(HHError):
            views = ViewBudget.of(
                await session.read(
                    partial(client.account.resume_limits, employer_id, manager_id), Urgency.SOON
                )
            )
        if self._context.view.statistics.views is not known:
            views = None
        self._context.post(StatisticsRead(manager_id, statistics, views))
