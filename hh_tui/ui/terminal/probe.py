"""What the terminal answers when it is asked what it is: the environment tells of others, too.

Inside tmux the variables of the terminal are those of the one that tmux was started in; a question is
answered by whoever is there.
"""

import os
import re
import select
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any, Final

from msgspec import Struct

TIMEOUT: Final = 1.0
"""Seconds for the answers, which over ssh take their time."""

_NAME: Final = "\x1b[>0q"
_KEYBOARD: Final = "\x1b[?u"
_CLIPBOARD, _COLOURS = "4d73", "524742"
"""Names of terminfo in hex: `Ms` puts text into the clipboard, `RGB` says that there are all colours."""

_CAPABILITIES: Final = "".join(f"\x1bP+q{name}\x1b\\" for name in (_CLIPBOARD, _COLOURS))
_ATTRIBUTES: Final = "\x1b[c"
"""Answered by every terminal, and last: what was not answered before it will not be."""

_END: Final = re.compile(rb"\x1b\[\?[\d;]*c")


class ProbeResult(Struct, frozen=True):
    """`name` as the terminal gives it, empty where it gives none.

    `keyboard` tells whether it can name all keys, `clipboard` and `colours` whether it says that it takes
    texts for the clipboard and any colour.
    """

    name: str = ""
    keyboard: bool = False
    clipboard: bool = False
    colours: bool = False

    @classmethod
    def read(cls, data: bytes) -> "ProbeResult":
        """What stands in the bytes that came back, whatever else is among them."""
        name = re.search(rb"\x1bP>\|([^\x1b\x07]{1,80})(?:\x1b\\|\x07)", data)
        attributes = re.search(rb"\x1b\[\?([\d;]*)c", data)
        granted = {found.lower() for found in re.findall(rb"\x1bP1\+r([0-9A-Fa-f]+)", data)}
        clipboard = attributes is not None and b"52" in attributes[1].split(b";")
        return cls(
            "".join(filter(str.isprintable, name[1].decode("utf-8", "replace"))) if name else "",
            re.search(rb"\x1b\[\?\d+u", data) is not None,
            clipboard or _CLIPBOARD.encode() in granted,
            _COLOURS.encode() in granted,
        )


def ask(timeout: float = TIMEOUT) -> ProbeResult | None:
    """Ask the terminal that stdin and stdout lead to; None where there is none, or where it is silent."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return None
    with suppress(ImportError, OSError, ValueError), _raw(sys.stdin.fileno()) as descriptor:
        sys.stdout.write(_NAME + _KEYBOARD + _CAPABILITIES + _ATTRIBUTES)
        sys.stdout.flush()
        data = _answered(descriptor, time.monotonic() + timeout)
        return ProbeResult.read(data) if _END.search(data) else None
    return None


def _answered(descriptor: int, end: float) -> bytes:
    data = b""
    while not _END.search(data):
        left = end - time.monotonic()
        if left <= 0 or not select.select([descriptor], [], [], left)[0]:
            break
        piece = os.read(descriptor, 4096)
        if not piece:
            break
        data += piece
    return data


@contextmanager
def _raw(descriptor: int) -> Iterator[int]:
    """Neither echo nor lines meanwhile; what comes too late is thrown away."""
    import termios

    before: Any = termios.tcgetattr(descriptor)
    changed = termios.tcgetattr(descriptor)
    changed[3] &= ~(termios.ECHO | termios.ICANON)
    try:
        termios.tcsetattr(descriptor, termios.TCSANOW, changed)
        yield descriptor
    finally:
        termios.tcsetattr(descriptor, termios.TCSAFLUSH, before)
