"""The people of a search: the list that candidates have, and above it what looking at them costs."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import Final

from msgspec import Struct, field
from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from hh_tui.inbox.resume_base.found_people import FoundPeople
from hh_tui.keys.registry import Scope
from hh_tui.ui.commands import Handler, scopes_of
from hh_tui.ui.dialogs.base import Dialog
from hh_tui.ui.found_ways import Ways
from hh_tui.ui.presenters.render_context import RenderContext
from hh_tui.ui.widgets.edge_line import EdgeLine
from hh_tui.ui.widgets.negotiation_list import NegotiationList
from hh_tui.ui.widgets.row_list import RowList
from hh_tui.ui.widgets.static_text import set_border_subtitle, set_border_title
from hh_tui.ui.widgets.text_view import TextView

ROOM: Final = 7
"""Cells of a window that the keys of the last line leave free at least: its edges, and a gap at the left."""


class FoundKeys(Struct, frozen=True, kw_only=True):
    """What the keys of the list do."""

    move: Callable[[int], object]
    """The cursor so many rows down."""
    jump: Callable[[int], object]
    """To the last loaded row (1), or the first (-1)."""
    point: Callable[[int], object]
    """To this row."""
    open: Handler
    """The resume of the one under the cursor, which spends a view."""
    mark: Handler
    mark_range: Handler
    mark_all: Handler
    invite: Handler
    ways: Ways
    form: Handler
    """The search as it is, to be changed."""
    new: Handler
    """An empty form."""
    order: Handler
    save: Handler
    """Keep the search on hh.ru."""
    searches: Handler
    """Those that hh.ru keeps."""
    later: Handler
    """Hide people for some time."""
    hidden: Handler
    """Those who are hidden."""
    similar: Handler
    browser: Handler
    refresh: Handler
    close: Handler


class FoundView(Struct, frozen=True):
    """What the page shows. `empty` stands in the place of rows where there are none."""

    title: str = ""
    asked: str = ""
    budget: Content = field(default_factory=lambda: Content(""))
    people: FoundPeople = field(default_factory=FoundPeople)
    place: str = ""
    empty: Content = field(default_factory=lambda: Content(""))
    hints: Sequence[str] = ()
    """The keys of the last line, then fewer and fewer of them for narrower windows."""
    invited: Mapping[str, str] = field(default_factory=dict)
    opened: Mapping[str, datetime] = field(default_factory=dict)
    waiting: Callable[[str, int], str] = lambda *_: ""
    """What was decided and can be taken back by now, by the key of this command, in so many cells."""
    tour: Content | None = None
    """The step of the tour one is at."""


class FoundPage(Dialog[None]):
    """Shows what it is given: nothing is read and nothing is spent by moving about in it."""

    CSS_PATH = "found_page.tcss"
    AUTO_FOCUS = "#found-rows"

    def __init__(self, keys: FoundKeys, view: FoundView, ctx: RenderContext) -> None:
        super().__init__()
        self._keys = keys
        self._view = view
        self._ctx = ctx
        self.said = ""
        """What the last key did."""

    @property
    def handlers(self) -> Mapping[str, Handler]:
        """What its keys do."""
        keys = self._keys
        return {
            "found-down": partial(keys.move, 1),
            "found-up": partial(keys.move, -1),
            "found-page-down": partial(self._far, 1),
            "found-page-up": partial(self._far, -1),
            "found-top": partial(keys.jump, -1),
            "found-bottom": partial(keys.jump, 1),
            "found-open": keys.open,
            "found-mark": keys.mark,
            "found-mark-range": keys.mark_range,
            "found-mark-all": keys.mark_all,
            "found-invite": keys.invite,
            "found-undo": keys.ways.undo,
            "found-redo": keys.ways.redo,
            "found-outbox": keys.ways.outbox,
            "found-log": keys.ways.log,
            "found-form": keys.form,
            "found-new": keys.new,
            "found-order": keys.order,
            "found-save": keys.save,
            "found-searches": keys.searches,
            "found-later": keys.later,
            "found-hidden": keys.hidden,
            "found-similar": keys.similar,
            "found-browser": keys.browser,
            "found-refresh": keys.refresh,
            "close-found": keys.close,
        }

    @property
    def scopes(self) -> Sequence[Scope]:
        """The keys of a list, and those that work in a resume, too."""
        return (Scope.FOUND, Scope.FOUND_ANY)

    def compose(self) -> ComposeResult:
        """What is looked for, what is left to spend, the people, and the keys."""
        yield EdgeLine(id="found-head")
        with Vertical(id="found"):
            yield NegotiationList(id="found-rows")
            yield TextView(id="found-empty")
        yield Static(id="found-tour", markup=False)
        yield EdgeLine(id="found-line", left_first=True)

    def on_mount(self) -> None:
        """There is something to show it in."""
        super().on_mount()
        self._show()

    def see(self, view: FoundView, ctx: RenderContext) -> None:
        """Other people, or other figures."""
        self._view, self._ctx = view, ctx
        if self.is_open:
            self._show()

    def say(self, said: str) -> None:
        """Tell in the last line what the last key did."""
        self.said = said
        if self.is_open:
            self._show_line()

    def count_down(self) -> None:
        """What can be taken back, as it is told by now: the last line alone is another one."""
        if self.is_open:
            self._show_line()

    def on_resize(self) -> None:
        """There is room for more or fewer keys in the last line."""
        if self.is_open:
            self._show_line()

    def _set_covered(self, covered: bool) -> None:
        super()._set_covered(covered)
        if self.is_open:
            # It names no keys: how many views are left is seen below the question that spends one, too.
            self.query_one("#found-head", EdgeLine).covered = False
            self._show_line()

    def _far(self, direction: int) -> None:
        self._keys.move(direction * self.query_one(NegotiationList).page)

    def _show(self) -> None:
        view, people = self._view, self._view.people
        frame, rows = self.query_one("#found"), self.query_one(NegotiationList)
        set_border_title(frame, Content(view.title))
        set_border_subtitle(frame, Content(view.place))
        head = self.query_one("#found-head", EdgeLine)
        head.left, head.right = Content(view.asked), view.budget
        rows.render_context = self._ctx
        rows.marked, rows.invited, rows.opened_log = people.marked, view.invited, view.opened
        if rows.rows is not people.rows:
            rows.rows = people.rows
        rows.cursor = people.cursor
        empty = self.query_one("#found-empty", TextView)
        rows.display, empty.display = bool(people.rows), not people.rows
        empty.show(view.empty)
        tour = self.query_one("#found-tour", Static)
        tour.display = view.tour is not None
        tour.update(view.tour or "")
        self._show_line()

    def _show_line(self) -> None:
        line = self.query_one("#found-line", EdgeLine)
        undo = self._undo_on_top
        waiting = self._view.waiting(undo, line.content_size.width) if undo else ""
        line.left = Content(self.said) if self.said else Content.styled(waiting, "$warning")
        fitting = (one for one in self._view.hints if cell_len(one) + ROOM <= self.size.width)
        fewest = self._view.hints[-1] if self._view.hints else ""
        line.right = Content.styled(next(fitting, fewest), "$text-muted")

    @property
    def _undo_on_top(self) -> str:
        """The command that takes back what was decided last, in the window on top; empty where none does."""
        scopes = scopes_of(self.app.screen)
        by_scope = {Scope.FOUND_ANY: "found-undo", Scope.TAKE_BACK: "undo"}
        return next((command for scope, command in by_scope.items() if scope in scopes), "")

    @on(RowList.Pointed)
    def pointed(self, message: RowList.RowMessage) -> None:
        """A click moves the cursor; it opens nobody, since that would cost something.

        While an answer is waited for it does nothing: what keys wait for is about the row under the cursor.
        """
        if not self.asking:
            self._keys.point(message.index)

    @on(RowList.Chosen)
    def clicked_twice(self, message: RowList.RowMessage) -> None:
        """The second click opens, as Enter does."""
        if not self.asking:
            self._keys.point(message.index)
            self._keys.open()
