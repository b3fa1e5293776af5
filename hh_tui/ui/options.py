"""What the settings and the program say about the inbox."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Protocol

from msgspec import Struct, field

from hh_tui.inbox.decisions.advance import Advance
from hh_tui.settings.config import Hooks, Settings
from hh_tui.settings.locations import downloads_folder


class Copy(Protocol):
    """A way to the clipboard."""

    def __call__(
        self, text: str, what: str, *, show: bool = True, tell: Callable[[str], None] | None = None
    ) -> None:
        """Copy a text and tell so, naming it by `what`; `tell` is where, else in the last line or a notice.

        With `show` it is seen where the clipboard may not be reached.
        """


class InboxOptions(Struct, frozen=True):
    """Read once, at the start."""

    copy: Copy
    """Puts a text into the clipboard."""
    waiting_days: int = 3
    """Days after which an unanswered candidate counts as one who waits."""
    advance: Advance = "next"
    """Where the cursor goes after a decision."""
    shortcuts: Mapping[str, str] = field(default_factory=dict)
    """Letters of actions, with the id or the name of each action."""
    downloads: Path = Path()
    """Where files go unless one says otherwise."""
    hooks: Hooks = field(default_factory=Hooks)
    """Commands of the person's own."""
    settings: Settings = field(default_factory=Settings)
    """All of them, to be told."""
    tour: bool = False
    """Whether the tour begins at once."""


def options_of(settings: Settings, copy: Copy, *, tour: bool) -> InboxOptions:
    """What the settings say, with `copy` of the program, and `tour` as it was started."""
    return InboxOptions(
        copy=copy,
        waiting_days=settings.waiting_days,
        advance=settings.advance,
        shortcuts=settings.shortcuts,
        downloads=settings.downloads or downloads_folder(),
        hooks=settings.hooks,
        settings=settings,
        tour=tour,
    )
