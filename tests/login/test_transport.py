"""How requests travel: a clock that only moves when somebody sleeps, and no real waiting."""

import asyncio
import gzip
import ssl
import stat
import zlib
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
import pytest

from hh_tui.api.client import HHClient
from hh_tui.api.connection import Connection
from hh_tui.api.headers import PIECEWISE
from hh_tui.api.log import RequestLog, path_template
from hh_tui.api.origin import Origin
from hh_tui.api.resumes import FILE_AT_MOST
from hh_tui.api.transport import AT_ONCE, RetryingTransport, network
from hh_tui.cli.connect import ApiAccess
from hh_tui.demo import TOKEN, serve
from hh_tui.errors import AnswerLost, AnswerTooLong, ConfigError, RateLimited
from hh_tui.i18n import Catalogue
from hh_tui.settings.config import Settings
from hh_tui.ui.presenters.errors import explain
from tests.midday import standin

URL = "https://api.hh.ru/me"
Handler = Callable[[httpx.Request], httpx.Response]


class Time:
    """Passes in sleep only."""

    def __init__(self) -> None:
        self.now = 0.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.slept.append(round(seconds, 3))
        self.now += seconds
        await asyncio.sleep(0)


def _transport(inner: Handler | httpx.AsyncBaseTransport, time: Time, **more: object) -> RetryingTransport:
    if not isinstance(inner, httpx.AsyncBaseTransport):
        inner = httpx.MockTransport(inner)
    options: dict[str, object] = {"per_second": 1000.0, "chance": lambda: 0.5, **more}
    return RetryingTransport(
        inner,
        clock=time,
        sleep=time.sleep,
        now=lambda: datetime(2026, 5, 12, 12, 0, tzinfo=UTC),
        **options,  # type: ignore[arg-type]
    )


def _request(method: str = "GET", url: str = URL, **headers: str) -> httpx.Request:
    return httpx.Request(method, url, headers=headers)


class Script:
    """Answers in turn; the last one again and again."""

    def __init__(self, *answers: int | type[Exception] | httpx.Response) -> None:
        self.answers = list(answers)
        self.asked = 0

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.asked += 1
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if isinstance(answer, type):
            raise answer("scripted")
        return httpx.Response(answer) if isinstance(answer, int) else answer


@pytest.mark.parametrize(
    "trouble",
    [
        429,
        500,
        502,
        503,
        504,
        httpx.ConnectError,
        httpx.ReadError,
        httpx.ReadTimeout,
        httpx.RemoteProtocolError,
    ],
)
async def test_a_read_is_tried_again(trouble: int | type[Exception]) -> None:
    script, time = Script(trouble, trouble, 200), Time()
    assert (await _transport(script, time).handle_async_request(_request())).status_code == 200
    assert (script.asked, time.slept) == (3, [0.3, 0.6])


@pytest.mark.parametrize("trouble", [503, httpx.ConnectError])
async def test_but_not_for_ever(trouble: int | type[Exception]) -> None:
    script = Script(trouble)
    transport = _transport(script, Time())
    if isinstance(trouble, int):
        assert (await transport.handle_async_request(_request())).status_code == trouble
    else:
        with pytest.raises(trouble):
            await transport.handle_async_request(_request())
    assert script.asked == 3


async def test_silence_counts_over_the_tries_and_ends_with_an_answer() -> None:
    time, heard = Time(), list[float]()

    def slow(_: httpx.Request) -> httpx.Response:
        time.now += 8
        heard.append(transport.silence.seconds)
        if len(heard) < 3:
            raise httpx.ConnectTimeout("scripted")
        return httpx.Response(200)

    transport = _transport(slow, time)
    await transport.handle_async_request(_request())
    assert heard == pytest.approx([8, 16.3, 24.9])
    time.now += 60
    assert transport.silence.seconds == 0, "nothing is asked"


