"""The journal: everything a person decided or typed, written down before anything else happens."""

import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from threading import Lock
from typing import Any, Final, TypeVar

from hh_tui.api.models import Negotiation
from hh_tui.errors import HHError, NotKept
from hh_tui.inbox.decisions import sprint_texts
from hh_tui.inbox.decisions.forms import Values
from hh_tui.inbox.decisions.journal_entries import Added, Change, DraftKept, Moved, Record, SheetKept
from hh_tui.inbox.decisions.outbox import Stage
from hh_tui.inbox.lists.snoozed_item import SnoozeKind, from_text
from hh_tui.inbox.resume_base.marks import NOT_NOW
from hh_tui.inbox.snapshot import invited_log, opened_log
from hh_tui.store.database import TROUBLE, transaction
from hh_tui.store.marker import Marker
from hh_tui.store.operation_json import (
    UNREADABLE,
    as_json,
    error_as_json,
    error_from_json,
    fresh_from_json,
    operation_as_json,
    operation_from_json,
    values_from_json,
)
from hh_tui.store.timestamps import moment, stamp

T = TypeVar("T")
Row = tuple[Any, ...]

FINISHED: Final = (Stage.DONE, Stage.DROPPED)
"""Stages at which nothing more is asked of a person."""


AGED: Final = (opened_log.KIND, invited_log.KIND, sprint_texts.KIND, sprint_texts.FORMS, NOT_NOW)
"""Kinds of marks that are forgotten by age: their texts begin with the moment they were written."""


class Journal:
    """Synchronous; one connection for whatever thread calls, one call at a time, each one transaction.

    Every method raises NotKept with SQLite's own word.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._turn = Lock()

    def write(self, changes: Sequence[Change], at: datetime) -> None:
        """Write changes down, all or none; they are on the disk when this returns. `at` is in UTC.

        A move that does not follow, and one of a write that is not here, is refused.
        """
        with self._writing() as connection:
            for change in changes:
                _write(connection, change, stamp(at))

    def records(self, finished_since: datetime) -> tuple[Record, ...]:
        """All open writes and those finished since then, in the order decided.

        Whatever was finished for a candidate with an open write is among them: it tells where our own steps
        have led them.
        """
        rows = self._rows(
            "SELECT operation, stage, at, attempted_at, error FROM outbox_now"
            " WHERE stage NOT IN (?, ?) OR at >= ? OR id IN ("
            "SELECT id FROM outbox WHERE negotiation_id IN (SELECT negotiation_id FROM outbox WHERE id IN ("
            "SELECT id FROM outbox_now WHERE stage NOT IN (?, ?)))) ORDER BY seq",
            *FINISHED,
            stamp(finished_since),
            *FINISHED,
        )
        return tuple(_read(rows, read_record))

    def drafts(self) -> Mapping[str, str]:
        """Texts of letters begun, by negotiation id, in the order they were written down."""
        rows = self._rows("SELECT negotiation_id, text FROM draft ORDER BY at")
        return dict(_read(rows, lambda row: (row[0], read_draft(row[1]))))

    def sheets(self) -> Mapping[tuple[str, str], Values]:
        """What was typed into forms, by negotiation id and action id."""
        rows = self._rows("SELECT negotiation_id, action_id, typed FROM sheet ORDER BY at")
        return dict(_read(rows, lambda row: ((row[0], row[1]), values_from_json(row[2]))))

    def put(self, negotiation_id: str, kind: str, value: str) -> None:
        """Keep a mark under its `kind` and a key, mostly a negotiation id; an empty `value` removes it."""
        self.put_all(kind, {negotiation_id: value})

    def put_all(self, kind: str, values: Mapping[str, str]) -> None:
        """The same for many keys of one kind, in one transaction."""
        self.put_marks({kind: values})

    def put_marks(self, marks: Mapping[str, Mapping[str, str]]) -> None:
        """The same for many keys of several kinds, in one transaction."""
        kept = [(kind, key, value) for kind, values in marks.items() for key, value in values.items()]
        with self._writing() as connection:
            connection.executemany(
                "DELETE FROM mark WHERE kind = ? AND negotiation_id = ?", [one[:2] for one in kept]
            )
            connection.executemany(
                "INSERT INTO mark (kind, negotiation_id, value) VALUES (?, ?, ?)",
                [one for one in kept if one[2]],
            )

    def values(self, kind: str) -> Mapping[str, str]:
        """The marks of one kind, by their keys."""
        return dict(self._rows("SELECT negotiation_id, value FROM mark WHERE kind = ?", kind))

    def count(self) -> Marker:
        """How many writes are open, how many letters and forms begun, and how many choices of sprints."""
        ((writes,),) = self._rows("SELECT count(*) FROM outbox_now WHERE stage NOT IN (?, ?)", *FINISHED)
        ((texts,),) = self._rows("SELECT (SELECT count(*) FROM draft) + (SELECT count(*) FROM sheet)")
        return Marker(writes, texts, sprint_texts.chosen(self.values(sprint_texts.KIND)))

    def is_readable(self, at: datetime) -> bool:
        """Whether every open write, letter and form can be read, `at` a moment in UTC."""
        marker = self.count()
        found = [one for one in self.records(at) if one.stage not in FINISHED]
        return (len(found), len(self.drafts()) + len(self.sheets())) == (marker.writes, marker.texts)

    def forget(self, before: datetime) -> None:
        """Delete writes finished before then (UTC), and marks of kinds that age: opened, snoozed and others.

        What is open or begun stays, and so does who is snoozed until a moment still to come or not long past.
        """
        with self._writing() as connection:
            connection.execute(
                "DELETE FROM outbox WHERE id IN (SELECT id FROM outbox_now WHERE stage IN (?, ?) AND at < ?)",
                (*FINISHED, stamp(before)),
            )
            connection.execute(
                f"DELETE FROM mark WHERE kind IN ({', '.join('?' * len(AGED))}) AND value < ?",  # noqa: S608
                (*AGED, opened_log.text_of(before)),
            )
            for kind, key, value in connection.execute(
                "SELECT kind, negotiation_id, value FROM mark WHERE kind IN (?, ?)", tuple(SnoozeKind)
            ).fetchall():
                one = from_text(SnoozeKind(kind), value)
                if one is None or max(one.at, one.until or one.at) < before:
                    connection.execute("DELETE FROM mark WHERE kind = ? AND negotiation_id = ?", (kind, key))
        with self._kept():
            # Deleted people stay readable in the write-ahead log until it is emptied.
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def close(self) -> None:
        """Close the file; nothing works afterwards."""
        with self._turn:
            self._connection.close()

    @contextmanager
    def _kept(self) -> Iterator[None]:
        """One call at a time; SQLite's errors as ours."""
        with self._turn:
            try:
                yield
            except (*TROUBLE, UnicodeEncodeError) as error:
                raise NotKept(why=str(error)) from error

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with self._kept(), transaction(self._connection) as connection:
            yield connection

    def _rows(self, query: str, *values: str) -> list[Row]:
        with self._kept():
            return self._connection.execute(query, values).fetchall()


