"""The screen itself: its start, time, and what is shown."""

from hh_tui.inbox.letters.drafts import Drafts
from hh_tui.inbox.letters.unsaved_texts import Sheets
from hh_tui.inbox.snapshot.last_run import LastRun
from hh_tui.inbox.snapshot.state import Inbox
from hh_tui.ui.events.event import Event
from hh_tui.ui.presenters.render_context import RenderContext
from hh_tui.ui.view import View


class Updated(Event, frozen=True):
    """The snapshot is another one."""

    inbox: Inbox


class Shown(Event, frozen=True):
    """The view is another one."""

    view: View


class StoreOpened(Event, frozen=True):
    """A store is in use, with these letters and forms begun; of `another_login` nothing else is known."""

    drafts: Drafts
    sheets: Sheets
    another_login: bool


class LastRunLoaded(Event, frozen=True):
    """At the start: what the last run left open is in the outbox, and what it read can be shown."""


class LastRunRestored(Event, frozen=True):
    """What the last run read is shown until hh.ru answers."""

    last_run: LastRun


class Ending(Event, frozen=True):
    """The program is about to end, or has ended: where the person is is kept."""


class Started(Event, frozen=True):
    """The panes are there, and nothing is painted yet: what earlier runs kept is recalled."""


class Ticked(Event, frozen=True):
    """Half a second or more has passed, at `now` of the app's steady clock in seconds."""

    now: float


class Aged(Event, frozen=True):
    """Ages are told anew, by the moment of this context."""

    render_context: RenderContext


ScreenEvent = (
    Updated | Shown | StoreOpened | LastRunLoaded | LastRunRestored | Ending | Started | Ticked | Aged
)
