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
        screen.type("\x11")
        screen.wait()
    assert 0 < median(written) <= most, written
