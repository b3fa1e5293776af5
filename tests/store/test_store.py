"""The store as a whole: order, a second instance, a disk that fails, retention, the end."""

import asyncio
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from hh_tui.errors import CacheOff, NotKept, SecondInstance, UnsafeFile
from hh_tui.inbox.decisions.journal_entries import Added, DraftKept, Moved
from hh_tui.inbox.decisions.outbox import Stage
from hh_tui.store import database
from hh_tui.store.files import JOURNAL
from hh_tui.store.last_position import LastPosition
from hh_tui.store.store import Store
from hh_tui.store.survey import marks
from hh_tui.system.structs import replace
from tests.factory import HERE, page
from tests.store.samples import LONG_AGO, NOW, deed, note
from tests.store.test_cache import STRETCH


class Clock:
    """A clock one sets."""

    def __init__(self, now: datetime = NOW) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now


@contextmanager
def opened(folder: Path, now: datetime = NOW, keep_days: int = 30) -> Iterator[Store]:
    store = Store.open(folder, keep_days=keep_days, clock=Clock(now))
    try:
        yield store
    finally:
        store.close()


def _took_over(store: Store) -> bool:
    files = store.claim()
    return files is not None and store.use(files)


def _stages(store: Store) -> dict[str, Stage]:
    return {record.operation.id: record.stage for record in store.records()}


async def test_what_is_written_is_there_at_the_next_start(tmp_path: Path) -> None:
    with opened(tmp_path / "s") as store:
        assert (store.why_not, store.notices, store.persistent) == (None, (), True)
        await store.write(Added(deed(1)), DraftKept("2", "begun"))
        await store.put("4", "snooze", "x")
    with opened(tmp_path / "s", NOW + timedelta(hours=1)) as store:
        assert _stages(store) == {"w1": Stage.HELD}
        assert (store.drafts(), store.sheets()) == ({"2": "begun"}, {})
        assert store.values("snooze") == {"4": "x"}
        assert store.notices == ()


async def test_writes_are_done_in_the_order_given_awaited_or_not(tmp_path: Path) -> None:
    with opened(tmp_path / "s") as store:
        for number in range(50):
            store.write(Added(deed(number)))
            store.write(Moved(f"w{number}", Stage.SENDING))
        await store.write(Moved("w49", Stage.DONE))
        assert list(_stages(store)) == [f"w{number}" for number in range(50)]
        assert set(_stages(store).values()) == {Stage.SENDING, Stage.DONE}


async def test_giving_up_waiting_takes_nothing_back(tmp_path: Path) -> None:
    with opened(tmp_path / "s") as store:
        for number in range(20):
            waiting = asyncio.ensure_future(store.write(Added(deed(number))))
            await asyncio.sleep(0)
            waiting.cancel()
        await store.write(DraftKept("1", "x"))
        assert len(store.records()) == 20


async def test_what_can_not_be_kept_is_told(tmp_path: Path) -> None:
    with opened(tmp_path / "s") as store:
        with pytest.raises(NotKept):
            await store.write(Added(deed(1)), Moved("w2", Stage.SENDING))
        assert store.records() == ()
        assert store.why_not is None
    with pytest.raises(NotKept):
        await store.write(Added(deed(1)))


def test_everything_given_before_the_end_is_done(tmp_path: Path) -> None:
    with opened(tmp_path / "s") as store:
        for number in range(30):
            store.write(Added(deed(number)))
            store.keep_thread(str(number), STRETCH, NOW)
        store.close()
        store.close()
    with opened(tmp_path / "s") as store:
        assert len(store.records()) == 30
        assert all(store.thread(str(number)) is not None for number in range(30))


def test_what_was_read_is_there_at_the_next_start(tmp_path: Path) -> None:
    with opened(tmp_path / "s") as store:
        store.keep_page(HERE, page(["1"]), NOW)
        store.keep_place(LastPosition("77", HERE, "1"), NOW)
    with opened(tmp_path / "s") as store:
        (kept,) = store.pages(HERE)
        assert store.page(HERE, 0) == kept
        assert (kept.value, kept.at) == (page(["1"]), NOW)
        place = store.place()
        assert place is not None
        assert place.value == LastPosition("77", HERE, "1")
        assert (store.account(), store.archived(), store.board("77")) == (None, None, None)


