"""A box to tick."""

from textual.widgets import Checkbox


class TickBox(Checkbox):
    """A box that is empty when off: colour alone says nothing."""

    BUTTON_INNER = " "

    def watch_value(self) -> None:
        """Show the sign with the value."""
        self.BUTTON_INNER = "X" if self.value else " "
        super().watch_value()
