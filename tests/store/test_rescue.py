"""Files that can't be used as they are: set aside with a word, what is precious in them rescued first."""

import os
import random
import sqlite3
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from hh_tui.errors import NotKept, StoreDamaged, StoreGone, StoreNewer
from hh_tui.i18n import Catalogue
from hh_tui.inbox.decisions.journal_entries import Added, DraftKept, Moved, Record
from hh_tui.inbox.decisions.outbox import Stage
from hh_tui.store import rescue
from hh_tui.store.database import check
from hh_tui.store.files import CACHE, JOURNAL
from hh_tui.ui.presenters.errors import explain
from tests.store.samples import NOW, deed, fill, journal_at
from tests.store.test_cache import STRETCH
from tests.store.test_store import opened

Harm = Callable[[Path], None]

OPEN = (Stage.HELD, Stage.SENDING, Stage.UNKNOWN, Stage.FAILED)


def _records(folder: Path) -> tuple[Record, ...]:
    journal = journal_at(folder)
    found = journal.records(NOW - timedelta(days=1))
    journal.close()
    return found


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def _harm(folder: Path, change: Callable[[bytearray], bytes | bytearray]) -> None:
    path = folder / JOURNAL
    path.write_bytes(change(bytearray(path.read_bytes())))


def _headless(content: bytearray) -> bytes:
    return b"\xff" * 100 + content[100:]


def _garbage(content: bytearray) -> bytes:
    return random.Random(7).randbytes(len(content))


@pytest.mark.parametrize("change", [_headless, lambda content: content + b"x" * 4096])
def test_a_damaged_beginning_or_end_costs_nothing(
    tmp_path: Path, change: Callable[[bytearray], bytes | bytearray]
) -> None:
    fill(tmp_path)
    before = {record.operation: record for record in _records(tmp_path)}
    _harm(tmp_path, change)
    with opened(tmp_path) as store:
        found = {record.operation: record for record in store.records()}
        for record in found.values():
            was = before[record.operation]
            assert (record.stage, record.at, record.attempted_at) == (was.stage, was.at, was.attempted_at)
            assert type(record.error) is type(was.error)
        assert [record.operation.id for record in found.values()][:3] == ["w0", "w1", "w2"]
        assert store.drafts() == {"9": "begun"}
        assert store.sheets() == {("9", "x"): {"message": "m", "send_sms": True}}
        assert store.values("snooze") == {"9": "monday"}


def test_what_was_set_aside_is_told_once_and_kept_as_it_was(tmp_path: Path) -> None:
    fill(tmp_path)
    _harm(tmp_path, _headless)
    content = (tmp_path / JOURNAL).read_bytes()
    with opened(tmp_path) as store:
        assert store.why_not is None
        (told,) = store.notices
        assert isinstance(told, StoreDamaged)
        assert told.values["n"] == 5
        aside = Path(str(told.values["path"]))
        assert aside.name == "journal.db.damaged-20260514T090000"
        assert aside.read_bytes() == content
        store.write(Moved("w2", Stage.SENDING))
    with opened(tmp_path) as store:
        assert store.notices == ()
        assert {record.operation.id: record.stage for record in store.records()} == {
            "w0": Stage.SENDING, "w1": Stage.UNKNOWN, "w2": Stage.SENDING
        }  # fmt: skip
    assert not [name for name in _names(tmp_path) if name.endswith((".new", ".ready", ".copy"))]


def _flipped(dice: random.Random) -> Callable[[bytearray], bytearray]:
    def flipped(content: bytearray) -> bytearray:
        for _ in range(dice.choice([1, 30, 400])):
            content[dice.randrange(len(content))] ^= 1 << dice.randrange(8)
        return content

    return flipped


def _cut(dice: random.Random) -> Callable[[bytearray], bytearray]:
    return lambda content: content[: dice.randrange(1, len(content))]


def _both(dice: random.Random) -> Callable[[bytearray], bytearray]:
    return lambda content: _flipped(dice)(_cut(dice)(content))


@pytest.mark.parametrize("seed", range(int(os.environ.get("HH_TUI_SOAK", "12"))))
def test_whatever_is_damaged_nothing_is_made_up(tmp_path: Path, seed: int) -> None:
    """The store opens and goes on; what it has was decided like this, what it lacks is told."""
    fill(tmp_path, writes=40)
    with opened(tmp_path):
        pass
    before = {record.operation.id: record for record in _records(tmp_path) if record.stage in OPEN}
    dice = random.Random(seed)
    _harm(tmp_path, (_flipped, _cut, _both)[seed % 3](dice))
    with opened(tmp_path) as store:
        assert store.why_not is None
        check(store._journal._connection)
        found = {record.operation.id: record for record in store.records() if record.stage in OPEN}
        for id_, record in found.items():
            assert record.operation == before[id_].operation
            # What may have been sent is not held again.
            assert record.stage is not Stage.HELD or before[id_].stage is Stage.HELD
        if missing := before.keys() - found.keys():
            (told,) = store.notices
            assert int(told.values["lost"]) + len(store.drafts()) >= len(missing)
        store.write(DraftKept("1", "goes on"))
    with opened(tmp_path) as store:
        assert store.notices == ()
        assert store.drafts()["1"] == "goes on"


