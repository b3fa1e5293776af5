"""The way to the page of politeness, and from there to whom an answer is owed."""

from hh_tui.inbox.snapshot.state import Inbox
from hh_tui.ui.controllers.statistics import StatisticsRefresh
from hh_tui.ui.dialogs.picker import Item
from hh_tui.ui.dialogs.response_rate import PolitenessPage
from hh_tui.ui.presenters import response_rate
from hh_tui.ui.presenters import statistics as told
from hh_tui.ui.presenters.candidate import dotted
from hh_tui.ui.screens.picking import PickingScreen

ENOUGH = 20
"""Candidates to answer that the page has at once."""

PAGES = 40
"""Pages read for it at most."""


class PoliteScreen(PickingScreen):
    """Figures in words, and the queue of those who were never answered."""

    statistics: StatisticsRefresh
    _page: PolitenessPage | None = None
    _pages_left = 0

    def action_politeness(self) -> None:
        """Tell the figures, and look whom to answer."""
        if self.inbox.account is None or self.inbox.vacancies is None:
            return
        self.statistics.ask()
        self.awaiting_reply.look()
        self._page, self._pages_left = PolitenessPage(self.lens.tr), PAGES
        self._tell()
        self.app.push_screen(self._page, self._politely)

    def _politely(self, negotiation_id: str | None) -> None:
        self._page = None
        if negotiation_id is not None:
            self.awaiting_reply.open_at(negotiation_id)

    def watch_inbox(self, before: Inbox, inbox: Inbox) -> None:
        """The page follows the queue while it is looked for."""
        super().watch_inbox(before, inbox)
        if before.queue is not inbox.queue or before.pending is not inbox.pending:
            self._tell()

    def watch_figures(self) -> None:
        """The page has them, too."""
        super().watch_figures()
        self._tell()

    def _read_enough(self, known: int) -> bool:
        """Read on where few are known: those who wait longest came too long ago to count.

        Whether a page is on its way.
        """
        if known >= ENOUGH or self._pages_left <= 0:
            return False
        if not self.awaiting_reply.is_reading_on:
            self._pages_left -= 1
        return self.awaiting_reply.read_further()

    def _tell(self) -> None:
        if self._page is None:
            return
        tr, queue = self.lens.tr, self.inbox.queue
        names = {one.id: one.name for one in self.inbox.all_vacancies}
        items = []
        for waiter in response_rate.owed(self.lens, self.inbox):
            time, label = response_rate.line(self.lens, waiter, names.get(waiter.home.vacancy_id, ""))
            items.append(Item(waiter.id, label, time))
        whole = queue is not None and queue.is_whole
        count = tr("polite.whom", n=len(items), shown=f"{len(items)}{'' if whole else '+'}") if items else ""
        on_its_way = self._read_enough(len(items))
        if not items and queue is not None and not queue.is_looking:
            nobody = tr("polite.nobody", n=self.options.waiting_days) if whole else tr("polite.nobody-yet")
            count = tr("list.loading") if on_its_way else nobody
        looked = queue is not None and queue.looked < queue.vacancies
        progress = tr("waiting.looked", looked=queue.looked, n=queue.vacancies) if queue and looked else ""
        self._page.tell(told.in_words(self.lens, self.figures), dotted((count, progress)), items)
