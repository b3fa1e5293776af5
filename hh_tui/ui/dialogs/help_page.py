"""The page of help: its lines are as long as the window allows."""

from collections.abc import Callable

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from hh_tui.ui.dialogs.page import Page

WIDEST = 86
SHARE = 0.96
AROUND = 7
"""Columns of the page at most, its part of the window, and what its frame and scroll bar take, as styled."""


class HelpPage(Page):
    """`text` makes the page for lines of so many cells."""

    CSS_PATH = "page.tcss"

    def __init__(self, title: str, footer: str, text: Callable[[int], Content]) -> None:
        super().__init__(title, footer, Content(""))
        self._made = text

    def _fitted(self) -> Content:
        return self._made(min(WIDEST, int(self.app.size.width * SHARE)) - AROUND)

    def compose(self) -> ComposeResult:
        """Lines for the window as it is."""
        self._text = self._fitted()
        yield from super().compose()

    def on_resize(self, event: events.Resize) -> None:
        """Lines of another length."""
        if (text := self._fitted()).plain != self._text.plain:
            self._text = text
            self.query_one(Static).update(text)
