"""What looking for those who await a reply makes of the state."""

from typing import assert_never

from hh_tui.inbox.lists import awaiting_list
from hh_tui.ui.events import (
    AwaitingEvent,
    ChatsCounted,
    LookFailed,
    PortionRead,
    QueueChanged,
    QueueEntered,
    VacancyLooked,
    WaitingRevealed,
)
from hh_tui.ui.reducers.connection import reached
from hh_tui.ui.state_store import State


def reduce(state: State, event: AwaitingEvent) -> State:
    """The state after an event of this subject; answers to another look than the last one change no queue."""
    inbox, view = state.inbox, state.view
    match event:
        case ChatsCounted():
            return state.having(awaiting_list.counted(inbox, event.stamp, event.count))
        case VacancyLooked():
            looked = awaiting_list.looked_at(
                inbox, event.stamp, event.portions, event.at, is_whole=event.is_whole
            )
            return state.having(looked, view if looked.queue is inbox.queue else reached(view))
        case PortionRead():
            return state.having(awaiting_list.read_on(inbox, event.stamp, event.portion, event.at))
        case LookFailed():
            return state.having(awaiting_list.stopped(inbox, event.stamp))
        case QueueChanged():
            return state.having(awaiting_list.lined_up(inbox, event.queue))
        case WaitingRevealed():
            return state.having(awaiting_list.revealed(inbox, event.negotiation_id))
        case QueueEntered():
            return state.having(awaiting_list.entered(inbox, event.left))
        case _:
            assert_never(event)
