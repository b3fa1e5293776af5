"""Files that nobody else may read: 0600 in folders of 0700, never through a link, written whole.

Windows has neither modes nor owners of this kind; there the user's own folder is what protects them.
"""

import contextlib
import os
import stat
import tempfile
from pathlib import Path
from typing import Final

from hh_tui.errors import UnsafeFile, UnusableFile

FILE: Final = 0o600
FOLDER: Final = 0o700
OTHERS: Final = 0o077

_NO_LINK: Final = getattr(os, "O_NOFOLLOW", 0)
_MODES: Final = os.name == "posix"


def private_folder(path: Path) -> Path:
    """The folder, made if need be, closed to others. Raises UnsafeFile or UnusableFile."""
    try:
        for ancestor in (*reversed(path.parents), path):
            if not ancestor.exists():
                with contextlib.suppress(FileExistsError):
                    ancestor.mkdir(mode=FOLDER)
        found = path.lstat()
        _check(path, found, folder=True)
        if _MODES and stat.S_IMODE(found.st_mode) & OTHERS:
            path.chmod(FOLDER)
    except OSError as error:
        raise UnusableFile(path=str(path), why=error.strerror or "?") from error
    return path


def open_private(path: Path, flags: int) -> int:
    """A descriptor of a file that is ours alone; made 0600 whatever the umask is.

    Raises UnsafeFile for a link, a foreign owner or a file that is open to others, FileNotFoundError, and
    UnusableFile for any other trouble.
    """
    try:
        _refuse_what_is_no_file(path)
        made = bool(flags & os.O_CREAT) and not path.exists()
        descriptor = os.open(path, flags | _NO_LINK | getattr(os, "O_BINARY", 0), FILE)
    except FileNotFoundError:
        raise
    except OSError as error:
        raise UnusableFile(path=str(path), why=error.strerror or "?") from error
    try:
        if made and _MODES:
            os.fchmod(descriptor, FILE)
        _check(path, os.fstat(descriptor), folder=False)
    except BaseException:
        os.close(descriptor)
        raise
    return descriptor


def check_private(path: Path) -> None:
    """Refuse a file that is not ours alone, without opening it; there may be none.

    Raises UnsafeFile or UnusableFile.
    """
    try:
        found = path.lstat()
    except FileNotFoundError:
        return
    except OSError as error:
        raise UnusableFile(path=str(path), why=error.strerror or "?") from error
    _check(path, found, folder=False)


def read_private(path: Path, most: int | None = None) -> bytes | None:
    """What is in the file, None when there is none. Raises UnsafeFile or UnusableFile.

    One of more than `most` bytes is none of ours: UnsafeFile.
    """
    try:
        descriptor = open_private(path, os.O_RDONLY)
    except FileNotFoundError:
        return None
    try:
        with os.fdopen(descriptor, "rb") as file:
            content = file.read() if most is None else file.read(most + 1)
    except OSError as error:
        raise UnusableFile(path=str(path), why=error.strerror or "?") from error
    if most is not None and len(content) > most:
        raise UnsafeFile(path=str(path), why="size")
    return content


def write_private(path: Path, content: bytes) -> None:
    """Put a file in the place of the old one; it is on the disk when this returns.

    Raises UnsafeFile or UnusableFile.
    """
    folder = private_folder(path.parent)
    try:
        descriptor, name = tempfile.mkstemp(dir=folder, prefix=f".{path.name}.")
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
        _settle(folder)
    except OSError as error:
        raise UnusableFile(path=str(path), why=error.strerror or "?") from error


def remove_private(path: Path) -> None:
    """Delete a file, if there is one. Raises UnusableFile."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise UnusableFile(path=str(path), why=error.strerror or "?") from error


def rename_private(path: Path, to: Path) -> None:
    """Give a file another name in its folder, for good. Raises UnusableFile."""
    try:
        path.replace(to)
        _settle(to.parent)
    except OSError as error:
        raise UnusableFile(path=str(path), why=error.strerror or "?") from error


def _settle(folder: Path) -> None:
    """A rename is on the disk only when its folder is; Windows can't open one."""
    if not _MODES:
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _refuse_what_is_no_file(path: Path) -> None:
    """Opening a pipe would wait for its other end, and a folder opens like a file."""
    try:
        kind = path.lstat().st_mode
    except FileNotFoundError:
        return
    if stat.S_ISLNK(kind) or not stat.S_ISREG(kind):
        raise UnsafeFile(path=str(path), why="symlink" if stat.S_ISLNK(kind) else "file")


def _check(path: Path, found: os.stat_result, *, folder: bool) -> None:
    if stat.S_ISLNK(found.st_mode):
        raise UnsafeFile(path=str(path), why="symlink")
    if folder and not stat.S_ISDIR(found.st_mode):
        raise UnsafeFile(path=str(path), why="folder")
    if not _MODES:
        return
    if found.st_uid != os.geteuid():
        raise UnsafeFile(path=str(path), why="owner")
    if not folder and stat.S_IMODE(found.st_mode) & OTHERS:
        raise UnsafeFile(path=str(path), why="open")
