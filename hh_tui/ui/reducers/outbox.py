"""What the outbox makes of the state."""

from dataclasses import replace
from typing import assert_never

from hh_tui.errors import NetworkError
from hh_tui.inbox.decisions import optimistic, optimistic_bulk
from hh_tui.inbox.decisions.bulk_decision import with_chunk_sent
from hh_tui.inbox.decisions.outbox import Stage
from hh_tui.ui.events import (
    BatchEnded,
    ChunkSent,
    OutboxChanged,
    OutboxEvent,
    WriteCarriedOut,
    WriteRefused,
    WritesDropped,
    WritesTakenUp,
)
from hh_tui.ui.state_store import State


def reduce(state: State, event: OutboxEvent) -> State:
    """The state after an event of this subject."""
    match event:
        case OutboxChanged():
            return _with_writes(state, event)
        case WritesTakenUp():
            return replace(state, inbox=optimistic_bulk.applied(state.inbox, event.operations))
        case WritesDropped():
            return replace(state, inbox=optimistic_bulk.reverted(state.inbox, event.operations))
        case WriteCarriedOut():
            inbox = optimistic.settled(state.inbox, event.operation)
            return _online(replace(state, inbox=inbox), True)
        case WriteRefused():
            return _refused(state, event)
        case ChunkSent():
            inbox = with_chunk_sent(state.inbox, event.done, event.refused)
            return _online(replace(state, inbox=inbox), bool(event.done) or state.view.online)
        case BatchEnded():
            return state
        case _:
            assert_never(event)


def _refused(state: State, event: WriteRefused) -> State:
    """The candidate is back, and so is the letter where it surely did not go."""
    inbox = optimistic.refused(state.inbox, event.operation, event.error)
    if event.letter_back:
        inbox = optimistic.with_letter_back(inbox, event.operation)
    online = state.view.online and not isinstance(event.error, NetworkError)
    return _online(replace(state, inbox=inbox), online)


def _online(state: State, online: bool) -> State:
    """Whether hh.ru can be reached, as far as the last answer tells."""
    return state if state.view.online is online else replace(state, view=replace(state.view, online=online))


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
