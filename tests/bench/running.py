"""A program in a terminal of its own, whose every byte has its moment."""

import codecs
import fcntl
import os
import pty
import select
import subprocess
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Self

from tests.bench.process import cpu_seconds, peak_mebibytes
from tests.glass import Glass
from tests.terminal import TIMEOUT, Terminal

COLUMNS, ROWS = 140, 40
ROOT = Path(__file__).parents[2]

FULL = COLUMNS * ROWS // 2
"""Cells written from which a frame is painted."""

_ASKED = b"\x1b[?2026$p"
_ANSWER = b"\x1b[?2026;2$y"
"""Whether frames may come in one piece: yes, as all newer terminals say."""


class Broken(Exception):
    """A program does not do what is measured: nothing can be said of its speed."""


class Program(Terminal):
    """`with Program(command, env) as program: program.until(lambda: "…" in program.text, "…")`.

    `folder` is where it runs, and the first place where it looks for modules.
    """

    def __init__(
        self,
        command: Sequence[str],
        env: Mapping[str, str] | None = None,
        columns: int = COLUMNS,
        rows: int = ROWS,
        folder: Path = ROOT,
    ) -> None:
        ours = {
            "COLORTERM": "truecolor",
            "LANG": "ru_RU.UTF-8",
            "TEXTUAL_ANIMATIONS": "none",
            "ESCDELAY": "50",
        }
        ours |= {"PYTHONPATH": str(folder), "TEXTUAL_ANIMATIONS": "none", "HOME": os.environ.get("HOME", "/")}
        super().__init__(command, {**ours, **(env or {})}, columns, rows)
        self._folder = folder
        self.glass = Glass(columns, rows)
        self.pieces: list[tuple[float, bytes]] = []
        self._unseen: list[bytes] = []
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self.began = 0.0

    def __enter__(self) -> Self:
        """Start it, with the terminal as its controlling one: aerc opens /dev/tty."""
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, self._size)
        self.began = time.perf_counter()
        self._process = subprocess.Popen(
            self._command,
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=self._env,
            cwd=self._folder,
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
        )
        os.close(slave)
        return self

    @property
    def pid(self) -> int:
        """Its process."""
        return self._process.pid

    @property
    def cpu(self) -> float:
        """Seconds of a core used so far."""
        return cpu_seconds(self.pid)

    @property
    def peak(self) -> float:
        """The most memory so far, in MiB."""
        return peak_mebibytes(self.pid)

    @property
    def lines(self) -> list[str]:
        """The screen."""
        self._show(b"".join(self._unseen))
        self._unseen.clear()
        return self.glass.lines

    def _show(self, data: bytes) -> None:
        self.glass.show(self._decoder.decode(data))

    @property
    def text(self) -> str:
        """The screen in one piece."""
        return "\n".join(self.lines)

    def _read(self, seconds: float) -> bool:
        """Take in what was written, with its moment; False once the program has ended."""
        if not select.select([self._master], [], [], max(0.0, seconds))[0]:
            return True
        try:
            data = os.read(self._master, 65536)
        except OSError:
            return False
        self.pieces.append((time.perf_counter(), data))
        self._unseen.append(data)
        if _ASKED in data:
            os.write(self._master, _ANSWER)
        return bool(data)

    def look(self, seconds: float) -> None:
        """Take in what is written within so many seconds at most. Raises Broken when the program ended."""
        if not self._read(seconds):
            raise Broken(f"a program ended by itself:\n{self.text}")

    def until(self, done: Callable[[], object], what: str, patience: float = TIMEOUT) -> None:
        """Look until something holds. Raises Broken when that never comes."""
        end = time.perf_counter() + patience
        while not done():
            if time.perf_counter() > end:
                raise Broken(f"{what} never came:\n{self.text}")
            self.look(0.02)

    @property
    def written(self) -> bytes:
        """Everything since the last rest or key, control sequences included."""
        return b"".join(data for _, data in self.pieces)
