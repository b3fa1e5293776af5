"""The real program in a terminal of its own: a pseudo-terminal that a test types into and reads."""

import codecs
import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import termios
import time
from collections.abc import Mapping, Sequence
from typing import Self

PATIENCE = 60.0
"""Seconds a test waits for something to appear before it gives up; nothing is asserted about speed."""

CODES = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|[\]P][^\x07\x1b]*(?:\x07|\x1b\\)|.)")


class Terminal:
    """`with Terminal(["hh-tui"], env) as screen: screen.wait_for("…"); screen.type("q")`."""

    def __init__(
        self, command: Sequence[str], env: Mapping[str, str], columns: int = 120, rows: int = 36
    ) -> None:
        self._command = list(command)
        self._env = {"TERM": "xterm-256color", "PATH": os.environ["PATH"], **env}
        self._size = struct.pack("HHHH", rows, columns, 0, 0)
        self.raw = ""
        self._decoded = codecs.getincrementaldecoder("utf-8")("replace")
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
        self.raw += self._decoded.decode(data)
        return bool(data)

    def wait_for(self, text: str) -> None:
        """Until the text was written, since the last key."""
        end = time.monotonic() + PATIENCE
        while text not in CODES.sub("", self.raw[self._typed_at :]):
            assert time.monotonic() < end, f"{text!r} did not appear in:\n{self.text[-3000:]}"
            assert self._read(0.2), f"the program ended without {text!r}:\n{self.text[-3000:]}"

    def type(self, keys: str) -> None:
        """Press keys."""
        self._typed_at = len(self.raw)
        os.write(self._master, keys.encode())

    def wait(self) -> int:
        """Until the program ends; its exit code."""
        end = time.monotonic() + PATIENCE
        while self._process.poll() is None:
            assert time.monotonic() < end, f"the program does not end:\n{self.text[-3000:]}"
            self._read(0.1)
        while self._read(0.1) and select.select([self._master], [], [], 0)[0]:
            pass
        return self._process.returncode
