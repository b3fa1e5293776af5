"""What can happen in the inbox: frozen values, one union. What each makes of the state says the reducer."""

from hh_tui.ui.events.account import (
    AccountAnswered,
    AccountEvent,
    AccountGivenUp,
    AccountLeft,
    AccountRead,
    AccountRefused,
    ArchiveRead,
    LoginAnswered,
    LoginChanged,
    ManagerAccountsRead,
    StatisticsRead,
)
from hh_tui.ui.events.awaiting import (
    AwaitingEvent,
    ChatsCounted,
    LookFailed,
    PortionRead,
    QueueChanged,
    QueueEntered,
    VacancyLooked,
)
from hh_tui.ui.events.candidate import (
    CandidateEvent,
    DossierAsked,
    DossierFailed,
    DossierRead,
    NoteFailed,
    NoteWritten,
    ThreadAsked,
    ThreadRead,
    ThreadRecalled,
    ThreadUnmarked,
    ViewsLeftRead,
)
from hh_tui.ui.events.decisions import DecisionEvent, LetterFilled, LogRead, ZonesRead
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
    ListEvent,
    ListRefreshed,
    MarkedViewed,
    NegotiationRead,
    OrderKept,
    PageRead,
    ReadFailed,
)
from hh_tui.ui.events.navigation import CollectionEntered, CursorMoved, NavigationEvent, VacancyEntered
from hh_tui.ui.events.outbox import (
    BatchEnded,
    ChunkSent,
    OutboxChanged,
    OutboxEvent,
    WriteCarriedOut,
    WriteRefused,
    WritesDropped,
    WritesTakenUp,
)
from hh_tui.ui.events.polls import (
    BoardPolled,
    CountersPolled,
    FirstPagePolled,
    NewcomersPlaced,
    PollEvent,
    PollFailed,
)
from hh_tui.ui.events.screen import (
    Aged,
    Ending,
    LastRunLoaded,
    ScreenEvent,
    Shown,
    Started,
    StoreOpened,
    Ticked,
    Updated,
)
from hh_tui.ui.events.snoozed import SnoozedEntered, SnoozedRecalled, SnoozeEnded, SnoozeEvent

__all__ = [
    "AccountAnswered",
    "AccountEvent",
    "AccountGivenUp",
    "AccountLeft",
    "AccountRead",
    "AccountRefused",
    "Aged",
    "ArchiveRead",
    "AwaitingEvent",
    "BatchEnded",
    "BoardPolled",
    "BoardRead",
    "CandidateEvent",
    "ChatsCounted",
    "ChunkSent",
    "CollectionEntered",
    "CollectionsRead",
    "CountersPolled",
    "CursorMoved",
    "DecisionEvent",
    "DossierAsked",
    "DossierFailed",
    "DossierRead",
    "Ending",
    "Event",
    "FirstPagePolled",
    "InvitableRead",
    "InvitationEvent",
    "Invited",
    "InvitedLost",
    "InvitedRead",
    "LastRunLoaded",
    "LetterFilled",
    "ListEvent",
    "ListRefreshed",
    "LogRead",
    "LoginAnswered",
    "LoginChanged",
    "LookFailed",
    "ManagerAccountsRead",
    "MarkedViewed",
    "NavigationEvent",
    "NegotiationRead",
    "NewcomersPlaced",
    "NoteFailed",
    "NoteWritten",
    "OrderKept",
    "OutboxChanged",
    "OutboxEvent",
    "PageRead",
    "PollEvent",
    "PollFailed",
    "PortionRead",
    "QueueChanged",
    "QueueEntered",
    "ReadFailed",
    "ResumeSeen",
    "ResumeUnknown",
    "ScreenEvent",
    "Shown",
    "SnoozeEnded",
    "SnoozeEvent",
    "SnoozedEntered",
    "SnoozedRecalled",
    "Started",
    "StatisticsRead",
    "StoreOpened",
    "ThreadAsked",
    "ThreadRead",
    "ThreadRecalled",
    "ThreadUnmarked",
    "Ticked",
    "Updated",
    "VacancyEntered",
    "VacancyLooked",
    "ViewsLeftRead",
    "WriteCarriedOut",
    "WriteRefused",
    "WritesDropped",
    "WritesTakenUp",
    "ZonesRead",
]

Event = (
    AccountEvent
    | ListEvent
    | PollEvent
    | AwaitingEvent
    | CandidateEvent
    | DecisionEvent
    | OutboxEvent
    | InvitationEvent
    | ScreenEvent
    | NavigationEvent
    | SnoozeEvent
)
