"""What answers about accounts make of the state."""

from typing import assert_never

from hh_tui.ui.events import (
    AccountAnswered,
    AccountEvent,
    AccountGivenUp,
    AccountRead,
    AccountRefused,
    ArchiveRead,
    LoginAnswered,
    LoginChanged,
    ManagerAccountsRead,
    StatisticsRead,
)
from hh_tui.ui.state_store import State


def reduce(state: State, event: AccountEvent) -> State:
    """The state after an event of this subject."""
    match event:
        case (
            AccountRead()
            | ArchiveRead()
            | ManagerAccountsRead()
            | AccountAnswered()
            | AccountRefused()
            | AccountGivenUp()
            | LoginAnswered()
            | LoginChanged()
            | StatisticsRead()
        ):
            return state
        case _:
            assert_never(event)
