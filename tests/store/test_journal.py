"""The journal: what was decided is there, unchanged, and only what is drawn can happen to it."""

import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hh_tui.errors import AnswerLost, HHError, NotKept, Refused
from hh_tui.inbox.decisions import sprint_texts
from hh_tui.inbox.decisions.journal_entries import Added, DraftKept, Moved, SheetKept
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.decisions.outbox import Stage
from hh_tui.inbox.lists.snoozed_item import SnoozeKind, snooze, to_text
from hh_tui.inbox.snapshot import opened_log
from hh_tui.store.database import in_memory
from hh_tui.store.journal import Journal
from hh_tui.store.marker import Marker
from hh_tui.store.schema import JOURNAL
from tests.factory import HERE, negotiation
from tests.store.samples import LONG_AGO, NOW, OPERATIONS, deed, journal_at, note

DRAWN = {
    Stage.HELD: {Stage.SENDING, Stage.FAILED, Stage.DROPPED},
    Stage.SENDING: {Stage.DONE, Stage.FAILED, Stage.UNKNOWN, Stage.HELD},
    Stage.UNKNOWN: {Stage.DONE, Stage.FAILED, Stage.DROPPED},
    Stage.FAILED: {Stage.DROPPED},
    Stage.DONE: set(),
    Stage.DROPPED: set(),
}
WAYS = {
    Stage.HELD: [],
    Stage.SENDING: [Stage.SENDING],
    Stage.UNKNOWN: [Stage.SENDING, Stage.UNKNOWN],
    Stage.FAILED: [Stage.SENDING, Stage.FAILED],
    Stage.DONE: [Stage.SENDING, Stage.DONE],
    Stage.DROPPED: [Stage.DROPPED],
}


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    journal = journal_at(tmp_path / "store")
    yield journal
    journal.close()


def _at(seconds: int) -> datetime:
    return NOW + timedelta(seconds=seconds)


def _stages(journal: Journal, since: datetime = LONG_AGO) -> dict[str, Stage]:
    return {record.operation.id: record.stage for record in journal.records(since)}


def _arrive(journal: Journal, stage: Stage) -> None:
    journal.write([Added(deed()), *(Moved("w1", step) for step in WAYS[stage])], NOW)


@given(st.lists(OPERATIONS, max_size=4, unique_by=lambda one: one.id))
def test_writes_come_back_in_the_order_decided(operations: list[Operation]) -> None:
    journal = Journal(in_memory(JOURNAL))
    journal.write([Added(operation) for operation in operations], NOW)
    assert [record.operation for record in journal.records(NOW)] == operations
    assert {record.stage for record in journal.records(NOW)} <= {Stage.HELD}
    journal.close()


def test_everything_is_there_after_the_next_start(tmp_path: Path) -> None:
    journal = journal_at(tmp_path)
    refused = Refused(403, "negotiations", "wrong_state", "req-1")
    journal.write([Added(deed(1)), Added(note(2))], NOW)
    journal.write([Moved("w1", Stage.SENDING)], _at(1))
    journal.write([Moved("w1", Stage.FAILED, refused)], _at(2))
    journal.write([DraftKept("9", "\udc80 begun\n"), SheetKept("9", "invite", {"sms": True})], _at(3))
    journal.put("9", "snooze", "monday")
    journal.close()
    journal = journal_at(tmp_path)
    failed, held = journal.records(NOW)
    assert (failed.operation, failed.stage, failed.at, failed.attempted_at) == (
        deed(1), Stage.FAILED, _at(2), _at(1)
    )  # fmt: skip
    assert isinstance(failed.error, Refused)
    assert vars(failed.error) == vars(refused)
    assert (held.operation, held.stage, held.attempted_at, held.error) == (note(2), Stage.HELD, None, None)
    assert journal.drafts() == {"9": "\udc80 begun\n"}
    assert journal.sheets() == {("9", "invite"): {"sms": True}}
    assert journal.values("snooze") == {"9": "monday"}
    journal.close()


@pytest.mark.parametrize("stage", Stage)
@pytest.mark.parametrize("then", Stage)
def test_only_what_is_drawn_happens(journal: Journal, stage: Stage, then: Stage) -> None:
    _arrive(journal, stage)
    if then in DRAWN[stage]:
        journal.write([Moved("w1", then)], NOW)
        assert _stages(journal) == {"w1": then}
    else:
        with pytest.raises(NotKept):
            journal.write([Moved("w1", then)], NOW)
        assert _stages(journal) == {"w1": stage}