def test_a_damaged_page_costs_what_is_on_it_only(tmp_path: Path) -> None:
    fill(tmp_path, writes=60)
    with sqlite3.connect(tmp_path / JOURNAL) as connection:
        ((page,),) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'draft'")
    connection.close()
    _harm(tmp_path, lambda content: content[: 4096 * (page - 1)] + b"\xee" * 4096 + content[4096 * page :])
    with opened(tmp_path) as store:
        assert [type(one) for one in store.notices] == [StoreDamaged]
        stages = {record.operation.id: record.stage for record in store.records()}
        assert set(stages) == {f"w{number}" for number in range(60)}
        assert (stages["w0"], stages["w1"], stages["w7"]) == (Stage.SENDING, Stage.UNKNOWN, Stage.HELD)
        assert store.drafts() == {}
        assert store.sheets() != {}


def test_what_may_have_been_sent_is_not_held_again(tmp_path: Path) -> None:
    fill(tmp_path)
    with sqlite3.connect(tmp_path / JOURNAL) as connection:
        ((page,),) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'outbox_stage'")
    connection.close()
    _harm(tmp_path, lambda content: content[: 4096 * (page - 1)] + b"\xee" * 4096 + content[4096 * page :])
    with opened(tmp_path) as store:
        assert {record.stage for record in store.records()} == {Stage.SENDING}
        assert {record.operation.id for record in store.records()} >= {"w0", "w1", "w2"}
        assert all(one.attempted_at == one.operation.decided_at for one in store.records())


@pytest.mark.parametrize(
    "change",
    [
        _garbage,
        lambda content: content[: len(content) // 2],
        lambda content: content[:50],
        lambda _: b"not a database",
    ],
)
def test_any_ruin_is_set_aside(tmp_path: Path, change: Callable[[bytearray], bytes]) -> None:
    fill(tmp_path, writes=30)
    _harm(tmp_path, change)
    with opened(tmp_path) as store:
        assert [type(one) for one in store.notices] == [StoreDamaged]
        store.write(Added(deed("new")))
    with opened(tmp_path) as store:
        assert store.notices == ()
        assert store.records()[-1].operation.id == "wnew"


def test_a_truncated_journal_gives_what_is_left(tmp_path: Path) -> None:
    fill(tmp_path, writes=60)
    _harm(tmp_path, lambda content: content[: len(content) * 2 // 3])
    with opened(tmp_path) as store:
        (told,) = store.notices
        assert len(store.records()) > 15
        assert int(told.values["n"]) >= len(store.records())
        assert int(told.values["lost"]) + len(store.records()) >= 60


def test_a_lost_root_hides_no_decision(tmp_path: Path) -> None:
    """The page that leads to all others of its table is gone: SQL finds nothing, the pages are there."""
    fill(tmp_path, writes=60)
    with sqlite3.connect(tmp_path / JOURNAL) as connection:
        ((page,),) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'outbox'")
    connection.close()
    _harm(tmp_path, lambda content: content[: 4096 * (page - 1)] + b"\xee" * 4096 + content[4096 * page :])
    with opened(tmp_path) as store:
        assert len(store.records()) == 60
        assert store.drafts() == {"9": "begun"}


@pytest.mark.parametrize("content", [b"", None])
@pytest.mark.parametrize("marked", [True, False])
def test_an_empty_or_missing_journal_is_told(tmp_path: Path, content: bytes | None, marked: bool) -> None:
    with opened(tmp_path) as store:
        for number in range(3):
            store.write(Added(deed(number)))
        store.keep_thread("5", STRETCH, NOW)
    if not marked:
        (tmp_path / "journal.count").unlink()
    (tmp_path / JOURNAL).unlink()
    if content is not None:
        (tmp_path / JOURNAL).write_bytes(content)
        (tmp_path / JOURNAL).chmod(0o600)
    with opened(tmp_path) as store:
        assert store.records() == ()
        told = [(type(one), one.values["n"], one.values["lost"]) for one in store.notices]
        kind = StoreGone if content is None else StoreDamaged
        assert told == [(kind, 0, 3 if marked else "?")]
        store.write(Added(deed("new")))
    with opened(tmp_path) as store:
        assert (store.notices, len(store.records())) == ((), 1)


def test_how_much_was_lost_is_said(tmp_path: Path) -> None:
    for lost, said in (
        (0, "спасено 5 записей."),
        (3, "пропали ещё по меньшей мере 3."),
        ("?", "неизвестно."),
    ):
        assert said in explain(Catalogue("ru"), StoreDamaged(path="p", n=5, lost=lost)).what


def test_a_letter_that_was_altered_is_a_draft_and_does_not_go(tmp_path: Path) -> None:
    fill(tmp_path)
    _harm(tmp_path, lambda content: content.replace(b"letter 2", b"letter 7"))
    with opened(tmp_path) as store:
        assert [type(one) for one in store.notices] == [StoreDamaged]
        assert {record.operation.id for record in store.records()} == {"w0", "w1"}
        assert store.drafts() == {"2": "letter 7", "9": "begun"}


def test_a_log_without_its_journal_is_not_thrown_away(tmp_path: Path) -> None:
    journal = journal_at(tmp_path)
    journal.write([Added(deed(1))], NOW)
    log = (tmp_path / "journal.db-wal").read_bytes()
    journal.close()
    (tmp_path / JOURNAL).unlink()
    path = tmp_path / "journal.db-wal"
    path.write_bytes(log)
    path.chmod(0o600)
    with opened(tmp_path) as store:
        assert [type(one) for one in store.notices] == [StoreDamaged]
        assert [record.operation.id for record in store.records()] == ["w1"]


def test_a_newer_journal_is_set_aside_and_taken_over(tmp_path: Path) -> None:
    fill(tmp_path)
    with sqlite3.connect(tmp_path / JOURNAL) as connection:
        connection.executescript("ALTER TABLE outbox ADD COLUMN colour TEXT; PRAGMA user_version = 99;")
    connection.close()
    with opened(tmp_path) as store:
        (told,) = store.notices
        assert isinstance(told, StoreNewer)
        assert (told.values["n"], ".newer-" in str(told.values["path"])) == (5, True)
        assert [record.stage for record in store.records()] == [Stage.SENDING, Stage.UNKNOWN, Stage.HELD]
        assert store.drafts() == {"9": "begun"}


@pytest.mark.parametrize("renames", range(4))
def test_a_crash_in_the_middle_of_it_loses_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, renames: int
) -> None:
    fill(tmp_path)
    _harm(tmp_path, _headless)
    (tmp_path / "journal.db-wal").touch(mode=0o600)
    done = 0

    def crash(path: Path, to: Path) -> None:
        nonlocal done
        if done == renames:
            raise KeyboardInterrupt
        done += 1
        path.replace(to)

    with monkeypatch.context() as patch:
        patch.setattr(rescue, "rename_private", crash)
        with pytest.raises(KeyboardInterrupt):
            rescue.renewed(tmp_path / JOURNAL, NOW, StoreDamaged)
    with opened(tmp_path) as store:
        assert store.why_not is None
        assert [record.stage for record in store.records()] == [Stage.SENDING, Stage.UNKNOWN, Stage.HELD]
        assert store.drafts() == {"9": "begun"}


@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE outbox SET operation = '{}' WHERE id = 'w2'",
        "UPDATE draft SET text = 'x'",
        "UPDATE sheet SET typed = 5",
    ],
)
def test_an_open_row_that_can_not_be_read_is_not_passed_over(tmp_path: Path, harm: str) -> None:
    fill(tmp_path)
    with sqlite3.connect(tmp_path / JOURNAL) as connection:
        connection.execute("DROP TRIGGER outbox_never_changes")
        connection.execute(harm)
    connection.close()
    with opened(tmp_path) as store:
        (told,) = store.notices
        assert (type(told), told.values["n"]) == (StoreDamaged, 4)
    with opened(tmp_path) as store:
        assert store.notices == ()


