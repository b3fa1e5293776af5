"""No module can be read any more: no file can be opened, or the package was replaced meanwhile."""

import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.terminal import TIMEOUT, Terminal

PROGRAM = """
import os, sys
from pathlib import Path
import hh_tui
from hh_tui.cli.main import main
from hh_tui.ui import read_in
from hh_tui.ui.app import HHApp
from hh_tui.ui.outbox_notices import OutboxNotices

class Unreadable:
    def find_spec(self, name, path=None, target=None):
        raise OSError(24, "Too many open files", name)
    def get_data(self, path):
        raise OSError(24, "Too many open files", path)

def fail(*_):
    raise RuntimeError("Ivanova Maria")

async def heard(app, event, hear=HHApp.on_event):
    key = getattr(event, "key", "")
    if key in ("j", "k", "l"):
        sys.meta_path.insert(0, Unreadable())
        hh_tui.__loader__.get_data = Unreadable().get_data
    if key == "l":
        HHApp.tr = property(fail)
    if key in ("k", "l"):
        fail()
    await hear(app, event)

def rested(app, *rest, read=HHApp.read_rest):
    read(app, *rest)
    if app.read_in and app.read_in.is_over:
        Path(os.environ["HH_TUI_HOME"], "read-in").touch()

def carried_out(notices, operation, tell=OutboxNotices.carried_out):
    tell(notices, operation)
    Path(os.environ["HH_TUI_HOME"], "carried-out").touch()

read_in.SETTLED = 0.2
HHApp.on_event, HHApp.read_rest, OutboxNotices.carried_out = heard, rested, carried_out
sys.argv[1:] = ["--demo", "S"]
sys.exit(main())
"""
"""From one of these keys on nothing can be imported: `k` is a bug, and `l` one that can't be told."""


@contextmanager
def _opened(home: Path) -> Iterator[Terminal]:
    env = {"HH_TUI_HOME": str(home), "LANG": "en_US.UTF-8", "TEXTUAL_ANIMATIONS": "none"}
    with Terminal([sys.executable, "-c", PROGRAM], env) as screen:
        screen.wait_for("decide")
        yield screen


def _wait_for(sign: Path, screen: Terminal) -> None:
    end = time.monotonic() + TIMEOUT
    while not sign.exists():
        assert time.monotonic() < end
        screen.settle(0.2)


@pytest.mark.parametrize("key", ["k", "l"])
def test_a_bug_is_told_without_a_file_to_read(tmp_path: Path, key: str) -> None:
    with _opened(tmp_path) as screen:
        screen.type(key)
        assert screen.wait() == 1
    assert "stopped because of an internal error" in screen.text
    assert "Traceback" not in screen.text
    assert "Ivanova" not in screen.text
    assert "\x1b[?1049l" in screen.raw


def test_a_signal_ends_it_without_a_file_to_read(tmp_path: Path) -> None:
    with _opened(tmp_path) as screen:
        screen.type("j")
        screen.settle()
        screen.kill(signal.SIGTERM)
        assert screen.wait() == 143
    assert "Traceback" not in screen.text
    assert "\x1b[?1049l" in screen.raw


def test_one_decides_and_leaves_without_a_file_to_read(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text("hold = 1\n")
    with _opened(tmp_path) as screen:
        _wait_for(tmp_path / "read-in", screen)
        screen.type("j")
        screen.settle()
        screen.type("?")
        screen.wait_for("Space scroll")
        screen.type("\x1b")
        screen.settle()
        screen.type("3")
        _wait_for(tmp_path / "carried-out", screen)
        screen.type("q")
        assert screen.wait() == 0
    assert "Traceback" not in screen.text
