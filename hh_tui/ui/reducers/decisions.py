"""What decisions make of the state."""

from typing import assert_never

from hh_tui.ui.events import (
    DecisionEvent,
    InvitableRead,
    InvitationEvent,
    InvitedLost,
    InvitedRead,
    LetterFilled,
    LogRead,
    ResumeSeen,
    ResumeUnknown,
    ZonesRead,
)
from hh_tui.ui.state_store import State


def reduce(state: State, event: DecisionEvent | InvitationEvent) -> State:
    """The state after an event of this subject."""
    match event:
        case LetterFilled() | LogRead() | ZonesRead():
            return state
        case InvitableRead() | InvitedLost() | InvitedRead() | ResumeSeen() | ResumeUnknown():
            return state
        case _:
            assert_never(event)
