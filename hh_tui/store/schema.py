"""The tables, as scripts that are only ever added to: `user_version` counts those a file has seen.

Times are ISO 8601 in UTC, so that they sort as text. The table `opened` stays empty: when a candidate was
opened is a mark.
"""

from typing import Final

_OUTBOX = """
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
"""

_TEXTS = """
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

_CACHE = """
CREATE TABLE meta (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE kept (
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    number INTEGER NOT NULL,
    at TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (kind, name, number)
);

CREATE INDEX kept_by_age ON kept (at);
"""

JOURNAL: Final = (_OUTBOX + _TEXTS,)
CACHE: Final = (_CACHE,)