def test_without_room_for_a_fresh_one_nothing_is_touched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(tmp_path)
    _harm(tmp_path, _headless)
    content = (tmp_path / JOURNAL).read_bytes()

    def full(*_: object) -> None:
        raise NotKept(why="database or disk is full")

    with monkeypatch.context() as patch:
        patch.setattr(rescue, "_take_over", full)
        with opened(tmp_path) as store:
            assert isinstance(store.why_not, NotKept)
    assert (tmp_path / JOURNAL).read_bytes() == content
    with opened(tmp_path) as store:
        assert len(store.records()) == 3


@pytest.mark.parametrize("content", [b"", b"garbage" * 1000, None])
def test_a_damaged_cache_is_deleted(tmp_path: Path, content: bytes | None) -> None:
    with opened(tmp_path) as store:
        store.write(Added(deed(1)))
        for number in range(200):
            store.keep_thread(str(number), STRETCH, NOW)
    path = tmp_path / CACHE
    if content is None:
        with sqlite3.connect(path) as connection:
            connection.execute("PRAGMA user_version = 99")
        connection.close()
    else:
        path.write_bytes(content)
    with opened(tmp_path) as store:
        assert (store.notices, store.thread("5")) == ((), None)
        assert len(store.records()) == 1
        store.keep_thread("5", STRETCH, NOW)
    with opened(tmp_path) as store:
        assert store.thread("5") is not None


def test_after_a_crash_every_page_of_the_cache_is_checked(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        for number in range(200):
            store.keep_thread(str(number), STRETCH, NOW)
    path = tmp_path / CACHE
    content = path.read_bytes()
    half = len(content) // 2
    path.write_bytes(content[:half] + b"\xee" * 4096 + content[half + 4096 :])
    with opened(tmp_path) as store:  # it ended well, so nobody looks
        for number in range(200):
            store.thread(str(number))
        assert [one.code for one in store.notices] == ["cache_off"]
    with opened(tmp_path) as store:
        assert store.notices == ()
        assert [store.thread(str(number)) for number in range(200)] == [None] * 200
