"""Keeping up with hh.ru: one request a minute, and what it leads to."""

from dataclasses import dataclass, replace
from functools import partial

from textual import on, work
from textual.message import Message

from hh_tui.api.limits import ACTIVE_PER_PAGE
from hh_tui.api.models import Board, Negotiation, Page, Vacancy
from hh_tui.errors import HHError, NetworkError, NotAuthorized
from hh_tui.inbox.decisions.outbox import Stage
from hh_tui.inbox.lists.counter_poll import with_counters
from hh_tui.inbox.lists.poll_schedule import Pulse, Round
from hh_tui.inbox.snapshot.freshness import with_arrivals, with_first_page
from hh_tui.inbox.snapshot.query import Query
from hh_tui.inbox.snapshot.state import Inbox
from hh_tui.ui import events as heard
from hh_tui.ui.dialogs.network import WorkingsPage
from hh_tui.ui.reads import page_of
from hh_tui.ui.screens.picking import PickingScreen
from hh_tui.ui.state_store import Ticked
from hh_tui.worker.session import Urgency

AGES = 30.0
"""Seconds after which ages are told anew."""


@dataclass
class CountersPolled(Message):
    """A page of vacancies with their counters, `asked` for in that snapshot."""

    asked: Inbox
    vacancies: Page[Vacancy]


@dataclass
class BoardPolled(Message):
    """The collections of the open vacancy."""

    asked: Inbox
    vacancy_id: str
    board: Board


@dataclass
class FirstPagePolled(Message):
    """The first page of the open list."""

    asked: Inbox
    query: Query
    page: Page[Negotiation]


@dataclass
class PollFailed(Message):
    """hh.ru did not answer, or said no: it is asked again later, without a word to the person."""

    error: HHError


class FollowingScreen(PickingScreen):
    """Polls while nobody asks. What a poll brings never moves the row under the cursor."""

    _pulse = Pulse()
    _round = Round()
    _now = 0.0
    _aged: float | None = None
    _behind = ""
    """The vacancy that changed while its list has not been read since."""

    def beat(self, now: float) -> None:
        """Time passes: show what takes long, tell ages anew, poll when it is time."""
        self._now = now
        self.states.dispatch(Ticked(now))
        self.forget_said(now)
        if self._aged is None:
            self._aged = now
        elif now - self._aged >= AGES:
            self._aged = now
            self.see(replace(self.lens, now=self.clock()))
        self.states.show(long_reads=self.worker.workings.long_reads)
        if self.opening.is_due(now):
            self.reads.account(fatal=False)
        if not self.outbox.frozen and self._pulse.is_due(now, focused=self.app.app_focus):
            self._poll_counters(now)

    def _poll_counters(self, now: float) -> None:
        inbox = self.inbox
        if inbox.account is None or inbox.account.employer is None or inbox.vacancies is None:
            return
        ids = [one.id for one in inbox.vacancies]
        home = ids.index(inbox.vacancy_id) // ACTIVE_PER_PAGE if inbox.vacancy_id in ids else 0
        number, self._round = self._round.going(home, -(-len(ids) // ACTIVE_PER_PAGE))
        self._pulse = self._pulse.beginning(now)
        self.poll_counters(inbox.account.employer.id, number, inbox)

    def watch_online(self) -> None:
        """The connection came or went: what waits for it must know."""
        super().watch_online()
        self.desk.connection(self.online)

    @work(group="poll", exclusive=True, exit_on_error=False)
    async def poll_counters(self, employer_id: str, number: int, asked: Inbox) -> None:
        """A page of vacancies with their counters."""
        try:
            page = await self.worker.read(
                partial(self.worker.client.active_vacancies_page, employer_id, number),
                Urgency.IDLE,
                what="vacancies",
            )
        except HHError as error:
            self.post_message(PollFailed(error))
        else:
            self.post_message(CountersPolled(asked, page))

    @work(group="poll-list", exclusive=True, exit_on_error=False)
    async def poll_list(self, vacancy_id: str, query: Query, asked: Inbox) -> None:
        """The collections of the open vacancy, and the first page of the open list."""
        client = self.worker.client
        try:
            board = await self.worker.read(partial(client.board, vacancy_id), Urgency.IDLE, what="board")
            self.post_message(BoardPolled(asked, vacancy_id, board))
            page = await self.worker.read(partial(page_of, client, query, 0), Urgency.IDLE, what="page")
            self.post_message(FirstPagePolled(asked, query, page))
        except HHError as error:
            self.post_message(PollFailed(error))

    def counters_read(self) -> None:
        """All counters are fresh: the next poll is a minute away."""
        self._pulse = self._pulse.beginning(self._now).answered()

    def counters_polled(self, message: CountersPolled) -> None:
        """Counters in place; where the open vacancy changed, its list is read as well."""
        self._pulse = self._pulse.answered()
        self.online = True
        keep = self._touched(message.asked)
        self.inbox, news, changed = with_counters(self.inbox, message.asked, message.vacancies.items, keep)
        if news:
            self.post_message(heard.NewsCame(news))
        vacancy_id, query = self.inbox.vacancy_id, self.inbox.listing.query
        if vacancy_id is None or query is None or query.is_across:
            return
        if changed or self._behind == vacancy_id:
            self._behind = vacancy_id
            self.poll_list(vacancy_id, query, self.inbox)

    def _touched(self, asked: Inbox) -> frozenset[str]:
        """Vacancies with a doing of ours that the server may have counted already, or not yet."""
        here = {self.inbox.vacancy_id or "", asked.vacancy_id or ""}
        under_way = {
            entry.operation.source.vacancy_id
            for entry in self.outbox.entries
            if entry.stage in {Stage.SENDING, Stage.UNKNOWN}
        }
        reading = any(thread.loading for thread in self.inbox.threads.values())
        return frozenset(under_way | here if reading or self.inbox.epoch != asked.epoch else under_way)

    @on(BoardPolled)
    def board_polled(self, message: BoardPolled) -> None:
        """The counters of the collections, unless they changed here since they were asked for."""
        if self.inbox.board is message.asked.board and message.vacancy_id not in self._touched(message.asked):
            self.inbox = self.inbox.with_board(message.vacancy_id, message.board)

    def first_page_polled(self, message: FirstPagePolled) -> None:
        """Rows are renewed where they stand, newcomers wait to be asked in."""
        self.inbox = with_first_page(self.inbox, message.asked, message.query, message.page, self.clock())
        if self._behind not in self._touched(message.asked):
            self._behind = ""

    @on(PollFailed)
    def poll_failed(self, message: PollFailed) -> None:
        """Ask less often; the connection may be lost, or the login."""
        self._pulse = self._pulse.failed()
        if isinstance(message.error, NetworkError):
            self.online = False
        if isinstance(message.error, NotAuthorized):
            self.desk.freeze(message.error)

    def action_show_new(self) -> None:
        """Put newcomers in their places; where there are more than one page of them, read the list anew."""
        arrivals = self.inbox.listing.arrivals
        if not arrivals:
            self.say("new.none", key=self.keys("refresh"))
        elif arrivals.more:
            self.action_refresh()
        else:
            self.inbox = with_arrivals(self.inbox)
            self.say("new.shown", n=len(arrivals))

    def action_worker(self) -> None:
        """What is on its way to hh.ru, and what went wrong."""
        self.app.push_screen(WorkingsPage(self.lens, lambda: self.worker.workings))
