"""The screen itself: its start, time, and what is shown."""

from dataclasses import dataclass

from hh_tui.inbox.letters.drafts import Drafts
from hh_tui.inbox.letters.unsaved_texts import Sheets
from hh_tui.inbox.snapshot.last_run import LastRun
from hh_tui.inbox.snapshot.state import Inbox
from hh_tui.ui.presenters.render_context import RenderContext
from hh_tui.ui.view import View


@dataclass(frozen=True, slots=True)
class Updated:
    """The snapshot is another one."""

    inbox: Inbox


@dataclass(frozen=True, slots=True)
class Shown:
    """The view is another one."""

    view: View


@dataclass(frozen=True, slots=True)
class StoreOpened:
    """A store is in use, with these letters and forms begun; of `another_login` nothing else is known."""

    drafts: Drafts
    sheets: Sheets
    another_login: bool


@dataclass(frozen=True, slots=True)
class LastRunLoaded:
    """At the start: what the last run left open is in the outbox, and what it read can be shown."""


@dataclass(frozen=True, slots=True)
class LastRunRestored:
    """What the last run read is shown until hh.ru answers."""

    last_run: LastRun


@dataclass(frozen=True, slots=True)
class Ending:
    """The program is about to end, or has ended: where the person is is kept."""


@dataclass(frozen=True, slots=True)
class Started:
    """The panes are there, and nothing is painted yet: what earlier runs kept is recalled."""


@dataclass(frozen=True, slots=True)
class Ticked:
    """Half a second or more has passed, at `now` of the app's steady clock in seconds."""

    now: float


@dataclass(frozen=True, slots=True)
class Aged:
    """Ages are told anew, by the moment of this context."""

    render_context: RenderContext


ScreenEvent = (
    Updated | Shown | StoreOpened | LastRunLoaded | LastRunRestored | Ending | Started | Ticked | Aged
)