async def test_no_silence_is_counted_where_another_request_is_answered() -> None:
    time, go_on = Time(), asyncio.Event()

    class Hanging(httpx.AsyncBaseTransport):
        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            if request.url.path == "/slow":
                await go_on.wait()
            return httpx.Response(200)

    transport = _transport(Hanging(), time)
    slow = asyncio.ensure_future(transport.handle_async_request(_request(url="https://api.hh.ru/slow")))
    await asyncio.sleep(0.01)
    time.now += 7
    assert transport.silence.seconds == 7
    await transport.handle_async_request(_request())
    assert transport.silence.seconds == 0
    time.now += 2
    assert transport.silence.seconds == 2
    go_on.set()
    await slow
    time.now += 2
    assert transport.silence.seconds == 0


async def test_a_question_that_was_dropped_is_no_silence_in_a_pause() -> None:
    seen: list[float] = []

    class Pause(Time):
        async def sleep(self, seconds: float) -> None:
            slow.cancel()
            await asyncio.wait([slow])
            await super().sleep(seconds)
            seen.append(transport.silence.seconds)

    class Hanging(httpx.AsyncBaseTransport):
        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            if request.url.path == "/slow":
                await asyncio.Event().wait()
            return httpx.Response(200) if seen else httpx.Response(429, headers={"retry-after": "8"})

    transport = _transport(Hanging(), Pause())
    slow = asyncio.ensure_future(transport.handle_async_request(_request(url="https://api.hh.ru/slow")))
    await asyncio.sleep(0.01)
    await transport.handle_async_request(_request())
    assert seen
    assert set(seen) == {0}


async def test_pieces_of_a_long_answer_are_no_silence() -> None:
    time, seen = Time(), list[float]()

    class Pieces(httpx.AsyncByteStream):
        async def __aiter__(self) -> AsyncIterator[bytes]:
            for _ in range(5):
                time.now += 3
                seen.append(transport.silence.seconds)
                yield b" "

    transport = _transport(lambda _: httpx.Response(200, stream=Pieces()), time)
    await transport.handle_async_request(_request())
    assert seen == [3, 3, 3, 3, 3]


async def test_a_pause_that_was_asked_for_is_no_silence() -> None:
    time, seen = Time(), list[float]()

    async def sleep(seconds: float) -> None:
        time.now += seconds
        seen.append(transport.silence.seconds)

    busy = httpx.Response(429, headers={"retry-after": "9"})
    transport = RetryingTransport(
        httpx.MockTransport(Script(busy, 200)), per_second=1000.0, clock=time, sleep=sleep, chance=lambda: 0.5
    )
    await transport.handle_async_request(_request())
    assert time.now > 9
    assert set(seen) == {0.0}
    cancelled = asyncio.ensure_future(transport.handle_async_request(_request()))
    await asyncio.sleep(0)
    cancelled.cancel()
    await asyncio.gather(cancelled, return_exceptions=True)
    time.now += 9
    assert transport.silence.seconds == 0


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
@pytest.mark.parametrize("trouble", [429, 503, httpx.ConnectError, httpx.ReadError])
async def test_a_write_is_sent_once(method: str, trouble: int | type[Exception]) -> None:
    script = Script(trouble)
    transport = _transport(script, Time())
    if isinstance(trouble, int):
        await transport.handle_async_request(_request(method))
    else:
        with pytest.raises(trouble):
            await transport.handle_async_request(_request(method))
    assert script.asked == 1


@pytest.mark.parametrize("status", [200, 304, 400, 403, 404])
async def test_an_answer_that_is_one_is_not_asked_for_again(status: int) -> None:
    script = Script(status)
    await _transport(script, Time()).handle_async_request(_request())
    assert script.asked == 1


@pytest.mark.parametrize(
    ("asked", "slept"),
    [
        ("2", [2.3]),
        ("0", [0.3]),
        ("Tue, 12 May 2026 12:00:07 GMT", [7.3]),
        ("Tue, 12 May 2020 12:00:07 GMT", [0.3]),
        ("nonsense", [0.3]),
        ("-5", [0.3]),
    ],
)
async def test_retry_after_is_kept_to(asked: str, slept: list[float]) -> None:
    script, time = Script(httpx.Response(429, headers={"Retry-After": asked}), 200), Time()
    assert (await _transport(script, time).handle_async_request(_request())).status_code == 200
    assert time.slept == slept


