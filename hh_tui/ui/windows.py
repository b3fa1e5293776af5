"""Windows above the inbox, and notices, as controllers open them."""

from collections.abc import Callable
from typing import Any, Literal

from textual.screen import Screen

Severity = Literal["information", "warning", "error"]


class InboxWindows:
    """Opens them for one screen."""

    def __init__(self, screen: Screen[Any]) -> None:
        self._screen = screen

    def push(self, dialog: Screen[Any], answered: Callable[[Any], None] | None = None) -> None:
        """Open a dialog; `answered` gets what it was left with."""
        self._screen.app.push_screen(dialog, answered)

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: Severity = "information",
        timeout: float | None = None,
    ) -> None:
        """A notice that goes by itself; `timeout` in seconds. Its text is no markup."""
        self._screen.notify(
            message,
            title=title,
            severity=severity,
            timeout=timeout,
            markup=False,
        )

    def open_url(self, url: str) -> None:
        """A page in the person's browser."""
        self._screen.app.open_url(url)

    @property
    def is_looked_at(self) -> bool:
        """Whether the terminal has the focus of the desktop, as far as it tells."""
        return self._screen.app.app_focus

    @property
    def is_free(self) -> bool:
        """Whether no window stands above the inbox."""
        return self._screen.is_active
