"""What decisions make of the state: it shows them at once."""

from typing import assert_never

from hh_tui.inbox.decisions import optimistic, optimistic_bulk
from hh_tui.inbox.decisions.advance import decided
from hh_tui.inbox.decisions.bulk_decision import decided_together
from hh_tui.ui.events import (
    AtOnceFailed,
    AtOnceSent,
    BatchTakenBack,
    Decided,
    DecidedAgain,
    DecidedTogether,
    DecisionEvent,
    DecisionTakenBack,
    LettersReturned,
)
from hh_tui.ui.state_store import State


def reduce(state: State, event: DecisionEvent) -> State:
    """The state after an event of this subject."""
    inbox = state.inbox
    match event:
        case Decided():
            return state.having(decided(inbox, event.operation, event.advance))
        case DecidedTogether():
            return state.having(decided_together(inbox, event.operations))
        case DecidedAgain():
            return state.having(optimistic_bulk.decided_again(inbox, event.operations))
        case DecisionTakenBack():
            return state.having(optimistic.taken_back(inbox, event.operation))
        case BatchTakenBack():
            return state.having(optimistic_bulk.reverted(inbox, event.operations))
        case LettersReturned():
            return state.having(optimistic_bulk.with_letters_back(inbox, event.operations))
        case AtOnceSent() | AtOnceFailed():
            return state
        case _:
            assert_never(event)
