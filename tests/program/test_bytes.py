"""What a key costs on the way to the terminal: over ssh and mosh every byte is paid for."""

from pathlib import Path
from statistics import median

import pytest

from tests.program.sitting import PROGRAM
from tests.terminal import CODES, Terminal

KEYS = 5


@pytest.mark.parametrize(("columns", "rows", "most"), [(120, 36, 4000), (80, 24, 2000)])
def test_a_cursor_key_writes_what_differs(tmp_path: Path, columns: int, rows: int, most: int) -> None:
    env = {"HH_TUI_HOME": str(tmp_path), "LANG": "ru_RU.UTF-8", "COLORTERM": "truecolor"}
    with Terminal([*PROGRAM, "--demo"], {**env, "TEXTUAL_ANIMATIONS": "none"}, columns, rows) as screen:
        screen.wait_for("⏎ открыть")
        screen.settle()
        written = []
        for _ in range(KEYS):
            before = len(screen.raw.encode())
            screen.type("j")
            screen.settle()
            written.append(len(screen.raw.encode()) - before)
        before = len(screen.raw)
        screen.type("\x0c")
        screen.settle()
        assert "Неразобранные" in CODES.sub("", screen.raw[before:])
        assert all(mode in screen.raw[before:] for mode in ("\x1b[?1003h", "\x1b[?2004h", "\x1b[=25;1u"))
        screen.type("\x11")
        screen.wait()
    assert 0 < median(written) <= most, written


def test_a_file_for_complaints_gets_no_picture(tmp_path: Path) -> None:
    complaints = tmp_path / "complaints"
    script = 'exec 2>"$0"; exec "$@"'
    env = {"HH_TUI_HOME": str(tmp_path), "LANG": "ru_RU.UTF-8", "TEXTUAL_ANIMATIONS": "none"}
    with Terminal(["sh", "-c", script, str(complaints), *PROGRAM, "--demo", "S"], env) as screen:
        screen.wait_for("⏎ открыть")
        screen.type("\x11")
        assert screen.wait() == 0
    assert complaints.read_text() == ""
