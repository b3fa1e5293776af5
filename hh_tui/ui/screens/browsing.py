"""Going about: what reads bring, and how one moves through the panes."""

from dataclasses import replace

from textual import on

from hh_tui.api.models import Negotiation
from hh_tui.errors import NetworkError
from hh_tui.i18n.text import grouped
from hh_tui.inbox.snapshot.dossier import Tab
from hh_tui.inbox.snapshot.query import Query
from hh_tui.inbox.snapshot.state import Inbox
from hh_tui.inbox.snapshot.thread import Thread
from hh_tui.ui import events as heard
from hh_tui.ui.controllers.attention import Attention
from hh_tui.ui.controllers.candidate_tabs import CandidateTabs
from hh_tui.ui.controllers.offline_cache import OfflineCache
from hh_tui.ui.controllers.search import Search
from hh_tui.ui.presenters import errors, sidebar
from hh_tui.ui.presenters.list_title import total
from hh_tui.ui.screens.base import InboxBase
from hh_tui.ui.view import Level
from hh_tui.ui.widgets.row_list import RowList
from hh_tui.worker.session import Urgency


class BrowsingScreen(InboxBase):
    """Vacancies, collections, candidates, threads: everything that only reads."""

    offline_cache: OfflineCache
    attention: Attention
    search: Search
    tabs: CandidateTabs
    _page_wanted: Query | None = None

    def account_read(self, message: heard.AccountRead) -> None:
        """Go into the first vacancy, or stay where one is; another account begins with its list."""
        before = self.inbox
        self.opening.succeeded()
        self.inbox = before.with_account(message.account, message.vacancies)
        if self.inbox.listing.query is None:
            self.inbox = replace(self.inbox, listing=replace(self.inbox.listing, error=None))
        if before.vacancy_id is not None and self.inbox.vacancy_id is None:
            self.composing, self.level = None, Level.LIST
        if self.inbox.vacancy is None and message.vacancies:
            self._enter_vacancy(message.vacancies[0].id)

    def archive_read(self, message: heard.ArchiveRead) -> None:
        """Show the archived vacancies below the active ones."""
        self.inbox = self.inbox.with_archived(message.vacancies)
        if not message.vacancies:
            self.say("vacancies.no-archive")

    def board_read(self, message: heard.BoardRead) -> None:
        """Show the collections; the first one opens by itself."""
        self.online = True
        self.inbox = self.inbox.with_board(message.vacancy_id, message.board)
        if message.vacancy_id == self.inbox.vacancy_id and self.inbox.listing.query is None:
            entries = self.entries(Level.COLLECTIONS).rows
            if query := next((entry.query for entry in entries if entry.query), None):
                self._enter_collection(query)

    def page_read(self, message: heard.PageRead) -> None:
        """Add the rows; read on while the cursor is near the end."""
        self.online = True
        if message.query == self._page_wanted:
            self._page_wanted = None
        self.inbox = self.inbox.with_page(message.query, message.page, message.epoch, self.clock())
        self._read_ahead()

    def list_refreshed(self, message: heard.ListRefreshed) -> None:
        """The list anew, with the cursor on the same candidate."""
        self.online = True
        self._page_wanted = None
        self.inbox = self.inbox.refreshed(message.query, message.pages, message.epoch, self.clock())
        self._read_ahead()

    def thread_read(self, message: heard.ThreadRead) -> None:
        """Show the thread; the row is viewed."""
        self.online = True
        self.inbox = self.inbox.opened(message.negotiation, message.stretch, self.clock())
        if self.level is Level.CANDIDATE and self.composing is None:
            self.focus_level()

    def negotiation_read(self, message: heard.NegotiationRead) -> None:
        """A newer state of a candidate."""
        self.inbox = self.inbox.with_negotiation(message.negotiation, self.clock())

    def read_failed(self, message: heard.ReadFailed) -> None:
        """Say why; what was there stays there. A fatal failure is the app's."""
        if message.fatal:
            return
        message.stop()
        if isinstance(message.error, NetworkError):
            self.online = False
        again = message.account and self.inbox.vacancies is None
        if again:
            self.inbox = replace(self.inbox, listing=replace(self.inbox.listing, error=message.error))
            self.opening.failed(message.error)
        if message.query is not None:
            self._page_wanted = None
            self.inbox = self.inbox.with_list_error(message.query, message.error)
        if message.vacancy_id is not None:
            self.inbox = self.inbox.with_board_error(message.vacancy_id, message.error)
        if message.negotiation_id is not None:
            before = self.inbox.threads.get(message.negotiation_id, Thread())
            if before.messages:
                self.inbox = self.inbox.with_thread(message.negotiation_id, replace(before, loading=False))
            else:
                self.inbox = self.inbox.without_thread(message.negotiation_id)
        if again:
            # It stands in the place of the list.
            return
        explanation = errors.explain(self.lens.tr, message.error)
        self.notify(explanation.sentence, severity="error", markup=False)

    def action_move(self, delta: int) -> None:
        """A row up or down, or a line of the text."""
        if self.level is Level.LIST:
            self._point(self.inbox.cursor + delta)
        elif self.level is Level.CANDIDATE:
            self.candidate.scrollable.scroll_relative(y=delta, animate=False)
        else:
            self.entries(self.level).point(delta)

    def action_edge(self, direction: int) -> None:
        """To the first or the last one there is."""
        if self.level is Level.LIST:
            self._point(0 if direction < 0 else len(self.inbox.rows) - 1)
            if direction > 0:
                self._say_how_far(self.inbox)
        elif self.level is Level.CANDIDATE:
            text = self.candidate.scrollable
            text.scroll_home(animate=False) if direction < 0 else text.scroll_end(animate=False)
        else:
            self.entries(self.level).point(direction * len(self.entries(self.level).rows))

    def _say_how_far(self, inbox: Inbox) -> None:
        """The end that one came to may be the end of what is loaded only."""
        query, known = inbox.listing.query, total(inbox)
        if query is None or inbox.listing.complete or inbox.search is not None or not known:
            return
        loaded = len(inbox.standing if query.is_across else inbox.listing.rows)
        self.say("list.loaded", loaded=grouped(loaded), n=known)

    def action_leaf(self, direction: int) -> None:
        """A page up or down."""
        if self.level is Level.LIST:
            self._point(self.inbox.cursor + direction * self.negotiations.leaf)
        elif self.level is Level.CANDIDATE:
            text = self.candidate.scrollable
            text.scroll_relative(y=direction * max(1, text.size.height - 1), animate=False)
        else:
            self.entries(self.level).point(direction * self.entries(self.level).leaf)

    def action_pane(self, delta: int) -> None:
        """To the pane beside."""
        levels = self.panes.levels
        place = levels.index(self.level) if self.level in levels else 0
        self.level = levels[(place + delta) % len(levels)]

    def action_back(self) -> None:
        """Out of a search, else exactly one level out."""
        if self.search.escape():
            return
        levels = self.panes.levels
        self.level = levels[max(0, levels.index(self.level) - 1)]

    def action_open(self) -> None:
        """Go into what is under the cursor."""
        if self.level is Level.CANDIDATE and self.view.tab is not Tab.MESSAGES:
            self.tabs.open(self.view.tab)
        elif self.level in {Level.LIST, Level.CANDIDATE}:
            self.open_candidate()
        else:
            self.choose(self.entries(self.level).selected)

    def action_walk(self, delta: int) -> None:
        """Open the candidate before or after this one, at the same tab."""
        cursor = self.inbox.cursor
        self._point(cursor + delta)
        if self.inbox.cursor == cursor:
            return
        if self.view.tab is Tab.MESSAGES:
            self.open_candidate()
        else:
            self.tabs.open(self.view.tab)

    def action_refresh(self) -> None:
        """Read everything in sight anew."""
        self.reads.account(fatal=False)
        self.refresh_list()

    def refresh_list(self) -> None:
        """Read the collections, the list and the open thread anew, in place."""
        inbox, query = self.inbox, self.inbox.listing.query
        if inbox.vacancy_id is not None:
            self.reads.board(inbox.vacancy_id)
        if query is not None:
            self._page_wanted = query
            arrivals, selected = inbox.listing.arrivals, inbox.selected
            until = selected.id if selected is not None and arrivals.more else None
            self.reads.from_top(query, inbox.listing.cursor + len(arrivals), inbox.epoch, until)
        if self.level is Level.CANDIDATE and inbox.selected:
            self._refresh_candidate(inbox.selected.negotiation)

    def _refresh_candidate(self, negotiation: Negotiation) -> None:
        """What is shown of a candidate, anew; nothing where nothing was read."""
        if self.view.tab is not Tab.MESSAGES:
            self.tabs.refresh(negotiation, self.view.tab)
        elif negotiation.id in self.inbox.threads:
            self.reads.thread(negotiation)

    @on(RowList.Pointed, "#negotiations")
    def row_pointed(self, message: RowList.Pointed) -> None:
        """A click moves the cursor."""
        self.composing = None
        self._point(message.index)

    @on(RowList.Chosen, "#negotiations")
    def row_chosen(self, message: RowList.Chosen) -> None:
        """A second click opens."""
        self.composing = None
        self._point(message.index)
        self.open_candidate()

    @on(RowList.Chosen, "EntryList")
    def entry_chosen(self, message: RowList.Chosen) -> None:
        """A click in the left column goes there."""
        self.composing = None
        message.rows.cursor = message.index
        self.choose(message.rows.selected)

    def _point(self, cursor: int) -> None:
        self.attention.stop_seeking()
        inbox = self.inbox.moved_to(cursor)
        if inbox is not self.inbox:
            self.inbox = inbox.trying_again()
        self._read_ahead()

    @on(RowList.Scrolled, "#negotiations")
    def scrolled(self, message: RowList.Scrolled) -> None:
        """The mouse wheel wants more rows too."""
        if self.inbox.search is None:
            self._read_ahead(message.index)

    def _read_ahead(self, seen: int = 0) -> None:
        listing = self.inbox.listing
        if listing.query is None or self._page_wanted == listing.query or listing.error is not None:
            return
        if self.inbox.wants_page(seen):
            self._page_wanted = listing.query
            urgency = Urgency.SOON if len(listing.rows) else Urgency.NOW
            self.reads.page(listing.query, listing.next_page, urgency, self.inbox.epoch)

    def open_candidate(self) -> None:
        """Show what was read before of the candidate under the cursor, read it anew, and go there."""
        self.states.show(tab=Tab.MESSAGES)
        if (row := self.inbox.selected) is None:
            return
        self.offline_cache.recall_thread(row.id)
        before = self.inbox.threads.get(row.id, Thread())
        self.inbox = self.inbox.with_thread(row.id, replace(before, loading=True))
        self.level = Level.CANDIDATE
        self.reads.thread(row.negotiation)

    def choose(self, entry: sidebar.Entry | None) -> None:
        """Go where a line of the left column leads."""
        if entry is None:
            return
        if entry.sort is sidebar.Sort.VACANCY:
            self._enter_vacancy(entry.id)
            self.level = Level.COLLECTIONS if self.is_narrow else Level.LIST
        elif entry.sort is sidebar.Sort.ARCHIVE:
            if self.inbox.account and self.inbox.account.employer:
                self.reads.archive(self.inbox.account.employer.id)
        elif entry.sort is sidebar.Sort.FOLD:
            self.inbox = replace(self.inbox, unfolded=not self.inbox.unfolded)
        elif entry.query is not None:
            if entry.query.vacancy_id != self.inbox.vacancy_id:
                self._enter_vacancy(entry.query.vacancy_id)
            self._enter_collection(entry.query)
            if entry.sort is sidebar.Sort.SAVED:
                self.panes.point_at(Level.COLLECTIONS, entry.id)
            self.level = Level.LIST

    def _enter_vacancy(self, vacancy_id: str) -> None:
        if vacancy_id == self.inbox.vacancy_id and self.inbox.board is not None:
            return
        self.inbox = self.inbox.in_vacancy(vacancy_id)
        self.entries(Level.VACANCIES).point_at(vacancy_id)
        self.reads.board(vacancy_id)

    def _enter_collection(self, query: Query) -> None:
        self.inbox = self.inbox.in_collection(query)
        self.entries(Level.COLLECTIONS).point_at(query.url)
        self._page_wanted = None
        self._read_ahead()

    def point_at_list(self, query: Query) -> None:
        """Mark a list in the left column that was gone to from elsewhere."""
        self._page_wanted = None
        self.states.paint()
        self.entries(Level.VACANCIES).point_at(query.vacancy_id)
        self.entries(Level.COLLECTIONS).point_at(query.url)

    def say(self, key: str, /, **values: str | int) -> None:
        """Tell in the last line what the last key did."""
        self.context.say(key, **values)
