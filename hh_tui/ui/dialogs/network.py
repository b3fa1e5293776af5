"""The page that shows the API worker at work."""

from collections.abc import Callable

from textual.widgets import Static

from hh_tui.inbox.snapshot.network_activity import NetworkActivity
from hh_tui.ui.dialogs.page import Page
from hh_tui.ui.presenters import network
from hh_tui.ui.presenters.hints import page_footer
from hh_tui.ui.presenters.render_context import RenderContext

SECOND = 1.0
"""Between two looks."""


class NetworkPage(Page):
    """Looks again every second while it is open; `look` tells what there is to see."""

    CSS_PATH = "page.tcss"

    def __init__(self, ctx: RenderContext, look: Callable[[], NetworkActivity]) -> None:
        super().__init__(ctx.tr("network.title"), page_footer(ctx.tr), network.page(ctx, look()))
        self._lens = ctx
        self._look = look
        self._looked = 0.0

    def on_tick(self, now: float) -> None:
        """Show what has changed."""
        if now - self._looked >= SECOND:
            self._looked = now
            self.query_one(Static).update(network.page(self._lens, self._look()))
