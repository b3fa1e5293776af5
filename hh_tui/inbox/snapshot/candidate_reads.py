"""What is asked and answered of one candidate, in the snapshot: the thread, and the tabs beside it."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from hh_tui.api.models import Negotiation
from hh_tui.api.models.thread import MessagePage, ThreadMessage
from hh_tui.errors import HHError
from hh_tui.inbox.snapshot.dossier import TELLING, Tab
from hh_tui.inbox.snapshot.known_thread import is_equal
from hh_tui.inbox.snapshot.read_stamp import ReadStamp
from hh_tui.inbox.snapshot.state import Inbox
from hh_tui.inbox.snapshot.thread import Echo, Thread
from hh_tui.system.structs import replace

if TYPE_CHECKING:
    from hh_tui.inbox.snapshot.dossier import Value

CLOCKS_DIFFER: Final = timedelta(hours=12)
"""How far the server's clock may be behind ours: an equal letter that is older is another one."""


def thread_asked(inbox: Inbox, negotiation_id: str) -> Inbox:
    """The thread is being read; what was there stays meanwhile."""
    before = inbox.threads.get(negotiation_id, Thread())
    return inbox.with_thread(negotiation_id, replace(before, loading=True))


def thread_recalled(inbox: Inbox, negotiation_id: str, page: MessagePage, at: datetime) -> Inbox:
    """A thread as an earlier run read it; what was read in this one stays."""
    if negotiation_id in inbox.threads:
        return inbox
    return inbox.with_thread(negotiation_id, Thread.of(page, at))


def thread_read(
    inbox: Inbox, negotiation: Negotiation, page: MessagePage, at: datetime, stamp: ReadStamp
) -> Inbox:
    """The row is viewed, the counters follow; whoever came back from a snooze needs no sign any more."""
    before = inbox.threads.get(negotiation.id, Thread())
    inbox = inbox.opened(negotiation, _read_after(before, page, at, stamp))
    return inbox.with_snoozed(inbox.snoozed.opened(negotiation.id))


def _read_after(before: Thread, page: MessagePage, at: datetime, stamp: ReadStamp) -> Thread:
    """The thread as it was read, with the letters sent since it was asked for that it does not show yet.

    What was asked for after it and answered before it stays.
    """
    if before.stamp.turn > stamp.turn:
        return before
    known = {message.id for message in before.messages}
    fresh = [message for message in page.messages if message.id not in known]
    sent = (echo for echo in before.sent if echo.epoch > stamp.epoch and not _shows(fresh, echo))
    return replace(Thread.of(page, at, stamp), sent=tuple(sent))


def _shows(messages: list[ThreadMessage], echo: Echo) -> bool:
    earliest = echo.written_at - CLOCKS_DIFFER
    return any(is_equal(one, echo.text) and (one.at is None or one.at > earliest) for one in messages)


def thread_failed(inbox: Inbox, negotiation_id: str) -> Inbox:
    """The thread could not be read: its messages and what was sent stay, and without any nothing does."""
    before = inbox.threads.get(negotiation_id)
    if before is None:
        return inbox
    if before.messages or before.sent:
        return inbox.with_thread(negotiation_id, replace(before, loading=False))
    return inbox.without_thread(negotiation_id)


def tab_asked(inbox: Inbox, negotiation_id: str, tab: Tab) -> Inbox:
    """A tab is being read; what was there stays meanwhile."""
    return inbox.with_dossier(negotiation_id, inbox.dossier(negotiation_id).asking(tab))


def tab_read(
    inbox: Inbox, negotiation_id: str, tab: Tab, value: "Value", at: datetime, stamp: ReadStamp
) -> Inbox:
    """A tab is there; a resume that was read makes the response a viewed one."""
    held = inbox.dossier(negotiation_id).holding(tab, value, at, stamp)
    inbox = inbox.with_dossier(negotiation_id, held)
    return inbox.viewed(negotiation_id, read=False) if tab in TELLING else inbox


def tab_failed(inbox: Inbox, negotiation_id: str, tab: Tab, error: HHError, stamp: ReadStamp) -> Inbox:
    """Why it is not there stands in the tab itself."""
    return inbox.with_dossier(negotiation_id, inbox.dossier(negotiation_id).failing(tab, error, stamp))
