"""The tabs of a candidate: each is read when it is opened for the first time."""

from collections.abc import Awaitable, Callable
from functools import partial

from textual import on, work

from hh_tui.api.models import Negotiation
from hh_tui.errors import HHError, NetworkError, NotAuthorized, NotFound
from hh_tui.inbox.snapshot.dossier import TELLING, Tab, Value, has, owner_of
from hh_tui.ui import events as heard
from hh_tui.ui.screens.polite import PoliteScreen
from hh_tui.ui.view import Level
from hh_tui.ui.widgets.tab_line import TabLine


class DossierScreen(PoliteScreen):
    """Messages, resume, history, notes, test. Only messages and resume tell the candidate."""

    @property
    def tab(self) -> Tab:
        """The tab that is shown, or would be once it is read."""
        return self.candidate.tab

    def action_tab(self, name: str) -> None:
        """Open the candidate under the cursor at a tab."""
        self.open_tab(Tab(name))

    @on(TabLine.Chosen)
    def tab_clicked(self, message: TabLine.Chosen) -> None:
        """The same with the mouse."""
        self.composing = None
        self.open_tab(message.tab)

    def open_tab(self, tab: Tab) -> None:
        """Go to a tab; read it unless it was read before."""
        if (row := self.inbox.selected) is None:
            return
        self.candidate.tab = tab
        if tab is Tab.MESSAGES:
            negotiation = row.negotiation
            news = negotiation.has_updates or negotiation.unread
            if row.id not in self.inbox.threads or news:
                super().open_candidate()
        elif has(row.negotiation, tab) and self.inbox.dossier(row.id)[tab].wanted:
            self.ask(row.negotiation, tab)
        self.level = Level.CANDIDATE
        if self.composing is None:
            self.focus_level()

    def open_candidate(self) -> None:
        """The thread, as a person asks for it by opening."""
        self.candidate.tab = Tab.MESSAGES
        super().open_candidate()

    def action_open(self) -> None:
        """Inside a candidate it is the tab one is at that is opened."""
        if self.level is Level.CANDIDATE and self.tab is not Tab.MESSAGES:
            self.open_tab(self.tab)
        else:
            super().action_open()

    def action_walk(self, delta: int) -> None:
        """Open the candidate before or after this one, at the same tab."""
        if self.tab is Tab.MESSAGES:
            super().action_walk(delta)
            return
        cursor = self.inbox.cursor
        self._point(cursor + delta)
        if self.inbox.cursor != cursor:
            self.open_tab(self.tab)

    def refresh_candidate(self, negotiation: Negotiation) -> None:
        """The shown tab anew, if it was read."""
        if self.tab is Tab.MESSAGES:
            super().refresh_candidate(negotiation)
        elif has(negotiation, self.tab) and self.inbox.dossier(negotiation.id)[self.tab].asked:
            self.ask(negotiation, self.tab)

    def ask(self, negotiation: Negotiation, tab: Tab) -> None:
        """Read a tab; what was there stays there meanwhile."""
        asking = self.inbox.dossier(negotiation.id).asking(tab)
        self.inbox = self.inbox.with_dossier(negotiation.id, asking)
        self.read_tab(negotiation, tab)

    def _reading(self, negotiation: Negotiation, tab: Tab) -> Callable[[], Awaitable[Value]]:
        client, resume, owner = self.worker.client, negotiation.resume, owner_of(negotiation)
        if tab is Tab.TEST:
            return partial(client.test_solution, negotiation)
        if resume is None:
            raise NotFound(404)
        if tab is Tab.RESUME:
            return partial(client.resume, resume)
        if tab is Tab.HISTORY:
            return partial(client.resume_history, resume)
        if tab is Tab.NOTES and owner is not None:
            return partial(client.comments, owner)
        raise NotFound(404)

    @work(group="dossier", exit_on_error=False)
    async def read_tab(self, negotiation: Negotiation, tab: Tab) -> None:
        """One tab of a candidate."""
        try:
            value = await self.worker.read(self._reading(negotiation, tab))
        except HHError as error:
            self.post_message(heard.DossierFailed(negotiation, tab, error))
        else:
            self.post_message(heard.DossierRead(negotiation, tab, value))

    @on(heard.DossierRead)
    def tab_read(self, message: heard.DossierRead) -> None:
        """Show it; a resume that was read makes the response a viewed one."""
        self.online = True
        negotiation_id = message.negotiation.id
        held = self.inbox.dossier(negotiation_id).holding(message.tab, message.value, self.clock())
        inbox = self.inbox.with_dossier(negotiation_id, held)
        self.inbox = inbox.viewed(negotiation_id, read=False) if message.tab in TELLING else inbox

    @on(heard.DossierFailed)
    def tab_failed(self, message: heard.DossierFailed) -> None:
        """Say why in the tab itself: the others go on working."""
        error = message.error
        failing = self.inbox.dossier(message.negotiation.id).failing(message.tab, error)
        self.inbox = self.inbox.with_dossier(message.negotiation.id, failing)
        self.online = self.online and not isinstance(error, NetworkError)
        if isinstance(error, NotAuthorized):
            self.desk.freeze(error)
        self.remember(error, partial(self.ask, message.negotiation, message.tab))
