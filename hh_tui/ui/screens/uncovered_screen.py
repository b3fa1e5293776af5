"""A screen that paints only what is seen, and only when it is written."""

from typing import Final

from textual.screen import Screen

from hh_tui.ui.textual_private import is_gathering, let_layout_come, put_compositor
from hh_tui.ui.uncovered_compositor import UncoveredCompositor

FRAME: Final = 1 / 60
"""Seconds between two frames."""


class UncoveredScreen(Screen[None]):
    """Base of screens that stand for long."""

    def __init__(self) -> None:
        super().__init__()
        put_compositor(self, UncoveredCompositor())

    _on_idle = let_layout_come

    def _compositor_refresh(self) -> None:
        """Write what has changed. While changes are gathered nothing is painted that would not be written.

        What has changed stays known meanwhile. Mostly it is painted with what comes last; if nothing comes
        any more, a frame later.
        """
        if is_gathering(self.app):
            self.set_timer(FRAME, self._compositor_refresh)
        else:
            super()._compositor_refresh()
