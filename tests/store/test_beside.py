"""Reading beside the window that decides: what is on the disk now, also where nothing can be written."""

import os
import sqlite3
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from hh_tui.api.models.thread import MessagePage, ThreadMessage
from hh_tui.errors import SecondInstance
from hh_tui.inbox.decisions.journal_entries import Added, Moved
from hh_tui.inbox.decisions.outbox import Stage
from hh_tui.store import database
from hh_tui.store.files import for_reading
from hh_tui.store.log_reading import read_log
from hh_tui.store.store import Store
from hh_tui.store.survey import marks, survey
from tests.store.samples import NOW, deed
from tests.store.test_cache import STRETCH
from tests.store.test_store import opened


def _at_rest(store: Store) -> None:
    """Until everything given is on the disk, and the logs are emptied that an earlier run left."""
    for thread in (store._journal_thread, store._cache_thread):
        thread.submit(lambda: None).result()


def _long(words: int) -> MessagePage:
    said = ThreadMessage(id="1", author="applicant", at=NOW, text="слово " * words, is_ours=False)
    return MessagePage(way="chats", messages=(said,))


@pytest.fixture
def used(tmp_path: Path) -> Path:
    """A folder that an earlier run has left."""
    with opened(tmp_path / "s") as store:
        store.write(Added(deed(1)))
        for number in range(40):
            store.keep_thread(str(number), _long(200), NOW)
        _at_rest(store)
    return tmp_path / "s"


@pytest.fixture
def takes_no_file(used: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder as a disk that can only be read holds it: SQLite finds no room for an index of its own."""
    connected = database._connected

    def opened_if_it_goes(address: str) -> sqlite3.Connection:
        if "mode=ro" in address and "immutable" not in address:
            raise sqlite3.OperationalError("unable to open database file")
        return connected(address)

    with monkeypatch.context() as patch:
        patch.setattr(os, "access", lambda path, _: Path(path) != used)
        patch.setattr(database, "_connected", opened_if_it_goes)
        yield used


async def test_a_second_window_sees_what_is_decided_meanwhile(used: Path) -> None:
    with opened(used) as first:
        _at_rest(first)
        with opened(used) as second:
            assert isinstance(second.why_not, SecondInstance)
            assert len(second.log(NOW)) == 1
            await first.write(Added(deed(2)), Moved("w1", Stage.SENDING))
            await first.put("4", "snooze", "x")
            assert [one.stage for one in second.log(NOW)] == [Stage.SENDING, Stage.HELD]
            assert second.values("snooze") == {"4": "x"}


def test_a_second_window_reads_whole_pages_of_the_cache(used: Path) -> None:
    with opened(used) as first:
        _at_rest(first)
        with opened(used) as second:
            for words in range(1, 400, 20):
                for number in range(60):
                    first.keep_thread(str(number), _long(words + number), NOW)
                _at_rest(first)
                for number in range(60):
                    kept, seen = first.thread(str(number)), second.thread(str(number))
                    assert kept is not None
                    assert seen == kept
            assert second.cache_off is None
            assert first.cache_off is None


def test_a_window_that_only_begins_is_read_with_its_locks(used: Path) -> None:
    files = for_reading(used, SecondInstance())
    with opened(used) as first:
        first.keep_thread("5", STRETCH, NOW)
        first.write(Added(deed(2)))
        _at_rest(first)
        found = files.cache.thread("5")
        assert found is not None
        assert found.value == STRETCH
        assert len(files.journal.records(NOW)) == 2
    files.journal.close()
    files.cache.close()


def test_the_second_window_leaves_no_decision_unread(used: Path) -> None:
    """It is the last to end, and can empty no log."""
    with opened(used) as second_to_be, opened(used) as second:
        second_to_be.write(Added(deed(2)))
        second_to_be.close()
        assert len(second.log(NOW)) == 2
    assert len(read_log(used, NOW, keep_days=30, clock=lambda: NOW).records) == 2
    seen = survey(used).unsent
    assert seen is not None
    assert seen.writes == 2


def test_looking_at_a_folder_at_rest_leaves_nothing_there(used: Path) -> None:
    before = {one.name: one.read_bytes() for one in used.iterdir()}
    assert survey(used).unsent is not None
    assert marks(used, "label") == {}
    assert {one.name: one.read_bytes() for one in used.iterdir()} == before


def test_a_folder_that_takes_no_file_is_read(takes_no_file: Path) -> None:
    seen = survey(takes_no_file).unsent
    assert seen is not None
    assert seen.writes == 1
    assert len(read_log(takes_no_file, NOW, keep_days=30, clock=lambda: NOW).records) == 1
    files = for_reading(takes_no_file, SecondInstance())
    assert files.cache.thread("5") is not None
    assert len(files.journal.records(NOW)) == 1


def test_a_log_emptied_by_a_window_that_died_hides_nothing(takes_no_file: Path) -> None:
    (takes_no_file / "journal.db-wal").touch(mode=0o600)
    assert len(read_log(takes_no_file, NOW, keep_days=30, clock=lambda: NOW).records) == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is read-only for root")
def test_a_read_only_folder_gives_its_log(used: Path) -> None:
    used.chmod(0o500)
    try:
        assert len(read_log(used, NOW - timedelta(days=1), keep_days=30, clock=lambda: NOW).records) == 1
        seen = survey(used).unsent
        assert seen is not None
        assert seen.writes == 1
    finally:
        used.chmod(0o700)
