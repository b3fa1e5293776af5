"""What answers about accounts make of the state."""

from typing import assert_never

from hh_tui.inbox.snapshot.list_reads import account_read
from hh_tui.inbox.snapshot.state import Inbox
from hh_tui.system.structs import replace
from hh_tui.ui.events import (
    AccountAnswered,
    AccountEvent,
    AccountGivenUp,
    AccountLeft,
    AccountRead,
    AccountRefused,
    ArchiveRead,
    LoginAnswered,
    LoginChanged,
    ManagerAccountsRead,
    SavedSearchesRead,
    SavedSearchSeen,
    StatisticsRead,
)
from hh_tui.ui.reducers.connection import reached
from hh_tui.ui.state_store import State
from hh_tui.ui.view import Pane, View


def reduce(state: State, event: AccountEvent) -> State:
    """The state after an event of this subject."""
    match event:
        case AccountRead():
            return _with_account(state, event)
        case ArchiveRead():
            shown = state.inbox.scope == event.scope
            return state.having(state.inbox.with_archived(event.vacancies)) if shown else state
        case AccountLeft():
            return state.having(state.inbox.begun_anew(), _outside(state.view))
        case AccountRefused() | AccountGivenUp():
            return state.having(view=replace(state.view, last_error=event.error))
        case StatisticsRead():
            return state.having(view=_with_statistics(state, event))
        case SavedSearchesRead():
            known = event.account == state.inbox.who(None)
            return state.having(replace(state.inbox, searches=event.searches)) if known else state
        case SavedSearchSeen():
            return state.having(_with_seen(state.inbox, event.search_id))
        case AccountAnswered() | LoginAnswered() | LoginChanged() | ManagerAccountsRead():
            return state
        case _:
            assert_never(event)


def _with_account(state: State, event: AccountRead) -> State:
    """Another account begins with its list, and with figures of its own."""
    before, view = state.inbox, reached(state.view)
    inbox = account_read(before, event.account, event.vacancies, event.scope)
    if before.vacancy_id is not None and inbox.vacancy_id is None:
        view = _outside(view)
    figures = view.statistics.of_account(event.account)
    return state.having(inbox, view if figures is view.statistics else replace(view, statistics=figures))


def _with_seen(inbox: Inbox, search_id: str) -> Inbox:
    if inbox.searches is None:
        return inbox
    searches = tuple(one.seen() if one.id == search_id else one for one in inbox.searches)
    return replace(inbox, searches=searches)


def _outside(view: View) -> View:
    """Out of the composer and of the candidate."""
    return replace(view, composing=None, pane=Pane.LIST)


def _with_statistics(state: State, event: StatisticsRead) -> View:
    view = state.view
    figures = view.statistics.read(state.inbox.account, event.account, event.statistics, event.views)
    return view if figures is view.statistics else replace(view, statistics=figures)
