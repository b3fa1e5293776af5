"""A question that is answered with one line of text."""

from collections.abc import Mapping, Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from hh_tui.i18n.text import one_line
from hh_tui.keys.registry import Scope
from hh_tui.ui.commands import Handler
from hh_tui.ui.dialogs.base import Dialog
from hh_tui.ui.dialogs.key_sets import picker_keys
from hh_tui.ui.widgets.line_input import LineInput

LONGEST = 60
"""Characters that an answer has at most."""


class Prompt(Dialog[str | None]):
    """Returns the text on one line, or None; a blank one is no answer."""

    CSS_PATH = "prompt.tcss"
    AUTO_FOCUS = "#answer"

    def __init__(self, title: str, hint: str, text: str = "") -> None:
        super().__init__()
        self._title = title
        self._hint = hint
        self._text = text

    @property
    def handlers(self) -> Mapping[str, Handler]:
        """What its keys do."""
        return picker_keys(self.choose, self.move, self.cancel)

    @property
    def scopes(self) -> Sequence[Scope]:
        """The keys of a picker; letters are typed."""
        return (Scope.PICKER,)

    def compose(self) -> ComposeResult:
        """One line, and what it is for."""
        with Vertical(id="prompt") as frame:
            frame.border_title = Content(self._title)
            yield LineInput(self._text, id="answer", compact=True, max_length=LONGEST)
            yield Static(self._hint, id="hint", markup=False)

    @on(Input.Submitted)
    def choose(self) -> None:
        """Take the text."""
        if text := one_line(self.query_one(Input).value):
            self.answer(text)

    def move(self, delta: int) -> None:
        """There is one line only."""

    def cancel(self) -> None:
        """No answer."""
        self.answer(None)