@pytest.mark.parametrize("asked", ["3600", "99999999999999", "Tue, 12 May 2027 12:00:07 GMT"])
async def test_a_long_pause_is_left_to_the_person(asked: str) -> None:
    script, time = Script(httpx.Response(429, headers={"Retry-After": asked})), Time()
    assert (await _transport(script, time).handle_async_request(_request())).status_code == 429
    assert (script.asked, time.slept) == (1, [])


async def test_the_limit_of_a_day_is_not_asked_for_again() -> None:
    body = {"errors": [{"type": "resumes", "value": "view_limit_exceeded"}]}
    script = Script(httpx.Response(429, json=body))
    await _transport(script, Time()).handle_async_request(_request())
    assert script.asked == 1


class Slow(httpx.AsyncBaseTransport):
    """Answers when told to; counts who is in."""

    def __init__(self) -> None:
        self.go = asyncio.Event()
        self.asked = self.inside = self.most = 0

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        self.asked += 1
        self.inside += 1
        self.most = max(self.most, self.inside)
        try:
            await self.go.wait()
        finally:
            self.inside -= 1
        return httpx.Response(200, json={"url": str(request.url)})


async def _settled() -> None:
    for _ in range(50):
        await asyncio.sleep(0)


async def test_identical_reads_under_way_share_one_answer() -> None:
    slow = Slow()
    transport = _transport(slow, Time())
    client = httpx.AsyncClient(transport=transport, base_url="https://api.hh.ru")
    same = [asyncio.create_task(client.get("/me")) for _ in range(4)]
    others = [
        asyncio.create_task(client.get("/me", params={"locale": "EN"})),
        asyncio.create_task(client.get("/me", headers={"X-Manager-Account-Id": "2"})),
        asyncio.create_task(client.get("/me", headers={"Authorization": "Bearer other"})),
        asyncio.create_task(client.post("/me")),
        asyncio.create_task(client.post("/me")),
    ]
    await _settled()
    assert slow.asked == 6
    slow.go.set()
    assert {(await task).json()["url"] for task in same} == {"https://api.hh.ru/me"}
    await asyncio.gather(*others)
    assert (await client.get("/me")).status_code == 200
    assert slow.asked == 7


@pytest.mark.parametrize("outcome", ["answered", "lost", "given up"])
async def test_a_read_after_a_write_shares_no_answer_before_it(outcome: str) -> None:
    slow, there = Slow(), ["anna"]

    class Moving(httpx.AsyncBaseTransport):
        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            if request.method == "GET":
                seen = list(there)
                await slow.handle_async_request(request)
                return httpx.Response(200, json=seen)
            there.clear()
            if outcome == "lost":
                raise httpx.ReadError("scripted")
            if outcome == "given up":
                await asyncio.Event().wait()
            return httpx.Response(204)

    client = httpx.AsyncClient(transport=_transport(Moving(), Time()), base_url="https://api.hh.ru")
    early = [asyncio.create_task(client.get("/list")) for _ in range(2)]
    await _settled()
    write = asyncio.create_task(client.put("/anna"))
    await _settled()
    write.cancel()
    await asyncio.gather(write, return_exceptions=True)
    late = [asyncio.create_task(client.get("/list")) for _ in range(2)]
    await _settled()
    assert slow.asked == 2
    slow.go.set()
    assert [(await one).json() for one in early] == [["anna"], ["anna"]]
    assert [(await one).json() for one in late] == [[], []]


async def test_one_that_leaves_does_not_end_it_for_the_others() -> None:
    slow = Slow()
    transport = _transport(slow, Time())
    one, other = (asyncio.create_task(transport.handle_async_request(_request())) for _ in range(2))
    await _settled()
    one.cancel()
    await _settled()
    assert slow.inside == 1
    other.cancel()
    await _settled()
    assert slow.inside == 0
    slow.go.set()
    assert (await transport.handle_async_request(_request())).status_code == 200


