"""What the key of a command is called: as this person's keyboard and settings have it."""

from collections.abc import Callable, Iterable

from hh_tui.i18n import NoKey
from hh_tui.keys.key_name import key_name
from hh_tui.keys.keymap import Keymap
from hh_tui.ui.commands import HasScopes


class KeyNames:
    """Names of commands' first keys in `keymap`; empty where a command has none."""

    def __init__(self, keymap: Keymap, screens: Callable[[], Iterable[object]]) -> None:
        self._keymap = keymap
        self._screens = screens

    def __call__(self, command_id: str) -> str:
        """The name of this very command's key."""
        first = self._keymap.first(command_id)
        return key_name(first) if first else NoKey(command_id)

    def here(self, command_id: str) -> str:
        """The key that does the same where one is: the search for people has commands of its own."""
        twin = f"found-{command_id}"
        is_finding = any(isinstance(one, HasScopes) and twin in one.handlers for one in self._screens())
        return self(twin if is_finding else command_id)
