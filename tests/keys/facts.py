"""What is known of terminals and layouts: tables beside this file, a row a fact.

`recorded.tsv`: what terminals of Debian 12 sent for physical keys, under the group `us` or `ru` of XKB's
layout us,ru, in mode `kitty` (asked for kitty's keyboard protocol, as the program does) or `legacy`.
`terminfo.tsv`: what ncurses' database says. `written.tsv`: what manuals of terminals say. `layouts.tsv`: the
character on each key, as xkeyboard-config 2.35 has it; a key is named by its Latin character.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests.keys.typing import keys, sent

FOLDER = Path(__file__).parent


class Fact(NamedTuple):
    """A physical key (`ctrl+d`, `shift+/`, `kp3`) and the bytes that came."""

    terminal: str
    mode: str
    layout: str
    key: str
    data: bytes


def _rows(name: str) -> Iterator[list[str]]:
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    return (line.split("\t") for line in lines[1:])


def facts() -> list[Fact]:
    """Every row of every table of terminals."""
    names = sorted(path.name for path in FOLDER.glob("*.tsv") if path.name != "layouts.tsv")
    return [
        Fact(terminal, mode, layout, key, bytes.fromhex(data))
        for name in names
        for terminal, mode, layout, key, data in _rows(name)
    ]


def layouts() -> dict[str, dict[str, str]]:
    """By layout: the character that each key types."""
    found: dict[str, dict[str, str]] = {}
    for layout, key, character in _rows("layouts.tsv"):
        found.setdefault(layout, {})[key] = character
    return found


_NAMES = {
    "bs": "backspace", "del": "delete", "ins": "insert", "pgup": "pageup", "pgdn": "pagedown",
    "esc": "escape",
    "kpenter": "enter", "ctrl+[": "escape",
}  # fmt: skip
_ALIKE = ("shift+enter", "shift+backspace", "shift+escape", "shift+space")
"""Most terminals send these as they send the keys without Shift, and the program takes them so everywhere."""

_SHIFTED = dict(zip("`1234567890-=[]\\;',./", '~!@#$%^&*()_+{}|:"<>?', strict=True))


def meaning(key: str) -> list[str]:
    """The keys of the registry that a physical key is."""
    *modifiers, last = key.split("+") if not key.endswith("+") else [*key[:-1].split("+")[:-1], "+"]
    if "alt" in modifiers:
        return ["escape", *meaning("+".join([*(one for one in modifiers if one != "alt"), last]))]
    last = _NAMES.get(last, last[2:] if last.startswith("kp") and last[2:].isdigit() else last)
    if modifiers == ["shift"] and len(last) == 1:
        return [_SHIFTED.get(last, last.upper())]
    name = "+".join([*modifiers, last])
    return [name.removeprefix("shift+") if name in _ALIKE else _NAMES.get(name, name)]


def names(data: bytes) -> list[str]:
    """The names of the keys that the program takes bytes for."""
    return keys(sent(data))
