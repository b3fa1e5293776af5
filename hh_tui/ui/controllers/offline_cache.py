"""What was read is kept on disk, and shown at the next start before hh.ru has said a word."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime

from hh_tui.api.models import Negotiation, Page
from hh_tui.errors import HHError
from hh_tui.inbox.decisions.outbox import Stage
from hh_tui.inbox.lists.awaiting import Portion
from hh_tui.inbox.snapshot.last_run import KeptList, LastRun
from hh_tui.inbox.snapshot.query import Query
from hh_tui.startup import last_screen
from hh_tui.store.cache import Cached
from hh_tui.store.last_position import LastPosition
from hh_tui.store.store import Store
from hh_tui.system.structs import replace
from hh_tui.ui import events
from hh_tui.ui.context import Context
from hh_tui.ui.events import Ending, Event, LastRunLoaded, StoreOpened
from hh_tui.ui.state_store import State


class OfflineCache:
    """Starts from the disk, and writes to it what reads bring.

    `refresh_list` reads the open list anew in place.
    """

    def __init__(self, context: Context, refresh_list: Callable[[], None]) -> None:
        self._context = context
        self._refresh_list = refresh_list
        self._restored = False
        """Whether what is shown is from the disk alone: who we are is not known from hh.ru yet."""
        self._kept: LastPosition | None = None

    @property
    def _store(self) -> Store:
        return self._context.disk.store

    # From the disk

    def _start(self) -> None:
        """Show what was there last time, then read it anew in place."""
        self._restored = self._restore()
        self._context.reads.account(fatal=not self._restored)

    def _restore(self) -> bool:
        """Show what is on disk; whether there was anything."""
        context, kept = self._context, self._store.account()
        if kept is None:
            return False
        account, vacancies = kept.value
        scope, place = context.reads.scopes.of(account), self._store.place()
        run = LastRun(account, vacancies, scope)
        if place is not None:
            context.session.manager_account = place.value.manager_account
            run = replace(run, vacancy_id=place.value.vacancy_id, kept=self._list_at(place.value))
        context.store.dispatch(events.LastRunRestored(run))
        if context.inbox.selected is not None:
            self.recall_thread(context.inbox.selected.id)
        return True

    def _list_at(self, place: LastPosition) -> KeptList | None:
        board = self._store.board(place.vacancy_id) if place.vacancy_id is not None else None
        if board is None or place.query is None:
            return None
        pages = [(self._without_done(place.query, page), page.at) for page in self._store.pages(place.query)]
        return KeptList(place.query, board.value, pages, place.negotiation_id)

    def _without_done(self, query: Query, page: Cached[Page[Negotiation]]) -> Page[Negotiation]:
        """The page without those who left its list after it was read."""
        left = {
            one.operation.negotiation.id
            for one in self._context.outbox.finished
            if one.stage is Stage.DONE and one.at >= page.at and one.operation.leaves(query)
        }
        items = tuple(one for one in page.value.items if one.id not in left)
        return replace(page.value, items=items)

    def recall_thread(self, negotiation_id: str) -> None:
        """Show the thread as it was read before, where it is not here yet."""
        context = self._context
        kept = self._store.thread(negotiation_id) if negotiation_id not in context.inbox.threads else None
        if kept is not None:
            context.store.dispatch(events.ThreadRecalled(negotiation_id, kept.value, kept.at))

    def on_event(self, event: Event, before: State, after: State) -> None:
        """What was read is kept. Who we are could not be asked at the start: nothing is sent before that."""
        match event:
            case StoreOpened():
                self._kept = None
            case LastRunLoaded():
                self._start()
            case Ending():
                self._keep_place()
            case _:
                self._keep_read(event)
        if after.view.online and not before.view.online and self._restored:
            self._context.reads.account(fatal=False)

    # To the disk

    def _keep_read(self, event: Event) -> None:
        match event:
            case events.AccountRead():
                self._keep_account(event)
            case events.ArchiveRead():
                self._store.keep_archived(event.vacancies, self._context.clock())
            case events.BoardRead():
                self._store.keep_board(event.vacancy_id, event.board, self._context.clock())
            case events.PageRead():
                self._keep_pages(event.query, event.at, event.page)
            case events.ListRefreshed():
                self._keep_pages(event.query, event.at, *event.pages)
            case events.ThreadRead():
                held = self._context.inbox.threads.get(event.negotiation.id)
                if held is not None and held.stamp == event.stamp:
                    self._store.keep_thread(event.negotiation.id, event.message_page, event.at)
                self._keep_place()
            case _:
                self._keep_beside(event)

    def _keep_beside(self, event: Event) -> None:
        """What was read beside the open list: nobody moves by it."""
        match event:
            case events.FirstPagePolled():
                self._store.keep_page(event.query, event.page, event.at)
            case events.VacancyLooked():
                self._keep_portions(event.at, *(event.portions or ()))
            case events.PortionRead():
                self._keep_portions(event.at, event.portion)

    def _keep_account(self, message: events.AccountRead) -> None:
        """Keep it; a list that stands there from the disk is read anew in place."""
        context = self._context
        self._store.keep_account(message.account, message.vacancies, context.clock())
        restored, self._restored = self._restored, False
        if restored and context.inbox.vacancy_id is not None:
            self._refresh_list()

    def _keep_pages(self, query: Query, at: datetime, *pages: Page[Negotiation]) -> None:
        for page in pages:
            self._store.keep_page(query, page, at)
        self._keep_place()

    def _keep_portions(self, at: datetime, *portions: Portion) -> None:
        """Pages that were read for the list over all vacancies: each is one of a list of its vacancy."""
        for one in portions:
            if one.page is not None:
                narrowed = one.before.query.narrowed(one.before.filters)
                self._store.keep_page(replace(narrowed, order=one.before.order or ""), one.page, at)

    def _keep_place(self) -> None:
        """Keep where the person is."""
        context = self._context
        inbox, query = context.inbox, context.inbox.listing.query
        place = LastPosition(
            inbox.vacancy_id,
            query if query is not None and not query.is_across else None,
            inbox.selected.id if inbox.selected else None,
            context.session.manager_account,
        )
        if place != self._kept:
            self._kept = place
            self._store.keep_place(place, context.clock())

    def keep_screen(self, width: int, rendered: Callable[[], Sequence[str]]) -> None:
        """Keep how the screen looks, `width` cells wide: the next start shows it before anything else."""
        if self._store.folder is not None:
            with suppress(HHError):
                last_screen.save(self._store.folder, width, rendered(), self._context.clock())
