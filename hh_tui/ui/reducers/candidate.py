"""What answers about one candidate make of the state."""

from typing import assert_never

from hh_tui.ui.events import (
    CandidateEvent,
    DossierFailed,
    DossierRead,
    NoteFailed,
    NoteWritten,
    ThreadRead,
    ThreadUnmarked,
    ViewsLeftRead,
)
from hh_tui.ui.state_store import State


def reduce(state: State, event: CandidateEvent) -> State:
    """The state after an event of this subject."""
    match event:
        case (
            ThreadRead()
            | ThreadUnmarked()
            | DossierRead()
            | DossierFailed()
            | ViewsLeftRead()
            | NoteWritten()
            | NoteFailed()
        ):
            return state
        case _:
            assert_never(event)
