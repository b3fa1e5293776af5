"""Reads that several controllers need: each a task that posts what it brought, or why it brought nothing."""

from collections.abc import Awaitable, Callable, Coroutine
from contextlib import suppress
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from hh_tui.api.limits import PER_PAGE
from hh_tui.api.models import PRIMARY_ACCOUNT, Account, Employer, Negotiation, Page, Vacancy
from hh_tui.errors import AccountUnavailable, HHError, NotEmployer, NotFound
from hh_tui.inbox.lists.vacancy_scope import EVERYTHING, VacancyScope
from hh_tui.inbox.snapshot.dossier import Tab, owner_of
from hh_tui.inbox.snapshot.opening import passes
from hh_tui.inbox.snapshot.query import Query
from hh_tui.inbox.snapshot.read_stamp import ReadClock, ReadStamp
from hh_tui.inbox.snapshot.rows import Rows
from hh_tui.inbox.snapshot.state import Inbox
from hh_tui.ui.events import (
    AccountAnswered,
    AccountGivenUp,
    AccountRead,
    AccountRefused,
    AnyEvent,
    ArchiveRead,
    BoardRead,
    CollectionsRead,
    DossierFailed,
    DossierRead,
    ListRefreshed,
    ManagerAccountsRead,
    NegotiationRead,
    PageRead,
    ReadFailed,
    ThreadRead,
    ThreadUnmarked,
)
from hh_tui.ui.scope_memory import ScopeMemory
from hh_tui.worker.priority_semaphore import Urgency
from hh_tui.worker.session import ApiWorker

if TYPE_CHECKING:
    from hh_tui.api.client import HHClient
    from hh_tui.inbox.snapshot.dossier import Value

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

CALM = 1.0
"""Seconds without a settled write after which the counters are read anew."""


FURTHER = 10
"""Pages that are read at most to find the candidate under the cursor again."""


class Starter(Protocol[T_co]):
    """Runs reads beside everything else."""

    def start(
        self, work: Callable[[], Coroutine[Any, Any, None]], *, group: str, exclusive: bool = True
    ) -> T_co:
        """Run it; where it is `exclusive`, what runs in its group ends."""
        ...


