"""The resume of somebody who was found, once it was paid for with a view."""

from collections.abc import Mapping, Sequence

from textual.content import Content
from textual.widgets import Static

from hh_tui.keys.registry import Scope
from hh_tui.ui.commands import Handler
from hh_tui.ui.dialogs.key_sets import page_keys
from hh_tui.ui.dialogs.page import Page


class FoundResumePage(Page):
    """Text that scrolls; `ways` are what can be done with the person, by command id."""

    def __init__(self, title: str, footer: str, text: Content, ways: Mapping[str, Handler]) -> None:
        super().__init__(title, footer, text)
        self._ways = ways

    @property
    def handlers(self) -> Mapping[str, Handler]:
        """What its keys do."""
        return {**page_keys(self.cancel, self.scroll, self.page, self.jump), **self._ways}

    @property
    def scopes(self) -> Sequence[Scope]:
        """What can be done with the person, and scrolling."""
        return (Scope.FOUND_RESUME, Scope.FOUND_ANY, Scope.PAGE)

    def see(self, text: Content) -> None:
        """Another text: contacts were opened."""
        if self.is_open:
            self.query_one(Static).update(text)
