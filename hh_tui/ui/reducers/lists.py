"""What answers about lists make of the state, and where the cursor is in one."""

from dataclasses import replace
from typing import assert_never

from hh_tui.ui.events import (
    BoardRead,
    CollectionsRead,
    CursorMoved,
    ListEvent,
    ListRefreshed,
    MarkedViewed,
    NegotiationRead,
    OrderKept,
    PageRead,
    ReadFailed,
)
from hh_tui.ui.state_store import State


def reduce(state: State, event: ListEvent) -> State:
    """The state after an event of this subject."""
    match event:
        case CursorMoved():
            moved = state.inbox.moved_to(event.cursor)
            return state if moved is state.inbox else replace(state, inbox=moved.trying_again())
        case (
            BoardRead()
            | CollectionsRead()
            | PageRead()
            | ListRefreshed()
            | NegotiationRead()
            | MarkedViewed()
            | ReadFailed()
            | OrderKept()
        ):
            return state
        case _:
            assert_never(event)
