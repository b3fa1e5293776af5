"""What the program takes keys for: a page that hears every key and does nothing with it."""

from collections import deque
from collections.abc import Sequence
from typing import Final

from textual import events
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from hh_tui.i18n import Catalogue
from hh_tui.i18n.keyboard import LAYOUTS
from hh_tui.keys.keymap import LASTS, Keymap
from hh_tui.keys.registry import Scope
from hh_tui.ui.dialogs.base import Dialog
from hh_tui.ui.presenters.pressed import key_line, paste_line, sequence_line

SHOWN: Final = 14
"""The last keys in view."""


class PressedKeys(Dialog[None]):
    """Lists keys as they come, with the command each has in `scopes`; Escape twice leaves."""

    CSS_PATH = "pressed_keys.tcss"

    def __init__(self, tr: Catalogue, keymap: Keymap, scopes: Sequence[Scope]) -> None:
        super().__init__()
        self._tr = tr
        self._keymap = keymap
        self._layout = next(name for name, one in LAYOUTS.items() if one is keymap.layout)
        self._listened = tuple(scopes)
        self._lines: deque[Content] = deque(maxlen=SHOWN)
        self._pending, self._at = "", float("-inf")
        self._escaped = False

    def compose(self) -> ComposeResult:
        """The last keys below a sentence."""
        with VerticalScroll(id="page", can_focus=False) as page:
            page.border_title = Content(self._tr("pressed.title"))
            page.border_subtitle = Content(self._tr("pressed.close"))
            named = f"pressed.layout.{self._layout}"
            intro = self._tr("pressed.intro", layout=self._tr(named) if named in self._tr else self._layout)
            yield Static(Content(intro), markup=False)
            yield Static(Content(""), id="keys", markup=False)

    def show_key(self, event: events.Key) -> None:
        """Say what a key is, or leave."""
        if event.key == "escape" and self._escaped:
            self.answer(None)
            return
        self._escaped = event.key == "escape"
        typed = event.character if event.is_printable and "+" not in event.key else None
        began = self._pending if event.time - self._at < LASTS else ""
        pressed = self._keymap.press(typed if typed and typed != " " else event.key, began, self._listened)
        self._say(key_line(self._tr, event.key, typed, self._keymap.layout, began, pressed))
        self._pending, self._at = pressed.pending, event.time

    def show_sequence(self, sequence: str) -> None:
        """Say that something came in which is no key."""
        self._say(sequence_line(self._tr, sequence))

    def on_paste(self, event: events.Paste) -> None:
        """Say that it was a paste, not what was pasted."""
        event.stop()
        self._say(paste_line(self._tr, len(event.text)))

    def _say(self, line: Content) -> None:
        self._lines.append(line)
        self.query_one("#keys", Static).update(Content("\n").join(["", *self._lines]))
