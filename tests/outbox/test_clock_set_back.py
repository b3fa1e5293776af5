"""The clock of the machine is set back: what a colleague did is seen all the same before anything goes."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest

from hh_tui.api.models import Action, Negotiation
from hh_tui.demo.colleagues import colleague_moves
from hh_tui.errors import MovedOn
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.decisions.outbox import Stage
from hh_tui.inbox.snapshot.query import Query
from hh_tui.system.structs import replace
from tests.outbox.laptop import Laptop


class Wrong(Laptop):
    """Its clock can be set, and with it the one of the server; the steady one goes on."""

    off = timedelta()

    def now(self) -> datetime:
        return super().now() + self.off

    def set_back(self) -> None:
        self.off -= timedelta(hours=1)


@pytest.fixture
def laptop() -> Iterator[Wrong]:
    machine = Wrong()
    yield machine
    assert not machine.bugs
    machine.close()


def _people(laptop: Laptop, count: int) -> list[Negotiation]:
    world, found = laptop.server.world, list[Negotiation]()
    for vacancy in world.vacancies:
        for topic in world.roster(vacancy).topics:
            one = laptop.look_up(topic.id)
            steps = {action.id for action in one.actions if action.enabled}
            if one.can_write and one.resume and {"consider", "phone_interview"} <= steps:
                found.append(one)
        if len(found) >= count:
            return found[:count]
        found.clear()
    raise AssertionError("too few of one vacancy")


def _offered(person: Negotiation, step: str) -> Action:
    return next(one for one in person.actions if one.id == step)


def _decision(laptop: Laptop, name: str, person: Negotiation, step: Action | None) -> Operation:
    vacancy = laptop.server.world.topic(person.id).vacancy.id
    source = Query(vacancy, "response", f"https://api.hh.ru/negotiations/response?vacancy_id={vacancy}")
    form, now = () if step else (("message", "Добрый день!"),), laptop.now()
    return Operation(name, source, person, step, form, now, seen_at=now, account="us")


@pytest.mark.parametrize("kind", ["letter", "step", "bulk"])
def test_whom_a_colleague_moved_is_left_alone(laptop: Wrong, kind: str) -> None:
    seen_at, people = laptop.now(), _people(laptop, 3 if kind == "bulk" else 1)
    laptop.set_back()
    for one in people:
        colleague_moves(laptop.server.world, one.id, "phone_interview")
    steps = [None if kind == "letter" else _offered(one, "consider") for one in people]
    decided = [
        replace(_decision(laptop, f"op{place}", one, step), seen_at=seen_at, batch="b" * (kind == "bulk"))
        for place, (one, step) in enumerate(zip(people, steps, strict=True))
    ]
    laptop.do(lambda: laptop.sender.hold(*decided))
    laptop.wait(6.0)
    assert laptop.server.writes == []
    assert {type(one.error) for one in laptop.outbox.of(Stage.FAILED)} == {MovedOn}


@pytest.mark.parametrize("restarted", [False, True])
def test_a_step_done_before_the_row_was_read_excuses_nobody(laptop: Wrong, restarted: bool) -> None:
    """An own step that does not say where it leads: whatever is found after it may be its doing."""
    (person,) = _people(laptop, 1)
    step = replace(_offered(person, "consider"), resulting_employer_state=None)
    laptop.do(lambda: laptop.sender.hold(_decision(laptop, "own", person, step)))
    laptop.wait(6.0)
    assert len(laptop.server.writes) == 1
    laptop.set_back()
    if restarted:
        laptop.cut()
        laptop.boot()
    laptop.seconds += 60
    read = laptop.look_up(person.id)
    colleague_moves(laptop.server.world, person.id, "phone_interview")
    laptop.do(lambda: laptop.sender.hold(_decision(laptop, "next", read, None)))
    laptop.wait(6.0)
    assert len(laptop.server.writes) == 1
    assert {type(one.error) for one in laptop.outbox.of(Stage.FAILED)} == {MovedOn}


def test_an_own_step_since_the_row_was_read_is_no_colleagues(laptop: Wrong) -> None:
    (person,) = _people(laptop, 1)
    laptop.set_back()
    read = _decision(laptop, "read", person, None)
    laptop.seconds += 60
    step = _offered(person, "consider")
    laptop.do(lambda: laptop.sender.hold(_decision(laptop, "own", person, step)))
    laptop.wait(6.0)
    laptop.do(lambda: laptop.sender.hold(replace(read, id="next", decided_at=laptop.now())))
    laptop.wait(6.0)
    assert len(laptop.server.writes) == 2
    assert not laptop.outbox.entries
