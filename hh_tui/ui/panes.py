"""The panes as controllers ask of them and act on them."""

from collections.abc import Sequence

from textual.widgets import Input

from hh_tui.inbox.snapshot.query import Query
from hh_tui.ui.layout import InboxLayout
from hh_tui.ui.presenters.sidebar import SidebarEntry
from hh_tui.ui.state_store import StateStore
from hh_tui.ui.view import Pane


class InboxPanes:
    """Paints before it looks: an effect that has changed the state meets panes that show it."""

    def __init__(self, layout: InboxLayout, store: StateStore) -> None:
        self._layout = layout
        self._store = store

    def _painted(self) -> InboxLayout:
        self._store.paint()
        return self._layout

    @property
    def is_narrow(self) -> bool:
        """Whether one pane is seen at a time."""
        return self._layout.is_narrow

    @property
    def reachable(self) -> tuple[Pane, ...]:
        """The levels one can go through at this width."""
        return self._layout.reachable

    # Rows

    def entry(self, pane: Pane) -> SidebarEntry | None:
        """The line under the cursor of a pane of the left column."""
        return self._painted().entries(pane).selected

    def lines(self, pane: Pane) -> Sequence[SidebarEntry]:
        """All lines of a pane of the left column."""
        return self._painted().entries(pane).rows

    def first_list(self) -> Query | None:
        """The first list among the collections; None where there is none."""
        return next((one.query for one in self.lines(Pane.COLLECTIONS) if one.query), None)

    def point_at(self, pane: Pane, entry_id: str) -> None:
        """The cursor of a pane of the left column onto this line, where it is there."""
        layout = self._painted()
        layout.entries(pane).point_at(entry_id)
        layout.lift_notices()

    def step(self, pane: Pane, rows: int) -> None:
        """The cursor of a pane of the left column down, or up where `rows` is less than nothing."""
        layout = self._painted()
        layout.entries(pane).point(rows)
        layout.lift_notices()

    def page_of(self, pane: Pane) -> int:
        """How many rows of a pane make a page; of the candidate, how many lines."""
        if pane is Pane.LIST:
            return self._layout.negotiations.page
        if pane is Pane.CANDIDATE:
            return max(1, self._layout.candidate.scrollable.size.height - 1)
        return self._layout.entries(pane).page

    # The text of the candidate

    def scroll(self, lines: int) -> None:
        """What is shown of the candidate down, or up where `lines` is less than nothing."""
        self._layout.candidate.scrollable.scroll_relative(y=lines, animate=False)

    def scroll_to_edge(self, direction: int) -> None:
        """To its end, or to its beginning where `direction` is less than nothing."""
        text = self._layout.candidate.scrollable
        text.scroll_home(animate=False) if direction < 0 else text.scroll_end(animate=False)

    # The focus

    def keep_focus(self) -> None:
        """Where nothing has the focus, what should have it gets it."""
        layout = self._painted()
        if layout.focused is None:
            layout.target(self._store.state).focus()

    def refocus(self) -> None:
        """What should have the focus has it."""
        layout = self._painted()
        layout.focus(layout.target(self._store.state))

    def release_list_focus(self) -> None:
        """A list that is about to be empty is hidden: the focus must not go to another pane then."""
        if self._layout.focused is self._layout.negotiations:
            self._layout.focus(None)

    # The search

    @property
    def searched(self) -> str:
        """What stands in the line of the search."""
        return self._layout.search_line.line.value

    def open_search(self, typed: str) -> None:
        """The focus in the line of the search, with this text in it."""
        layout = self._painted()
        line = layout.search_line.line
        with line.prevent(Input.Changed):
            line.value = typed
        line.cursor_position = len(typed)
        layout.focus(line)
