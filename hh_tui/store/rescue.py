"""A journal that can't be used as it is: what is precious in it goes into a fresh one, row by row.

The damaged file itself is only copied and renamed, never written. A crash in between loses nothing: the fresh
file is whole before the old one is touched, and its name says so.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from hh_tui.errors import SetAside, StoreNewer
from hh_tui.inbox.changes import Added, Change, DraftKept, Moved, Record, SheetKept
from hh_tui.inbox.outbox import Stage
from hh_tui.private import read_private, remove_private, rename_private, write_private
from hh_tui.store.database import BESIDE, with_its_own, writable
from hh_tui.store.journal import FINISHED, Journal, read_draft, read_record
from hh_tui.store.operations import UNREADABLE, values_from_json
from hh_tui.store.schema import JOURNAL

_HEADER: Final = 100
"""Bytes at the start of every SQLite file; ours are alike but for the number of pages."""
_PAGES: Final = slice(28, 32)
_PAGE: Final = 4096

_NEW: Final = ".new"
_READY: Final = ".ready"
_COPY: Final = ".copy"

Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Rescued:
    """What could be read: open writes, texts begun, what was opened, and marks."""

    records: tuple[Record, ...]
    texts: tuple[Change, ...]
    opened: tuple[tuple[str, datetime], ...]
    marks: tuple[Row, ...]

    @property
    def n(self) -> int:
        """How many writes, letters and forms."""
        return len(self.records) + len(self.texts)


def renewed(path: Path, at: datetime, kind: type[SetAside]) -> SetAside:
    """Set the journal at `path` aside and put a fresh one in its place; what to tell about it.

    Raises NotKept, UnsafeFile, UnusableFile and sqlite3.Error; the old file is as it was then.
    """
    new = path.with_name(path.name + _NEW)
    _remove(new)
    journal = Journal(writable(new, JOURNAL, "FULL"))
    try:
        journal.close()
        rescued = _rescued(path, new, trusted=kind is StoreNewer)
        journal = Journal(writable(new, JOURNAL, "FULL"))
        _take_over(rescued, journal, at)
    finally:
        journal.close()
    rename_private(new, path.with_name(path.name + _READY))
    word = "newer" if kind is StoreNewer else "damaged"
    aside = path.with_name(f"{path.name}.{word}-{at:%Y%m%dT%H%M%S}")
    finish(path, aside)
    return kind(path=str(aside), n=rescued.n)


def finish(path: Path, aside: Path) -> None:
    """Put a fresh journal that is ready into its place, if there is one."""
    ready = path.with_name(path.name + _READY)
    if not ready.exists():
        return
    for old, kept in zip(with_its_own(path), with_its_own(aside), strict=True):
        if old.exists():
            rename_private(old, kept)
    rename_private(ready, path)


def _rescued(path: Path, fresh: Path, *, trusted: bool) -> Rescued:
    """What a copy of the file gives; where its beginning is gone, with that of a fresh one."""
    content, model = read_private(path) or b"", read_private(fresh) or b""
    mended = model[:_HEADER] + content[_HEADER:] if len(content) > _HEADER else model
    pages = max(len(content), len(model)) // _PAGE
    mended = mended[: _PAGES.start] + pages.to_bytes(4, "big") + mended[_PAGES.stop :]
    copy = path.with_name(path.name + _COPY)
    found = Rescued((), (), (), ())
    try:
        for attempt in (content, mended):
            _remove(copy)
            write_private(copy, attempt)
            for ending in BESIDE[:1]:
                beside = read_private(path.with_name(path.name + ending))
                if attempt and beside is not None:
                    write_private(copy.with_name(copy.name + ending), beside)
            with suppress(sqlite3.Error), closing(sqlite3.connect(copy, isolation_level=None)) as connection:
                connection.text_factory = lambda text: text.decode("utf-8", "replace")
                found = _read(connection, trusted=trusted)
            if found.n:
                break
    finally:
        _remove(copy)
    return found


def _read(connection: sqlite3.Connection, *, trusted: bool) -> Rescued:
    trusted = trusted or _is_whole(connection, "outbox_stage")
    records: dict[str, Record] = {}
    for row in _rows(connection, "outbox", ("seq",), ("id", "operation")):
        with suppress(*UNREADABLE):
            record = _record(connection, *row, trusted=trusted)
            if record.stage not in FINISHED:
                records.setdefault(record.operation.id, record)
    texts: list[Change] = []
    for row in _rows(connection, "draft", ("negotiation_id",), ("negotiation_id", "text")):
        with suppress(*UNREADABLE):
            texts.append(DraftKept(row[0], read_draft(row[1])))
    place = ("negotiation_id", "action_id")
    for row in _rows(connection, "sheet", place, (*place, "typed")):
        with suppress(*UNREADABLE):
            texts.append(SheetKept(row[0], row[1], values_from_json(row[2])))
    opened: list[tuple[str, datetime]] = []
    for row in _rows(connection, "opened", ("negotiation_id",), ("negotiation_id", "at")):
        with suppress(*UNREADABLE):
            opened.append((row[0], datetime.fromisoformat(row[1])))
    marks = _rows(connection, "mark", ("kind", "negotiation_id"), ("negotiation_id", "kind", "value"))
    return Rescued(tuple(records.values()), tuple(texts), tuple(opened), tuple(marks))


def _record(connection: sqlite3.Connection, id_: str, operation: str, *, trusted: bool) -> Record:
    """A write at its last stage.

    One whose stages are in doubt may have been sent: it counts as being sent, which is settled by reading.
    """
    try:
        stages = connection.execute(
            "SELECT stage, at, error FROM outbox_stage WHERE outbox_id = ? ORDER BY n", (id_,)
        ).fetchall()
        tried = [at for stage, at, _ in stages if stage == Stage.SENDING]
        stage, at, error = stages[-1]
        record = read_record((operation, stage, at, tried[-1] if tried else None, error))
    except (sqlite3.Error, IndexError, *UNREADABLE):
        return _in_doubt(operation)
    return record if trusted or record.stage is not Stage.HELD else _in_doubt(operation)


def _in_doubt(operation: str) -> Record:
    record = read_record((operation, Stage.SENDING, "2000-01-01T00:00:00+00:00", None, None))
    decided = record.operation.decided_at
    return Record(record.operation, Stage.SENDING, decided, decided)


def _is_whole(connection: sqlite3.Connection, table: str) -> bool:
    try:
        return bool(connection.execute(f"PRAGMA integrity_check({table})").fetchone()[0] == "ok")
    except sqlite3.Error:
        return False


def _rows(
    connection: sqlite3.Connection, table: str, key: tuple[str, ...], columns: tuple[str, ...]
) -> Iterator[Row]:
    """Every row that can be read: its keys from both ends up to what is broken, then row by row."""
    keys: dict[Row, None] = {}
    for way in ("ASC", "DESC"):
        order = ", ".join(f"{name} {way}" for name in key)
        with suppress(sqlite3.Error):
            for row in connection.execute(f"SELECT {', '.join(key)} FROM {table} ORDER BY {order}"):  # noqa: S608
                keys[row] = None
            break
    where = " AND ".join(f"{name} = ?" for name in key)
    for values in sorted(keys):
        with suppress(sqlite3.Error):
            query = f"SELECT {', '.join(columns)} FROM {table} WHERE {where}"  # noqa: S608
            row = connection.execute(query, values).fetchone()
            if row is not None:
                yield row


def _take_over(rescued: Rescued, journal: Journal, at: datetime) -> None:
    for record in rescued.records:
        id_ = record.operation.id
        journal.write([Added(record.operation)], record.attempted_at or record.at)
        if record.attempted_at:
            journal.write([Moved(id_, Stage.SENDING)], record.attempted_at)
        if record.stage is not (Stage.SENDING if record.attempted_at else Stage.HELD):
            journal.write([Moved(id_, record.stage, record.error)], record.at)
    journal.write(rescued.texts, at)
    for negotiation_id, opened_at in rescued.opened:
        journal.note_opened(negotiation_id, opened_at)
    for negotiation_id, kind, value in rescued.marks:
        journal.mark(negotiation_id, kind, value)


def _remove(path: Path) -> None:
    for one in with_its_own(path):
        remove_private(one)
