"""429 on a write: nothing was carried out, so it waits in its place, and everything else waits with it."""

from collections.abc import Iterator
from functools import partial
from itertools import pairwise
from typing import Any

import pytest

from hh_tui.api.models import Negotiation
from hh_tui.errors import LimitReached, RateLimited
from hh_tui.inbox.decisions.forms import MESSAGE
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.decisions.outbox import Stage
from hh_tui.inbox.snapshot.query import Query
from hh_tui.system.structs import replace
from tests.outbox.laptop import Laptop
from tests.outbox.test_batch import _decisions

HERE = Query("1", "here", "https://api.hh.ru/negotiations/here?vacancy_id=1")
BUSY: dict[str, Any] = {"status": 429, "headers": {"retry-after": "40"}}


@pytest.fixture
def laptop() -> Iterator[Laptop]:
    found = Laptop()
    yield found
    found.close()


def _letters(laptop: Laptop, *texts: str, people: int = 1) -> list[Operation]:
    """Letters to people one can write to, each text to each of them."""
    world = laptop.server.world
    topics = (topic for vacancy in world.vacancies for topic in world.roster(vacancy).topics)
    found: list[Negotiation] = []
    while len(found) < people:
        negotiation = laptop.look_up(next(topics).id)
        found += [negotiation] * (negotiation.can_write and bool(negotiation.actions))
    now = laptop.now()
    return [
        Operation(f"{one.id}{text}", HERE, one, None, ((MESSAGE, text),), now, seen_at=now, account="us")
        for one in found
        for text in texts
    ]


def _hold(laptop: Laptop, *operations: Operation) -> None:
    for one in operations:
        laptop.do(partial(laptop.sender.hold, one))


def _sent(laptop: Laptop) -> list[str]:
    return [dict(one.form)[MESSAGE] for one in laptop.server.writes if one.processed]


def test_a_repeat_heeds_what_another_write_was_told() -> None:
    """The pause before an unanswered letter is repeated ends in one that hh.ru asked another write for."""
    laptop = Laptop(threads="chats")
    laptop.server.faults.add("POST", ".", status=502)
    laptop.server.faults.add("POST", ".", times=3, **BUSY)
    first, second = _letters(laptop, "Письмо", people=2)
    _hold(laptop, first, second)
    for _ in range(50):
        laptop.wait(5)
    assert sum(one.processed for one in laptop.server.writes) == 2
    assert not laptop.outbox.open
    assert not laptop.bugs, "nothing is written while hh.ru asked to be left alone"
    laptop.close()


def test_the_second_letter_never_overtakes_the_first(laptop: Laptop) -> None:
    laptop.server.faults.add("POST", ".", **BUSY)
    _hold(laptop, *_letters(laptop, "Первое", "Второе"))
    laptop.wait(6)
    laptop.wait(30)
    assert [one.stage for one in laptop.outbox.entries] == [Stage.HELD, Stage.HELD]
    assert len(laptop.server.writes) == 1
    laptop.wait(11)
    laptop.wait(1)
    assert _sent(laptop) == ["Первое", "Второе"]
    assert not laptop.failed
    assert not laptop.bugs


def test_others_wait_too_and_nothing_is_given_up(laptop: Laptop) -> None:
    first, second = _letters(laptop, "Привет", people=2)
    laptop.server.faults.add("POST", ".", **BUSY)
    _hold(laptop, first)
    laptop.wait(6)
    _hold(laptop, second)
    laptop.wait(20)
    assert len(laptop.server.writes) == 1
    assert laptop.outbox.cooldown_until == 46
    laptop.wait(21)
    assert _sent(laptop) == ["Привет", "Привет"]
    assert not laptop.failed


def test_a_pause_asked_of_a_read_stops_writes(laptop: Laptop) -> None:
    _hold(laptop, *_letters(laptop, "Привет"))
    laptop.session.cooldown.begin(40)
    laptop.wait(6)
    assert not laptop.server.writes
    laptop.wait(40)
    assert _sent(laptop) == ["Привет"]


def test_without_a_length_the_pauses_grow_up_to_a_minute(laptop: Laptop) -> None:
    laptop.server.faults.add("POST", ".", times=8, status=429)
    _hold(laptop, *_letters(laptop, "Привет"))
    at: list[float] = []
    while not _sent(laptop) and laptop.seconds < 600:
        before = len(laptop.server.writes)
        laptop.wait(1)
        at += [laptop.seconds] * (len(laptop.server.writes) - before)
    assert [later - sooner for sooner, later in pairwise(at)] == [
        2, 4, 8, 16, 32, 60, 60, 60,
    ]  # fmt: skip
    assert not laptop.failed


