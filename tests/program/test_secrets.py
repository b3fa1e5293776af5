"""Known secrets go through everything, failures included; nothing that anyone can see holds them."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from hh_tui.demo import StandIn, serve
from hh_tui.demo.grants import CLIENT_ID, CLIENT_SECRET, REDIRECT, REFRESH
from hh_tui.demo.grants import TOKEN as ACCESS
from hh_tui.tokens.profile import DEFAULT_PROFILE
from hh_tui.tokens.store import TokenStore
from tests.login.scene import pair_for
from tests.midday import standin
from tests.terminal import Terminal

PROGRAM = [sys.executable, "-X", "dev", "-W", "ignore", "-c",
           "import sys; from hh_tui.cli.main import main; sys.exit(main())"]  # fmt: skip
WRONG = "SECRET0123456789WRONG"


class Watch:
    """Runs the program in one home and keeps all that it shows."""

    def __init__(self, home: Path, origin: str) -> None:
        self.home = home
        self.shown = ""
        self.env = {
            "PATH": os.environ["PATH"],
            "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
            "LANG": "ru_RU.UTF-8",
            "TEXTUAL_ANIMATIONS": "none",
            "HH_TUI_HOME": str(home),
            "HH_TUI_API_URL": origin,
            "HH_TUI_AUTH_URL": origin,
            "HH_TUI_CLIENT_ID": CLIENT_ID,
            "HH_TUI_CLIENT_SECRET": CLIENT_SECRET,
            "HH_TUI_REDIRECT_URI": REDIRECT,
        }

    def run(self, *arguments: str, said: str = "", **env: str) -> int:
        done = subprocess.run(
            [*PROGRAM, *arguments],
            env={**self.env, **env},
            input=said,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        self.shown += done.stdout + done.stderr
        return done.returncode

    def inbox(self, awaited: str, *keys: str, **env: str) -> int:
        with Terminal(PROGRAM, {**self.env, **env}) as screen:
            screen.wait_for(awaited)
            for key in keys:
                screen.type(key)
            code = screen.wait()
            self.shown += screen.raw
        return code

    def files(self) -> str:
        """All that is written down, but for the tokens in their own folder."""
        return "".join(
            path.read_bytes().decode("utf-8", "replace")
            for path in self.home.rglob("*")
            if path.is_file() and path.parent.name != "tokens"
        )


@pytest.fixture
def server() -> StandIn:
    return standin()


@pytest.fixture
def watch(server: StandIn, tmp_path: Path) -> Iterator[Watch]:
    with serve(server) as origin:
        yield Watch(tmp_path / "home", origin)


def test_no_secret_is_shown_or_written_down(server: StandIn, watch: Watch) -> None:
    origin = watch.env["HH_TUI_API_URL"]
    store = TokenStore(watch.home / "tokens")
    store.save(DEFAULT_PROFILE, pair_for(origin))

    assert watch.inbox("⏎ открыть", "\r", "q", "\x11") == 0
    server.expire_token()
    assert watch.run("doctor") == 0
    kept = store.load(DEFAULT_PROFILE)
    assert kept is not None
    server.faults.add("GET", "^/me$", times=9, status=403, body=f"<html>{WRONG}</html>")
    assert watch.inbox("hh.ru ответил", "\x11") == 0
    server.faults.clear()
    server.faults.add(
        "*", ".", times=99, status=403, body={"errors": [{"type": "oauth", "value": "token_expired"}]}
    )
    server.faults.add("POST", "/token", status=200, body={"access_token": WRONG, "refresh_token": 5})
    assert watch.run("doctor", "--json") == 1
    server.faults.clear()
    assert watch.run("login", "--paste", said=f"{REDIRECT}?code={WRONG}&state={WRONG}\n") == 1
    assert watch.run("login", "--paste", said=f"https://evil.example/?code={WRONG}\n") == 1
    assert watch.run("login", said="\n", HH_TUI_AUTH_URL="http://evil.example") == 1
    assert watch.run("doctor", HH_TUI_TOKEN=WRONG) == 1
    server.grants.end("token deactivated")
    assert watch.run("doctor") == 1
    assert watch.run("logout") == 0

    log = (watch.home / "log" / "requests.log").read_text()
    assert "POST /token 200" in log
    assert "DELETE /token 403" in log
    seen = watch.shown + watch.files()
    renewed = [token.reveal() for token in (kept.access, kept.refresh)]
    known = [ACCESS, REFRESH, CLIENT_SECRET, WRONG, *renewed]
    assert [secret for secret in known if secret in seen] == []
    assert "Traceback" not in seen


def test_login_in_a_shell(server: StandIn, watch: Watch) -> None:
    """From nothing to a stored token, and out again, with a browser that is a small program."""
    follow = "import sys, urllib.request; urllib.request.urlopen(sys.argv[1])"
    browser = watch.home.parent / "browser"
    browser.write_text(f"#!/bin/sh\nexec {sys.executable} -c '{follow}' \"$1\"\n")
    browser.chmod(0o700)
    narrow = {"PYTHONIOENCODING": "ascii", "HH_TUI_LANG": "ru"}
    assert watch.run("login", "--profile", "second", BROWSER=f"{browser} %s", **narrow) == 0
    assert TokenStore(watch.home / "tokens").load("second") is not None
    assert watch.run("doctor", HH_TUI_PROFILE="second") == 0
    assert watch.run("doctor") == 1
    assert watch.run("logout", "--profile", "second") == 0
    assert TokenStore(watch.home / "tokens").load("second") is None
    assert CLIENT_SECRET not in watch.shown + watch.files()
    assert watch.run("--profile", "../x") == 2
    assert watch.run(HH_TUI_PROFILE="../x") == 1
