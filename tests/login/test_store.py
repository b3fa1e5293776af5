"""Tokens on disk: nobody else reads them, none is half written, none is shown."""

import os
import stat
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from filelock import FileLock

from hh_tui.cli import main
from hh_tui.errors import StoreBusy, UnsafeFile, UnusableFile
from hh_tui.files.private_files import private_folder, write_private
from hh_tui.settings.locations import log_file, tokens_folder
from hh_tui.tokens import lock
from hh_tui.tokens.pair import TokenPair
from hh_tui.tokens.record import KeyringEntry, LoginRecord
from hh_tui.tokens.store import TokenStore
from tests.login.scene import forget, pair_for


@pytest.fixture
def open_umask() -> Iterator[None]:
    before = os.umask(0)
    yield
    os.umask(before)


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_pair_comes_back_as_it_was(tmp_path: Path) -> None:
    store = TokenStore(tmp_path / "tokens")
    assert store.load("default") is None
    store.save("default", pair_for())
    store.save("second", pair_for(access="OTHER"))
    assert store.load("default") == pair_for()
    forget(store)
    forget(store)
    assert store.load("default") is None
    assert store.load("second") is not None


@pytest.mark.usefixtures("open_umask")
def test_only_the_owner_can_read_whatever_the_umask(tmp_path: Path) -> None:
    folder = tmp_path / "home" / "tokens"
    TokenStore(folder).save("default", pair_for())
    assert _mode(folder / "default.json") == 0o600
    assert _mode(folder) == 0o700
    assert _mode(folder.parent) == 0o700


def test_a_folder_of_ours_that_is_open_is_closed(tmp_path: Path) -> None:
    folder = tmp_path / "tokens"
    folder.mkdir(mode=0o777)
    TokenStore(folder).save("default", pair_for())
    assert _mode(folder) == 0o700


def test_a_link_is_refused(tmp_path: Path) -> None:
    store = TokenStore(tmp_path / "tokens")
    store.save("default", pair_for())
    (tmp_path / "tokens" / "linked.json").symlink_to(tmp_path / "tokens" / "default.json")
    with pytest.raises(UnsafeFile) as caught:
        store.load("linked")
    assert caught.value.values["why"] == "symlink"
    (tmp_path / "other").symlink_to(tmp_path / "tokens")
    with pytest.raises(UnsafeFile):
        TokenStore(tmp_path / "other").load("default")


def test_saving_over_a_link_leaves_its_target_alone(tmp_path: Path) -> None:
    store = TokenStore(tmp_path / "tokens")
    store.save("default", pair_for())
    target = tmp_path / "target"
    target.write_text("mine")
    (tmp_path / "tokens" / "linked.json").symlink_to(target)
    store.save("linked", pair_for())
    assert target.read_text() == "mine"
    assert store.load("linked") == pair_for()


def test_a_file_open_to_others_is_refused(tmp_path: Path) -> None:
    store = TokenStore(tmp_path / "tokens")
    store.save("default", pair_for())
    (tmp_path / "tokens" / "default.json").chmod(0o644)
    with pytest.raises(UnsafeFile) as caught:
        store.load("default")
    assert caught.value.values["why"] == "open"


def test_a_foreign_owner_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = TokenStore(tmp_path / "tokens")
    store.save("default", pair_for())
    monkeypatch.setattr(os, "geteuid", lambda: 54321)
    with pytest.raises(UnsafeFile) as caught:
        store.load("default")
    assert caught.value.values["why"] == "owner"


OLD = "keyring.backends.SecretService.Keyring"
"""A backend's name, as records have it."""


@pytest.mark.parametrize(
    ("text", "record"),
    [
        ('{"home":"file","origin":"https://api.hh.ru","leftovers":[],"moved_from":"","told":true}',
         LoginRecord(home="file", origin="https://api.hh.ru")),
        (f'{{"home":{{"ring":"{OLD}","key":"work"}},"origin":"","leftovers":[],"moved_from":"","told":true}}',
         LoginRecord(home=KeyringEntry(ring=OLD, key="work"))),
        (f'{{"home":null,"origin":"","leftovers":[{{"ring":"{OLD}","key":"work"}}],"moved_from":"{OLD}",'
         '"told":false}',
         LoginRecord(leftovers=(KeyringEntry(ring=OLD, key="work"),), moved_from=OLD, told=False)),
    ],
)  # fmt: skip
def test_a_record_has_the_form_of_all_versions(text: str, record: LoginRecord) -> None:
    assert LoginRecord.read(text.encode()) == record
    assert record.written() == text.encode()
    assert LoginRecord.read(text.replace("{", '{"of a later version": [1], ', 1).encode()) == record


