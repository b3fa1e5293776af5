"""The figures of the first line, kept fresh without being asked for."""

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from hh_tui.errors import HHError
from hh_tui.inbox.snapshot.dossier import Tab
from hh_tui.inbox.snapshot.view_budget import ViewBudget, is_view_limit
from hh_tui.ui.context import Context
from hh_tui.ui.events import (
    AccountLeft,
    Aged,
    DossierAsked,
    DossierFailed,
    Event,
    LoginChanged,
    ResumeSeen,
    StatisticsRead,
)
from hh_tui.ui.state_store import State
from hh_tui.worker.priority_semaphore import Urgency

if TYPE_CHECKING:
    from hh_tui.api.models import Statistics


class StatisticsRefresh:
    """Reads them when the list already stands, two requests that nobody waits for, and every half hour.

    The moment comes with the render context, twice a minute: a start costs nothing for them. Between two
    answers every resume that is opened takes one from the views.
    """

    def __init__(self, context: Context) -> None:
        self._context = context
        self._opened: set[str] = set()
        """Resumes of this account by their ids: each costs one view, however often it is read."""

    def on_event(self, event: Event, before: State, after: State) -> None:
        """Time has passed: the figures may be due. A resume is opened, or was not shown."""
        match event:
            case Aged() if after.inbox.listing.furthest >= 0:
                self.ask()
            case DossierAsked(tab=Tab.RESUME) if event.negotiation.resume is not None:
                self._spend(event.negotiation.resume.id)
            case ResumeSeen():
                self._spend(event.resume.id)
            case DossierFailed(tab=Tab.RESUME) if event.negotiation.resume is not None:
                self._refused(event.negotiation.resume.id, event.error)
            case LoginChanged() | AccountLeft():
                self._opened.clear()
            case _:
                pass

    def _spend(self, resume_id: str | None) -> None:
        """A view is being sent: a figure that was asked for before would be one too high."""
        if resume_id is None or resume_id in self._opened:
            return
        self._opened.add(resume_id)
        figures = self._context.view.statistics
        self._context.store.show(statistics=figures.having(figures.views.less_one()))

    def _refused(self, resume_id: str | None, error: HHError) -> None:
        """Whether it was counted is not known, unless none is left: it is asked when time passes next."""
        self._opened.discard(resume_id or "")
        figures = self._context.view.statistics
        if is_view_limit(error):
            figures = figures.having(figures.views.exhausted())
        self._context.store.show(statistics=figures.overdue())

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
