"""What answers about one candidate make of the state."""

from typing import assert_never

from hh_tui.inbox.snapshot import candidate_reads
from hh_tui.system.structs import replace
from hh_tui.ui.events import (
    CandidateEvent,
    DossierAsked,
    DossierFailed,
    DossierRead,
    LabelPut,
    LabelsChanged,
    NoteFailed,
    NoteWritten,
    ThreadAsked,
    ThreadRead,
    ThreadRecalled,
    ThreadUnmarked,
    ViewsLeftRead,
)
from hh_tui.ui.reducers.connection import failed, reached
from hh_tui.ui.state_store import State


def reduce(state: State, event: CandidateEvent) -> State:
    """The state after an event of this subject."""
    inbox, view = state.inbox, state.view
    match event:
        case ThreadAsked():
            return state.having(candidate_reads.thread_asked(inbox, event.negotiation_id))
        case ThreadRecalled():
            page, at = event.message_page, event.at
            return state.having(candidate_reads.thread_recalled(inbox, event.negotiation_id, page, at))
        case ThreadRead():
            who, page, at = event.negotiation, event.message_page, event.at
            read = candidate_reads.thread_read(inbox, who, page, at, event.stamp)
            opened = view.opened_log.opened(event.negotiation.id, event.at)
            return state.having(read, replace(reached(view), opened_log=opened))
        case DossierAsked():
            return state.having(candidate_reads.tab_asked(inbox, event.negotiation.id, event.tab))
        case DossierRead():
            key, tab, at = event.negotiation.id, event.tab, event.at
            held = candidate_reads.tab_read(inbox, key, tab, event.value, at, event.stamp)
            return state.having(held, reached(view))
        case DossierFailed():
            key, error = event.negotiation.id, event.error
            lost = candidate_reads.tab_failed(inbox, key, event.tab, error, event.stamp)
            return state.having(lost, failed(view, error))
        case ThreadUnmarked() | NoteFailed():
            return state.having(view=replace(view, last_error=event.error))
        case NoteWritten() | ViewsLeftRead():
            return state
        case LabelsChanged() | LabelPut():
            return _labelled(state, event)
        case _:
            assert_never(event)


def _labelled(state: State, event: LabelsChanged | LabelPut) -> State:
    """A search that is open finds by these labels at once."""
    inbox, labels = state.inbox, event.labels
    if labels == state.view.labels:
        return state
    if inbox.search is not None:
        inbox = inbox.searched(replace(inbox.search, labels=labels))
    return state.having(inbox, replace(state.view, labels=labels))
