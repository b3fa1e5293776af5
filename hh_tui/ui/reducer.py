"""What an event makes of the state."""

from typing import assert_never

from hh_tui.ui.events import (
    AccountEvent,
    AwaitingEvent,
    CandidateEvent,
    DecisionEvent,
    Event,
    InvitationEvent,
    ListEvent,
    PollEvent,
    ScreenEvent,
)
from hh_tui.ui.reducers import account, awaiting, candidate, decisions, lists, polls, screen
from hh_tui.ui.state_store import State


def reduce(state: State, event: Event) -> State:
    """The state after the event. Each subject has its own arms."""
    if isinstance(event, ListEvent):
        return lists.reduce(state, event)
    if isinstance(event, ScreenEvent):
        return screen.reduce(state, event)
    if isinstance(event, DecisionEvent):
        return decisions.reduce(state, event)
    if isinstance(event, CandidateEvent):
        return candidate.reduce(state, event)
    if isinstance(event, AccountEvent):
        return account.reduce(state, event)
    if isinstance(event, PollEvent):
        return polls.reduce(state, event)
    if isinstance(event, AwaitingEvent):
        return awaiting.reduce(state, event)
    if isinstance(event, InvitationEvent):
        return state
    assert_never(event)
