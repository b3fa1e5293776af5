"""A page whose lines are made for its width."""

from collections.abc import Callable

from textual import events
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from hh_tui.ui.dialogs.page import Page


class FittedPage(Page):
    """Text that scrolls, under a title; `made` makes it for lines of so many cells."""

    def __init__(self, title: str, footer: str, made: Callable[[int], Content]) -> None:
        super().__init__(title, footer, Content(""))
        self._made = made
        self._width = 0

    def see(self, made: Callable[[int], Content]) -> None:
        """Another text; one goes on reading where one was."""
        self._made, self._width = made, 0
        if self.is_open:
            self._fit()

    def on_resize(self, _: events.Resize) -> None:
        """Another window has other lines."""
        self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        page = self.query_one(VerticalScroll)
        if (width := page.scrollable_content_region.width) != self._width:
            self._width = width
            page.query_one(Static).update(self._made(width))
