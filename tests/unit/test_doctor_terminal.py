"""What doctor says of a terminal: what it answers about itself counts before the environment."""

import os

import pytest

from hh_tui.cli.doctor.check import Check, CheckState
from hh_tui.cli.doctor.terminal import terminal
from hh_tui.i18n import Catalogue
from hh_tui.ui.terminal.probe import ProbeResult

ROOMY = (120, 40)
IN_TMUX = {"TMUX": "/tmp/tmux-0/default,1,0", "TERM": "tmux-256color", "KITTY_WINDOW_ID": "1"}


def _checks(
    env: dict[str, str],
    size: tuple[int, int] = ROOMY,
    encoding: str = "utf-8",
    answers: ProbeResult | None = None,
) -> dict[str, Check]:
    found = terminal(Catalogue("en"), env, os.terminal_size(size), encoding, answers, "linux")
    return {one.id: one for one in found}


@pytest.mark.parametrize(
    ("env", "size", "encoding", "marks"),
    [
        ({"COLORTERM": "truecolor", "KITTY_WINDOW_ID": "1"}, (120, 40), "utf-8", ["ok", "ok", "ok", "ok"]),
        ({"TERM": "xterm-256color"}, (80, 24), "UTF8", ["ok", "ok", "ok", "skip"]),
        ({"TERM": "linux"}, (79, 24), "koi8-r", ["fail", "fail", "fail", "skip"]),
        ({"NO_COLOR": "1"}, (80, 23), "", ["fail", "skip", "fail", "skip"]),
    ],
)
def test_the_environment_tells(
    env: dict[str, str], size: tuple[int, int], encoding: str, marks: list[str]
) -> None:
    checks = _checks(env, size, encoding)
    assert [checks[name].state for name in ("size", "colours", "encoding", "keyboard")] == marks
    assert all(bool(one.hint) is (one.state is CheckState.FAIL) for one in checks.values())


def test_a_terminal_tells_itself_what_it_can() -> None:
    answers = ProbeResult("foot(1.13.1)", keyboard=True, clipboard=True)
    checks = _checks({"TERM": "xterm-256color"}, answers=answers)
    assert [checks[name].state for name in ("keyboard", "clipboard", "notification")] == [CheckState.OK] * 3
    assert "foot(1.13.1)" in checks["keyboard"].text


@pytest.mark.parametrize("answers", [None, ProbeResult("tmux 3.3a")])
def test_the_variables_of_another_terminal_mislead_nobody(answers: ProbeResult | None) -> None:
    checks = _checks(IN_TMUX, answers=answers)
    assert checks["keyboard"].state is CheckState.SKIP
    assert "tmux" in checks["notification"].text


def test_nothing_is_promised_of_a_silent_terminal() -> None:
    checks = _checks({"TERM": "xterm-256color"}, answers=ProbeResult())
    assert [checks[name].state for name in ("keyboard", "clipboard", "notification")] == [CheckState.SKIP] * 3
