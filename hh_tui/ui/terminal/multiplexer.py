"""Programs between the terminal and this one: the keys they keep, and what they let through."""

from collections.abc import Mapping
from typing import Final, Literal, Self

from msgspec import Struct

_FUNCTION_KEYS: Final = frozenset(f"f{number}" for number in range(1, 13))
_CHORDS: Final = frozenset({"ctrl+enter"})

_SCREEN_PIECE: Final = 200
"""Characters in one passage through screen, which drops longer ones."""


class Surroundings(Struct, frozen=True):
    """What stands between the terminal and the program.

    `swallowed` are keys that may not get through. `passage` names the program that has to be asked to let an
    escape sequence through; empty where none is known.
    """

    swallowed: frozenset[str] = frozenset()
    passage: Literal["", "tmux", "screen"] = ""

    @classmethod
    def of(cls, environ: Mapping[str, str]) -> Self:
        """By the environment of the program.

        tmux and screen take ctrl+enter for enter; byobu, which runs in one of them, keeps all function keys.
        Behind ssh only TERM tells of either, so there the function keys count as kept too.
        """
        term = environ.get("TERM", "")
        near: Literal["", "tmux", "screen"] = (
            "tmux" if environ.get("TMUX") else "screen" if environ.get("STY") else ""
        )
        if any(name.startswith("BYOBU_") for name in environ):
            return cls(_FUNCTION_KEYS | _CHORDS, near)
        if near:
            return cls(_CHORDS, near)
        if term.startswith("tmux"):
            return cls(_FUNCTION_KEYS | _CHORDS, "tmux")
        if term.startswith("screen"):
            # tmux calls itself that as well, and its passage is not screen's: neither is tried.
            return cls(_FUNCTION_KEYS | _CHORDS)
        return cls()

    def through(self, sequence: str) -> str:
        """The sequence as it has to be written to reach the terminal; tmux takes it where it is set up to."""
        if self.passage == "tmux":
            return "\x1bPtmux;" + sequence.replace("\x1b", "\x1b\x1b") + "\x1b\\"
        if self.passage == "screen":
            # The end of an OSC would be the end of the passage, so that it ends with BEL in there.
            inner = sequence.replace("\x1b\\", "\a")
            pieces = [inner[at : at + _SCREEN_PIECE] for at in range(0, len(inner), _SCREEN_PIECE)]
            return "".join(f"\x1bP{piece}\x1b\\" for piece in pieces)
        return sequence


DIRECT: Final = Surroundings()
"""Nothing stands in between."""