@given(st.lists(st.sampled_from(Stage), max_size=8))
def test_no_order_of_moves_leaves_the_drawing(steps: list[Stage]) -> None:
    journal = Journal(in_memory(JOURNAL))
    journal.write([Added(deed())], NOW)
    been = [Stage.HELD]
    for step in steps:
        try:
            journal.write([Moved("w1", step)], NOW)
        except NotKept:
            continue
        been.append(step)
    assert all(after in DRAWN[before] for before, after in pairwise(been))
    assert _stages(journal) == {"w1": been[-1]}
    journal.close()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE outbox SET operation = '{}'",
        "UPDATE outbox SET negotiation_id = '2'",
        "UPDATE outbox_stage SET stage = 'held'",
        "DELETE FROM outbox",
        "DELETE FROM outbox_stage",
        "DELETE FROM outbox_stage WHERE n = 1",
        "INSERT OR REPLACE INTO outbox SELECT * FROM outbox",
        "INSERT OR REPLACE INTO outbox_stage SELECT outbox_id, n, 'done', at, error FROM outbox_stage",
        "INSERT INTO outbox_stage VALUES ('w1', 7, 'done', '', NULL)",
        "INSERT INTO outbox_stage VALUES ('w2', 0, 'held', '', NULL)",
    ],
)
def test_a_write_can_be_neither_changed_nor_lost(tmp_path: Path, statement: str) -> None:
    journal = journal_at(tmp_path)
    _arrive(journal, Stage.SENDING)
    with pytest.raises(sqlite3.IntegrityError):
        journal._connection.execute(statement)
    assert _stages(journal) == {"w1": Stage.SENDING}
    journal.close()


@pytest.mark.parametrize(
    "wrong", [Moved("w9", Stage.SENDING), Moved("w9", Stage.HELD), Moved("w1", Stage.DONE), Added(deed(1))]
)
def test_one_that_fails_leaves_nothing_of_the_others(journal: Journal, wrong: Added | Moved) -> None:
    journal.write([Added(deed(1))], NOW)
    with pytest.raises(NotKept):
        journal.write([Added(deed(2)), DraftKept("2", "text"), wrong, Added(deed(3))], NOW)
    assert _stages(journal) == {"w1": Stage.HELD}
    assert journal.drafts() == {}
    journal.write([Added(deed(2))], NOW)
    assert len(journal.records(NOW)) == 2


def test_a_write_sent_again_knows_its_last_attempt(journal: Journal) -> None:
    journal.write([Added(deed())], NOW)
    journal.write([Moved("w1", Stage.SENDING)], _at(1))
    journal.write([Moved("w1", Stage.HELD)], _at(2))
    journal.write([Moved("w1", Stage.SENDING)], _at(3))
    journal.write([Moved("w1", Stage.UNKNOWN, AnswerLost())], _at(4))
    (record,) = journal.records(NOW)
    assert (record.stage, record.at, record.attempted_at) == (Stage.UNKNOWN, _at(4), _at(3))
    assert isinstance(record.error, AnswerLost)


def test_finished_ones_are_told_as_long_as_asked_for(journal: Journal) -> None:
    journal.write([Added(deed(1)), Added(deed(2)), Added(deed(3))], NOW)
    journal.write([Moved("w1", Stage.SENDING), Moved("w1", Stage.DONE)], _at(10))
    journal.write([Moved("w2", Stage.DROPPED)], _at(20))
    assert set(_stages(journal, _at(0))) == {"w1", "w2", "w3"}
    assert set(_stages(journal, _at(20))) == {"w2", "w3"}
    assert set(_stages(journal, _at(21))) == {"w3"}


def test_texts_are_replaced_and_removed(journal: Journal) -> None:
    journal.write([DraftKept("1", "a"), DraftKept("1", "b"), DraftKept("2", "c"), DraftKept("2", " \n")], NOW)
    journal.write([SheetKept("1", "x", {"message": "m"}), SheetKept("1", "y", {"a": "b"})], NOW)
    journal.write([SheetKept("1", "y", {})], NOW)
    assert journal.drafts() == {"1": "b"}
    assert journal.sheets() == {("1", "x"): {"message": "m"}}
    journal.put("1", "snooze", "a")
    journal.put("1", "star", "b")
    journal.put("1", "snooze", "")
    assert (journal.values("snooze"), journal.values("star")) == ({}, {"1": "b"})


