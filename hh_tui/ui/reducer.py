"""What an event makes of the state: one arm an event, each a call of a pure function."""

from dataclasses import replace

from hh_tui.ui.state_store import Aged, OutboxChanged, Shown, State, Updated


def reduce(state: State, event: object) -> State:
    """The state after the event."""
    match event:
        case Updated():
            return replace(state, inbox=event.inbox)
        case Shown():
            return replace(state, view=event.view)
        case OutboxChanged():
            return replace(state, outbox=event.outbox, view=replace(state.view, now=event.now))
        case Aged():
            return replace(state, view=replace(state.view, lens=event.lens))
        case _:
            return state
