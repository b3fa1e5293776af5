"""What can still be read of a journal that is damaged: by SQL as far as that goes, and page by page."""

import re
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import Any, Final

from msgspec import Struct, field

from hh_tui.inbox.decisions import sprint_texts
from hh_tui.inbox.decisions.journal_entries import Change, DraftKept, Record, SheetKept
from hh_tui.inbox.decisions.outbox import Stage
from hh_tui.store.database import TROUBLE
from hh_tui.store.journal import FINISHED, read_draft, read_record
from hh_tui.store.operation_json import UNREADABLE, Altered, operation_from_json, values_from_json
from hh_tui.store.pages import Row, rows

_AT: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}\+00:00")
"""A moment as our tables write it."""


class Rescued(Struct, frozen=True):
    """What could be read: open writes, texts begun, and marks.

    `lost` counts open writes of which no more is known than that there were such.
    """

    records: tuple[Record, ...] = ()
    texts: tuple[Change, ...] = ()
    marks: tuple[tuple[str, str, str], ...] = ()
    lost: int = 0

    @property
    def n(self) -> int:
        """How many writes, letters and forms, and choices of sprints."""
        kept = {id_: value for id_, kind, value in self.marks if kind == sprint_texts.KIND}
        return len(self.records) + len(self.texts) + sprint_texts.chosen(kept)


class Remains(Struct):
    """Rows by table and key, the first reading of each. `trusted` says that no stage is missing."""

    trusted: bool = False
    writes: dict[str, str] = field(default_factory=dict)
    stages: dict[str, dict[int, tuple[str, str, str | None]]] = field(default_factory=dict)
    drafts: dict[str, str] = field(default_factory=dict)
    sheets: dict[tuple[str, str], str] = field(default_factory=dict)
    marks: dict[tuple[str, str], str] = field(default_factory=dict)

    def read(self, connection: sqlite3.Connection, *, trusted: bool) -> None:
        """Take everything that SQL reaches."""
        self.trusted = trusted or _is_whole(connection, "outbox_stage")
        for id_, operation in _selected(connection, "outbox", ("seq",), ("id", "operation")):
            if isinstance(id_, str) and isinstance(operation, str):
                self.writes.setdefault(id_, operation)
        for table, key, columns in _TABLES:
            for row in _selected(connection, table, key, columns):
                self._take(table, row)

    def carve(self, content: bytes) -> None:
        """Take what the pages hold besides."""
        for row in rows(content):
            match row:
                case (None, str(id_), str(), str(), str(), str(), str(operation), *_):
                    self.writes.setdefault(id_, operation)
                case (str(), int(), str(), str(), None | str()):
                    self._take("outbox_stage", row)
                case (str(), str(), str(at), str()) if _AT.fullmatch(at):
                    self._take("sheet", row)
                case (str(), str(at), str()) if _AT.fullmatch(at):
                    self._take("draft", row)
                case (str(), str(), str()):
                    self._take("mark", row)

    def _take(self, table: str, row: Sequence[Any]) -> None:
        match table, tuple(row):
            case "outbox_stage", (str(id_), int(n), str(stage), str(at), None | str() as error):
                self.stages.setdefault(id_, {}).setdefault(n, (stage, at, error))
            case "draft", (str(id_), _, str(text)):
                self.drafts.setdefault(id_, text)
            case "sheet", (str(id_), str(action_id), _, str(typed)):
                self.sheets.setdefault((id_, action_id), typed)
            case "mark", (str(kind), str(id_), str(value)):
                self.marks.setdefault((kind, id_), value)

    def rescued(self) -> Rescued:
        """Everything that makes sense."""
        records: dict[str, Record] = {}
        letters: dict[str, str] = {}
        for id_, operation in self.writes.items():
            with suppress(*UNREADABLE):
                try:
                    record = self._record(id_, operation)
                except Altered as altered:
                    # Nobody decided it like this: it does not go, but its letter is not lost.
                    if self._is_open(id_) and altered.operation.text:
                        letters[altered.operation.negotiation.id] = altered.operation.text
                    continue
                if record.stage not in FINISHED:
                    records.setdefault(record.operation.id, record)
        lost = sum(self._is_open(id_) for id_ in {*self.writes, *self.stages} if id_ not in records)
        return Rescued(tuple(records.values()), tuple(self._texts(letters)), self._marks(), lost)

    def _texts(self, letters: dict[str, str]) -> Iterator[Change]:
        for id_, text in self.drafts.items():
            with suppress(*UNREADABLE):
                yield DraftKept(id_, read_draft(text))
                letters.pop(id_, None)
        for id_, text in letters.items():
            yield DraftKept(id_, text)
        for (id_, action_id), typed in self.sheets.items():
            with suppress(*UNREADABLE):
                yield SheetKept(id_, action_id, values_from_json(typed))

    def _marks(self) -> tuple[tuple[str, str, str], ...]:
        return tuple((id_, kind, value) for (kind, id_), value in self.marks.items())

    def _is_open(self, id_: str) -> bool:
        stages = self.stages.get(id_)
        return not stages or stages[max(stages)][0] not in FINISHED

    def _record(self, id_: str, operation: str) -> Record:
        """A write at its last stage.

        One whose stages are in doubt may have been sent: it counts as being sent, which is settled by
        reading. Raises one of UNREADABLE, and Altered.
        """
        stages = self.stages.get(id_, {})
        try:
            tried = [at for stage, at, _ in (stages[n] for n in sorted(stages)) if stage == Stage.SENDING]
            stage, at, error = stages[max(stages)]
            record = read_record((operation, stage, at, tried[-1] if tried else None, error))
        except Altered:
            raise
        except UNREADABLE:
            return _in_doubt(operation)
        whole = self.trusted and sorted(stages) == list(range(len(stages)))
        return record if whole or record.stage is not Stage.HELD else _in_doubt(operation)


_TABLES: Final = (
    ("outbox_stage", ("outbox_id", "n"), ("outbox_id", "n", "stage", "at", "error")),
    ("draft", ("negotiation_id",), ("negotiation_id", "at", "text")),
    ("sheet", ("negotiation_id", "action_id"), ("negotiation_id", "action_id", "at", "typed")),
    ("mark", ("kind", "negotiation_id"), ("kind", "negotiation_id", "value")),
)
"""Tables, their keys, and the columns as a page has them."""


def _in_doubt(operation: str) -> Record:
    found = operation_from_json(operation)
    return Record(found, Stage.SENDING, found.decided_at, found.decided_at)


def _is_whole(connection: sqlite3.Connection, table: str) -> bool:
    try:
        return bool(connection.execute(f"PRAGMA integrity_check({table})").fetchone()[0] == "ok")
    except TROUBLE:
        return False


def _selected(
    connection: sqlite3.Connection, table: str, key: tuple[str, ...], columns: tuple[str, ...]
) -> Iterator[Row]:
    """Every row that can be read: its keys from both ends up to what is broken, then row by row."""
    keys: dict[Row, None] = {}
    for way in ("ASC", "DESC"):
        order = ", ".join(f"{name} {way}" for name in key)
        with suppress(*TROUBLE):
            for row in connection.execute(f"SELECT {', '.join(key)} FROM {table} ORDER BY {order}"):  # noqa: S608
                keys[row] = None
            break
    where = " AND ".join(f"{name} = ?" for name in key)
    for values in keys:
        with suppress(*TROUBLE):
            query = f"SELECT {', '.join(columns)} FROM {table} WHERE {where}"  # noqa: S608
            row = connection.execute(query, values).fetchone()
            if row is not None:
                yield row
