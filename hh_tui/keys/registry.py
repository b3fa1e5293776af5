"""Every command of the program: its id, where it works, and its keys.

The help text of a command is the catalogue's `command.<id>`. A key is written as it is typed (`j`, `?`, `G`),
by name (`enter`, `f2`, `ctrl+d`), or as a sequence with a space (`g g`).
"""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Final

from msgspec import Struct


class Scope(StrEnum):
    """Where a command works; the screen says which scopes are open now, the nearest first.

    `ANYWHERE` is open always, behind all others; `TAKE_BACK` in the inbox and in windows above it where one
    only reads, and its commands are the inbox's wherever they are called.
    """

    ANYWHERE = "anywhere"
    ALL = "all"
    TAKE_BACK = "take-back"
    LIST = "list"
    DECIDE = "decide"
    ITEM = "item"
    COMPOSE = "compose"
    SHEET = "sheet"
    FORM = "form"
    PICKER = "picker"
    CONFIRM = "confirm"
    CHOICE = "choice"
    SEARCH = "search"
    FILTERS = "filters"
    PAGE = "page"
    HELP = "help"
    COMPARISON = "comparison"
    POLITENESS = "politeness"
    RULE = "rule"
    PREVIEW = "preview"
    SPRINT = "sprint"
    SPRINT_SHEET = "sprint-sheet"
    FOUND = "found"
    FOUND_RESUME = "found-resume"
    FOUND_ANY = "found-any"
    OUTBOX = "outbox"


class Command(Struct, frozen=True):
    """One thing a person can do. What it calls is a handler of the screen that has the scope, by its id.

    A command that `decides` sends something, holds or drops it: a key held down makes one decision of it.
    One that `opens` leads to a place where letters are typed: where it is refused, letters that follow at
    once were meant for that place.
    """

    id: str
    scope: Scope
    keys: tuple[str, ...]
    decides: bool = False
    opens: bool = False
    yields: bool = False
    """Whether it gives its key up where the person binds another command to it."""

    @property
    def text(self) -> str:
        """The catalogue key of its help text."""
        return f"command.{self.id}"


SHORTCUT_LETTERS: Final = "dmptwDLTWX"
"""Letters that a person can give to an action of hh.ru; no other command has them."""


def _command(name: str, scope: Scope, keys: str, *, decides: bool = False, opens: bool = False) -> Command:
    return Command(name, scope, tuple(keys.split("|")), decides, opens)


def _shortcut(letter: str) -> Command:
    return Command(f"shortcut-{letter}", Scope.DECIDE, (letter,), decides=True, opens=True, yields=True)


