"""What is wrong with what the program takes a key of a terminal for."""

from textual import events

from hh_tui.i18n.keyboard import Layout
from hh_tui.keys.keymap import Keymap
from hh_tui.keys.registry import Scope
from tests.keys.facts import Fact, facts, meaning
from tests.keys.typing import sent, typed

FACTS = facts()
PLACES = (
    (Scope.LIST, Scope.DECIDE, Scope.ITEM, Scope.ALL, Scope.TAKE_BACK),
    (Scope.COMPOSE,),
    (Scope.SHEET,),
    (Scope.PAGE,),
)

SEVERAL = {"caps toggle", "num+enter"}
"""Rows that hold more than one key."""

PLAIN: dict[bytes, set[str]] = {}
"""What one terminal sends for a chord may be what another sends for a key: nobody can tell them apart."""

for _fact in FACTS:
    if "+" not in _fact.key[:-1] or _fact.key == "shift+tab":
        PLAIN.setdefault(_fact.data, set()).add(_fact.key)

CONTROLS = {
    "\r": "enter",
    "\n": "enter",
    "\t": "tab",
    "\x1b": "escape",
    "\x7f": "backspace",
    "\x08": "backspace",
}
SIGNS = {".": "/", ",": "?", "№": "/"}
"""What the Russian layouts, and the Kazakh one, have on the keys of commands."""

LATIN = Keymap(layout=Layout({}))
"""What keys mean by their Latin character alone."""


def _is_without_control(fact: Fact) -> bool:
    """pterm sends the letter alone for Ctrl and a Cyrillic letter."""
    return fact.terminal == "pterm" and fact.layout == "ru" and fact.key.startswith("ctrl+")


def _is_eight_bit(fact: Fact) -> bool:
    """xterm and mlterm send Alt as the eighth bit: another letter, which may as well have been typed."""
    return "alt" in fact.key and fact.data[0] >= 0x80


def commands(keymap: Keymap, tokens: list[str], scopes: tuple[Scope, ...]) -> list[str]:
    found, pending = [], ""
    for token in tokens:
        pressed = keymap.press(token, pending, scopes)
        pending = pressed.pending
        found += [pressed.command.id] if pressed.command else [pending] if pending else []
    return found


def tokens_of(data: bytes) -> list[str]:
    events_ = [message for message in sent(data) if isinstance(message, events.Key)]
    return [
        key.character
        if key.is_printable and "+" not in key.key and key.key != "space" and key.character
        else key.key
        for key in events_
    ]


def _types(tokens: list[str]) -> bool:
    return any(len(token) == 1 or token == "space" for token in tokens)


def _twins(fact: Fact) -> list[list[str]]:
    """The meanings of other keys that send the same."""
    data = fact.data.decode()
    twins = [meaning(key) for key in PLAIN.get(fact.data, ())]
    if "alt+" in fact.key:
        # Alt is Escape and the key, but deletes a word with Backspace, and F3 with it is like another answer.
        # Where a terminal does not tell which sign Shift makes of a digit, Escape alone is left of it.
        twins += [[], ["escape"]] if "shift+" in fact.key else [[]]
        twins += [["escape", *meaning(key)] for key in PLAIN.get(fact.data[1:], ())]
    if len(data) == 1 and not data.isprintable():
        twins.append([CONTROLS.get(data) or f"ctrl+{chr(ord(data) + 96)}"])
    elif len(data) == 1:
        twins += [[data], [SIGNS.get(data, data)]]
    elif len(data) == 2 and data[0] == "\x1b":
        twins.append(["escape", CONTROLS.get(data[1], data[1])])
    return twins


def wrong(keymap: Keymap, fact: Fact) -> str:
    """Where a key leads elsewhere than its place does, a sentence about it; empty where all is well."""
    if fact.key in SEVERAL or _is_eight_bit(fact) or _is_without_control(fact):
        return ""
    tokens, meanings = tokens_of(fact.data), [meaning(fact.key), *_twins(fact)]
    for scopes in PLACES:
        found = commands(keymap, tokens, scopes)
        if found not in (wanted := [commands(LATIN, one, scopes) for one in meanings]):
            return f"{fact}: {found} instead of {wanted}"
    if typed(sent(fact.data)).strip() and not any(map(_types, meanings)):
        return f"{fact}: types {typed(sent(fact.data))!r}"
    return ""
