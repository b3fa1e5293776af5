"""What the outbox makes of the state."""

from collections.abc import Sequence
from typing import assert_never

from hh_tui.inbox.decisions import optimistic, optimistic_bulk
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.decisions.outbox import Stage
from hh_tui.inbox.decisions.silent_step import with_step
from hh_tui.system.structs import replace
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
from hh_tui.ui.reducers.connection import failed, reached
from hh_tui.ui.state_store import State
from hh_tui.ui.view import View


def reduce(state: State, event: OutboxEvent) -> State:
    """The state after an event of this subject."""
    inbox, view = state.inbox, state.view
    match event:
        case OutboxChanged():
            return _with_writes(state, event)
        case WritesTakenUp():
            return state.having(optimistic_bulk.applied(inbox, event.operations))
        case WritesDropped():
            return state.having(optimistic_bulk.reverted(inbox, event.operations))
        case WriteCarriedOut():
            settled = optimistic.settled(inbox, event.operation)
            return state.having(settled, _carried_out(view, (event.operation,)))
        case WriteRefused():
            operation, error = event.operation, event.error
            back = optimistic.not_done(inbox, operation, error, letter_back=event.letter_back)
            selection = back.selection.without(*_closed(state, (operation,)))
            return state.having(replace(back, selection=selection), failed(view, error))
        case ChunkSent():
            from hh_tui.inbox.decisions.bulk_decision import with_chunk_sent

            sent = with_chunk_sent(inbox, event.done, event.refused, _closed(state, event.refused))
            return state.having(sent, _carried_out(view, event.done) if event.done else view)
        case BatchEnded():
            from hh_tui.inbox.decisions.bulk_decision import with_batch_ended

            return state.having(with_batch_ended(inbox, event.report))
        case _:
            assert_never(event)


def _closed(state: State, refused: Sequence[Operation]) -> frozenset[str]:
    """Of those refused the negotiations that no mark is kept for: the same again would be refused again."""
    if not refused:
        return frozenset()
    from hh_tui.inbox.decisions.remedy import closed

    ids = {one.id for one in refused}
    entries = (one for one in state.outbox.entries if one.operation.id in ids)
    return closed(entries, state.view.render_context.now)


def _carried_out(view: View, operations: Sequence[Operation]) -> View:
    """hh.ru has answered; steps that nobody was told of are kept until a letter follows."""
    steps = view.unannounced
    for operation in operations:
        steps = with_step(steps, operation)
    view = reached(view)
    return view if steps is view.unannounced else replace(view, unannounced=steps)


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
