"""Changing a message that was sent."""

from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct
from textual import on
from textual.app import ComposeResult
from textual.widgets import Button, Static

from hh_tui.api.chats import LONGEST_TEXT
from hh_tui.i18n import Catalogue
from hh_tui.i18n.text import clean
from hh_tui.keys.registry import Scope
from hh_tui.ui.commands import Handler
from hh_tui.ui.dialogs.base import Dialog
from hh_tui.ui.dialogs.key_sets import form_keys
from hh_tui.ui.presenters.keyed import keyed
from hh_tui.ui.widgets.form_frame import FormFrame
from hh_tui.ui.widgets.text_editor import TextEditor


class Rewritten(Struct, frozen=True):
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
        return form_keys(self.save, self.cancel)

    @property
    def scopes(self) -> Sequence[Scope]:
        """The form's own keys; letters are typed."""
        return (Scope.FORM,)

    def compose(self) -> ComposeResult:
        """The text, and the ways out."""
        tr = self._tr
        yield FormFrame(
            tr("chat.edit.title", name=self._candidate),
            Static(tr("chat.edit.at-once"), classes="warning", markup=False),
            TextEditor(self._text, classes="note", tab_behavior="focus", highlight_cursor_line=False),
            buttons=[
                ("save", keyed(self._keys("save-form"), tr("chat.edit.save"))),
                ("cancel", keyed(self._keys("close-form"), tr("note.later"))),
            ],
        )

    @on(Button.Pressed, "#save")
    def save(self) -> None:
        """Take the text; an empty one, or one too long, is none."""
        text = clean(self.query_one(TextEditor).text).rstrip()
        if not text.strip():
            self.query_one(FormFrame).say(self._tr("chat.edit.empty"))
        elif len(text) > LONGEST_TEXT:
            self.query_one(FormFrame).say(self._tr("chat.edit.too-long", n=len(text) - LONGEST_TEXT))
        else:
            self.answer(Rewritten(text, send=True))

    @on(Button.Pressed, "#cancel")
    def cancel(self) -> None:
        """The message stays as it is; the words are kept."""
        self.answer(Rewritten(clean(self.query_one(TextEditor).text), send=False))
