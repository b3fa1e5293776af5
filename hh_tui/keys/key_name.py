"""Keys as they are written on the keyboard."""

from collections.abc import Mapping, Sequence

from hh_tui.keys.registry import BY_ID, keys_of

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
    "delete": "Del",
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


def first_key(changes: Mapping[str, Sequence[str]], command_id: str) -> str:
    """The name of a command's first key where no inbox is open; empty when it has none."""
    keys = keys_of(BY_ID[command_id], changes)
    return key_name(keys[0]) if keys else ""
