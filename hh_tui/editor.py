"""A text in the person's own editor: `$VISUAL`, else `$EDITOR`."""

import os
import shlex
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from hh_tui.errors import EditorFailed, NoEditor
from hh_tui.signals import passed_on
from hh_tui.text import clean, one_line

BYTES: Final = 2**20
"""What comes back is a letter, not a book."""

_NAME: Final = "letter.txt"


def editor_command(environment: Mapping[str, str] = os.environ) -> list[str]:
    """The editor with its arguments, as a shell would split them. Raises NoEditor or EditorFailed."""
    wish = next((value for name in ("VISUAL", "EDITOR") if (value := environment.get(name, "").strip())), "")
    if not wish:
        raise NoEditor()
    try:
        return shlex.split(wish, posix=os.name == "posix")
    except ValueError as error:
        raise EditorFailed(command=one_line(wish), why="quotes") from error


def edited(text: str, command: list[str]) -> str:
    """The text as the editor left it; blocks until the editor has ended. The terminal is the editor's.

    The text lies in a file that is ours alone, in a folder that is ours alone; both are gone afterwards, with
    whatever the editor left beside it. Raises EditorFailed, and then nothing has changed.
    """
    name = one_line(command[0])
    try:
        folder = Path(tempfile.mkdtemp(prefix="hh-tui-"))
    except OSError as error:
        raise EditorFailed(command=name, why=error.strerror or "?") from error
    try:
        path = folder / _NAME
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(f"{text}\n".encode())
        with (
            _deaf_to_interrupts(),
            subprocess.Popen([*command, str(path)]) as process,  # noqa: S603
            passed_on(process.send_signal),
        ):
            code = process.wait()
        if code:
            raise EditorFailed(command=name, why="code", exit_code=code)
        return _read(path, name)
    except OSError as error:
        raise EditorFailed(command=name, why=error.strerror or "?") from error
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _read(path: Path, name: str) -> str:
    with path.open("rb") as file:
        content = file.read(BYTES + 1)
    if len(content) > BYTES:
        raise EditorFailed(command=name, why="size")
    try:
        return clean(content.decode("utf-8-sig")).rstrip()
    except UnicodeDecodeError as error:
        raise EditorFailed(command=name, why="text") from error


@contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    """Ctrl+C is for the editor, which shares the terminal; the program goes on waiting for it."""
    before = signal.getsignal(signal.SIGINT)
    try:
        signal.signal(signal.SIGINT, lambda *_: None)
    except ValueError:  # not the main thread: then the signal is not ours either
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
