"""A paste between its two marks, and one whose end does not come."""

import re
from typing import Final

from msgspec import Struct

from hh_tui.ui.terminal.tokens import Pasted

_END: Final = "\x1b[201~"
_ENDS: Final = re.compile(r"\x1b\[201~|\x9b201~")
_CONTROLS: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
"""Controls that are no part of a text."""


class Taken(Struct, frozen=True):
    """What became of a piece: whether the paste is `over`, what was `found`, what is `behind` it."""

    over: bool = False
    found: tuple[Pasted, ...] = ()
    behind: str = ""


class Paste:
    """Collects what is pasted. A paste that was handed over before its end is `doubtful`.

    In doubt, text is still part of it, but any other key ends it: so a paste whose end was lost neither acts
    as keys nor keeps the keys from working.
    """

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._tail = ""
        self.doubtful = False
        self.escape_typed = False

    @property
    def has_text(self) -> bool:
        """Whether there is something to hand over."""
        return bool(self._pieces)

    def take(self, piece: str) -> Taken:
        """Add a piece."""
        left, data, self._tail = self._tail, self._tail + piece, ""
        # A lone ESC in doubt is the Escape key, unless the rest of the mark follows.
        self.escape_typed = self.doubtful and data == "\x1b"
        if end := _ENDS.search(data):
            self._pieces.append(data[: end.start()])
            return Taken(True, self.hand_over(), data[end.end() :])
        cut = _mark_begins(data)
        text = data[:cut]
        if self.doubtful and (key := _CONTROLS.search(text)):
            self._pieces.append(text[: key.start()])
            # What was left of a mark is no key in front of another.
            start = len(left) if left and _CONTROLS.match(piece) else key.start()
            return Taken(True, self.hand_over(), data[start:])
        if text:
            self._pieces.append(text)
        self._tail = data[cut:]
        return Taken()

    def hand_over(self) -> tuple[Pasted, ...]:
        """What there is of it, without controls; the rest, should it come, is doubtful."""
        self.doubtful = True
        text = _CONTROLS.sub("", "".join(self._pieces))
        self._pieces.clear()
        return (Pasted(text),) if text else ()


def _mark_begins(data: str) -> int:
    """Where the beginning of the end mark stands at the end of a text; else its length."""
    for length in range(min(len(_END) - 1, len(data)), 0, -1):
        if _END.startswith(data[-length:]):
            return len(data) - length
    return len(data)
