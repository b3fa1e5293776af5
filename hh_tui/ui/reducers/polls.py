"""What polls make of the state."""

from typing import assert_never

from hh_tui.ui.events import BoardPolled, CountersPolled, FirstPagePolled, PollEvent, PollFailed
from hh_tui.ui.state_store import State


def reduce(state: State, event: PollEvent) -> State:
    """The state after an event of this subject."""
    match event:
        case CountersPolled() | BoardPolled() | FirstPagePolled() | PollFailed():
            return state
        case _:
            assert_never(event)
