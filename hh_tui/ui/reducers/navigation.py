"""Where the person goes, in the state."""

from typing import assert_never

from hh_tui.inbox.decisions.selection_actions import with_range
from hh_tui.inbox.snapshot.list_reads import candidate_entered
from hh_tui.system.structs import replace
from hh_tui.ui.events import (
    CandidateEntered,
    CollectionEntered,
    CursorMoved,
    FoldToggled,
    NavigationEvent,
    PreviousListEntered,
    Searched,
    VacancyEntered,
)
from hh_tui.ui.state_store import State
from hh_tui.ui.view import Pane


def reduce(state: State, event: NavigationEvent) -> State:
    """The state after an event of this subject."""
    inbox = state.inbox
    match event:
        case CursorMoved():
            moved = inbox.moved_to(event.cursor)
            return state.having(with_range(moved if moved is inbox else moved.trying_again()))
        case VacancyEntered():
            return state.having(inbox.in_vacancy(event.vacancy_id))
        case CollectionEntered():
            return state.having(inbox.in_collection(event.query))
        case PreviousListEntered():
            previous = event.previous
            back = previous.restored_at(inbox) if event.follows else previous.restored(inbox)
            return state.having(back or inbox)
        case CandidateEntered():
            return _at_candidate(state, event)
        case FoldToggled():
            return state.having(replace(inbox, unfolded=not inbox.unfolded))
        case Searched():
            return state.having(inbox.searched(event.search))
        case _:
            assert_never(event)


def _at_candidate(state: State, event: CandidateEntered) -> State:
    """Out of the composer and the line of the search, into the list."""
    inbox = candidate_entered(state.inbox, event.board, event.query, event.pages, event.negotiation_id)
    return state.having(inbox, replace(state.view, composing=None, in_search_line=False, pane=Pane.LIST))
