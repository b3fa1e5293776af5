"""Keys that follow a command which a text widget has yet to come to."""

from textual import events
from textual.widget import Widget


class FollowingKeys:
    """Keys that came while a text widget had yet to come to a command: they belong to the window after it."""

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        self.keys: list[events.Key] = []

    def takes(self, event: events.Key) -> bool:
        """Keep a key; False when the widget has gone and will not come to the command any more."""
        if self._widget.is_attached:
            self.keys.append(event)
        return self._widget.is_attached
