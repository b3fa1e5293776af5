"""Reads by urgency, writes once, unknown outcomes settled by reading."""

import asyncio
import threading
from collections.abc import Callable
from functools import partial

import httpx
import pytest

from hh_tui.api.client import HHClient
from hh_tui.api.connection import Connection
from hh_tui.api.models import Action, Negotiation
from hh_tui.api.origin import Origin
from hh_tui.demo import TOKEN, StandIn
from hh_tui.demo.colleagues import colleague_moves
from hh_tui.demo.company import company
from hh_tui.errors import (
    EarlierUnsettled,
    HHError,
    KeyringUnreachable,
    LetterLost,
    NegotiationRefused,
    NotCarriedOut,
    Unsettled,
)
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.snapshot.known_thread import KnownThread
from hh_tui.inbox.snapshot.query import Query
from hh_tui.outbox.reconcile import LOOKS, WriteAttempt
from hh_tui.outbox.write_lane import WriteLane
from hh_tui.system.structs import replace
from hh_tui.worker.priority_semaphore import PrioritySemaphore, Urgency
from hh_tui.worker.session import ApiWorker
from tests.factory import decision, letter, negotiation
from tests.recruiter import Clock


async def test_the_urgent_come_first_and_never_too_many_at_once() -> None:
    gate, order, inside, most = PrioritySemaphore(2), [], 0, 0

    async def caller(name: str, urgency: Urgency) -> None:
        nonlocal inside, most
        await gate.acquire(urgency)
        inside, most = inside + 1, max(most, inside + 1)
        order.append(name)
        await asyncio.sleep(0)
        inside -= 1
        gate.release()

    tasks = [asyncio.create_task(caller(f"soon{n}", Urgency.SOON)) for n in range(4)]
    tasks += [asyncio.create_task(caller(f"now{n}", Urgency.NOW)) for n in range(2)]
    await asyncio.gather(*tasks)
    assert order == ["soon0", "soon1", "now0", "now1", "soon2", "soon3"]
    assert most == 2


async def test_the_gate_knows_who_waits_and_how_urgently() -> None:
    gate = PrioritySemaphore(1)
    await gate.acquire(Urgency.NOW)
    tasks = [asyncio.create_task(gate.acquire(one)) for one in (Urgency.IDLE, Urgency.IDLE, Urgency.SOON)]
    await asyncio.sleep(0)
    assert gate.waiting == (0, 1, 2)
    tasks[0].cancel()
    await asyncio.sleep(0)
    assert gate.waiting == (0, 1, 1)
    gate.release()
    await tasks[2]
    assert gate.waiting == (0, 0, 1)
    gate.release()
    await tasks[1]


async def test_the_last_ten_errors_are_kept_without_people() -> None:
    server = StandIn(size="S", clock=Clock().now)
    worker = _worker(server, [])
    for number in range(12):
        body = {"request_id": f"r{number}", "errors": [{"type": "not_found"}]}
        server.faults.add("GET", "/negotiations/negotiation-555", status=404, body=body)
        with pytest.raises(HHError):
            await worker.read(lambda: worker.client.negotiations.one("negotiation-555"), what="candidate")
    server.faults.add("PUT", ".", status=403, body={"errors": [{"type": "negotiations", "value": "x"}]})
    with pytest.raises(NegotiationRefused):
        await _carry_out(worker, decision(negotiation("negotiation-777")), _no_doubt)
    failed_calls = worker.network_activity.failed_calls
    assert [one.request_id for one in failed_calls] == ["", *(f"r{number}" for number in range(11, 2, -1))]
    assert [one.code for one in failed_calls[:2]] == ["negotiation", "not_found"]
    assert "negotiation-555" not in repr(worker.network_activity)
    assert "negotiation-777" not in repr(worker.network_activity)
    assert worker.network_activity.writes == 0


async def test_who_gives_up_waiting_takes_no_lane_away() -> None:
    gate = PrioritySemaphore(1)
    await gate.acquire(Urgency.NOW)
    waiting = asyncio.create_task(gate.acquire(Urgency.NOW))
    await asyncio.sleep(0)
    gate.release()
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    await asyncio.wait_for(gate.acquire(Urgency.NOW), 1)


def _no_doubt(error: HHError) -> None:
    pytest.fail(f"the answer did come: {error}")


