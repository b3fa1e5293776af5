"""The person's own command before a write leaves: nothing goes without its word, nothing goes twice."""

from collections.abc import Iterator

import pytest

from hh_tui.api.models import Negotiation
from hh_tui.demo.colleagues import colleague_moves
from hh_tui.errors import HookRefused, HookTimeout
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.decisions.outbox import Stage
from hh_tui.inbox.snapshot.query import Query
from hh_tui.system.structs import replace
from tests.outbox.laptop import LONG_AGO, Laptop


@pytest.fixture
def laptop() -> Iterator[Laptop]:
    machine = Laptop()
    yield machine
    assert not machine.bugs
    machine.close()


def _people(laptop: Laptop, count: int) -> list[Negotiation]:
    world, found = laptop.server.world, list[Negotiation]()
    first = max(world.vacancies, key=lambda one: len(world.roster(one).topics) * (not one.archived))
    for topic in world.roster(first).topics:
        one = laptop.look_up(topic.id)
        offered = any(action.id == "consider" and action.enabled for action in one.actions)
        if one.can_write and one.resume is not None and offered and topic.stage.id == "response":
            found.append(one)
        if len(found) == count:
            break
    return found


def _write(laptop: Laptop, kind: str) -> list[Operation]:
    """A letter, a step, or three steps together."""
    found = []
    for number, person in enumerate(_people(laptop, 3 if kind == "bulk" else 1)):
        step = None if kind == "letter" else next(one for one in person.actions if one.id == "consider")
        vacancy = laptop.server.world.topic(person.id).vacancy.id
        source = Query(vacancy, "response", f"https://api.hh.ru/negotiations/response?vacancy_id={vacancy}")
        form = (("message", "Добрый день!"),) if kind == "letter" else ()
        now, batch = laptop.now(), "b" if kind == "bulk" else ""
        found.append(
            Operation(f"op{number}", source, person, step, form, now, seen_at=now, account="us", batch=batch)
        )
    return found


def _stages(laptop: Laptop) -> list[Stage]:
    return [one.stage for one in laptop.journal.records(LONG_AGO)]


@pytest.mark.parametrize("kind", ["letter", "step", "bulk"])
def test_what_a_hook_refuses_stays_and_can_be_repeated(laptop: Laptop, kind: str) -> None:
    operations = _write(laptop, kind)
    laptop.hook = laptop.refuses
    laptop.do(lambda: laptop.sender.hold(*operations))
    laptop.wait(6.0)
    laptop.wait(6.0)
    assert laptop.server.writes == []
    assert laptop.asked == [tuple(one.id for one in operations)], "asked once, about all of them"
    assert {one.stage for one in laptop.outbox.entries} == {Stage.FAILED}
    assert {one.error.values["words"] for one in laptop.outbox.entries if one.error} == {"нет согласования"}
    assert laptop.drafts.texts == {}, "the letter is in the outbox"
    laptop.cut()
    laptop.boot()
    (first, *_) = laptop.outbox.entries
    assert isinstance(first.error, HookRefused)
    assert first.error.values["words"] == "нет согласования"
    laptop.hook = None
    laptop.do(lambda: laptop.sender.repeat(first.operation.id))
    laptop.wait(6.0)
    assert len(laptop.server.writes) == 1
    assert len(laptop.asked) == 2, "a repeat is asked about, too"


@pytest.mark.parametrize("kind", ["step", "bulk"])
def test_a_hook_that_hangs_holds_its_own_write_only(laptop: Laptop, kind: str) -> None:
    operations = _write(laptop, kind)
    laptop.hook = laptop.hangs
    laptop.do(lambda: laptop.sender.hold(*operations))
    laptop.wait(6.0)
    assert {one.stage for one in laptop.outbox.entries} == {Stage.SENDING}
    laptop.wait(31.0)
    assert {type(one.error) for one in laptop.outbox.entries} == {HookTimeout}
    assert laptop.server.writes == []
    laptop.do(lambda: laptop.sender.repeat())
    laptop.wait(6.0)
    laptop.cut()
    assert _stages(laptop).count(Stage.HELD) == len(operations), "killed while the hook runs, it has not left"
    laptop.boot()
    laptop.hook = None
    asked = len(laptop.asked)
    laptop.do(lambda: laptop.sender.send_now())
    laptop.wait(6.0)
    assert len(laptop.server.writes) == 1
    assert len(laptop.asked) == asked + 1, "and is asked about again"


@pytest.mark.parametrize("kind", ["letter", "step", "bulk"])
def test_a_write_is_asked_about_before_its_first_try_only(laptop: Laptop, kind: str) -> None:
    operations = _write(laptop, kind)
    method = "POST" if kind == "letter" else "PUT"
    laptop.server.faults.add(method, ".", status=429, headers={"Retry-After": "60"})
    laptop.server.faults.add(method, ".", exception="read", after=True)
    laptop.do(lambda: laptop.sender.hold(*operations))
    for _ in range(4):
        laptop.wait(61.0)
    assert set(_stages(laptop)) == {Stage.DONE}
    assert sum(one.processed for one in laptop.server.writes) == 1
    assert laptop.asked == [tuple(one.id for one in operations)]


def test_a_chunk_that_goes_again_in_halves_is_asked_about_once(laptop: Laptop) -> None:
    operations = _write(laptop, "bulk")
    error = {"errors": [{"type": "negotiations", "value": "wrong_state"}]}
    laptop.server.faults.add("PUT", ".", status=403, body=error)
    laptop.do(lambda: laptop.sender.hold(*operations))
    for _ in range(3):
        laptop.wait(6.0)
    assert laptop.asked == [("op0", "op1", "op2")]
    assert set(_stages(laptop)) == {Stage.DONE}


def test_a_write_that_arrived_earlier_is_not_asked_about(laptop: Laptop) -> None:
    (operation,) = _write(laptop, "step")
    colleague_moves(laptop.server.world, operation.negotiation.id, "consider")
    laptop.do(lambda: laptop.sender.hold(replace(operation, sent_before=laptop.now())))
    laptop.wait(6.0)
    assert _stages(laptop) == [Stage.DONE]
    assert laptop.asked == []
    assert laptop.server.writes == []


@pytest.mark.parametrize("way", ["step", "bulk", "repeat"])
def test_words_that_were_stopped_outlive_newer_decisions(laptop: Laptop, way: str) -> None:
    (letter,) = _write(laptop, "letter")
    newer = [replace(one, id=f"newer{one.id}") for one in _write(laptop, "bulk" if way == "bulk" else "step")]
    laptop.hook = laptop.refuses
    laptop.do(lambda: laptop.sender.hold(letter))
    laptop.wait(6.0)
    laptop.wait(6.0)
    assert laptop.drafts.texts == {}
    again = laptop.sender.repeat if way == "repeat" else lambda: laptop.sender.hold(*newer)
    laptop.do(again)
    kept = {} if way == "repeat" else {letter.negotiation.id: "Добрый день!"}
    assert laptop.drafts.texts == kept
    assert laptop.journal.drafts() == kept
    assert "op0" not in {one.operation.id for one in laptop.outbox.entries}
