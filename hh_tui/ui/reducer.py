"""What an event makes of the state: one arm an event, each a call of a pure function."""

from dataclasses import replace

from hh_tui.inbox.decisions.outbox import Stage
from hh_tui.inbox.snapshot.state import Inbox
from hh_tui.ui.state_store import Aged, CursorMoved, OutboxChanged, Shown, State, StoreOpened, Updated


def reduce(state: State, event: object) -> State:
    """The state after the event."""
    match event:
        case Updated():
            return replace(state, inbox=event.inbox)
        case StoreOpened():
            inbox = Inbox() if event.another_login else state.inbox
            return replace(state, inbox=replace(inbox, drafts=event.drafts, sheets=event.sheets))
        case CursorMoved():
            moved = state.inbox.moved_to(event.cursor)
            return state if moved is state.inbox else replace(state, inbox=moved.trying_again())
        case Shown():
            return replace(state, view=event.view)
        case OutboxChanged():
            return _with_writes(state, event)
        case Aged():
            return replace(
                state,
                view=replace(state.view, render_context=event.render_context, aged=event.render_context),
            )
        case _:
            return state


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
