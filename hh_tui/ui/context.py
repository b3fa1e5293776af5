"""What a controller is given: the state of the inbox, and the services around it."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import Any, Protocol

from msgspec import Struct
from textual.screen import Screen
from textual.worker import Worker

from hh_tui.errors import HHError, NotAuthorized
from hh_tui.inbox.decisions.outbox import Outbox
from hh_tui.inbox.snapshot.query import Query
from hh_tui.inbox.snapshot.state import Inbox
from hh_tui.keys.keymap import Keymap
from hh_tui.outbox.service import OutboxService
from hh_tui.ui.dialogs.answer import NO, YES, Answer
from hh_tui.ui.dialogs.picker_item import PickerItem
from hh_tui.ui.events import AnyEvent, CursorMoved
from hh_tui.ui.options import InboxOptions
from hh_tui.ui.pending_read import PendingRead
from hh_tui.ui.person_store import PersonStore
from hh_tui.ui.presenters.errors import captcha_page, explain
from hh_tui.ui.presenters.render_context import RenderContext
from hh_tui.ui.presenters.sidebar import SidebarEntry
from hh_tui.ui.program import Program
from hh_tui.ui.reads import Reads
from hh_tui.ui.state_store import StateStore
from hh_tui.ui.tasks import Tasks
from hh_tui.ui.view import Pane, View
from hh_tui.ui.windows import Severity
from hh_tui.worker.session import ApiWorker


class Windows(Protocol):
    """Windows above the inbox, and notices."""

    def push(self, dialog: Screen[Any], answered: Callable[[Any], None] | None = None) -> None:
        """Open a dialog; `answered` gets what it was left with."""

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: Severity = "information",
        timeout: float | None = None,
    ) -> None:
        """A notice that goes by itself; `timeout` in seconds."""

    def open_url(self, url: str) -> None:
        """A page in the person's browser."""

    @property
    def is_looked_at(self) -> bool:
        """Whether the terminal has the focus of the desktop, as far as it tells."""
        ...

    @property
    def is_free(self) -> bool:
        """Whether no window stands above the inbox."""
        ...


class Panes(Protocol):
    """What a controller asks of the panes: what stands under a cursor, and what has the focus.

    They show the state as it is when they are asked.
    """

    @property
    def is_narrow(self) -> bool:
        """Whether one pane is seen at a time."""
        ...

    @property
    def reachable(self) -> tuple[Pane, ...]:
        """The levels one can go through at this width."""
        ...

    def entry(self, pane: Pane) -> SidebarEntry | None:
        """The line under the cursor of a pane of the left column."""
        ...

    def lines(self, pane: Pane) -> Sequence[SidebarEntry]:
        """All lines of a pane of the left column."""
        ...

    def point_at(self, pane: Pane, entry_id: str) -> None:
        """The cursor of a pane of the left column onto this line, where it is there."""

    def first_list(self) -> Query | None:
        """The first list among the collections; None where there is none."""

    def step(self, pane: Pane, rows: int) -> None:
        """The cursor of a pane of the left column down, or up where `rows` is less than nothing."""

    def page_of(self, pane: Pane) -> int:
        """How many rows of a pane make a page; of the candidate, how many lines."""
        ...

    def scroll(self, lines: int) -> None:
        """What is shown of the candidate down, or up where `lines` is less than nothing."""

    def scroll_to_edge(self, direction: int) -> None:
        """To its end, or to its beginning where `direction` is less than nothing."""

    def keep_focus(self) -> None:
        """Where nothing has the focus, what should have it gets it."""

    def release_list_focus(self) -> None:
        """The list is about to be empty: it gives up the focus."""

    def refocus(self) -> None:
        """What should have the focus has it."""

    @property
    def searched(self) -> str:
        """What stands in the line of the search."""
        ...

    def open_search(self, typed: str) -> None:
        """The focus in the line of the search, with this text in it."""


