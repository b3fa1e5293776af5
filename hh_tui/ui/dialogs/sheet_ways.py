"""The ways out of the sheet of an action, each with its key."""

from collections.abc import Callable

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Button

from hh_tui.i18n import Catalogue
from hh_tui.inbox.decisions.forms import Form
from hh_tui.ui.presenters.keyed import keyed


def ways(tr: Catalogue, keys: Callable[[str], str], form: Form, *, later: bool) -> ComposeResult:
    """With the letter, without it where that is possible, `later` where one can, and back."""
    confirm = tr("sheet.send-letter") if form.has_letter else tr("sheet.send")
    yield Button(Content(keyed(keys("confirm"), confirm)), id="confirm", variant="primary")
    if form.can_be_silent:
        silent = keyed(keys("confirm-silent"), tr("sheet.send-silent"))
        yield Button(Content(silent), id="silent", variant="warning")
    if later:
        yield Button(Content(keyed(keys("confirm-later"), tr("sheet.later"))), id="later")
    leave = tr("sheet.draft") if form.has_letter else tr("sheet.close")
    yield Button(Content(keyed(keys("cancel-sheet"), leave)), id="cancel")
