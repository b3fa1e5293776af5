"""Keys in words: the help page, the palette and the README table are made from the registry."""

from collections.abc import Iterable, Sequence
from textwrap import wrap

from msgspec import Struct
from textual.content import Content

from hh_tui.i18n import Catalogue
from hh_tui.i18n.text import folded
from hh_tui.inbox.lists.query_terms import Word, all_in, words
from hh_tui.keys.key_name import key_name
from hh_tui.keys.keymap import Keymap
from hh_tui.keys.registry import COMMANDS, SHORTCUT_LETTERS, Command, Scope
from hh_tui.system.structs import replace
from hh_tui.ui.presenters.legend import legend

KEYS_WIDTH = 22

MIN_TEXT = 20
"""Characters of a help text in a line, however narrow the window."""

FIRST_DIGIT = "action-1"
"""The command that stands for all nine."""

FIRST_LETTER = f"shortcut-{SHORTCUT_LETTERS[0]}"
"""The command that stands for all letters of actions."""


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


class HelpSection(Struct, frozen=True):
    """A heading, and lines below it: keys or a sign, and what they mean."""

    title: str
    lines: tuple[tuple[str, str], ...]


def sections(tr: Catalogue, keymap: Keymap, here: Sequence[Scope]) -> tuple[HelpSection, ...]:
    """What works in the scopes `here`, the nearest first; then the signs, and the keys of other places."""
    near = tuple(dict.fromkeys((*here, Scope.ANYWHERE)))
    found = {
        scope: HelpSection(tr(f"scope.{scope}"), _lines(tr, keymap, every)) for scope, every in commands()
    }
    signs = HelpSection(tr("legend.title"), legend(tr))
    return (*(found.pop(scope) for scope in near), signs, *found.values())


def _lines(tr: Catalogue, keymap: Keymap, every: Sequence[Command]) -> tuple[tuple[str, str], ...]:
    return tuple(keys_of(tr, keymap, command) for command in every)


def found_in(every: Sequence[HelpSection], typed: str) -> tuple[HelpSection, ...]:
    """The lines that have all words typed, in whichever layout; a key is typed as it is written."""
    wanted = words(typed)
    if not wanted:
        return tuple(every)
    kept = (
        replace(one, lines=tuple(line for line in one.lines if _fits(wanted, typed.strip(), one.title, line)))
        for one in every
    )
    return tuple(one for one in kept if one.lines)


def _fits(wanted: tuple[Word, ...], typed: str, title: str, line: tuple[str, str]) -> bool:
    keys, text = line
    return typed in keys.split("  ") or all_in(wanted, folded(f"{title} {keys} {text}"))


def help_page(tr: Catalogue, every: Sequence[HelpSection], typed: str, width: int) -> Content:
    """The sections as a page of lines of `width` cells; a text longer than its line goes on below it."""
    found = found_in(every, typed)
    if not found:
        return Content(tr("picker.nothing"))
    lines: list[Content] = [] if typed.strip() else [Content(tr("help.intro"))]
    for section in found:
        lines += [Content("")] if lines else []
        lines.append(Content.styled(section.title, "bold $accent"))
        lines += [_told(keys, text, width) for keys, text in section.lines]
    return Content("\n").join(lines)


def _told(keys: str, text: str, width: int) -> Content:
    """Keys and text in two columns of `width` cells; keys longer than theirs stand on a line of their own."""
    told = wrap(text, max(MIN_TEXT, width - KEYS_WIDTH - 1)) or [""]
    if Content(keys).cell_length > KEYS_WIDTH:
        told = ["", *told]
    first, *others = told
    column = Content.styled(keys, "bold")
    column = column.pad_right(max(0, KEYS_WIDTH - column.cell_length))
    parts = [Content.assemble(column, " " if first else "", first)]
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
