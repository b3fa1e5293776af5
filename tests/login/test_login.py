"""Logging in by a browser and a loopback port, or by pasting; and out again."""

import asyncio
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import httpx
import pytest

from hh_tui.api.oauth import Application
from hh_tui.cli.login import log_in
from hh_tui.cli.login.console import Console
from hh_tui.cli.login.listener import RedirectListener, can_listen
from hh_tui.cli.login.login_attempt import LoginAttempt
from hh_tui.demo import StandIn, serve
from hh_tui.demo.grants import CLIENT_ID, CLIENT_SECRET, REDIRECT
from hh_tui.errors import (
    CodeExpired,
    ConfigError,
    HHError,
    LoginRefused,
    LoginTimeout,
    NotAnswered,
    NotEmployer,
    NotRedirect,
    PortTaken,
    WrongClient,
    WrongRedirect,
    WrongState,
)
from hh_tui.i18n import Catalogue
from hh_tui.system.secret import Secret
from hh_tui.tokens.profile import DEFAULT_PROFILE
from hh_tui.ui.presenters.errors import explain
from tests.demo.driver import HandClock
from tests.login.scene import Scene, forget

Bend = Callable[[str], str]


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


class Person(Console):
    """Says what was prepared; the browser follows hh.ru's redirect to where it leads, `bend` permitting."""

    is_interactive = False

    def __init__(self, *answers: str, bend: Bend = lambda address: address, keyboard: bool = False) -> None:
        self.answers = list(answers)
        self.is_interactive = keyboard
        self.bend = bend
        self.said: list[str] = []
        self.asked: list[str] = []
        self.seen: asyncio.Future[httpx.Response] | None = None
        self.rejected: httpx.Response | None = None

    def ask(self, question: str) -> str:
        self.asked.append(question)
        if self.answers:
            return self.answers.pop(0)
        return self.bend(self.led_to(self.said[-1].splitlines()[1]))

    def ask_secret(self, question: str) -> Secret:
        return Secret(self.ask(question))

    def say(self, text: str) -> None:
        self.said.append(text)

    @staticmethod
    def led_to(page: str) -> str:
        answer = httpx.get(page, trust_env=False)
        return str(answer.headers.get("location", page))

    def browse(self, address: str) -> None:
        def follow() -> httpx.Response:
            with httpx.Client(trust_env=False) as browser:
                target = self.led_to(address)
                base = httpx.URL(target).copy_with(raw_path=b"/favicon.ico")
                assert browser.get(base).status_code == 404
                if (bent := self.bend(target)) != target:
                    self.rejected = browser.get(bent)
                return browser.get(target)

        self.seen = asyncio.ensure_future(asyncio.to_thread(follow))


class Setting(Scene):
    """A stand-in behind a socket, an application registered with it, and nobody logged in."""

    def __init__(self, folder: Path, origin: str, server: StandIn, clock: HandClock) -> None:
        super().__init__(folder, origin, server)
        self.clock = clock
        self.transport = httpx.AsyncHTTPTransport()
        forget(self.store)
        self.site = origin
        self.redirect = f"http://127.0.0.1:{_free_port()}/callback"
        server.grants.redirect = self.redirect

    async def log_in(self, person: Person, *, paste: bool = False, **login: str) -> None:
        application = {
            "client_id": CLIENT_ID,
            "client_secret": CLIENT_SECRET,
            "redirect_uri": self.redirect,
            "auth_url": self.site,
        }
        self.transport = httpx.AsyncHTTPTransport()
        access = self.access(login=application | login)
        await log_in(access, Catalogue("en"), person, paste=paste)


@pytest.fixture
def setting(tmp_path: Path) -> Iterator[Setting]:
    clock = HandClock()
    server = StandIn("S", clock=clock)
    with serve(server) as origin:
        yield Setting(tmp_path, origin, server, clock)


def _nothing_kept(setting: Setting) -> bool:
    return setting.store.load(DEFAULT_PROFILE) is None


async def test_a_browser_brings_the_code(setting: Setting) -> None:
    person = Person()
    await setting.log_in(person)
    assert person.seen is not None
    page = await person.seen
    assert (page.status_code, "go back to the terminal" in page.text) == (200, True)
    assert page.headers["referrer-policy"] == "no-referrer"
    assert "Logged in" in person.said[-2]
    assert str(setting.store.home(DEFAULT_PROFILE).place) in person.said[-1]
    setting.transport = httpx.AsyncHTTPTransport()
    client = setting.client()
    assert (await client.account.me()).is_employer
    await client.aclose()


async def test_the_address_can_be_pasted(setting: Setting) -> None:
    person = Person()
    await setting.log_in(person, paste=True)
    assert person.seen is None
    assert not _nothing_kept(setting)


async def test_a_redirect_address_elsewhere_is_pasted(setting: Setting) -> None:
    elsewhere = "https://recruiting.example.org/hh"
    setting.server.grants.redirect = elsewhere
    person = Person()
    await setting.log_in(person, redirect_uri=elsewhere)
    assert person.seen is None
    assert not _nothing_kept(setting)


