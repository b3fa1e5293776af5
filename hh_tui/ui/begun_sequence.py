"""A sequence of keys that has begun: it is shown with what it can become, and ends by itself.

Times are those at which keys came: keys that a stalled line brings together belong together.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.screen import Screen
from textual.timer import Timer

from hh_tui.keys.keymap import LASTS, Keymap
from hh_tui.ui.commands import HasScopes
from hh_tui.ui.terminal_app import TerminalApp

if TYPE_CHECKING:
    from hh_tui.ui.widgets.begun_line import BegunLine


class BegunSequence:
    """The keys pressed so far. `stamp` is the clock by which keys are stamped, in seconds."""

    def __init__(self, app: TerminalApp, keymap: Keymap, stamp: Callable[[], float]) -> None:
        self._app = app
        self._keymap = keymap
        self._stamp = stamp
        self._keys = ""
        self._at = float("-inf")
        self._shown: BegunLine | None = None
        self._timer: Timer | None = None

    def keys(self, time: float) -> str:
        """Those that a key of this time goes on; empty where none are, or it comes too late."""
        return self._keys if time - self._at < LASTS else ""

    def is_by_now(self, keys: str, time: float) -> None:
        """These have been pressed, the last one at this time; empty where the sequence is over."""
        if not keys:
            self.end()
            return
        self._keys, self._at = keys, time
        # Keys that came together with it are handled first: mostly it is over then.
        self._app.call_later(self._show)

    def end(self) -> None:
        """The next key is one by itself."""
        self._keys = ""
        self._hide()

    def _show(self) -> None:
        """Over the last line of the window on top, for as long as another key goes on."""
        screen, left = self._app.screen, self._at + LASTS - self._stamp()
        if not self._keys or left <= 0 or not isinstance(screen, HasScopes):
            return
        self._hide()
        from hh_tui.ui.presenters.begun_keys import begun_keys
        from hh_tui.ui.widgets.begun_line import BegunLine

        tr, width = self._app.tr, screen.size.width - BegunLine.EDGES
        if told := begun_keys(tr, self._keymap, self._keys, screen.scopes, width):
            self._shown = _line_of(screen, BegunLine)
            self._shown.text, self._shown.display = told, True
            self._timer = self._app.set_timer(left, self._hide)

    def _hide(self) -> None:
        if self._timer is not None:
            self._timer.stop()
        if self._shown is not None:
            self._shown.display = False
        self._shown = self._timer = None


def _line_of(screen: Screen[object], kind: "type[BegunLine]") -> "BegunLine":
    """It stays in its window once it was needed there."""
    found = next(iter(screen.query_children(kind)), None)
    if found is None:
        screen.mount(found := kind())
    return found
