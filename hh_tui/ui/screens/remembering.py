"""What was read is kept, and painted at the next start before hh.ru has said a word."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime

from hh_tui.api.models import Negotiation, Page
from hh_tui.errors import HHError
from hh_tui.inbox.decisions.outbox import Stage
from hh_tui.inbox.snapshot.query import Query
from hh_tui.inbox.snapshot.state import Inbox
from hh_tui.inbox.snapshot.thread import Thread
from hh_tui.keys.keymap import Keymap
from hh_tui.startup import last_screen
from hh_tui.store.cache import Kept
from hh_tui.store.last_position import Place
from hh_tui.store.store import Store
from hh_tui.ui import events as heard
from hh_tui.ui.desk import Desk, House
from hh_tui.ui.options import InboxOptions
from hh_tui.ui.presenters.render_context import Lens
from hh_tui.ui.screens.keeping import KeepingScreen
from hh_tui.worker.session import ApiWorker


class RememberingScreen(KeepingScreen):
    """Starts from the disk and hands everything that reads bring to it."""

    _restored = False

    def __init__(
        self,
        worker: ApiWorker,
        lens: Lens,
        keymap: Keymap,
        keys: Callable[[str], str],
        clock: Callable[[], datetime],
        desk: Desk,
        house: House,
        options: InboxOptions,
        store: Store,
    ) -> None:
        super().__init__(worker, lens, keymap, keys, clock, desk, house, options)
        self.store = store
        self._kept: Place | None = None
        self.compose_controllers()

    def compose_controllers(self) -> None:
        """Features of their own."""

    def start(self) -> None:
        """Paint what was there last time, then read it anew in place."""
        self._restored = self.restore()
        self.reads.account(fatal=not self._restored)

    def restore(self) -> bool:
        """Show what is on disk; whether there was anything."""
        kept = self.store.account()
        if kept is None:
            return False
        account, vacancies = kept.value
        inbox = self.inbox.with_account(account, vacancies)
        place = self.store.place()
        if place is not None:
            self.worker.manager_account = place.value.manager_account
            inbox = self._at(inbox, place.value)
        self.inbox = inbox
        if inbox.selected is not None:
            self._remember_thread(inbox.selected.id)
        return True

    def _at(self, inbox: Inbox, place: Place) -> Inbox:
        if place.vacancy_id not in {one.id for one in inbox.all_vacancies} or place.vacancy_id is None:
            return inbox
        inbox = inbox.in_vacancy(place.vacancy_id)
        board = self.store.board(place.vacancy_id)
        if board is None or place.query is None:
            return inbox
        inbox = inbox.with_board(place.vacancy_id, board.value).in_collection(place.query)
        for page in self.store.pages(place.query):
            inbox = inbox.with_page(place.query, self._without_done(place.query, page), None, page.at)
        index = inbox.rows.index_of(place.negotiation_id) if place.negotiation_id else None
        return inbox.moved_to(index or 0)

    def _without_done(self, query: Query, page: Kept[Page[Negotiation]]) -> Page[Negotiation]:
        """The page without those who left its list after it was read."""
        left = {
            one.operation.negotiation.id
            for one in self.desk.finished
            if one.stage is Stage.DONE and one.at >= page.at and one.operation.leaves(query)
        }
        items = tuple(one for one in page.value.items if one.id not in left)
        return page.value.model_copy(update={"items": items})

    def _remember_thread(self, negotiation_id: str) -> None:
        kept = self.store.thread(negotiation_id) if negotiation_id not in self.inbox.threads else None
        if kept is not None:
            stretch = kept.value
            thread = Thread(stretch.messages, write_state=stretch.write_state, read_at=kept.at)
            self.inbox = self.inbox.with_thread(negotiation_id, thread)

    def open_candidate(self) -> None:
        """Show what was read before at once, then read it anew."""
        if self.inbox.selected is not None:
            self._remember_thread(self.inbox.selected.id)
        super().open_candidate()

    def watch_online(self) -> None:
        """Who we are could not be asked at the start; nothing is sent before that is known."""
        super().watch_online()
        if self.online and self._restored:
            self.reads.account(fatal=False)

    # What reads bring

    def account_kept(self, message: heard.AccountRead) -> None:
        """Keep it; a list that stands there from the disk is read anew in place."""
        self.store.keep_account(message.account, message.vacancies, self.clock())
        restored, self._restored = self._restored, False
        if restored and self.inbox.vacancy_id is not None:
            self.refresh_list()

    def archive_kept(self, message: heard.ArchiveRead) -> None:
        """Keep the archived vacancies."""
        self.store.keep_archived(message.vacancies, self.clock())

    def board_kept(self, message: heard.BoardRead) -> None:
        """Keep the collections."""
        self.store.keep_board(message.vacancy_id, message.board, self.clock())

    def page_kept(self, message: heard.PageRead) -> None:
        """Keep the page."""
        self.store.keep_page(message.query, message.page, self.clock())
        self.keep_place()

    def list_kept(self, message: heard.ListRefreshed) -> None:
        """Keep the pages."""
        for page in message.pages:
            self.store.keep_page(message.query, page, self.clock())
        self.keep_place()

    def thread_kept(self, message: heard.ThreadRead) -> None:
        """Keep the thread."""
        self.store.keep_thread(message.negotiation.id, message.stretch, self.clock())
        self.keep_place()

    def keep_place(self) -> None:
        """Keep where the person is."""
        inbox, query = self.inbox, self.inbox.listing.query
        place = Place(
            inbox.vacancy_id,
            query if query is not None and not query.is_across else None,
            inbox.selected.id if inbox.selected else None,
            self.worker.manager_account,
        )
        if place != self._kept:
            self._kept = place
            self.store.keep_place(place, self.clock())

    def keep_glimpse(self) -> None:
        """Keep how the screen looks: the next start shows it before it can show anything else."""
        if self.store.folder is None or not self._standing:
            return
        # Textual has no public way to paint a screen that another one stands on.
        strips = self._compositor.render_strips()
        lines = [strip.render(self.app.console) for strip in strips]
        with suppress(HHError):
            last_screen.keep(self.store.folder, self.size.width, lines, self.clock())

    def moved_in(self) -> None:
        """Another login has a disk of its own."""
        self.house.moved_in()
