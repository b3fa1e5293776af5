"""One line to type: it is taken when it can be understood."""

from collections.abc import Callable, Mapping, Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from hh_tui.keys.registry import Scope
from hh_tui.ui.commands import Handler
from hh_tui.ui.dialogs.base import Dialog
from hh_tui.ui.dialogs.key_sets import picker_keys
from hh_tui.ui.widgets.line_input import LineInput


class Ask(Dialog[str | None]):
    """Returns what `understood` makes of the line, or None; `complaint` says why a line is not taken."""

    CSS_PATH = "ask.tcss"
    AUTO_FOCUS = "#line"

    def __init__(
        self, title: str, hint: str, complaint: str, understood: Callable[[str], str | None]
    ) -> None:
        super().__init__()
        self._title = title
        self._hint = hint
        self._complaint = complaint
        self._understood = understood

    @property
    def handlers(self) -> Mapping[str, Handler]:
        """What its keys do."""
        return picker_keys(self.choose, self.move, self.cancel)

    @property
    def scopes(self) -> Sequence[Scope]:
        """The keys of choosing; letters are typed."""
        return (Scope.PICKER,)

    def compose(self) -> ComposeResult:
        """The line, and what belongs into it."""
        with Vertical(id="ask") as frame:
            frame.border_title = Content(self._title)
            yield LineInput(id="line", compact=True)
            yield Static(self._hint, id="hint", markup=False)

    @on(Input.Changed)
    def typed(self) -> None:
        """Another line, another chance."""
        self._say(self._hint, wrong=False)

    @on(Input.Submitted)
    def choose(self) -> None:
        """Take the line, or say why not."""
        found = self._understood(self.query_one(Input).value)
        if found is None:
            self._say(self._complaint, wrong=True)
        else:
            self.answer(found)

    def move(self, delta: int) -> None:
        """There is nothing to move in."""

    def cancel(self) -> None:
        """Take nothing."""
        self.answer(None)

    def _say(self, text: str, *, wrong: bool) -> None:
        hint = self.query_one("#hint", Static)
        hint.update(text)
        hint.set_class(wrong, "-wrong")
