"""A journal that can't be used as it is: what is precious in it goes into a fresh one, row by row.

The damaged file itself is only copied and renamed, never written. A crash in between loses nothing: the fresh
file is whole before the old one is touched, and its name says so.
"""

import sqlite3
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from hh_tui.errors import SetAside, StoreNewer
from hh_tui.files.private_files import read_private, remove_private, rename_private, write_private
from hh_tui.inbox.decisions.journal_entries import Added, Moved
from hh_tui.inbox.decisions.outbox import Stage
from hh_tui.store.database import BESIDE, TROUBLE, with_its_own, writable
from hh_tui.store.journal import Journal
from hh_tui.store.marker import Marker
from hh_tui.store.schema import JOURNAL

if TYPE_CHECKING:
    from hh_tui.store.salvage import Rescued

_COUNT: Final = slice(28, 32)
"""Where the header of an SQLite file has the number of its pages."""

_NEW: Final = ".new"
_READY: Final = ".ready"
_COPY: Final = ".copy"


def renewed(path: Path, at: datetime, kind: type[SetAside], before: Marker | None = None) -> SetAside:
    """Set the journal at `path` aside and put a fresh one in its place; what to tell about it.

    `before` tells how much was open in it. Raises NotKept, UnsafeFile, UnusableFile and one of TROUBLE; the
    old file is as it was then.
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
    return kind(path=str(aside), n=rescued.n, lost=_lost(rescued, before))


def _lost(rescued: "Rescued", before: Marker | None) -> int | str:
    """How many open writes and texts are missing at least; `?` where nobody counted them."""
    missing = max(rescued.lost, before.n - rescued.n if before else 0)
    return missing if before or missing or rescued.n else "?"


def finish(path: Path, aside: Path) -> None:
    """Put a fresh journal that is ready into its place, if there is one."""
    ready = path.with_name(path.name + _READY)
    if not ready.exists():
        return
    for old, kept in zip(with_its_own(path), with_its_own(aside), strict=True):
        if old.exists():
            rename_private(old, kept)
    rename_private(ready, path)


def _rescued(path: Path, fresh: Path, *, trusted: bool) -> "Rescued":
    """What a copy of the file gives; where its beginning is gone, with that of a fresh one."""
    from hh_tui.store.pages import HEADER, PAGE, overlaid
    from hh_tui.store.salvage import Remains

    content, model = read_private(path) or b"", read_private(fresh) or b""
    log = read_private(path.with_name(path.name + BESIDE[0])) or b""
    mended = model[:HEADER] + content[HEADER:] if len(content) > HEADER else model
    pages = max(len(content), len(model)) // PAGE
    mended = mended[: _COUNT.start] + pages.to_bytes(4, "big") + mended[_COUNT.stop :]
    copy = path.with_name(path.name + _COPY)
    remains = Remains()
    try:
        for attempt in (content, mended):
            _remove(copy)
            write_private(copy, attempt)
            if attempt and log:
                write_private(copy.with_name(copy.name + BESIDE[0]), log)
            with suppress(*TROUBLE), closing(sqlite3.connect(copy, isolation_level=None)) as connection:
                connection.text_factory = lambda text: text.decode("utf-8", "replace")
                remains.read(connection, trusted=trusted)
            if remains.writes or remains.drafts or remains.sheets:
                break
    finally:
        _remove(copy)
    remains.carve(overlaid(content, log))
    return remains.rescued()


def _take_over(rescued: "Rescued", journal: Journal, at: datetime) -> None:
    for record in rescued.records:
        id_ = record.operation.id
        journal.write([Added(record.operation)], record.attempted_at or record.at)
        if record.attempted_at:
            journal.write([Moved(id_, Stage.SENDING)], record.attempted_at)
        if record.stage is not (Stage.SENDING if record.attempted_at else Stage.HELD):
            journal.write([Moved(id_, record.stage, record.error, record.fresh)], record.at)
    journal.write(rescued.texts, at)
    for negotiation_id, kind, value in rescued.marks:
        journal.put(negotiation_id, kind, value)


def _remove(path: Path) -> None:
    for one in with_its_own(path):
        remove_private(one)
