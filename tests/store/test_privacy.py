"""Files that nobody else may read, under any umask; links and foreign owners are refused."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from hh_tui.errors import UnsafeFile
from hh_tui.inbox.decisions.journal_entries import Added
from hh_tui.store.files import JOURNAL
from tests.store.samples import NOW, deed
from tests.store.test_cache import STRETCH
from tests.store.test_store import opened

NAMES = {
    "lock",
    "journal.count",
    *(f"{name}.db{end}" for name in ("journal", "cache") for end in ("", "-wal", "-shm")),
}


@pytest.fixture
def open_umask() -> Iterator[None]:
    before = os.umask(0)
    yield
    os.umask(before)


def _modes(folder: Path) -> dict[str, int]:
    return {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()}


@pytest.mark.usefixtures("open_umask")
async def test_only_the_owner_can_read_whatever_the_umask(tmp_path: Path) -> None:
    folder = tmp_path / "home" / "store" / "default"
    with opened(folder) as store:
        await store.write(Added(deed(1)))
        store.keep_thread("1", STRETCH, NOW)
        store._cache_thread.submit(lambda: None).result()
        assert _modes(folder) == dict.fromkeys(NAMES, 0o600)
        with opened(folder) as second:
            assert second.thread("1") is not None
            assert _modes(folder) == dict.fromkeys(NAMES, 0o600)
    for one in (folder, folder.parent, folder.parent.parent):
        assert stat.S_IMODE(one.stat().st_mode) == 0o700
    assert set(_modes(folder).values()) == {0o600}


@pytest.mark.usefixtures("open_umask")
def test_what_is_set_aside_and_made_anew_is_private_too(tmp_path: Path) -> None:
    folder = tmp_path / "s"
    with opened(folder) as store:
        store.write(Added(deed(1)))
    content = (folder / JOURNAL).read_bytes()
    (folder / JOURNAL).write_bytes(content[:-9000])
    with opened(folder) as store:
        assert store.notices
        assert len(_modes(folder)) > len(NAMES)
        assert set(_modes(folder).values()) == {0o600}


@pytest.mark.parametrize("name", ["journal.db", "journal.db-wal", "journal.db-shm", "lock"])
def test_links_are_refused(tmp_path: Path, name: str) -> None:
    target = tmp_path / "target"
    target.write_text("mine")
    (tmp_path / "s").mkdir(mode=0o700)
    (tmp_path / "s" / name).symlink_to(target)
    with opened(tmp_path / "s") as store:
        assert isinstance(store.why_not, UnsafeFile)
        assert store.why_not.values["why"] == "symlink"
    assert target.read_text() == "mine"


def test_a_folder_that_is_a_link_is_refused(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "s").symlink_to(tmp_path / "elsewhere")
    with opened(tmp_path / "s") as store:
        assert isinstance(store.why_not, UnsafeFile)
    assert list((tmp_path / "elsewhere").iterdir()) == []


@pytest.mark.parametrize("name", ["cache.db", "cache.db-wal"])
def test_a_cache_that_is_a_link_is_left_alone(tmp_path: Path, name: str) -> None:
    target = tmp_path / "target"
    target.write_text("mine")
    (tmp_path / "s").mkdir(mode=0o700)
    (tmp_path / "s" / name).symlink_to(target)
    with opened(tmp_path / "s") as store:
        assert store.why_not is None
        assert [one.code for one in store.notices] == ["cache_off"]
    assert target.read_text() == "mine"


def test_a_foreign_owner_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with opened(tmp_path / "s"):
        pass
    monkeypatch.setattr(os, "geteuid", lambda: 54321)
    with opened(tmp_path / "s") as store:
        assert isinstance(store.why_not, UnsafeFile)
        assert store.why_not.values["why"] == "owner"


@pytest.mark.parametrize("name", ["journal.db", "lock"])
def test_a_file_open_to_others_is_refused(tmp_path: Path, name: str) -> None:
    with opened(tmp_path / "s"):
        pass
    (tmp_path / "s" / name).chmod(0o644)
    with opened(tmp_path / "s") as store:
        assert isinstance(store.why_not, UnsafeFile)
        assert store.why_not.values["why"] == "open"
