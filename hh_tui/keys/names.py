"""Which keys a terminal can send, by the names that Textual gives them."""

from difflib import get_close_matches
from typing import Final

NAMED: Final = (
    *("enter", "tab", "escape", "space", "backspace", "delete", "insert"),
    *("up", "down", "left", "right", "home", "end", "pageup", "pagedown"),
    *(f"f{number}" for number in range(1, 25)),
)

MODIFIERS: Final = ("alt", "ctrl", "shift")
"""In the order in which they stand before a key."""


def is_key(key: str) -> bool:
    """Whether this is a key, or a sequence of keys with spaces between them."""
    return bool(key) and all(_is_one(one) for one in key.split(" "))


def nearest(key: str) -> str:
    """A key that was meant perhaps; empty where none is alike."""
    *modifiers, last = key.lower().split("+") if len(key) > 1 else [key]
    if modifiers == ["shift"] and len(last) == 1:
        return last.upper()
    close = [last] if last in NAMED or len(last) == 1 else get_close_matches(last, NAMED, 1)
    known = [one for name in modifiers for one in get_close_matches(name, MODIFIERS, 1)]
    found = "+".join([*sorted(set(known)), *close])
    return found if close and is_key(found) else ""


def _is_one(key: str) -> bool:
    if len(key) == 1:
        return key.isprintable()
    *modifiers, last = key.split("+")
    if modifiers != sorted(set(modifiers)) or not set(modifiers) <= set(MODIFIERS):
        return False
    # A letter with Shift is the capital letter.
    return last in NAMED or (len(last) == 1 and last.isprintable() and modifiers not in ([], ["shift"]))