async def test_what_is_not_set_is_asked_for(setting: Setting) -> None:
    person = Person(CLIENT_ID, CLIENT_SECRET, setting.redirect)
    await setting.log_in(person, client_id="", client_secret="", redirect_uri="")
    assert [question.split()[0] for question in person.asked] == ["Client", "Client", "Redirect"]
    assert not _nothing_kept(setting)


async def test_an_answer_that_does_not_fit_is_asked_again(setting: Setting) -> None:
    wrong_addresses = ("", "foo", "localhost:8976", "http://", "http://localhost:99999/")
    person = Person(
        "", "my application", CLIENT_ID, "", CLIENT_SECRET, *wrong_addresses, setting.redirect, keyboard=True
    )
    await setting.log_in(person, client_id="", client_secret="", redirect_uri="")
    asked = [question.splitlines() for question in person.asked]
    assert [lines[-1].split()[1] for lines in asked] == ["ID"] * 3 + ["Secret"] * 2 + ["URI,"] * 6
    assert "letters and digits without spaces" in asked[1][0]
    assert "https://… or http://localhost:PORT/…" in asked[-1][0]
    assert not _nothing_kept(setting)


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        (("",), "Client ID"),
        ((CLIENT_ID, ""), "Client Secret"),
        ((CLIENT_ID, CLIENT_SECRET, "foo"), "redirect URI"),
    ],
)
async def test_what_a_pipe_gives_wrongly_ends_the_login(
    setting: Setting, answers: tuple[str, ...], told: str
) -> None:
    person = Person(*answers)
    with pytest.raises(NotAnswered) as caught:
        await setting.log_in(person, client_id="", client_secret="", redirect_uri="")
    assert told in explain(Catalogue("en"), caught.value).sentence
    assert (len(person.asked), person.said) == (len(answers), [])


async def test_a_redirect_uri_of_the_settings_is_looked_at(setting: Setting) -> None:
    person = Person(keyboard=True)
    with pytest.raises(ConfigError) as caught:
        await setting.log_in(person, redirect_uri="foo")
    assert "http://localhost:PORT/" in explain(Catalogue("en"), caught.value).what
    assert (person.asked, person.said) == ([], [])


async def test_a_wrong_address_can_be_pasted_again(setting: Setting) -> None:
    person = Person("", "https://hh.ru/", keyboard=True)
    await setting.log_in(person, paste=True)
    assert len(person.asked) == 3
    assert f"begins with {setting.redirect}" in person.asked[-1]
    assert not _nothing_kept(setting)


def _with_state(address: str) -> str:
    return str(httpx.URL(address).copy_set_param("state", "another"))


def _without_state(address: str) -> str:
    return str(httpx.URL(address).copy_remove_param("state"))


def _without_code(address: str) -> str:
    return str(httpx.URL(address).copy_remove_param("code"))


FOREIGN = [(_with_state, WrongState), (_without_state, WrongState), (_without_code, NotRedirect)]


@pytest.mark.parametrize(("bend", "kind"), FOREIGN)
async def test_a_pasted_answer_to_another_login_is_refused(
    setting: Setting, bend: Bend, kind: type[HHError]
) -> None:
    with pytest.raises(kind):
        await setting.log_in(Person(bend=bend), paste=True)
    assert _nothing_kept(setting)
    assert not [one for one in setting.server.received if one.path == "/token"]


@pytest.mark.parametrize("bend", [bend for bend, _ in FOREIGN])
async def test_a_foreign_request_does_not_end_the_wait(setting: Setting, bend: Bend) -> None:
    person = Person(bend=bend)
    await setting.log_in(person)
    assert person.rejected is not None
    assert (person.rejected.status_code, "still waits" in person.rejected.text) == (400, True)
    assert not _nothing_kept(setting)


@pytest.mark.parametrize("paste", [False, True])
async def test_a_refusal_is_told(setting: Setting, paste: bool) -> None:
    setting.server.grants.consents = False
    with pytest.raises(LoginRefused):
        await setting.log_in(Person(), paste=paste)
    assert _nothing_kept(setting)


@pytest.mark.parametrize(
    "pasted", ["", "https://hh.ru/", "nonsense", "http://[", "http://127.0.0.1:1/callback?code=1"]
)
async def test_what_is_pasted_must_be_the_redirect_address(setting: Setting, pasted: str) -> None:
    with pytest.raises(NotRedirect):
        await setting.log_in(Person(pasted), paste=True)


async def test_a_code_that_came_too_late(setting: Setting) -> None:
    def wait(address: str) -> str:
        setting.clock.pass_by(hours=1)
        return address

    with pytest.raises(CodeExpired):
        await setting.log_in(Person(bend=wait))
    assert _nothing_kept(setting)


async def test_a_code_used_before(setting: Setting) -> None:
    def spend(address: str) -> str:
        code = httpx.URL(address).params["code"]
        setting.server.grants._codes[code].used = True
        return address

    with pytest.raises(CodeExpired):
        await setting.log_in(Person(bend=spend), paste=True)


