"""Who waits for an answer, over all vacancies: looked for quietly, read no further than one looks."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial

from textual import on, work
from textual.message import Message

from hh_tui.api.models import Negotiation, Page, Vacancy
from hh_tui.errors import AccountUnavailable, CaptchaRequired, HHError, NetworkError, NotAuthorized
from hh_tui.inbox.lists import awaiting_list
from hh_tui.inbox.lists.awaiting import WAITING, Portion, Queue, Source, sources, to_look_at
from hh_tui.inbox.snapshot.listing import Listing
from hh_tui.inbox.snapshot.previous_list import PreviousList
from hh_tui.inbox.snapshot.state import Inbox
from hh_tui.ui import events as heard
from hh_tui.ui.presenters import sidebar
from hh_tui.ui.screens.picking import PickingScreen
from hh_tui.ui.view import Level
from hh_tui.worker.session import Urgency

CORRECTIONS = 3
"""Pages asked for at most until a source gives its end: its counter can be out of date."""

_STOPS = (NotAuthorized, AccountUnavailable, CaptchaRequired, NetworkError)
"""Errors that every other vacancy would meet as well."""


@dataclass
class VacancyLooked(Message):
    """What one vacancy brought to the queue that began at `stamp`; None when it could not be looked at."""

    stamp: datetime
    portions: tuple[Portion, ...] | None


@dataclass
class PortionRead(Message):
    """One more page of a source."""

    stamp: datetime
    portion: Portion


@dataclass
class LookFailed(Message):
    """Looking on is of no use; why."""

    stamp: datetime
    error: HHError


class WaitingScreen(PickingScreen):
    """The list over all vacancies. Everything else works in it as in any other list."""

    _left: Listing | None = None
    _came_from: PreviousList | None = None
    _reading_on = False

    # Going there and back

    def action_waiting(self) -> None:
        """Everybody who waits for an answer, the one who waits longest first."""
        if self.inbox.vacancies is None:
            return
        if not self._is_waiting:
            self.remember_way()
            self.panes.let_go_of_list()
            self.inbox = awaiting_list.entered(self.inbox, self._left)
            self.entries(Level.VACANCIES).point_at(WAITING.collection_id)
        self.level = Level.LIST
        self.look_for_waiting()
        self._read_ahead()

    def look_for_waiting(self, *, anew: bool = False) -> None:
        """Look who waits, unless that is known well enough."""
        now, before = self.clock(), self.inbox.queue
        if before is not None and not anew and (before.is_looking or before.fresh(now)):
            return
        vacancies = to_look_at(self.inbox.vacancies or ())
        patience = timedelta(days=self.options.waiting_days)
        queue = (before or Queue(now, patience)).again(now, patience, len(vacancies))
        self._reading_on = False
        self._show_queue(queue)
        self.look_around(vacancies, queue.began_at)

    def remember_way(self) -> None:
        """Leaving a list of the server for one over all vacancies: this is where the way back leads."""
        self._came_from = PreviousList.of(self.inbox) or self._came_from

    def go_back_to_list(self) -> bool:
        """Out of a list over all vacancies into the list one came from; False where one is in none."""
        query, way = self.inbox.listing.query, self._came_from
        if query is None or not query.is_across:
            return False
        restored = way.restored(self.inbox) if way is not None else None
        if restored is not None and restored.listing.query is not None:
            self.panes.let_go_of_list()
            self.inbox = restored
            self.entries(Level.COLLECTIONS).point_at(restored.listing.query.url)
            self.refresh_list()
        elif self.inbox.vacancy_id is not None:
            vacancy_id = self.inbox.vacancy_id
            self.inbox = self.inbox.in_vacancy(vacancy_id)
            self.reads.board(vacancy_id)
        self.level = Level.LIST
        if self.focused is None:
            self.panes.target(self.states.state).focus()
        return True

    @property
    def _is_waiting(self) -> bool:
        return self.inbox.listing.query == WAITING

    def watch_inbox(self, before: Inbox, inbox: Inbox) -> None:
        """The queue's list is kept as it was left."""
        if before.listing.query == WAITING and inbox.listing.query != WAITING:
            self._left = before.listing if inbox.queue is not None else None
        super().watch_inbox(before, inbox)

    def choose(self, entry: sidebar.Entry | None) -> None:
        """The queue is a line of the left column."""
        if entry is not None and entry.sort is sidebar.Sort.WAITING:
            self.action_waiting()
        else:
            super().choose(entry)

    def _enter_vacancy(self, vacancy_id: str) -> None:
        query = self.inbox.listing.query
        across = query is not None and query.is_across
        if across and vacancy_id == self.inbox.vacancy_id:
            self.go_back_to_list()
        else:
            super()._enter_vacancy(vacancy_id)

    def action_back(self) -> None:
        """The first press stops the looking and what was found stays; the next one leads back."""
        queue = self.inbox.queue
        if self._is_waiting and self.level is Level.LIST and queue is not None and queue.is_looking:
            self.workers.cancel_group(self, "waiting")
            self._show_queue(replace(queue, stopped=True))
            self.say("waiting.stopped", looked=queue.looked, n=queue.vacancies)
        elif self.level is not Level.LIST or self.inbox.search is not None or not self.go_back_to_list():
            super().action_back()

    def action_leave(self) -> None:
        """Out of a list over all vacancies first."""
        if self.level is Level.CANDIDATE or not self.go_back_to_list():
            super().action_leave()

    def action_refresh(self) -> None:
        """Look anew at every vacancy."""
        if not self._is_waiting:
            super().action_refresh()
            return
        self.reads.account(fatal=False)
        if self.inbox.vacancy_id is not None:
            self.reads.board(self.inbox.vacancy_id)
        self.look_for_waiting(anew=True)
        row = self.inbox.selected
        if self.level is Level.CANDIDATE and row is not None and row.id in self.inbox.threads:
            self.reads.thread(row.negotiation)

    # Reading

    @work(group="waiting", exclusive=True, exit_on_error=False)
    async def look_around(self, vacancies: tuple[Vacancy, ...], stamp: datetime) -> None:
        """Each vacancy in turn: its collections, then the end of every list where somebody can wait."""
        for vacancy in vacancies:
            portions: tuple[Portion, ...] | None = None
            try:
                board = await self.worker.read(partial(self.worker.client.board, vacancy.id), Urgency.SOON)
                portions = tuple([await self._portion(one) for one in sources(vacancy.id, board)])
            except _STOPS as error:
                self.post_message(LookFailed(stamp, error))
                return
            except HHError:
                pass
            self.post_message(VacancyLooked(stamp, portions))

    @work(group="waiting-page", exclusive=True, exit_on_error=False)
    async def read_on(self, source: Source, stamp: datetime) -> None:
        """The next page of a source."""
        try:
            portion = await self._portion(source)
        except HHError as error:
            self.post_message(LookFailed(stamp, error))
        else:
            self.post_message(PortionRead(stamp, portion))

    async def _portion(self, source: Source) -> Portion:
        after = source
        for _ in range(CORRECTIONS):
            page = await self.worker.read(self._page_of(after), Urgency.SOON)
            after = after.read(page)
            if page.items or after.page is None:
                return Portion(source, after, page.items)
        return Portion(source, replace(after, page=None), ())

    def _page_of(self, source: Source) -> Callable[[], Awaitable[Page[Negotiation]]]:
        return partial(
            self.worker.client.negotiations,
            source.query.url,
            source.page or 0,
            filters=source.filters,
            order_by=source.order,
        )

    def _read_ahead(self, seen: int = 0) -> None:
        if not self._is_waiting:
            super()._read_ahead(seen)
            return
        listing = self.inbox.listing
        if listing.error is None and self.inbox.wants_page(seen):
            self.read_further()

    def read_further(self) -> bool:
        """Read the next page of whoever waits longest among those not known; whether one is on its way."""
        queue = self.inbox.queue
        if queue is None or queue.is_looking:
            return False
        source = queue.next_source
        if source is not None and not self._reading_on:
            self._reading_on = True
            self.read_on(source, queue.began_at)
        return self._reading_on

    # What reads bring

    def vacancy_looked(self, message: VacancyLooked) -> None:
        """One vacancy more; at the end, say how many could not be looked at."""
        queue = self.inbox.queue
        if queue is None or queue.began_at != message.stamp or queue.stopped:
            return
        self.online = True
        queue = queue.with_vacancy(message.portions, self.clock())
        self._show_queue(queue)
        if not queue.is_looking:
            if queue.failed:
                self.say("waiting.failed", n=queue.failed)
            self._read_ahead()

    def portion_read(self, message: PortionRead) -> None:
        """More of those who wait less."""
        queue = self.inbox.queue
        if queue is None or queue.began_at != message.stamp:
            return
        self._reading_on = False
        self._show_queue(queue.with_portion(message.portion, self.clock()))
        self._read_ahead()

    @on(LookFailed)
    def look_failed(self, message: LookFailed) -> None:
        """Say why; what was found stays, and a refresh looks again."""
        queue = self.inbox.queue
        if queue is None or queue.began_at != message.stamp:
            return
        self._reading_on = False
        self._show_queue(replace(queue, stopped=True))
        self.post_message(heard.ReadFailed(message.error, query=WAITING))

    def _show_queue(self, queue: Queue) -> None:
        if not len(queue.visible()):
            self.panes.let_go_of_list()
        self.inbox = awaiting_list.lined_up(self.inbox, queue)
        if self._is_waiting and self.focused is None and self.level is Level.LIST:
            self.panes.target(self.states.state).focus()
