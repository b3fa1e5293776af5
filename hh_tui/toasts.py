"""Notices at the foot of the screen: one for each cause, and Escape takes away what came last."""

from typing import Any, Final

from textual.app import App
from textual.notifications import Notification
from textual.screen import Screen

MOST: Final = 3
"""Notices in sight at once; an older one makes room."""


class Toasts:
    """Keeps an app's notices few. Textual has no public way to take a single one away."""

    def __init__(self, app: App[Any]) -> None:
        self._app = app
        self._windows: dict[str, frozenset[Screen[Any]]] = {}
        """The windows that stood when a notice came, by its identity."""

    def make_room(self, newest: Notification) -> None:
        """A notice is about to be shown: its copy goes, and the oldest where there are many."""
        shown = list(self._app._notifications)
        copies = [one for one in shown if (one.title, one.message) == (newest.title, newest.message)]
        others = [one for one in shown if one not in copies]
        for one in (*copies, *others[: max(0, len(others) + 1 - MOST)]):
            self._app._unnotify(one, refresh=False)
        known = {one.identity for one in self._app._notifications}
        self._windows = {key: windows for key, windows in self._windows.items() if key in known}
        self._windows[newest.identity] = frozenset(self._app.screen_stack)

    def close_newest(self) -> bool:
        """Take the newest away; False when there is none, or the window on top is newer than all of them."""
        top = self._app.screen
        shown = [one for one in self._app._notifications if top in self._windows.get(one.identity, ())]
        if shown:
            self._app._unnotify(shown[-1])
        return bool(shown)
