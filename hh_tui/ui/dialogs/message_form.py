"""Changing a message that was sent."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, Static

from hh_tui.api.chats import LONGEST_TEXT
from hh_tui.i18n import Catalogue
from hh_tui.i18n.text import clean
from hh_tui.keys.registry import Scope
from hh_tui.ui.commands import Handler
from hh_tui.ui.dialogs.base import Dialog
from hh_tui.ui.widgets.text_editor import TextEditor


@dataclass(frozen=True, slots=True)
class Rewritten:
    """How the editor was left: what stood in it, and whether it is to replace the message."""

    text: str
    send: bool


class MessageForm(Dialog[Rewritten]):
    """The words of a message. Leaving keeps the words."""

    CSS_PATH = "form.tcss"
    AUTO_FOCUS = "TextEditor"

    def __init__(self, candidate: str, text: str, tr: Catalogue, keys: Callable[[str], str]) -> None:
        super().__init__()
        self._candidate = candidate
        self._text = text
        self._tr = tr
        self._keys = keys

    @property
    def handlers(self) -> Mapping[str, Handler]:
        """What its keys do."""
        return {
            "save-form": self.action_save,
            "close-form": self.action_cancel,
        }

    @property
    def scopes(self) -> Sequence[Scope]:
        """The form's own keys; letters are typed."""
        return (Scope.FORM,)

    def compose(self) -> ComposeResult:
        """The text, and the ways out."""
        tr = self._tr
        with Vertical(classes="form") as frame:
            frame.border_title = Content(tr("chat.edit.title", name=self._candidate))
            yield Static(tr("chat.edit.at-once"), classes="warning", markup=False)
            yield TextEditor(self._text, classes="note", tab_behavior="focus", highlight_cursor_line=False)
            yield Static(id="said", classes="label", markup=False)
            with Horizontal(classes="ways"):
                save = f"{self._keys('save-form')} {tr('chat.edit.save')}"
                yield Button(Content(save), id="save", variant="primary")
                yield Button(Content(f"{self._keys('close-form')} {tr('note.later')}"), id="cancel")

    @on(Button.Pressed, "#save")
    def action_save(self) -> None:
        """Take the text; an empty one, or one too long, is none."""
        text = clean(self.query_one(TextEditor).text).rstrip()
        if not text.strip():
            self._say(self._tr("chat.edit.empty"))
        elif len(text) > LONGEST_TEXT:
            self._say(self._tr("chat.edit.too-long", n=len(text) - LONGEST_TEXT))
        else:
            self.answer(Rewritten(text, send=True))

    @on(Button.Pressed, "#cancel")
    def action_cancel(self) -> None:
        """The message stays as it is; the words are kept."""
        self.answer(Rewritten(clean(self.query_one(TextEditor).text), send=False))

    def _say(self, text: str) -> None:
        self.query_one("#said", Static).update(text)
