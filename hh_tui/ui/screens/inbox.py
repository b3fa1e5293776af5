"""The inbox screen: state, panes and features put together, and what it hears of the toolkit."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.widgets import Input
from textual.worker import Worker, WorkerState

from hh_tui.inbox.decisions.selection_actions import SelectionActions, digits_now
from hh_tui.inbox.snapshot.state import Inbox
from hh_tui.keys.keymap import Keymap
from hh_tui.keys.registry import Scope
from hh_tui.outbox.service import OutboxService
from hh_tui.ui.commands import scopes_of
from hh_tui.ui.context import Context
from hh_tui.ui.edges import EdgeContext, Edges
from hh_tui.ui.events import Aged, AnyEvent, Started, Ticked
from hh_tui.ui.layout import InboxLayout
from hh_tui.ui.messages import AskedNoMore, Bug, EventPosted
from hh_tui.ui.options import InboxOptions
from hh_tui.ui.painting import InboxPainter
from hh_tui.ui.panes import InboxPanes
from hh_tui.ui.pending_read import PendingRead
from hh_tui.ui.person_store import PersonStore
from hh_tui.ui.presenters.render_context import RenderContext
from hh_tui.ui.program import Program
from hh_tui.ui.reads import Reads
from hh_tui.ui.reducer import reduce
from hh_tui.ui.scope_memory import ScopeMemory
from hh_tui.ui.scopes import is_typing, scopes
from hh_tui.ui.screens.features import Features
from hh_tui.ui.screens.surface import Surface
from hh_tui.ui.screens.uncovered_screen import UncoveredScreen
from hh_tui.ui.state_store import State, StateStore
from hh_tui.ui.tasks import Tasks
from hh_tui.ui.textual_private import rendered, size_classes
from hh_tui.ui.unseen import Unseen
from hh_tui.ui.view import Pane, View
from hh_tui.ui.widgets.action_bar import ActionBar
from hh_tui.ui.widgets.chip import ChipLine
from hh_tui.ui.widgets.row_list import RowList
from hh_tui.ui.widgets.tab_line import TabLine
from hh_tui.ui.windows import InboxWindows
from hh_tui.worker.session import ApiWorker

if TYPE_CHECKING:
    from textual.widgets import TextArea


class InboxScreen(UncoveredScreen):
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
        ctx: RenderContext,
        keymap: Keymap,
        keys: Callable[[str], str],
        clock: Callable[[], datetime],
        outbox: OutboxService,
        program: Program,
        disk: PersonStore,
        options: InboxOptions,
    ) -> None:
        super().__init__()
        self._worker, self._keys = worker, keys
        self.panes = InboxLayout(self)
        self.states = StateStore(State(View(ctx)), reduce, lambda *states: self.painter.paint(*states))
        tasks, windows = Tasks(self), InboxWindows(self)
        scopes = ScopeMemory(worker, disk)
        self.reads = Reads(worker, tasks, self.post, clock, scopes, lambda: self.states.state.inbox)
        self._question = PendingRead(lambda: self.app.post_message(AskedNoMore()))
        self.context = Context(
            self.states,
            worker,
            self.reads,
            tasks,
            outbox,
            program,
            disk,
            windows,
            self._question,
            keys,
            clock,
            self.post,
            options,
            keymap,
            InboxPanes(self.panes, self.states),
        )
        self._several_logins = False
        self._selection_actions = selection_actions = SelectionActions()
        around = EdgeContext(
            lambda: not self.is_active,
            lambda: Scope.TAKE_BACK in scopes_of(self.app.screen),
            self._profile,
            lambda: disk.why_not is None,
            lambda: outbox.finished,
        )
        self.edges = Edges(self.panes, selection_actions, keys, around)
        self.painter = InboxPainter(self.panes, self.edges, selection_actions, keys, options)
        surface = Surface(
            lambda: self.panes.candidate.composer,
            lambda: self.painter.letter(self.states.state),
            self._focus_pane,
        )
        self.features = Features(self.context, selection_actions, surface)
        self.handlers = self.features.handlers
        self.states.subscribe(*self.features.effects)

    # What the program asks and tells

    @property
    def inbox(self) -> Inbox:
        """The snapshot."""
        return self.states.state.inbox

    @property
    def view(self) -> View:
        """What is shown of it."""
        return self.states.state.view

    @property
    def scopes(self) -> tuple[Scope, ...]:
        """The commands that work here now."""
        return scopes(self.states.state)

    @property
    def is_typing(self) -> bool:
        """Whether letters are typed now."""
        return is_typing(self.states.state)

    @property
    def asking(self) -> bool:
        """Whether a window comes up with what hh.ru was asked for: keys wait for it."""
        return self._question.is_open

    def say(self, key: str, /, **values: str | int) -> None:
        """Tell in the last line what the last key did."""
        self.context.say(key, **values)

    def warn(self, key: str, /, **values: str | int) -> None:
        """Tell in a notice why the last key did nothing: the last line may be under a window."""
        self.context.windows.notify(self.context.render_context.tr(key, **values), severity="warning")

    def offers(self, key: str) -> bool:
        """Whether there is an action with this digit, or one that this letter stands for."""
        deciding = self.features.deciding
        if (sprint := deciding.running_sprint) is not None:
            return sprint.offers(key)
        return deciding.actions().offers(int(key)) if key.isdecimal() else self.features.shortcuts.offers(key)

    def tell_unheard(self, token: str, pending: str) -> None:
        """A key of candidates where none is in sight, or one of the inbox in a window above it."""
        from hh_tui.ui.unheard_keys import UnheardKeys

        of_keys = self.context.keymap, self.context.keys
        UnheardKeys(self, self.states.state, *of_keys, say=self.say, warn=self.warn).tell(token, pending)

    def stop_same_again(self) -> None:
        """A held key is about to decide once more: it does not."""
        self.features.deciding.repeat_last().stop()

    def take_back(self) -> None:
        """What a held key has decided."""
        (self.features.deciding.running_sprint or self.features.undo).undo()

    def post(self, event: AnyEvent) -> None:
        """Something happened: it is handled after what the screen was told before."""
        self.post_message(EventPosted(event))

    def see(self, ctx: RenderContext) -> None:
        """Take another render context: time has passed."""
        self.states.dispatch(Aged(ctx))

    def on_tick(self, now: float) -> None:
        """Half a second or more has passed, at `now` of the app's steady clock."""
        self.states.dispatch(Ticked(now))

    def keep_screen(self) -> None:
        """Keep how it looks: the next start shows that before it can show anything else."""
        if self.panes.is_mounted:
            self.features.offline_cache.keep_screen(self.size.width, lambda: rendered(self))

    def _profile(self) -> str:
        """The login in use, where there are several to choose from."""
        profiles = self._worker.profiles
        return profiles.current if profiles and self._several_logins else ""

    def _focus_pane(self) -> None:
        """The pane one is in has the focus, though it may be the one one was in."""
        self.states.paint()
        self.painter.pane(self.states.state)
        self.edges.paint(self.states.state)

    # What the toolkit tells

    def compose(self) -> ComposeResult:
        """Title, panes, status."""
        self.add_class(*size_classes(self, self.app.size))
        yield from self.panes.compose(self.view.render_context.tr, self._keys)

    def on_mount(self) -> None:
        """There are panes to paint into: everything, once, when what a start recalls has been recalled."""
        profiles = self._worker.profiles
        self._several_logins = bool(profiles and len(profiles.names()) > 1)
        self.see(self.view.render_context)
        self.states.dispatch(Started())
        self.panes.built(self.view.render_context.tr)
        self.painter.paint(State(View(self.view.render_context)), self.states.state)
        self.painter.pane(self.states.state)
        # A letter is kept in the very frame in which it is seen.
        self.panes.candidate.edited = lambda: self.features.deciding.letters().typed()
        laid_out = self.screen_layout_refresh_signal
        laid_out.subscribe(self, lambda _: self.panes.lift_notices(), immediate=True)

    @on(EventPosted)
    def handle_event(self, message: EventPosted) -> None:
        """Something was read, or has failed: features hear it in their order."""
        self.answered(message.event)

    def answered(self, event: AnyEvent) -> None:
        """Hear an event that no key has brought: a key on its way meant what it has not changed yet."""
        before = digits_now(self.inbox, self._selection_actions)
        self.states.dispatch(event)
        if self.is_active and before != digits_now(self.inbox, self._selection_actions):
            self.context.program.decided(Unseen.ANSWERED)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """A bug in a read is not lost; nobody waits for a read that has ended."""
        self._question.on_state_changed(event.worker)
        if event.state is WorkerState.ERROR and event.worker.error is not None:
            self.post_message(Bug(event.worker.error))

    def on_screen_suspend(self) -> None:
        """Another window stands above: its keys are the ones that work, and what was said before is over."""
        self.context.clear_status()
        self.edges.paint(self.states.state)

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """The keys here work again, in a window that may have grown meanwhile.

        The first time everything has just been given its styles, while it was mounted.
        """
        event.refresh_styles = event.refresh_styles and self.stack_updates > 0
        self.edges.paint(self.states.state)
        self.call_after_refresh(self._stay_visible)

    def on_resize(self, event: events.Resize) -> None:
        """At a middle width the left column is not there to be in."""
        self.call_after_refresh(self._stay_visible)

    def _stay_visible(self) -> None:
        self.panes.candidate.terse = self.panes.is_low
        if self.view.pane not in self.panes.reachable:
            self.context.go(Pane.LIST)
        self.panes.show_pane(self.view.pane)
        self.edges.paint(self.states.state)
        if self.view.composing is None and self.app.app_focus:
            # Panes that have no room any more have taken the focus along.
            self.context.panes.keep_focus()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """The focus went to another pane; where it is by now counts, not where it was on the way."""
        self.states.show(in_search_line=self.panes.search_line.is_typed_in(self.focused))
        if self.view.composing is not None and not self.panes.candidate.is_written_in(self.focused):
            self.states.show(composing=None)
        if (pane := self.panes.focused_pane) is not None:
            self.context.go(pane)

    def on_descendant_blur(self) -> None:
        """A click beside every pane takes the focus from the composer: it comes back."""
        self.call_after_refresh(self._stay_in_composer)

    def _stay_in_composer(self) -> None:
        writing = self.view.composing is not None
        if writing and self.focused is None and self.app.app_focus and self.is_active:
            self.panes.candidate.composer.focus()

    # What widgets tell

    @on(RowList.Pointed, "#negotiations")
    def row_pointed(self, message: RowList.Pointed) -> None:
        """A click on a candidate."""
        self.features.navigation.click(message.index)

    @on(RowList.Chosen, "#negotiations")
    def row_chosen(self, message: RowList.Chosen) -> None:
        """A second click on a candidate."""
        self.features.navigation.click_twice(message.index)
        self.features.looking.click_hints().opened()

    @on(RowList.Scrolled, "#negotiations")
    def scrolled(self, message: RowList.Scrolled) -> None:
        """The mouse wheel."""
        self.features.navigation.scrolled(message.index)

    @on(RowList.Chosen, "EntryList")
    def entry_chosen(self, message: RowList.Chosen) -> None:
        """A click in the left column goes there."""
        self.states.show(composing=None)
        message.rows.cursor = message.index
        self.features.navigation.choose(message.rows.selected)
        self.features.looking.click_hints().entry(Pane(message.rows.id or ""))

    @on(ActionBar.Pressed)
    def button_pressed(self, message: ActionBar.Pressed) -> None:
        """A button of an action."""
        self.features.deciding.actions().press(message.digit)
        self.features.looking.click_hints().button(message.digit)

    @on(TabLine.Chosen)
    def tab_clicked(self, message: TabLine.Chosen) -> None:
        """A tab of the candidate."""
        self.features.tabs.click(message.tab)
        self.features.looking.click_hints().tab(message.tab)

    @on(ChipLine.Removed)
    def chip_removed(self, message: ChipLine.Removed) -> None:
        """A click on a filter in use."""
        self.features.looking.filters().remove(message.group)
        self.features.looking.click_hints().chip()

    @on(Input.Changed, "#search-text")
    def search_typed(self) -> None:
        """Another letter of a search."""
        self.features.search.typed()

    def on_text_area_changed(self, message: "TextArea.Changed") -> None:
        """Another letter of a letter."""
        if message.text_area.id == "composer":
            self.features.deciding.letters().typed()
