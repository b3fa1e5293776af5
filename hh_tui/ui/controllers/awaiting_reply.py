"""Who awaits a reply, over all vacancies: looked for quietly, read no further than one looks."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime, timedelta
from functools import partial

from hh_tui.api.models import Negotiation, Page, Vacancy
from hh_tui.errors import AccountUnavailable, CaptchaRequired, HHError, NetworkError, NotAuthorized
from hh_tui.inbox.lists.awaiting import WAITING, AwaitingQueue, ListSource, Portion, sources, to_look_at
from hh_tui.inbox.snapshot.listing import Listing
from hh_tui.inbox.snapshot.query import Query
from hh_tui.system.structs import replace
from hh_tui.ui.commands import Handler
from hh_tui.ui.context import Context
from hh_tui.ui.events import (
    AwaitingEvent,
    ChatsCounted,
    Event,
    LookFailed,
    PortionRead,
    QueueChanged,
    QueueEntered,
    ReadFailed,
    VacancyLooked,
    WaitingRevealed,
)
from hh_tui.ui.presenters import sidebar
from hh_tui.ui.state_store import State
from hh_tui.ui.view import Pane
from hh_tui.worker.priority_semaphore import Urgency

CORRECTIONS = 3
"""Pages asked for at most until a source gives its end: its counter can be out of date."""

_STOPS = (NotAuthorized, AccountUnavailable, CaptchaRequired, NetworkError)
"""Errors that every other vacancy would meet as well."""


class AwaitingReply:
    """The list over all vacancies. Everything else works in it as in any other list.

    `leave_list` remembers the list that one leaves for it.
    """

    def __init__(self, context: Context, leave_list: Callable[[], None]) -> None:
        self._context = context
        self._leave_list = leave_list
        self._left: Listing | None = None
        """Its rows and cursor as they were left."""
        self.is_reading_on = False
        """Whether a page more is on its way."""

    def commands(self) -> Mapping[str, Handler]:
        """What this controller does, by command id."""
        return {"waiting": self.open}

    def on_event(self, event: Event, before: State, after: State) -> None:
        """The list is kept as it was left; what was found comes into it."""
        if isinstance(event, AwaitingEvent):
            self._follow(event, before, after)
        if before.inbox.listing.query == WAITING and after.inbox.listing.query != WAITING:
            self._left = before.inbox.listing if after.inbox.queue is not None else None
        if before.inbox.queue is not None and after.inbox.queue is None:
            # Another account awaits others.
            self._left, self.is_reading_on = None, False

    def _follow(self, event: AwaitingEvent, before: State, after: State) -> None:
        """An answer to an earlier look than the last one is over."""
        queue = after.inbox.queue
        if queue is None:
            return
        changed = queue is not before.inbox.queue
        if changed and not len(queue.visible()):
            self._context.panes.release_list_focus()
        match event:
            case VacancyLooked():
                self._looked(before, after)
            case PortionRead() if event.stamp == queue.began_at:
                self._read_on_came()
            case LookFailed() if event.stamp == queue.began_at:
                self._failed(event)
            case _:
                pass
        if changed and self._is_shown and self._context.view.pane is Pane.LIST:
            self._context.panes.keep_focus()

    def escape(self) -> bool:
        """Escape stops the looking, and what was found stays."""
        context, queue = self._context, self._context.inbox.queue
        if not self._is_shown or context.view.pane is not Pane.LIST or queue is None or not queue.is_looking:
            return False
        context.tasks.cancel("waiting")
        context.store.dispatch(QueueChanged(replace(queue, stopped=True)))
        context.say("waiting.stopped", looked=queue.looked, n=queue.vacancies)
        return True

    # The list

    def covers(self, query: Query | None) -> bool:
        """Its own list."""
        return query == WAITING

    @property
    def _is_shown(self) -> bool:
        return self.covers(self._context.inbox.listing.query)

    def enter(self, entry: sidebar.SidebarEntry) -> bool:
        """It is a line of the left column."""
        if entry.kind is not sidebar.EntryKind.WAITING:
            return False
        self.open()
        return True

    def open(self) -> None:
        """Everybody who awaits a reply, the one who waits longest first."""
        context = self._context
        if context.inbox.vacancies is None:
            return
        if not self._is_shown:
            self._leave_list()
            self._context.panes.release_list_focus()
            context.store.dispatch(QueueEntered(self._left))
            self._context.panes.point_at(Pane.VACANCIES, WAITING.collection_id)
        context.go(Pane.LIST)
        self.look()
        self._read_on_where_shown()

    def open_at(self, negotiation_id: str) -> None:
        """The same, with the cursor on this candidate wherever they stand."""
        self.open()
        self._context.store.dispatch(WaitingRevealed(negotiation_id))

    def refresh(self) -> None:
        """Look anew at every vacancy."""
        reads, inbox = self._context.reads, self._context.inbox
        reads.account(fatal=False)
        if inbox.vacancy_id is not None:
            reads.board(inbox.vacancy_id)
        self.look(anew=True)
        row = self._context.inbox.selected
        if self._context.view.pane is Pane.CANDIDATE and row is not None and row.id in inbox.threads:
            reads.thread(row.negotiation)

    # Reading

    def look(self, *, anew: bool = False) -> None:
        """Look who waits, unless that is known well enough."""
        context, now, before = self._context, self._context.clock(), self._context.inbox.queue
        if before is not None and not anew and (before.is_looking or before.fresh(now)):
            return
        vacancies = to_look_at(context.inbox.vacancies or ())
        min_wait = timedelta(days=context.options.waiting_days)
        queue = (before or AwaitingQueue(now, min_wait)).again(now, min_wait, len(vacancies))
        self.is_reading_on = False
        context.store.dispatch(QueueChanged(queue))
        context.tasks.start(partial(self._look_around, vacancies, queue.began_at), group="waiting")

    async def _look_around(self, vacancies: tuple[Vacancy, ...], stamp: datetime) -> None:
        """Each vacancy in turn: its collections, then the end of every list where somebody can wait."""
        session, post = self._context.session, self._context.post
        try:
            unread = await session.unread_chats()
        except HHError as error:
            post(LookFailed(stamp, error))
            return
        if unread is not None:
            post(ChatsCounted(stamp, unread.count))
        for vacancy in unread.first(vacancies) if unread else vacancies:
            portions: tuple[Portion, ...] | None = None
            try:
                board = await session.read(
                    partial(session.client.negotiations.board, vacancy.id), Urgency.SOON
                )
                portions = tuple([await self._portion(one) for one in sources(vacancy.id, board)])
            except _STOPS as error:
                post(LookFailed(stamp, error))
                return
            except HHError:
                pass
            post(VacancyLooked(stamp, portions, self._context.clock()))

    def read_ahead(self, seen: int) -> None:
        """Read on where the known rows end soon."""
        inbox = self._context.inbox
        if inbox.listing.error is None and inbox.wants_page(seen):
            self.read_further()

    def read_further(self) -> bool:
        """Read the next page of whoever waits longest among those not known; whether one is on its way."""
        queue = self._context.inbox.queue
        if queue is None or queue.is_looking:
            return False
        source = queue.next_source
        if source is not None and not self.is_reading_on:
            self.is_reading_on = True
            read = partial(self._read_on, source, queue.began_at)
            self._context.tasks.start(read, group="waiting-page")
        return self.is_reading_on

    async def _read_on(self, source: ListSource, stamp: datetime) -> None:
        """The next page of a source."""
        try:
            portion = await self._portion(source)
        except HHError as error:
            self._context.post(LookFailed(stamp, error))
        else:
            self._context.post(PortionRead(stamp, portion, self._context.clock()))

    async def _portion(self, source: ListSource) -> Portion:
        after = source
        for _ in range(CORRECTIONS):
            page = await self._context.session.read(self._page_of(after), Urgency.SOON)
            after = after.read(page)
            if page.items or after.page is None:
                return Portion(source, after, page.items)
        return Portion(source, replace(after, page=None), ())

    def _page_of(self, source: ListSource) -> Callable[[], Awaitable[Page[Negotiation]]]:
        return partial(
            self._context.session.client.negotiations.page,
            source.query.url,
            source.page or 0,
            filters=source.filters,
            order_by=source.order,
        )

    def _read_on_where_shown(self) -> None:
        if self._is_shown:
            self.read_ahead(0)

    # What reads bring

    def _looked(self, before: State, after: State) -> None:
        """At the end, say how many could not be looked at."""
        old, new = before.inbox.queue, after.inbox.queue
        if new is not None and new is not old and not new.is_looking:
            if new.failed:
                self._context.say("waiting.failed", n=new.failed)
            self._read_on_where_shown()

    def _read_on_came(self) -> None:
        """More of those who wait less."""
        self.is_reading_on = False
        self._read_on_where_shown()

    def _failed(self, message: LookFailed) -> None:
        """Whoever hears of the failed read says why."""
        self.is_reading_on = False
        self._context.post(ReadFailed(message.error, query=WAITING))
