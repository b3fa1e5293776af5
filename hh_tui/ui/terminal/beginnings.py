"""Whether characters behind an introducer go on with a sequence, or are keys that a hand pressed after it.

Multiplexers send Escape and a key pressed soon after it in one piece: `ESC [`, `ESC O` and `ESC ]` may
be two keys, and then what comes next is a third.
"""

import re
from typing import Final

STRINGS: Final = frozenset("PX]^_")
"""DCS, SOS, OSC, PM, APC: text up to a terminator."""

_STRING_BEGINS: Final = {
    "]": frozenset("0123456789lLI"),
    "P": frozenset("0123456789;$+>=!"),
    "_": frozenset("0123456789G"),
    "X": frozenset("0123456789"),
    "^": frozenset("0123456789"),
}
"""First characters of the strings that terminals answer with."""

_KEY_BEGINS: Final = {
    "[": frozenset("0123456789;<=>?[ABCDFHPQRSZabcdMIO"),
    "O": frozenset("0123456789;ABCDFHPQRSabcdM"),
}
"""Parameters, and the finals of keys without any; a torn key is joined over any pause that is waited for."""

_TERMINATOR: Final = re.compile(r"[\x07\x9c]|\x1b\\")
_KEYPAD: Final = frozenset(" IX") | frozenset("jklmnopqrstuvwxy")


def goes_on(introducer: str, behind: str, *, slow: bool) -> bool:
    """Whether `behind`, all that has come behind an introducer in its 7-bit form, belongs to it.

    `slow` tells that it came later than the pieces of a sequence come.
    """
    if introducer in STRINGS:
        if _TERMINATOR.search(behind):
            return True
        return behind[0] in _STRING_BEGINS[introducer] and not (slow and len(behind) == 1)
    return not slow or behind[0] in _KEY_BEGINS[introducer]


def is_keypad(introducer: str, final: str) -> bool:
    """Whether a sequence is a key of the keypad other than Enter: one letter behind `ESC O`."""
    return introducer == "O" and final in _KEYPAD
