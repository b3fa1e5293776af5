"""The reads of the inbox screen: each a worker that posts what it brought, or why it brought nothing."""

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from textual import work
from textual.screen import Screen
from textual.worker import Worker, WorkerState

from hh_tui.api.limits import PER_PAGE
from hh_tui.api.models import PRIMARY_ACCOUNT, Account, Employer, Negotiation, Page
from hh_tui.errors import AccountUnavailable, HHError, NotEmployer
from hh_tui.inbox.snapshot.opening import passes
from hh_tui.inbox.snapshot.query import Query
from hh_tui.ui.asking import Question
from hh_tui.ui.events import (
    AccountAnswered,
    AccountGivenUp,
    AccountRead,
    AccountRefused,
    ArchiveRead,
    AskedNoMore,
    Became,
    BoardRead,
    Bug,
    CollectionsRead,
    ListRefreshed,
    ManagerAccountsRead,
    NegotiationRead,
    PageRead,
    ReadFailed,
    ThreadRead,
    ThreadUnmarked,
)
from hh_tui.worker.session import ApiWorker, Urgency

if TYPE_CHECKING:
    from hh_tui.api.client import HHClient

CALM = 1.0
"""Seconds without a settled write after which the counters are read anew."""


FURTHER = 10
"""Pages that are read at most to find the candidate under the cursor again."""


