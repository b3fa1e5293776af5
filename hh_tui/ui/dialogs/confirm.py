"""A question with two answers, each of them one key."""

from collections.abc import Mapping, Sequence
from typing import Final

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, Static

from hh_tui.keys.keymap import Keymap
from hh_tui.keys.registry import Scope
from hh_tui.ui.commands import Handler
from hh_tui.ui.dialogs.base import Dialog

_BETWEEN: Final = " / "


class Confirm(Dialog[bool]):
    """Returns whether the answer is yes; leaving it is no.

    Enter takes the answer that has the focus, which is the `default` one to begin with. `detail` stands below
    the question.
    """

    CSS_PATH = "confirm.tcss"

    def __init__(
        self, question: str, yes: str, no: str, keymap: Keymap, *, default: bool = False, detail: str = ""
    ) -> None:
        super().__init__()
        self._question = question
        self._answers = {"yes": yes, "no": no}
        self._keymap = keymap
        self._default = default
        self._detail = detail

    @property
    def handlers(self) -> Mapping[str, Handler]:
        """What its keys do."""
        return {
            "answer-yes": self.yes,
            "answer-no": self.no,
            "answer-take": self.take,
            "answer-other": self.other,
        }

    @property
    def scopes(self) -> Sequence[Scope]:
        """The keys of an answer."""
        return (Scope.CONFIRM,)

    def compose(self) -> ComposeResult:
        """The answers below the question."""
        with Vertical(id="confirm") as frame:
            frame.border_title = Content(self._question)
            if self._detail:
                yield Static(self._detail, id="detail", markup=False)
            with Horizontal(id="answers"):
                for name in ("yes", "no"):
                    yield Button(Content(f"{self._letters(name)}  {self._answers[name]}"), id=name)

    def _letters(self, name: str) -> str:
        keys = self._keymap.keys[f"answer-{name}"]
        return _BETWEEN.join(key for key in keys if len(key) == 1) or _BETWEEN.join(keys)

    def on_mount(self) -> None:
        """Enter takes the default."""
        self.query_one("#yes" if self._default else "#no", Button).focus()

    @on(Button.Pressed, "#yes")
    def yes(self) -> None:
        """Yes."""
        self.answer(True)

    @on(Button.Pressed, "#no")
    def no(self) -> None:
        """No."""
        self.answer(False)

    def take(self) -> None:
        """The answer that has the focus."""
        self.answer(self.focused is not None and self.focused.id == "yes")

    def other(self) -> None:
        """The focus goes to the other answer."""
        is_yes = self.focused is not None and self.focused.id == "yes"
        self.query_one("#no" if is_yes else "#yes", Button).focus()
