"""Everything the inbox shows, as one frozen snapshot."""

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from msgspec import Struct, field

from hh_tui.api.models import Account, Board, Negotiation, Page, PartialTuple, Vacancy, broken_in
from hh_tui.inbox.decisions.forms import Values
from hh_tui.inbox.decisions.operation import Operation, letter_of
from hh_tui.inbox.decisions.selection import Selection
from hh_tui.inbox.letters.drafts import Drafts
from hh_tui.inbox.letters.unsent import begun
from hh_tui.inbox.lists.awaiting import WAITING, AwaitingQueue
from hh_tui.inbox.lists.saved_filters import SavedFilter
from hh_tui.inbox.lists.search import Search
from hh_tui.inbox.lists.snoozed import SnoozedItems, VisibleRows
from hh_tui.inbox.lists.vacancy_scope import EVERYTHING, VacancyScope
from hh_tui.inbox.snapshot.counters import Shift, shift_of, shifted
from hh_tui.inbox.snapshot.dossier import Dossier
from hh_tui.inbox.snapshot.known_thread import KnownThread, known_thread
from hh_tui.inbox.snapshot.listing import Listing
from hh_tui.inbox.snapshot.query import Query
from hh_tui.inbox.snapshot.rows import Row, Rows
from hh_tui.inbox.snapshot.source_list import source_of
from hh_tui.inbox.snapshot.thread import Thread, lock_of
from hh_tui.inbox.snapshot.viewing import one_read, seen_through
from hh_tui.system.structs import replace

if TYPE_CHECKING:
    from hh_tui.api.models.found_resume import SavedSearch


