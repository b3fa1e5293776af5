"""Notices at the foot of the screen: one for each cause; in the inbox Escape takes away what came last."""

from collections.abc import Callable
from typing import Any, Final

from textual.app import App
from textual.notifications import Notification

from hh_tui.keys.registry import Scope
from hh_tui.ui.commands import HasScopes
from hh_tui.ui.textual_private import close_notification, notifications

MOST: Final = 3
"""Notices in sight at once; an older one makes room."""

NOTICED: Final = 0.5
"""Seconds after which a notice counts as seen: an Escape before that was meant for something else."""


class Toasts:
    """Keeps an app's notices few. Textual has no public way to take a single one away.

    `stamp` is the clock by which keys are stamped, in seconds.
    """

    def __init__(self, app: App[Any], stamp: Callable[[], float]) -> None:
        self._app = app
        self._stamp = stamp
        self._since: dict[str, float] = {}
        """Since when a notice, or the copy that it took the place of, is shown, by its identity."""

    def make_room(self, newest: Notification) -> None:
        """A notice is about to be shown: its copy goes, and the oldest where there are many.

        Of two that begin with the same sentences the longer one is shown, whichever came first.
        """
        now, shown = self._stamp(), notifications(self._app)
        newest.message = next((one.message for one in shown if _goes_on(one, newest)), newest.message)
        copies = [one for one in shown if _is_copy(one, newest) or _goes_on(newest, one)]
        others = [one for one in shown if one not in copies]
        for one in (*copies, *others[: max(0, len(others) + 1 - MOST)]):
            close_notification(self._app, one, refresh=False)
        known = {one.identity for one in notifications(self._app)}
        since = min((self._since.get(one.identity, now) for one in copies), default=now)
        self._since = {key: time for key, time in self._since.items() if key in known}
        self._since[newest.identity] = since

    def close_newest(self, time: float) -> bool:
        """Take the newest away that was seen by `time`; False when there is none.

        False also where Escape closes something one is in: a window, a letter, a search.
        """
        top = self._app.screen
        if not isinstance(top, HasScopes) or Scope.ALL not in top.scopes:
            return False
        shown = [one for one in notifications(self._app) if time >= self._since[one.identity] + NOTICED]
        if shown:
            close_notification(self._app, shown[-1])
        return bool(shown)


def _is_copy(one: Notification, other: Notification) -> bool:
    return (one.title, one.message) == (other.title, other.message)


def _goes_on(longer: Notification, shorter: Notification) -> bool:
    """Whether one says all that the other says, and more: it begins with its sentences."""
    whole = shorter.message.endswith(".") and longer.title == shorter.title
    return whole and longer.message.startswith(f"{shorter.message} ")
