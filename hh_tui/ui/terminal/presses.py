"""One key as it was pressed."""

from typing import Final

from msgspec import Struct

from hh_tui.system.structs import replace

_MODIFIERS: Final = ("shift", "alt", "ctrl", "super", "hyper", "meta")


class Press(Struct, frozen=True):
    """`key` is a name (`up`, `f2`, `enter`) or the character itself; `text` is what it types, if it does."""

    key: str
    modifiers: tuple[str, ...] = ()
    text: str | None = None


ESCAPE: Final = Press("escape", text="\x1b")

_TYPING: Final = {"enter": "\r", "tab": "\t", "backspace": "\x7f"}
_SIGNS: Final = {0: "@", 28: "\\", 29: "]", 30: "^", 31: "_"}


_PLAIN_WITH_SHIFT: Final = frozenset({"enter", "backspace", "escape"})
"""Keys that most terminals send alike with and without Shift: they are the same everywhere."""

CONTROLS: Final[dict[str, Press]] = {
    **{chr(code): Press(chr(code + 96), ("ctrl",), chr(code)) for code in range(1, 27)},
    **{chr(code): Press(sign, ("ctrl",), chr(code)) for code, sign in _SIGNS.items()},
    "\x08": Press("backspace", text="\x7f"),
    "\x7f": Press("backspace", text="\x7f"),
    "\t": Press("tab", text="\t"),
    "\r": Press("enter", text="\r"),
    # Keypad Enter of some terminals.
    "\n": Press("enter", text="\r"),
    "\x1b": ESCAPE,
}
"""Control characters as keys."""


def named(key: str) -> Press:
    """A key without modifiers, with the text it types."""
    return Press(key, text=key if len(key) == 1 else _TYPING.get(key))


def modifiers(state: int) -> tuple[str, ...]:
    """The names of the modifiers in a bit field; those of the locks are no modifiers."""
    return tuple(name for bit, name in enumerate(_MODIFIERS) if state & 1 << bit)


def with_alt(press: Press, state: int) -> tuple[Press, ...]:
    """A key with the modifiers of a bit field. No command has Alt: it is Escape, then the key.

    That is what terminals and multiplexers make of Escape and a key pressed shortly after it.
    """
    held = modifiers(state)
    if press.key in _PLAIN_WITH_SHIFT and held in {("shift",), ("shift", "alt")}:
        held = held[1:]
    alone = tuple(name for name in held if name != "alt")
    if not held:
        return (press,)
    if "alt" not in held or not set(held) <= {"alt", "shift", "ctrl"}:
        return (replace(press, modifiers=held, text=None),)
    if press.key == "backspace" and not alone:
        return (Press("w", ("ctrl",)),)
    return ESCAPE, replace(press, modifiers=alone, text=None if alone else press.text)
