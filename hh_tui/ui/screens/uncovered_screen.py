"""A screen that paints only what is seen, and only when it is written."""

from textual.screen import Screen

from hh_tui.ui.textual_private import is_gathering, put_compositor
from hh_tui.ui.uncovered_compositor import UncoveredCompositor


class UncoveredScreen(Screen[None]):
    """Base of screens that stand for long."""

    def __init__(self) -> None:
        super().__init__()
        put_compositor(self, UncoveredCompositor())

    def _compositor_refresh(self) -> None:
        """Write what has changed. While changes are gathered nothing is painted that would not be written."""
        if is_gathering(self.app):
            self.refresh()
        else:
            super()._compositor_refresh()