class Inbox(Struct, frozen=True):
    """The account, its vacancies, one vacancy's collections, one collection's list, the threads read.

    `archived` is None until asked for; `scope` says whose they and the `vacancies` are; `unfolded`
    names the open folds of the sidebar. `board` holds the server's counters, `shown_board` what they become
    with the `pending` operations. `sheets` holds what was typed into forms, by negotiation and action,
    until that is carried out; `left_out` those that a pending operation was decided with but sends no
    letter of, by its id. `epoch` counts the decisions carried out, `departed` tells which of them took
    a candidate away: an answer asked for before still lists them. `search` narrows the list down to what
    was typed. `saved` holds the filters kept for each vacancy, `names` the words for ids in filters, by
    parameter and id: `area 1`. `queue` is who waits in any vacancy, None until asked for. `selection` are
    those to be decided on together. `searches` are those for people that hh.ru keeps, None where they were
    not asked for, or the resume base was not bought. `snoozed` holds the snoozed candidates: loaded, and not
    to be seen.
    """

    account: Account | None = None
    vacancies: tuple[Vacancy, ...] | None = None
    archived: tuple[Vacancy, ...] | None = None
    scope: VacancyScope = EVERYTHING
    vacancy_id: str | None = None
    board: Board | None = None
    unfolded: bool = False
    listing: Listing = field(default_factory=Listing)
    threads: Mapping[str, Thread] = field(default_factory=dict)
    pending: Mapping[str, Operation] = field(default_factory=dict)
    sheets: Mapping[tuple[str, str], Values] = field(default_factory=dict)
    left_out: Mapping[str, Values] = field(default_factory=dict)
    epoch: int = 0
    departed: Mapping[str, int] = field(default_factory=dict)
    drafts: Drafts = field(default_factory=Drafts)
    search: Search | None = None
    saved: Mapping[str, tuple[SavedFilter, ...]] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    dossiers: Mapping[str, Dossier] = field(default_factory=dict)
    queue: AwaitingQueue | None = None
    selection: Selection = field(default_factory=Selection)
    searches: "tuple[SavedSearch, ...] | None" = None
    snoozed: SnoozedItems = field(default_factory=SnoozedItems)
    visible_rows: VisibleRows = field(default_factory=VisibleRows)

    @property
    def begun(self) -> frozenset[str]:
        """Candidates for whom a letter or a form was begun: typed text that nobody has sent or scheduled."""
        return begun(self.drafts, self.sheets, self.pending.values())

    @property
    def vacancy(self) -> Vacancy | None:
        """The chosen vacancy."""
        return self.vacancy_by_id(self.vacancy_id)

    @property
    def vacancy_in_sight(self) -> Vacancy | None:
        """The chosen vacancy; in a list over all of them, that of the candidate under the cursor."""
        query = self.listing.query
        if query is None or not query.is_across:
            return self.vacancy
        return self.vacancy_of(self.selected.id) if self.selected else None

    def vacancy_of(self, negotiation_id: str) -> Vacancy | None:
        """The vacancy of a candidate in sight."""
        home = self.source_of(negotiation_id)
        return self.vacancy_by_id(home.vacancy_id) if home else None

    def vacancy_by_id(self, vacancy_id: str | None) -> Vacancy | None:
        """One of the vacancies asked for so far."""
        return next((one for one in self.all_vacancies if one.id == vacancy_id), None)

    def source_of(self, negotiation_id: str) -> Query | None:
        """The list a candidate in sight stands in on the server; None where it is not known."""
        return source_of(self, negotiation_id)

    @property
    def all_vacancies(self) -> tuple[Vacancy, ...]:
        """Active ones, then the archived ones as far as asked for."""
        return (*(self.vacancies or ()), *(self.archived or ()))

    def who(self, manager_account: str | None) -> str:
        """`employer/manager/working account`, by ids: what was decided in one is never sent as another."""
        account = self.account
        employer = account.employer.id if account and account.employer else ""
        person = (account.manager.id if account.manager else account.id or "") if account else ""
        return f"{employer}/{person}/{manager_account or ''}"

    @property
    def rows(self) -> Rows:
        """The rows to be seen: all that stand in the list, or those that a search finds among them."""
        return self.visible if self.search is None else self.search.hits(self.visible, self.threads)

    @property
    def visible(self) -> Rows:
        """The loaded rows without those who were snoozed; in the places for them everybody stands."""
        query, rows = self.listing.query, self.listing.rows
        if query is None or (query.is_across and query != WAITING):
            return rows
        return self.visible_rows.of(rows, self.snoozed.hidden)

    @property
    def hidden_count(self) -> int:
        """How many of the loaded rows were snoozed."""
        return len(self.listing.rows) - len(self.visible)

    def wants_page(self, seen: int = 0) -> bool:
        """Whether the next page is wanted; rows that are not to be seen keep nobody from it."""
        if self.search is not None or not self.hidden_count:
            return self.listing.wants_page(seen)
        return self.listing.wants_page(max(seen, self.cursor) + self.hidden_count)

    @property
    def cursor(self) -> int:
        """The place of the cursor among the rows to be seen: on the list's own row, or on the next hit."""
        at, rows = self.listing.selected, self.rows
        if rows is self.listing.rows or at is None:
            return self.listing.cursor
        return max(0, min(rows.place_of(at.rank), len(rows) - 1))

    @property
    def selected(self) -> Row | None:
        """The row under the cursor."""
        rows = self.rows
        return rows[self.cursor] if len(rows) else None

    @property
    def shown_board(self) -> Board | None:
        """The collections with counters that already follow the pending decisions."""
        return None if self.board is None else shifted(self.board, self._shifts())

    def _shifts(self) -> tuple[Shift, ...]:
        here = (one for one in self.pending.values() if one.source.vacancy_id == self.vacancy_id)
        shifts = ((one, shift) for one in here if (shift := shift_of(one)) is not None)
        # A scheduled decision takes them out of sight, but they are nowhere else yet.
        return tuple(replace(shift, target=None) if one.not_before else shift for one, shift in shifts)

    @property
    def scheduled(self) -> Mapping[str, datetime]:
        """When something is sent to candidates at a moment chosen for it, the next one of each."""
        found: dict[str, datetime] = {}
        for one in self.pending.values():
            if one.not_before is not None:
                key = one.negotiation.id
                found[key] = min(one.not_before, found.get(key, one.not_before))
        return found

    def gone_from(self, query: Query | None) -> frozenset[str]:
        """Candidates whom pending operations take out of the list of `query`."""
        if query is None:
            return frozenset()
        return frozenset(one.negotiation.id for one in self.pending.values() if one.leaves(query))

    def with_account(
        self, account: Account, vacancies: tuple[Vacancy, ...], scope: VacancyScope = EVERYTHING
    ) -> "Inbox":
        """With who we are and what we look for; of another account than the one before nothing is left."""
        same = self.account is None or self.who(None) == Inbox(account=account).who(None)
        inbox = self if same else self.begun_anew()
        archived = inbox.archived if scope == inbox.scope else None
        return replace(inbox, account=account, vacancies=vacancies, scope=scope, archived=archived)

    def begun_anew(self) -> "Inbox":
        """Nothing but what the person has typed and what is still to be sent: both outlive an account."""
        return Inbox(drafts=self.drafts, sheets=self.sheets, left_out=self.left_out, pending=self.pending)

    def with_archived(self, vacancies: tuple[Vacancy, ...]) -> "Inbox":
        """With the archived vacancies."""
        return replace(self, archived=vacancies)

    def in_vacancy(self, vacancy_id: str) -> "Inbox":
        """In another vacancy: its collections are not known yet."""
        return replace(self.with_listing(Listing()), vacancy_id=vacancy_id, board=None, search=None)

    def with_board(self, vacancy_id: str, board: Board) -> "Inbox":
        """With the collections of the vacancy, if it is still the chosen one."""
        return replace(self, board=board) if vacancy_id == self.vacancy_id else self

    def in_collection(self, query: Query) -> "Inbox":
        """In another collection: its list is not known yet."""
        return replace(self.with_listing(Listing(query=query)), search=None)

    def with_listing(self, listing: Listing) -> "Inbox":
        """With another list, or with this one read anew; marks keep whom it may not show any more."""
        return replace(self, listing=listing, selection=self.selection.following(self.listing, listing))

    def with_page(
        self,
        query: Query,
        page: Page[Negotiation],
        epoch: int | None = None,
        at: datetime | None = None,
    ) -> "Inbox":
        """With one more page, asked for in `epoch` and read `at`, if its list is still shown."""
        if query != self.listing.query:
            return self
        page = self.without_departed(page, epoch)
        return replace(self, listing=self.listing.with_page(page, self.gone_from(query), at))

    def refreshed(
        self,
        query: Query,
        pages: tuple[Page[Negotiation], ...],
        epoch: int | None = None,
        at: datetime | None = None,
    ) -> "Inbox":
        """With the list read anew, asked for in `epoch` and read `at`, if it is still shown."""
        if query != self.listing.query:
            return self
        pages = tuple(self.without_departed(page, epoch) for page in pages)
        return self.with_listing(self.listing.refreshed(pages, self.gone_from(query), at))

    def without_departed(self, page: Page[Negotiation], epoch: int | None) -> Page[Negotiation]:
        """The page without those whose leaving it can't know of yet."""
        late = {key for key, left in self.departed.items() if epoch is not None and left > epoch}
        if not late:
            return page
        return replace(page, items=tuple(one for one in page.items if one.id not in late))

    def trying_again(self) -> "Inbox":
        """With a failed page forgotten: the next move asks for it once more."""
        if self.listing.error is None or not len(self.listing.rows):
            return self
        return replace(self, listing=replace(self.listing, error=None))

    def lock(self, negotiation: Negotiation) -> str | None:
        """Why one can't write to this candidate, in the server's own word; None when one can."""
        return lock_of(negotiation, self.threads.get(negotiation.id))

    def known_thread(self, negotiation_id: str, form: tuple[tuple[str, str], ...]) -> KnownThread:
        """What is known of a thread before the letter in `form`: one found later that is not there is new."""
        return known_thread(self.threads.get(negotiation_id), letter_of(form))

    def moved_to(self, cursor: int) -> "Inbox":
        """With the cursor at that one of the rows to be seen."""
        rows = self.rows
        if rows is not self.listing.rows and len(rows):
            hit = rows[max(0, min(cursor, len(rows) - 1))]
            cursor = self.listing.rows.place_of(hit.rank)
        listing = self.listing.moved_to(cursor)
        return self if listing is self.listing else replace(self, listing=listing)

    def with_snoozed(self, snoozed: SnoozedItems) -> "Inbox":
        """With others put aside, or back; the cursor stays on its candidate, or goes to the next one."""
        if snoozed is self.snoozed:
            return self
        at, inbox = self.selected, replace(self, snoozed=snoozed)
        if at is None:
            return inbox
        index = inbox.rows.index_of(at.id)
        return inbox.moved_to(inbox.rows.place_of(at.rank) if index is None else index)

    def in_sight(self) -> "Inbox":
        """With the list's own cursor on the row that is seen under it, not on one that was snoozed."""
        return self.moved_to(self.cursor) if self.hidden_count else self

    def searched(self, search: Search | None) -> "Inbox":
        """With another search, or none; the cursor stays on its candidate where they are still to be seen."""
        at = self.selected
        inbox = replace(self, search=search)
        if at is None or search is not None:
            return inbox
        return replace(inbox, listing=inbox.listing.moved_to(inbox.listing.rows.place_of(at.rank)))

    def with_thread(self, negotiation_id: str, thread: Thread) -> "Inbox":
        """With a thread in a new state."""
        return replace(self, threads={**self.threads, negotiation_id: thread})

    def without_thread(self, negotiation_id: str) -> "Inbox":
        """Without a thread that could not be read."""
        threads = {key: thread for key, thread in self.threads.items() if key != negotiation_id}
        return replace(self, threads=threads)

    def opened(self, negotiation: Negotiation, thread: Thread) -> "Inbox":
        """With a thread that was read: the row is viewed, the counters follow."""
        inbox = self.with_thread(negotiation.id, thread)
        if self.listing.rows.index_of(negotiation.id) is None:
            return inbox
        # A chat leaves out what the negotiation counts: responses without a letter, changes of state.
        counted = len(thread.messages) if thread.way == "negotiations" else None
        return inbox.viewed(negotiation.id, counted)

    def viewed(self, negotiation_id: str, messages: int | None = None, *, read: bool = True) -> "Inbox":
        """With a row viewed, its messages `read` too, the counters following.

        `messages` is how many there are; without a number it stays.
        """
        index, home = self.listing.rows.index_of(negotiation_id), self.source_of(negotiation_id)
        if index is None:
            return self
        row = self.listing.rows[index].negotiation
        inbox = replace(self, listing=self.listing.with_negotiation(seen_through(row, messages, read=read)))
        if not row.has_updates or home is None:
            return inbox
        inbox = inbox.with_less_unread(home.vacancy_id)
        if self.board is None or home.vacancy_id != self.vacancy_id:
            return inbox
        seen = Shift(source=home.path, target=home.path, updates=1)
        return replace(inbox, board=shifted(self.board, (seen,)))

    def dossier(self, negotiation_id: str) -> Dossier:
        """What was read of a candidate beside the thread."""
        return self.dossiers.get(negotiation_id, Dossier())

    def with_dossier(self, negotiation_id: str, dossier: Dossier) -> "Inbox":
        """With something read, or being read, of a candidate."""
        return replace(self, dossiers={**self.dossiers, negotiation_id: dossier})

    def with_less_unread(self, vacancy_id: str) -> "Inbox":
        """With one response less that nobody has looked at, in the vacancy's own counter."""
        if self.vacancies is None:
            return self
        vacancies = (one_read(one) if one.id == vacancy_id else one for one in self.vacancies)
        return replace(self, vacancies=PartialTuple.of(vacancies, broken_in(self.vacancies)))

    def with_negotiation(self, negotiation: Negotiation, at: datetime | None = None) -> "Inbox":
        """With a newer state of one candidate, read `at`."""
        listing = self.listing.with_negotiation(negotiation, at)
        return self if listing is self.listing else replace(self, listing=listing)
