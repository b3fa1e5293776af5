"""What the person sees beside the snapshot: which pane they are in, what they write, what was told last."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum

from msgspec import Struct, field

from hh_tui.api.models import Negotiation
from hh_tui.errors import HHError
from hh_tui.inbox.decisions.action_shortcuts import ActionShortcuts
from hh_tui.inbox.decisions.silent_step import UnannouncedStep
from hh_tui.inbox.decisions.target import Target
from hh_tui.inbox.letters.file_attempt import FileAttempt
from hh_tui.inbox.letters.keywords import Keywords
from hh_tui.inbox.lists.labels import Labels
from hh_tui.inbox.snapshot.dossier import Tab
from hh_tui.inbox.snapshot.invited_log import InvitedLog
from hh_tui.inbox.snapshot.opened_log import OpenedLog
from hh_tui.inbox.snapshot.statistics import StatisticsSnapshot
from hh_tui.ui.presenters.render_context import RenderContext


class Pane(StrEnum):
    """How far one has gone in: each pane is one level."""

    VACANCIES = "vacancies"
    COLLECTIONS = "collections"
    LIST = "list"
    CANDIDATE = "candidate"


ALL = tuple(Pane)
"""All levels from the outside in."""


class View(Struct, frozen=True):
    """One frozen value; every change makes another one."""

    render_context: RenderContext
    """Language, moment and zone that texts are made for."""
    aged: RenderContext | None = None
    """The one that ages in the list were last told by."""
    pane: Pane = Pane.LIST
    composing: Negotiation | None = None
    """To whom a letter is being written; it stays theirs wherever the list goes meanwhile."""
    recipient: Target | None = None
    """The same candidate as they were seen when the composer opened."""
    tab: Tab = Tab.MESSAGES
    """The tab of the candidate that is shown, or would be once it is read."""
    online: bool = True
    long_reads: int = 0
    """Reads that take longer than a person expects."""
    silence: int = 0
    """Seconds for which hh.ru has answered nothing it was asked; 0 where that is not worth a word."""
    status_text: str = ""
    """What the last key did, in the last line."""
    status_count: int = 0
    """How often something was told there: the same words told again stay as long as new ones."""
    last_error: HHError | None = None
    """The last one that was told, kept for its details."""
    waiting_window: str = ""
    """The title of a window that waits while one types."""
    in_search_line: bool = False
    """Whether the focus is in the line of the search."""
    unannounced: Mapping[str, UnannouncedStep] = field(default_factory=dict)
    """Steps taken here without a letter, by negotiation id, until a letter follows."""
    invited: InvitedLog = field(default_factory=dict)
    """Names of the vacancies that invitations from here have gone to, by resume id."""
    addressees: Mapping[str, str] = field(default_factory=dict)
    """Names of those for whom a text was begun here, by negotiation id."""
    notes_begun: tuple[str, ...] = ()
    """Names of those about whom a note was begun whose words are nowhere but here, one for each note."""
    rewrites_begun: tuple[str, ...] = ()
    """Names of those for whom a message was changed, one for each whose new words are nowhere but here."""
    keywords: Keywords = field(default_factory=Keywords)
    """Words looked for in the candidates of the vacancy in sight."""
    silenced: Mapping[str, datetime] = field(default_factory=dict)
    """When candidates were forbidden here to write, by chat id."""
    unsure_files: tuple[FileAttempt, ...] = ()
    """Files that went into chats without an answer."""
    shortcuts: ActionShortcuts = field(default_factory=ActionShortcuts)
    """Letters of actions, the same in all vacancies."""
    labels: Labels = field(default_factory=dict)
    """The person's own labels on people."""
    sprint_choices: int = 0
    """How much is chosen in a sprint that was not confirmed."""
    statistics: StatisticsSnapshot = field(default_factory=StatisticsSnapshot)
    opened_log: OpenedLog = field(default_factory=OpenedLog)
    people_found: int | None = None
    """How many people the search has found whose list is open; None where none is."""
    tour: int | None = None
    """The step of the tour one is at, from 0; None without a tour."""
    now: float = 0.0
    """Seconds of the app's steady clock, by which holds count down."""
