"""Moving through the panes and their rows, and the way out of everything that is open."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Protocol

from hh_tui.i18n.text import grouped
from hh_tui.inbox.snapshot.dossier import Tab
from hh_tui.inbox.snapshot.state import Inbox
from hh_tui.ui.commands import Handler
from hh_tui.ui.context import Context
from hh_tui.ui.events import CursorMoved, Event
from hh_tui.ui.presenters.list_title import total
from hh_tui.ui.presenters.sidebar import SidebarEntry
from hh_tui.ui.state_store import State
from hh_tui.ui.view import Pane


class Lists(Protocol):
    """Where the rows of the list come from."""

    def read_ahead(self, seen: int = 0) -> None:
        """Read on where the loaded rows of the list shown end soon after the cursor or the row `seen`."""

    def refresh(self) -> None:
        """Read everything in sight anew."""

    def enter(self, entry: SidebarEntry) -> None:
        """Go where a line of the left column leads."""


class Tabs(Protocol):
    """The tabs of the candidate under the cursor."""

    def open(self, tab: Tab) -> None:
        """Go to a tab; read it unless it was read before."""

    def open_thread(self) -> None:
        """Go to the messages and read them."""


class Navigation:
    """`escapes` are asked in their order what Escape closes; where nothing is open it leads one pane out.

    `go_back` leads out of a list over all vacancies; it tells whether one was in one.
    """

    def __init__(
        self,
        context: Context,
        lists: Lists,
        tabs: Tabs,
        *,
        escapes: Sequence[Callable[[], bool]],
        go_back: Callable[[], bool],
    ) -> None:
        self._context = context
        self._lists = lists
        self._tabs = tabs
        self._escapes = escapes
        self._go_back = go_back

    def commands(self) -> Mapping[str, Handler]:
        """What this controller does, by command id."""
        return {
            "down": partial(self.move, 1),
            "up": partial(self.move, -1),
            "top": partial(self.edge, -1),
            "bottom": partial(self.edge, 1),
            "page-down": partial(self.page, 1),
            "page-up": partial(self.page, -1),
            "next-pane": partial(self.pane, 1),
            "previous-pane": partial(self.pane, -1),
            "next-candidate": partial(self.walk, 1),
            "previous-candidate": partial(self.walk, -1),
            "open": self.open,
            "refresh": self._lists.refresh,
            "back": self.back,
            "leave-composer": self.back,
            "quit": self.leave,
        }

    def on_event(self, event: Event, _: State, after: State) -> None:
        """Where the cursor goes there are rows soon."""
        if isinstance(event, CursorMoved):
            self._lists.read_ahead()

    # Within a pane

    def move(self, delta: int) -> None:
        """A row up or down, or a line of the text."""
        context, pane = self._context, self._context.view.pane
        if pane is Pane.LIST:
            context.point(context.inbox.cursor + delta)
        elif pane is Pane.CANDIDATE:
            context.panes.scroll(delta)
        else:
            context.panes.step(pane, delta)

    def edge(self, direction: int) -> None:
        """To the first or the last one there is."""
        context, pane = self._context, self._context.view.pane
        if pane is Pane.LIST:
            context.point(0 if direction < 0 else len(context.inbox.rows) - 1)
            if direction > 0:
                self._say_how_far(context.inbox)
        elif pane is Pane.CANDIDATE:
            context.panes.scroll_to_edge(direction)
        else:
            context.panes.step(pane, direction * len(context.panes.lines(pane)))

    def _say_how_far(self, inbox: Inbox) -> None:
        """The end that one came to may be the end of what is loaded only."""
        query, known = inbox.listing.query, total(inbox)
        if query is None or inbox.listing.complete or inbox.search is not None or not known:
            return
        loaded = len(inbox.visible if query.is_across else inbox.listing.rows)
        self._context.say("list.loaded", loaded=grouped(loaded), n=known)

    def page(self, direction: int) -> None:
        """A page up or down."""
        context, pane = self._context, self._context.view.pane
        rows = direction * context.panes.page_of(pane)
        if pane is Pane.LIST:
            context.point(context.inbox.cursor + rows)
        elif pane is Pane.CANDIDATE:
            context.panes.scroll(rows)
        else:
            context.panes.step(pane, rows)

    def click(self, row: int) -> None:
        """The mouse moves the cursor: a letter being written waits."""
        self._context.store.show(composing=None)
        self._context.point(row)

    def click_twice(self, row: int) -> None:
        """A second click opens."""
        self.click(row)
        self._tabs.open_thread()

    def scrolled(self, seen: int) -> None:
        """The mouse wheel wants more rows, too."""
        if self._context.inbox.search is None:
            self._lists.read_ahead(seen)

    # Between panes

    def pane(self, delta: int) -> None:
        """To the pane beside."""
        panes, pane = self._context.panes.reachable, self._context.view.pane
        place = panes.index(pane) if pane in panes else 0
        self._leave_for(panes[(place + delta) % len(panes)])

    def _leave_for(self, pane: Pane) -> None:
        """Into another pane: what was said in the one before names keys that may mean something else here."""
        context = self._context
        if pane is not context.view.pane:
            context.clear_status()
        context.go(pane)

    def open(self) -> None:
        """Go into what is under the cursor."""
        context, pane = self._context, self._context.view.pane
        if pane is Pane.CANDIDATE and context.view.tab is not Tab.MESSAGES:
            self._tabs.open(context.view.tab)
        elif pane in {Pane.LIST, Pane.CANDIDATE}:
            self._tabs.open_thread()
        else:
            self.choose(context.panes.entry(pane))

    def choose(self, entry: SidebarEntry | None) -> None:
        """Go where a line of the left column leads."""
        if entry is not None:
            self._lists.enter(entry)

    def walk(self, delta: int) -> None:
        """Open the candidate before or after this one, at the same tab."""
        context, cursor = self._context, self._context.inbox.cursor
        context.point(cursor + delta)
        if context.inbox.cursor == cursor:
            return
        if context.view.tab is Tab.MESSAGES:
            self._tabs.open_thread()
        else:
            self._tabs.open(context.view.tab)

    # Out

    def back(self) -> None:
        """Exactly one step out: of waiting for hh.ru, of what is open, of a pane."""
        context = self._context
        if context.pending_read.is_open:
            context.pending_read.stop()
            context.say("asking.stopped")
        elif not any(leave() for leave in self._escapes):
            panes = context.panes.reachable
            self._leave_for(panes[max(0, panes.index(context.view.pane) - 1)])

    def leave(self) -> None:
        """Out of the candidate, the collections, or a list over all vacancies; else out of the program."""
        if self._context.view.pane in {Pane.CANDIDATE, Pane.COLLECTIONS}:
            self.back()
        elif not self._go_back():
            self._context.program.leave()
