"""Who is marked, in the state."""

from hh_tui.system.structs import replace
from hh_tui.ui.events import SelectionEvent
from hh_tui.ui.state_store import State


def reduce(state: State, event: SelectionEvent) -> State:
    """The state after an event of this subject."""
    return state.having(replace(state.inbox, selection=event.selection))
