"""Every command of the program: its id, where it works, its keys and what it calls.

The help text of a command is the catalogue's `command.<id>`. A key is written as it is typed (`j`, `?`, `G`),
by name (`enter`, `f2`, `ctrl+d`), or as a sequence with a space (`g g`).
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Scope(StrEnum):
    """Where a command works; the screen says which scopes are open now, the nearest first.

    `ANYWHERE` is open always, behind all others.
    """

    ANYWHERE = "anywhere"
    ALL = "all"
    LIST = "list"
    ITEM = "item"
    COMPOSE = "compose"
    SHEET = "sheet"
    FORM = "form"
    PICKER = "picker"
    CONFIRM = "confirm"
    SEARCH = "search"
    FILTERS = "filters"
    PAGE = "page"
    PREVIEW = "preview"
    OUTBOX = "outbox"


@dataclass(frozen=True, slots=True)
class Command:
    """One thing a person can do. `action` is the Textual action called on the screen that has the scope.

    A command that `decides` sends something, holds or drops it: a key held down makes one decision of it.
    One that `opens` leads to a place where letters are typed: where it is refused, letters that follow at
    once were meant for that place.
    """

    id: str
    scope: Scope
    keys: tuple[str, ...]
    action: str
    decides: bool = False
    opens: bool = False

    @property
    def text(self) -> str:
        """The catalogue key of its help text."""
        return f"command.{self.id}"


def _command(
    name: str, scope: Scope, keys: str, action: str, *, decides: bool = False, opens: bool = False
) -> Command:
    return Command(name, scope, tuple(keys.split("|")), action, decides, opens)


COMMANDS: Final[tuple[Command, ...]] = (
    _command("repaint", Scope.ANYWHERE, "ctrl+l", "app.repaint"),
    _command("answer", Scope.ANYWHERE, "f8", "app.answer"),
    _command("keys", Scope.ALL, "g k", "app.pressed_keys"),
    _command("help", Scope.ALL, "?|f1", "help"),
    _command("palette", Scope.ALL, ":|ctrl+p", "palette", opens=True),
    _command("back", Scope.ALL, "escape", "back"),
    _command("quit", Scope.ALL, "q|ctrl+q", "leave"),
    _command("next-pane", Scope.ALL, "tab|l|right", "pane(1)"),
    _command("previous-pane", Scope.ALL, "shift+tab|h|left", "pane(-1)"),
    _command("undo", Scope.ALL, "z", "undo"),
    _command("redo", Scope.ALL, "Z", "redo", decides=True),
    _command("repeat", Scope.ALL, "R", "repeat", decides=True),
    _command("refresh", Scope.ALL, "f5|ctrl+r", "refresh"),
    _command("show-new", Scope.ALL, "u", "show_new"),
    _command("vacancy", Scope.ALL, "v", "vacancy", opens=True),
    _command("collection", Scope.ALL, "c", "collection", opens=True),
    _command("outbox", Scope.ALL, "g o", "outbox"),
    _command("account", Scope.ALL, "g a", "account", opens=True),
    _command("invite-other", Scope.ALL, "g i", "invite_other", opens=True),
    _command("go-to-invited", Scope.ALL, "g j", "go_to_invited"),
    _command("waiting", Scope.ALL, "g u", "waiting"),
    _command("go-snoozed", Scope.ALL, "g z", "place('snoozed')"),
    _command("go-until-reply", Scope.ALL, "g d", "place('until-reply')"),
    _command("politeness", Scope.ALL, "g p", "politeness"),
    _command("report", Scope.ALL, "g b", "report"),
    _command("details", Scope.ALL, "g e", "details"),
    _command("worker", Scope.ALL, "g w", "worker"),
    _command("down", Scope.LIST, "j|down", "move(1)"),
    _command("up", Scope.LIST, "k|up", "move(-1)"),
    _command("top", Scope.LIST, "g g|home", "edge(-1)"),
    _command("bottom", Scope.LIST, "G|end", "edge(1)"),
    _command("page-down", Scope.LIST, "ctrl+d|pagedown", "leaf(1)"),
    _command("page-up", Scope.LIST, "ctrl+u|pageup", "leaf(-1)"),
    _command("open", Scope.LIST, "enter|o", "open"),
    _command("search", Scope.LIST, "/", "search", opens=True),
    _command("next-hit", Scope.LIST, "n", "hit(1)"),
    _command("previous-hit", Scope.LIST, "N", "hit(-1)"),
    _command("filters", Scope.LIST, "f", "filters", opens=True),
    _command("clear-filters", Scope.LIST, "F", "clear_filters"),
    _command("order", Scope.LIST, "s", "order", opens=True),
    _command("save-filter", Scope.LIST, "S", "save_filter", opens=True),
    _command("remove-saved", Scope.LIST, "delete", "remove_saved"),
    _command("mark", Scope.LIST, "x|space", "mark"),
    _command("mark-range", Scope.LIST, "V", "mark_range"),
    _command("mark-all", Scope.LIST, "*", "mark_all"),
    _command("next-attention", Scope.LIST, "]", "attend(1)"),
    _command("previous-attention", Scope.LIST, "[", "attend(-1)"),
    _command("action-1", Scope.ITEM, "1", "act(1)", decides=True, opens=True),
    _command("action-2", Scope.ITEM, "2", "act(2)", decides=True, opens=True),
    _command("action-3", Scope.ITEM, "3", "act(3)", decides=True, opens=True),
    _command("action-4", Scope.ITEM, "4", "act(4)", decides=True, opens=True),
    _command("action-5", Scope.ITEM, "5", "act(5)", decides=True, opens=True),
    _command("action-6", Scope.ITEM, "6", "act(6)", decides=True, opens=True),
    _command("action-7", Scope.ITEM, "7", "act(7)", decides=True, opens=True),
    _command("action-8", Scope.ITEM, "8", "act(8)", decides=True, opens=True),
    _command("action-9", Scope.ITEM, "9", "act(9)", decides=True, opens=True),
    _command("actions", Scope.ITEM, "a", "actions", opens=True),
    _command("same-again", Scope.ITEM, "=", "same_again", decides=True),
    _command("reply", Scope.ITEM, "r", "reply", opens=True),
    _command("invite", Scope.ITEM, "i", "invite", opens=True),
    _command("snooze", Scope.ITEM, "b", "snooze", opens=True),
    _command("until-reply", Scope.ITEM, "e", "until_reply", decides=True),
    _command("mark-viewed", Scope.ITEM, "I", "mark_viewed", decides=True),
    _command("next-candidate", Scope.ITEM, "J", "walk(1)"),
    _command("previous-candidate", Scope.ITEM, "K", "walk(-1)"),
    _command("tab-messages", Scope.ITEM, "g m", "tab('messages')"),
    _command("tab-resume", Scope.ITEM, "g r", "tab('resume')"),
    _command("tab-history", Scope.ITEM, "g h", "tab('history')"),
    _command("tab-notes", Scope.ITEM, "g n", "tab('notes')"),
    _command("tab-test", Scope.ITEM, "g t", "tab('test')"),
    _command("contacts", Scope.ITEM, "g c", "contacts"),
    _command("note", Scope.ITEM, "C", "note", opens=True),
    _command("own-notes", Scope.ITEM, "E", "own_notes"),
    _command("same-person", Scope.ITEM, "g s", "same_person"),
    _command("keywords", Scope.ITEM, "M", "keywords", opens=True),
    _command("save-resume", Scope.ITEM, "P", "save_resume", opens=True),
    _command("chat", Scope.ITEM, "g f", "chat", opens=True),
    _command("browser", Scope.ITEM, "O", "browser"),
    _command("copy", Scope.ITEM, "y", "copy", opens=True),
    _command("send", Scope.COMPOSE, "f2|ctrl+enter|ctrl+g", "send", decides=True),
    _command("send-later", Scope.COMPOSE, "f4|ctrl+n", "send_later"),
    _command("template", Scope.COMPOSE, "ctrl+t", "template"),
    _command("editor", Scope.COMPOSE, "ctrl+o", "editor"),
    _command("leave-composer", Scope.COMPOSE, "escape", "back"),
    _command("confirm", Scope.SHEET, "f2|ctrl+enter|ctrl+g", "confirm", decides=True),
    _command("confirm-silent", Scope.SHEET, "f3|ctrl+r", "confirm_silent", decides=True),
    _command("confirm-later", Scope.SHEET, "f4|ctrl+n", "confirm_later"),
    _command("sheet-template", Scope.SHEET, "ctrl+t", "template"),
    _command("sheet-editor", Scope.SHEET, "ctrl+o", "editor"),
    _command("cancel-sheet", Scope.SHEET, "escape", "cancel"),
    _command("save-form", Scope.FORM, "f2|ctrl+enter|ctrl+g", "save", decides=True),
    _command("close-form", Scope.FORM, "escape", "cancel"),
    _command("choose", Scope.PICKER, "enter", "choose"),
    _command("picker-down", Scope.PICKER, "down|ctrl+n", "move(1)"),
    _command("picker-up", Scope.PICKER, "up", "move(-1)"),
    _command("close-picker", Scope.PICKER, "escape", "cancel"),
    _command("answer-yes", Scope.CONFIRM, "y|д", "yes", decides=True),
    _command("answer-no", Scope.CONFIRM, "n|н|escape", "no"),
    _command("answer-take", Scope.CONFIRM, "enter", "take", decides=True),
    _command("answer-other", Scope.CONFIRM, "tab|left|right|up|down|shift+tab", "other"),
    _command("search-server", Scope.SEARCH, "enter", "search_server"),
    _command("search-keep", Scope.SEARCH, "tab", "search_keep"),
    _command("search-down", Scope.SEARCH, "down|ctrl+n", "hit(1)"),
    _command("search-up", Scope.SEARCH, "up", "hit(-1)"),
    _command("search-leave", Scope.SEARCH, "escape", "search_leave"),
    _command("apply-filters", Scope.FILTERS, "f2|ctrl+enter|ctrl+g", "apply"),
    _command("empty-form", Scope.FILTERS, "ctrl+r", "empty"),
    _command("form-choose", Scope.FILTERS, "enter", "choose"),
    _command("form-down", Scope.FILTERS, "down|ctrl+n", "move(1)"),
    _command("form-up", Scope.FILTERS, "up", "move(-1)"),
    _command("close-filters", Scope.FILTERS, "escape", "cancel"),
    _command("confirm-preview", Scope.PREVIEW, "f2|ctrl+enter|ctrl+g", "confirm", decides=True),
    _command("preview-later", Scope.PREVIEW, "f4|ctrl+n", "confirm_later"),
    _command("close-page", Scope.PAGE, "escape|q|?|f1", "cancel"),
    _command("page-scroll-down", Scope.PAGE, "j|down", "scroll(1)"),
    _command("page-scroll-up", Scope.PAGE, "k|up", "scroll(-1)"),
    _command("page-leaf-down", Scope.PAGE, "ctrl+d|pagedown|space", "leaf(1)"),
    _command("page-leaf-up", Scope.PAGE, "ctrl+u|pageup", "leaf(-1)"),
    _command("outbox-down", Scope.OUTBOX, "j|down", "move(1)"),
    _command("outbox-up", Scope.OUTBOX, "k|up", "move(-1)"),
    _command("outbox-send", Scope.OUTBOX, "s", "send_now", decides=True),
    _command("outbox-send-all", Scope.OUTBOX, "S", "send_all", decides=True),
    _command("outbox-repeat", Scope.OUTBOX, "R|r", "repeat", decides=True),
    _command("outbox-edit", Scope.OUTBOX, "e|enter", "edit"),
    _command("outbox-drop", Scope.OUTBOX, "x|d|delete", "drop", decides=True),
    _command("close-outbox", Scope.OUTBOX, "escape|q", "cancel"),
)

BY_ID: Final = {command.id: command for command in COMMANDS}
