"""The panes of the inbox: what of the snapshot goes where, and which pane one is in."""

from collections.abc import Callable

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import ContentSwitcher, Static
from textual.widgets._toast import ToastRack
from textual.worker import Worker, WorkerState

from hh_tui.api.models import Negotiation, Vacancy
from hh_tui.inbox.decisions.optimistic import echoes
from hh_tui.inbox.decisions.outbox import Outbox
from hh_tui.inbox.decisions.target import Whom
from hh_tui.inbox.snapshot.dossier import Dossier
from hh_tui.inbox.snapshot.opened_log import Ledger
from hh_tui.inbox.snapshot.state import Inbox
from hh_tui.inbox.snapshot.statistics import Figures
from hh_tui.keys.registry import Scope
from hh_tui.ui.asking import Question
from hh_tui.ui.events import AskedNoMore, Bug
from hh_tui.ui.presenters import errors, sidebar
from hh_tui.ui.presenters.candidate import name
from hh_tui.ui.presenters.render_context import Lens
from hh_tui.ui.reads import Reads
from hh_tui.ui.reducer import reduce
from hh_tui.ui.state_store import Aged, Started, State, StateStore
from hh_tui.ui.tasks import Tasks
from hh_tui.ui.view import ALL, Level, View
from hh_tui.ui.widgets.candidate_pane import CandidatePane
from hh_tui.ui.widgets.chip import ChipLine
from hh_tui.ui.widgets.edge_line import EdgeLine
from hh_tui.ui.widgets.entry_list import EntryList
from hh_tui.ui.widgets.negotiation_list import NegotiationList
from hh_tui.ui.widgets.quiet import entitle, subtitle
from hh_tui.ui.widgets.search_line import SearchLine
from hh_tui.worker.session import ApiWorker


class Nobody(Static, can_focus=True):
    """Stands where the list would, and keeps the focus for it."""


