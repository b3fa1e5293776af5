"""At a glance: the figures of the first line, kept fresh without being asked for."""

from contextlib import suppress
from dataclasses import dataclass
from functools import partial

from textual import on, work
from textual.content import Content
from textual.message import Message

from hh_tui.api.models import ResumeLimits, Statistics
from hh_tui.errors import HHError
from hh_tui.inbox.snapshot.statistics import Figures
from hh_tui.ui import events as heard
from hh_tui.ui.presenters import statistics as told
from hh_tui.ui.presenters.render_context import Lens
from hh_tui.ui.screens.keeping import KeepingScreen
from hh_tui.worker.session import Urgency


@dataclass
class FiguresRead(Message):
    """What hh.ru counts of us; None for what it does not tell. `account` is whom it was asked for."""

    account: str
    statistics: Statistics | None
    limits: ResumeLimits | None


class GlancingScreen(KeepingScreen):
    """Figures are read when the list already stands, two requests that nobody waits for, and every half hour.

    The moment comes with the lens, twice a minute: a start costs nothing for them.
    """

    _whose = ""

    def see(self, lens: Lens) -> None:
        """Time has passed: the figures may be due."""
        super().see(lens)
        if self.inbox.listing.furthest >= 0:
            self.count_up()

    def count_up(self) -> None:
        """Ask for the figures where they are due."""
        account = self.inbox.account
        if account is None or account.employer is None or account.manager is None:
            return
        if self.figures.due(self.clock()):
            statistics, limits = self.figures.statistics, self.figures.limits
            self.figures = Figures(statistics, limits, self.clock())
            self.read_figures(account.employer.id, account.manager.id)

    @work(group="figures", exclusive=True, exit_on_error=False)
    async def read_figures(self, employer_id: str, manager_id: str) -> None:
        """Both answers, each on its own: one that is refused (not paid, another role) is left out."""
        client = self.worker.client
        statistics: Statistics | None = None
        limits: ResumeLimits | None = None
        with suppress(HHError):
            statistics = await self.worker.read(
                partial(client.manager_statistics, employer_id, manager_id), Urgency.SOON
            )
        with suppress(HHError):
            limits = await self.worker.read(
                partial(client.resume_limits, employer_id, manager_id), Urgency.SOON
            )
        self.post_message(FiguresRead(manager_id, statistics, limits))

    @on(FiguresRead)
    def figures_read(self, message: FiguresRead) -> None:
        """Show them, unless they are somebody else's by now."""
        account = self.inbox.account
        if account is not None and account.manager is not None and account.manager.id == message.account:
            self.figures = Figures(message.statistics, message.limits, self.figures.asked_at)

    def figures_of_whom(self, message: heard.AccountRead) -> None:
        """Another person, or another working account, has other figures."""
        manager = message.account.manager
        whose = manager.id if manager else ""
        if whose != self._whose:
            self._whose, self.figures = whose, Figures()

    def watch_figures(self) -> None:
        """Show them in the first line."""
        if self._standing:
            self._show_edges()

    def _aside(self, room: int) -> Content:
        return told.fitting(told.parts(self.lens, self.figures), room)
