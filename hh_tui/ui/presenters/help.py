"""Keys in words: the help page, the palette and the README table are made from the registry."""

from collections.abc import Iterable, Sequence
from textwrap import wrap

from textual.content import Content

from hh_tui.i18n import Catalogue
from hh_tui.keys.keymap import Keymap
from hh_tui.keys.registry import COMMANDS, SHORTCUT_LETTERS, Command, Scope

KEYS_WIDTH = 22

MIN_TEXT = 20
"""Characters of a help text in a line, however narrow the window."""

FIRST_DIGIT = "action-1"
"""The command that stands for all nine."""

FIRST_LETTER = f"shortcut-{SHORTCUT_LETTERS[0]}"
"""The command that stands for all letters of actions."""

_SIGNS = {
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "enter": "⏎",
    "escape": "Esc",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "home": "Home",
    "end": "End",
    "tab": "Tab",
    "space": "Space",
}


def _part(part: str) -> str:
    if part in _SIGNS:
        return _SIGNS[part]
    if part in {"ctrl", "shift", "alt"}:
        return part.capitalize()
    return part.upper() if len(part) > 1 and part[0] == "f" and part[1:].isdigit() else part


def key_name(key: str) -> str:
    """A key as it is written on the keyboard: `Ctrl+D`, `g o`, `⏎`."""
    if " " in key:
        return " ".join(key_name(part) for part in key.split(" "))
    *modifiers, last = key.split("+") if len(key) > 1 else [key]
    last = last.upper() if modifiers and len(last) == 1 else _part(last)
    return "+".join([*(_part(modifier) for modifier in modifiers), last])


def key_names(keymap: Keymap, command: Command) -> str:
    """All keys of a command."""
    return "  ".join(key_name(key) for key in keymap.keys[command.id])


def commands(scopes: Sequence[Scope] | None = None) -> Iterable[tuple[Scope, list[Command]]]:
    """The registry by scope, in its order; digits and letters of actions are one line."""
    for scope in scopes or tuple(Scope):
        found = [command for command in COMMANDS if command.scope is scope]
        yield scope, [command for command in found if not _is_told_with_another(command)]


def _is_told_with_another(command: Command) -> bool:
    return command.id.startswith(("action-", "shortcut-")) and command.id not in {FIRST_DIGIT, FIRST_LETTER}


def keys_of(tr: Catalogue, keymap: Keymap, command: Command) -> tuple[str, str]:
    """A command's keys and help text; the nine digits are told at once, and so are the letters."""
    if command.id == FIRST_DIGIT:
        return "1–9", tr("command.action")
    if command.id == FIRST_LETTER:
        letters = (f"shortcut-{one}" for one in SHORTCUT_LETTERS)
        return "  ".join(key for one in letters for key in keymap.keys[one]), tr("command.shortcut")
    return key_names(keymap, command), tr(command.text)


def help_page(tr: Catalogue, keymap: Keymap, width: int) -> Content:
    """Every command by place, with its keys; a text longer than its line goes on below its beginning."""
    lines: list[Content] = [Content(tr("help.intro"))]
    for scope, found in commands():
        lines += [Content(""), Content.styled(tr(f"scope.{scope}"), "bold $accent")]
        for command in found:
            keys, text = keys_of(tr, keymap, command)
            lines.append(_told(keys, text, width))
    return Content("\n").join(lines)


def _told(keys: str, text: str, width: int) -> Content:
    """Keys and text in two columns of `width` cells; keys longer than theirs stand on a line of their own."""
    told = wrap(text, max(MIN_TEXT, width - KEYS_WIDTH - 1)) or [""]
    if len(keys) > KEYS_WIDTH:
        told = ["", *told]
    first, *others = told
    parts = [Content.assemble((keys.ljust(KEYS_WIDTH), "bold"), " " if first else "", first)]
    return Content("\n").join([*parts, *(Content(" " * (KEYS_WIDTH + 1) + one) for one in others)])


def markdown(tr: Catalogue, keymap: Keymap) -> str:
    """The table of keys for the README."""
    lines = [f"| {tr('help.where')} | {tr('help.keys')} | {tr('help.what')} |", "|---|---|---|"]
    for scope, found in commands():
        for command in found:
            keys, text = keys_of(tr, keymap, command)
            shown = " ".join(f"`{key}`" for key in keys.replace("|", "\\|").split("  "))
            lines.append(f"| {tr(f'scope.{scope}')} | {shown} | {text} |")
    return "\n".join(lines)
