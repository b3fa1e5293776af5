"""Textual's events of what came in."""

import re
from collections.abc import Iterator
from typing import Final

from textual import events
from textual.message import Message

from hh_tui.ui.terminal.presses import Press
from hh_tui.ui.terminal.tokens import Sequence
from hh_tui.ui.textual_private import XTermParser, character_to_key

_MOUSE: Final = re.compile(r"<\d{1,5};\d{1,6};\d{1,6}")
_MODE: Final = re.compile(r"\?(?:2026|2048);\d\$")
_SIZE: Final = re.compile(r"48;([1-9]\d{0,3});([1-9]\d{0,3});(\d{1,5});(\d{1,5})")
_CURSOR: Final = re.compile(r"[1-9]\d{0,4};[1-9]\d{0,4}")


class InputEnded(Message):
    """No key will come any more. `kind` names the error that ended it, `where` the line of code.

    `hung_up` says that the terminal has gone, so that nothing can be told there.
    """

    def __init__(self, kind: str, where: str, *, hung_up: bool) -> None:
        super().__init__()
        self.kind = kind
        self.where = where
        self.hung_up = hung_up


class UnknownSequence(Message):
    """A sequence that is no key and was dropped, in visible signs: `ESC [ 4 h`."""

    def __init__(self, sequence: str) -> None:
        super().__init__()
        self.sequence = sequence

    @classmethod
    def of(cls, sequence: Sequence) -> "UnknownSequence":
        """The message of a sequence."""
        return cls(" ".join(["ESC", sequence.introducer, *filter(None, (sequence.body, sequence.final))]))


class TerminalReports:
    """Mouse reports, focus, sizes and other answers of the terminal: those that Textual knows are left to it.

    Its parser is given complete sequences of known form only. It keeps between them what the mouse needs: the
    last place, and the size of a cell.
    """

    def __init__(self) -> None:
        self._parser = XTermParser()

    def messages(self, sequence: Sequence) -> Iterator[Message]:
        """What Textual makes of a sequence; nothing for one that it does not know."""
        if sequence.introducer != "[" or not sequence.whole:
            return
        body, final = sequence.body, sequence.final
        if final == "t" and (size := _SIZE.fullmatch(body)) and not (int(size[3]) and int(size[4])):
            # Textual divides by the size in pixels.
            cells = int(size[2]), int(size[1])
            yield events.Resize.from_dimensions(cells, None)
        elif _is_known(body, final):
            yield from self._parser.feed(f"\x1b[{body}{final}")


def _is_known(body: str, final: str) -> bool:
    if final in "IO":
        return not body
    if final in "Mm":
        return _MOUSE.fullmatch(body) is not None
    forms = {"t": _SIZE, "y": _MODE, "R": _CURSOR}
    return final in forms and forms[final].fullmatch(body) is not None


def key_event(press: Press) -> events.Key:
    """The event of a key, by the names that Textual gives to keys."""
    name = character_to_key(press.key) if len(press.key) == 1 else press.key
    return events.Key("+".join([*sorted(press.modifiers), name]), press.text)
