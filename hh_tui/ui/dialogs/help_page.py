"""The page of help: its lines are as long as the window allows, and `/` leaves those that have some words."""

from collections.abc import Mapping, Sequence
from typing import Any

from textual import events, on
from textual.app import App, ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from hh_tui.i18n import Catalogue
from hh_tui.keys.keymap import Keymap
from hh_tui.keys.registry import Scope
from hh_tui.ui.commands import Handler, HasScopes
from hh_tui.ui.dialogs.key_sets import page_keys, picker_keys
from hh_tui.ui.dialogs.page import Page
from hh_tui.ui.presenters.help import HelpSection, help_page, sections
from hh_tui.ui.presenters.hints import page_footer
from hh_tui.ui.widgets.line_input import LineInput

WIDEST = 86
SHARE = 0.96
AROUND = 7
"""Columns of the page at most, its part of the window, and what its frame and scroll bar take, as styled."""


class HelpPage(Page):
    """Keys and signs by place, in the order of `every`.

    It `takes_back` what waits where the window below it does: in others that key means something else.
    """

    CSS_PATH = "page.tcss"
    AUTO_FOCUS = "#page"

    def __init__(self, tr: Catalogue, every: Sequence[HelpSection], *, takes_back: bool = False) -> None:
        super().__init__(tr("help.title"), page_footer(tr, "help-search"), Content(""))
        self._tr = tr
        self._every = every
        self._typed = ""
        self._takes_back = takes_back

    @property
    def handlers(self) -> Mapping[str, Handler]:
        """What its keys do."""
        if self.is_searching:
            return picker_keys(self.keep, self.scroll, self.cancel)
        return {**page_keys(self.cancel, self.scroll, self.page, self.jump), "help-search": self.search}

    @property
    def scopes(self) -> Sequence[Scope]:
        """Searching, scrolling and leaving; while words are typed, the other keys edit them."""
        if self.is_searching:
            return (Scope.PICKER,)
        return (Scope.HELP, Scope.PAGE, *((Scope.TAKE_BACK,) if self._takes_back else ()))

    @property
    def is_searching(self) -> bool:
        """Whether words are typed."""
        return any(line.has_focus for line in self.query(LineInput))

    def compose(self) -> ComposeResult:
        """The line to type into stands below the page once it is asked for."""
        self._text = self._fitted()
        yield from super().compose()
        line = LineInput(placeholder=self._tr("help.search"), id="help-line", compact=True)
        line.display = False
        yield line

    def _fitted(self) -> Content:
        width = min(WIDEST, int(self.app.size.width * SHARE)) - AROUND
        return help_page(self._tr, self._every, self._typed, width)

    def on_resize(self, event: events.Resize) -> None:
        """Lines of another length."""
        self._show()

    def _show(self) -> None:
        if (text := self._fitted()).plain != self._text.plain:
            self._text = text
            self.query_one(Static).update(text)

    def search(self) -> None:
        """Type words to find."""
        line = self.query_one(LineInput)
        line.display = True
        line.focus()

    @on(Input.Changed)
    def typed(self, event: Input.Changed) -> None:
        """Leave the lines that have these words."""
        self._typed = event.value
        self._show()
        self.query_one(VerticalScroll).scroll_home(animate=False)

    @on(Input.Submitted)
    def keep(self) -> None:
        """Read what was found."""
        self.query_one(VerticalScroll).focus()

    def cancel(self) -> None:
        """Everything again where something was searched for; else close."""
        line = self.query_one(LineInput)
        if not line.display:
            self.answer(None)
            return
        line.value = ""
        line.display = False
        self.query_one(VerticalScroll).focus()


def toggle_help(app: App[Any], tr: Catalogue, keymap: Keymap) -> None:
    """Open help at what works on the screen on top; close it where it is on top itself."""
    screen = app.screen
    if isinstance(screen, HelpPage):
        screen.answer(None)
    elif isinstance(screen, HasScopes):
        every, takes_back = sections(tr, keymap, screen.scopes), Scope.TAKE_BACK in screen.scopes
        app.push_screen(HelpPage(tr, every, takes_back=takes_back))