class ReadingScreen(Screen[None]):
    """Asks the API worker; knows nothing of what is done with the answers."""

    def __init__(self, worker: ApiWorker) -> None:
        super().__init__()
        self.worker = worker
        self.question = Question(lambda: self.app.post_message(AskedNoMore()))

    @property
    def asking(self) -> bool:
        """Whether a window comes up with what hh.ru was asked for: keys wait for it."""
        return self.question.is_open

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """A bug in a read is not lost; nobody waits for a read that has ended."""
        self.question.heard(event.worker)
        if event.state is WorkerState.ERROR and event.worker.error is not None:
            self.post_message(Bug(event.worker.error))

    @work(group="account", exclusive=True, exit_on_error=False)
    async def read_account(self, *, fatal: bool, known: Account | None = None) -> None:
        """Who we are, unless that is `known`, and our active vacancies.

        `fatal` when nothing can be shown without them, for an error that does not pass. Where no working
        account can be used, others are offered: that is never fatal.
        """
        try:
            await self.worker.connected()
            client = self.worker.client
            account = known if known is not None else await self.worker.read(client.me, what="account")
            vacancies = await self.worker.read(
                partial(client.active_vacancies, employer_of(account).id), what="vacancies"
            )
        except AccountUnavailable as error:
            await self._without_account(error)
        except HHError as error:
            self.post_message(ReadFailed(error, fatal=fatal and not passes(error), account=True))
        else:
            self.post_message(AccountRead(account, vacancies))

    async def _without_account(self, error: AccountUnavailable) -> None:
        """The working account can't be used: the primary one instead, or else the others to choose from."""
        if self.worker.manager_account:
            with suppress(HHError):
                account = await self.worker.read(
                    partial(self.worker.client.me, PRIMARY_ACCOUNT), what="account"
                )
                self.post_message(AccountGivenUp(error, account))
                return
        self.post_message(ReadFailed(error))
        self.read_manager_accounts()

    @work(group="accounts", exclusive=True, exit_on_error=False)
    async def read_manager_accounts(self) -> None:
        """The working accounts one can act as."""
        try:
            accounts = await self.worker.read(self.worker.client.manager_accounts, what="account")
        except HHError as error:
            self.post_message(ReadFailed(error))
            self.post_message(ManagerAccountsRead(None))
        else:
            self.post_message(ManagerAccountsRead(accounts))

    @work(group="accounts", exclusive=True, exit_on_error=False)
    async def try_account(self, account_id: str | None, name: str) -> None:
        """Ask whether a working account can be used before one goes there; None is the primary one."""
        try:
            account = await self.worker.read(
                partial(self.worker.client.me, account_id or PRIMARY_ACCOUNT), what="account"
            )
            employer_of(account)
        except HHError as error:
            self.post_message(AccountRefused(name, error))
        else:
            self.post_message(AccountAnswered(account_id, account))

    @work(group="profile", exclusive=True, exit_on_error=False)
    async def become(self, profile: str) -> None:
        """Go on with another login, from the beginning."""
        try:
            await self.worker.become(profile)
        except HHError as error:
            self.post_message(ReadFailed(error))
        else:
            self.post_message(Became())

    @work(group="archive", exclusive=True, exit_on_error=False)
    async def read_archive(self, employer_id: str) -> None:
        """The archived vacancies."""
        try:
            vacancies = await self.worker.read(
                partial(self.worker.client.archived_vacancies, employer_id), what="vacancies"
            )
        except HHError as error:
            self.post_message(ReadFailed(error))
        else:
            self.post_message(ArchiveRead(vacancies))

    @work(group="board", exclusive=True, exit_on_error=False)
    async def read_board(self, vacancy_id: str, *, calmly: bool = False) -> None:
        """The collections of a vacancy; `calmly` waits until a run of decisions is over."""
        if calmly:
            await self.worker.pause(CALM)
        try:
            board = await self.worker.read(partial(self.worker.client.board, vacancy_id), what="board")
        except HHError as error:
            self.post_message(ReadFailed(error, vacancy_id=vacancy_id))
        else:
            self.post_message(BoardRead(vacancy_id, board))

    @work(group="collections", exclusive=True, exit_on_error=False)
    async def read_collections(self, vacancy_id: str) -> None:
        """The collections of a vacancy beside the open one."""
        try:
            board = await self.worker.read(partial(self.worker.client.board, vacancy_id), what="board")
        except HHError as error:
            self.post_message(ReadFailed(error))
        else:
            self.post_message(CollectionsRead(vacancy_id, board))

    @work(group="page", exclusive=True, exit_on_error=False)
    async def read_page(self, query: Query, number: int, urgency: Urgency, epoch: int) -> None:
        """A page of a list."""
        try:
            page = await self.worker.read(
                partial(page_of, self.worker.client, query, number), urgency, what="page"
            )
        except HHError as error:
            self.post_message(ReadFailed(error, query=query))
        else:
            self.post_message(PageRead(query, page, epoch))

    @work(group="page", exclusive=True, exit_on_error=False)
    async def read_list(self, query: Query, rows: int, epoch: int, until: str | None = None) -> None:
        """A list from its top, until `rows` of it are there, and a bit further to find `until`."""
        client = self.worker.client
        pages = []
        try:
            wanted = rows // PER_PAGE + 1
            for number in range(wanted + FURTHER):
                page = await self.worker.read(partial(page_of, client, query, number), what="page")
                pages.append(page)
                found = until is None or any(one.id == until for read in pages for one in read.items)
                if page.is_last or (found and number + 1 >= wanted):
                    break
        except HHError as error:
            self.post_message(ReadFailed(error, query=query))
        else:
            self.post_message(ListRefreshed(query, tuple(pages), epoch))

    @work(group="thread", exit_on_error=False)
    async def read_thread(self, negotiation: Negotiation) -> None:
        """The thread of a candidate, who sees their response as viewed from now on.

        It is shown as soon as it is there; a marker that is refused takes nothing of it away.
        """
        try:
            stretch = await self.worker.read(partial(self.worker.read_thread, negotiation), what="thread")
        except HHError as error:
            self.post_message(ReadFailed(error, negotiation_id=negotiation.id))
            return
        self.post_message(ThreadRead(negotiation, stretch))
        try:
            await self.worker.mark_thread(negotiation, stretch)
        except HHError as error:
            self.post_message(ThreadUnmarked(negotiation, error))

    @work(group="negotiation", exit_on_error=False)
    async def read_negotiation(self, negotiation_id: str) -> None:
        """One negotiation as it is now; the candidate notices nothing."""
        try:
            negotiation = await self.worker.read(
                partial(self.worker.client.negotiation, negotiation_id), Urgency.SOON, what="candidate"
            )
        except HHError as error:
            self.post_message(ReadFailed(error))
        else:
            self.post_message(NegotiationRead(negotiation))


def employer_of(account: Account) -> Employer:
    """The company of who asks. Raises NotEmployer where there is none."""
    if not account.is_employer or account.employer is None:
        raise NotEmployer()
    return account.employer


async def page_of(client: "HHClient", query: Query, number: int) -> Page[Negotiation]:
    """A page of a list with its filters and its order. Raises HHError."""
    return await client.negotiations(query.url, number, filters=query.filters, order_by=query.order or None)
