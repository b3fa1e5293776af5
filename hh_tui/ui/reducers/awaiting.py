"""What looking for those who await a reply makes of the state."""

from typing import assert_never

from hh_tui.ui.events import AwaitingEvent, ChatsCounted, LookFailed, PortionRead, VacancyLooked
from hh_tui.ui.state_store import State


def reduce(state: State, event: AwaitingEvent) -> State:
    """The state after an event of this subject."""
    match event:
        case ChatsCounted() | VacancyLooked() | PortionRead() | LookFailed():
            return state
        case _:
            assert_never(event)
