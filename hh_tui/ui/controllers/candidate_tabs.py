"""The tabs of a candidate: each is read when it is opened for the first time."""

from collections.abc import Callable, Mapping
from functools import partial

from hh_tui.api.models import Negotiation
from hh_tui.inbox.snapshot.dossier import Tab, has
from hh_tui.ui.commands import Handler
from hh_tui.ui.context import Context
from hh_tui.ui.events import DossierAsked, DossierFailed, Event, ThreadAsked
from hh_tui.ui.state_store import State
from hh_tui.ui.view import Pane


class CandidateTabs:
    """Messages, resume, history, notes, test, calls. Only messages and resume tell the candidate.

    `recall_thread` shows a thread as it was read before; `focus` puts the focus into what is shown of the
    candidate.
    """

    def __init__(
        self, context: Context, recall_thread: Callable[[str], None], focus: Callable[[], None]
    ) -> None:
        self._context = context
        self._recall_thread = recall_thread
        self._focus = focus

    def commands(self) -> Mapping[str, Handler]:
        """What this controller does, by command id."""
        return {f"tab-{tab}": partial(self.open, tab) for tab in Tab}

    def on_event(self, event: Event, before: State, after: State) -> None:
        """A tab did not come."""
        if isinstance(event, DossierFailed):
            self._failed(event)

    def click(self, tab: Tab) -> None:
        """Open a tab with the mouse: a letter being written waits."""
        self._context.store.show(composing=None)
        self.open(tab)

    def open(self, tab: Tab) -> None:
        """Go to a tab of the candidate under the cursor; read it unless it was read before."""
        context, row = self._context, self._context.inbox.selected
        if row is None:
            return
        context.store.show(tab=tab)
        if tab is Tab.MESSAGES:
            negotiation, thread = row.negotiation, context.inbox.threads.get(row.id)
            news = negotiation.has_updates or negotiation.unread
            if thread is None or thread.wanted or news:
                self.open_thread()
        elif has(row.negotiation, tab) and context.inbox.dossier(row.id)[tab].wanted:
            self.read(row.negotiation, tab)
        context.go(Pane.CANDIDATE)
        if context.view.composing is None:
            self._focus()

    def open_thread(self) -> None:
        """Show what was read before of the candidate under the cursor, read it anew, and go there."""
        context, row = self._context, self._context.inbox.selected
        context.store.show(tab=Tab.MESSAGES)
        if row is None:
            return
        self._recall_thread(row.id)
        context.store.dispatch(ThreadAsked(row.id))
        context.go(Pane.CANDIDATE)
        context.reads.thread(row.negotiation)

    def refresh(self, negotiation: Negotiation) -> None:
        """What is shown of a candidate, anew; nothing where nothing was read."""
        tab = self._context.view.tab
        if tab is Tab.MESSAGES:
            if negotiation.id in self._context.inbox.threads:
                self._context.reads.thread(negotiation)
        elif has(negotiation, tab) and self._context.inbox.dossier(negotiation.id)[tab].asked:
            self.read(negotiation, tab)

    def read(self, negotiation: Negotiation, tab: Tab) -> None:
        """Read a tab; what was there stays there meanwhile."""
        self._context.store.dispatch(DossierAsked(negotiation, tab))
        home = self._context.inbox.source_of(negotiation.id)
        self._context.reads.tab(negotiation, tab, home.vacancy_id if home else None)

    def _failed(self, event: DossierFailed) -> None:
        """Why stands in the tab itself: the others go on working."""
        self._context.locked_out(event.error)
        self._context.remember(event.error, partial(self.read, event.negotiation, event.tab))
