"""What answers about lists make of the state."""

from typing import assert_never

from hh_tui.inbox.snapshot import list_reads
from hh_tui.ui.events import (
    BoardRead,
    CollectionsRead,
    ListEvent,
    ListRefreshed,
    MarkedViewed,
    NegotiationRead,
    OrderKept,
    PageRead,
    ReadFailed,
)
from hh_tui.ui.reducers.connection import failed, reached
from hh_tui.ui.state_store import State


def reduce(state: State, event: ListEvent) -> State:
    """The state after an event of this subject."""
    inbox, view = state.inbox, state.view
    match event:
        case BoardRead():
            return state.having(inbox.with_board(event.vacancy_id, event.board), reached(view))
        case PageRead():
            query, page, epoch = event.query, event.page, event.epoch
            read = list_reads.page_read(inbox, query, page, epoch, event.at, event.asked)
            return state.having(read, reached(view))
        case ListRefreshed():
            query, pages, epoch = event.query, event.pages, event.epoch
            read = list_reads.list_read(inbox, query, pages, epoch, event.at, event.asked)
            return state.having(read, reached(view))
        case NegotiationRead():
            return state.having(list_reads.negotiation_read(inbox, event.negotiation, event.at))
        case MarkedViewed():
            return state.having(list_reads.marked_viewed(inbox, event.ids), reached(view))
        case ReadFailed():
            return _without_answer(state, event)
        case CollectionsRead() | OrderKept():
            return state
        case _:
            assert_never(event)


def _without_answer(state: State, event: ReadFailed) -> State:
    """What was there stays there; a failure that ends the program changes nothing any more."""
    if event.fatal:
        return state
    inbox = list_reads.read_failed(
        state.inbox,
        event.error,
        account=event.account,
        query=event.query,
        vacancy_id=event.vacancy_id,
        opened=event.opened.id if event.opened else None,
    )
    return state.having(inbox, failed(state.view, event.error))
