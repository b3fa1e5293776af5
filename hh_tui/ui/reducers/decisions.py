"""What decisions make of the state."""

from dataclasses import replace
from typing import assert_never

from hh_tui.inbox.decisions.outbox import Stage
from hh_tui.ui.events import (
    DecisionEvent,
    InvitableRead,
    InvitationEvent,
    InvitedLost,
    InvitedRead,
    LetterFilled,
    LogRead,
    OutboxChanged,
    ResumeSeen,
    ResumeUnknown,
    ZonesRead,
)
from hh_tui.ui.state_store import State


def reduce(state: State, event: DecisionEvent | InvitationEvent) -> State:
    """The state after an event of this subject."""
    match event:
        case OutboxChanged():
            return _with_writes(state, event)
        case LetterFilled() | LogRead() | ZonesRead():
            return state
        case InvitableRead() | InvitedLost() | InvitedRead() | ResumeSeen() | ResumeUnknown():
            return state
        case _:
            assert_never(event)


def _with_writes(state: State, event: OutboxChanged) -> State:
    """Ages of writes are told by this moment; what the last key did gives way to a write that begins to wait.

    It gives way whichever key or dialog made the decision.
    """
    before = {one.operation.id for one in state.outbox.entries}
    said = state.view.status_text
    if any(one.operation.id not in before for one in event.outbox.of(Stage.HELD)):
        said = ""
    ctx = replace(state.view.render_context, now=event.moment)
    return replace(
        state,
        outbox=event.outbox,
        view=replace(state.view, now=event.now, render_context=ctx, status_text=said),
    )
