"""Lines in and lines out: nothing is ever painted over, and no escape sequence is written."""

import asyncio
import codecs
import os
import sys
import threading
from typing import Protocol

from hh_tui.i18n.text import clean

PORTION = 65_536


class LineTerminal(Protocol):
    """Where the inbox is read and answered."""

    def say(self, *lines: str) -> None:
        """Tell these, a line each."""

    async def ask(self, prompt: str) -> str | None:
        """The next line that is typed; None at the end of the input."""
        ...


class StandardTerminal:
    """Standard input and output.

    A thread reads the descriptor itself: one that waits inside Python's own buffer would keep the interpreter
    from ending. What is no text in the encoding is replaced.
    """

    def __init__(self) -> None:
        self._lines: asyncio.Queue[str | None] = asyncio.Queue()
        self._ended = False
        self._reader: threading.Thread | None = None

    def say(self, *lines: str) -> None:
        """Write the lines; what the encoding does not have was replaced by then."""
        for line in lines:
            sys.stdout.write(f"{line}\n")
        sys.stdout.flush()

    async def ask(self, prompt: str) -> str | None:
        """Write the prompt and wait for a line."""
        sys.stdout.write(prompt)
        sys.stdout.flush()
        if self._ended:
            return None
        if self._reader is None:
            loop, encoding = asyncio.get_running_loop(), sys.stdin.encoding or "utf-8"
            self._reader = threading.Thread(
                target=self._read, args=(sys.stdin.fileno(), encoding, loop), name="lines", daemon=True
            )
            self._reader.start()
        line = await self._lines.get()
        self._ended = line is None
        if line is None or not sys.stdin.isatty():
            # Nobody has typed a line end: what is said next would stand behind the prompt.
            sys.stdout.write("\n")
        return line

    def _read(self, descriptor: int, encoding: str, loop: asyncio.AbstractEventLoop) -> None:
        decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
        begun = ""

        def hand_over(line: str | None) -> bool:
            try:
                loop.call_soon_threadsafe(self._lines.put_nowait, line)
            except RuntimeError:  # the program has ended meanwhile
                return False
            return True

        while True:
            try:
                portion = os.read(descriptor, PORTION)
            except OSError:
                portion = b""
            *whole, begun = (begun + decoder.decode(portion, final=not portion)).split("\n")
            if not portion and begun:
                whole.append(begun)
            if not all(hand_over(clean(line.rstrip("\r"))) for line in whole):
                return
            if not portion:
                hand_over(None)
                return
