"""Once for each thing that is clicked: the key that does the same."""

from typing import Final

from hh_tui.inbox.snapshot.dossier import Tab
from hh_tui.ui.context import Context
from hh_tui.ui.view import Pane

SHOWN: Final = 6.0
"""Seconds that a notice stays."""


class ClickHints:
    """Told in a notice: the last line belongs to what the click did."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._told: set[str] = set()

    def button(self, digit: int | None) -> None:
        """A button of an action: its digit, or the list of all actions."""
        self._tell("action", self._context.keys("actions") if digit is None else str(digit))

    def tab(self, tab: Tab) -> None:
        """A tab of the candidate."""
        self._tell(f"tab-{tab}", self._context.keys(f"tab-{tab}"))

    def entry(self, pane: Pane) -> None:
        """A line of the left column."""
        name = "vacancy" if pane is Pane.VACANCIES else "collection"
        self._tell(name, self._context.keys(name))

    def opened(self) -> None:
        """A candidate, clicked twice."""
        self._tell("open", self._context.keys("open"))

    def chip(self) -> None:
        """A filter that was taken away."""
        self._tell("filters", self._context.keys("filters"))

    def _tell(self, thing: str, key: str) -> None:
        if thing not in self._told:
            self._told.add(thing)
            text = self._context.render_context.tr("click.key", key=key)
            self._context.windows.notify(text, timeout=SHOWN)
