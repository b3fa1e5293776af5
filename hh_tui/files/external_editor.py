"""A text in the person's own editor: `$VISUAL`, else `$EDITOR`."""

import codecs
import contextlib
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from msgspec import Struct

from hh_tui.errors import EditorFailed, FileError, NoEditor
from hh_tui.files.private_files import private_folder
from hh_tui.i18n.text import clean, one_line
from hh_tui.system.child_environment import child_environment
from hh_tui.system.signals import passed_on

BYTES: Final = 2**20
"""What comes back is a letter, not a book."""

_NAME: Final = "letter.txt"
_MIXED: Final = re.compile("[A-Za-z][А-яЁё]|[А-яЁё][A-Za-z]")
_RUSSIAN: Final = frozenset("абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ«»—–№…")


def editor_command(environment: Mapping[str, str] = os.environ) -> list[str]:
    """The editor with its arguments, as a shell would split them. Raises NoEditor or EditorFailed."""
    wish = next((value for name in ("VISUAL", "EDITOR") if (value := environment.get(name, "").strip())), "")
    if not wish:
        raise NoEditor()
    try:
        return shlex.split(wish, posix=os.name == "posix")
    except ValueError as error:
        raise EditorFailed(command=one_line(wish), why="quotes") from error


class Edited(Struct, frozen=True):
    """A text as the editor left it. `odd` says what was odd about it: a stem of the catalogue, or nothing."""

    text: str
    odd: str = ""
    exit_code: int = 0


def edited(text: str, command: list[str], keep: Path) -> Edited:
    """The text as the editor left it; blocks until the editor has ended. The terminal is the editor's.

    The text lies in a file that is ours alone, in a folder that is ours alone; both are gone afterwards, with
    whatever the editor left beside it. A changed text is taken however the editor ended, and read as
    windows-1251 where it is no UTF-8. What can't be read as a letter stays as a file in the folder `keep`;
    where that takes nothing, it stays where it lies.
    Raises EditorFailed where no text came back, with the file that was kept as `path`.
    """
    name, stays = one_line(command[0]), False
    try:
        folder = Path(tempfile.mkdtemp(prefix="hh-tui-"))
    except OSError as error:
        raise EditorFailed(command=name, why=error.strerror or "?") from error
    try:
        path = folder / _NAME
        begun = f"{text}\n".encode()
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(begun)
        with _as_before(), _deaf_to_interrupts():
            code = _run([*command, str(path)])
        return _left(path, begun, name, code, keep)
    except EditorFailed as error:
        stays = error.values.get("path") == str(path)
        raise
    except OSError as error:
        raise EditorFailed(command=name, why=error.strerror or "?") from error
    finally:
        if not stays:
            shutil.rmtree(folder, ignore_errors=True)


def _run(command: list[str]) -> int:
    """The editor's exit code, negative for the signal that ended it. Raises OSError where it can't start."""
    with (
        passed_on() as started,
        subprocess.Popen(command, env=child_environment()) as process,  # noqa: S603
    ):
        started(process.send_signal)
        return process.wait()


def _left(path: Path, begun: bytes, name: str, code: int, keep: Path) -> Edited:
    """What stands in the file now. Raises EditorFailed, and OSError where there is no file to read."""
    try:
        with path.open("rb") as file:
            content = file.read(BYTES + 1)
    except OSError as error:
        if path.is_file():
            raise EditorFailed(command=name, why=error.strerror or "?", path=str(path)) from error
        if code:
            raise EditorFailed(command=name, why=_ending(code), exit_code=abs(code)) from None
        raise
    if code and content in (begun, b""):
        raise EditorFailed(command=name, why=_ending(code), exit_code=abs(code))
    if len(content) > BYTES:
        raise EditorFailed(command=name, why="size", path=_kept(path, keep))
    found, encoding = _decoded(content)
    if found is None:
        raise EditorFailed(command=name, why="text", path=_kept(path, keep))
    return Edited(clean(found).rstrip(), encoding or (_ending(code) if code else ""), abs(code))


def _ending(code: int) -> str:
    return "signal" if code < 0 else "code"


def _decoded(content: bytes) -> tuple[str | None, str]:
    """The text, and the stem for an encoding that was guessed; None where it is no text.

    Windows-1251 gives a letter to almost every byte: it counts only where what comes out is mostly Russian,
    in words that are not half Latin.
    """
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        with contextlib.suppress(UnicodeDecodeError):
            return content.decode("utf-16"), ""
    if b"\0" in content:
        return None, ""
    with contextlib.suppress(UnicodeDecodeError):
        return content.decode("utf-8-sig"), ""
    with contextlib.suppress(UnicodeDecodeError):
        text = content.decode("cp1251")
        foreign = [letter for letter in text if not letter.isascii()]
        russian = sum(letter in _RUSSIAN for letter in foreign)
        capitals = sum(letter.isupper() for letter in foreign)
        mostly = russian * 10 >= len(foreign) * 9 and capitals * 2 <= len(foreign)
        if mostly and not _MIXED.search(text):
            return text, "cp1251"
    return None, ""


def _kept(path: Path, keep: Path) -> str:
    """Where the file stands from now on, the very `path` where it can't be copied: its letters are theirs."""
    copy = None
    try:
        descriptor, copy = tempfile.mkstemp(dir=private_folder(keep), prefix="letter-", suffix=".txt")
        with os.fdopen(descriptor, "wb") as kept, path.open("rb") as file:
            shutil.copyfileobj(file, kept)
    except (OSError, FileError):
        with contextlib.suppress(OSError):
            if copy is not None:
                Path(copy).unlink()
        return str(path)
    return copy


@contextmanager
def _as_before() -> Iterator[None]:
    """An editor that was killed leaves the terminal raw, without echo: its settings are put back."""
    try:
        import termios
    except ImportError:  # Windows: a console program's modes end with it
        yield
        return
    try:
        descriptor = sys.stdin.fileno()
        before = termios.tcgetattr(descriptor)
    except (OSError, ValueError, termios.error):  # no terminal
        yield
        return
    try:
        yield
    finally:
        with contextlib.suppress(termios.error):
            termios.tcsetattr(descriptor, termios.TCSADRAIN, before)


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