async def test_a_redirect_address_that_is_not_the_registered_one(setting: Setting) -> None:
    def exchanged_elsewhere(address: str) -> str:
        for code in setting.server.grants._codes.values():
            code.redirect = REDIRECT
        return address

    with pytest.raises(WrongRedirect):
        await setting.log_in(Person(bend=exchanged_elsewhere), paste=True)


async def test_a_wrong_secret(setting: Setting) -> None:
    with pytest.raises(WrongClient):
        await setting.log_in(Person(), paste=True, client_secret="WRONG")


async def test_an_applicant_is_sent_away_and_the_token_given_back(setting: Setting) -> None:
    setting.server.faults.add("GET", "/me", status=200, body={"id": "1", "is_employer": False})
    with pytest.raises(NotEmployer):
        await setting.log_in(Person(), paste=True)
    assert _nothing_kept(setting)
    assert ("DELETE", "/token") in [(one.method, one.path) for one in setting.server.received]


async def test_a_port_that_is_taken(setting: Setting) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        taken = f"http://127.0.0.1:{other.getsockname()[1]}/callback"
        with pytest.raises(PortTaken):
            await setting.log_in(Person(), redirect_uri=taken)


def _listener(port: int) -> RedirectListener:
    """Takes the code of any address that has one."""

    def code_in(address: str) -> str:
        code = httpx.URL(address).params.get("code")
        if code is None:
            raise WrongState()
        return str(code)

    return RedirectListener(
        f"http://127.0.0.1:{port}/callback", code_in, accepted="thanks", rejected="not ours"
    )


async def test_a_browser_that_never_comes() -> None:
    listener = _listener(_free_port())
    async with listener.open():
        with pytest.raises(LoginTimeout):
            await listener.code(0.01)


@pytest.mark.parametrize(
    "sent",
    [
        b"",
        b"\r\n\r\n",
        b"GET\r\n\r\n",
        b"POST /callback?code=1 HTTP/1.1\r\n\r\n",
        b"GET /other?code=1 HTTP/1.1\r\n\r\n",
        b"GET /callback?state=s HTTP/1.1\r\n\r\n",
        b"GET /callback?\x00 HTTP/1.1\r\n\r\n",
        b"x" * 100_000,
        b"\xff\xfe\r\n\r\n",
    ],
)
async def test_whatever_knocks_at_the_port_does_no_harm(sent: bytes) -> None:
    port = _free_port()
    listener = _listener(port)
    async with listener.open():
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(sent)
        writer.write_eof()
        with suppress(ConnectionError):
            assert b"thanks" not in await reader.read()
        writer.close()
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(b"GET /callback?code=7&state=s HTTP/1.1\r\nHost: x\r\n\r\n")
        assert b"thanks" in await reader.read()
        writer.close()
        assert await listener.code() == "7"


SLOW = """
import asyncio, socket, sys
from hh_tui.cli.login.listener import RedirectListener

async def main(port):
    listener = RedirectListener(f"http://127.0.0.1:{port}/x", lambda _: "code", accepted="", rejected="")
    async with listener.open():
        slow = [socket.create_connection(("127.0.0.1", port)) for _ in range(3)]
        slow[0].sendall(b"GET /x")
        slow[1].sendall(b"GET / HTTP/1.1\\r\\nHost:")
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(b"GET /x?a HTTP/1.1\\r\\n\\r\\n")
        assert b"200 OK" in await reader.read()
        print(await listener.code())

asyncio.run(main(int(sys.argv[1])))
"""


def test_slow_connections_leave_no_word_on_the_terminal() -> None:
    command = [sys.executable, "-c", SLOW, str(_free_port())]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr, done.returncode) == ("code\n", "", 0)


@pytest.mark.parametrize(
    ("uri", "can"),
    [("http://127.0.0.1:8765/x", True), ("http://localhost:1", True), ("http://[::1]:9/x", True),
     ("http://127.0.0.1/x", False), ("https://127.0.0.1:8765/x", False), ("http://example.org:80/x", False),
     ("myapp://oauth", False), ("http://[", False), ("", False)],
)  # fmt: skip
def test_where_an_answer_can_be_caught(uri: str, can: bool) -> None:
    assert can_listen(uri) is can


def _attempt() -> LoginAttempt:
    return LoginAttempt(Application(client_id="id", client_secret=Secret("SECRET-1"), redirect_uri=REDIRECT))


@pytest.mark.parametrize(
    "site", ["http://hh.ru", "ftp://hh.ru", "https://a:b@hh.ru", "https://hh.ru/x", "", "http://["]
)
def test_the_authorize_page_is_safe_or_nowhere(site: str) -> None:
    with pytest.raises(ConfigError):
        _attempt().page(site)


def test_the_authorize_page_holds_no_secret() -> None:
    attempt = _attempt()
    url = httpx.URL(attempt.page("https://hh.ru"))
    assert (url.host, url.path) == ("hh.ru", "/oauth/authorize")
    assert set(url.params) == {
        "response_type", "client_id", "redirect_uri", "state", "code_challenge", "code_challenge_method",
    }  # fmt: skip
    assert attempt.verifier not in str(url)
    assert not [part for part in ("SECRET-1", attempt.verifier, attempt.state) if part in repr(attempt)]
    assert attempt.state != _attempt().state
