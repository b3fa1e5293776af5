"""What a tokenizer makes of characters."""

from msgspec import Struct


class Character(Struct, frozen=True):
    """One character as it was typed, control characters included. A lone ESC is the Escape key."""

    text: str


class Sequence(Struct, frozen=True):
    """A complete sequence: its `introducer` is `[` for CSI, `O` for SS3, `[[` for the Linux console.

    `body` holds parameters and intermediates. `whole` is false when its beginning came so long before the
    rest that it counted as a key, or that the rest may be one: then the sequence means nothing any more.
    """

    introducer: str
    body: str
    final: str
    whole: bool = True


class Pasted(Struct, frozen=True):
    """Text between the two marks of a paste, or a piece of it where it does not go on."""

    text: str


Token = Character | Sequence | Pasted

ESCAPE = Character("\x1b")
