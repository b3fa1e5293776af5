"""Files of older versions are brought up to date, each step wholly or not at all."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from hh_tui.inbox.decisions.outbox import Stage
from hh_tui.store import schema
from hh_tui.store.database import writable
from hh_tui.store.files import JOURNAL
from tests.store.samples import NOW, deed, journal_at
from tests.store.test_store import opened

FIRST = """
CREATE TABLE outbox (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    negotiation_id TEXT NOT NULL,
    account TEXT NOT NULL,
    batch TEXT NOT NULL,
    decided_at TEXT NOT NULL,
    operation TEXT NOT NULL
);

CREATE TABLE outbox_stage (
    outbox_id TEXT NOT NULL REFERENCES outbox (id) ON DELETE CASCADE,
    n INTEGER NOT NULL,
    stage TEXT NOT NULL,
    at TEXT NOT NULL,
    error TEXT,
    PRIMARY KEY (outbox_id, n)
) WITHOUT ROWID;

CREATE VIEW outbox_now AS
SELECT outbox.seq, outbox.id, outbox.operation, last.stage, last.at, last.error, (
    SELECT tried.at FROM outbox_stage AS tried
    WHERE tried.outbox_id = outbox.id AND tried.stage = 'sending'
    ORDER BY tried.n DESC LIMIT 1) AS attempted_at
FROM outbox JOIN outbox_stage AS last ON last.outbox_id = outbox.id
WHERE last.n = (SELECT max(n) FROM outbox_stage WHERE outbox_id = outbox.id);

CREATE TRIGGER outbox_never_changes BEFORE UPDATE ON outbox
BEGIN SELECT RAISE(ABORT, 'a write never changes'); END;

CREATE TRIGGER outbox_stage_never_changes BEFORE UPDATE ON outbox_stage
BEGIN SELECT RAISE(ABORT, 'a stage never changes'); END;

CREATE TRIGGER outbox_stays_while_open BEFORE DELETE ON outbox
WHEN NOT EXISTS (SELECT 1 FROM outbox_now WHERE id = OLD.id AND stage IN ('done', 'dropped'))
BEGIN SELECT RAISE(ABORT, 'an open write stays'); END;

CREATE TRIGGER outbox_stage_stays BEFORE DELETE ON outbox_stage
WHEN EXISTS (SELECT 1 FROM outbox WHERE id = OLD.outbox_id)
BEGIN SELECT RAISE(ABORT, 'a stage goes with its write only'); END;

CREATE TRIGGER outbox_stage_is_next BEFORE INSERT ON outbox_stage
WHEN NEW.n != (SELECT count(*) FROM outbox_stage WHERE outbox_id = NEW.outbox_id)
BEGIN SELECT RAISE(ABORT, 'stages are counted'); END;

CREATE TRIGGER outbox_stage_is_drawn BEFORE INSERT ON outbox_stage
WHEN coalesce((SELECT stage FROM outbox_stage WHERE outbox_id = NEW.outbox_id ORDER BY n DESC LIMIT 1), '')
    || ' > ' || NEW.stage NOT IN (
        ' > held',
        'held > sending', 'held > failed', 'held > dropped',
        'sending > done', 'sending > failed', 'sending > unknown', 'sending > held',
        'unknown > done', 'unknown > failed', 'unknown > dropped',
        'failed > dropped')
BEGIN SELECT RAISE(ABORT, 'this stage does not follow'); END;

