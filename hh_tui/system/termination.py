"""How the running inbox is ended from outside: in order, or at once when asked again or when it hangs."""

import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TYPE_CHECKING, Any, Final, TextIO

from hh_tui.system.signals import ENDING, INTERRUPT, Terminated, exit_code, handled
from hh_tui.system.terminal_state import TerminalState

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop

TIMEOUT: Final = 10.0
"""Seconds in which an end in order has to be over: a disk or a terminal that hangs must not keep it up."""

HANG_UP: Final = int(getattr(signal, "SIGHUP", 1))


class Termination:
    """The handler of SIGTERM, SIGHUP and SIGINT while the inbox runs.

    Before `begin` a signal raises Terminated. After it the first one asks the program to end, in its own
    loop; the same one again puts the terminal back and ends the process, whatever the program is doing then.
    A closing terminal is told several times, by the kernel and by the shell: SIGHUP never ends it at once.
    """

    def __init__(self, state: TerminalState, leave: Callable[[int], Any] = os._exit) -> None:
        self.number: int | None = None
        self._state = state
        self._leave = leave
        self._loop: AbstractEventLoop | None = None
        self._end: Callable[[], None] | None = None
        self._limit: threading.Timer | None = None
        self._heard: set[int] = set()
        self._last_words = ""

    @property
    def code(self) -> int | None:
        """The exit code when a signal ended the program."""
        return None if self.number is None else exit_code(self.number)

    @contextmanager
    def listening(self) -> Iterator[None]:
        """Hear the signals; afterwards the terminal shows no picture of a program that did not begin."""
        try:
            with handled(self, (*ENDING, INTERRUPT)):
                yield
        except Terminated:
            self._state.restore(running=False)
            raise
        finally:
            if self._limit is not None:
                self._limit.cancel()
            self._loop = None

    def begin(self, loop: "AbstractEventLoop", end: Callable[[], None]) -> None:
        """The loop runs: `end` is called in it when the program has to end."""
        self._loop, self._end = loop, end

    def __call__(self, number: int, _: FrameType | None = None) -> None:
        """Hear a signal."""
        if self._loop is None:
            raise Terminated(number)
        if number in self._heard and number != HANG_UP:
            self.at_once()
        self._heard.add(number)
        if self.number is None:
            self._first(number)

    def hung_up(self) -> None:
        """The terminal is gone, told by a thread that could not write to it."""
        if self._loop is not None and self.number is None:
            self._first(HANG_UP)

    def at_once(self) -> None:
        """End the process; only the terminal is put back."""
        self._state.restore()
        self._leave(self.code or 1)

    def limit(self, last_words: str = "") -> None:
        """An end in order has begun; where it takes too long, these words are said, and the process ends."""
        self._last_words = last_words or self._last_words
        if self._limit is None:
            self._limit = threading.Timer(TIMEOUT, self._run_out)
            self._limit.daemon = True
            self._limit.start()

    def _run_out(self) -> None:
        self._state.restore()
        self._state.say(self._last_words)
        self._leave(self.code or 1)

    def _first(self, number: int) -> None:
        self.number = number
        self.limit()
        if self._loop is not None and self._end is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._end)


class Outlet:
    """A terminal to write to, as Textual's writer thread wants it, that may go away.

    The thread would die of the first error, and the program wait for ever for room in its queue. What can't
    be written is dropped instead, and `gone` is told once, in that thread.
    """

    def __init__(self, file: TextIO, gone: Callable[[], None]) -> None:
        self._file = file
        self._gone = gone
        self._lost = False

    def write(self, text: str) -> None:
        """Write, as far as there is something to write to."""
        self._try(lambda: self._file.write(text))

    def flush(self) -> None:
        """Flush, likewise."""
        self._try(self._file.flush)

    def fileno(self) -> int:
        """The descriptor of the terminal."""
        return self._file.fileno()

    def isatty(self) -> bool:
        """Whether it is still one."""
        return not self._lost and self._file.isatty()

    def _try(self, act: Callable[[], object]) -> None:
        if self._lost:
            return
        try:
            act()
        except (OSError, ValueError):
            self._lost = True
            self._gone()