def test_a_pair_has_the_form_of_all_versions() -> None:
    text = (
        '{"access": "ACCESS-1", "refresh": "REFRESH-1", "origin": "https://api.hh.ru", '
        '"obtained_at": "2026-05-01T01:02:03.000456+00:00", "expires_at": "2026-05-15T04:02:03+03:00"}'
    )
    pair = TokenPair.read(text)
    assert pair is not None
    assert (pair.access.reveal(), pair.refresh.reveal()) == ("ACCESS-1", "REFRESH-1")
    assert pair.obtained_at == datetime(2026, 5, 1, 1, 2, 3, 456, tzinfo=UTC)
    assert pair.expires_at == datetime(2026, 5, 15, 1, 2, 3, tzinfo=UTC)
    assert pair.written() == text
    assert TokenPair.read(text.replace("+00:00", "").encode()) is None, "a time of nowhere"


def test_no_text_that_is_kept_ends_the_program() -> None:
    for text in (b"[" * 100_000, b'{"home":' * 100_000, b'{"access":"\\ud800"}', b'{"home":"\xff"}', b"\x00"):
        assert TokenPair.read(text) is None
        assert LoginRecord.read(text) is None
    assert TokenPair.read("\ud800") is None


@pytest.mark.parametrize("content", [b"", b"{", b"null", b'{"access": 1}', b"\xff"])
def test_what_is_no_pair_is_named_and_not_shown(tmp_path: Path, content: bytes) -> None:
    write_private(tmp_path / "tokens" / "default.json", content)
    with pytest.raises(UnsafeFile):
        TokenStore(tmp_path / "tokens").load("default")


@pytest.mark.parametrize("content", [b"{", b"null", b'{"home": 1}', b"\xff"])
def test_a_record_that_is_none_is_named(tmp_path: Path, content: bytes) -> None:
    store = TokenStore(tmp_path / "tokens")
    store.save("default", pair_for())
    record = tmp_path / "tokens" / "default.profile"
    write_private(record, content)
    with pytest.raises(UnsafeFile) as caught:
        store.load("default")
    assert caught.value.values["path"] == str(record)
    assert store.profiles() == ("default",)


def test_a_failing_write_keeps_the_old_pair(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = TokenStore(tmp_path / "tokens")
    store.save("default", pair_for())

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UnusableFile):
        store.save("default", pair_for(access="NEW"))
    assert store.load("default") == pair_for()
    names = sorted(path.name for path in (tmp_path / "tokens").iterdir())
    assert names == ["default.json", "default.profile"]


def test_no_repr_shows_a_secret() -> None:
    pair = pair_for(access="ACCESS-1", refresh="REFRESH-1")
    assert "ACCESS-1" not in f"{pair!r} {pair}"
    assert "REFRESH-1" not in f"{pair!r} {pair}"
    assert "ACCESS-1" in pair.written()


async def test_the_lock_is_held_by_one(tmp_path: Path) -> None:
    passed = 0.0

    async def sleep(seconds: float) -> None:
        nonlocal passed
        passed += max(seconds, 1)

    one, other = TokenStore(tmp_path / "tokens"), TokenStore(tmp_path / "tokens")
    async with one.lock("default"):
        async with other.lock("second"):
            pass
        with pytest.raises(StoreBusy):
            async with other.lock("default", sleep, lambda: passed):
                raise AssertionError
    async with other.lock("default"):
        pass


def test_places_without_a_home_are_the_platforms(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("HH_TUI_HOME")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    if os.name == "posix" and os.uname().sysname == "Linux":
        assert tokens_folder() == tmp_path / "data" / "hh-tui" / "tokens"
        assert log_file().is_relative_to(tmp_path / "state" / "hh-tui")


def test_all_profiles_with_a_token_are_known(tmp_path: Path) -> None:
    store = TokenStore(tmp_path / "tokens")
    assert store.profiles() == ()
    store.save("work", pair_for())
    store.save("a.b", pair_for())
    (tmp_path / "tokens" / "default.lock").touch(mode=0o600)
    assert store.profiles() == ("a.b", "work")
    forget(store, "work")
    assert store.profiles() == ("a.b",)


@pytest.fixture
def unmoved() -> Path:
    """The folder of a login that an earlier version kept in a keyring, under the profile's name."""
    folder = private_folder(tokens_folder())
    (folder / "default.profile").touch(mode=0o600)
    return folder


def test_who_waits_for_another_move_is_told_in_a_sentence(
    unmoved: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(lock, "TIMEOUT", 0.1)
    with FileLock(unmoved / "default.takeover.lock"):
        assert main.main(["--lang", "en", "ls", "--vacancies"]) == 1
    said = "hh-tui: Another hh-tui holds the token for too long. Close it and repeat.\n"
    assert capsys.readouterr().err == said


def test_a_lock_that_can_not_be_made_is_told_in_a_sentence(
    unmoved: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (unmoved / "default.takeover.lock").mkdir()
    assert main.main(["--lang", "en", "ls", "--vacancies"]) == 1
    told = capsys.readouterr().err
    assert told.startswith(f"hh-tui: Can't read or write {unmoved / 'default.takeover.lock'}")
    assert told.count("\n") == 1
