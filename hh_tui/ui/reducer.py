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
    NavigationEvent,
    OutboxEvent,
    PollEvent,
    ScreenEvent,
    SnoozeEvent,
)
from hh_tui.ui.reducers import (
    account,
    awaiting,
    candidate,
    decisions,
    lists,
    navigation,
    outbox,
    polls,
    screen,
    snoozed,
)
from hh_tui.ui.state_store import State


def reduce(state: State, event: Event) -> State:
    """The state after the event, and what follows from it by itself."""
    return snoozed.followed(state, _reduced(state, event))


def _reduced(state: State, event: Event) -> State:
    """Each subject has its own arms. An event that none of them names is a type error there."""
    if isinstance(event, ListEvent):
        return lists.reduce(state, event)
    if isinstance(event, NavigationEvent):
        return navigation.reduce(state, event)
    if isinstance(event, ScreenEvent):
        return screen.reduce(state, event)
    if isinstance(event, DecisionEvent | InvitationEvent | OutboxEvent):
        return _decided(state, event)
    if isinstance(event, CandidateEvent):
        return candidate.reduce(state, event)
    if isinstance(event, AccountEvent):
        return account.reduce(state, event)
    if isinstance(event, PollEvent):
        return polls.reduce(state, event)
    if isinstance(event, AwaitingEvent):
        return awaiting.reduce(state, event)
    if isinstance(event, SnoozeEvent):
        return snoozed.reduce(state, event)
    assert_never(event)


def _decided(state: State, event: DecisionEvent | InvitationEvent | OutboxEvent) -> State:
    return outbox.reduce(state, event) if isinstance(event, OutboxEvent) else decisions.reduce(state, event)