class Context(Struct, frozen=True):
    """Given to every controller; none holds the screen, the app or a widget."""

    store: StateStore
    session: ApiWorker
    reads: Reads[Worker[None]]
    tasks: Tasks
    outbox: OutboxService
    program: Program
    disk: PersonStore
    windows: Windows
    pending_read: PendingRead
    """The read that the person waits for."""
    keys: Callable[[str], str]
    """The name of a command's first key."""
    clock: Callable[[], datetime]
    """The time in UTC."""
    post: Callable[[AnyEvent], object]
    """Tells the inbox what a read brought."""
    options: InboxOptions
    keymap: Keymap
    """All keys of a command."""
    panes: Panes

    @property
    def inbox(self) -> Inbox:
        """The snapshot."""
        return self.store.state.inbox

    @property
    def view(self) -> View:
        """What is shown of it."""
        return self.store.state.view

    @property
    def writes(self) -> Outbox:
        """The open writes."""
        return self.store.state.outbox

    @property
    def render_context(self) -> RenderContext:
        """How the person looks at things now."""
        return self.view.render_context

    def update(self, inbox: Inbox) -> None:
        """Another snapshot."""
        self.store.update(inbox)

    def go(self, pane: Pane) -> None:
        """Into another pane."""
        self.store.show(pane=pane)

    def point(self, row: int) -> None:
        """The cursor of the list to a row."""
        self.store.dispatch(CursorMoved(row))

    def say(self, key: str, /, **values: str | int) -> None:
        """Tell in the last line what the last key did."""
        self.tell(self.render_context.tr(key, **values))

    def tell(self, sentence: str) -> None:
        """The same, of a sentence in words."""
        self.store.show(status_text=sentence, status_count=self.view.status_count + 1)

    def clear_status(self) -> None:
        """Nothing is told in the last line any more."""
        self.store.show(status_text="")

    def pick(
        self,
        title: str,
        items: Sequence[PickerItem],
        chosen: Callable[[str | None], None],
        *,
        detail: str = "",
    ) -> None:
        """Let the person choose one of many; `chosen` gets its id, or None. `detail` stands above them."""
        from hh_tui.ui.dialogs.picker import Picker

        self.windows.push(Picker(title, list(items), self.render_context.tr, detail=detail), chosen)

    def confirm(
        self,
        question: str,
        answers: tuple[str, str],
        yes: Callable[[], object],
        *,
        default: bool = False,
        detail: str = "",
    ) -> None:
        """Ask a question whose answers are yes and no, in this order; `yes` is called for the first one."""

        def answered(answer: str | None) -> None:
            if answer == YES:
                yes()

        both = [Answer(name, label) for name, label in zip((YES, NO), answers, strict=True)]
        self.choose(question, both, answered, YES if default else NO, detail)

    def choose(
        self,
        question: str,
        answers: Sequence[Answer],
        chosen: Callable[[str | None], None],
        default: str,
        detail: str = "",
    ) -> None:
        """Ask a question with other answers, each of them one letter; `chosen` gets the id of one."""
        from hh_tui.ui.dialogs.confirm import Confirm

        self.windows.push(Confirm(question, answers, self.keymap, default=default, detail=detail), chosen)

    def ask_for(self, read: Worker[None]) -> None:
        """The person waits for this read: keys wait, too."""
        self.pending_read.ask(read)
        self.say("asking", key=self.keys("back"))

    def fail(self, error: HHError) -> None:
        """A notice that says why something did not work, and what to do."""
        self.windows.notify(explain(self.render_context.tr, error).sentence, severity="error")

    def remember(self, error: HHError, again: Callable[[], object]) -> None:
        """Keep the last error for its details; a captcha is solved in the browser, then `again` repeats."""
        self.store.show(last_error=error)
        url = captcha_page(error)
        if url is None:
            return
        tr = self.render_context.tr
        title, later = tr("captcha.title"), tr("captcha.later")

        def opened() -> None:
            self.windows.open_url(url)
            self.confirm(title, (tr("captcha.again"), later), again, default=True)

        ask = partial(self.confirm, title, (tr("captcha.open"), later), opened, default=True)
        self.program.interrupt("captcha", title, ask)

    def locked_out(self, error: HHError) -> None:
        """Where the error says that the login is not valid any more, nothing is sent until it is."""
        if isinstance(error, NotAuthorized):
            self.outbox.freeze(error)

    def may_not_decide(self) -> bool:
        """Without a place to write decisions down there are none: say why."""
        error = self.disk.why_not
        if error is not None:
            self.windows.notify(explain(self.render_context.tr, error).sentence, severity="warning")
        return error is not None
