"""The link that calls a candidate: a QR code for the telephone, and the address below it."""

from textual import events
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from hh_tui.i18n import Catalogue
from hh_tui.ui.dialogs.page import Page
from hh_tui.ui.presenters.hints import page_footer
from hh_tui.ui.presenters.qr_code import needed, qr_code

FRAME = 2
"""Lines of the border; as many columns, and as many more at the sides of the text."""

BENEATH = 2
"""Lines below the address: until when it holds, what became of its copy."""


class CallPage(Page):
    """Where the window is too small for the code, it says so and how much room is wanted."""

    CSS_PATH = "call_page.tcss"

    def __init__(self, title: str, link: str, until: str, tr: Catalogue) -> None:
        super().__init__(title, page_footer(tr), Content(link))
        self._link = link
        self._until = until
        self._tr = tr
        self._said = ""

    def compose(self) -> ComposeResult:
        """The code above its address."""
        with VerticalScroll(id="page") as page:
            page.border_title = Content(self._title)
            page.border_subtitle = Content(self._footer)
            yield Static(id="code", markup=False)
            yield Static(self._text, id="address", markup=False)
            yield Static(Content.styled(self._until, "$text-muted"), id="until", markup=False)
            yield Static(id="said", markup=False)

    def on_mount(self) -> None:
        """Draw the code as the window is now, and tell what was told before."""
        self._draw()
        self.query_one("#said", Static).update(self._said)

    def on_resize(self, event: events.Resize) -> None:
        """There is more or less room."""
        self._draw()

    def tell(self, said: str) -> None:
        """What became of the copy, below the address: the code stays clear of notices."""
        self._said = said
        if self.is_open:
            self.query_one("#said", Static).update(said)

    def _draw(self) -> None:
        width, height = self.app.size
        columns = width - 2 * FRAME
        below = -(-len(self._link) // max(1, columns)) + BENEATH
        code = qr_code(self._link, columns, height - FRAME - below)
        if code is None:
            wide, high = needed(self._link)
            size = self._tr("call.small", columns=wide + 2 * FRAME, lines=high + FRAME + below)
            code = Content.styled(size, "$warning")
        self.query_one("#code", Static).update(code)