class Reads(Generic[T]):
    """Asks the API worker; knows nothing of what is done with the answers, which go to `post`.

    `snapshot` is what the person sees: answers are stamped with what they can't know of.
    """

    def __init__(
        self,
        session: ApiWorker,
        tasks: Starter[T],
        post: Callable[[AnyEvent], object],
        clock: Callable[[], datetime],
        scopes: ScopeMemory,
        snapshot: Callable[[], Inbox],
    ) -> None:
        self.scopes = scopes
        """Which vacancies each working account wants to see."""
        self._session = session
        self._tasks = tasks
        self._post = post
        self._clock = clock
        self._snapshot = snapshot
        self._read_clock = ReadClock(lambda: snapshot().epoch)

    def stamp(self) -> ReadStamp:
        """The stamp of a read of one candidate that is asked for now."""
        return self._read_clock.stamp()

    def account(self, *, fatal: bool, known: Account | None = None) -> T:
        """Who we are, unless that is `known`, and our active vacancies.

        `fatal` when nothing can be shown without them, for an error that does not pass. Where no working
        account can be used, others are offered: that is never fatal.
        """
        return self._tasks.start(partial(self._read_account, fatal=fatal, known=known), group="account")

    async def _read_account(self, *, fatal: bool, known: Account | None = None) -> None:
        try:
            await self._session.connected()
            client = self._session.client
            account = (
                known if known is not None else await self._session.read(client.account.me, what="account")
            )
            vacancies, scope = await self._vacancies(account)
        except AccountUnavailable as error:
            await self._without_account(error)
        except HHError as error:
            self._post(ReadFailed(error, fatal=fatal and not passes(error), account=True))
        else:
            self._post(AccountRead(account, vacancies, scope))

    async def _vacancies(self, account: Account) -> tuple[tuple[Vacancy, ...], VacancyScope]:
        """The active vacancies that were chosen to be seen; where hh.ru knows no such choice, all of them."""
        vacancies, employer_id = self._session.client.vacancies, employer_of(account).id
        scope = self.scopes.of(account)
        if not scope:
            return await self._session.read(partial(vacancies.active, employer_id), what="vacancies"), scope
        within = partial(
            vacancies.within,
            employer_id,
            manager_ids=scope.manager_ids,
            department_id=scope.department_id,
        )
        found, narrowed = await self._session.read(within, what="vacancies")
        return found, scope if narrowed else EVERYTHING

    async def _without_account(self, error: AccountUnavailable) -> None:
        """The working account can't be used: the primary one instead, or else the others to choose from."""
        if self._session.manager_account:
            with suppress(HHError):
                account = await self._session.read(
                    partial(self._session.client.account.me, PRIMARY_ACCOUNT), what="account"
                )
                self._post(AccountGivenUp(error, account))
                return
        self._post(ReadFailed(error))
        self.manager_accounts()

    def manager_accounts(self) -> T:
        """The working accounts one can act as."""
        return self._tasks.start(self._read_manager_accounts, group="accounts")

    async def _read_manager_accounts(self) -> None:
        try:
            accounts = await self._session.read(self._session.client.account.manager_accounts, what="account")
        except HHError as error:
            self._post(ReadFailed(error))
            self._post(ManagerAccountsRead(None))
        else:
            self._post(ManagerAccountsRead(accounts))

    def try_account(self, account_id: str | None, name: str) -> T:
        """Ask whether a working account can be used before one goes there; None is the primary one."""
        return self._tasks.start(partial(self._try_account, account_id, name), group="accounts")

    async def _try_account(self, account_id: str | None, name: str) -> None:
        try:
            account = await self._session.read(
                partial(self._session.client.account.me, account_id or PRIMARY_ACCOUNT), what="account"
            )
            employer_of(account)
        except HHError as error:
            self._post(AccountRefused(name, error))
        else:
            self._post(AccountAnswered(account_id, account))

    def archive(self, employer_id: str, scope: VacancyScope, *, quietly: bool = False) -> T:
        """The archived vacancies of the managers of a scope, one's own where it names none.

        Nobody is told of what is read `quietly`: the person has not asked for it.
        """
        read = partial(self._read_archive, employer_id, scope, quietly=quietly)
        return self._tasks.start(read, group="archive")

    async def _read_archive(self, employer_id: str, scope: VacancyScope, *, quietly: bool) -> None:
        archived_of = self._session.client.vacancies.archived_of
        try:
            vacancies, refused = await self._session.read(
                partial(archived_of, employer_id, scope.manager_ids), what="vacancies"
            )
        except HHError as error:
            if not quietly:
                self._post(ReadFailed(error))
        else:
            self._post(ArchiveRead(vacancies, scope, refused, quietly))

    def board(self, vacancy_id: str, *, calmly: bool = False) -> T:
        """The collections of a vacancy; `calmly` waits until a run of decisions is over."""
        return self._tasks.start(partial(self._read_board, vacancy_id, calmly=calmly), group="board")

    async def _read_board(self, vacancy_id: str, *, calmly: bool = False) -> None:
        if calmly:
            await self._session.pause(CALM)
        read = partial(self._session.client.negotiations.board, vacancy_id)
        try:
            asked, board = self._snapshot().board, await self._session.read(read, what="board")
            if asked is not None and asked is not self._snapshot().board:
                # Somebody was looked at meanwhile, or decided on: it may count them or not.
                board = await self._session.read(read, what="board")
        except HHError as error:
            self._post(ReadFailed(error, vacancy_id=vacancy_id))
        else:
            self._post(BoardRead(vacancy_id, board))

    def collections(self, vacancy_id: str) -> T:
        """The collections of a vacancy beside the open one."""
        return self._tasks.start(partial(self._read_collections, vacancy_id), group="collections")

    async def _read_collections(self, vacancy_id: str) -> None:
        try:
            board = await self._session.read(
                partial(self._session.client.negotiations.board, vacancy_id), what="board"
            )
        except HHError as error:
            self._post(ReadFailed(error))
        else:
            self._post(CollectionsRead(vacancy_id, board))

    def page(self, query: Query, number: int, urgency: Urgency, epoch: int) -> T:
        """A page of a list."""
        read = partial(self._read_page, query, number, urgency, epoch, self._snapshot().listing.rows)
        return self._tasks.start(read, group="page")

    async def _read_page(self, query: Query, number: int, urgency: Urgency, epoch: int, asked: Rows) -> None:
        try:
            page = await self._session.read(
                partial(page_of, self._session.client, query, number), urgency, what="page"
            )
        except HHError as error:
            self._post(ReadFailed(error, query=query))
        else:
            self._post(PageRead(query, page, epoch, self._clock(), asked))

    def from_top(self, query: Query, rows: int, epoch: int, until: str | None = None) -> T:
        """A list from its top, until `rows` of it are there, and a bit further to find `until`."""
        read = partial(self._read_list, query, rows, epoch, until, self._snapshot().listing.rows)
        return self._tasks.start(read, group="page")

    async def _read_list(self, query: Query, rows: int, epoch: int, until: str | None, asked: Rows) -> None:
        client = self._session.client
        pages = []
        try:
            wanted = rows // PER_PAGE + 1
            for number in range(wanted + FURTHER):
                page = await self._session.read(partial(page_of, client, query, number), what="page")
                pages.append(page)
                found = until is None or any(one.id == until for read in pages for one in read.items)
                if page.is_last or (found and number + 1 >= wanted):
                    break
        except HHError as error:
            self._post(ReadFailed(error, query=query))
        else:
            self._post(ListRefreshed(query, tuple(pages), epoch, self._clock(), asked))

    def thread(self, negotiation: Negotiation) -> T:
        """The thread of a candidate, who sees their response as viewed from now on.

        It is shown as soon as it is there; a marker that is refused takes nothing of it away.
        """
        read = partial(self._read_thread, negotiation, self.stamp())
        return self._tasks.start(read, group="thread", exclusive=False)

    async def _read_thread(self, negotiation: Negotiation, stamp: ReadStamp) -> None:
        try:
            message_page = await self._session.read(
                partial(self._session.read_thread, negotiation), what="thread"
            )
        except HHError as error:
            self._post(ReadFailed(error, opened=negotiation))
            return
        self._post(ThreadRead(negotiation, message_page, self._clock(), stamp))
        try:
            await self._session.mark_thread(negotiation, message_page)
        except HHError as error:
            self._post(ThreadUnmarked(negotiation, error))

    def negotiation(self, negotiation_id: str) -> T:
        """One negotiation as it is now; the candidate notices nothing."""
        return self._tasks.start(
            partial(self._read_negotiation, negotiation_id), group="negotiation", exclusive=False
        )

    async def _read_negotiation(self, negotiation_id: str) -> None:
        try:
            negotiation = await self._session.read(
                partial(self._session.client.negotiations.one, negotiation_id), Urgency.SOON, what="candidate"
            )
        except HHError as error:
            self._post(ReadFailed(error))
        else:
            self._post(NegotiationRead(negotiation, self._clock()))

    def tab(self, negotiation: Negotiation, tab: Tab, vacancy_id: str | None) -> T:
        """A tab of a candidate beside the thread; only the resume tells them that they were looked at."""
        read = partial(self._read_tab, negotiation, tab, vacancy_id, self.stamp())
        return self._tasks.start(read, group="dossier", exclusive=False)

    async def _read_tab(
        self, negotiation: Negotiation, tab: Tab, vacancy_id: str | None, stamp: ReadStamp
    ) -> None:
        try:
            value = await self._session.read(self._of_tab(negotiation, tab, vacancy_id))
        except HHError as error:
            self._post(DossierFailed(negotiation, tab, error, stamp))
        else:
            self._post(DossierRead(negotiation, tab, value, self._clock(), stamp))

    def _of_tab(
        self, negotiation: Negotiation, tab: Tab, vacancy_id: str | None
    ) -> "Callable[[], Awaitable[Value]]":
        """The request for a tab. Raises NotFound where this candidate has none."""
        client, resume, owner = self._session.client, negotiation.resume, owner_of(negotiation)
        if tab is Tab.TEST:
            return partial(client.negotiations.test_solution, negotiation)
        if tab is Tab.CALLS:
            return partial(client.calls.log, negotiation, vacancy_id)
        if resume is None:
            raise NotFound(404)
        if tab is Tab.RESUME:
            return partial(client.resumes.full, resume)
        if tab is Tab.HISTORY:
            return partial(client.resumes.history, resume)
        if tab is Tab.NOTES and owner is not None:
            return partial(client.comments.all, owner)
        raise NotFound(404)


def employer_of(account: Account) -> Employer:
    """The company of who asks. Raises NotEmployer where there is none."""
    if not account.is_employer or account.employer is None:
        raise NotEmployer()
    return account.employer


async def page_of(client: "HHClient", query: Query, number: int) -> Page[Negotiation]:
    """A page of a list with its filters and its order. Raises HHError."""
    return await client.negotiations.page(
        query.url, number, filters=query.filters, order_by=query.order or None
    )
