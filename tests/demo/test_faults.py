"""Scripted misfortune, in the same process and behind a socket."""

import io
import sys
from collections.abc import Iterator
from threading import Event, Thread

import httpx
import pytest

from hh_tui.demo import TOKEN, StandIn, serve
from hh_tui.demo.__main__ import main
from tests.demo.driver import HandClock, Recruiter, headers

IMPATIENT = httpx.Timeout(10, read=0.05)
RAISED = [
    ("connect", httpx.ConnectError),
    ("read", httpx.ReadError),
    ("timeout", httpx.ReadTimeout),
    ("half", httpx.RemoteProtocolError),
]


@pytest.fixture
def recruiter() -> Recruiter:
    return Recruiter("S")


def test_a_scripted_answer_comes_as_often_as_said(recruiter: Recruiter) -> None:
    fault = {"request_id": "x", "errors": [{"type": "service_unavailable"}]}
    recruiter.standin.faults.add(
        "GET", "^/me$", times=2, status=503, body=fault, headers={"retry-after": "3"}
    )
    first = recruiter.http.get("/me")
    assert (first.status_code, first.json(), first.headers["retry-after"]) == (503, fault, "3")
    assert recruiter.http.get("/locales").status_code == 200
    assert recruiter.http.get("/me").status_code == 503
    assert recruiter.http.get("/me").status_code == 200


def test_bodies_that_are_no_json(recruiter: Recruiter) -> None:
    recruiter.standin.faults.add("*", "/me", status=502, body="<html>Bad gateway")
    recruiter.standin.faults.add("*", "/me", status=500)
    assert recruiter.http.get("/me").text == "<html>Bad gateway"
    assert recruiter.http.get("/me").content == b""


@pytest.mark.parametrize(("exception", "raised"), RAISED)
def test_exceptions(recruiter: Recruiter, exception: str, raised: type[Exception]) -> None:
    recruiter.standin.faults.add("GET", "/me", exception=exception)
    with pytest.raises(raised):
        recruiter.http.get("/me")
    assert recruiter.http.get("/me").status_code == 200


@pytest.mark.parametrize("after", [False, True])
def test_an_answer_lost_before_or_after_the_work(recruiter: Recruiter, after: bool) -> None:
    nid = recruiter.a_response()
    recruiter.standin.faults.add("POST", "/messages$", exception="read", after=after)
    with pytest.raises(httpx.ReadError):
        recruiter.write(nid, "Добрый день")
    assert recruiter.topic(nid)["counters"]["messages"] == (2 if after else 1)
    assert [write.processed for write in recruiter.standin.writes] == [after]


def test_a_refused_connection_is_never_received(recruiter: Recruiter) -> None:
    nid = recruiter.a_response()
    recruiter.standin.faults.add("PUT", ".", exception="connect")
    with pytest.raises(httpx.ConnectError):
        recruiter.http.put(f"/negotiations/consider/{nid}")
    assert recruiter.standin.writes == []


@pytest.fixture
def standin() -> StandIn:
    return StandIn("S", clock=HandClock())


@pytest.fixture
def browser(standin: StandIn) -> Iterator[httpx.Client]:
    with (
        serve(standin) as origin,
        httpx.Client(base_url=origin, headers=headers(), trust_env=False) as client,
    ):
        yield client


def a_topic(standin: StandIn) -> str:
    return standin.world.topics_of(standin.world.vacancies[2].id, "response")[0]


def test_the_same_answers_behind_a_socket(standin: StandIn, browser: httpx.Client) -> None:
    path = f"/negotiations/{a_topic(standin)}"
    request = httpx.Request("GET", f"https://api.hh.ru{path}", headers=headers())
    served = browser.get(path)
    assert served.headers["content-encoding"] == "gzip"
    assert served.json() == standin.handle(request).json()
    assert browser.get("/nothing").status_code == 404
    assert browser.head("/locales").content == b""


def test_writing_behind_a_socket(standin: StandIn, browser: httpx.Client) -> None:
    nid = a_topic(standin)
    assert browser.post(f"/negotiations/{nid}/messages", data={"message": "Привет"}).status_code == 201
    assert browser.put(f"/negotiations/consider/{nid}").status_code == 204
    assert browser.get(f"/negotiations/{nid}/messages").json()["items"][-1]["text"] == "Привет"
    assert [write.method for write in standin.writes] == ["POST", "PUT"]


@pytest.mark.parametrize(
    ("exception", "after", "count"), [("connect", False, 1), ("read", True, 2), ("half", False, 1)]
)
def test_connections_cut(
    standin: StandIn, browser: httpx.Client, exception: str, after: bool, count: int
) -> None:
    path = f"/negotiations/{a_topic(standin)}"
    standin.faults.add("*", path, exception=exception, after=after)
    method, asked = ("GET", path) if exception == "half" else ("POST", f"{path}/messages")
    with pytest.raises((httpx.ReadError, httpx.RemoteProtocolError)):
        browser.request(method, asked, data={"message": "Привет"})
    assert browser.get(path).json()["counters"]["messages"] == count


def test_a_hang_ends_with_the_patience_of_the_client(standin: StandIn, browser: httpx.Client) -> None:
    standin.faults.add("GET", "/me", exception="timeout")
    with pytest.raises(httpx.ReadTimeout):
        browser.get("/me", timeout=IMPATIENT)
    assert browser.get("/me").status_code == 200


def test_a_hang_ends_with_the_server(standin: StandIn) -> None:
    standin.faults.add("GET", "/me", delay=3_600)
    with serve(standin) as origin, pytest.raises(httpx.ReadTimeout):
        httpx.get(f"{origin}/me", headers=headers(), timeout=IMPATIENT, trust_env=False)
    assert [request.path for request in standin.received] == ["/me"]


def test_from_a_shell(monkeypatch: pytest.MonkeyPatch) -> None:
    said, until = io.StringIO(), Event()
    monkeypatch.setattr(sys, "stdout", said)
    flushed = Event()
    monkeypatch.setattr(said, "flush", flushed.set)
    server = Thread(target=main, args=(["--size", "S", "--port", "0", "--still"],), kwargs={"until": until})
    server.start()
    assert flushed.wait(10)
    origin = said.getvalue().splitlines()[0]
    assert httpx.get(f"{origin}/me", headers=headers(), trust_env=False).json()["is_employer"] is True
    until.set()
    server.join()
    assert f"HH_TUI_API_URL={origin} HH_TUI_TOKEN={TOKEN}" in said.getvalue()


def test_a_port_that_is_taken(standin: StandIn, capsys: pytest.CaptureFixture[str]) -> None:
    with serve(standin) as origin:
        port = origin.rpartition(":")[2]
        assert main(["--size", "S", "--port", port]) == 1
    assert f"Port {port}" in capsys.readouterr().err
