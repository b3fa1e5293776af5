"""Every command of the program: its id, where it works, its keys and what it calls.

The help text of a command is the catalogue's `command.<id>`. A key is written as it is typed (`j`, `?`, `G`),
by name (`enter`, `f2`, `ctrl+d`), or as a sequence with a space (`g g`).
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Scope(StrEnum):
    """Where a command works; the screen says which scopes are open now, the nearest first."""

    ALL = "all"
    LIST = "list"
    ITEM = "item"
    COMPOSE = "compose"
    SHEET = "sheet"
    PICKER = "picker"
    PAGE = "page"


@dataclass(frozen=True, slots=True)
class Command:
    """One thing a person can do. `action` is the Textual action called on the screen that has the scope."""

    id: str
    scope: Scope
    keys: tuple[str, ...]
    action: str

    @property
    def text(self) -> str:
        """The catalogue key of its help text."""
        return f"command.{self.id}"


def _command(name: str, scope: Scope, keys: str, action: str) -> Command:
    return Command(name, scope, tuple(keys.split("|")), action)


COMMANDS: Final[tuple[Command, ...]] = (
    _command("help", Scope.ALL, "?|f1", "help"),
    _command("palette", Scope.ALL, ":|ctrl+p", "palette"),
    _command("back", Scope.ALL, "escape", "back"),
    _command("quit", Scope.ALL, "q|ctrl+q", "leave"),
    _command("next-pane", Scope.ALL, "tab|l|right", "pane(1)"),
    _command("previous-pane", Scope.ALL, "shift+tab|h|left", "pane(-1)"),
    _command("undo", Scope.ALL, "z", "undo"),
    _command("redo", Scope.ALL, "Z", "redo"),
    _command("repeat", Scope.ALL, "R", "repeat"),
    _command("refresh", Scope.ALL, "f5|ctrl+r", "refresh"),
    _command("vacancy", Scope.ALL, "v", "vacancy"),
    _command("collection", Scope.ALL, "c", "collection"),
    _command("account", Scope.ALL, "g a", "account"),
    _command("waiting", Scope.ALL, "g u", "waiting"),
    _command("politeness", Scope.ALL, "g p", "politeness"),
    _command("details", Scope.ALL, "g e", "details"),
    _command("down", Scope.LIST, "j|down", "move(1)"),
    _command("up", Scope.LIST, "k|up", "move(-1)"),
    _command("top", Scope.LIST, "g g|home", "edge(-1)"),
    _command("bottom", Scope.LIST, "G|end", "edge(1)"),
    _command("page-down", Scope.LIST, "ctrl+d|pagedown", "leaf(1)"),
    _command("page-up", Scope.LIST, "ctrl+u|pageup", "leaf(-1)"),
    _command("open", Scope.LIST, "enter|o", "open"),
    _command("next-attention", Scope.LIST, "]", "attend(1)"),
    _command("previous-attention", Scope.LIST, "[", "attend(-1)"),
    _command("action-1", Scope.ITEM, "1", "act(1)"),
    _command("action-2", Scope.ITEM, "2", "act(2)"),
    _command("action-3", Scope.ITEM, "3", "act(3)"),
    _command("action-4", Scope.ITEM, "4", "act(4)"),
    _command("action-5", Scope.ITEM, "5", "act(5)"),
    _command("action-6", Scope.ITEM, "6", "act(6)"),
    _command("action-7", Scope.ITEM, "7", "act(7)"),
    _command("action-8", Scope.ITEM, "8", "act(8)"),
    _command("action-9", Scope.ITEM, "9", "act(9)"),
    _command("actions", Scope.ITEM, "a", "actions"),
    _command("reply", Scope.ITEM, "r", "reply"),
    _command("mark-viewed", Scope.ITEM, "I", "mark_viewed"),
    _command("next-candidate", Scope.ITEM, "J", "walk(1)"),
    _command("previous-candidate", Scope.ITEM, "K", "walk(-1)"),
    _command("send", Scope.COMPOSE, "f2|ctrl+enter", "send"),
    _command("leave-composer", Scope.COMPOSE, "escape", "back"),
    _command("confirm", Scope.SHEET, "f2|ctrl+enter", "confirm"),
    _command("confirm-silent", Scope.SHEET, "f3", "confirm_silent"),
    _command("cancel-sheet", Scope.SHEET, "escape", "cancel"),
    _command("choose", Scope.PICKER, "enter", "choose"),
    _command("picker-down", Scope.PICKER, "down|ctrl+n", "move(1)"),
    _command("picker-up", Scope.PICKER, "up", "move(-1)"),
    _command("close-picker", Scope.PICKER, "escape", "cancel"),
    _command("close-page", Scope.PAGE, "escape|q|?|f1", "cancel"),
    _command("page-scroll-down", Scope.PAGE, "j|down", "scroll(1)"),
    _command("page-scroll-up", Scope.PAGE, "k|up", "scroll(-1)"),
    _command("page-leaf-down", Scope.PAGE, "ctrl+d|pagedown|space", "leaf(1)"),
    _command("page-leaf-up", Scope.PAGE, "ctrl+u|pageup", "leaf(-1)"),
)

BY_ID: Final = {command.id: command for command in COMMANDS}
