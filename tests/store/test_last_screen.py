"""The screen of last time: what is kept of it, and when it is not shown."""

import json
import os
import stat
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from hh_tui.startup.last_screen import NAME, LastScreen, load, painted, save

NOW = datetime(2026, 5, 14, 8, 30, tzinfo=UTC)
SIZE = os.terminal_size((10, 3))
LINES = ("\x1b[1;31mИванова\x1b[0m", "│ Мария │", "подсказки")


@pytest.fixture(autouse=True)
def _terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)


def _shown(folder: Path, size: os.terminal_size = SIZE, days: float = 0) -> LastScreen | None:
    return load(folder, size, NOW + timedelta(days=days), keep_days=30)


def test_what_was_kept_is_shown_and_nobody_else_can_read_it(tmp_path: Path) -> None:
    save(tmp_path, 10, LINES, NOW)
    last_screen = _shown(tmp_path)
    assert last_screen is not None
    assert (last_screen.lines, last_screen.at) == (LINES, NOW)
    assert stat.S_IMODE((tmp_path / NAME).stat().st_mode) == 0o600


def test_the_last_line_tells_that_it_is_a_picture(tmp_path: Path) -> None:
    save(tmp_path, 10, LINES, NOW)
    text = painted(_shown(tmp_path), "Так было в 11:30", SIZE)
    assert "Иванова" in text
    assert "Так было" in text
    assert "подсказки" not in text


def test_without_a_picture_it_is_only_said_that_something_comes() -> None:
    assert "Открываю" in painted(None, "Открываю…", os.terminal_size((40, 5)))


@pytest.mark.parametrize("size", [(11, 3), (10, 4)])
def test_another_size_shows_nothing(tmp_path: Path, size: tuple[int, int]) -> None:
    save(tmp_path, 10, LINES, NOW)
    assert _shown(tmp_path, os.terminal_size(size)) is None


def test_another_terminal_shows_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save(tmp_path, 10, LINES, NOW)
    monkeypatch.setenv("NO_COLOR", "1")
    assert _shown(tmp_path) is None


def test_what_is_too_old_is_removed(tmp_path: Path) -> None:
    save(tmp_path, 10, LINES, NOW)
    assert _shown(tmp_path, days=29) is not None
    assert _shown(tmp_path, days=31) is None
    assert not (tmp_path / NAME).exists()


@pytest.mark.parametrize("line", ["\x1b]52;c;aGk=\x07", "\x1b[2J", "a\nb", "\x9b5n", "\u202eabc", "\x1b[0"])
def test_only_text_and_colours_are_kept_or_shown(tmp_path: Path, line: str) -> None:
    save(tmp_path, 10, (*LINES[:2], line), NOW)
    assert not (tmp_path / NAME).exists()
    save(tmp_path, 10, LINES, NOW)
    written = json.loads((tmp_path / NAME).read_bytes())
    (tmp_path / NAME).write_text(json.dumps({**written, "lines": [*LINES[:2], line]}))
    assert _shown(tmp_path) is None


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"at": 5}', '{"at": "x", "lines": 1}', "null"])
def test_a_file_that_is_none_counts_as_absent(tmp_path: Path, text: str) -> None:
    save(tmp_path, 10, LINES, NOW)
    (tmp_path / NAME).write_text(text)
    assert _shown(tmp_path) is None


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    save(tmp_path / "elsewhere", 10, LINES, NOW)
    (tmp_path / NAME).symlink_to(tmp_path / "elsewhere" / NAME)
    assert _shown(tmp_path) is None


_GOOD = {"columns": 10, "terminal": "xterm-256color//", "at": NOW.isoformat(), "lines": list(LINES)}


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe",
        b"[" * 200_000,
        b'{"at":' * 100_000,
        json.dumps({**_GOOD, "columns": float("inf")}).encode(),
        json.dumps({**_GOOD, "columns": 0}).replace('"columns": 0', '"columns": 1e999').encode(),
        json.dumps({**_GOOD, "columns": None, "lines": 5}).encode(),
        json.dumps({**_GOOD, "lines": [1, 2, 3]}).encode(),
        json.dumps({**_GOOD, "at": "9999-12-31T23:59:59+00:00"}).encode(),
        json.dumps({**_GOOD, "at": "2026-05-14T08:30:00"}).encode(),
        json.dumps({**_GOOD, "more": "x" * 2**23}).encode(),
    ],
)
def test_no_file_of_this_name_stops_a_start(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / NAME
    path.write_bytes(content)
    path.chmod(0o600)
    assert _shown(tmp_path) is None


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo])
def test_something_else_of_this_name_does_not_either(tmp_path: Path, make: Callable[[Path], None]) -> None:
    make(tmp_path / NAME)
    (tmp_path / NAME).chmod(0o700)
    assert _shown(tmp_path) is None
