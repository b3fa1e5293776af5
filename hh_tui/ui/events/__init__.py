"""What can happen in the inbox: frozen values, one union. What each makes of the state says the reducer."""

from hh_tui.ui.events.account import (
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
from hh_tui.ui.events.awaiting import AwaitingEvent, ChatsCounted, LookFailed, PortionRead, VacancyLooked
from hh_tui.ui.events.candidate import (
    CandidateEvent,
    DossierFailed,
    DossierRead,
    NoteFailed,
    NoteWritten,
    ThreadRead,
    ThreadUnmarked,
    ViewsLeftRead,
)
from hh_tui.ui.events.decisions import DecisionEvent, LetterFilled, LogRead, OutboxChanged, ZonesRead
from hh_tui.ui.events.invitations import (
    InvitableRead,
    InvitationEvent,
    Invited,
    InvitedLost,
    InvitedRead,
    ResumeSeen,
    ResumeUnknown,
)
from hh_tui.ui.events.lists import (
    BoardRead,
    CollectionsRead,
    CursorMoved,
    ListEvent,
    ListRefreshed,
    MarkedViewed,
    NegotiationRead,
    OrderKept,
    PageRead,
    ReadFailed,
)
from hh_tui.ui.events.polls import BoardPolled, CountersPolled, FirstPagePolled, PollEvent, PollFailed
from hh_tui.ui.events.screen import Aged, ScreenEvent, Shown, Started, StoreOpened, Ticked, Updated

__all__ = [
    "AccountAnswered",
    "AccountEvent",
    "AccountGivenUp",
    "AccountRead",
    "AccountRefused",
    "Aged",
    "ArchiveRead",
    "AwaitingEvent",
    "BoardPolled",
    "BoardRead",
    "CandidateEvent",
    "ChatsCounted",
    "CollectionsRead",
    "CountersPolled",
    "CursorMoved",
    "DecisionEvent",
    "DossierFailed",
    "DossierRead",
    "Event",
    "FirstPagePolled",
    "InvitableRead",
    "InvitationEvent",
    "Invited",
    "InvitedLost",
    "InvitedRead",
    "LetterFilled",
    "ListEvent",
    "ListRefreshed",
    "LogRead",
    "LoginAnswered",
    "LoginChanged",
    "LookFailed",
    "ManagerAccountsRead",
    "MarkedViewed",
    "NegotiationRead",
    "NoteFailed",
    "NoteWritten",
    "OrderKept",
    "OutboxChanged",
    "PageRead",
    "PollEvent",
    "PollFailed",
    "PortionRead",
    "ReadFailed",
    "ResumeSeen",
    "ResumeUnknown",
    "ScreenEvent",
    "Shown",
    "Started",
    "StatisticsRead",
    "StoreOpened",
    "ThreadRead",
    "ThreadUnmarked",
    "Ticked",
    "Updated",
    "VacancyLooked",
    "ViewsLeftRead",
    "ZonesRead",
]

Event = (
    AccountEvent
    | ListEvent
    | PollEvent
    | AwaitingEvent
    | CandidateEvent
    | DecisionEvent
    | InvitationEvent
    | ScreenEvent
)
