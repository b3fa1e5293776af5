"""Misfortune over a real connection: what is told, what is tried again, what is never sent twice."""

from collections.abc import AsyncIterator, Iterator
from typing import Any

import httpx
import pytest

from hh_tui.api.client import HHClient
from hh_tui.api.connection import Connection
from hh_tui.api.models import Negotiation
from hh_tui.api.origin import Origin
from hh_tui.api.transport import RetryingTransport, network
from hh_tui.demo import TOKEN, StandIn, serve
from hh_tui.errors import (
    AnswerLost,
    AnswerTooLong,
    HHError,
    RateLimited,
    ServerError,
    Unreachable,
    UnreadableAnswer,
)
from hh_tui.i18n import Catalogue
from hh_tui.ui.presenters.errors import explain
from tests.demo.driver import HandClock
from tests.program.sitting import decisions


class Line:
    """A client over a real connection that never waits between two tries."""

    def __init__(self, origin: str, timeout: float) -> None:
        self.slept: list[float] = []
        self._transport = RetryingTransport(
            network(),
            per_second=1000.0,
            timeout=timeout,
            at_most=2**20,
            clock=lambda: sum(self.slept),
            sleep=self._sleep,
            chance=lambda: 0.5,
        )
        self.client = HHClient(
            Connection(Origin(origin), TOKEN, contact="tests@example.org", transport=self._transport)
        )

    async def _sleep(self, seconds: float) -> None:
        self.slept.append(round(seconds, 3))


@pytest.fixture
def server() -> StandIn:
    return StandIn("S", clock=HandClock())


@pytest.fixture
def origin(server: StandIn) -> Iterator[str]:
    with serve(server) as address:
        yield address


@pytest.fixture
async def line(origin: str) -> AsyncIterator[Line]:
    found = Line(origin, timeout=30.0)
    yield found
    await found.client.aclose()


async def _topic(server: StandIn, client: HHClient) -> Negotiation:
    nid = server.world.topics_of(server.world.vacancies[2].id, "response")[0]
    return await client.negotiations.one(nid)


@pytest.mark.parametrize(
    "fault",
    [
        {"exception": "connect"},
        {"exception": "read"},
        {"exception": "read", "after": True},
        {"exception": "half"},
        {"status": 502, "body": "<html>"},
        {"status": 429},
        {"status": 503, "headers": {"retry-after": "3"}},
    ],
)
async def test_a_read_gets_over_it(server: StandIn, line: Line, fault: dict[str, Any]) -> None:
    server.faults.add("GET", "/me", times=2, **fault)
    assert (await line.client.account.me()).is_employer
    pause = 3.0 if "headers" in fault else 0.0
    assert line.slept == [pause + 0.3, pause + 0.6]


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        ({"exception": "connect"}, AnswerLost),
        ({"exception": "half"}, AnswerLost),
        ({"status": 503}, ServerError),
        ({"status": 429}, RateLimited),
        ({"status": 200, "body": "<html>"}, UnreadableAnswer),
        ({"status": 200, "body": "null"}, UnreadableAnswer),
    ],
)
async def test_what_does_not_pass_has_a_name(
    server: StandIn, line: Line, fault: dict[str, Any], kind: type[HHError]
) -> None:
    server.faults.add("GET", "/me", times=9, **fault)
    with pytest.raises(kind) as caught:
        await line.client.account.me()
    assert caught.value.repeatable


@pytest.mark.parametrize(
    ("fault", "arrived"),
    [
        ({"exception": "read"}, 0),
        ({"exception": "read", "after": True}, 1),
        ({"exception": "half"}, 1),
        ({"status": 502}, 0),
        ({"status": 429, "headers": {"retry-after": "1"}}, 0),
    ],
)
async def test_a_letter_is_sent_once(
    server: StandIn, line: Line, fault: dict[str, Any], arrived: int
) -> None:
    topic = await _topic(server, line.client)
    before = len(await line.client.messages.all(topic))
    server.faults.add("POST", "/messages", **fault)
    if fault == {"exception": "half"} and not server.world.readings.null_answers:
        # An empty body has no half: the answer comes whole, and the connection ends after it.
        await line.client.messages.write(topic, "Добрый день")
    else:
        with pytest.raises(HHError) as caught:
            await line.client.messages.write(topic, "Добрый день")
        assert caught.value.outcome_unknown is not isinstance(caught.value, RateLimited)
    assert len(decisions(server)) == 1
    assert len(await line.client.messages.all(topic)) == before + arrived


@pytest.mark.parametrize("method", ["GET", "POST"])
async def test_an_answer_is_not_unpacked_beyond_its_bound(server: StandIn, line: Line, method: str) -> None:
    topic = await _topic(server, line.client)
    server.faults.add(method, ".", times=9, status=200, megabytes=40)
    with pytest.raises(AnswerTooLong) as caught:
        await (
            line.client.account.me() if method == "GET" else line.client.messages.write(topic, "Добрый день")
        )
    assert caught.value.outcome_unknown
    assert (
        explain(Catalogue("ru"), caught.value).what == "Ответ hh.ru длиннее 1 МБ: таких у его API не бывает."
    )
    assert not line.slept, "it is not asked for again"


@pytest.mark.parametrize("method", ["GET", "POST"])
async def test_a_hang_ends_with_our_patience(server: StandIn, origin: str, method: str) -> None:
    server.faults.add(method, "/me$|/messages$", times=9, exception="timeout")
    impatient = Line(origin, timeout=0.3)
    try:
        client = impatient.client
        call = (
            client.account.me()
            if method == "GET"
            else client.messages.write(Negotiation(id="1"), "Добрый день")
        )
        with pytest.raises(AnswerLost):
            await call
    finally:
        await impatient.client.aclose()
    assert len(server.received) == 1


async def test_nobody_is_there() -> None:
    nobody = Line("http://127.0.0.1:1", timeout=30.0)
    with pytest.raises(Unreachable):
        await nobody.client.account.me()
    assert nobody.slept == [0.3, 0.6]
    await nobody.client.aclose()


async def test_a_long_answer_comes_packed(server: StandIn, origin: str) -> None:
    transport = network()
    request = httpx.Request(
        "GET",
        f"{origin}/dictionaries",
        headers={
            "authorization": f"Bearer {TOKEN}",
            "user-agent": "tests/1.0 (t@example.org)",
            "accept-encoding": "gzip",
        },
    )
    response = await transport.handle_async_request(request)
    assert response.headers["content-encoding"] == "gzip"
    await response.aclose()
    await transport.aclose()