async def test_only_so_many_at_once() -> None:
    slow = Slow()
    transport = _transport(slow, Time())
    tasks = [
        asyncio.create_task(transport.handle_async_request(_request(url=f"{URL}?n={n}"))) for n in range(20)
    ]
    await _settled()
    assert slow.inside == AT_ONCE
    slow.go.set()
    await asyncio.gather(*tasks)
    assert (slow.asked, slow.most) == (20, AT_ONCE)


async def test_no_faster_than_the_pace() -> None:
    time = Time()
    transport = _transport(Script(200), time, per_second=5.0)
    for _ in range(5):
        await transport.handle_async_request(_request())
    assert time.slept == []
    for _ in range(10):
        await transport.handle_async_request(_request())
    assert time.now == pytest.approx(2.0)


async def test_patience_ends_and_says_whether_it_left() -> None:
    slow = Slow()
    transport = _transport(slow, Time(), timeout=0.01)
    with pytest.raises(httpx.ReadTimeout):
        await transport.handle_async_request(_request("POST"))
    patient = _transport(slow, Time(), timeout=30.0)
    tasks = [asyncio.create_task(patient.handle_async_request(_request("POST"))) for _ in range(AT_ONCE)]
    await _settled()
    patient._timeout = 0.01
    with pytest.raises(httpx.PoolTimeout):
        await patient.handle_async_request(_request("POST"))
    slow.go.set()
    await asyncio.gather(*tasks)


class Zipped(httpx.AsyncBaseTransport):
    """Bytes as they come over a wire, `times` over."""

    def __init__(self, body: bytes, encoding: str = "gzip", times: int = 1) -> None:
        self.body = body
        self.encoding = encoding
        self.times = times
        self.taken = 0

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        async def chunks() -> AsyncIterator[bytes]:
            for _ in range(self.times):
                self.taken += 1
                yield self.body[:5]
                yield self.body[5:]

        return httpx.Response(200, headers={"Content-Encoding": self.encoding}, content=chunks())


async def test_what_was_packed_is_unpacked_once() -> None:
    transport = _transport(Zipped(gzip.compress(b'{"a": 1}')), Time())
    async with httpx.AsyncClient(transport=transport) as client:
        assert (await client.get(URL)).json() == {"a": 1}