async def test_in_memory_nothing_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    store = Store.in_memory(Clock())
    assert (store.persistent, store.why_not) == (False, None)
    store.write(Added(deed(1)))
    store.keep_thread("1", STRETCH, NOW)
    assert _stages(store) == {"w1": Stage.HELD}
    assert store.thread("1") is None
    with pytest.raises(NotKept):
        await store.write(Moved("w1", Stage.DONE))
    store.close()
    assert os.listdir(tmp_path) == []  # noqa: PTH208  (a look is no work)


# Two instances


async def test_a_second_instance_reads_only(tmp_path: Path) -> None:
    with opened(tmp_path / "s") as first:
        await first.write(Added(deed(1)), DraftKept("2", "begun"))
        await first.put("4", "snooze", "x")
        first.keep_thread("5", STRETCH, NOW)
        first._cache_thread.submit(lambda: None).result()
        with opened(tmp_path / "s") as second:
            assert isinstance(second.why_not, SecondInstance)
            assert [type(one) for one in second.notices] == [SecondInstance]
            assert second.thread("5") is not None
            assert second.records() == ()
            assert (second.drafts(), second.values("snooze")) == ({"2": "begun"}, {"4": "x"})
            with pytest.raises(SecondInstance):
                await second.write(Added(deed(2)))
            second.keep_thread("6", STRETCH, NOW)
            assert second.claim() is None
        assert _stages(first) == {"w1": Stage.HELD}
        assert first.thread("6") is None
        await first.write(Moved("w1", Stage.SENDING))


async def test_the_second_takes_over_when_the_first_has_ended(tmp_path: Path) -> None:
    with opened(tmp_path / "s") as first, opened(tmp_path / "s") as second:
        await first.write(Added(deed(1)))
        assert second.claim() is None
        first.close()
        assert first.claim() is None
        assert _took_over(second)
        assert (second.why_not, second.notices) == (None, ())
        assert _stages(second) == {"w1": Stage.HELD}
        await second.write(Moved("w1", Stage.SENDING))
        second.keep_thread("5", STRETCH, NOW)
        with opened(tmp_path / "s") as third:
            assert isinstance(third.why_not, SecondInstance)
    with opened(tmp_path / "s") as store:
        assert _stages(store) == {"w1": Stage.SENDING}
        assert store.thread("5") is not None


def test_a_second_instance_on_nothing_yet(tmp_path: Path) -> None:
    from hh_tui.store.lock import FolderLock

    lock = FolderLock(tmp_path / "s")
    assert lock.take()
    with opened(tmp_path / "s") as store:
        assert isinstance(store.why_not, SecondInstance)
        assert (store.drafts(), store.place()) == ({}, None)
    assert [path.name for path in (tmp_path / "s").iterdir()] == ["lock"]
    lock.give_back()


HOLDS = """
import sys, time
from datetime import UTC, datetime
from pathlib import Path
from hh_tui.store.files import JOURNAL
from hh_tui.store.store import Store
from hh_tui.store.survey import marks
store = Store.open(Path(sys.argv[1]), keep_days=30, clock=lambda: datetime.now(UTC))
print("open", store.why_not, flush=True)
time.sleep(600)
"""


def test_a_process_that_dies_gives_the_lock_back(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLDS, str(tmp_path / "s")], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "open None\n"
        with opened(tmp_path / "s") as store:
            assert isinstance(store.why_not, SecondInstance)
            process.kill()
            process.wait()
            assert _took_over(store)


# A disk that fails


@pytest.mark.parametrize("place", ["s", "parent/s", "s/journal.db"])
async def test_a_place_that_can_not_be_written_is_told(tmp_path: Path, place: str) -> None:
    blocked = tmp_path / "s"
    if place == "s/journal.db":
        (blocked / "journal.db").mkdir(parents=True)
    else:
        blocked = tmp_path / place
        (tmp_path / place.partition("/")[0]).write_text("no folder")
    with opened(blocked) as store:
        assert isinstance(store.why_not, NotKept | UnsafeFile)
        assert store.notices == (store.why_not,)
        with pytest.raises(type(store.why_not)):
            await store.write(Added(deed(1)))
        assert (store.records(), store.drafts()) == ((), {})
        store.keep_thread("5", STRETCH, NOW)


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is read-only for root")
def test_a_read_only_folder_is_told(tmp_path: Path) -> None:
    with opened(tmp_path / "s"):
        pass
    (tmp_path / "s" / "journal.db").chmod(0o400)
    with opened(tmp_path / "s") as store:
        assert isinstance(store.why_not, NotKept)
    (tmp_path / "s" / "journal.db").chmod(0o600)


