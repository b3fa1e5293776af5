"""The help page, made from the registry of commands."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from hh_tui.keys.keymap import Keymap
from hh_tui.keys.registry import Scope
from hh_tui.locale import Catalogue
from hh_tui.view.help import commands, keys_of

KEYS_WIDTH = 22


class HelpPage(ModalScreen[None]):
    """Every command by place, with its keys."""

    CSS_PATH = "help.tcss"

    def __init__(self, tr: Catalogue, keymap: Keymap) -> None:
        super().__init__()
        self._tr = tr
        self._keymap = keymap

    @property
    def scopes(self) -> Sequence[Scope]:
        """Scrolling and leaving."""
        return (Scope.PAGE,)

    def compose(self) -> ComposeResult:
        """One page to scroll."""
        with VerticalScroll(id="page") as page:
            page.border_title = Content(self._tr("help.title"))
            page.border_subtitle = Content(self._tr("help.close"))
            yield Static(self._content(), markup=False)

    def _content(self) -> Content:
        lines: list[Content] = [Content(self._tr("help.intro"))]
        for scope, found in commands():
            lines += [Content(""), Content.styled(self._tr(f"scope.{scope}"), "bold $accent")]
            for command in found:
                keys, text = keys_of(self._tr, self._keymap, command)
                lines.append(Content.assemble((keys.ljust(KEYS_WIDTH), "bold"), " ", text))
        return Content("\n").join(lines)

    def action_scroll(self, delta: int) -> None:
        """A line."""
        self.query_one(VerticalScroll).scroll_relative(y=delta, animate=False)

    def action_leaf(self, delta: int) -> None:
        """A page."""
        page = self.query_one(VerticalScroll)
        page.scroll_relative(y=delta * page.size.height, animate=False)

    def action_cancel(self) -> None:
        """Close."""
        self.dismiss(None)
