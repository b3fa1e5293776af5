"""What polls make of the state."""

from typing import assert_never

from hh_tui.errors import NetworkError
from hh_tui.inbox.lists.counter_poll import touched, with_counters, with_polled_board
from hh_tui.inbox.lists.snoozed_list import with_read
from hh_tui.inbox.snapshot.freshness import with_arrivals, with_first_page
from hh_tui.system.structs import replace
from hh_tui.ui.events import (
    BoardPolled,
    CountersPolled,
    FirstPagePolled,
    ListUnchanged,
    NewcomersPlaced,
    PollEvent,
    PollFailed,
)
from hh_tui.ui.reducers.connection import reached
from hh_tui.ui.state_store import State


def reduce(state: State, event: PollEvent) -> State:
    """The state after an event of this subject. What a poll brings never moves the row under the cursor."""
    inbox, view = state.inbox, state.view
    match event:
        case CountersPolled():
            keep = touched(inbox, event.asked, state.outbox)
            return state.having(with_counters(inbox, event.asked, event.vacancies.items, keep), reached(view))
        case BoardPolled():
            keep = touched(inbox, event.asked, state.outbox)
            return state.having(with_polled_board(inbox, event.asked, event.vacancy_id, event.board, keep))
        case FirstPagePolled():
            fresh = with_first_page(inbox, event.asked, event.query, event.page, event.at)
            return state.having(with_read(fresh, event.page.items, event.at))
        case ListUnchanged():
            listing = replace(inbox.listing, read_at=event.at)
            return state.having(replace(inbox, listing=listing)) if listing.query == event.query else state
        case PollFailed():
            lost = isinstance(event.error, NetworkError) and view.online
            return state.having(view=replace(view, online=False) if lost else view)
        case NewcomersPlaced():
            return state.having(with_arrivals(inbox))
        case _:
            assert_never(event)