class PanesScreen(Screen[None]):
    """Paints the snapshot. `keys` names the key of a command."""

    CSS_PATH = "inbox.tcss"
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012  (declared so by Textual)
        (0, "-narrow"),
        (100, "-medium"),
        (140, "-wide"),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-high")]  # noqa: RUF012  (declared so by Textual)
    AUTO_FOCUS = "#negotiations"

    def __init__(self, worker: ApiWorker, lens: Lens, keys: Callable[[str], str]) -> None:
        super().__init__()
        self.worker = worker
        self.states = StateStore(State(View(lens)), reduce, self._paint)
        self.tasks = Tasks(self)
        self.reads = Reads(worker, self.tasks, self.post_message)
        self.question = Question(lambda: self.app.post_message(AskedNoMore()))
        self.keys = keys
        self._built = False
        self._several_logins = False
        self._places: tuple[sidebar.Entry, ...] = ()

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
    def long_reads(self) -> int:
        """Reads that take longer than a person expects."""
        return self.view.long_reads

    @long_reads.setter
    def long_reads(self, long_reads: int) -> None:
        self.states.show(long_reads=long_reads)

    @property
    def said(self) -> str:
        """What the last key did."""
        return self.view.said

    @said.setter
    def said(self, said: str) -> None:
        self.states.show(said=said)

    @property
    def knocking(self) -> str:
        """The title of a window that waits while one types."""
        return self.view.knocking

    @knocking.setter
    def knocking(self, knocking: str) -> None:
        self.states.show(knocking=knocking)

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

    def _paint(self, before: State, after: State) -> None:
        """Show what differs, each part once."""
        old, new = before.view, after.view
        if before.inbox is not after.inbox:
            self.watch_inbox(before.inbox, after.inbox)
        if old.ledger is not new.ledger:
            self.watch_ledger()
        if old.composing is not new.composing:
            self.watch_composing(new.composing)
        if old.level is not new.level:
            self.watch_level()
        if old.online is not new.online:
            self.watch_online()
        if old.figures is not new.figures:
            self.watch_figures()
        edges = (old.said, old.knocking, old.long_reads) != (new.said, new.knocking, new.long_reads)
        if self._standing and (edges or before.outbox is not after.outbox or old.now != new.now):
            self._show_edges()

    def watch_ledger(self) -> None:
        """Somebody was opened here."""

    def watch_online(self) -> None:
        """The connection came or went."""

    def watch_figures(self) -> None:
        """The figures are others."""

    @property
    def asking(self) -> bool:
        """Whether a window comes up with what hh.ru was asked for: keys wait for it."""
        return self.question.is_open

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """A bug in a read is not lost; nobody waits for a read that has ended."""
        self.question.heard(event.worker)
        if event.state is WorkerState.ERROR and event.worker.error is not None:
            self.post_message(Bug(event.worker.error))

    @property
    def _standing(self) -> bool:
        """Whether there are panes to paint into: not before they are built, nor while the program ends."""
        return self._built and self.app.is_running and bool(self.children)

    def compose(self) -> ComposeResult:
        """Title, panes, status."""
        tr = self.lens.tr
        yield EdgeLine(id="title")
        with Horizontal(id="panes"):
            with Vertical(id="left"):
                yield EntryList(id="vacancies", classes="pane")
                yield EntryList(id="collections", classes="pane")
            with Vertical(id="middle", classes="pane"):
                yield ChipLine(id="chips")
                with ContentSwitcher(initial="nothing", id="list"):
                    yield NegotiationList(id="negotiations")
                    yield Nobody(tr("list.loading"), id="nothing", markup=False)
                yield SearchLine(tr("search.placeholder"), id="search")
            yield CandidatePane(
                tr("card.open-hint", key=self.keys("open")),
                tr("candidate.write-hint", key=self.keys("reply")),
                self.keys,
                id="candidate",
            )
        yield EdgeLine(id="status", left_first=True)

    def on_mount(self) -> None:
        """There are panes to paint into."""
        self._built = True
        self.begin()

    def begin(self) -> None:
        """Everything that does not change with the snapshot, once."""
        self._several_logins = bool(self.worker.profiles and len(self.worker.profiles.names()) > 1)
        tr = self.lens.tr
        self.query_one("#vacancies").border_title = tr("vacancies.title")
        self.query_one("#collections").border_title = tr("collections.title")
        self.see(self.lens)
        self.states.dispatch(Started())
        self.watch_level()
        self.watch_inbox(Inbox(), self.inbox)

    @property
    def negotiations(self) -> NegotiationList:
        """The list of candidates."""
        return self.query_one("#negotiations", NegotiationList)

    @property
    def candidate(self) -> CandidatePane:
        """The candidate's pane."""
        return self.query_one("#candidate", CandidatePane)

    def entries(self, level: Level) -> EntryList:
        """A pane of the left column."""
        return self.query_one(f"#{level}", EntryList)

    @property
    def is_narrow(self) -> bool:
        """Whether one pane is seen at a time."""
        return self.has_class("-narrow")

    @property
    def levels(self) -> tuple[Level, ...]:
        """The levels one can go through at this width."""
        return (Level.LIST, Level.CANDIDATE) if self.has_class("-medium") else ALL

    @property
    def is_typing(self) -> bool:
        """Whether letters are typed now."""
        return self.composing is not None

    @property
    def scopes(self) -> tuple[Scope, ...]:
        """The commands that work here now."""
        if self.composing is not None:
            return (Scope.COMPOSE,)
        if self.level in {Level.LIST, Level.CANDIDATE}:
            return (Scope.LIST, Scope.ITEM, Scope.ALL)
        return (Scope.LIST, Scope.ALL)

    def see(self, lens: Lens) -> None:
        """Look through another lens: time has passed."""
        self.states.dispatch(Aged(lens))
        self.negotiations.lens = lens
        self.candidate.lens = lens
        self._show_edges()

    def watch_inbox(self, before: Inbox, inbox: Inbox) -> None:
        """Hand every part that changed to its pane."""
        if not self._standing:
            return
        self._show_vacancies(before, inbox)
        self._show_collections(before, inbox)
        self._show_list(inbox)
        self._show_candidate(inbox)
        self._show_edges()

    def _show_vacancies(self, before: Inbox, inbox: Inbox) -> None:
        pane, query = self.entries(Level.VACANCIES), inbox.listing.query
        old, places = self._places, self._places
        aside = before.shelf is not inbox.shelf or before.pending is not inbox.pending
        if aside or before.queue is not inbox.queue or before.listing.query != query or not places:
            self._places = places = (sidebar.waiting(self.lens, inbox), *sidebar.places(self.lens, inbox))
        same = (before.vacancies, before.archived) == (inbox.vacancies, inbox.archived)
        if not same or old != places:
            at = pane.selected
            lines = sidebar.vacancies(self.lens, inbox.vacancies or (), inbox.archived)
            pane.rows = (*places, *lines)
            if old != places and at is not None:
                pane.point_at(at.id)
        across = query is not None and query.is_across
        pane.current = query.collection_id if query is not None and across else inbox.vacancy_id or ""

    def _show_collections(self, before: Inbox, inbox: Inbox) -> None:
        pane = self.entries(Level.COLLECTIONS)
        same = before.board is inbox.board and before.pending is inbox.pending
        if not same or (before.unfolded, before.saved) != (inbox.unfolded, inbox.saved):
            board = inbox.shown_board
            pane.rows = (
                ()
                if board is None or inbox.vacancy_id is None
                else (
                    *sidebar.collections(self.lens, inbox.vacancy_id, board, unfolded=inbox.unfolded),
                    *sidebar.saved_filters(board, inbox.saved.get(inbox.vacancy_id, ())),
                )
            )
        query = inbox.listing.query
        kept = next((one for one in pane.rows if one.sort is sidebar.Sort.SAVED and one.query == query), None)
        pane.current = kept.id if kept else query.url if query else ""

    def _show_list(self, inbox: Inbox) -> None:
        rows = self.negotiations
        rows.begun = inbox.begun
        rows.held = frozenset(operation.negotiation.id for operation in inbox.pending.values())
        rows.scheduled = inbox.scheduled
        rows.by_response = inbox.listing.is_by_response
        rows.rows = inbox.rows
        rows.cursor = inbox.cursor
        switcher = self.query_one("#list", ContentSwitcher)
        if not len(inbox.rows):
            self.query_one("#nothing", Static).update(self._why_empty(inbox))
        inside = self.focused is not None and self.focused.parent is switcher
        switcher.current = "negotiations" if len(inbox.rows) else "nothing"
        if inside:
            self.set_focus(self._target())

    def _why_empty(self, inbox: Inbox) -> str:
        tr, listing = self.lens.tr, inbox.listing
        if listing.error is not None:
            sentence = errors.explain(tr, listing.error).sentence
            alone = inbox.vacancies is None and errors.captcha_page(listing.error) is None
            return f"{sentence}\n\n{tr('list.again', key=self.keys('refresh'))}" if alone else sentence
        if inbox.vacancies is not None and not inbox.all_vacancies:
            return tr("vacancies.none")
        if not listing.complete and (inbox.board is None or listing.query is not None):
            return tr("list.loading")
        return tr("list.empty", key=self.keys("collection"), vacancy=self.keys("vacancy"))

    def _show_candidate(self, inbox: Inbox) -> None:
        pane, shown = self.candidate, self._in_the_pane(inbox)
        pane.negotiation = shown
        pane.echoes = echoes(inbox, shown.id) if shown else ()
        pane.vacancy = self._vacancy_in_the_pane(inbox)
        pane.dossier = inbox.dossier(shown.id) if shown else Dossier()
        pane.thread = inbox.threads.get(shown.id) if shown else None

    def _in_the_pane(self, inbox: Inbox) -> Negotiation | None:
        """Whoever is written to, as their row is where it is in the list; else the one under the cursor."""
        row, to = inbox.selected, self.composing
        if to is None or (row is not None and row.id == to.id):
            return row.negotiation if row else None
        place = inbox.listing.rows.index_of(to.id)
        return to if place is None else inbox.listing.rows[place].negotiation

    def _vacancy_in_the_pane(self, inbox: Inbox) -> Vacancy | None:
        if self.composing is None or self.written_to is None:
            return inbox.vacancy_in_sight
        return inbox.vacancy_by_id(self.written_to.home.vacancy_id)

    def _show_edges(self) -> None:
        """The first line, the last one, and the border of the list."""
        raise NotImplementedError

    def watch_level(self) -> None:
        """Another pane: where one pane is seen at a time, it is this one."""
        if not self._standing:
            return
        self._show_level()
        if self.composing is None:
            self.set_focus(self._target())
        self._show_edges()

    def _show_level(self) -> None:
        """Where all panes are in sight nothing depends on it, and all widgets are spared new styles."""
        if self.is_narrow:
            for level in ALL:
                self.set_class(level is self.level, f"-at-{level}")

    def _target(self) -> Widget:
        if self.level is Level.CANDIDATE:
            return self.candidate.scrollable
        if self.level is Level.LIST:
            return self.negotiations if len(self.inbox.rows) else self.query_one("#nothing")
        return self.entries(self.level)

    def watch_composing(self, negotiation: Negotiation | None) -> None:
        """The composer opens with the draft, or closes and leaves it."""
        pane = self.candidate
        pane.composing = negotiation is not None
        if self._standing:
            self._show_candidate(self.inbox)
        if negotiation is not None:
            with pane.composer.prevent(pane.composer.Changed):
                pane.composer.text = self.inbox.drafts.of(negotiation.id)
            pane.composer.move_cursor(pane.composer.document.end)
            self.set_focus(pane.composer)
        else:
            self.set_focus(self._target())
        for rack in self.query_children(ToastRack):
            # Notices stand at the foot, but not over the letter.
            rack.styles.dock = "top" if negotiation is not None else "bottom"
        self.show_length()
        self._show_edges()

    def show_length(self) -> None:
        """To whom the letter goes, and how long it is."""
        composer, negotiation = self.candidate.composer, self.composing
        if negotiation is not None:
            entitle(composer, Content(self.lens.tr("compose.to", name=name(self.lens, negotiation))))
            subtitle(composer, Content(self._measured(negotiation)))

    def _measured(self, negotiation: Negotiation) -> str:
        """How long the letter is."""
        return self.lens.tr("compose.length", n=len(self.candidate.composer.text))

    def on_resize(self, event: events.Resize) -> None:
        """At a middle width the left column is not there to be in."""
        self.call_after_refresh(self._stay_visible)

    def _stay_visible(self) -> None:
        self.candidate.terse = self.has_class("-low")
        if self.level not in self.levels:
            self.level = Level.LIST
        self._show_level()
        self._show_edges()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """The focus went to another pane; where it is by now counts, not where it was on the way."""
        if self.composing is not None and self.focused is not self.candidate.composer:
            self.composing = None
        focused = self.focused
        for widget in (focused, *focused.ancestors) if focused is not None else ():
            if widget.id in {"vacancies", "collections", "middle", "candidate"}:
                level = Level.LIST if widget.id == "middle" else Level(widget.id)
                self.level = level if level in self.levels else self.level
                return

    def on_descendant_blur(self) -> None:
        """A click beside every pane takes the focus from the composer: it comes back."""
        self.call_after_refresh(self._stay_in_composer)

    def _stay_in_composer(self) -> None:
        if self.composing is not None and self.focused is None and self.app.app_focus and self.is_active:
            self.candidate.composer.focus()