CREATE TABLE draft (
    negotiation_id TEXT PRIMARY KEY,
    at TEXT NOT NULL,
    text TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE sheet (
    negotiation_id TEXT NOT NULL,
    action_id TEXT NOT NULL,
    at TEXT NOT NULL,
    typed TEXT NOT NULL,
    PRIMARY KEY (negotiation_id, action_id)
) WITHOUT ROWID;

CREATE TABLE opened (
    negotiation_id TEXT PRIMARY KEY,
    at TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE mark (
    kind TEXT NOT NULL,
    negotiation_id TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (kind, negotiation_id)
) WITHOUT ROWID;
"""
"""The tables as the first version made them; this text never changes."""

OPERATION = """{"id":"w1","source":["77","fresh","https://api.hh.ru/negotiations/fresh?vacancy_id=77"],
"negotiation":{"id":"1","employer_state":{"id":"fresh","name":"Fresh"}},
"action":{"id":"later","name":"Later","method":"PUT","url":"https://api.hh.ru/negotiations/later/1",
"resulting_employer_state":{"id":"later","name":"Later"}},
"form":[],"decided_at":"2026-05-14T08:30:00+00:00"}"""
"""A write as the first version wrote it, with what nobody could do without."""

ROWS = f"""
PRAGMA user_version = 1;
INSERT INTO outbox VALUES (5, 'w1', '1', '', '', '2026-05-14T08:30:00.000000+00:00', '{OPERATION}');
INSERT INTO outbox_stage VALUES ('w1', 0, 'held', '2026-05-14T08:30:00.000000+00:00', NULL);
INSERT INTO outbox_stage VALUES ('w1', 1, 'sending', '2026-05-14T08:30:05.000000+00:00', NULL);
INSERT INTO outbox_stage VALUES ('w1', 2, 'failed', '2026-05-14T08:30:06.000000+00:00',
    '{{"kind":"Refused","values":{{}},"refused":[403,"negotiations","wrong_state",""]}}');
INSERT INTO draft VALUES ('2', '2026-05-14T08:30:00.000000+00:00', '"begun"');
INSERT INTO sheet VALUES ('2', 'x', '2026-05-14T08:30:00.000000+00:00', '{{"message":"m"}}');
INSERT INTO opened VALUES ('3', '2026-05-14T08:30:00.000000+00:00');
INSERT INTO mark VALUES ('snooze', '4', 'monday');
"""  # noqa: S608


def _made(path: Path, *scripts: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch(mode=0o600)
    with closing(sqlite3.connect(path)) as connection:
        for script in scripts:
            connection.executescript(script)


def test_the_first_script_is_never_rewritten() -> None:
    assert schema.JOURNAL[0] == FIRST


def test_a_journal_of_the_first_version_is_read(tmp_path: Path) -> None:
    _made(tmp_path / JOURNAL, FIRST, ROWS)
    with opened(tmp_path) as store:
        assert (store.why_not, store.notices) == (None, ())
        (record,) = store.records()
        assert (record.operation.id, record.operation.negotiation.id) == ("w1", "1")
        assert record.operation.action == deed(1).action
        assert (record.stage, record.error and record.error.code) == (Stage.FAILED, "refused")
        assert (store.drafts(), store.sheets()) == ({"2": "begun"}, {("2", "x"): {"message": "m"}})
        assert store.values("snooze") == {"4": "monday"}


def test_a_file_without_tables_is_one_of_no_version(tmp_path: Path) -> None:
    (tmp_path / JOURNAL).touch(mode=0o600)
    with opened(tmp_path) as store:
        assert (store.why_not, store.notices, store.records()) == (None, (), ())


def test_each_script_runs_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _made(tmp_path / JOURNAL, FIRST, ROWS)
    later = ("ALTER TABLE draft ADD COLUMN colour TEXT", "CREATE TABLE later (x)")
    monkeypatch.setattr(schema, "JOURNAL", (*schema.JOURNAL, *later))
    for _ in range(2):
        with opened(tmp_path) as store:
            assert (store.why_not, store.notices, len(store.records())) == (None, (), 1)
            version = store._journal._connection.execute("PRAGMA user_version").fetchone()
            assert version == (len(schema.JOURNAL),)


def test_a_script_that_fails_leaves_nothing(tmp_path: Path) -> None:
    journal_at(tmp_path).close()
    broken = "CREATE TABLE later (x); INSERT INTO later VALUES (1); SELECT nonsense FROM nowhere"
    with pytest.raises(sqlite3.OperationalError):
        writable(tmp_path / JOURNAL, (*schema.JOURNAL, broken), "FULL")
    journal = journal_at(tmp_path)
    assert journal._connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'later'").fetchone() is None
    assert journal.records(NOW) == ()
    journal.close()
