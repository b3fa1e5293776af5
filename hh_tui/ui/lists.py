"""Where the rows of the list come from: a collection of hh.ru, all who await a reply, those snoozed."""

from collections.abc import Callable
from typing import Protocol

from hh_tui.api.models import Negotiation
from hh_tui.inbox.snapshot.narrowed_lists import NarrowedLists
from hh_tui.inbox.snapshot.previous_list import PreviousList
from hh_tui.inbox.snapshot.query import Query
from hh_tui.ui.context import Context
from hh_tui.ui.events import CollectionEntered, Event, FoldToggled, PreviousListEntered, VacancyEntered
from hh_tui.ui.presenters import sidebar
from hh_tui.ui.state_store import State
from hh_tui.ui.view import Pane
from hh_tui.worker.priority_semaphore import Urgency


class ListKind(Protocol):
    """One kind of list. A kind is asked only for what it covers."""

    def covers(self, query: Query | None) -> bool:
        """Whether this list is one of the kind."""
        ...

    def read_ahead(self, seen: int) -> None:
        """Read on where the loaded rows end soon after the cursor, or after the row `seen`."""
        ...

    def refresh(self) -> None:
        """Read everything in sight anew."""
        ...

    def enter(self, entry: sidebar.SidebarEntry) -> bool:
        """Go where a line of the left column leads; False where it leads to another kind."""
        ...


class ListKinds:
    """All kinds, asked in their order; the last one covers everything.

    `elsewhere` goes where a line of the left column leads to no such list; it tells whether it does.
    """

    def __init__(
        self, context: Context, *kinds: ListKind, elsewhere: Callable[[sidebar.SidebarEntry], bool]
    ) -> None:
        self._context = context
        self._kinds = kinds
        self._elsewhere = elsewhere

    @property
    def _current(self) -> ListKind:
        query = self._context.inbox.listing.query
        return next(one for one in self._kinds if one.covers(query))

    def read_ahead(self, seen: int = 0) -> None:
        """Read on where the loaded rows of the list shown end soon."""
        self._current.read_ahead(seen)

    def refresh(self) -> None:
        """Read everything in sight anew, as the list shown is read."""
        self._current.refresh()

    def enter(self, entry: sidebar.SidebarEntry) -> None:
        """Go where a line of the left column leads."""
        if not self._elsewhere(entry):
            any(one.enter(entry) for one in self._kinds)


