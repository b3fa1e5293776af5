"""Windows that come, or go, without a key: input on its way was meant for what stood there before."""

from typing import Any, Final, Protocol, runtime_checkable

from textual import events
from textual.app import App
from textual.widget import Widget

from hh_tui.ui.textual_private import forward_event

BLOCKED: Final = 0.5
"""Seconds in which what is on top after such a window hears nothing."""


class UnaskedWindows:
    """Tells which input came too early for the window on top.

    Keys and clicks are forgotten. A paste is more than a press: it goes into the place one was in when the
    window came, where that still stands.
    """

    def __init__(self, app: App[Any]) -> None:
        self._app = app
        self._until = float("-inf")
        self._place: Widget | None = None
        self._is_press_lost = False

    def came(self, now: float) -> None:
        """A window comes or goes: what stood there until now has the focus yet."""
        if now >= self._until:
            self._place = self._app.focused
        self._until = now + BLOCKED

    def stops(self, event: events.Event) -> bool:
        """Whether this is not for the window on top; the end of a press goes the way of its beginning."""
        if isinstance(event, events.MouseUp):
            was_lost, self._is_press_lost = self._is_press_lost, False
            return was_lost
        is_early = event.time < self._until
        if isinstance(event, events.MouseDown):
            self._is_press_lost = is_early
        if is_early and isinstance(event, events.Paste):
            self._paste(event)
        return is_early

    def _paste(self, event: events.Paste) -> None:
        place = self._place
        if place is not None and place.is_attached and place.check_consume_key("a", "a"):
            forward_event(place, event)


@runtime_checkable
class HearsOfWindows(Protocol):
    """A program that keeps such input from the window that is on top by then."""

    def came_by_itself(self) -> None:
        """A window comes or goes that no key asked for."""


def came_by_itself(app: App[Any]) -> None:
    """Tell the program beforehand and at once: a message would stand behind the keys that it is about."""
    if isinstance(app, HearsOfWindows):
        app.came_by_itself()
