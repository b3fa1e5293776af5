"""Who is marked, in the state."""

from hh_tui.inbox.decisions.selection import Selection
from hh_tui.system.structs import replace
from hh_tui.ui.events import MarksDropped, SelectionEvent
from hh_tui.ui.state_store import State


def reduce(state: State, event: SelectionEvent) -> State:
    """The state after an event of this subject."""
    marks = Selection() if isinstance(event, MarksDropped) else event.selection
    return state.having(replace(state.inbox, selection=marks))
