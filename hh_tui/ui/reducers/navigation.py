"""Where the person goes, in the state."""

from typing import assert_never

from hh_tui.ui.events import CollectionEntered, CursorMoved, NavigationEvent, VacancyEntered
from hh_tui.ui.state_store import State


def reduce(state: State, event: NavigationEvent) -> State:
    """The state after an event of this subject."""
    inbox = state.inbox
    match event:
        case CursorMoved():
            moved = inbox.moved_to(event.cursor)
            return state if moved is inbox else state.having(moved.trying_again())
        case VacancyEntered():
            return state.having(inbox.in_vacancy(event.vacancy_id))
        case CollectionEntered():
            return state.having(inbox.in_collection(event.query))
        case _:
            assert_never(event)
