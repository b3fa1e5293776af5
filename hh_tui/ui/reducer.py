"""What an event makes of the state."""

from typing import assert_never

from hh_tui.system.structs import replace
from hh_tui.ui.events import (
    AccountEvent,
    AddressesRead,
    AnswerEvent,
    AwaitingEvent,
    CandidateEvent,
    DecisionEvent,
    DeedEvent,
    Event,
    FilterEvent,
    InvitationEvent,
    ListEvent,
    NavigationEvent,
    OutboxEvent,
    PollEvent,
    ReadEvent,
    ScreenEvent,
    SelectionEvent,
    SnoozeEvent,
    TextEvent,
    ZonesRead,
)
from hh_tui.ui.reducers import (
    account,
    awaiting,
    candidate,
    decisions,
    filters,
    lists,
    navigation,
    outbox,
    polls,
    screen,
    selection,
    snoozed,
    texts,
)
from hh_tui.ui.state_store import State


def reduce(state: State, event: Event) -> State:
    """The state after the event, and what follows from it by itself."""
    return snoozed.followed(state, _reduced(state, event))


def _reduced(state: State, event: Event) -> State:
    """Each subject has its own arms. An event that none of them names is a type error there."""
    if isinstance(event, DeedEvent):
        return _after_deed(state, event)
    if isinstance(event, ScreenEvent):
        return screen.reduce(state, event)
    if isinstance(event, ReadEvent):
        return _after_read(state, event)
    if isinstance(event, ZonesRead):
        seen = replace(state.view.render_context, zones=event.zones)
        return replace(state, view=replace(state.view, render_context=seen))
    if isinstance(event, AddressesRead):
        seen = replace(state.view.render_context, addresses=event.addresses)
        return replace(state, view=replace(state.view, render_context=seen))
    if isinstance(event, AnswerEvent | InvitationEvent):
        return state
    assert_never(event)


def _after_deed(state: State, event: DeedEvent) -> State:
    if isinstance(event, NavigationEvent):
        return navigation.reduce(state, event)
    if isinstance(event, OutboxEvent):
        return outbox.reduce(state, event)
    if isinstance(event, TextEvent):
        return texts.reduce(state, event)
    if isinstance(event, DecisionEvent):
        return decisions.reduce(state, event)
    if isinstance(event, FilterEvent):
        return filters.reduce(state, event)
    if isinstance(event, SelectionEvent):
        return selection.reduce(state, event)
    if isinstance(event, SnoozeEvent):
        return snoozed.reduce(state, event)
    assert_never(event)


def _after_read(state: State, event: ReadEvent) -> State:
    if isinstance(event, ListEvent):
        return lists.reduce(state, event)
    if isinstance(event, CandidateEvent):
        return candidate.reduce(state, event)
    if isinstance(event, AccountEvent):
        return account.reduce(state, event)
    if isinstance(event, PollEvent):
        return polls.reduce(state, event)
    if isinstance(event, AwaitingEvent):
        return awaiting.reduce(state, event)
    assert_never(event)
