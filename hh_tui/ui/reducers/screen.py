"""What is shown, and by which moment."""

from typing import assert_never

from hh_tui.inbox.snapshot.last_run import restored
from hh_tui.inbox.snapshot.state import Inbox
from hh_tui.system.structs import replace
from hh_tui.ui.events import (
    Aged,
    Ending,
    LastRunLoaded,
    LastRunRestored,
    ScreenEvent,
    Shown,
    Started,
    StoreOpened,
    Ticked,
    Updated,
)
from hh_tui.ui.state_store import State


def reduce(state: State, event: ScreenEvent) -> State:
    """The state after an event of this subject."""
    match event:
        case Updated():
            return replace(state, inbox=event.inbox)
        case Shown():
            return replace(state, view=event.view)
        case StoreOpened():
            inbox = Inbox() if event.another_login else state.inbox
            return replace(state, inbox=replace(inbox, drafts=event.drafts, sheets=event.sheets))
        case LastRunRestored():
            return state.having(restored(state.inbox, event.last_run))
        case Aged():
            aged = event.render_context
            return replace(state, view=replace(state.view, render_context=aged, aged=aged))
        case Started() | LastRunLoaded() | Ticked() | Ending():
            return state
        case _:
            assert_never(event)