def test_what_is_finished_and_old_is_forgotten(journal: Journal) -> None:
    for number, stage in enumerate(Stage):
        steps = [Moved(f"w{number}", step) for step in WAYS[stage]]
        journal.write([Added(deed(number)), *steps], LONG_AGO)
    journal.write([Added(deed(9)), Moved("w9", Stage.DROPPED)], NOW)
    journal.write([DraftKept("1", "text"), SheetKept("1", "x", {"a": "b"})], LONG_AGO)
    journal.forget(NOW)
    assert set(_stages(journal).values()) == {*Stage} - {Stage.DONE}
    assert _stages(journal)["w9"] is Stage.DROPPED
    assert sum(stage is Stage.DROPPED for stage in _stages(journal).values()) == 1
    assert journal.drafts() == {"1": "text"}
    assert journal.count() == Marker(4, 2)


def test_whom_one_opened_long_ago_is_forgotten(journal: Journal) -> None:
    journal.put("1", opened_log.KIND, opened_log.text_of(NOW - timedelta(days=31)))
    journal.put("2", opened_log.KIND, opened_log.text_of(NOW - timedelta(days=29)))
    journal.forget(NOW - timedelta(days=30))
    assert journal.values(opened_log.KIND).keys() == {"2"}


def test_a_sprint_of_long_ago_is_forgotten(journal: Journal) -> None:
    for key, days in (("1", 31), ("2", 29)):
        at = NOW - timedelta(days=days)
        journal.put(key, sprint_texts.KIND, sprint_texts.passed_text(at))
        journal.put(key, sprint_texts.FORMS, sprint_texts.form_text(at, (("message", "Нет"),)))
    journal.forget(NOW - timedelta(days=30))
    assert journal.values(sprint_texts.KIND).keys() == journal.values(sprint_texts.FORMS).keys() == {"2"}


def test_who_was_put_aside_long_ago_is_forgotten(journal: Journal) -> None:
    for key, days, ahead in (("1", 31, None), ("2", 29, None), ("3", 31, 2), ("4", 90, 60)):
        at = NOW - timedelta(days=days)
        until = None if ahead is None else at + timedelta(days=ahead)
        kind = SnoozeKind.UNTIL_REPLY if until is None else SnoozeKind.SNOOZED
        journal.put(key, kind, to_text(snooze(kind, negotiation(key), HERE, at, until=until)))
    journal.put("5", SnoozeKind.SNOOZED, "no JSON")
    journal.put("6", "saved-filters", "no JSON")
    journal.forget(NOW - timedelta(days=30))
    assert journal.values(SnoozeKind.UNTIL_REPLY).keys() == {"2"}
    assert journal.values(SnoozeKind.SNOOZED).keys() == {"3"} | {"4"}
    assert journal.values("saved-filters").keys() == {"6"}


def test_an_error_that_can_not_be_read_loses_no_write(journal: Journal) -> None:
    journal.write([Added(deed()), Moved("w1", Stage.FAILED, AnswerLost())], NOW)
    journal._connection.execute("DROP TRIGGER outbox_stage_never_changes")
    journal._connection.execute("UPDATE outbox_stage SET error = '{}'")
    (record,) = journal.records(NOW)
    assert type(record.error) is HHError


def test_times_sort_whatever_their_zone(journal: Journal) -> None:
    moscow = datetime.fromisoformat("2026-05-14T12:00:00+03:00")
    journal.write([Added(deed()), Moved("w1", Stage.DROPPED)], moscow)
    assert moscow == NOW
    assert set(_stages(journal, NOW)) == {"w1"}
    assert _stages(journal, datetime(2026, 5, 14, 9, 0, 0, 1, tzinfo=UTC)) == {}


def test_a_full_disk_is_told_and_loses_nothing(journal: Journal) -> None:
    journal.write([Added(deed(1))], NOW)
    (pages,) = journal._connection.execute("PRAGMA page_count").fetchone()
    journal._connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(NotKept) as caught:
        journal.write([Added(deed(2)), Added(note(3, "long " * 10_000))], NOW)
    assert "full" in str(caught.value.values["why"])
    journal._connection.execute("PRAGMA max_page_count = 10000")
    assert set(_stages(journal)) == {"w1"}
    journal.write([Added(deed(2))], NOW)
    assert set(_stages(journal)) == {"w1", "w2"}
