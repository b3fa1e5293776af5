"""The terminal as it was before the program, for when there is no time to ask the program to put it back."""

import os
import sys
from contextlib import suppress
from typing import Any, Final

_MODES_OFF: Final = (
    "\x1b[?2004l"  # bracketed paste
    "\x1b[?7h"  # lines wrap
    "\x1b[?2048l"  # resizes told in-band
    "\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[?1016l"  # mouse
    "\x1b[<u"  # kitty's keyboard flags, which belong to the alternate screen
)
PICTURE_OFF: Final = "\x1b[0m\x1b[?1049l\x1b[?25h"
"""Colours, alternate screen, cursor."""

_FOCUS_OFF: Final = "\x1b[?1004l"


class TerminalState:
    """Taken before anything was changed; where there is no terminal it does nothing."""

    def __init__(self) -> None:
        self._attributes: Any = None
        with suppress(ImportError, OSError, ValueError):
            import termios

            with suppress(termios.error):
                self._attributes = termios.tcgetattr(sys.__stdin__.fileno())  # type: ignore[union-attr]

    def restore(self, *, running: bool = True) -> None:
        """Put it back, past every buffer and thread; without `running` only a picture was painted."""
        text = f"{_MODES_OFF}{PICTURE_OFF}{_FOCUS_OFF}" if running else PICTURE_OFF
        with suppress(AttributeError, OSError, ValueError):
            if sys.__stdout__.isatty():  # type: ignore[union-attr]
                _write(sys.__stdout__.fileno(), text.encode())  # type: ignore[union-attr]
        if self._attributes is not None:
            import termios

            with suppress(AttributeError, OSError, ValueError, termios.error):
                descriptor = sys.__stdin__.fileno()  # type: ignore[union-attr]
                termios.tcsetattr(descriptor, termios.TCSANOW, self._attributes)

    def say(self, sentence: str) -> None:
        """Tell a sentence where errors are told, as far as it can be told at once."""
        with suppress(AttributeError, OSError, ValueError, UnicodeError):
            if sentence:
                said = f"hh-tui: {sentence}\n".encode(sys.__stderr__.encoding, "replace")  # type: ignore[union-attr]
                _write(sys.__stderr__.fileno(), said)  # type: ignore[union-attr]


def _write(descriptor: int, data: bytes) -> None:
    """Write as much as the terminal takes now: one that takes nothing must not keep the program up.

    The descriptor is the shell's as well, and blocks again afterwards.
    """
    os.set_blocking(descriptor, False)
    try:
        os.write(descriptor, data)
    finally:
        os.set_blocking(descriptor, True)
