"""`CSI … u`: kitty's keyboard protocol, and xterm's way of reporting other keys.

https://sw.kovidgoyal.net/kitty/keyboard-protocol/
"""

import unicodedata
from collections.abc import Sequence
from typing import Final

from hh_tui.ui.terminal.presses import ESCAPE, Press, named, with_alt

_SHIFT: Final = 1
_ALT: Final = 2
_CTRL: Final = 4
_CAPS_LOCK: Final = 64
_CHORD: Final = 0b111110
"""Modifiers with which a key types no text of its own."""

_RELEASE: Final = 3

_NAMES: Final = {
    8: "backspace", 9: "tab", 13: "enter", 27: "escape", 127: "backspace",
    **{57376 + number: f"f{13 + number}" for number in range(23)},
    **{57399 + digit: str(digit) for digit in range(10)},
    **dict(enumerate(".", 57409)), **dict(enumerate("/*-+", 57410)), 57414: "enter", 57415: "=", 57416: ",",
    57417: "left", 57418: "right", 57419: "up", 57420: "down", 57421: "pageup", 57422: "pagedown",
    57423: "home", 57424: "end", 57425: "insert", 57426: "delete",
}  # fmt: skip
"""Codes that are not the character of the key: control keys, F13 and on, the keypad."""

_PRIVATE: Final = range(57344, 63744)
"""Codes of keys that have no character: those of modifiers, locks and media keys are no keys here."""

_LARGEST: Final = 9
_NUMBER: Final = frozenset("0123456789")

Numbers = Sequence[Sequence[int | None]]


def parameters(body: str) -> list[list[int | None]] | None:
    """Parameters with their sub-parameters, left out ones as None; None when they are not only numbers."""
    if not body:
        return []
    numbers: list[list[int | None]] = []
    for parameter in body.split(";"):
        fields: list[int | None] = []
        for field in parameter.split(":"):
            if len(field) > _LARGEST or not _NUMBER.issuperset(field):
                return None
            fields.append(int(field) if field else None)
        numbers.append(fields)
    return numbers


def state(numbers: Numbers) -> int | None:
    """The bits of the modifiers in the second parameter; None when the key was let go."""
    fields = numbers[1] if len(numbers) > 1 else ()
    if len(fields) > 1 and fields[1] == _RELEASE:
        return None
    return max((fields[0] or 1) - 1, 0) if fields else 0


def presses(numbers: Numbers) -> tuple[Press, ...]:
    """The keys of `code:shifted:base ; modifiers:event ; text`."""
    bits = state(numbers)
    if bits is None or not numbers:
        return ()
    code, *others = numbers[0]
    if code is None:
        return ()
    shifted, base = (*others, None, None)[:2]
    text = _text(numbers[2] if len(numbers) > 2 else ())
    if text and not bits & (_CHORD & ~_ALT):
        return tuple(named(character) for character in text)
    if (name := _NAMES.get(code)) is not None:
        return with_alt(named(name), bits)
    character = _character(code)
    if character is None:
        return ()
    if bits & _CTRL and not character.isascii():
        character = _character(base) or character
    if bits & _CTRL and character == "[":
        return (ESCAPE,)
    return _typed(character, _character(shifted), bits)


def _typed(character: str, shifted: str | None, bits: int) -> tuple[Press, ...]:
    """A key whose text the terminal did not tell."""
    if bits & _CTRL:
        return with_alt(named(character), bits)
    if character.lower() != character.upper():
        capital = bool(bits & _SHIFT) != bool(bits & _CAPS_LOCK)
        letter = character.upper() if capital else character
        return with_alt(named(letter if len(letter) == 1 else character), bits & ~_SHIFT)
    if bits & _SHIFT and shifted is not None:
        return with_alt(named(shifted), bits & ~_SHIFT)
    if character == " ":
        bits &= ~_SHIFT
    return with_alt(named(character), bits)


def _character(code: int | None) -> str | None:
    """The character of a code, if it can be typed."""
    if code is None or code in _PRIVATE or not 32 <= code <= 0x10FFFF:
        return None
    character = chr(code)
    printable = character.isprintable() and not unicodedata.combining(character)
    return character if printable else None


def _text(codes: Sequence[int | None]) -> str:
    """What a key types; empty when it is not told or holds what is no text."""
    characters = [chr(code) for code in codes if code is not None and 32 <= code <= 0x10FFFF]
    text = "".join(characters)
    return text if len(characters) == len(codes) and text.isprintable() else ""
