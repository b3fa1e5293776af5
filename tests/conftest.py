"""The developer's machine is shut out: no settings, no token, one language, one time zone."""

import gc
import os
import signal
import time
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import pytest
import textual._wait
from hypothesis import HealthCheck, settings

import hh_tui.ui.app
from hh_tui.demo.readings import SETTING
from tests.answers import share_answers
from tests.population import share_people
from tests.pump import look_up_less
from tests.replies import share_replies
from tests.stylesheets import share_parsing

# Programs that a test starts would inherit an ignored signal from whoever started the tests.
signal.signal(signal.SIGINT, signal.default_int_handler)

# What the documents of hh.ru leave open is read one way on one day and the other way on the next.
os.environ.setdefault(SETTING, "on" if datetime.now(UTC).toordinal() % 2 else "off")

os.environ["TEXTUAL_ANIMATIONS"] = "none"
os.environ["TZ"] = "Europe/Moscow"
time.tzset()

# A pilot waits after each key until the program has been idle for this long: a suite presses very many keys.
textual._wait.SLEEP_GRANULARITY = 1 / 200
textual._wait.SLEEP_IDLE = textual._wait.SLEEP_GRANULARITY / 20

share_parsing()
share_people()
share_answers()
share_replies()
look_up_less()

# Time passes when a test says so (`Recruiter.wait`), and not because the machine took long.
hh_tui.ui.app.TICK = hh_tui.ui.app.SCREEN_TICK = 3600.0

# A process that holds what hundreds of tests left would spend a third of its time looking through it: what a
# test has left is taken away at once behind it, while it is near. What is still there then stays for long.
gc.set_threshold(500_000, 1_000, 10_000)
NEW, YOUNG = 0, 1
"""What was made since the last time; and, beside that, what was in use then."""
LEFT = 400
"""Tests until that is looked through, too."""

_done, _homes = count(1), count(1)

settings.register_profile(
    "shared",
    deadline=None,
    max_examples=100 if os.environ.get("HH_TUI_SOAK") else 25,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("shared")


OUTSIDE = ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER", "TMUX", "STY", "WT_SESSION", "WSL_DISTRO_NAME")
"""Tell of a desktop or a multiplexer: no test opens a page there, or takes the developer's clipboard."""


def pytest_sessionstart(session: pytest.Session) -> None:
    """Say what the day decided, so that a run can be repeated."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter is not None and not hasattr(session.config, "workerinput"):
        reporter.write_line(f"stand-in: {SETTING}={os.environ[SETTING]}")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Those that start programs and wait for them come first: the other processes use what they leave idle.

    The first items go to one process, which so runs them one after the other, and the rest ends evenly.
    """
    items.sort(key=lambda item: "program" not in item.path.parts)


def pytest_collection_finish() -> None:
    """Modules stay to the end: they need not be looked through."""
    gc.collect()
    gc.freeze()


def pytest_runtest_logfinish() -> None:
    """Take away what a test left."""
    gc.collect(NEW if next(_done) % LEFT else YOUNG)


def pytest_sessionfinish() -> None:
    """The process ends: pytest need not look through what the last tests left."""
    gc.freeze()


@pytest.fixture
def _home(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """In the folder of a test that has one; pytest looks through all folders to number one more."""
    if "tmp_path" in request.fixturenames:
        folder: Path = request.getfixturevalue("tmp_path")
        return folder / "home"
    return tmp_path_factory.getbasetemp() / f"home-{next(_homes)}"


@pytest.fixture(autouse=True)
def _own_home(_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ours = [name for name in os.environ if name.startswith("HH_TUI_")]
    for name in (*ours, "NO_COLOR", "LC_ALL", "LC_MESSAGES", *OUTSIDE):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    monkeypatch.setenv("HH_TUI_HOME", str(_home))