def _worker(server: StandIn, waits: list[float]) -> ApiWorker:
    async def pause(seconds: float) -> None:
        waits.append(seconds)
        await asyncio.sleep(0)

    connection = Connection(
        Origin(), TOKEN, contact="a@example.org", transport=httpx.MockTransport(server.handle)
    )
    return ApiWorker(HHClient(connection), pause, "negotiations")


async def _carry_out(worker: ApiWorker, operation: Operation, unanswered: Callable[[HHError], None]) -> None:
    await WriteLane(worker).carry_out(operation, WriteAttempt(operation.decided_at), unanswered, lambda: "us")


async def _first(worker: ApiWorker) -> tuple[Query, object]:
    account = await worker.client.account.me()
    assert account.employer is not None
    vacancy = (await worker.client.vacancies.active(account.employer.id))[0]
    collection = (await worker.client.negotiations.board(vacancy.id)).collections[0]
    page = await worker.client.negotiations.page(collection.url)
    return Query(vacancy.id, collection.id, collection.url), page.items[0]


@pytest.mark.parametrize("waited", [True, False])
async def test_small_writes_do_not_hide_behind_an_unsettled_one(waited: bool) -> None:
    server, doubts, done = StandIn(size="S", clock=Clock().now), asyncio.Event(), list[str]()
    worker = _worker(server, [])
    _, candidate = await _first(worker)
    assert isinstance(candidate, Negotiation)
    online = asyncio.Event()

    async def pause(_: float) -> None:
        await online.wait()

    async def small() -> None:
        done.append("small")

    worker.pause = pause
    consider = next(one for one in candidate.actions if not one.arguments and one.enabled)
    operation = decision(candidate, "x", resulting_employer_state=consider.resulting_employer_state,
                         url=consider.url)  # fmt: skip
    server.faults.add("PUT", candidate.id, status=502, after=True)
    settling = asyncio.create_task(_carry_out(worker, operation, lambda _: doubts.set()))
    if waited:
        await asyncio.sleep(0)
        writing = asyncio.create_task(worker.write(candidate.id, small))
        await doubts.wait()
    else:
        await doubts.wait()
        writing = asyncio.create_task(worker.write(candidate.id, small))
    with pytest.raises(EarlierUnsettled):
        await asyncio.wait_for(writing, 10)
    online.set()
    await settling
    assert done == []
    await worker.write(candidate.id, small)
    assert done == ["small"]


async def test_nobody_waits_for_a_client_that_is_being_made() -> None:
    server, answers, made = StandIn(size="S", clock=Clock().now), threading.Event(), list[str]()
    connection = Connection(
        Origin(), TOKEN, contact="a@example.org", transport=httpx.MockTransport(server.handle)
    )

    def connect() -> HHClient:
        made.append("client")
        if not answers.wait(60):
            raise KeyringUnreachable(why="locked")
        return HHClient(connection)

    worker = ApiWorker(connect, threads="negotiations")
    worker.manager_account = company().me.account
    first = asyncio.create_task(worker.read(worker.client.account.me))
    await asyncio.sleep(0)
    others = [asyncio.create_task(worker.read(partial(worker.client.account.me))) for _ in range(3)]
    await asyncio.sleep(0)
    assert not first.done()
    answers.set()
    accounts = await asyncio.gather(first, *others)
    assert len({account.id for account in accounts}) == 1
    assert made == ["client"]
    assert server.received[-1].headers["x-manager-account-id"] == company().me.account


async def test_no_client_is_made_while_the_first_keys_are_answered() -> None:
    made = list[str]()

    def connect() -> HHClient:
        made.append("client")
        raise KeyringUnreachable(why="locked")

    worker = ApiWorker(connect)
    go_on = worker.hold_back()
    read = asyncio.create_task(worker.read(worker.client.account.me))
    for _ in range(20):
        await asyncio.sleep(0)
    assert not made
    go_on()
    with pytest.raises(KeyringUnreachable):
        await read
    assert made == ["client"]


async def test_a_client_that_cannot_be_made_is_tried_again() -> None:
    def connect() -> HHClient:
        raise KeyringUnreachable(why="locked")

    worker = ApiWorker(connect)
    for _ in range(2):
        with pytest.raises(KeyringUnreachable):
            await worker.read(worker.client.account.me)