def _write(connection: sqlite3.Connection, change: Change, at: str) -> None:
    match change:
        case Added(operation):
            connection.execute(
                "INSERT INTO outbox (id, negotiation_id, account, batch, decided_at, operation)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                (
                    operation.id,
                    operation.negotiation.id,
                    operation.account,
                    operation.batch,
                    stamp(operation.decided_at),
                    operation_as_json(operation),
                ),
            )
            _move(connection, Moved(operation.id, Stage.HELD), at)
        case Moved():
            _move(connection, change, at)
        case DraftKept(negotiation_id, text):
            connection.execute("DELETE FROM draft WHERE negotiation_id = ?", (negotiation_id,))
            if text.strip():
                connection.execute(
                    "INSERT INTO draft (negotiation_id, at, text) VALUES (?, ?, ?)",
                    (negotiation_id, at, as_json(text)),
                )
        case SheetKept(negotiation_id, action_id, values):
            place = (negotiation_id, action_id)
            connection.execute("DELETE FROM sheet WHERE negotiation_id = ? AND action_id = ?", place)
            if values:
                connection.execute(
                    "INSERT INTO sheet (negotiation_id, action_id, at, typed) VALUES (?, ?, ?, ?)",
                    (*place, at, as_json(dict(values))),
                )


def _move(connection: sqlite3.Connection, move: Moved, at: str) -> None:
    connection.execute(
        "INSERT INTO outbox_stage (outbox_id, n, stage, at, error)"
        " VALUES (?1, (SELECT count(*) FROM outbox_stage WHERE outbox_id = ?1), ?2, ?3, ?4)",
        (
            move.operation_id,
            move.stage,
            at,
            None if move.error is None else error_as_json(move.error, move.fresh),
        ),
    )


def read_record(row: Row) -> Record:
    """A write from its operation, stage, time, last attempt and error; raises one of UNREADABLE."""
    operation, stage, at, attempted_at, error = row
    return Record(
        operation_from_json(operation),
        Stage(stage),
        moment(at),
        moment(attempted_at) if attempted_at else None,
        _error(error) if error else None,
        _fresh(error) if error else None,
    )


def read_draft(text: str) -> str:
    """A letter begun; raises one of UNREADABLE."""
    found = json.loads(text)
    if not isinstance(found, str):
        raise TypeError(text)
    return found


def _error(text: str) -> HHError:
    """The error; a write is not lost for one that can't be read."""
    try:
        return error_from_json(text)
    except UNREADABLE:
        return HHError()


def _fresh(text: str) -> Negotiation | None:
    """The negotiation that was found; a write is not lost for one that can't be read."""
    try:
        return fresh_from_json(text)
    except UNREADABLE:
        return None


def _read(rows: Sequence[Row], read: Callable[[Row], T]) -> Iterator[T]:
    """The rows without those that can't be read."""
    for row in rows:
        with suppress(*UNREADABLE):
            yield read(row)
