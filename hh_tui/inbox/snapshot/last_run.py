"""What an earlier run read, shown before hh.ru has said a word."""

from collections.abc import Sequence
from datetime import datetime

from msgspec import Struct

from hh_tui.api.models import Account, Board, Negotiation, Page, Vacancy
from hh_tui.inbox.lists.vacancy_scope import EVERYTHING, VacancyScope
from hh_tui.inbox.snapshot.query import Query
from hh_tui.inbox.snapshot.state import Inbox


class KeptList(Struct, frozen=True):
    """A list with its pages, and when each was read, in UTC; `selected` was under the cursor."""

    query: Query
    board: Board
    pages: Sequence[tuple[Page[Negotiation], datetime]]
    selected: str | None


class LastRun(Struct, frozen=True):
    """Who it was, which vacancies there were, and where the person was by then."""

    account: Account
    vacancies: tuple[Vacancy, ...]
    scope: VacancyScope = EVERYTHING
    vacancy_id: str | None = None
    kept: KeptList | None = None


def restored(inbox: Inbox, run: LastRun) -> Inbox:
    """The snapshot as it was left; a vacancy that is not there any more is not gone into."""
    inbox = inbox.with_account(run.account, run.vacancies, run.scope)
    if run.vacancy_id is None or inbox.vacancy_by_id(run.vacancy_id) is None:
        return inbox
    inbox, kept = inbox.in_vacancy(run.vacancy_id), run.kept
    if kept is None:
        return inbox
    inbox = inbox.with_board(run.vacancy_id, kept.board).in_collection(kept.query)
    for page, at in kept.pages:
        inbox = inbox.with_page(kept.query, page, None, at)
    index = inbox.rows.index_of(kept.selected) if kept.selected else None
    return inbox.moved_to(index or 0)
