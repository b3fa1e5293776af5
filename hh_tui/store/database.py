"""One SQLite file of ours: made for nobody else, brought up to date, and checked."""

import errno
import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Final, Literal

from hh_tui.errors import UnusableFile
from hh_tui.files.private_files import check_private, open_private, private_folder

BESIDE: Final = ("-wal", "-shm")
"""Endings of the files that SQLite keeps beside a database."""

TIMEOUT: Final = 5.0
"""Seconds to wait for a reader or writer of the same file."""

CACHE: Final = 256
"""KiB of a file that are kept in memory. SQLite's own two megabytes are soon full of pages that were written
once, and are read again, if at all, with the next start."""

Synchronous = Literal["FULL", "NORMAL"]


TROUBLE: Final = (sqlite3.Error, UnicodeDecodeError)
"""What a call of SQLite raises; Python can't read the message about a schema that holds broken letters."""


class Newer(Exception):
    """Raised for a file of a later version of the program."""


class Damaged(Exception):
    """Raised for a file that SQLite can't read, or that contradicts itself."""


_DAMAGE: Final = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT})

_MISFIT: Final = frozenset(
    {sqlite3.SQLITE_ERROR, sqlite3.SQLITE_SCHEMA, sqlite3.SQLITE_CONSTRAINT, sqlite3.SQLITE_MISMATCH}
)
"""What a right statement ends in where the tables are not those that it was written for."""


_PASSING: Final = frozenset(
    {
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_NOMEM,
    }
)


def is_passing(error: Exception) -> bool:
    """Whether it says nothing of the file: there was no room, or somebody else had it."""
    return isinstance(error, sqlite3.Error) and getattr(error, "sqlite_errorcode", 0) & 0xFF in _PASSING


def is_damage(error: BaseException | None, *, misfit: bool = False) -> bool:
    """Whether the file is broken, and not merely busy or out of room; with `misfit` also its tables."""
    if isinstance(error, UnicodeDecodeError):
        return True
    # An extended code keeps the plain one in its lowest byte.
    codes = _DAMAGE | _MISFIT if misfit else _DAMAGE
    return isinstance(error, sqlite3.Error) and getattr(error, "sqlite_errorcode", 0) & 0xFF in codes


def is_of(connection: sqlite3.Connection, schema: Sequence[str]) -> bool:
    """Whether tables, views and triggers are those of this version, to the letter. Raises one of TROUBLE."""
    query = "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name"
    with closing(in_memory(schema)) as model:
        return connection.execute(query).fetchall() == model.execute(query).fetchall()


def in_memory(schema: Sequence[str]) -> sqlite3.Connection:
    """A database that leaves nothing behind."""
    connection = _connected(":memory:")
    _migrate(connection, schema)
    return connection


def writable(path: Path, schema: Sequence[str], synchronous: Synchronous) -> sqlite3.Connection:
    """The database at `path`, made if need be, with the tables of this version.

    Raises Newer, Damaged, UnsafeFile, UnusableFile, and one of TROUBLE for anything else.
    """
    guard(path)
    if not (path.exists() and path.stat().st_size) and _has_log(path):
        raise Damaged(path.name)  # SQLite would take it for a new one, and throw the log away
    if not path.exists():
        os.close(open_private(path, os.O_RDWR | os.O_CREAT))
    for one in (path, path.parent):
        # SQLite would open it for reading, and leave files behind that nobody can write.
        if not os.access(one, os.W_OK):
            raise UnusableFile(path=str(one), why=os.strerror(errno.EACCES))
    connection = _connected(str(path))
    try:
        if _version(connection) > len(schema):
            raise Newer(path.name)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute(f"PRAGMA synchronous = {synchronous}")
        connection.execute("PRAGMA fullfsync = ON")
        connection.execute(f"PRAGMA cache_size = -{CACHE}")
        _migrate(connection, schema)
        with transaction(connection):
            # Says at once when nothing can be written: an empty transaction would not.
            connection.execute(f"PRAGMA user_version = {len(schema)}")
    except TROUBLE as error:
        connection.close()
        if is_damage(error):
            raise Damaged(path.name) from error
        raise
    except BaseException:
        connection.close()
        raise
    return connection