class CollectionList:
    """A list of the server, in one vacancy; where none is open, it is this kind that opens one.

    `refresh_candidate` reads what is shown of a candidate anew.
    """

    def __init__(self, context: Context, refresh_candidate: Callable[[Negotiation], None]) -> None:
        self._context = context
        self._refresh_candidate = refresh_candidate
        self.page_wanted: Query | None = None
        """The list of which a page is on its way."""
        self._came_from: PreviousList | None = None
        """The list that one left for one over all vacancies."""
        self._narrowed = NarrowedLists()

    def covers(self, query: Query | None) -> bool:
        """Every list."""
        return True

    def read_ahead(self, seen: int = 0) -> None:
        """Ask for one page at a time, and for none after an error."""
        inbox, listing = self._context.inbox, self._context.inbox.listing
        if listing.query is None or self.page_wanted == listing.query or listing.error is not None:
            return
        if inbox.wants_page(seen):
            self.page_wanted = listing.query
            urgency = Urgency.SOON if len(listing.rows) else Urgency.NOW
            self._context.reads.page(listing.query, listing.next_page, urgency, inbox.epoch)

    def on_event(self, _: Event, before: State, after: State) -> None:
        """Another account begins: no page is on its way, and none of the lists before can be gone back to."""
        if before.inbox.account is not None and after.inbox.account is None:
            self.page_wanted, self._came_from, self._narrowed = None, None, NarrowedLists()

    def page_came(self, query: Query) -> None:
        """A page of this list was read."""
        if query == self.page_wanted:
            self.page_wanted = None

    def forget_page(self) -> None:
        """No page is on its way: its read failed, or the list was read from its top."""
        self.page_wanted = None

    # Anew

    def refresh(self) -> None:
        """Who we are and our vacancies, too."""
        self._context.reads.account(fatal=False)
        self.refresh_in_place()

    def refresh_in_place(self) -> None:
        """Read the collections, the list and what is shown of the open candidate anew, in place."""
        reads, inbox, query = self._context.reads, self._context.inbox, self._context.inbox.listing.query
        if inbox.vacancy_id is not None:
            reads.board(inbox.vacancy_id)
        if query is not None:
            self._read_from_top(query)
        if self._context.view.pane is Pane.CANDIDATE and inbox.selected:
            self._refresh_candidate(inbox.selected.negotiation)

    def _read_from_top(self, query: Query) -> None:
        inbox = self._context.inbox
        self.page_wanted = query
        arrivals, selected = inbox.listing.arrivals, inbox.selected
        until = selected.id if selected is not None and arrivals.more else None
        self._context.reads.from_top(query, inbox.listing.cursor + len(arrivals), inbox.epoch, until)

    # Going into one

    def enter(self, entry: sidebar.SidebarEntry) -> bool:
        """A vacancy, the archive, what is folded away, or a collection."""
        context = self._context
        if entry.kind is sidebar.EntryKind.VACANCY:
            self.enter_vacancy(entry.id)
            context.go(Pane.COLLECTIONS if self._context.panes.is_narrow else Pane.LIST)
        elif entry.kind is sidebar.EntryKind.ARCHIVE:
            account = context.inbox.account
            if account and account.employer:
                context.reads.archive(account.employer.id, context.inbox.scope)
        elif entry.kind is sidebar.EntryKind.FOLD:
            context.store.dispatch(FoldToggled())
        elif entry.query is not None:
            if entry.query.vacancy_id != context.inbox.vacancy_id:
                self.enter_vacancy(entry.query.vacancy_id)
            self.enter_collection(entry.query)
            if entry.kind is sidebar.EntryKind.SAVED:
                context.panes.point_at(Pane.COLLECTIONS, entry.id)
            context.go(Pane.LIST)
        return True

    def enter_vacancy(self, vacancy_id: str) -> None:
        """Show its collections; out of a list over all vacancies, the list one came from."""
        context, query = self._context, self._context.inbox.listing.query
        if query is not None and query.is_across and vacancy_id == context.inbox.vacancy_id:
            self.go_back()
            return
        if vacancy_id == context.inbox.vacancy_id and context.inbox.board is not None:
            return
        context.store.dispatch(VacancyEntered(vacancy_id))
        self._context.panes.point_at(Pane.VACANCIES, vacancy_id)
        context.reads.board(vacancy_id)

    def enter_first(self) -> None:
        """The collections were read while no list is open: the first one opens."""
        if (query := self._context.panes.first_list()) is not None:
            self.enter_collection(query)

    def enter_collection(self, query: Query) -> None:
        """Show its list; one that was narrowed down to come here is as it was left."""
        self._narrowed, way = self._narrowed.on_the_way_to(query, self._context.inbox)
        if way is not None:
            self._context.store.dispatch(PreviousListEntered(way, follows=True))
            self._read_from_top(query)
        else:
            self._context.store.dispatch(CollectionEntered(query))
            self.page_wanted = None
            self.read_ahead()
        self._context.panes.point_at(Pane.COLLECTIONS, query.url)

    def came_to(self, query: Query) -> None:
        """This list was put there from elsewhere: the left column follows."""
        self.page_wanted = None
        self._context.store.paint()
        self._context.panes.point_at(Pane.VACANCIES, query.vacancy_id)
        self._context.panes.point_at(Pane.COLLECTIONS, query.url)

    # The way back into one

    def leave(self) -> None:
        """A list over all vacancies is about to open: this is where the way back leads."""
        self._came_from = PreviousList.of(self._context.inbox) or self._came_from

    def go_back(self) -> bool:
        """Out of a list over all vacancies into the list one came from; False where one is in none."""
        context, inbox = self._context, self._context.inbox
        query, way = inbox.listing.query, self._came_from
        if query is None or not query.is_across:
            return False
        if way is not None and way.vacancy_id == inbox.vacancy_id and way.listing.query is not None:
            self._context.panes.release_list_focus()
            context.store.dispatch(PreviousListEntered(way))
            self._context.panes.point_at(Pane.COLLECTIONS, way.listing.query.url)
            self.refresh_in_place()
        elif inbox.vacancy_id is not None:
            context.store.dispatch(VacancyEntered(inbox.vacancy_id))
            context.reads.board(inbox.vacancy_id)
        context.go(Pane.LIST)
        context.panes.keep_focus()
        return True

    def escape(self) -> bool:
        """Escape leads back as well, unless it closes something else first."""
        context = self._context
        if context.view.pane is not Pane.LIST or context.inbox.search is not None:
            return False
        return self.go_back()
