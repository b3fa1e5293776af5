"""A write that got no answer, and everything that can keep one from finding out: it never goes twice."""

from collections.abc import Iterator
from typing import Any

import pytest

from hh_tui.api.models import Action, Negotiation
from hh_tui.errors import AnswerLost, Unsettled
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.decisions.outbox import Stage
from hh_tui.inbox.snapshot.query import Query
from hh_tui.system.structs import replace
from tests.outbox.laptop import LONG_AGO, Laptop

LETTER = "Добрый день! Когда вам удобно поговорить?"
EXPIRED = {"status": 403, "body": {"errors": [{"type": "oauth", "value": "token_expired"}]}}
FORBIDDEN = {"status": 403, "body": {"errors": [{"type": "forbidden"}]}}
CAPTCHA = {"status": 403, "body": {"errors": [{"type": "captcha_required", "value": "captcha_required"}]}}
BUSY = {"status": 429, "headers": {"Retry-After": "60"}}
NO_ANSWERS: tuple[dict[str, Any], ...] = (
    EXPIRED, CAPTCHA, BUSY, {"exception": "connect"}, {"status": 200, "body": "<html>guard</html>"},
    {"status": 403, "body": {"errors": [{"type": "manager_accounts", "value": "blocked"}]}},
)  # fmt: skip
"""What reading can meet that says nothing of the write, and passes."""

LOST: dict[str, Any] = {"exception": "read", "after": True}


@pytest.fixture
def laptop() -> Iterator[Laptop]:
    machine = Laptop()
    yield machine
    assert not machine.bugs
    machine.close()


def _people(laptop: Laptop) -> Iterator[Negotiation]:
    world = laptop.server.world
    for vacancy in world.vacancies:
        for topic in world.roster(vacancy).topics:
            found = laptop.look_up(topic.id)
            if found.can_write and _step(found):
                yield found


def _step(person: Negotiation) -> Action | None:
    return next((one for one in person.actions if one.id == "consider" and one.enabled), None)


def _source(laptop: Laptop, person: Negotiation) -> Query:
    vacancy = laptop.server.world.topic(person.id).vacancy.id
    return Query(vacancy, "response", f"https://api.hh.ru/negotiations/response?vacancy_id={vacancy}")


def _write(laptop: Laptop, kind: str) -> tuple[Operation, ...]:
    """A letter, a step with a letter or a silent one, or several silent ones together."""
    now, found = laptop.now(), []
    people = _people(laptop)
    for number in range(3 if kind == "bulk" else 1):
        person = next(people)
        step = None if kind == "letter" else _step(person)
        if kind == "step with letter":
            step = next(one for one in person.actions if one.argument("message") and one.enabled)
        form = (("message", LETTER),) if "letter" in kind else ()
        batch = "b" if kind == "bulk" else ""
        source = _source(laptop, person)
        found.append(
            Operation(f"op{number}", source, person, step, form, now, seen_at=now, account="us", batch=batch)
        )
    return tuple(found)


def _send_and_lose(laptop: Laptop, kind: str, reads: dict[str, Any], times: int = 99) -> None:
    """It arrives, its answer does not, and reading meets misfortune."""
    operations = _write(laptop, kind)
    laptop.server.faults.add("POST" if kind == "letter" else "PUT", ".", **LOST)
    laptop.server.faults.add("GET", ".", times, after_write=True, **reads)
    laptop.do(lambda: laptop.sender.hold(*operations))
    laptop.wait(6.0)
    for _ in range(6):
        laptop.wait(61.0)


def _stages(laptop: Laptop) -> set[Stage]:
    return {one.stage for one in laptop.outbox.entries}


def _in_journal(laptop: Laptop) -> list[Stage]:
    return [one.stage for one in laptop.journal.records(LONG_AGO)]


def _goes_on(laptop: Laptop) -> None:
    """Reading works again, and somebody logged in."""
    laptop.server.faults.clear()
    laptop.do(laptop.sender.thaw)
    for _ in range(4):
        laptop.wait(61.0)


KINDS = ("letter", "step with letter", "step", "bulk")


@pytest.mark.parametrize("restarted", [False, True])
@pytest.mark.parametrize("kind", KINDS)
def test_it_stays_unknown_while_one_is_locked_out(laptop: Laptop, kind: str, restarted: bool) -> None:
    _send_and_lose(laptop, kind, EXPIRED)
    assert _stages(laptop) == {Stage.UNKNOWN}
    assert laptop.outbox.frozen
    if restarted:
        laptop.cut()
        laptop.boot()
        laptop.wait(61.0)
        assert _stages(laptop) == {Stage.UNKNOWN}
    _goes_on(laptop)
    assert not laptop.outbox.entries
    assert set(_in_journal(laptop)) == {Stage.DONE}
    assert len(laptop.server.writes) == 1


@pytest.mark.parametrize("reads", NO_ANSWERS)
@pytest.mark.parametrize("kind", ["letter", "bulk"])
def test_what_passes_gives_nothing_up(laptop: Laptop, kind: str, reads: dict[str, Any]) -> None:
    _send_and_lose(laptop, kind, reads)
    assert _stages(laptop) == {Stage.UNKNOWN}
    _goes_on(laptop)
    assert set(_in_journal(laptop)) == {Stage.DONE}
    assert len(laptop.server.writes) == 1