def readable(path: Path, schema: Sequence[str], *, beside: bool = False) -> sqlite3.Connection:
    """The database at `path` for reading only, while another process may write it.

    `beside` tells that another process has it, or will have it in a moment, whatever the files say.

    Raises FileNotFoundError, Newer (for any other version: only a writer brings a file up to date),
    UnsafeFile, UnusableFile, and one of TROUBLE.
    """
    if not path.exists():
        raise FileNotFoundError(path)
    guard(path)
    # What is immutable is read without locks, and nothing is left beside it; in a folder that takes no file
    # there is no other way. But what is written meanwhile is not seen, and pages of two moments are mixed.
    alone = not _is_open(path) and not (beside and os.access(path.parent, os.W_OK))
    connection = _connected(f"{path.absolute().as_uri()}?mode=ro{'&immutable=1' if alone else ''}")
    try:
        if _version(connection) != len(schema):
            raise Newer(path.name)
    except BaseException:
        connection.close()
        raise
    return connection


def guard(path: Path) -> None:
    """Refuse a folder or a file that others could read or change. Raises UnsafeFile or UnusableFile."""
    private_folder(path.parent)
    for one in with_its_own(path):
        check_private(one)


def _is_open(path: Path) -> bool:
    """Whether somebody may have it open: their log may be empty, but their index stands beside it.

    The last one takes it away who could write; where the last one only read, it stays.
    """
    return path.with_name(path.name + BESIDE[1]).exists() or _has_log(path)


def _has_log(path: Path) -> bool:
    log = path.with_name(path.name + BESIDE[0])
    return log.exists() and log.stat().st_size > 0


def with_its_own(path: Path) -> tuple[Path, ...]:
    """The paths of the file and of those that SQLite keeps beside it, there or not."""
    return (path, *(path.with_name(path.name + ending) for ending in BESIDE))


def check(connection: sqlite3.Connection) -> None:
    """Look at every page. Raises Damaged, and one of TROUBLE for what passes."""
    try:
        with closing(connection.execute("PRAGMA integrity_check(1)")) as found:
            said = found.fetchone()[0]
        with closing(connection.execute("PRAGMA foreign_key_check")) as found:
            orphan = found.fetchone()
    except TROUBLE as error:
        if is_passing(error):
            raise
        raise Damaged(str(error)) from error
    if said != "ok" or orphan is not None:
        raise Damaged(str(said))


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """All or nothing; what was written is on the disk when this ends."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield connection
        connection.execute("COMMIT")
    except BaseException:
        with suppress(sqlite3.Error):  # SQLite has gone back by itself where the disk was full
            connection.execute("ROLLBACK")
        raise


def _connected(address: str) -> sqlite3.Connection:
    connection = sqlite3.connect(
        address,
        timeout=TIMEOUT,
        isolation_level=None,
        check_same_thread=False,
        uri=address.startswith("file:"),
    )
    connection.text_factory = _lenient
    for pragma in ("foreign_keys", "secure_delete", "recursive_triggers"):
        connection.execute(f"PRAGMA {pragma} = ON")
    return connection


def _lenient(text: bytes) -> str:
    """One broken byte must not make a whole table unreadable."""
    return text.decode("utf-8", "replace")


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _migrate(connection: sqlite3.Connection, schema: Sequence[str]) -> None:
    """Run the scripts that the file has not seen, each with its number in one transaction."""
    for number in range(_version(connection) + 1, len(schema) + 1):
        script = schema[number - 1]
        try:
            connection.executescript(f"BEGIN IMMEDIATE; {script}; PRAGMA user_version = {number}; COMMIT;")
        except sqlite3.Error:
            with suppress(sqlite3.Error):
                connection.execute("ROLLBACK")
            raise
