"""What answers of hh.ru about the account and its lists make of the snapshot."""

from collections.abc import Iterable
from datetime import datetime

from hh_tui.api.models import Account, Board, Negotiation, Page, Vacancy
from hh_tui.errors import HHError
from hh_tui.inbox.decisions.selection_actions import pruned
from hh_tui.inbox.lists.snoozed_list import with_read
from hh_tui.inbox.lists.vacancy_scope import EVERYTHING, VacancyScope
from hh_tui.inbox.snapshot.candidate_reads import thread_failed
from hh_tui.inbox.snapshot.news import without_old_news
from hh_tui.inbox.snapshot.query import Query
from hh_tui.inbox.snapshot.rows import Rows
from hh_tui.inbox.snapshot.state import Inbox
from hh_tui.system.structs import replace


def account_read(
    inbox: Inbox, account: Account, vacancies: tuple[Vacancy, ...], scope: VacancyScope = EVERYTHING
) -> Inbox:
    """Who we are and what we look for; where no list is open, an error in its place is over."""
    inbox = inbox.with_account(account, vacancies, scope)
    if inbox.listing.query is not None or inbox.listing.error is None:
        return inbox
    return replace(inbox, listing=replace(inbox.listing, error=None))


def page_read(
    inbox: Inbox, query: Query, page: Page[Negotiation], epoch: int, at: datetime, asked: Rows | None = None
) -> Inbox:
    """One more page of a list, asked for in `epoch` with the rows `asked`; whoever was snoozed and wrote is
    back."""
    page = without_old_news(inbox.listing.rows, asked, page)
    return with_read(inbox.with_page(query, page, epoch, at), page.items, at)


def list_read(
    inbox: Inbox,
    query: Query,
    pages: tuple[Page[Negotiation], ...],
    epoch: int,
    at: datetime,
    asked: Rows | None = None,
) -> Inbox:
    """A list from its top; whoever is not in the whole of it any more loses their mark."""
    pages = tuple(without_old_news(inbox.listing.rows, asked, page) for page in pages)
    inbox = inbox.refreshed(query, pages, epoch, at)
    inbox = with_read(inbox, [one for page in pages for one in page.items], at)
    selection = pruned(inbox)
    return inbox if selection is inbox.selection else replace(inbox, selection=selection)


def negotiation_read(inbox: Inbox, negotiation: Negotiation, at: datetime) -> Inbox:
    """One candidate as they are now; their job search status only lists tell."""
    index, snoozed = inbox.listing.rows.index_of(negotiation.id), inbox.snoozed.people.get(negotiation.id)
    listed = None if index is None else inbox.listing.rows[index].negotiation
    for known in (listed, snoozed.negotiation if snoozed else None):
        if known is not None:
            negotiation = _with_status_of(negotiation, known)
    return with_read(inbox.with_negotiation(negotiation, at), (negotiation,), at)


def _with_status_of(negotiation: Negotiation, known: Negotiation) -> Negotiation:
    """With the job search status known before, where it is the same resume and tells none.

    It comes only with `with_job_search_status`, a parameter that get-negotiation-item has not.
    """
    resume, before = negotiation.resume, known.resume
    if resume is None or before is None or resume.id != before.id:
        return negotiation
    if resume.job_search_status is not None or before.job_search_status is None:
        return negotiation
    return replace(negotiation, resume=replace(resume, job_search_status=before.job_search_status))


def marked_viewed(inbox: Inbox, ids: Iterable[str]) -> Inbox:
    """hh.ru counts them as viewed."""
    for one in ids:
        inbox = inbox.viewed(one)
    return inbox


def read_failed(
    inbox: Inbox,
    error: HHError,
    *,
    account: bool = False,
    query: Query | None = None,
    vacancy_id: str | None = None,
    opened: str | None = None,
) -> Inbox:
    """A read failed: of who we are, of a list, of the collections of a vacancy, of the thread `opened`.

    It stands in the place of the list where that is what is missing.
    """
    without_account = account and inbox.vacancies is None
    without_list = query is not None and query == inbox.listing.query
    # Without the collections there is no list either.
    without_board = vacancy_id is not None and vacancy_id == inbox.vacancy_id and inbox.board is None
    if without_account or without_list or without_board:
        inbox = replace(inbox, listing=replace(inbox.listing, error=error))
    return inbox if opened is None else thread_failed(inbox, opened)


def candidate_entered(
    inbox: Inbox, board: Board, query: Query, pages: Iterable[Page[Negotiation]], negotiation_id: str
) -> Inbox:
    """In the list that holds a candidate, as far as it was read, with the cursor on them.

    Where they are not to be seen there, the cursor is in the place where they would stand.
    """
    inbox = inbox.in_vacancy(query.vacancy_id).with_board(query.vacancy_id, board).in_collection(query)
    ids: list[str] = []
    for page in pages:
        inbox = inbox.with_page(query, page)
        ids += [one.id for one in page.items]
    index = inbox.rows.index_of(negotiation_id)
    return inbox.moved_to(ids.index(negotiation_id) if index is None else index)