@pytest.mark.parametrize("asked", ["0", "1"])
def test_a_pause_that_is_never_enough_grows(laptop: Laptop, asked: str) -> None:
    busy = {"status": 429, "headers": {"retry-after": asked}}
    laptop.server.faults.add("POST", ".", times=6, **busy)
    _hold(laptop, *_letters(laptop, "Привет"))
    at: list[float] = []
    while not _sent(laptop) and laptop.seconds < 600:
        before = len(laptop.server.writes)
        laptop.wait(0.25)
        at += [laptop.seconds] * (len(laptop.server.writes) - before)
    waited = [later - sooner for sooner, later in pairwise(at)]
    assert waited[0] <= 1.25, "what it asked for is believed once"
    assert waited[1:] == [4, 8, 16, 32, 60]
    assert not laptop.failed


def test_a_long_pause_is_as_long_as_it_was_said(laptop: Laptop) -> None:
    laptop.server.faults.add("POST", ".", times=3, **BUSY)
    _hold(laptop, *_letters(laptop, "Привет"))
    at: list[float] = []
    while not _sent(laptop) and laptop.seconds < 600:
        before = len(laptop.server.writes)
        laptop.wait(1)
        at += [laptop.seconds] * (len(laptop.server.writes) - before)
    assert [later - sooner for sooner, later in pairwise(at)] == [40, 40, 40]


def test_the_limit_of_a_day_is_no_cooldown(laptop: Laptop) -> None:
    body = {"errors": [{"type": "negotiations", "value": "limit_exceeded"}]}
    laptop.server.faults.add("POST", ".", status=429, body=body)
    _hold(laptop, *_letters(laptop, "Привет", people=2))
    laptop.wait(6)
    assert [type(error) for _, error in laptop.failed] == [LimitReached]
    assert _sent(laptop) == ["Привет"]


def test_after_a_restart_it_is_held(laptop: Laptop) -> None:
    laptop.server.faults.add("POST", ".", **BUSY)
    _hold(laptop, *_letters(laptop, "Привет"))
    laptop.wait(6)
    laptop.cut()
    laptop.boot()
    (entry,) = laptop.outbox.entries
    assert (entry.stage, entry.parked, type(entry.error)) == (Stage.HELD, True, RateLimited)
    laptop.do(laptop.sender.send_now)
    assert _sent(laptop) == ["Привет"]


def test_what_settles_an_unknown_write_waits_too(laptop: Laptop) -> None:
    laptop.server.faults.add("POST", ".", exception="read", after=True)
    laptop.server.faults.add("GET", ".", times=5, status=429, headers={"retry-after": "100"})
    _hold(laptop, *_letters(laptop, "Привет"))
    for _ in range(20):
        laptop.wait(70)
    assert _sent(laptop) == ["Привет"]
    assert not laptop.outbox.entries
    assert not laptop.failed


def test_a_batch_waits_and_goes_on(laptop: Laptop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hh_tui.outbox.batch_sender.BULK", 2)
    operations = _decisions(laptop)
    laptop.do(lambda: laptop.sender.hold(*operations))
    faults = laptop.server.faults
    faults.add("PUT", ".", delay=0.0)
    faults.add("PUT", ".", **BUSY)
    laptop.wait(6)
    assert [one.stage for one in laptop.outbox.entries] == [Stage.HELD] * 2
    laptop.wait(20)
    assert len(laptop.server.writes) == 2
    laptop.wait(21)
    assert [len(one.form) for one in laptop.server.writes] == [2, 2, 2]
    assert not laptop.outbox.entries
    assert not laptop.failed
    assert all(laptop.server.world.topic(one.negotiation.id).changes for one in operations)


def test_a_lost_answer_of_a_batch_is_looked_for_after_the_pause(laptop: Laptop) -> None:
    operations = [replace(one, batch="c") for one in _decisions(laptop)]
    laptop.server.faults.add("PUT", ".", exception="read", after=True)
    laptop.server.faults.add("GET", ".", times=5, **BUSY)
    laptop.do(lambda: laptop.sender.hold(*operations))
    for _ in range(12):
        laptop.wait(45)
    assert not laptop.outbox.entries
    assert not laptop.failed
