"""Filters kept for a vacancy, in the state."""

from typing import assert_never

from hh_tui.system.structs import replace
from hh_tui.ui.events import FilterEvent, FiltersNamed, FiltersSaved, SavedFiltersRecalled
from hh_tui.ui.state_store import State


def reduce(state: State, event: FilterEvent) -> State:
    """The state after an event of this subject."""
    inbox = state.inbox
    match event:
        case SavedFiltersRecalled():
            kept = [one for some in event.saved.values() for one in some]
            names = {key: word for one in kept for key, word in one.names.items()}
            # What hh.ru calls it today is better than what it was called when it was kept.
            return state.having(replace(inbox, saved=event.saved, names={**names, **inbox.names}))
        case FiltersSaved():
            saved = {**inbox.saved, event.vacancy_id: event.saved}
            return state.having(replace(inbox, saved=saved))
        case FiltersNamed():
            return state.having(replace(inbox, names={**inbox.names, **event.names}))
        case _:
            assert_never(event)
