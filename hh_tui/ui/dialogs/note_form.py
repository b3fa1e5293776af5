"""A small editor for a note; it sends nothing itself."""

from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct
from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Button, Static

from hh_tui.i18n import Catalogue
from hh_tui.i18n.text import clean
from hh_tui.inbox.letters.note import COWORKERS, OWNER, NoteDraft
from hh_tui.keys.registry import Scope
from hh_tui.ui.commands import Handler
from hh_tui.ui.dialogs.base import Dialog
from hh_tui.ui.dialogs.key_sets import form_keys
from hh_tui.ui.presenters.keyed import keyed
from hh_tui.ui.widgets.form_frame import FormFrame
from hh_tui.ui.widgets.text_editor import TextEditor
from hh_tui.ui.widgets.tick_box import TickBox


class Written(Struct, frozen=True):
    """How the editor was left: what stood in it, and whether it is to be sent."""

    draft: NoteDraft
    send: bool


class NoteForm(Dialog[Written]):
    """The words, and a switch for who sees them. Leaving keeps the words."""

    CSS_PATH = "form.tcss"
    AUTO_FOCUS = "TextEditor"

    def __init__(self, candidate: str, draft: NoteDraft, tr: Catalogue, keys: Callable[[str], str]) -> None:
        super().__init__()
        self._candidate = candidate
        self._draft = draft
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
        """What it is, the text, the switch, the ways out."""
        tr = self._tr
        yield FormFrame(
            tr("note.title", name=self._candidate),
            Static(tr("notes.unseen"), classes="warning", markup=False),
            TextEditor(self._draft.text, classes="note", tab_behavior="focus", highlight_cursor_line=False),
            TickBox(Content(tr("note.owner")), self._draft.access == OWNER, compact=True),
            buttons=[
                ("save", keyed(self._keys("save-form"), tr("note.save"))),
                ("cancel", keyed(self._keys("close-form"), tr("note.later"))),
            ],
        )

    @on(Button.Pressed, "#save")
    def save(self) -> None:
        """Send it, if there is anything to send."""
        written = self._written()
        if written.text.strip():
            self.answer(Written(written, send=True))
        else:
            self.query_one(FormFrame).say(self._tr("note.empty"))

    @on(Button.Pressed, "#cancel")
    def cancel(self) -> None:
        """Send nothing; the words are kept."""
        self.answer(Written(self._written(), send=False))

    def _written(self) -> NoteDraft:
        access = OWNER if self.query_one(TickBox).value else COWORKERS
        return NoteDraft(clean(self.query_one(TextEditor).text), access)