async def test_it_asks_until_it_knows() -> None:
    server, waits, doubts = StandIn(size="S", clock=Clock().now), list[float](), list[HHError]()
    worker = _worker(server, waits)
    _, candidate = await _first(worker)
    assert isinstance(candidate, type(negotiation("1")))
    consider = next(one for one in candidate.actions if not one.arguments and one.enabled)
    operation = decision(candidate, "x", resulting_employer_state=consider.resulting_employer_state,
                         url=consider.url)  # fmt: skip
    server.faults.add("PUT", candidate.id, status=502, after=True)
    server.faults.add("GET", f"/negotiations/{candidate.id}$", times=3, exception="connect")
    await _carry_out(worker, operation, doubts.append)
    assert len(doubts) == 1
    assert len(server.writes) == 1
    assert waits == [2.0, 4.0, 8.0, 16.0]


async def test_a_refusal_is_final_and_not_looked_after() -> None:
    server, waits = StandIn(size="S", clock=Clock().now), list[float]()
    worker = _worker(server, waits)
    body = {"errors": [{"type": "negotiations", "value": "wrong_state"}]}
    server.faults.add("PUT", ".", status=403, body=body)
    with pytest.raises(NegotiationRefused):
        await _carry_out(worker, decision(negotiation("1")), _no_doubt)
    assert waits == []


async def test_an_old_equal_letter_is_not_taken_for_this_one() -> None:
    clock = Clock()
    server, waits = StandIn(size="S", clock=clock.now), list[float]()
    worker = _worker(server, waits)
    account = await worker.client.account.me()
    assert account.employer is not None
    vacancy = (await worker.client.vacancies.active(account.employer.id))[0]
    board = await worker.client.negotiations.board(vacancy.id)
    items = [
        item
        for collection in board.collections
        for item in (await worker.client.negotiations.page(collection.url)).items
        if item.can_write
    ]
    await _carry_out(worker, letter(items[0], "Добрый день!"), _no_doubt)
    clock.seconds += 3600
    known = frozenset(message.id for message in await worker.client.messages.all(items[0]))
    again = letter(items[0], "Добрый день!", "again")
    late = replace(again, decided_at=clock.now(), known=KnownThread("negotiations", known))
    server.faults.add("POST", items[0].id, exception="timeout")
    with pytest.raises(NotCarriedOut):
        await _carry_out(worker, late, lambda _: None)


async def test_writes_to_one_candidate_go_one_after_the_other() -> None:
    """A second write to the same candidate waits for the first one's end."""
    order: list[str] = []

    async def handle(request: httpx.Request) -> httpx.Response:
        name = httpx.QueryParams((await request.aread()).decode()).get("message", "")
        order.append(f"begin {name}")
        await asyncio.sleep(0.01)
        order.append(f"end {name}")
        return httpx.Response(201)

    connection = Connection(Origin(), TOKEN, contact="a@example.org", transport=httpx.MockTransport(handle))
    worker = ApiWorker(HHClient(connection))
    a, b = letter(negotiation("1"), "a"), letter(negotiation("1"), "b", "second")
    await asyncio.gather(_carry_out(worker, a, _no_doubt), _carry_out(worker, b, _no_doubt))
    assert order == ["begin a", "end a", "begin b", "end b"]


async def _writable(worker: ApiWorker) -> Negotiation:
    """A candidate whose correspondence is open."""
    account = await worker.client.account.me()
    assert account.employer is not None
    vacancy = (await worker.client.vacancies.active(account.employer.id))[0]
    for collection in (await worker.client.negotiations.board(vacancy.id)).collections:
        for item in (await worker.client.negotiations.page(collection.url)).items:
            if item.can_write:
                return item
    raise AssertionError("nobody to write to")


@pytest.mark.parametrize(
    "text", ["Добрый\u00a0день,\tАнна!", "мягкий\u00adперенос", "a\u200bb", "Строка\r\nвторая  "]
)
async def test_letter_that_arrived_is_recognized_whatever_signs_it_has(text: str) -> None:
    server = StandIn(size="S", clock=Clock().now)
    worker = _worker(server, [])
    candidate = await _writable(worker)
    server.faults.add("POST", candidate.id, status=502, after=True)
    await _carry_out(worker, letter(candidate, text), lambda _: None)
    assert len(server.writes) == 1