COMMANDS: Final[tuple[Command, ...]] = (
    _command("keys", Scope.ALL, "g k"),
    _command("palette", Scope.ALL, ":|ctrl+p", opens=True),
    _command("back", Scope.ALL, "escape"),
    _command("quit", Scope.ALL, "q|ctrl+q"),
    _command("next-pane", Scope.ALL, "tab|l|right"),
    _command("previous-pane", Scope.ALL, "shift+tab|h|left"),
    _command("undo", Scope.TAKE_BACK, "z"),
    _command("redo", Scope.TAKE_BACK, "Z", decides=True),
    _command("repeat", Scope.ALL, "R", decides=True),
    _command("refresh", Scope.ALL, "f5|ctrl+r"),
    _command("show-new", Scope.ALL, "u"),
    _command("vacancy", Scope.ALL, "v", opens=True),
    _command("collection", Scope.ALL, "c", opens=True),
    _command("vacancy-page", Scope.ALL, "g v"),
    _command("outbox", Scope.ALL, "g o"),
    _command("log", Scope.ALL, "g l"),
    _command("charts", Scope.ALL, "g y"),
    _command("account", Scope.ALL, "g a", opens=True),
    _command("find-candidate", Scope.ALL, "g N", opens=True),
    _command("find-people", Scope.ALL, "g /", opens=True),
    _command("people-saved", Scope.ALL, "g A", opens=True),
    _command("invite-other", Scope.ALL, "g i", opens=True),
    _command("go-to-invited", Scope.ALL, "g j"),
    _command("waiting", Scope.ALL, "g u"),
    _command("go-snoozed", Scope.ALL, "g z"),
    _command("go-until-reply", Scope.ALL, "g d"),
    _command("drafts", Scope.ALL, "g D", opens=True),
    _command("politeness", Scope.ALL, "g p"),
    _command("report", Scope.ALL, "g b"),
    _command("export-list", Scope.ALL, "g P"),
    _command("tour-next", Scope.ALL, "f9"),
    _command("details", Scope.ALL, "g e"),
    _command("settings", Scope.ALL, "g C"),
    _command("worker", Scope.ALL, "g w"),
    _command("help", Scope.ANYWHERE, "?|f1"),
    _command("repaint", Scope.ANYWHERE, "ctrl+l"),
    Command("select-text", Scope.ANYWHERE, ("f7",), yields=True),
    _command("answer", Scope.ANYWHERE, "f8"),
    _command("down", Scope.LIST, "j|down"),
    _command("up", Scope.LIST, "k|up"),
    _command("top", Scope.LIST, "g g|home"),
    _command("bottom", Scope.LIST, "G|end"),
    _command("page-down", Scope.LIST, "ctrl+d|pagedown"),
    _command("page-up", Scope.LIST, "ctrl+u|pageup"),
    _command("open", Scope.LIST, "enter|o"),
    _command("search", Scope.LIST, "/", opens=True),
    _command("next-hit", Scope.LIST, "n"),
    _command("previous-hit", Scope.LIST, "N"),
    _command("filters", Scope.LIST, "f", opens=True),
    _command("clear-filters", Scope.LIST, "F"),
    _command("order", Scope.LIST, "s", opens=True),
    _command("save-filter", Scope.LIST, "S", opens=True),
    _command("remove-saved", Scope.LIST, "delete"),
    _command("mark", Scope.LIST, "x|space"),
    _command("mark-range", Scope.LIST, "V"),
    _command("mark-all", Scope.LIST, "*"),
    _command("mark-invert", Scope.LIST, "U"),
    _command("rules", Scope.LIST, "+", opens=True),
    _command("next-attention", Scope.LIST, "]"),
    _command("previous-attention", Scope.LIST, "["),
    _command("sprint", Scope.LIST, "g S"),
    _command("action-1", Scope.DECIDE, "1", decides=True, opens=True),
    _command("action-2", Scope.DECIDE, "2", decides=True, opens=True),
    _command("action-3", Scope.DECIDE, "3", decides=True, opens=True),
    _command("action-4", Scope.DECIDE, "4", decides=True, opens=True),
    _command("action-5", Scope.DECIDE, "5", decides=True, opens=True),
    _command("action-6", Scope.DECIDE, "6", decides=True, opens=True),
    _command("action-7", Scope.DECIDE, "7", decides=True, opens=True),
    _command("action-8", Scope.DECIDE, "8", decides=True, opens=True),
    _command("action-9", Scope.DECIDE, "9", decides=True, opens=True),
    *map(_shortcut, SHORTCUT_LETTERS),
    _command("assign-shortcut", Scope.ITEM, "A", opens=True),
    _command("actions", Scope.ITEM, "a", opens=True),
    _command("same-again", Scope.ITEM, "=", decides=True),
    _command("reply", Scope.ITEM, "r", opens=True),
    _command("invite", Scope.ITEM, "i", opens=True),
    _command("snooze", Scope.ITEM, "b", opens=True),
    _command("until-reply", Scope.ITEM, "e", decides=True),
    _command("reply-by", Scope.ITEM, "B", opens=True),
    _command("mark-viewed", Scope.ITEM, "I", decides=True),
    _command("next-candidate", Scope.ITEM, "J"),
    _command("previous-candidate", Scope.ITEM, "K"),
    _command("tab-messages", Scope.ITEM, "g m"),
    _command("tab-resume", Scope.ITEM, "g r"),
    _command("tab-history", Scope.ITEM, "g h"),
    _command("tab-notes", Scope.ITEM, "g n"),
    _command("tab-test", Scope.ITEM, "g t"),
    _command("tab-calls", Scope.ITEM, "g x"),
    _command("call-link", Scope.ITEM, "g q"),
    _command("contacts", Scope.ITEM, "g c"),
    _command("note", Scope.ITEM, "C", opens=True),
    _command("label", Scope.ITEM, "#|Y", opens=True),
    _command("compare", Scope.ITEM, "H"),
    _command("own-notes", Scope.ITEM, "E"),
    _command("same-person", Scope.ITEM, "g s"),
    _command("similar", Scope.ITEM, "g F"),
    _command("keywords", Scope.ITEM, "M", opens=True),
    _command("save-resume", Scope.ITEM, "P", opens=True),
    _command("chat", Scope.ITEM, "g f", opens=True),
    _command("browser", Scope.ITEM, "O"),
    _command("copy", Scope.ITEM, "y", opens=True),
    _command("pipe", Scope.ITEM, "!", opens=True),
    _command("send", Scope.COMPOSE, "f2|ctrl+enter|ctrl+g", decides=True),
    _command("send-later", Scope.COMPOSE, "f4|ctrl+n"),
    _command("template", Scope.COMPOSE, "ctrl+t"),
    _command("editor", Scope.COMPOSE, "ctrl+o"),
    _command("leave-composer", Scope.COMPOSE, "escape"),
    _command("confirm", Scope.SHEET, "f2|ctrl+enter|ctrl+g", decides=True),
    _command("confirm-silent", Scope.SHEET, "f3|ctrl+r", decides=True),
    _command("confirm-later", Scope.SHEET, "f4|ctrl+n"),
    _command("sheet-template", Scope.SHEET, "ctrl+t"),
    _command("sheet-editor", Scope.SHEET, "ctrl+o"),
    _command("sheet-personal", Scope.SHEET, "f9"),
    _command("cancel-sheet", Scope.SHEET, "escape"),
    _command("save-form", Scope.FORM, "f2|ctrl+enter|ctrl+g", decides=True),
    _command("close-form", Scope.FORM, "escape"),
    _command("choose", Scope.PICKER, "enter"),
    _command("picker-down", Scope.PICKER, "down|ctrl+n"),
    _command("picker-up", Scope.PICKER, "up"),
    _command("close-picker", Scope.PICKER, "escape"),
    _command("answer-yes", Scope.CONFIRM, "y|д", decides=True),
    _command("answer-no", Scope.CONFIRM, "n|н|escape"),
    _command("answer-take", Scope.CONFIRM, "enter", decides=True),
    _command("answer-next", Scope.CONFIRM, "tab|right|down"),
    _command("answer-previous", Scope.CONFIRM, "shift+tab|left|up"),
    _command("choice-stay", Scope.CHOICE, "n|escape"),
    _command("choice-send", Scope.CHOICE, "s", decides=True),
    _command("choice-send-all", Scope.CHOICE, "a", decides=True),
    _command("choice-later", Scope.CHOICE, "l", decides=True),
    _command("choice-drop", Scope.CHOICE, "d", decides=True),
    _command("choice-show", Scope.CHOICE, "v"),
    _command("choice-on", Scope.CHOICE, "c"),
    _command("choice-anew", Scope.CHOICE, "t", decides=True),
    _command("choice-edit", Scope.CHOICE, "e", opens=True),
    _command("choice-first", Scope.CHOICE, "1"),
    _command("choice-second", Scope.CHOICE, "2"),
    _command("choice-take", Scope.CHOICE, "enter", decides=True),
    _command("choice-next", Scope.CHOICE, "tab|right|down"),
    _command("choice-previous", Scope.CHOICE, "shift+tab|left|up"),
    _command("search-server", Scope.SEARCH, "enter"),
    _command("search-keep", Scope.SEARCH, "tab"),
    _command("search-down", Scope.SEARCH, "down|ctrl+n"),
    _command("search-up", Scope.SEARCH, "up"),
    _command("search-everywhere", Scope.SEARCH, "f3|ctrl+r", opens=True),
    _command("search-leave", Scope.SEARCH, "escape"),
    _command("rule-mark", Scope.RULE, "enter|f2|ctrl+enter|ctrl+g"),
    _command("rule-sprint", Scope.RULE, "f4|ctrl+n"),
    _command("rule-complete", Scope.RULE, "tab"),
    _command("rule-keep", Scope.RULE, "f3|ctrl+s"),
    _command("rule-forget", Scope.RULE, "f6"),
    _command("rule-load", Scope.RULE, "f5|ctrl+r"),
    _command("rule-page-down", Scope.RULE, "pagedown|down"),
    _command("rule-page-up", Scope.RULE, "pageup|up"),
    _command("close-rule", Scope.RULE, "escape"),
    _command("apply-filters", Scope.FILTERS, "f2|ctrl+enter|ctrl+g"),
    _command("empty-form", Scope.FILTERS, "ctrl+r"),
    _command("form-choose", Scope.FILTERS, "enter"),
    _command("form-down", Scope.FILTERS, "down|ctrl+n"),
    _command("form-up", Scope.FILTERS, "up"),
    _command("close-filters", Scope.FILTERS, "escape"),
    _command("confirm-preview", Scope.PREVIEW, "f2|ctrl+enter|ctrl+g", decides=True),
    _command("preview-later", Scope.PREVIEW, "f4|ctrl+n"),
    _command("preview-leave-out", Scope.PREVIEW, "x"),
    _command("sprint-skip", Scope.SPRINT, "space|j|right"),
    _command("sprint-back", Scope.SPRINT, "k|left"),
    _command("sprint-undo", Scope.SPRINT, "z"),
    _command("sprint-actions", Scope.SPRINT, "a", opens=True),
    _command("sprint-edit", Scope.SPRINT, "e", opens=True),
    _command("sprint-close", Scope.SPRINT, "enter|escape|q"),
    _command("sprint-scroll-down", Scope.SPRINT, "down"),
    _command("sprint-scroll-up", Scope.SPRINT, "up"),
    _command("sprint-leaf-down", Scope.SPRINT, "pagedown|ctrl+d"),
    _command("sprint-leaf-up", Scope.SPRINT, "pageup|ctrl+u"),
    _command("confirm-sprint", Scope.SPRINT_SHEET, "f2|ctrl+enter|ctrl+g", decides=True),
    _command("sprint-return", Scope.SPRINT_SHEET, "enter"),
    _command("sprint-letter", Scope.SPRINT_SHEET, "e", opens=True),
    _command("sprint-leave-out", Scope.SPRINT_SHEET, "x"),
    _command("sprint-discard", Scope.SPRINT_SHEET, "ctrl+x"),
    _command("close-page", Scope.PAGE, "escape|q"),
    _command("page-scroll-down", Scope.PAGE, "j|down"),
    _command("page-scroll-up", Scope.PAGE, "k|up"),
    _command("page-leaf-down", Scope.PAGE, "space|ctrl+d|pagedown"),
    _command("page-leaf-up", Scope.PAGE, "ctrl+u|pageup"),
    _command("page-top", Scope.PAGE, "g g|home"),
    _command("page-bottom", Scope.PAGE, "G|end"),
    _command("help-search", Scope.HELP, "/"),
    _command("comparison-next", Scope.COMPARISON, "J|n"),
    _command("comparison-previous", Scope.COMPARISON, "K|N"),
    _command("answer-several", Scope.POLITENESS, "x|*|V"),
    _command("found-open", Scope.FOUND, "enter|o"),
    _command("found-mark", Scope.FOUND, "x|space"),
    _command("found-mark-range", Scope.FOUND, "V"),
    _command("found-mark-all", Scope.FOUND, "*"),
    _command("found-invite", Scope.FOUND, "i", opens=True),
    _command("found-form", Scope.FOUND, "f", opens=True),
    _command("found-new", Scope.FOUND, "/", opens=True),
    _command("found-order", Scope.FOUND, "s", opens=True),
    _command("found-save", Scope.FOUND, "S", opens=True),
    _command("found-searches", Scope.FOUND, "c", opens=True),
    _command("found-later", Scope.FOUND, "b", opens=True),
    _command("found-hidden", Scope.FOUND, "g z", opens=True),
    _command("found-similar", Scope.FOUND, "g F"),
    _command("found-browser", Scope.FOUND, "O"),
    _command("found-refresh", Scope.FOUND, "f5|ctrl+r"),
    _command("found-down", Scope.FOUND, "j|down"),
    _command("found-up", Scope.FOUND, "k|up"),
    _command("found-top", Scope.FOUND, "g g|home"),
    _command("found-bottom", Scope.FOUND, "G|end"),
    _command("found-page-down", Scope.FOUND, "ctrl+d|pagedown"),
    _command("found-page-up", Scope.FOUND, "ctrl+u|pageup"),
    _command("close-found", Scope.FOUND, "escape|q"),
    _command("found-contacts", Scope.FOUND_RESUME, "g c"),
    _command("found-resume-invite", Scope.FOUND_RESUME, "i", opens=True),
    _command("found-resume-later", Scope.FOUND_RESUME, "b", opens=True),
    _command("found-resume-similar", Scope.FOUND_RESUME, "g F"),
    _command("found-resume-browser", Scope.FOUND_RESUME, "O"),
    _command("found-undo", Scope.FOUND_ANY, "z"),
    _command("found-redo", Scope.FOUND_ANY, "Z", decides=True),
    _command("found-outbox", Scope.FOUND_ANY, "g o"),
    _command("found-log", Scope.FOUND_ANY, "g l"),
    _command("outbox-down", Scope.OUTBOX, "j|down"),
    _command("outbox-up", Scope.OUTBOX, "k|up"),
    _command("outbox-page-down", Scope.OUTBOX, "ctrl+d|pagedown"),
    _command("outbox-page-up", Scope.OUTBOX, "ctrl+u|pageup"),
    _command("outbox-top", Scope.OUTBOX, "g g|home"),
    _command("outbox-bottom", Scope.OUTBOX, "G|end"),
    _command("outbox-send", Scope.OUTBOX, "s", decides=True),
    _command("outbox-send-all", Scope.OUTBOX, "S", decides=True),
    _command("outbox-repeat", Scope.OUTBOX, "R|r", decides=True),
    _command("outbox-open", Scope.OUTBOX, "enter|space"),
    _command("outbox-edit", Scope.OUTBOX, "e"),
    _command("outbox-drop", Scope.OUTBOX, "x|d|delete", decides=True),
    _command("close-outbox", Scope.OUTBOX, "escape|q"),
)


def keys_of(command: Command, changes: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """The keys of a command, where `changes` maps command ids to the keys that replace the default ones."""
    if command.id in changes or not command.yields:
        return tuple(changes.get(command.id, command.keys))
    taken = {key.partition(" ")[0] for keys in changes.values() for key in keys}
    return tuple(key for key in command.keys if key not in taken)


BY_ID: Final = {command.id: command for command in COMMANDS}
