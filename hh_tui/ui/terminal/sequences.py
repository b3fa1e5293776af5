"""Sequences to keys: what terminals send for function, cursor and keypad keys, and with modifiers."""

from typing import Final

from hh_tui.ui.terminal import kitty
from hh_tui.ui.terminal.presses import CONTROLS, Press, named, with_alt
from hh_tui.ui.terminal.tokens import Character, Sequence

_TILDE: Final = {
    1: "home", 2: "insert", 3: "delete", 4: "end", 5: "pageup", 6: "pagedown", 7: "home", 8: "end",
    11: "f1", 12: "f2", 13: "f3", 14: "f4", 15: "f5", 17: "f6", 18: "f7", 19: "f8", 20: "f9", 21: "f10",
    23: "f11", 24: "f12", 25: "f13", 26: "f14", 28: "f15", 29: "f16", 31: "f17", 32: "f18", 33: "f19",
    34: "f20",
}  # fmt: skip
"""The number before a `~`, in VT220's numbering."""

_LETTERS: Final = {
    "A": "up", "B": "down", "C": "right", "D": "left", "F": "end", "H": "home",
    "P": "f1", "Q": "f2", "R": "f3", "S": "f4",
}  # fmt: skip

_KEYPAD: Final = {
    "M": "enter", "I": "tab", " ": " ", "X": "=", "j": "*", "k": "+", "l": ",", "m": "-", "n": ".", "o": "/",
    **{chr(ord("p") + digit): str(digit) for digit in range(10)},
}  # fmt: skip
"""SS3 of the keypad in its application mode."""

_URXVT_ARROWS: Final = {"a": "up", "b": "down", "c": "right", "d": "left"}
_URXVT_ENDS: Final = {"$": ("shift",), "^": ("ctrl",), "@": ("ctrl", "shift")}
_LINUX: Final = {letter: f"f{number}" for number, letter in enumerate("ABCDE", 1)}
_MODIFY_OTHER_KEYS: Final = 27
_MOST_MODIFIERS: Final = 16


def presses(token: Character | Sequence) -> tuple[Press, ...]:
    """The keys that were pressed: none for a sequence that is no key, two for one with Alt."""
    if isinstance(token, Character):
        return (CONTROLS.get(token.text) or named(token.text),)
    if not token.whole:
        return ()
    if token.introducer == "[":
        return _csi(token.body, token.final)
    if token.introducer == "O":
        return _ss3(token.body, token.final)
    if token.introducer == "[[":
        return (Press(_LINUX[token.final]),) if token.final in _LINUX and not token.body else ()
    return (Press("tab", ("shift",)),) if token.final == "\t" else (Press("w", ("ctrl",)),)


def _csi(body: str, final: str) -> tuple[Press, ...]:
    if (numbers := kitty.parameters(body)) is None:
        return ()
    if final == "u":
        return kitty.presses(numbers)
    if final == "~":
        return _tilde(numbers)
    if final == "Z":
        return (Press("tab", ("shift",)),)
    if final in _URXVT_ENDS:
        name = _TILDE.get(numbers[0][0] or 0) if len(numbers) == 1 else None
        return (Press(name, _URXVT_ENDS[final]),) if name else ()
    if final in _URXVT_ARROWS and not numbers:
        return (Press(_URXVT_ARROWS[final], ("shift",)),)
    return _letter(numbers, final)


def _tilde(numbers: kitty.Numbers) -> tuple[Press, ...]:
    first, state = (numbers[0][0] if numbers else None), kitty.state(numbers)
    if first == _MODIFY_OTHER_KEYS:
        return kitty.presses([numbers[2], numbers[1]]) if len(numbers) == 3 else ()
    name = _TILDE.get(first or 0)
    return with_alt(Press(name), state) if name and state is not None and len(numbers) <= 2 else ()


def _letter(numbers: kitty.Numbers, final: str) -> tuple[Press, ...]:
    name = _LETTERS.get(final)
    if name is None or len(numbers) > 2 or (final == "R" and numbers):
        # `CSI row ; column R` is the place of the cursor.
        return ()
    first = numbers[0][0] if numbers else None
    if len(numbers) == 1 and first is not None and first <= _MOST_MODIFIERS:
        # Old terminals have the modifiers in the first place.
        numbers = [[1], numbers[0]]
    elif first not in {None, 1}:
        return ()
    state = kitty.state(numbers)
    return with_alt(Press(name), state) if state is not None else ()


def _ss3(body: str, final: str) -> tuple[Press, ...]:
    numbers = kitty.parameters(body)
    state = kitty.state([[1], numbers[-1]]) if numbers else kitty.state([])
    if numbers is None or state is None or len(numbers) > 2:
        return ()
    if final in _LETTERS:
        return with_alt(Press(_LETTERS[final]), state)
    if final in _URXVT_ARROWS:
        return () if numbers else (Press(_URXVT_ARROWS[final], ("ctrl",)),)
    if (key := _KEYPAD.get(final)) is None:
        return ()
    return with_alt(named(key), state)
