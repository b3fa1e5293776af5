"""The inbox screen without its features: state, panes, and what the screen hears of the toolkit."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from textual import events
from textual.app import ComposeResult
from textual.screen import Screen
from textual.worker import Worker, WorkerState

from hh_tui.api.models import Negotiation
from hh_tui.inbox.decisions.outbox import Outbox
from hh_tui.inbox.decisions.selection_actions import Chorus
from hh_tui.inbox.decisions.target import Whom
from hh_tui.inbox.snapshot.opened_log import Ledger
from hh_tui.inbox.snapshot.opening import Opening
from hh_tui.inbox.snapshot.state import Inbox
from hh_tui.inbox.snapshot.statistics import Figures
from hh_tui.keys.keymap import Keymap
from hh_tui.keys.registry import Scope
from hh_tui.store.store import Store
from hh_tui.ui.asking import Question
from hh_tui.ui.commanded import Handler
from hh_tui.ui.context import Context
from hh_tui.ui.desk import Desk, House
from hh_tui.ui.edges import Around, Edges
from hh_tui.ui.events import AskedNoMore, Bug
from hh_tui.ui.layout import InboxLayout
from hh_tui.ui.options import InboxOptions
from hh_tui.ui.painting import Painter
from hh_tui.ui.presenters.render_context import Lens
from hh_tui.ui.reads import Reads
from hh_tui.ui.reducer import reduce
from hh_tui.ui.scopes import is_searching, is_typing, scopes
from hh_tui.ui.sheet_opener import SheetOpener
from hh_tui.ui.state_store import Aged, Started, State, StateStore, Ticked
from hh_tui.ui.tasks import Tasks
from hh_tui.ui.view import Level, View
from hh_tui.ui.widgets.candidate_pane import CandidatePane
from hh_tui.ui.widgets.entry_list import EntryList
from hh_tui.ui.widgets.negotiation_list import NegotiationList
from hh_tui.ui.windows import InboxWindows
from hh_tui.worker.session import ApiWorker


class InboxBase(Screen[None]):
    """`keys` names the key of a command, `clock` tells the time in UTC."""

    CSS_PATH = "inbox.tcss"
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012  (declared so by Textual)
        (0, "-narrow"),
        (100, "-medium"),
        (140, "-wide"),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-high")]  # noqa: RUF012  (declared so by Textual)
    AUTO_FOCUS = "#negotiations"

    def __init__(
        self,
        worker: ApiWorker,
        lens: Lens,
        keymap: Keymap,
        keys: Callable[[str], str],
        clock: Callable[[], datetime],
        desk: Desk,
        house: House,
        options: InboxOptions,
        store: Store,
    ) -> None:
        super().__init__()
        self.worker, self.keys, self.clock = worker, keys, clock
        self.desk, self.house, self.options, self.disk = desk, house, options, store
        self._keymap = keymap
        self.opening = Opening()
        self.panes = InboxLayout(self, lambda: self.states.state)
        self.states = StateStore(State(View(lens)), reduce, lambda *states: self.painter.paint(*states))
        self.tasks = Tasks(self)
        self.reads = Reads(worker, self.tasks, self.post_message)
        self.question = Question(lambda: self.app.post_message(AskedNoMore()))
        self.context = Context(
            self.states,
            worker,
            self.reads,
            self.tasks,
            desk,
            house,
            InboxWindows(self),
            self.question,
            keys,
            clock,
            self.post_message,
            options,
            keymap,
            self.panes,
        )
        self.sheets = SheetOpener(self.context)
        self.handlers: dict[str, Handler] = {}
        self._several_logins = False
        self._chorus = Chorus()
        around = Around(
            lambda: not self.is_active,
            self._profile,
            lambda: self.house.why_not is None,
            lambda: self.desk.finished,
        )
        self.edges = Edges(self.panes, self._chorus, keys, around)
        self.painter = Painter(self.panes, self.edges, self._chorus, keys, options)
        self.compose_controllers()

    def compose_controllers(self) -> None:
        """Features of their own."""

    # The state, by the names of its parts

    @property
    def inbox(self) -> Inbox:
        """The snapshot."""
        return self.states.state.inbox

    @inbox.setter
    def inbox(self, inbox: Inbox) -> None:
        self.states.update(inbox)

    @property
    def view(self) -> View:
        """What is shown of it."""
        return self.states.state.view

    @property
    def outbox(self) -> Outbox:
        """The open writes."""
        return self.states.state.outbox

    @property
    def lens(self) -> Lens:
        """How the person looks at things now."""
        return self.view.lens

    @property
    def now(self) -> float:
        """Seconds of the app's steady clock."""
        return self.view.now

    @property
    def level(self) -> Level:
        """The pane one is in."""
        return self.view.level

    @level.setter
    def level(self, level: Level) -> None:
        self.states.show(level=level)

    @property
    def online(self) -> bool:
        """Whether hh.ru answers."""
        return self.view.online

    @online.setter
    def online(self, online: bool) -> None:
        self.states.show(online=online)

    @property
    def said(self) -> str:
        """What the last key did."""
        return self.view.said

    @said.setter
    def said(self, said: str) -> None:
        self.states.show(said=said)

    @property
    def composing(self) -> Negotiation | None:
        """To whom a letter is being written."""
        return self.view.composing

    @composing.setter
    def composing(self, composing: Negotiation | None) -> None:
        self.states.show(composing=composing)

    @property
    def written_to(self) -> Whom | None:
        """The same candidate as they were seen when the composer opened."""
        return self.view.written_to

    @written_to.setter
    def written_to(self, seen: Whom | None) -> None:
        self.states.show(written_to=seen)

    @property
    def figures(self) -> Figures:
        """How we answer, counted by hh.ru."""
        return self.view.figures

    @figures.setter
    def figures(self, figures: Figures) -> None:
        self.states.show(figures=figures)

    @property
    def ledger(self) -> Ledger:
        """What was opened here."""
        return self.view.ledger

    @ledger.setter
    def ledger(self, ledger: Ledger) -> None:
        self.states.show(ledger=ledger)

    # The panes

    @property
    def negotiations(self) -> NegotiationList:
        """The list of candidates."""
        return self.panes.negotiations

    @property
    def candidate(self) -> CandidatePane:
        """The candidate's pane."""
        return self.panes.candidate

    def entries(self, level: Level) -> EntryList:
        """A pane of the left column."""
        return self.panes.entries(level)

    @property
    def is_narrow(self) -> bool:
        """Whether one pane is seen at a time."""
        return self.panes.is_narrow

    def focus_level(self) -> None:
        """The pane one is in has the focus, though it may be the one one was in."""
        self.painter.level(self.states.state)
        self.edges.paint(self.states.state)

    # Commands

    @property
    def scopes(self) -> tuple[Scope, ...]:
        """The commands that work here now."""
        return scopes(self.states.state)

    @property
    def is_searching(self) -> bool:
        """Whether one types a search now."""
        return is_searching(self.states.state)

    @property
    def is_typing(self) -> bool:
        """Whether letters are typed now."""
        return is_typing(self.states.state)

    @property
    def asking(self) -> bool:
        """Whether a window comes up with what hh.ru was asked for: keys wait for it."""
        return self.question.is_open

    # What the toolkit tells

    def compose(self) -> ComposeResult:
        """Title, panes, status."""
        yield from self.panes.compose(self.lens.tr, self.keys)

    def on_mount(self) -> None:
        """There are panes to paint into."""
        self.panes.built(self.lens.tr)
        self._several_logins = bool(self.worker.profiles and len(self.worker.profiles.names()) > 1)
        self.begin()

    def begin(self) -> None:
        """Everything that does not change with the snapshot, once."""
        self.see(self.lens)
        self.states.dispatch(Started())
        self.painter.paint(State(View(self.lens)), self.states.state)
        self.painter.level(self.states.state)

    def see(self, lens: Lens) -> None:
        """Look through another lens: time has passed."""
        self.states.dispatch(Aged(lens))

    def beat(self, now: float) -> None:
        """Half a second or more has passed, at `now` of the app's steady clock."""
        self.states.dispatch(Ticked(now))

    def see_now(self, now: datetime) -> None:
        """Tell what waits by this moment; ages in the list follow later."""
        self.states.show(lens=replace(self.lens, now=now))

    def _profile(self) -> str:
        """The login in use, where there are several to choose from."""
        return self.worker.profiles.current if self.worker.profiles and self._several_logins else ""

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """A bug in a read is not lost; nobody waits for a read that has ended."""
        self.question.heard(event.worker)
        if event.state is WorkerState.ERROR and event.worker.error is not None:
            self.post_message(Bug(event.worker.error))

    def on_screen_suspend(self) -> None:
        """Another window stands above: its keys are the ones that work."""
        self.edges.paint(self.states.state)

    def on_screen_resume(self) -> None:
        """The keys here work again."""
        self.edges.paint(self.states.state)

    def on_resize(self, event: events.Resize) -> None:
        """At a middle width the left column is not there to be in."""
        self.call_after_refresh(self._stay_visible)

    def _stay_visible(self) -> None:
        self.candidate.terse = self.panes.is_low
        if self.level not in self.panes.levels:
            self.level = Level.LIST
        self.panes.show_level(self.level)
        self.edges.paint(self.states.state)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """The focus went to another pane; where it is by now counts, not where it was on the way."""
        self.states.show(in_search_line=self.focused is self.panes.search_line.line)
        if self.composing is not None and self.focused is not self.candidate.composer:
            self.composing = None
        if (level := self.panes.focused_level) is not None:
            self.level = level

    def on_descendant_blur(self) -> None:
        """A click beside every pane takes the focus from the composer: it comes back."""
        self.call_after_refresh(self._stay_in_composer)

    def _stay_in_composer(self) -> None:
        if self.composing is not None and self.focused is None and self.app.app_focus and self.is_active:
            self.candidate.composer.focus()
