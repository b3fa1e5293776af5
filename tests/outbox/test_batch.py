"""A batch and bad luck: a power cut at any moment, and every candidate is moved once or not at all."""

from typing import Any, Final

import httpx
import pytest

from hh_tui.api.models import Negotiation
from hh_tui.api.negotiations import NegotiationResource
from hh_tui.errors import NotCarriedOut, Refused, Unsettled
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.decisions.outbox import Stage
from hh_tui.inbox.snapshot.query import Query
from hh_tui.system.structs import replace
from tests.outbox.laptop import LONG_AGO, Laptop

COUNT = 4


def _decisions(laptop: Laptop) -> list[Operation]:
    world = laptop.server.world
    found: list[Operation] = []
    first = max(world.vacancies, key=lambda one: len(world.roster(one).topics) * (not one.archived))
    for topic in world.roster(first).topics:
        negotiation = laptop.look_up(topic.id)
        action = next((one for one in negotiation.actions if one.id == "consider" and one.enabled), None)
        # Those without a resume go in requests of their own.
        if action is None or topic.stage.id != "response" or negotiation.resume is None:
            continue
        url = f"https://api.hh.ru/negotiations/response?vacancy_id={topic.vacancy.id}"
        source = Query(topic.vacancy.id, "response", url)
        topic.changes.clear()
        name, now = f"op{len(found)}", laptop.now()
        found.append(Operation(name, source, negotiation, action, (), now, seen_at=now, batch="b"))
        if len(found) == COUNT:
            break
    assert len(found) == COUNT
    return found


@pytest.mark.parametrize("fuse", range(1, 60, 3))
def test_a_power_cut_moves_nobody_twice_and_forgets_nobody(fuse: int) -> None:
    laptop = Laptop()
    try:
        operations = _decisions(laptop)
        laptop.do(lambda: laptop.sender.hold(*operations))
        laptop.fuse = fuse
        for _ in range(6):
            laptop.wait(6)
        if not laptop.is_off:
            laptop.cut()
        laptop.boot()
        for _ in range(12):
            laptop.wait(70)
            laptop.do(laptop.sender.send_now)
        moves = [len(laptop.server.world.topic(one.negotiation.id).changes) for one in operations]
        assert set(moves) <= {0, 1}
        stages = {one.operation.id: one.stage for one in laptop.journal.records(LONG_AGO)}
        for operation, moved in zip(operations, moves, strict=True):
            assert stages[operation.id] is (Stage.DONE if moved else Stage.FAILED)
        assert not laptop.bugs
    finally:
        laptop.close()


@pytest.mark.parametrize("restarted", [False, True])
def test_a_bug_while_reconciling_leaves_nothing_hanging(
    monkeypatch: pytest.MonkeyPatch, restarted: bool
) -> None:
    laptop = Laptop()

    def broken(*_: object) -> None:
        raise ZeroDivisionError

    try:
        operations = _decisions(laptop)
        first, others = operations[:2], [replace(one, batch="c") for one in operations[2:]]
        laptop.server.faults.add("PUT", ".", exception="read", after=True)
        laptop.do(lambda: laptop.sender.hold(*first))
        laptop.wait(6)
        assert {one.stage for one in laptop.outbox.entries} == {Stage.UNKNOWN}
        monkeypatch.setattr(NegotiationResource, "board", broken)
        if restarted:
            laptop.cut()
            laptop.boot()
        laptop.wait(70)
        assert [type(one) for one in laptop.bugs] == [ZeroDivisionError]
        assert [(one.stage, type(one.error)) for one in laptop.outbox.entries] == [
            (Stage.FAILED, Unsettled)
        ] * len(first)
        laptop.do(lambda: laptop.sender.hold(*others))
        laptop.wait(6)
        assert len(laptop.server.writes) == 2
    finally:
        laptop.close()


def test_a_bug_after_a_refusal_leaves_nothing_hanging(monkeypatch: pytest.MonkeyPatch) -> None:
    laptop, whole = Laptop(), NegotiationResource.page

    def broken(of: NegotiationResource, *args: Any, **options: Any) -> Any:
        if laptop.server.writes:
            raise ZeroDivisionError
        return whole(of, *args, **options)

    try:
        body = {"errors": [{"type": "negotiations", "value": "wrong_state"}]}
        laptop.server.faults.add("PUT", ".", status=403, body=body)
        monkeypatch.setattr(NegotiationResource, "page", broken)
        operations = _decisions(laptop)
        laptop.do(lambda: laptop.sender.hold(*operations))
        laptop.wait(6)
        assert [type(one) for one in laptop.bugs] == [ZeroDivisionError]
        assert [(one.stage, type(one.error)) for one in laptop.outbox.entries] == [
            (Stage.FAILED, NotCarriedOut)
        ] * COUNT
    finally:
        laptop.close()


def test_a_batch_of_another_account_waits() -> None:
    laptop = Laptop()
    try:
        operations = [replace(one, account="them") for one in _decisions(laptop)]
        laptop.do(lambda: laptop.sender.hold(*operations))
        laptop.wait(60)
        assert not [one for one in operations if laptop.server.world.topic(one.negotiation.id).changes]
    finally:
        laptop.close()


FORBIDDEN: Final = {"errors": [{"type": "forbidden"}]}


@pytest.mark.parametrize("culprits", [{2}, {0, 3}, {0, 1, 2, 3}])
def test_a_chunk_that_is_just_forbidden_is_split(monkeypatch: pytest.MonkeyPatch, culprits: set[int]) -> None:
    laptop = Laptop()
    handle = laptop.server.handle
    try:
        operations = _decisions(laptop)
        guilty = {operations[place].negotiation.id for place in culprits}

        def reluctant(request: httpx.Request) -> httpx.Response:
            if request.method == "PUT" and any(one in request.content.decode() for one in guilty):
                laptop.server.faults.add("PUT", ".", status=403, body=FORBIDDEN)
            return handle(request)

        monkeypatch.setattr(laptop.server, "handle", reluctant)
        laptop.do(lambda: laptop.sender.hold(*operations))
        for _ in range(3):
            laptop.wait(6)
        assert {one.negotiation.id for one in laptop.carried} == {
            one.negotiation.id for one in operations
        } - guilty
        assert {one.operation.negotiation.id for one in laptop.outbox.of(Stage.FAILED)} == guilty
        assert {type(one.error) for one in laptop.outbox.entries} == {Refused}
        assert not laptop.bugs
    finally:
        laptop.close()


def test_what_everybody_is_forbidden_is_not_tried_on_everybody(monkeypatch: pytest.MonkeyPatch) -> None:
    laptop = Laptop()
    try:
        found = _decisions(laptop)
        operations = [
            replace(one, id=f"{one.id}.{turn}", negotiation=replace(one.negotiation, id=f"{turn}"))
            for turn in range(3)
            for one in found
        ]
        where = {one.negotiation.id: one.negotiation for one in operations}

        async def there(*_: object) -> dict[str, Negotiation]:
            return where

        monkeypatch.setattr("hh_tui.outbox.batch_sender.where_now", there)
        laptop.server.faults.add("PUT", ".", times=99, status=403, body=FORBIDDEN)
        laptop.do(lambda: laptop.sender.hold(*operations))
        for _ in range(3):
            laptop.wait(6)
        assert len(laptop.outbox.of(Stage.FAILED)) == len(operations)
        assert len(laptop.server.writes) <= 12
    finally:
        laptop.close()
