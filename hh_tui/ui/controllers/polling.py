"""Keeping up with hh.ru: one request a minute, and what it leads to."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from functools import partial

from hh_tui.api.models import Vacancy
from hh_tui.errors import HHError
from hh_tui.inbox.lists.counter_poll import has_list_changed, news_of, touched
from hh_tui.inbox.lists.poll_schedule import PageRotation, PollSchedule
from hh_tui.inbox.lists.vacancy_scope import CounterPage, counter_pages
from hh_tui.inbox.snapshot.opening import Opening
from hh_tui.inbox.snapshot.query import Query
from hh_tui.inbox.snapshot.state import Inbox
from hh_tui.system.structs import replace
from hh_tui.ui.commands import Handler
from hh_tui.ui.context import Context
from hh_tui.ui.events import (
    AccountRead,
    Aged,
    BoardPolled,
    ChunkSent,
    CountersPolled,
    Event,
    FirstPagePolled,
    ListRefreshed,
    ListUnchanged,
    NewcomersPlaced,
    PageRead,
    PollFailed,
    Ticked,
    WriteCarriedOut,
)
from hh_tui.ui.presenters.errors import explain
from hh_tui.ui.reads import page_of
from hh_tui.ui.state_store import State
from hh_tui.worker.priority_semaphore import Urgency

AGES = 30.0
"""Seconds after which ages are told anew."""


class Polling:
    """Asks while nobody asks. What a poll brings never moves the row under the cursor.

    `opening` says when to ask again who we are; `refresh` reads everything in sight anew.
    """

    def __init__(self, context: Context, opening: Opening, refresh: Callable[[], object]) -> None:
        self._context = context
        self._opening = opening
        self._refresh = refresh
        self._schedule = PollSchedule()
        self._round = PageRotation()
        self._now = 0.0
        self._aged: float | None = None
        self._behind = ""
        """The vacancy that changed while its list has not been read since."""
        self._decided: Counter[str] = Counter()
        """How many decisions of ours no counters have told of yet, by vacancy."""

    def commands(self) -> Mapping[str, Handler]:
        """What this controller does, by command id."""
        return {"show-new": self.show_new, "worker": self.show_network}

    def on_event(self, event: Event, before: State, after: State) -> None:
        """Time passes; the connection came or went, and what waits for it must know."""
        match event:
            case Ticked():
                self._tick(event.now)
            case AccountRead():
                # All counters are fresh: the next poll is a minute away.
                self._schedule = self._schedule.beginning(self._now).answered()
                self._account_read(event, before.inbox, after)
            case ListRefreshed() | PageRead() if _is_from_top(event, after.inbox):
                self._behind = ""
            case CountersPolled():
                self._counters_polled(event, before.inbox, after)
            case WriteCarriedOut() | ChunkSent():
                self._decided += _decided_in(event)
            case FirstPagePolled():
                self._first_page_polled(event, after)
            case PollFailed():
                self._failed(event)
            case _:
                pass
        if before.view.online is not after.view.online:
            self._context.outbox.connection(after.view.online)

    def _tick(self, now: float) -> None:
        """Show what takes long or is not answered, tell ages anew, poll when it is time."""
        context = self._context
        self._now = now
        if self._aged is None:
            self._aged = now
        elif now - self._aged >= AGES:
            self._aged = now
            context.store.dispatch(Aged(replace(context.render_context, now=context.clock())))
        activity = context.session.network_activity
        context.store.show(long_reads=activity.long_reads, silence=activity.silent_seconds)
        if (unsaved := context.session.token_warning()) is not None:
            said = explain(context.render_context.tr, unsaved).sentence
            context.windows.notify(said, severity="warning", timeout=12)
        if self._opening.is_due(now):
            context.reads.account(fatal=False)
        if not context.writes.frozen and self._schedule.is_due(now, focused=context.windows.is_looked_at):
            self._poll_counters(now)

    def _poll_counters(self, now: float) -> None:
        inbox = self._context.inbox
        if inbox.account is None or inbox.account.employer is None or inbox.vacancies is None:
            return
        pages, home = counter_pages(inbox.scope, inbox.vacancies, inbox.vacancy_id)
        place, self._round = self._round.next_page(home, len(pages))
        self._schedule = self._schedule.beginning(now)
        read = partial(self._read_counters, inbox.account.employer.id, pages[place], inbox)
        self._context.tasks.start(read, group="poll")

    async def _read_counters(self, employer_id: str, place: CounterPage, asked: Inbox) -> None:
        """A page of vacancies with their counters."""
        session = self._context.session
        read = partial(
            session.client.vacancies.active_page,
            employer_id,
            place.number,
            manager_id=place.manager_id,
            department_id=asked.scope.department_id,
        )
        try:
            page = await session.read(read, Urgency.IDLE, what="vacancies")
        except HHError as error:
            self._context.post(PollFailed(error))
        else:
            self._context.post(CountersPolled(asked, page))

    async def _read_list(self, vacancy_id: str, query: Query, asked: Inbox) -> None:
        """The collections of the open vacancy, and the first page of the open list."""
        session, post = self._context.session, self._context.post
        client = session.client
        try:
            board = await session.read(
                partial(client.negotiations.board, vacancy_id), Urgency.IDLE, what="board"
            )
            post(BoardPolled(asked, vacancy_id, board))
            page = await session.read(partial(page_of, client, query, 0), Urgency.IDLE, what="page")
            post(FirstPagePolled(asked, query, page, self._context.clock()))
        except HHError as error:
            post(PollFailed(error))

    # What polls bring

    def _account_read(self, event: AccountRead, before: Inbox, state: State) -> None:
        """Where the open vacancy changed, its list is behind, unless it is read by the same refresh."""
        after, decided = state.inbox, self._decided
        self._tell_apart(_counted(event.vacancies) - touched(after, after, state.outbox))
        if has_list_changed(before, after, decided=decided):
            self._behind = after.vacancy_id or ""

    def _tell_apart(self, told: frozenset[str]) -> None:
        """The counters that were `told` have our decisions in them: what differs next is of others."""
        self._decided = Counter({one: n for one, n in self._decided.items() if one not in told})

    def _counters_polled(self, event: CountersPolled, before: Inbox, state: State) -> None:
        """Tell what is news; where the open vacancy changed, its list is read as well, else it is as new."""
        self._schedule, after = self._schedule.answered(), state.inbox
        if news := news_of(before, after):
            self._context.program.tell_news(news)
        told = _counted(event.vacancies.items) - touched(after, event.asked, state.outbox)
        decided = self._decided
        self._tell_apart(told)
        vacancy_id, query = after.vacancy_id, after.listing.query
        if vacancy_id is None or query is None or query.is_across:
            return
        if has_list_changed(before, after, decided=decided) or self._behind == vacancy_id:
            self._behind = vacancy_id
            read = partial(self._read_list, vacancy_id, query, self._context.inbox)
            self._context.tasks.start(read, group="poll-list")
        elif vacancy_id in told:
            self._context.store.dispatch(ListUnchanged(query, self._context.clock()))

    def _first_page_polled(self, message: FirstPagePolled, after: State) -> None:
        """The list is as new as its counters, unless something of ours was under way."""
        if self._behind not in touched(after.inbox, message.asked, after.outbox):
            self._behind = ""

    def _failed(self, message: PollFailed) -> None:
        """Ask less often; the login may be lost."""
        self._schedule = self._schedule.failed()
        self._context.locked_out(message.error)

    # Commands

    def show_new(self) -> None:
        """Put newcomers in their places; where there are more than one page of them, read the list anew."""
        context, arrivals = self._context, self._context.inbox.listing.arrivals
        if not arrivals:
            context.say("new.none", key=context.keys("refresh"))
        elif arrivals.more:
            self._refresh()
        else:
            context.store.dispatch(NewcomersPlaced())
            context.say("new.shown", n=len(arrivals))

    def show_network(self) -> None:
        """What is on its way to hh.ru, and what went wrong."""
        from hh_tui.ui.dialogs.network import NetworkPage

        session = self._context.session
        self._context.windows.push(
            NetworkPage(self._context.render_context, lambda: session.network_activity)
        )


def _is_from_top(event: ListRefreshed | PageRead, inbox: Inbox) -> bool:
    """Whether the open list was read, its first page among the others."""
    return event.query == inbox.listing.query and (isinstance(event, ListRefreshed) or event.page.page == 0)


def _counted(vacancies: Iterable[Vacancy]) -> frozenset[str]:
    """Those whose counters were read."""
    return frozenset(one.id for one in vacancies if one.counters is not None)


def _decided_in(event: WriteCarriedOut | ChunkSent) -> Counter[str]:
    """How many were decided on, by vacancy; a plain letter moves nobody."""
    done = (event.operation,) if isinstance(event, WriteCarriedOut) else event.done
    return Counter(one.source.vacancy_id for one in done if one.action is not None)
