"""The program ended from outside: nothing typed or decided is lost, and the shell gets its terminal back."""

import os
import shlex
import signal
import subprocess
import termios
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import pytest

from hh_tui.demo import StandIn, serve
from hh_tui.store.database import readable
from hh_tui.store.journal import Journal
from hh_tui.store.schema import JOURNAL
from tests.glass import Glass
from tests.midday import standin
from tests.program.sitting import COLUMNS, FIRST, LATER, PROGRAM, ROWS, SETTINGS, Diary, Sitting, decisions
from tests.terminal import TIMEOUT, Terminal

RESTORED = ("\x1b[?2004l", "\x1b[?1000l", "\x1b[?1003l", "\x1b[?1006l", "\x1b[<u", "\x1b[?1049l", "\x1b[?25h")
"""Paste mode, mouse, kitty's keyboard flags, alternate screen and cursor as a shell wants them."""


class Place:
    """A server, a home, and as many sittings as one likes."""

    def __init__(self, home: Path, server: StandIn, origin: str) -> None:
        self.home, self.server, self.origin = home, server, origin

    def sitting(self, **env: str) -> Sitting:
        sitting = Sitting(self.origin, self.home, self.server, Diary())
        sitting._env |= env
        return sitting


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    (tmp_path / "config.toml").write_text(SETTINGS.replace("hold = 1", "hold = 60"))
    server = standin()
    with serve(server) as origin:
        yield Place(tmp_path, server, origin)


def _attributes(screen: Terminal) -> Any:
    return termios.tcgetattr(screen._master)


def _left(screen: Terminal, before: Any, begin: int, code: int) -> None:
    """The program has ended with the code, and the terminal is what it was."""
    assert screen.wait() == code
    written = screen.raw[begin:]
    assert all(written.rfind(one) >= 0 for one in RESTORED)
    assert written.rfind("\x1b[?1049h") < written.rfind("\x1b[?1049l")
    assert _attributes(screen) == before
    assert "Traceback" not in screen.raw


def _begins_a_letter(sitting: Sitting, text: str) -> str:
    sitting.begin()
    sitting.go_to(LATER)
    sitting.until(lambda: f"─ {LATER} ·" in sitting.text and sitting.name)
    name = sitting.name
    sitting.type("r")
    sitting.until(lambda: "F2" in sitting.status)
    sitting.type(text)
    sitting.until(lambda: text in sitting.text)
    return name


def _drafts(place: Place) -> list[str]:
    """The letters begun that are on disk."""
    path = next(place.home.glob("store/default/at-*/journal.db"))
    with closing(Journal(readable(path, JOURNAL))) as journal:
        return list(journal.drafts().values())


def _stops_and_comes_back(sitting: Sitting, before: Any, text: str) -> None:
    """Stopped by the shell, the program leaves it the terminal; afterwards everything is as it was."""
    begin = len(sitting.raw)
    sitting.kill(signal.SIGTSTP)
    sitting.until(lambda: "\x1b[?1049l" in sitting.raw[begin:] and _attributes(sitting) == before)
    how = os.WSTOPPED | os.WNOHANG | os.WNOWAIT
    sitting.until(lambda: os.waitid(os.P_PID, sitting._process.pid, how) is not None)
    sitting._glass = Glass(COLUMNS, ROWS)
    sitting.kill(signal.SIGCONT)
    sitting.until(lambda: text in sitting.text)
    sitting.type("!")
    sitting.until(lambda: f"{text}!" in sitting.text)


