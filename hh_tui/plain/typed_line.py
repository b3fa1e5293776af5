"""What a typed line means: keys, the number of a row, a search, or the name of a command."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from msgspec import Struct

from hh_tui.i18n import Catalogue
from hh_tui.i18n.text import folded, one_line
from hh_tui.keys.keymap import Keymap
from hh_tui.keys.names import is_key
from hh_tui.keys.registry import COMMANDS, Command, Scope

_NAMES: Final = {"esc": "escape", "pgdn": "pagedown", "pgup": "pageup", "del": "delete", "": "enter"}
"""Keys by what stands on them."""

_ROW: Final = re.compile(r"([0-9]{1,6})\s*[GgПп]|([0-9]{2,6})")
_COUNTED: Final = re.compile(r"(\S+)\s+([0-9]{1,6})")
_WORD: Final = re.compile(r"[\w.+-]+")
_NUMBER: Final = re.compile(r"[0-9]+")
_PREFIXES: Final = {"/": "/", ".": "/", "!": "!", "+": "+"}
"""Keys behind which words follow at once; that of `/` types a dot in the Russian layout."""

LEAST: Final = 3
"""Letters of a name from which a command is looked for."""

CANCEL: Final = frozenset({"esc", "escape", "отмена", "cancel"})
"""What leaves a question without an answer."""

YES: Final = frozenset({"y", "yes", "д", "да"})
NO: Final = frozenset({"n", "no", "н", "нет"})

_GUESSED: Final = frozenset(
    {
        *("down", "up", "top", "bottom", "page-down", "page-up", "next-hit", "previous-hit"),
        *("next-attention", "previous-attention", "next-pane", "previous-pane", "repaint", "browser"),
        *("vacancy", "collection", "waiting", "go-snoozed", "go-until-reply", "outbox", "close-outbox"),
        *("refresh", "show-new", "search", "filters", "rules", "actions", "help"),
        *("invite", "invite-other", "snooze", "reply-by", "label", "save-resume"),
        *("tab-notes", "tab-history"),
    }
)
"""Commands that a part of a name may call: they tell something, move, or ask before they do anything.

All others have their whole name: those that mark, put aside, take back or leave, and those by which a
candidate learns that they were viewed.
"""


class Typed(Struct, frozen=True):
    """A command with what stands behind it, a `row` from 1, or the commands that may be meant by a name."""

    command: Command | None = None
    argument: str = ""
    row: int | None = None
    meant: tuple[Command, ...] = ()


_OWN_TEXTS: Final = {
    "next-pane": "plain.command.card",
    "previous-pane": "plain.command.list",
    "repaint": "plain.command.list",
    "browser": "plain.command.address",
    "refresh": "plain.command.refresh",
    "show-new": "plain.command.refresh",
}
"""What commands do here, where it is something else than on a screen with panes."""


def number_of(text: str) -> int | None:
    """The number that somebody typed; None where it is something else, or too long to be a place."""
    return int(text) if _NUMBER.fullmatch(text) and len(text) < 10 else None


def text_of(command: Command) -> str:
    """The catalogue key of what a command does here."""
    return _OWN_TEXTS.get(command.id, command.text)


def as_typed(keymap: Keymap, command_id: str) -> str:
    """The first key of a command, as it is typed; its name where it has none, which is typed as well."""
    first = keymap.first(command_id).replace(" ", "")
    return "esc" if first == "escape" else first or command_id


def understood(
    line: str,
    keymap: Keymap,
    scopes: Sequence[Scope],
    offered: Iterable[str],
    catalogues: Sequence[Catalogue],
) -> Typed:
    """What the line means where these scopes are open; `offered` are the commands there are."""
    line = one_line(line)
    if len(line) > 1 and is_answer(line):
        return Typed()
    if line[:1] in _PREFIXES and len(line) > 1:
        return Typed(key_pressed(_PREFIXES[line[0]], keymap, scopes), one_line(line[1:]))
    if (row := _ROW.fullmatch(line)) is not None:
        return Typed(row=int(row[1] or row[2]))
    if (command := key_pressed(line, keymap, scopes)) is not None:
        return Typed(command)
    here = [one for one in COMMANDS if one.id in set(offered) and one.scope in {*scopes, Scope.ANYWHERE}]
    if (counted := _COUNTED.fullmatch(line)) is not None:
        named = next((one for one in here if one.id == folded(counted[1])), None)
        return Typed(named or key_pressed(counted[1], keymap, scopes), counted[2])
    return _named(line, here, catalogues)


def is_answer(line: str) -> bool:
    """Whether it is yes or no, which answer questions and are no commands."""
    return folded(line) in YES | NO


def key_pressed(line: str, keymap: Keymap, scopes: Sequence[Scope]) -> Command | None:
    """The command of a key, or of a sequence: with spaces between its keys or without."""
    key = line.casefold()
    name = _NAMES.get(key, key)
    if len(name) > 1 and " " not in name and is_key(name):
        return keymap.press(name, "", scopes).command
    tokens = line.split() if " " in line else list(line)
    if len(tokens) > 2 or any(len(one) > 1 for one in tokens):
        return None
    pending = ""
    for place, token in enumerate(tokens):
        match = keymap.press(token, pending, scopes)
        if match.command is not None:
            return match.command if place == len(tokens) - 1 else None
        pending = match.pending
        if not pending:
            return None
    return None


def _named(line: str, here: Sequence[Command], catalogues: Sequence[Catalogue]) -> Typed:
    """By its id, by its help, or by words of that, or their beginnings, in the layout in which it is written.

    Only what changes nothing is guessed from a part.
    """
    wanted = folded(line)
    exact = [one for one in here if wanted in {one.id, *(folded(tr(text_of(one))) for tr in catalogues)}]
    if exact:
        return Typed(exact[0])
    if len(wanted) < LEAST:
        return Typed()
    parts = wanted.split()
    told = [(one, [_WORD.findall(folded(tr(text_of(one)))) for tr in catalogues]) for one in here]
    found = tuple(one for one, texts in told if any(_begin(parts, text) for text in texts))
    if len(found) == 1 and found[0].id in _GUESSED:
        return Typed(found[0])
    return Typed(meant=found)


def _begin(parts: Sequence[str], text: Sequence[str]) -> bool:
    """Whether each part begins a word of the text."""
    return all(any(word.startswith(part) for word in text) for part in parts)