def _bare(text: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(text) + packer.flush()


@pytest.mark.parametrize(
    ("body", "encoding"),
    [
        (zlib.compress(b'{"a": 1}'), "deflate"),
        (_bare(b'{"a": 1}'), "deflate"),
        (gzip.compress(b'{"a": 1}') + b"rubbish behind it", "x-gzip"),
        (b'{"a": 1}', "identity"),
    ],
    ids=["zlib", "bare", "gzip", "plain"],
)
async def test_every_packing_that_is_asked_for(body: bytes, encoding: str) -> None:
    async with httpx.AsyncClient(transport=_transport(Zipped(body, encoding), Time())) as client:
        assert (await client.get(URL)).json() == {"a": 1}


@pytest.mark.parametrize(
    ("body", "encoding", "times"),
    [(gzip.compress(bytes(40 * 2**20)), "gzip", 1), (bytes(2**16), "identity", 10_000)],
    ids=["packed", "endless"],
)
@pytest.mark.parametrize("method", ["GET", "PUT"])
async def test_an_answer_ends_at_its_bound(method: str, body: bytes, encoding: str, times: int) -> None:
    wire = Zipped(body, encoding, times)
    transport = _transport(wire, Time(), at_most=2**20)
    with pytest.raises(AnswerTooLong):
        await transport.handle_async_request(_request(method))
    assert wire.taken <= 17


async def test_a_file_comes_unpacked_in_short_pieces() -> None:
    transport = _transport(Zipped(gzip.compress(bytes(40 * 2**20))), Time())
    connection = Connection(Origin(), TOKEN, contact="tests@example.org", transport=transport)
    pieces: list[int] = []
    with pytest.raises(AnswerTooLong):
        await HHClient(connection).resumes.download("/resume.pdf", lambda piece: pieces.append(len(piece)))
    assert max(pieces) <= 2**16
    assert sum(pieces) <= FILE_AT_MOST
    await connection.aclose()


async def test_a_file_that_never_ends_is_given_up() -> None:
    time = Time()

    class Drops(Zipped):
        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            async def chunks() -> AsyncIterator[bytes]:
                while True:
                    time.now += 15.0
                    yield b"."

            return httpx.Response(200, content=chunks())

    connection = Connection(
        Origin(), TOKEN, contact="tests@example.org", transport=_transport(Drops(b""), time)
    )
    with pytest.raises(AnswerLost):
        await HHClient(connection).resumes.download("/resume.pdf", lambda _: None)
    assert time.now < 700
    await connection.aclose()


async def test_a_packing_that_was_not_asked_for_is_no_answer() -> None:
    with pytest.raises(httpx.DecodingError):
        await _transport(Zipped(b"?", "br"), Time()).handle_async_request(_request())


async def test_broken_packing_is_the_clients_to_find() -> None:
    transport = _transport(Zipped(b"no gzip at all"), Time())
    async with httpx.AsyncClient(transport=transport) as client:
        with pytest.raises(httpx.DecodingError):
            await client.get(URL)


async def test_the_proxy_of_the_environment_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    heard = asyncio.get_running_loop().create_future()

    async def proxy(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        heard.set_result((await reader.readline()).decode())
        writer.close()

    server = await asyncio.start_server(proxy, "127.0.0.1", 0)
    monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}")
    transport = network()
    with pytest.raises(httpx.TransportError):
        await transport.handle_async_request(
            httpx.Request("GET", URL, extensions={"timeout": httpx.Timeout(5).as_dict()})
        )
    assert (await heard).startswith("CONNECT api.hh.ru:443")
    await transport.aclose()
    server.close()


@pytest.mark.parametrize(
    ("path", "template"),
    [
        ("/me", "/me"),
        ("/negotiations/123/messages", "/negotiations/{}/messages"),
        ("/resumes/0123456789abcdef/download/Иванова_Мария.pdf", "/resumes/{}/download/{}"),
        ("/negotiations/ivanova", "/negotiations/{}"),
        ("/", "/"),
        ("/a\nb", "/{}"),
    ],
)
def test_a_path_is_logged_without_ids(path: str, template: str) -> None:
    assert path_template(path) == template


async def test_the_log_tells_how_it_went_and_nothing_else(tmp_path: Path) -> None:
    log = RequestLog(tmp_path / "log" / "requests.log")
    body = {"request_id": "r-77", "errors": [{"type": "forbidden"}]}
    script = Script(200, httpx.ConnectError, httpx.Response(403, json=body))
    transport = _transport(script, Time(), log=log)
    await transport.handle_async_request(
        _request(url="https://api.hh.ru/negotiations/55?search_text=Иванова")
    )
    await transport.handle_async_request(_request(Authorization="Bearer SECRET"))
    await transport.aclose()
    lines = log.path.read_text().splitlines()
    assert [line.split(" ", 2)[2] for line in lines] == [
        "GET /negotiations/{} 200 0ms -",
        "GET /me ConnectError 0ms -",
        "GET /me 403 0ms r-77",
    ]
    assert stat.S_IMODE(log.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(log.path.parent.stat().st_mode) == 0o700


def test_the_log_turns_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hh_tui.api.log.SIZE", 200)
    log = RequestLog(tmp_path / "requests.log")
    for _ in range(30):
        log.note("GET", "/me", "200", 1.0)
    log.close()
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == ["requests.log", "requests.log.1", "requests.log.2"]
    assert {stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()} == {0o600}


def test_a_log_that_can_not_be_written_stops_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "log").write_text("a file where a folder should be")
    log = RequestLog(tmp_path / "log" / "requests.log")
    log.note("GET", "/me", "200", 1.0)
    log.close()
    assert capsys.readouterr().err == ""


def test_a_proxy_that_can_not_be_used_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALL_PROXY", "nonsense://127.0.0.1:1")
    with pytest.raises(ConfigError):
        network()


async def test_what_is_not_encrypted_passes_no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """A token on its way to a stand-in on this machine is nobody's business."""
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    monkeypatch.setenv("HH_TUI_TOKEN", TOKEN)
    with serve(standin()) as origin:
        connection = ApiAccess.of(Settings(api_url=origin)).connection("ru")
        assert (await connection.read("/me"))["is_employer"]
        await connection.aclose()


@pytest.mark.parametrize(("proxied", "times"), [(True, 1), (False, 0)])
def test_certificates_are_read_once_and_where_needed(
    proxied: bool, times: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each time takes three megabytes."""
    read: list[Any] = []

    def loaded(_: ssl.SSLContext, *args: Any, **options: Any) -> None:
        read.append((args, options))

    monkeypatch.setattr(ssl.SSLContext, "load_verify_locations", loaded)
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    network(proxied=proxied)
    assert len(read) == times


def test_nobody_is_believed_where_nothing_is_encrypted(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[ssl.SSLContext] = []
    client = httpx.AsyncClient

    def kept(*, verify: ssl.SSLContext, **options: Any) -> httpx.AsyncClient:
        made.append(verify)
        return client(verify=verify, **options)

    monkeypatch.setattr(httpx, "AsyncClient", kept)
    network(proxied=False)
    assert [one.verify_mode for one in made] == [ssl.CERT_REQUIRED]
    assert made[0].check_hostname
    assert made[0].get_ca_certs() == []


async def test_a_pause_is_for_everything_to_the_same_server() -> None:
    script, time = Script(httpx.Response(429, headers={"Retry-After": "5"}), 200), Time()
    transport = _transport(script, time)
    first = await transport.handle_async_request(_request("PUT"))
    assert (first.status_code, time.slept) == (429, [])
    assert (await transport.handle_async_request(_request())).status_code == 200
    assert time.slept == [5.3]
    assert (await transport.handle_async_request(_request("POST"))).status_code == 200
    assert time.slept == [5.3]


async def test_nothing_leaves_during_a_long_pause() -> None:
    script, time = Script(httpx.Response(429, headers={"Retry-After": "40"}), 200), Time()
    transport = _transport(script, time)
    await transport.handle_async_request(_request("POST"))
    for request in (_request("POST"), _request(), _request("PUT")):
        answer = await transport.handle_async_request(request)
        assert (answer.status_code, answer.headers["retry-after"]) == (429, "41")
    piecewise = _request()
    piecewise.extensions = {PIECEWISE: True}
    assert (await transport.handle_async_request(piecewise)).status_code == 429
    other = _request(url="https://elsewhere.example/me")
    assert (await transport.handle_async_request(other)).status_code == 200
    assert script.asked == 2
    time.now = 41.0
    assert (await transport.handle_async_request(_request("POST"))).status_code == 200


async def test_a_pause_says_how_long_it_is() -> None:
    headers = {"Retry-After": "Tue, 12 May 2026 12:02:00 GMT", "Date": "Tue, 12 May 2026 12:00:00 GMT"}
    transport = _transport(Script(httpx.Response(429, headers=headers)), Time())
    connection = Connection(Origin(), TOKEN, contact="tests@example.org", transport=transport)
    with pytest.raises(RateLimited) as caught:
        await connection.read("/me")
    assert explain(Catalogue("ru"), caught.value).what == "hh.ru просит подождать 2 мин."
    with pytest.raises(RateLimited) as caught:
        await connection.read("/me")
    assert explain(Catalogue("en"), caught.value).what == "hh.ru asks to wait 3 min."
    await connection.aclose()
