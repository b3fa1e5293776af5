"""A page to read: help, the details of an error."""

from collections.abc import Mapping, Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from hh_tui.keys.registry import Scope
from hh_tui.ui.commands import Handler
from hh_tui.ui.dialogs.base import Dialog
from hh_tui.ui.dialogs.key_sets import page_keys


class Page(Dialog[None]):
    """Text that scrolls, under a title."""

    CSS_PATH = "page.tcss"

    def __init__(self, title: str, footer: str, text: Content) -> None:
        super().__init__()
        self._title = title
        self._footer = footer
        self._text = text

    @property
    def handlers(self) -> Mapping[str, Handler]:
        """What its keys do."""
        return page_keys(self.cancel, self.scroll, self.page, self.jump)

    @property
    def scopes(self) -> Sequence[Scope]:
        """Scrolling and leaving, and taking back what waits meanwhile."""
        return (Scope.PAGE, Scope.TAKE_BACK)

    def compose(self) -> ComposeResult:
        """One page to scroll."""
        with VerticalScroll(id="page") as page:
            page.border_title = Content(self._title)
            page.border_subtitle = Content(self._footer)
            yield Static(self._text, markup=False)

    def scroll(self, delta: int) -> None:
        """A line."""
        self.query_one(VerticalScroll).scroll_relative(y=delta, animate=False)

    def page(self, delta: int) -> None:
        """A page."""
        page = self.query_one(VerticalScroll)
        page.scroll_relative(y=delta * page.size.height, animate=False)

    def jump(self, direction: int) -> None:
        """The end, or the beginning."""
        page = self.query_one(VerticalScroll)
        page.scroll_to(y=page.max_scroll_y if direction > 0 else 0, animate=False)

    def cancel(self) -> None:
        """Close."""
        self.answer(None)
