"""Two lines of words for a vacancy: those looked for, and those that put one off."""

from collections.abc import Callable, Mapping, Sequence

from textual import on
from textual.app import ComposeResult
from textual.widgets import Button, Input, Static

from hh_tui.i18n import Catalogue
from hh_tui.inbox.letters.keywords import Keywords, words
from hh_tui.keys.registry import Scope
from hh_tui.ui.commands import Handler
from hh_tui.ui.dialogs.base import Dialog
from hh_tui.ui.dialogs.key_sets import form_keys
from hh_tui.ui.presenters.keyed import keyed
from hh_tui.ui.widgets.form_frame import FormFrame
from hh_tui.ui.widgets.line_input import LineInput


class KeywordsForm(Dialog[Keywords | None]):
    """Returns the words, or None when nothing is to change."""

    CSS_PATH = "form.tcss"
    AUTO_FOCUS = "#must"

    def __init__(self, vacancy: str, keywords: Keywords, tr: Catalogue, keys: Callable[[str], str]) -> None:
        super().__init__()
        self._vacancy = vacancy
        self._keywords = keywords
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
        """Two lines and the ways out."""
        tr = self._tr
        yield FormFrame(
            tr("keywords.title", vacancy=self._vacancy),
            Static(tr("keywords.must"), classes="label", markup=False),
            LineInput(", ".join(self._keywords.must), id="must", compact=True),
            Static(tr("keywords.stop"), classes="label", markup=False),
            LineInput(", ".join(self._keywords.stop), id="stop", compact=True),
            buttons=[
                ("save", keyed(self._keys("save-form"), tr("keywords.save"))),
                ("cancel", keyed(self._keys("close-form"), tr("sheet.cancel"))),
            ],
            text=tr("keywords.how"),
        )

    @on(Input.Submitted)
    @on(Button.Pressed, "#save")
    def save(self) -> None:
        """Take the words."""
        must, stop = (words(self.query_one(f"#{line}", Input).value) for line in ("must", "stop"))
        self.answer(Keywords(must, stop))

    @on(Button.Pressed, "#cancel")
    def cancel(self) -> None:
        """Change nothing."""
        self.answer(None)
