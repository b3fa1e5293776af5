"""Reads of a search for people: only `resume` spends something, which the person is told before."""

from functools import partial

from msgspec import Struct

from hh_tui.api.models import (
    Account,
    Comment,
    FullResume,
    MethodAccess,
    MetVacancy,
    Page,
    PayableServices,
    Resume,
)
from hh_tui.api.models.dictionary import Dictionaries
from hh_tui.api.models.found_resume import FoundResume, SavedSearch
from hh_tui.api.resume_query import ResumeQuery
from hh_tui.errors import HHError
from hh_tui.inbox.snapshot.view_budget import ViewBudget
from hh_tui.worker.priority_semaphore import Urgency
from hh_tui.worker.session import ApiWorker


class OpenedResume(Struct, frozen=True):
    """A whole resume, what we had to do with the person, and notes of recruiters.

    History and notes are None where they could not be read, or where there is nothing to read.
    """

    resume: FullResume
    history: tuple[MetVacancy, ...] | None = None
    notes: tuple[Comment, ...] | None = None


class PaidAccess(Struct, frozen=True):
    """Groups of paid methods and services that run; None is what hh.ru does not tell."""

    methods: MethodAccess | None = None
    services: PayableServices | None = None


class PeopleReads:
    """Every read raises HHError, but for those that tell only more of something."""

    def __init__(self, session: ApiWorker) -> None:
        self._session = session

    async def page(self, query: ResumeQuery, number: int) -> Page[FoundResume]:
        """People whom a query finds (search-for-resumes)."""
        client = await self._session.connected()
        return await self._session.read(partial(client.resume_search.page, query, number), what="page")

    async def page_at(self, url: str, number: int) -> Page[FoundResume]:
        """People of a saved search, by its own address (search-for-resumes)."""
        client = await self._session.connected()
        return await self._session.read(partial(client.resume_search.page_at, url, number), what="page")

    async def saved(self) -> tuple[SavedSearch, ...]:
        """All saved searches with their counters (get-saved-resume-searches)."""
        client = await self._session.connected()
        return await self._session.read(client.resume_search.saved)

    async def dictionaries(self) -> Dictionaries:
        """All dictionaries (get-dictionaries)."""
        return await self._session.read(self._session.client.dictionaries.all)

    async def budget(self, account: Account | None) -> ViewBudget:
        """Views that are left today (get-employer-manager-limits); unknown where hh.ru is silent."""
        if account is None or account.employer is None or account.manager is None:
            return ViewBudget()
        call = partial(self._session.client.account.resume_limits, account.employer.id, account.manager.id)
        return ViewBudget.of(await self._session.read(call))

    async def resume(self, short: Resume) -> OpenedResume:
        """The whole resume (get-resume): a view out of the daily limit, and the candidate sees it.

        What we had to do with the person, and notes, are read where the list says that there are any.
        """
        client = self._session.client
        resume = await self._session.read(partial(client.resumes.full, short))
        history, notes = None, None
        comments = resume.owner.comments if resume.owner else None
        try:
            if short.last_negotiation is not None:
                history = await self._session.read(partial(client.resumes.history, short))
            if resume.owner is not None and comments and comments.counters and comments.counters.total:
                notes = await self._session.read(partial(client.comments.all, resume.owner))
        except HHError:
            pass
        return OpenedResume(resume, history, notes)

    async def paid(self, account: Account | None) -> PaidAccess:
        """What was bought: get-payable-api-method-access and get-payable-api-actions, which cost nothing."""
        if account is None or account.employer is None or account.manager is None:
            return PaidAccess()
        client, employer, manager = self._session.client, account.employer.id, account.manager.id
        methods, services = None, None
        try:
            methods = await self._session.read(partial(client.account.method_access, employer, manager))
            services = await self._session.read(
                partial(client.account.payable_services, employer), Urgency.SOON
            )
        except HHError:
            pass
        return PaidAccess(methods, services)
