"""Going about: what reads bring, and how one moves through the panes."""

from dataclasses import replace

from textual import on

from hh_tui.api.models import Negotiation
from hh_tui.errors import NetworkError
from hh_tui.i18n.text import grouped
from hh_tui.inbox.snapshot.dossier import Tab
from hh_tui.inbox.snapshot.state import Inbox
from hh_tui.inbox.snapshot.thread import Thread
from hh_tui.ui import events as heard
from hh_tui.ui.controllers.attention import Attention
from hh_tui.ui.controllers.awaiting_reply import AwaitingReply
from hh_tui.ui.controllers.candidate_tabs import CandidateTabs
from hh_tui.ui.controllers.offline_cache import OfflineCache
from hh_tui.ui.controllers.search import Search
from hh_tui.ui.lists import CollectionList, ListKinds
from hh_tui.ui.presenters import errors, sidebar
from hh_tui.ui.presenters.list_title import total
from hh_tui.ui.screens.base import InboxBase
from hh_tui.ui.state_store import Pointed
from hh_tui.ui.view import Level
from hh_tui.ui.widgets.row_list import RowList


class BrowsingScreen(InboxBase):
    """Vacancies, collections, candidates, threads: everything that only reads."""

    offline_cache: OfflineCache
    attention: Attention
    search: Search
    tabs: CandidateTabs
    collections: CollectionList
    awaiting_reply: AwaitingReply
    lists: ListKinds

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
            self.collections.enter_vacancy(message.vacancies[0].id)

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
            self.collections.enter_first()

    def page_read(self, message: heard.PageRead) -> None:
        """Add the rows; read on while the cursor is near the end."""
        self.online = True
        self.collections.page_came(message.query)
        self.inbox = self.inbox.with_page(message.query, message.page, message.epoch, self.clock())
        self._read_ahead()

    def list_refreshed(self, message: heard.ListRefreshed) -> None:
        """The list anew, with the cursor on the same candidate."""
        self.online = True
        self.collections.page_wanted = None
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
            self.collections.page_wanted = None
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
        """Out of a list over all vacancies, or a search; else exactly one level out."""
        if self.awaiting_reply.escape() or self.collections.escape() or self.search.escape():
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
        self.lists.refresh()

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
        self.states.dispatch(Pointed(cursor))
        self._read_ahead()

    @on(RowList.Scrolled, "#negotiations")
    def scrolled(self, message: RowList.Scrolled) -> None:
        """The mouse wheel wants more rows too."""
        if self.inbox.search is None:
            self._read_ahead(message.index)

    def _read_ahead(self, seen: int = 0) -> None:
        self.lists.read_ahead(seen)

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
        if entry is not None:
            self.lists.enter(entry)

    def say(self, key: str, /, **values: str | int) -> None:
        """Tell in the last line what the last key did."""
        self.context.say(key, **values)
