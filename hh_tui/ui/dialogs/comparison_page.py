"""Two candidates beside each other; the right one changes along the list."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from hh_tui.keys.registry import Scope
from hh_tui.ui.commands import Handler
from hh_tui.ui.dialogs.key_sets import page_keys
from hh_tui.ui.dialogs.page import Page

WIDEST = 130
SHARE = 0.96
AROUND = 7
"""Columns of the page at most, its part of the window, and those of its frame and scroll bar, as styled."""


class ComparisonPage(Page):
    """`text` makes the page for the place of the right candidate and a width in cells.

    The right one begins at `place` and goes over `places`, that of the left one left out.
    """

    CSS_PATH = "page.tcss"

    def __init__(
        self, title: str, footer: str, text: Callable[[int, int], Content], place: int, places: Sequence[int]
    ) -> None:
        super().__init__(title, footer, Content(""))
        self._made = text
        self._place = place
        self._places = places

    @property
    def handlers(self) -> Mapping[str, Handler]:
        """What its keys do."""
        return {
            **page_keys(self.cancel, self.scroll, self.page, self.jump),
            "comparison-next": partial(self.shift, 1),
            "comparison-previous": partial(self.shift, -1),
        }

    @property
    def scopes(self) -> Sequence[Scope]:
        """Changing the right one, scrolling and leaving."""
        return (Scope.COMPARISON, Scope.PAGE, Scope.TAKE_BACK)

    def compose(self) -> ComposeResult:
        """Columns for the window as it is."""
        self._text = self._fitted()
        yield from super().compose()

    def on_resize(self, event: events.Resize) -> None:
        """Columns of another width."""
        self._show()

    def shift(self, delta: int) -> None:
        """Another candidate at the right; nothing at the ends of the list."""
        at = self._places.index(self._place) + delta
        if 0 <= at < len(self._places):
            self._place = self._places[at]
            self._show()

    def _fitted(self) -> Content:
        return self._made(self._place, min(WIDEST, int(self.app.size.width * SHARE)) - AROUND)

    def _show(self) -> None:
        self._text = self._fitted()
        self.query_one(Static).update(self._text)
