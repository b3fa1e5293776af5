"""Reads the terminal in a thread and hands its keys to the program."""

import os
import select
import sys
import time
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from textual import constants
from textual.app import App
from textual.drivers import linux_driver
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

from hh_tui.ui.terminal.messages import InputEnded
from hh_tui.ui.terminal.parser import InputParser
from hh_tui.ui.terminal.timeouts import SequenceTimeouts
from hh_tui.ui.textual_private import post_together, set_modes

_PIECE: Final = 64 * 1024
"""Bytes read at once."""

_LOOK: Final = 0.1
"""Seconds between two looks whether input is to end: while an editor has the terminal, or at the end."""

_HANGUP: Final = 1.0
"""Seconds in which a terminal that has gone is told by a signal, too, which then says how to leave."""


_KITTY_FLAGS: Final = (
    linux_driver.KITTY_DISAMBIGUATE_ESCAPE_CODES
    | linux_driver.KITTY_REPORT_ALL_KEYS
    | linux_driver.KITTY_REPORT_ASSOCIATED_TEXT
)


class TerminalDriver(LinuxDriver):
    """Textual's driver with the input of `InputParser`. It writes to stdout: stderr may lead to a file."""

    def __init__(
        self, app: App[Any], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._file = sys.__stdout__
        self._gathered: list[Message] | None = None
        """What was made of the bytes just read, while more is made of them."""

    def renew_modes(self) -> None:
        """Set the terminal's modes once more, on an empty screen: another program may have reset them."""
        self.write("\x1b[?1049h\x1b[0m\x1b[2J\x1b[?25l\x1b[?1004h")
        set_modes(self)
        if not constants.DISABLE_KITTY_KEY:
            # Flags are set, not pushed: leaving takes one set of them off.
            self.write(f"\x1b[={_KITTY_FLAGS};1u")

    def run_input_thread(self) -> None:
        """Read until input is to end. Raises OSError when the terminal has gone."""
        parser = InputParser(SequenceTimeouts.of(os.environ))
        while not self.exit_event.is_set():
            deadline, now = parser.deadline, time.monotonic()
            seconds = _LOOK if deadline is None else min(max(deadline - now, 0.0), _LOOK)
            if select.select([self.fileno], [], [], seconds)[0]:
                data = os.read(self.fileno, _PIECE)
                if not data:
                    raise EOFError
                messages = parser.feed(data, time.monotonic())
            else:
                messages = parser.expire(time.monotonic())
            self._hand_over(messages)

    def _hand_over(self, messages: Sequence[Message]) -> None:
        """All that came in one read at once: whoever handles the first of it sees what came with it.

        One by one the program might meet the first letters of a text, and take them for keys, before this
        thread has handed over the others that tell it for a text.
        """
        gathered = self._gathered = []
        try:
            for message in messages:
                self.process_message(message)
        finally:
            self._gathered = None
            if gathered:
                post_together(self, gathered)

    def send_message(self, message: Message) -> None:
        """To the program; what comes of bytes just read together with the rest of it."""
        if self._gathered is None:
            super().send_message(message)
        else:
            self._gathered.append(message)

    def _run_input_thread(self) -> None:
        """The thread's outermost call. Nobody else hears what ends it, so that every error is caught here."""
        try:
            self.run_input_thread()
        except BaseException as error:  # noqa: BLE001
            hung_up = isinstance(error, OSError | EOFError)
            if hung_up and self.exit_event.wait(_HANGUP):
                return
            frames = traceback.extract_tb(error.__traceback__)
            where = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "?"
            self.send_message(InputEnded(type(error).__name__, where, hung_up=hung_up))
