"""What is asked and answered of one candidate, in the snapshot: the thread, and the tabs beside it."""

from datetime import datetime
from typing import TYPE_CHECKING

from hh_tui.api.models import Negotiation
from hh_tui.api.models.thread import MessagePage
from hh_tui.errors import HHError
from hh_tui.inbox.snapshot.dossier import TELLING, Tab
from hh_tui.inbox.snapshot.state import Inbox
from hh_tui.inbox.snapshot.thread import Thread
from hh_tui.system.structs import replace

if TYPE_CHECKING:
    from hh_tui.inbox.snapshot.dossier import Value


def thread_asked(inbox: Inbox, negotiation_id: str) -> Inbox:
    """The thread is being read; what was there stays meanwhile."""
    before = inbox.threads.get(negotiation_id, Thread())
    return inbox.with_thread(negotiation_id, replace(before, loading=True))


def thread_recalled(inbox: Inbox, negotiation_id: str, page: MessagePage, at: datetime) -> Inbox:
    """A thread as an earlier run read it; what was read in this one stays."""
    if negotiation_id in inbox.threads:
        return inbox
    return inbox.with_thread(negotiation_id, Thread.of(page, at))


def thread_read(inbox: Inbox, negotiation: Negotiation, page: MessagePage, at: datetime) -> Inbox:
    """The row is viewed, the counters follow; whoever came back from a snooze needs no sign any more."""
    inbox = inbox.opened(negotiation, page, at)
    return inbox.with_snoozed(inbox.snoozed.opened(negotiation.id))


def thread_failed(inbox: Inbox, negotiation_id: str) -> Inbox:
    """The thread could not be read: its messages stay, and without any nothing does."""
    before = inbox.threads.get(negotiation_id)
    if before is None:
        return inbox
    if before.messages:
        return inbox.with_thread(negotiation_id, replace(before, loading=False))
    return inbox.without_thread(negotiation_id)


def tab_asked(inbox: Inbox, negotiation_id: str, tab: Tab) -> Inbox:
    """A tab is being read; what was there stays meanwhile."""
    return inbox.with_dossier(negotiation_id, inbox.dossier(negotiation_id).asking(tab))


def tab_read(inbox: Inbox, negotiation_id: str, tab: Tab, value: "Value", at: datetime) -> Inbox:
    """A tab is there; a resume that was read makes the response a viewed one."""
    held = inbox.dossier(negotiation_id).holding(tab, value, at)
    inbox = inbox.with_dossier(negotiation_id, held)
    return inbox.viewed(negotiation_id, read=False) if tab in TELLING else inbox


def tab_failed(inbox: Inbox, negotiation_id: str, tab: Tab, error: HHError) -> Inbox:
    """Why it is not there stands in the tab itself."""
    return inbox.with_dossier(negotiation_id, inbox.dossier(negotiation_id).failing(tab, error))
