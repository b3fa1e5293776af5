"""A terminal that can't show the inbox is told so before anything is painted."""

from pathlib import Path

import pytest

from tests.program.sitting import PROGRAM
from tests.terminal import Terminal

WITHOUT_UTF8 = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


@pytest.mark.parametrize(
    ("env", "encoding", "said"),
    [
        ({"LANG": "ru_RU.KOI8-R"}, "koi8-r", "Кодировка терминала KOI8-R не может показать программу"),
        ({"HH_TUI_LANG": "ru", **WITHOUT_UTF8}, "ascii", "encoding is"),
    ],
)
def test_other_encodings_are_refused(tmp_path: Path, env: dict[str, str], encoding: str, said: str) -> None:
    env |= {"HH_TUI_HOME": str(tmp_path)}
    with Terminal([*PROGRAM, "--demo", "S"], env, encoding=encoding) as screen:
        assert screen.wait() == 1
    assert said in screen.raw
    assert "LC_ALL=C.UTF-8 hh-tui" in screen.raw
    assert "\x1b" not in screen.raw
    assert screen.raw.count("\n") == 1
