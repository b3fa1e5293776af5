"""The real program is seen before it is there, and leaves a terminal as it was."""

import shlex
import signal
from pathlib import Path

from hh_tui.demo import serve
from tests.midday import standin
from tests.program.sitting import PROGRAM, SETTINGS, Diary, Sitting, decisions
from tests.terminal import Terminal

PRIMARY = "\x1b[?1049l"
TEXTUAL_RUNS = "\x1b[?2004h"


def test_the_next_start_shows_at_once_what_was_left(tmp_path: Path) -> None:
    server = standin()
    (tmp_path / "config.toml").write_text(SETTINGS)
    with serve(server) as origin:
        with Sitting(origin, tmp_path, server, Diary()) as sitting:
            sitting.begin()
            assert sitting.next()
            name = sitting.name
            assert sitting.next()
            assert sitting.next()
            further = sitting.name
            sitting.type("k")
            sitting.type("k")
            sitting.until(lambda: sitting.name == name)
            sitting.type("q")
            assert sitting.wait() == 0
        with Sitting(origin, tmp_path, server, Diary()) as sitting:
            sitting.until(lambda: sitting.status.strip())
            assert sitting.name == name
            assert TEXTUAL_RUNS not in sitting.raw
            assert "Так было в" in sitting.status
            sitting.type("jо3j")
            sitting.begin()
            sitting.until(lambda: sitting.name == further)
            assert "Так было" not in sitting.text
            sitting.type("q")
            assert sitting.wait() == 0
    assert not decisions(server)


def test_where_program_can_not_start_terminal_is_what_it_was(tmp_path: Path) -> None:
    env = {"HH_TUI_HOME": str(tmp_path), "LANG": "ru_RU.UTF-8"}
    with Terminal(["sh", "-c", f"{shlex.join(PROGRAM)}; stty -a"], env) as screen:
        screen.wait()
        assert screen.raw.index(PRIMARY) < screen.raw.index("hh-tui login")
        assert " echo " in screen.text
        assert " icanon " in screen.text


def test_the_demo_leaves_nothing_to_be_seen(tmp_path: Path) -> None:
    env = {"HH_TUI_HOME": str(tmp_path), "LANG": "ru_RU.UTF-8", "ESCDELAY": "50"}
    with Terminal([*PROGRAM, "--demo", "S"], env, 160, 45) as screen:
        screen.wait_for("Неразобранные")
        screen.type("q")
        assert screen.wait() == 0
    assert not list(tmp_path.rglob("screen.json"))


def test_an_end_from_outside_leaves_the_terminal_as_it_was(tmp_path: Path) -> None:
    """While the program is still being read in, too."""
    env = {"HH_TUI_HOME": str(tmp_path), "LANG": "ru_RU.UTF-8"}
    with Terminal([*PROGRAM, "--demo", "S"], env, 160, 45) as screen:
        screen.wait_for("Открываю")
        screen._process.send_signal(signal.SIGTERM)
        assert screen.wait() == 143
        assert PRIMARY in screen.raw