async def test_what_can_not_be_looked_up_is_not_taken_for_undone() -> None:
    server = StandIn(size="S", clock=Clock().now)
    worker = _worker(server, [])
    candidate = await _writable(worker)
    server.faults.add("POST", candidate.id, status=502, after=True)
    body = {"errors": [{"type": "forbidden"}]}
    server.faults.add("GET", "/messages", status=403, body=body)
    with pytest.raises(Unsettled):
        await _carry_out(worker, letter(candidate, "Дошло?"), lambda _: None)
    assert len(server.writes) == 1


async def test_a_step_without_its_letter_is_not_taken_for_done() -> None:
    """A colleague made the same step meanwhile, without a letter: ours has not gone out."""
    server = StandIn(size="S", clock=Clock().now)
    worker = _worker(server, [])
    _, candidate = await _first(worker)
    assert isinstance(candidate, Negotiation)
    step = next(one for one in candidate.actions if one.argument("message") and one.resulting_employer_state)
    operation = replace(decision(candidate, form=(("message", "Ждём вас"),)), action=step)
    server.faults.add("PUT", candidate.id, status=502)

    def meanwhile(_: HHError) -> None:
        colleague_moves(server.world, candidate.id, step.id)

    with pytest.raises(LetterLost):
        await _carry_out(worker, operation, meanwhile)


def _moves_on(server: StandIn, candidate: Negotiation, step: Action) -> None:
    """A colleague takes the candidate to a stage that is neither where they were nor where the step leads."""
    here = candidate.employer_state.id if candidate.employer_state else ""
    there = step.resulting_employer_state.id if step.resulting_employer_state else ""
    stages = ("interview", "consider", "phone_interview")
    colleague_moves(server.world, candidate.id, next(one for one in stages if one not in {here, there}))


async def test_an_arrived_letter_is_done_wherever_they_are_now() -> None:
    server = StandIn(size="S", clock=Clock().now)
    worker = _worker(server, [])
    _, candidate = await _first(worker)
    assert isinstance(candidate, Negotiation)
    step = next(one for one in candidate.actions if one.argument("message") and one.resulting_employer_state)
    operation = replace(decision(candidate, form=(("message", "Ждём вас"),)), action=step)
    server.faults.add("PUT", candidate.id, status=502, after=True)
    await _carry_out(worker, operation, lambda _: _moves_on(server, candidate, step))
    assert len(server.writes) == 1


async def test_a_step_without_its_letter_moved_on_is_not_undone() -> None:
    server = StandIn(size="S", clock=Clock().now)
    pauses: list[float] = []
    worker = _worker(server, pauses)
    _, candidate = await _first(worker)
    assert isinstance(candidate, Negotiation)
    step = next(one for one in candidate.actions if one.argument("message") and one.resulting_employer_state)
    operation = replace(decision(candidate, form=(("message", "Ждём вас"),)), action=step)
    server.faults.add("PUT", candidate.id, status=502)
    with pytest.raises(Unsettled):
        await _carry_out(worker, operation, lambda _: _moves_on(server, candidate, step))
    assert len(pauses) == LOOKS


async def test_a_silent_step_moved_on_is_not_undone() -> None:
    server = StandIn(size="S", clock=Clock().now)
    worker = _worker(server, [])
    _, candidate = await _first(worker)
    assert isinstance(candidate, Negotiation)
    step = next(one for one in candidate.actions if one.resulting_employer_state and one.enabled)
    server.faults.add("PUT", candidate.id, status=502, after=True)
    with pytest.raises(Unsettled):
        await _carry_out(
            worker, replace(decision(candidate), action=step), lambda _: _moves_on(server, candidate, step)
        )


async def test_an_action_that_leads_nowhere_else_can_not_be_settled() -> None:
    server = StandIn(size="S", clock=Clock().now)
    worker = _worker(server, [])
    _, candidate = await _first(worker)
    assert isinstance(candidate, Negotiation)
    step = next(one for one in candidate.actions if one.resulting_employer_state is None)
    server.faults.add("PUT", candidate.id, status=502)
    with pytest.raises(Unsettled):
        await _carry_out(worker, replace(decision(candidate), action=step), lambda _: None)
