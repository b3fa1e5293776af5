"""The screen as it stood last time, painted while the modules of the program are imported.

A start takes a moment before there is a list; meanwhile a person is shown what they left, with the time it
is from. It is a picture: keys typed at it decide nothing, for the candidate in it may not be where the cursor
will be; those that only look are kept for the program. What is kept are people's names, so it lies among the
other kept files, readable by the owner alone, and goes with them.
"""

import json
import os
import re
import select
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from msgspec import Struct
from msgspec.structs import asdict

from hh_tui.errors import HHError
from hh_tui.files.private_files import read_private, remove_private, write_private

NAME: Final = "screen.json"
"""The file in the folder of what is kept."""

_BYTES: Final = 2**23
"""More than the largest screen takes with a colour for each of its cells."""

_UNREADABLE: Final = (ValueError, TypeError, KeyError, AttributeError, OverflowError, RecursionError)
"""What reading JSON that is not ours can end in."""

_ALTERNATE, _PRIMARY = "\x1b[?1049h", "\x1b[?1049l"
_HIDE_CURSOR, _SHOW_CURSOR = "\x1b[?25l", "\x1b[?25h"
_CLEAR, _PLAIN, _DIM = "\x1b[H\x1b[2J", "\x1b[0m", "\x1b[2m"

_COLOURS: Final = re.compile(r"\x1b\[[0-9;:]*m")

_MOST: Final = 256
"""Bytes typed at a picture that are kept: more than a hand types meanwhile."""

_HARMLESS: Final = re.compile(
    r"(?:\x1b\[[0-9;:]*m|[^\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff])*"
)
"""Text and its colours, and nothing that could move a terminal to anything else."""


class LastScreen(Struct, frozen=True):
    """The lines of a screen with their colours. `at` is when they stood there, in UTC.

    `terminal` tells of which kind it was: colours of one are not those of another.
    """

    columns: int
    terminal: str
    at: datetime
    lines: tuple[str, ...]


class Picture(Struct):
    """What is seen before the program stands there, and the bytes `typed` at a last screen."""

    last_screen: LastScreen | None = None
    typed: bytes = b""

    @property
    def lines(self) -> list[str]:
        """Its text, a string a line."""
        return [_COLOURS.sub("", line) for line in self.last_screen.lines] if self.last_screen else []


def terminal_kind() -> str:
    """What decides how colours are told to this terminal."""
    return "/".join(os.environ.get(name, "") for name in ("TERM", "COLORTERM", "NO_COLOR"))


def save(folder: Path, columns: int, lines: Sequence[str], at: datetime) -> None:
    """Keep the screen of now, unless there is more in it than text. Raises UnsafeFile or UnusableFile."""
    if not all(_HARMLESS.fullmatch(line) for line in lines):
        return
    last_screen = LastScreen(columns, terminal_kind(), at, tuple(lines))
    written = {**asdict(last_screen), "at": at.isoformat()}
    write_private(folder / NAME, json.dumps(written, ensure_ascii=False).encode())


def load(folder: Path, size: os.terminal_size, now: datetime, keep_days: int) -> LastScreen | None:
    """The screen of last time, if it fits this terminal and may still be kept; anything amiss counts as none.

    One that is too old is removed.
    """
    try:
        content = read_private(folder / NAME, _BYTES)
        if content is None:
            return None
        found = json.loads(content)
        at = datetime.fromisoformat(found["at"])
        last_screen = LastScreen(int(found["columns"]), str(found["terminal"]), at, tuple(found["lines"]))
        if abs(now - at) > timedelta(days=keep_days):
            remove_private(folder / NAME)
            return None
        fits = (
            last_screen.columns,
            len(last_screen.lines),
        ) == size and last_screen.terminal == terminal_kind()
        return last_screen if fits and all(_HARMLESS.fullmatch(line) for line in last_screen.lines) else None
    except (HHError, *_UNREADABLE):
        return None


def painted(last_screen: LastScreen | None, said: str, size: os.terminal_size) -> str:
    """What is written to the terminal: the old screen, with what is `said` in the place of its last line."""
    lines = last_screen.lines[:-1] if last_screen else ("",) * (size.lines - 1)
    last = f"{_PLAIN}{_DIM} {said[: size.columns - 2]}{_PLAIN}"
    rows = (f"\x1b[{number};1H{line}" for number, line in enumerate((*lines, last), start=1))
    return f"{_ALTERNATE}{_HIDE_CURSOR}{_CLEAR}{''.join(rows)}{_PLAIN}"


@contextmanager
def shown_while(look: Callable[[os.terminal_size], tuple[LastScreen | None, str]]) -> Iterator[Picture]:
    """Show the screen of last time while what stands inside gets the program ready.

    `look` finds it, with what is said below it. The program takes the screen over as it is; where getting
    ready fails the terminal is what it was. What was typed at it is in the picture afterwards.
    """
    picture = Picture()
    with _unechoed(picture):
        try:
            with suppress(OSError, ValueError):
                size = os.get_terminal_size(sys.stdout.fileno())
                picture.last_screen, said = look(size)
                _write(painted(picture.last_screen, said, size))
            yield picture
        except BaseException:
            _write(_SHOW_CURSOR + _PRIMARY)
            raise


def _write(text: str) -> None:
    with suppress(OSError, ValueError):
        sys.stdout.write(text)
        sys.stdout.flush()


@contextmanager
def _unechoed(picture: Picture) -> Iterator[None]:
    """Keys typed meanwhile are not painted into the picture; they are read by whoever has it."""
    try:
        import termios
    except ImportError:
        yield
        return
    try:
        descriptor = sys.stdin.fileno()
        before = termios.tcgetattr(descriptor)
    except (OSError, ValueError, termios.error):
        yield
        return
    changed = termios.tcgetattr(descriptor)
    changed[3] &= ~(termios.ECHO | termios.ICANON)
    termios.tcsetattr(descriptor, termios.TCSANOW, changed)
    try:
        yield
    finally:
        if picture.last_screen is not None:
            picture.typed = _typed(descriptor)
        termios.tcsetattr(descriptor, termios.TCSAFLUSH, before)


def _typed(descriptor: int) -> bytes:
    """What has come in and was not read."""
    typed = b""
    with suppress(OSError, ValueError):
        while len(typed) < _MOST and select.select([descriptor], [], [], 0)[0]:
            if not (read := os.read(descriptor, _MOST)):
                break
            typed += read
    return typed
