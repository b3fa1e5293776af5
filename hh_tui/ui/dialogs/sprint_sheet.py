"""The closing sheet of a sprint: all choices by action, before any of them is sent."""

from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct
from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from hh_tui.inbox.decisions.action_menu import ActionChoice
from hh_tui.keys.registry import Scope
from hh_tui.ui.commands import Handler
from hh_tui.ui.dialogs.base import Dialog
from hh_tui.ui.dialogs.key_sets import page_keys
from hh_tui.ui.dialogs.sprint_page import decide_keys
from hh_tui.ui.presenters import action_buttons
from hh_tui.ui.presenters.sprint import SprintLine
from hh_tui.ui.widgets.action_bar import ActionBar
from hh_tui.ui.widgets.action_names import ActionNames
from hh_tui.ui.widgets.row_list import RowList
from hh_tui.ui.widgets.sprint_list import SprintList

AROUND = 4
"""Cells beside the lines: the frame and its padding, as styled."""

InLine = Callable[[SprintLine], object]


class SprintSheetKeys(Struct, frozen=True):
    """What the keys of the sheet do, each for the line under the cursor."""

    act: Callable[[int, SprintLine], object]
    """The action with this digit instead."""
    letter: Callable[[str, SprintLine], object]
    """The action of this letter instead."""
    offered: Callable[[SprintLine], tuple[ActionChoice, ...]]
    """What digits and letters stand for there."""
    edit: InLine
    leave_out: InLine
    """Nothing for them, or what was chosen after all."""
    go: InLine
    """To their page."""
    confirm: Handler
    discard: Handler
    close: Handler
    """Leave the sprint, which is kept."""


class SprintSheet(Dialog[None]):
    """Shows the lines it is given; confirming hands all of them over."""

    CSS_PATH = "sprint_sheet.tcss"
    AUTO_FOCUS = "#sprint-lines"

    def __init__(
        self, keys: SprintSheetKeys, title: str, lines: Sequence[SprintLine], hints: Sequence[str]
    ) -> None:
        super().__init__()
        self._keys = keys
        self._title = title
        self._rows = lines
        self._hints = hints

    @property
    def handlers(self) -> Mapping[str, Handler]:
        """What its keys do."""
        keys = self._keys
        return {
            **page_keys(keys.close, self.scroll, self.page, self.jump),
            **decide_keys(self.act, self.letter),
            "confirm-sprint": keys.confirm,
            "sprint-discard": keys.discard,
            "sprint-return": lambda: self._in_line(keys.go),
            "sprint-letter": lambda: self._in_line(keys.edit),
            "sprint-leave-out": self.leave_out,
        }

    @property
    def scopes(self) -> Sequence[Scope]:
        """The sheet's own keys, moving about, and those that decide."""
        return (Scope.SPRINT_SHEET, Scope.PAGE, Scope.DECIDE)

    def compose(self) -> ComposeResult:
        """The lines above the letter of the one under the cursor."""
        with Vertical(id="sprint-sheet"):
            yield SprintList(id="sprint-lines")
            with VerticalScroll(id="sprint-detail", can_focus=False):
                yield Static(id="sprint-text", markup=False)
            yield ActionNames(id="sprint-actions")
            yield Static(id="sprint-hints", classes="keys", markup=False)

    def on_mount(self) -> None:
        """There is a list to show them in."""
        super().on_mount()
        self._show()
        self.jump(-1)

    @property
    def _list(self) -> SprintList:
        return self.query_one(SprintList)

    def see(self, title: str, lines: Sequence[SprintLine], hints: Sequence[str]) -> None:
        """Other choices."""
        self._title, self._rows, self._hints = title, lines, hints
        if self.is_open:
            self._show()

    def _show(self) -> None:
        self._list.show(self._rows)
        self.query_one("#sprint-sheet").border_title = Content(self._title)
        hints = action_buttons.lines([Content(one) for one in self._hints], max(1, self.size.width - AROUND))
        gap = Content(" " * action_buttons.GAP)
        self.query_one("#sprint-hints", Static).update(Content("\n").join(gap.join(one) for one in hints))
        self._show_letter()

    def on_resize(self) -> None:
        """Lines break elsewhere."""
        self._show()

    def _show_letter(self) -> None:
        line = self._list.selected
        self.query_one("#sprint-text", Static).update(line.detail if line else "")
        self.query_one("#sprint-detail").display = bool(line and line.detail)
        choices = self._keys.offered(line) if line is not None else ()
        names = self.query_one(ActionNames)
        names.choices, names.display = choices, bool(choices)

    @on(ActionBar.Pressed)
    def pressed(self, message: ActionBar.Pressed) -> None:
        """A click on the name of an action."""
        if message.digit is not None:
            self.act(message.digit)

    @on(RowList.Pointed, "#sprint-lines")
    @on(RowList.Chosen, "#sprint-lines")
    def pointed(self, message: RowList.RowMessage) -> None:
        """A click moves the cursor."""
        self._point(message.index)

    def _point(self, place: int) -> None:
        self._list.cursor = max(0, min(place, len(self._rows) - 1))
        self._show_letter()

    def scroll(self, delta: int) -> None:
        """A line up or down."""
        self._point(self._list.cursor + delta)

    def page(self, delta: int) -> None:
        """A page up or down."""
        self.scroll(delta * self._list.page)

    def jump(self, direction: int) -> None:
        """The last line, or the first."""
        self.scroll(direction * len(self._rows))

    def act(self, digit: int) -> None:
        """The action with this digit for the line under the cursor."""
        self._in_line(lambda line: self._keys.act(digit, line))

    def letter(self, letter: str) -> None:
        """The action of this letter for the line under the cursor."""
        self._in_line(lambda line: self._keys.letter(letter, line))

    def leave_out(self) -> None:
        """Nothing for the line under the cursor, or what was chosen after all; then the next candidate."""
        place = self._list.cursor
        self._in_line(self._keys.leave_out)
        rows = self._rows
        near = sorted(range(len(rows)), key=lambda one: (one < place, abs(one - place)))
        self._point(next((one for one in near if rows[one].id and not rows[one].out), place))

    def _in_line(self, do: InLine) -> None:
        line = self._list.selected
        if line is not None:
            do(line)