def test_signals_stop_it_and_end_it_in_order(place: Place) -> None:
    with place.sitting() as sitting:
        before = _attributes(sitting)
        name = _begins_a_letter(sitting, "Ждём вас")
        _stops_and_comes_back(sitting, before, "Ждём вас")
        begin = len(sitting.raw)
        sitting.kill(signal.SIGTERM)
        _left(sitting, before, begin, 143)
    assert _drafts(place) == ["Ждём вас!"]
    with place.sitting() as sitting:
        before = _attributes(sitting)
        sitting.begin()
        sitting.until(lambda: sitting.name == name and "✎" in sitting.row)
        sitting.go_to(FIRST)
        sitting.until(lambda: f"─ {FIRST} ·" in sitting.text and sitting.name)
        sitting.type("3")
        sitting.until(lambda: "z отменить" in sitting.status)
        begin = len(sitting.raw)
        # A terminal that closes is told of by the kernel and by the shell.
        sitting.kill(signal.SIGHUP)
        sitting.kill(signal.SIGHUP)
        _left(sitting, before, begin, 129)
    with place.sitting() as sitting:
        sitting.until(lambda: "Не отправлять" in sitting.text)
        sitting.kill(signal.SIGINT)
        assert sitting.wait() == 130
    assert not decisions(place.server)


def test_a_terminal_that_goes_away_loses_no_letter(place: Place) -> None:
    with place.sitting() as sitting:
        _begins_a_letter(sitting, "Ждём вас")
        os.close(sitting._master)
        sitting._master = os.open(os.devnull, os.O_RDWR)
        assert sitting._process.wait(TIMEOUT) == 129
    assert _drafts(place) == ["Ждём вас"]


LISTENING = "echo EDITOR; exec sleep 60"
DEAF = "trap 'echo HEARD' TERM; echo EDITOR; for one in $(seq 90); do sleep 0.1; done"


@pytest.mark.parametrize("script", [LISTENING, DEAF], ids=["listening", "deaf"])
def test_it_ends_while_the_editor_is_open(place: Place, script: str) -> None:
    """The editor is told; where it does not listen, asking again ends the program at once."""
    editor = place.home / "editor.sh"
    editor.write_text(f"{script}\n")
    with place.sitting(EDITOR=f"sh {shlex.quote(str(editor))}") as sitting:
        before = _attributes(sitting)
        _begins_a_letter(sitting, "Ждём вас")
        sitting.type("\x0f")
        sitting.until(lambda: "EDITOR" in sitting.raw)
        begin = sitting.raw.index("EDITOR")
        sitting.kill(signal.SIGTERM)
        if script == DEAF:
            sitting.until(lambda: "HEARD" in sitting.raw)
            sitting.kill(signal.SIGTERM)
        _left(sitting, before, begin, 143)
    assert _drafts(place) == ["Ждём вас"]


def _interrupt(screen: Terminal) -> None:
    """Ctrl+C until it is heard: one between the question and the reading of its answer is not."""
    ended = False
    while not ended:
        screen._process.send_signal(signal.SIGINT)
        with suppress(subprocess.TimeoutExpired):
            ended = screen._process.wait(TIMEOUT / 10) is not None


def test_a_question_of_the_login_is_broken_off(tmp_path: Path) -> None:
    env = {"HH_TUI_HOME": str(tmp_path), "LANG": "ru_RU.UTF-8"}
    with Terminal([*PROGRAM, "login"], env) as screen:
        screen.wait_for("Client ID")
        _interrupt(screen)
        assert screen.wait() == 130
        assert "Traceback" not in screen.raw
    with Terminal([*PROGRAM, "login"], {**env, "HH_TUI_CLIENT_ID": "1"}) as screen:
        before = _attributes(screen)
        screen.wait_for("Client Secret")
        assert _attributes(screen) != before
        screen._process.send_signal(signal.SIGTERM)
        assert screen.wait() == 143
        assert _attributes(screen) == before
        assert "Traceback" not in screen.raw
    with Terminal([*PROGRAM, "login"], {**env, "HH_TUI_CLIENT_ID": "1"}) as screen:
        screen.wait_for("Client Secret")
        screen.type("\r")
        screen.wait_for("без пробелов")
        screen.type("\x04")
        assert screen.wait() == 1
        assert "HH_TUI_CLIENT_SECRET" in screen.text
        assert "Traceback" not in screen.raw