@pytest.mark.parametrize("name", ["journal.db", "."])
def test_what_the_system_calls_read_only_is_told_and_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    with opened(tmp_path / "s") as store:
        store.write(Added(deed(1)))
    with monkeypatch.context() as patch:
        patch.setattr(os, "access", lambda path, _: Path(path) != tmp_path / "s" / name)
        with opened(tmp_path / "s") as store:
            assert isinstance(store.why_not, NotKept)
            assert store.why_not.values["why"] == "Permission denied"
            assert not (tmp_path / "s" / "journal.db-wal").exists()
    with opened(tmp_path / "s") as store:
        assert (store.why_not, len(store.records())) == (None, 1)


@pytest.mark.parametrize("refused", ["BEGIN IMMEDIATE", "DELETE FROM meta", "PRAGMA integrity_check(1)"])
def test_a_disk_that_is_full_at_the_start_costs_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refused: str
) -> None:
    """What was read and decided is there again once there is room; nothing is called damaged."""
    with opened(tmp_path / "s") as store:
        store.write(Added(deed(1)))
        store.keep_thread("5", STRETCH, NOW)

    class Full(sqlite3.Connection):
        def execute(self, sql: str, *values: Any) -> sqlite3.Cursor:
            if sql.startswith(refused) and "journal_mode = WAL" in said:
                error = sqlite3.OperationalError("database or disk is full")
                error.sqlite_errorcode = sqlite3.SQLITE_FULL
                raise error
            said.append(sql.removeprefix("PRAGMA "))
            return super().execute(sql, *values)

    said: list[str] = []
    connect = sqlite3.connect
    with monkeypatch.context() as patch:
        patch.setattr(sqlite3, "connect", lambda *args, **more: connect(*args, **more, factory=Full))
        with opened(tmp_path / "s") as store:
            assert {type(one) for one in store.notices} <= {NotKept, CacheOff}
            assert store.notices
    with opened(tmp_path / "s") as store:
        assert (store.why_not, store.notices, len(store.records())) == (None, (), 1)
        assert store.thread("5") is not None


def test_a_journal_that_takes_nothing_is_found_out_at_the_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened(tmp_path / "s"):
        pass

    def for_reading_only(address: str) -> sqlite3.Connection:
        connection = connected(address)
        connection.execute("PRAGMA query_only = ON")
        return connection

    connected = database._connected
    with monkeypatch.context() as patch:
        patch.setattr(
            database, "_connected", lambda at: (connected if ":memory:" in at else for_reading_only)(at)
        )
        with opened(tmp_path / "s") as store:
            assert isinstance(store.why_not, NotKept)
            assert "readonly" in str(store.why_not.values["why"])


def test_a_disk_that_refuses_is_told_with_its_own_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise sqlite3.OperationalError("attempt to write a readonly database")

    monkeypatch.setattr("hh_tui.store.files.writable", refused)
    with opened(tmp_path / "s") as store:
        assert isinstance(store.why_not, NotKept)
        assert "readonly" in str(store.why_not.values["why"])


