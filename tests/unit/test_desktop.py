"""The browser and the clipboard: which program is asked, and what it gets."""

import os
import sys
import time
from pathlib import Path

import pytest

from hh_tui.system.browser import has_window, opened
from hh_tui.system.clipboard import Tool, copied, is_taken_by_terminal, tools

X11 = {"DISPLAY": ":0"}
WAYLAND = {"WAYLAND_DISPLAY": "wayland-0"}
SSH = {"SSH_CONNECTION": "10.0.0.2 5 10.0.0.1 22"}
TMUX = {"TMUX": "/tmp/tmux-0/default,1,0"}


def _script(folder: Path, name: str, body: str) -> Path:
    path = folder / name
    path.write_text(f"#!{sys.executable}\nimport os, pathlib, sys\n{body}\n", encoding="utf-8")
    path.chmod(0o700)
    return path


@pytest.mark.parametrize(
    ("env", "platform", "window"),
    [
        (X11, "linux", True),
        (WAYLAND, "linux", True),
        (X11 | SSH, "linux", True),
        ({}, "linux", False),
        (SSH, "linux", False),
        ({}, "darwin", True),
        (SSH, "darwin", False),
        ({}, "win32", True),
        ({"WSL_DISTRO_NAME": "Debian"}, "linux", True),
        ({"BROWSER": "w3m"} | X11, "linux", False),
        ({"BROWSER": "/usr/bin/lynx -vikeys %s"}, "linux", False),
        ({"BROWSER": "www-browser:firefox"}, "linux", False),
        ({"BROWSER": "firefox %s"}, "linux", True),
        ({"BROWSER": "/home/anna/bin/open-at-home"} | SSH, "linux", True),
        ({"BROWSER": "'"}, "linux", True),
        ({"BROWSER": " "}, "linux", False),
    ],
)
def test_a_console_browser_is_no_window(env: dict[str, str], platform: str, window: bool) -> None:
    assert has_window(env, platform) is window


@pytest.mark.parametrize(
    ("env", "platform", "names"),
    [
        (WAYLAND | X11, "linux", ["wl-copy", "xclip", "xsel"]),
        (X11 | TMUX, "linux", ["xclip", "xsel", "tmux"]),
        (TMUX | SSH, "linux", ["tmux"]),
        (SSH, "linux", []),
        ({}, "darwin", ["pbcopy"]),
        (SSH, "darwin", []),
        ({"WSL_DISTRO_NAME": "Debian"}, "linux", ["clip.exe"]),
    ],
)
def test_the_tool_of_the_place_is_asked_first(env: dict[str, str], platform: str, names: list[str]) -> None:
    assert [tool.name for tool in tools(env, platform, lambda name: name)] == names
    assert [tool.name for tool in tools(env, platform, {"xsel": "x"}.get)] == [
        one for one in names if one == "xsel"
    ]


def test_only_some_terminals_are_known_to_take_a_text() -> None:
    assert is_taken_by_terminal({"TERM": "xterm-kitty"})
    assert is_taken_by_terminal({"TERM": "foot"})
    assert not is_taken_by_terminal({"TERM": "xterm-256color"})
    assert not is_taken_by_terminal({"TERM": "xterm-kitty", "STY": "1.pts"})


def test_a_tool_gets_the_text_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("HH_TUI_TOKEN", "secret")
    told = tmp_path / "told"
    # Like xclip, it stays behind with all it inherited.
    _script(
        tmp_path,
        "xclip",
        f"text = sys.stdin.buffer.read()\nif os.fork(): sys.exit()\n"
        f"told = repr((text.decode(), sys.argv[1:], 'HH_TUI_TOKEN' in os.environ))\n"
        f"pathlib.Path({str(told)!r}).write_text(told)\n"
        "import time; time.sleep(60)",
    )
    _script(tmp_path, "wl-copy", "sys.exit(1)")
    before = time.monotonic()
    assert copied("+7 900 000-00-00", (Tool("none"), Tool("wl-copy"), Tool("xclip", ("-in",)))) == "xclip"
    assert time.monotonic() - before < 30
    while not told.exists() or not told.read_text():
        time.sleep(0.01)
    assert told.read_text() == repr(("+7 900 000-00-00", ["-in"], False))
    assert copied("а", (Tool("wl-copy"),)) is None


def test_the_browser_gets_the_address_and_no_secret(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = tmp_path / "told"
    facts = "repr((sys.argv[1:], 'HH_TUI_TOKEN' in os.environ, os.isatty(0)))"
    body = f"pathlib.Path({str(told)!r}).write_text({facts})"
    monkeypatch.setenv("BROWSER", f"{_script(tmp_path, 'firefox', body)} %s")
    monkeypatch.setenv("HH_TUI_TOKEN", "secret")
    assert opened("https://hh.ru/resume/1")
    assert told.read_text() == repr((["https://hh.ru/resume/1"], False, False))
    monkeypatch.setenv("BROWSER", f"{_script(tmp_path, 'broken', 'sys.exit(1)')} %s")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert not opened("https://hh.ru/resume/1")
