"""Lines in and lines out: nothing is ever painted over, and no escape sequence is written."""

import asyncio
import codecs
import os
import re
import select
import sys
import threading
from contextlib import suppress
from typing import Final, Protocol

from msgspec import Struct

from hh_tui.i18n import Catalogue
from hh_tui.i18n.text import clean

PORTION = 65_536

ESCAPE: Final = "\x1b"
"""The line of somebody who pressed Esc, then Enter."""

INDENT: Final = "    "

LONGEST: Final = 4096 if sys.platform == "linux" else 1024
"""Bytes of a typed line, with its end, that a terminal hands over; it drops what stands behind them."""

TOGETHER: Final = 0.03
"""Seconds within which the next line comes where several are pasted; nobody types one as fast."""

_KEYS: Final = re.compile("\x1b(?:O[ -~]|\\[\\[[A-E])")
"""What function keys send beside the sequences that `clean` knows."""


_LINES: Final = re.compile(r"\n(?=[^\n])")
"""Where a line begins that is not blank."""


class LineTerminal(Protocol):
    """Where the inbox is read and answered."""

    def say(self, *lines: str) -> None:
        """Tell these, a line each."""

    async def ask(self, prompt: str, *, is_text: bool = False) -> str | None:
        """The next line that is typed; None at the end of the input, `ESCAPE` for that key.

        A text may have many lines, and blank ones; any other answer is one line, which was typed.
        """
        ...


class _Line(Struct, frozen=True):
    """A line as it came. `is_pasted` where it came together with others, `goes_on` where more follow."""

    raw: str
    is_pasted: bool = False
    goes_on: bool = False
    is_cut: bool = False

    @property
    def text(self) -> str:
        return clean(_KEYS.sub("", self.raw))


class StandardTerminal:
    """Standard input and output.

    A thread reads the descriptor itself: one that waits inside Python's own buffer would keep the interpreter
    from ending. What is no text in the encoding is replaced. On a terminal several lines that come at once
    were pasted: they answer nothing but the question for a text. On a pipe every line was meant.
    """

    def __init__(self, tr: Catalogue) -> None:
        self._tr = tr
        self._lines: asyncio.Queue[_Line | None] = asyncio.Queue()
        self._ended = False
        self._reader: threading.Thread | None = None

    def say(self, *lines: str) -> None:
        """Write the lines; what the encoding does not have was replaced by then."""
        self._write("".join(f"{indented(line)}\n" for line in lines))

    async def ask(self, prompt: str, *, is_text: bool = False) -> str | None:
        """Write the prompt and wait for a line.

        What the terminal cut off is told; in a text a slot stands in its place, which keeps it from going.
        """
        self._write(prompt)
        while (line := await self._next()) is not None:
            text = line.text
            if line.is_cut and is_text:
                self.say(self._tr("plain.cut", n=LONGEST - 1))
                return f"{text} {{{{{self._tr('plain.cut.slot')}}}}}"
            if line.is_cut or (line.is_pasted and not is_text):
                await self._refuse(line)
                self._write(prompt)
            elif text.strip() or not _is_of_keys(line.raw):
                return text
            elif not line.raw.strip().strip(ESCAPE):
                return ESCAPE
            else:
                self._write(prompt)
        return None

    def _write(self, text: str) -> None:
        """Where nobody listens any more, the input has ended, and what is said goes nowhere."""
        try:
            sys.stdout.write(text)
            sys.stdout.flush()
        except OSError:
            self._ended = True
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, sys.stdout.fileno())
            os.close(nowhere)

    async def _refuse(self, line: _Line) -> None:
        """Take nothing of what came with this line, and say so."""
        pasted, is_cut, last = 1, line.is_cut, line
        while last.goes_on and (following := await self._next()) is not None:
            pasted, is_cut, last = pasted + 1, is_cut or following.is_cut, following
        _forget_unread()
        said = self._tr("plain.cut", n=LONGEST - 1) if is_cut else self._tr("plain.pasted", n=pasted)
        self.say(said)

    async def _next(self) -> _Line | None:
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
            self._write("\n")
        return line

    def _read(self, descriptor: int, encoding: str, loop: asyncio.AbstractEventLoop) -> None:
        decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
        begun, is_terminal, went_on = "", os.isatty(descriptor), False

        def hand_over(line: _Line | None) -> bool:
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
            more = is_terminal and bool(portion) and _has_more(descriptor)
            for place, line in enumerate(whole, 1):
                goes_on = is_terminal and (more or place < len(whole))
                # A terminal hands over one line at a time, so the portion is as long as the line.
                is_cut = is_terminal and os.name == "posix" and len(portion) >= LONGEST
                if not hand_over(_Line(line.rstrip("\r"), went_on or goes_on, goes_on, is_cut)):
                    return
                went_on = goes_on
            if not portion:
                hand_over(None)
                return


def indented(text: str) -> str:
    """A text of several lines with all but the first set in: no letter can look like a prompt of ours."""
    return _LINES.sub(f"\n{INDENT}", text)


def _is_of_keys(raw: str) -> bool:
    """Whether something in it is no text but what a key sends."""
    return any(not one.isprintable() for one in raw)


def _has_more(descriptor: int) -> bool:
    """Whether another line comes at once; only where a terminal can be asked."""
    return os.name == "posix" and bool(select.select([descriptor], [], [], TOGETHER)[0])


def _forget_unread() -> None:
    """What was pasted behind the last line end would stand before the next line that is typed."""
    with suppress(ImportError, OSError, ValueError):
        import termios

        termios.tcflush(sys.stdin.fileno(), termios.TCIFLUSH)