FULL = """
import asyncio, resource, signal, sys
from datetime import UTC, datetime
from pathlib import Path
from hh_tui.errors import NotKept
from hh_tui.inbox.decisions.journal_entries import Added
from hh_tui.store.files import JOURNAL
from hh_tui.store.store import Store
from hh_tui.store.survey import marks
from tests.store.samples import note
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
store = Store.open(Path(sys.argv[1]), keep_days=30, clock=lambda: datetime.now(UTC))
resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))
async def main():
    for number in range(1000):
        try:
            await store.write(Added(note(number, "text " * 2000)))
        except NotKept as error:
            print(f"refused {number}: {error.values['why']}", flush=True)
            return
asyncio.run(main())
store.close()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="limits of files are POSIX's")
def test_a_full_disk_refuses_and_keeps_what_was_kept(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", FULL, str(tmp_path / "s")], capture_output=True, text=True, check=True
    )
    number = int(done.stdout.split(":")[0].removeprefix("refused "))
    assert number > 0
    assert "disk" in done.stdout
    with opened(tmp_path / "s") as store:
        assert list(_stages(store)) == [f"w{one}" for one in range(number)]
        assert store.notices == ()


def test_a_cache_that_fails_stops_with_one_notice(tmp_path: Path) -> None:
    with opened(tmp_path / "s") as store:
        store.keep_thread("1", STRETCH, NOW)
        store._cache_thread.submit(
            lambda: store._cache._connection.execute("PRAGMA query_only = ON")
        ).result()
        for number in range(3):
            store.keep_thread(str(number + 2), STRETCH, NOW)
        store._cache_thread.submit(lambda: None).result()
        assert [type(one) for one in store.notices] == [CacheOff]
        assert store.why_not is None
        assert store.thread("1") is not None


# What is old goes


async def test_what_is_old_is_deleted_at_the_start(tmp_path: Path) -> None:
    with opened(tmp_path / "s", LONG_AGO) as store:
        await store.write(Added(deed(1)), Moved("w1", Stage.DROPPED))
        await store.write(Added(note(2)), DraftKept("3", "begun"))
        store.keep_thread("5", STRETCH, LONG_AGO)
    aside = tmp_path / "s" / f"journal.db.damaged-{LONG_AGO:%Y%m%dT%H%M%S}"
    aside.write_text("old")
    aside.with_name(aside.name + "-wal").write_text("old")
    young = aside.with_name(f"journal.db.newer-{NOW:%Y%m%dT%H%M%S}")
    young.write_text("young")
    with opened(tmp_path / "s", keep_days=500) as store:
        store.close()
        assert aside.exists()
    with opened(tmp_path / "s", keep_days=30) as store:
        store.close()
    assert not aside.exists()
    assert not aside.with_name(aside.name + "-wal").exists()
    assert young.exists()
    with opened(tmp_path / "s") as store:
        assert [one.operation.id for one in store.records(LONG_AGO)] == ["w2"]
        assert (store.drafts(), store.thread("5")) == ({"3": "begun"}, None)


def test_what_was_deleted_is_not_in_the_files_either(tmp_path: Path) -> None:
    with opened(tmp_path / "s", LONG_AGO) as store:
        text = "an unmistakable text"
        message = replace(STRETCH.messages[0], text=text)
        store.keep_thread("5", replace(STRETCH, messages=(message,)), LONG_AGO)
        store.write(Added(note(1, text)), Moved("w1", Stage.DROPPED))
    assert text.encode() in (tmp_path / "s" / "cache.db").read_bytes()
    with opened(tmp_path / "s"):
        pass
    left = b"".join(path.read_bytes() for path in (tmp_path / "s").iterdir())
    assert text.encode() not in left


def test_the_end_does_not_wait_for_a_disk_that_hangs(tmp_path: Path) -> None:
    from threading import Event

    hangs = Event()
    store = Store.open(tmp_path / "s", keep_days=30, clock=Clock())
    store._journal_thread.submit(hangs.wait)
    store.close(0.05)
    with opened(tmp_path / "s") as other:
        assert isinstance(other.why_not, SecondInstance)
    hangs.set()
    store._journal_thread.close(5)
    assert store._lock is not None
    store._lock.give_back()


async def test_marks_are_read_from_outside_beside_the_program(tmp_path: Path) -> None:
    assert marks(tmp_path, "label") == {}
    with opened(tmp_path) as store:
        await store.put_all("label", {"owner 1": "a", "owner 2": "b", "owner 3": ""})
        await store.put("owner 2", "label", "")
        assert marks(tmp_path, "label") == {"owner 1": "a"}
        assert store.why_not is None, "reading took no lock"
    (tmp_path / JOURNAL).write_bytes(b"damaged")
    assert marks(tmp_path, "label") == {}
