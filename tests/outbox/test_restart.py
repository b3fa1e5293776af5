"""What the journal says after a power cut, and what can be written into it from there."""

from datetime import timedelta

import pytest

from hh_tui.api.models import Action, Negotiation
from hh_tui.demo.colleagues import colleague_moves
from hh_tui.errors import MovedOn, NotCarriedOut
from hh_tui.inbox.decisions.journal_entries import Added, Moved, Record
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.decisions.outbox import Stage
from hh_tui.inbox.snapshot.query import Query
from hh_tui.system.structs import replace
from tests.outbox.laptop import LONG_AGO, Laptop

HERE = Query("1", "here", "https://api.hh.ru/negotiations/here?vacancy_id=1")


def _letter(laptop: Laptop) -> Operation:
    world = laptop.server.world
    ids = (topic.id for vacancy in world.vacancies for topic in world.roster(vacancy).topics)
    person = next(found for one in ids if (found := laptop.look_up(one)).can_write)
    now = laptop.now()
    return Operation("op", HERE, person, None, (("message", "Добрый день!"),), now, seen_at=now, account="us")


def _records(laptop: Laptop) -> dict[str, Record]:
    return {one.operation.id: one for one in laptop.journal.records(LONG_AGO)}


def test_what_was_being_sent_can_be_given_up_after_a_power_cut() -> None:
    laptop = Laptop()
    try:
        operation = _letter(laptop)
        laptop.do(lambda: laptop.sender.hold(operation))
        laptop.do(lambda: setattr(laptop, "fuse", 7))
        laptop.wait(6.0)
        assert laptop.is_off
        assert _records(laptop)["op"].stage is Stage.SENDING
        laptop.boot()
        assert _records(laptop)["op"].stage is Stage.UNKNOWN
        assert [one.stage for one in laptop.outbox.entries] == [Stage.UNKNOWN]
        laptop.do(lambda: laptop.sender.drop("op"))
        assert _records(laptop)["op"].stage is Stage.DROPPED
        assert not laptop.bugs
    finally:
        laptop.close()


@pytest.mark.parametrize("fuse", range(4, 14))
@pytest.mark.parametrize("silent", [False, True])
def test_a_colleague_moves_them_before_reconciling(fuse: int, silent: bool) -> None:
    """Whatever is said of it, what took place is never told to have not: it would be repeated."""
    laptop = Laptop()
    try:
        world = laptop.server.world
        ids = (topic.id for vacancy in world.vacancies for topic in world.roster(vacancy).topics)
        people = (laptop.look_up(one) for one in ids)
        person, step = next((one, step) for one in people if one.can_write and (step := _step(one, silent)))
        form = () if silent else (("message", "Письмо"),)
        now = laptop.now()
        operation = Operation("op", HERE, person, step, form, now, seen_at=now, account="us")
        laptop.do(lambda: laptop.sender.hold(operation))
        laptop.fuse = fuse
        laptop.wait(6.0)
        laptop.cut()
        took_place = any(one.processed for one in laptop.server.writes)
        colleague_moves(world, person.id, "interview")
        laptop.boot()
        for _ in range(5):
            laptop.wait(61.0)
        if took_place:
            errors = [error for _, error in laptop.failed]
            assert not any(isinstance(one, NotCarriedOut) for one in errors)
            assert silent or not errors
    finally:
        laptop.close()


def _step(person: Negotiation, silent: bool) -> Action | None:
    """A step to another stage than the colleague's."""
    steps = (one for one in person.actions if one.enabled and one.id in {"phone_interview", "consider"})
    return next((one for one in steps if silent or one.argument("message")), None)


@pytest.mark.parametrize("together", ["", "both"])
def test_whoever_moved_on_is_decided_on_again_after_a_start(together: str) -> None:
    """As before it; and where a colleague has moved them once more, that is seen first."""
    laptop = Laptop()
    try:
        world = laptop.server.world
        ids = (topic.id for vacancy in world.vacancies for topic in world.roster(vacancy).topics)
        people = (laptop.look_up(one) for one in ids)
        found = ((one, step) for one in people if one.can_write and (step := _step(one, silent=True)))
        now = laptop.now()
        operations = [
            Operation(f"op{number}", HERE, one, step, (), now, account="us", batch=together)
            for number, (one, step) in zip(range(2 if together else 1), found, strict=False)
        ]
        person = operations[0].negotiation.id
        laptop.do(lambda: laptop.sender.hold(*operations))
        for one in operations:
            colleague_moves(world, one.negotiation.id, "consider")
        laptop.wait(6.0)
        assert {type(error) for _, error in laptop.failed} == {MovedOn}
        laptop.cut()
        laptop.boot()
        colleague_moves(world, person, "interview")
        laptop.do(lambda: laptop.sender.repeat())
        assert len(laptop.outbox.of(Stage.HELD)) == len(operations)
        laptop.wait(6.0)
        (stopped,) = laptop.outbox.of(Stage.FAILED)
        assert stopped.operation.negotiation.id == person
        assert isinstance(stopped.error, MovedOn)
        laptop.do(lambda: laptop.sender.repeat())
        laptop.wait(6.0)
        assert not laptop.outbox.entries
        assert len(laptop.carried) == len(operations)
    finally:
        laptop.close()


def test_a_letter_waits_for_a_later_one_that_is_being_settled() -> None:
    """Both scheduled, the later one sent first: the other is held until hh.ru has told what became of it."""
    laptop = Laptop()
    try:
        first = replace(_letter(laptop), not_before=laptop.now() + timedelta(minutes=10))
        second = replace(first, id="later", form=(("message", "И ещё"),))
        laptop.do(lambda: laptop.sender.hold(first))
        laptop.do(lambda: laptop.sender.hold(second))
        laptop.server.faults.add("POST", ".", status=502)
        laptop.do(lambda: laptop.sender.send_now({"later"}))
        laptop.do(lambda: laptop.sender.send_now({"op"}))
        assert [one.stage for one in laptop.outbox.entries] == [Stage.HELD, Stage.UNKNOWN]
        laptop.cut()
        assert {one.stage for one in _records(laptop).values()} == {Stage.HELD, Stage.UNKNOWN}
        laptop.boot()
        for _ in range(4):
            laptop.wait(61.0)
        laptop.do(lambda: laptop.sender.send_now({"op"}))
        laptop.wait(61.0)
        assert [one.form for one in laptop.server.writes] == [list(second.form), list(first.form)]
        assert not laptop.bugs
    finally:
        laptop.close()


def test_a_power_cut_reaches_asynchronous_generators() -> None:
    """Two unknown letters to one candidate, looked after one by one, and no power while the second waits."""
    laptop = Laptop()
    try:
        now = _letter(laptop)
        other = replace(now, id="other", form=(("message", "И ещё"),))
        for operation in (now, other):
            laptop.journal.write((Added(operation),), laptop.now())
            laptop.journal.write((Moved(operation.id, Stage.SENDING),), laptop.now())
        laptop.cut()
        laptop.boot()
        laptop.cut()
        assert not laptop.bugs
    finally:
        laptop.close()
