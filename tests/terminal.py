"""The real program in a terminal of its own: a pseudo-terminal that a test types into and reads."""

import codecs
import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Mapping, Sequence
from typing import Self

from tests.glass import Glass

TIMEOUT = 60.0
"""Seconds a test waits for something to appear before it gives up; nothing is asserted about speed."""

CODES = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|[\]P][^\x07\x1b]*(?:\x07|\x1b\\)|.)")


class Terminal:
    """`with Terminal(["hh-tui"], env) as screen: screen.wait_for("…"); screen.type("q")`."""

    def __init__(
        self,
        command: Sequence[str],
        env: Mapping[str, str],
        columns: int = 120,
        rows: int = 36,
        encoding: str = "utf-8",
    ) -> None:
        self._command = list(command)
        self._env = {"TERM": "xterm-256color", "PATH": os.environ["PATH"], **env}
        self._size = struct.pack("HHHH", rows, columns, 0, 0)
        self.raw = ""
        self._glass = Glass(columns, rows)
        self._stood: list[str] = []
        self._decoded = codecs.getincrementaldecoder(encoding)("replace")
        self._typed_at = 0

    def __enter__(self) -> Self:
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, self._size)
        self._process = subprocess.Popen(
            self._command, stdin=slave, stdout=slave, stderr=slave, env=self._env, start_new_session=True
        )
        os.close(slave)
        return self

    def __exit__(self, *_: object) -> None:
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()
        os.close(self._master)

    @property
    def text(self) -> str:
        """Everything written so far, without control sequences."""
        return CODES.sub("", self.raw)

    def _read(self, seconds: float) -> bool:
        if not select.select([self._master], [], [], seconds)[0]:
            return True
        try:
            data = os.read(self._master, 65536)
        except OSError:
            return False
        # A letter may be cut in two by the end of what was read.
        text = self._decoded.decode(data)
        self.raw += text
        self._glass.show(text)
        return bool(data)

    @property
    def lines(self) -> list[str]:
        """The lines of the screen as they stand."""
        return self._glass.lines

    def wait_for(self, text: str) -> None:
        """Until the text stands on the screen; one that stood there before must outlast the last key."""
        end = time.monotonic() + TIMEOUT
        quiet = not any(text in line for line in self._stood)
        while not (text in CODES.sub("", self.raw[self._typed_at :]) or (quiet and self._shows(text))):
            assert time.monotonic() < end, f"{text!r} did not appear in:\n{self._screen()}"
            written = len(self.raw)
            assert self._read(0.5), f"the program ended without {text!r}:\n{self._screen()}"
            quiet = quiet or self._typed_at < written == len(self.raw)

    def settle(self, seconds: float = 0.4) -> None:
        """Until nothing was written for this long."""
        before = -1
        while before != len(self.raw):
            before = len(self.raw)
            self._read(seconds)

    def _shows(self, text: str) -> bool:
        return any(text in line for line in self.lines)

    def _screen(self) -> str:
        return "\n".join([*self.lines, self.text[-1000:]])

    def type(self, keys: str) -> None:
        """Press keys."""
        self.send(keys.encode())

    def send(self, data: bytes) -> None:
        """What a terminal sends for keys, or by itself."""
        self._typed_at = len(self.raw)
        self._stood = self.lines
        os.write(self._master, data)

    def kill(self, number: int = signal.SIGKILL) -> None:
        """End the program, by force unless told otherwise."""
        os.kill(self._process.pid, number)

    def wait(self) -> int:
        """Until the program ends; its exit code."""
        end = time.monotonic() + TIMEOUT
        while self._process.poll() is None:
            assert time.monotonic() < end, f"the program does not end:\n{self.text[-3000:]}"
            self._read(0.1)
        while self._read(0.1) and select.select([self._master], [], [], 0)[0]:
            pass
        return self._process.returncode
