"""Who is snoozed, who is back, and their lists."""

from typing import assert_never

from hh_tui.inbox.lists import snoozed_list
from hh_tui.ui.events import (
    SnoozedEntered,
    SnoozedPut,
    SnoozedRecalled,
    SnoozeEnded,
    SnoozeEvent,
    SnoozeUndone,
)
from hh_tui.ui.state_store import State


def reduce(state: State, event: SnoozeEvent) -> State:
    """The state after an event of this subject."""
    inbox = state.inbox
    match event:
        case SnoozedPut():
            return state.having(snoozed_list.put(inbox, event.snoozed, event.ids, upwards=event.upwards))
        case SnoozeUndone():
            return state.having(snoozed_list.undone(inbox, event.snoozed, event.negotiation_id))
        case SnoozedRecalled():
            return state.having(inbox.with_snoozed(event.snoozed))
        case SnoozeEnded():
            return state.having(inbox.with_snoozed(inbox.snoozed.woken(event.at)))
        case SnoozedEntered():
            return state.having(snoozed_list.entered(inbox, event.place))
        case _:
            assert_never(event)


def followed(before: State, after: State) -> State:
    """The list of those snoozed, where it is the one shown, is as they are by now."""
    old, new = before.inbox, after.inbox
    if old.snoozed is new.snoozed and old.pending is new.pending:
        return after
    return after.having(snoozed_list.lined_up(new, old.snoozed))
