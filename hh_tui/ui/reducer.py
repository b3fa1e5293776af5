"""What an event makes of the state. Arms that no start needs are imported by their first event."""

from typing import assert_never

from hh_tui.system.structs import replace
from hh_tui.ui.events import (
    AccountEvent,
    AddressesRead,
    AnswerEvent,
    AnyEvent,
    AwaitingEvent,
    CandidateEvent,
    DecisionEvent,
    DeedEvent,
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
    candidate,
    filters,
    outbox,
    screen,
    snoozed,
)
from hh_tui.ui.state_store import State


def reduce(state: State, event: AnyEvent) -> State:
    """The state after the event, and what follows from it by itself."""
    return snoozed.followed(state, _reduced(state, event))


def _reduced(state: State, event: AnyEvent) -> State:
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
        from hh_tui.ui.reducers import navigation

        return navigation.reduce(state, event)
    if isinstance(event, OutboxEvent):
        return outbox.reduce(state, event)
    if isinstance(event, TextEvent):
        from hh_tui.ui.reducers import texts

        return texts.reduce(state, event)
    if isinstance(event, DecisionEvent):
        from hh_tui.ui.reducers import decisions

        return decisions.reduce(state, event)
    if isinstance(event, FilterEvent):
        return filters.reduce(state, event)
    if isinstance(event, SelectionEvent):
        from hh_tui.ui.reducers import selection

        return selection.reduce(state, event)
    if isinstance(event, SnoozeEvent):
        return snoozed.reduce(state, event)
    assert_never(event)


def _after_read(state: State, event: ReadEvent) -> State:
    if isinstance(event, ListEvent):
        from hh_tui.ui.reducers import lists

        return lists.reduce(state, event)
    if isinstance(event, CandidateEvent):
        return candidate.reduce(state, event)
    if isinstance(event, AccountEvent):
        from hh_tui.ui.reducers import account

        return account.reduce(state, event)
    if isinstance(event, PollEvent):
        from hh_tui.ui.reducers import polls

        return polls.reduce(state, event)
    if isinstance(event, AwaitingEvent):
        from hh_tui.ui.reducers import awaiting

        return awaiting.reduce(state, event)
    assert_never(event)
