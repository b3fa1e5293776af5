"""The panes of the inbox: what stands where at which width, and what has the focus."""

from collections.abc import Callable

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from hh_tui.i18n import Catalogue
from hh_tui.ui.scopes import is_searching
from hh_tui.ui.state_store import State
from hh_tui.ui.textual_private import Toast, ToastRack
from hh_tui.ui.view import ALL, Pane
from hh_tui.ui.widgets.action_bar import ActionBar
from hh_tui.ui.widgets.action_names import ActionNames
from hh_tui.ui.widgets.candidate_pane import CandidatePane
from hh_tui.ui.widgets.chip import ChipLine
from hh_tui.ui.widgets.edge_line import EdgeLine
from hh_tui.ui.widgets.entry_list import EntryList
from hh_tui.ui.widgets.negotiation_list import NegotiationList
from hh_tui.ui.widgets.search_line import SearchLine
from hh_tui.ui.widgets.static_text import StaticText
from hh_tui.ui.widgets.steady_switcher import SteadySwitcher
from hh_tui.ui.widgets.thread_view import ThreadView


class EmptyList(StaticText, can_focus=True):
    """Stands where the list would, and keeps the focus for it."""


class InboxLayout:
    """The widgets of the inbox by name. Three panes where there is room, else one or two at a time."""

    def __init__(self, screen: Screen[None]) -> None:
        self._screen = screen
        self._built = False

    def compose(self, tr: Catalogue, keys: Callable[[str], str]) -> ComposeResult:
        """Title, panes, status. `keys` names the key of a command."""
        yield EdgeLine(id="title")
        with Horizontal(id="panes"):
            with Vertical(id="left"):
                yield EntryList(id="vacancies", classes="pane")
                yield EntryList(id="collections", classes="pane")
            with Vertical(id="middle", classes="pane"):
                yield ChipLine(id="chips")
                with SteadySwitcher(initial="nothing", id="list"):
                    yield NegotiationList(id="negotiations")
                    yield EmptyList(id="nothing")
                yield SearchLine(tr("search.placeholder"), id="search")
                yield ActionNames(id="digits")
            yield CandidatePane(
                tr("card.open-hint", key=key) if (key := keys("open")) else "",
                keys,
                id="candidate",
            )
        yield Static(id="tour", markup=False)
        yield EdgeLine(id="status", left_first=True)

    def built(self, tr: Catalogue) -> None:
        """There are panes to paint into."""
        self._built = True
        self.nothing.text = Content(tr("list.loading"))
        self.entries(Pane.VACANCIES).border_title = tr("vacancies.title")
        self.entries(Pane.COLLECTIONS).border_title = tr("collections.title")

    @property
    def is_mounted(self) -> bool:
        """Whether there are panes to paint into: not before they are built, nor while the program ends."""
        return self._built and self._screen.app.is_running and bool(self._screen.children)

    # The widgets

    @property
    def title(self) -> EdgeLine:
        """The first line."""
        return self._screen.query_one("#title", EdgeLine)

    @property
    def status(self) -> EdgeLine:
        """The last line."""
        return self._screen.query_one("#status", EdgeLine)

    @property
    def tour(self) -> Static:
        """The step of the tour."""
        return self._screen.query_one("#tour", Static)

    @property
    def middle(self) -> Widget:
        """The pane around the list."""
        return self._screen.query_one("#middle")

    @property
    def negotiations(self) -> NegotiationList:
        """The list of candidates."""
        return self._screen.query_one("#negotiations", NegotiationList)

    @property
    def digits(self) -> ActionNames:
        """What the digits do, where the candidate's pane is not in sight."""
        return self._screen.query_one(ActionNames)

    @property
    def nothing(self) -> EmptyList:
        """What stands in the place of an empty list."""
        return self._screen.query_one("#nothing", EmptyList)

    @property
    def switcher(self) -> SteadySwitcher:
        """Shows the list or what stands in its place."""
        return self._screen.query_one("#list", SteadySwitcher)

    @property
    def chips(self) -> ChipLine:
        """The filters in use."""
        return self._screen.query_one(ChipLine)

    @property
    def search_line(self) -> SearchLine:
        """The line to type a search into."""
        return self._screen.query_one(SearchLine)

    @property
    def candidate(self) -> CandidatePane:
        """The candidate's pane."""
        return self._screen.query_one("#candidate", CandidatePane)

    def entries(self, pane: Pane) -> EntryList:
        """A pane of the left column."""
        return self._screen.query_one(f"#{pane}", EntryList)

    # Widths

    @property
    def is_narrow(self) -> bool:
        """Whether one pane is seen at a time."""
        return self._screen.has_class("-narrow")

    @property
    def is_low(self) -> bool:
        """Whether there are few lines."""
        return self._screen.has_class("-low")

    @property
    def reachable(self) -> tuple[Pane, ...]:
        """The levels one can go through at this width."""
        return (Pane.LIST, Pane.CANDIDATE) if self._screen.has_class("-medium") else ALL

    def show_pane(self, pane: Pane) -> None:
        """Where all panes are in sight nothing depends on it, and all widgets are spared new styles."""
        if self.is_narrow:
            for one in ALL:
                self._screen.set_class(one is pane, f"-at-{one}")

    def keep_notices_off(self, *, composing: bool) -> None:
        """Notices stand at the foot, but not over a letter that is written."""
        for rack in self._screen.query_children(ToastRack):
            rack.styles.dock = "top" if composing else "bottom"

    def lift_notices(self, *, coming: bool = False) -> None:
        """Notices stand above what one decides by: buttons, the digits below a list, the line of a search.

        In an open thread they stand at its head: its end is what one reads. What is shown is laid out anew
        only where its place has moved; with `coming` it is about to be shown.
        """
        for rack in self._screen.query_children(ToastRack):
            if rack.display or coming:
                place, margin = self._place_of(rack)
                if (rack.styles.dock, tuple(rack.styles.margin)) != (place, margin):
                    rack.styles.dock, rack.styles.margin = place, margin

    def _place_of(self, rack: ToastRack) -> tuple[str, tuple[int, int, int, int]]:
        """The edge of the screen that notices stand at, and how far from it.

        In a pane of the whole width they stand at its head where they would cover the row under the cursor,
        until they would do so there.
        """
        if thread := self.candidate.query_one(ThreadView).region:
            return "top", (thread.y, 0, 0, 0)
        rows, height = self._rows_in_sight, self._screen.size.height
        foot, lines = min(self._foot, height // 2), sum(one.region.height for one in rack.query(Toast))
        below: tuple[str, tuple[int, int, int, int]] = ("bottom", (0, 0, foot, 0))
        if not self.is_narrow or rows is None or not lines:
            return below
        above = ("top", (rows.region.y, 0, 0, 0))
        is_low = rows.cursor_region.bottom > height - foot - lines
        is_high = rows.cursor_region.y < rows.region.y + lines
        if rack.styles.dock == "top":
            return below if is_high and not is_low else above
        return above if is_low and not is_high else below

    @property
    def _rows_in_sight(self) -> NegotiationList | EntryList | None:
        """The rows of the pane that has the whole width; None where it has none."""
        every = (self.negotiations, self.entries(Pane.VACANCIES), self.entries(Pane.COLLECTIONS))
        return next((one for one in every if one.region), None)

    @property
    def _foot(self) -> int:
        """Lines from the first of what one decides by to the foot of the window; 1 where none is in sight."""
        pane = self.candidate
        ours = [self.digits, pane.query_one(ActionBar), pane.query_one("#writing")]
        if self.is_narrow:
            ours.append(self.search_line)
        tops = [one.region.y for one in ours if one.region]
        return max(1, self._screen.size.height - min(tops, default=self._screen.size.height))

    # The focus

    @property
    def focused(self) -> Widget | None:
        """What has the focus."""
        return self._screen.focused

    def focus(self, widget: Widget | None) -> None:
        """Give it the focus; None takes it from everything."""
        self._screen.set_focus(widget)

    def target(self, state: State) -> Widget:
        """What should have the focus."""
        pane = state.view.pane
        if pane is Pane.CANDIDATE:
            return self.candidate.scrollable
        if pane is not Pane.LIST:
            return self.entries(pane)
        if is_searching(state):
            return self.search_line.line
        return self.negotiations if len(state.inbox.rows) else self.nothing

    @property
    def focused_pane(self) -> Pane | None:
        """The pane that has the focus; None where it is outside of all, or the pane can't be gone to."""
        focused = self.focused
        for widget in (focused, *focused.ancestors) if focused is not None else ():
            if widget.id in {"vacancies", "collections", "middle", "candidate"}:
                pane = Pane.LIST if widget.id == "middle" else Pane(widget.id)
                return pane if pane in self.reachable else None
        return None