@pytest.mark.parametrize("restarted", [False, True])
@pytest.mark.parametrize("kind", KINDS)
def test_a_repeat_reads_first(laptop: Laptop, kind: str, restarted: bool) -> None:
    """Reading was forbidden, so it was given up; by now it is allowed, and it turns out to be there."""
    _send_and_lose(laptop, kind, FORBIDDEN)
    assert {type(one.error) for one in laptop.outbox.of(Stage.FAILED)} == {Unsettled}
    if restarted:
        laptop.cut()
        laptop.boot()
    for entry in laptop.outbox.of(Stage.FAILED):
        laptop.do(lambda entry=entry: laptop.sender.repeat(entry.operation.id))  # type: ignore[misc]
    laptop.wait(6.0)
    assert {type(one.error) for one in laptop.outbox.of(Stage.FAILED)} == {Unsettled}
    laptop.server.faults.clear()
    for entry in laptop.outbox.of(Stage.FAILED):
        laptop.do(lambda entry=entry: laptop.sender.repeat(entry.operation.id))  # type: ignore[misc]
    laptop.wait(6.0)
    assert not laptop.outbox.entries
    assert len(laptop.server.writes) == 1


def test_a_repeat_goes_when_nothing_is_there(laptop: Laptop) -> None:
    operations = _write(laptop, "letter")
    laptop.server.faults.add("POST", ".", exception="read")
    laptop.server.faults.add("GET", ".", 99, after_write=True, **FORBIDDEN)
    laptop.do(lambda: laptop.sender.hold(*operations))
    laptop.wait(6.0)
    laptop.wait(61.0)
    laptop.server.faults.clear()
    laptop.do(lambda: laptop.sender.repeat("op0"))
    laptop.wait(6.0)
    assert not laptop.outbox.entries
    assert [one.processed for one in laptop.server.writes] == [False, True]


@pytest.mark.parametrize("restarted", [False, True])
def test_the_same_words_written_again_are_looked_for(laptop: Laptop, restarted: bool) -> None:
    """Edited in the outbox, or given up and typed anew: the letter is in the thread, and goes only once."""
    _send_and_lose(laptop, "letter", FORBIDDEN)
    laptop.server.faults.clear()
    (failed,) = laptop.outbox.of(Stage.FAILED)
    laptop.do(lambda: laptop.sender.drop(failed.operation.id))
    if restarted:
        laptop.cut()
        laptop.boot()
    now = laptop.now()
    again = replace(failed.operation, id="again", decided_at=now, seen_at=now)
    other = replace(again, id="other", form=(("message", "Совсем другое"),))
    laptop.do(lambda: laptop.sender.hold(again))
    laptop.wait(6.0)
    assert len(laptop.server.writes) == 1
    laptop.do(lambda: laptop.sender.hold(other))
    laptop.wait(6.0)
    assert len(laptop.server.writes) == 2
    assert not laptop.outbox.entries


@pytest.mark.parametrize("kind", ["letter", "bulk"])
def test_another_login_ends_what_looks_after_it(laptop: Laptop, kind: str) -> None:
    """The journal keeps it as unknown, and it is settled when that login is back."""
    _send_and_lose(laptop, kind, BUSY)
    laptop.do(laptop.sender.clear)
    reads = len(laptop.server.received)
    laptop.server.faults.clear()
    laptop.wait(61.0)
    assert len(laptop.server.received) == reads
    assert set(_in_journal(laptop)) == {Stage.UNKNOWN}
    laptop.do(lambda: laptop.sender.load(laptop.journal.records(LONG_AGO)))
    laptop.do(lambda: laptop.sender.known_as("us"))
    _goes_on(laptop)
    assert set(_in_journal(laptop)) == {Stage.DONE}
    assert len(laptop.server.writes) == 1


@pytest.mark.parametrize("kind", ["letter", "bulk"])
def test_another_account_reads_nothing_and_settles_nothing(laptop: Laptop, kind: str) -> None:
    _send_and_lose(laptop, kind, BUSY)
    laptop.client.manager_account = "501"
    laptop.server.faults.clear()
    reads = len(laptop.server.received)
    laptop.wait(61.0)
    laptop.do(lambda: laptop.sender.known_as("them"))
    laptop.wait(61.0)
    assert len(laptop.server.received) == reads
    assert _stages(laptop) == {Stage.UNKNOWN}
    laptop.client.manager_account = None
    laptop.do(lambda: laptop.sender.known_as("us"))
    _goes_on(laptop)
    assert set(_in_journal(laptop)) == {Stage.DONE}
    assert len(laptop.server.writes) == 1


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_leaves_between_two_accounts(laptop: Laptop, kind: str) -> None:
    operations = _write(laptop, kind)
    laptop.do(lambda: laptop.sender.hold(*operations))
    laptop.client.manager_account = "501"
    laptop.wait(6.0)
    assert not laptop.server.writes
    assert _stages(laptop) == {Stage.HELD}
    laptop.client.manager_account = None
    laptop.wait(1.0)
    assert len(laptop.server.writes) == 1


def test_unanswered_letters_are_named_so(laptop: Laptop) -> None:
    _send_and_lose(laptop, "letter", EXPIRED)
    (entry,) = laptop.outbox.entries
    assert isinstance(entry.error, AnswerLost)
