"""The real program in a terminal against the stand-in: a letter sent by physical keys."""

import sys
import time
from collections.abc import Mapping
from itertools import count
from pathlib import Path
from typing import Final

from hh_tui.demo import TOKEN, StandIn, serve
from tests.midday import standin
from tests.terminals.keyboard import Keyboard
from tests.terminals.stage import NotShown, terminal, until

PROGRAM: Final = [sys.executable, "-m", "hh_tui"]
SETTINGS: Final = "hold = 1\nhold_letter = 1\n"
TYPED: Final = ("shift+g", "h", "b", "d", "t", "n", "space")
"""`Привет` and a space, by the places of the keys."""

SEND: Final = "f2"
SENDS: Final[Mapping[str, str]] = {"byobu": "ctrl+g"}
"""The key that sends where the terminal keeps F2 for itself: the third one, which the form names there."""

SENT: Final = "Привет"


def letter(name: str, environ: Mapping[str, str], folder: Path) -> list[str]:
    """What went wrong; empty when the stand-in received the opening, the letter, and nothing else."""
    home = folder / f"{name}.home"
    home.mkdir(mode=0o700)
    (home / "config.toml").write_text(SETTINGS)
    server = standin("M")
    with serve(server) as origin:
        variables = {"HOME": home, "API_URL": origin, "TOKEN": TOKEN, "LANG": "ru"}
        inside = ["env", *(f"HH_TUI_{variable}={value}" for variable, value in variables.items())]
        with terminal(name, "ru", [*inside, *PROGRAM], environ, folder) as keyboard:
            return _written(keyboard, server, SENDS.get(name, SEND))


def _written(keyboard: Keyboard, standin: StandIn, send: str) -> list[str]:
    def read(part: str) -> bool:
        return any(one.method == "GET" and part in one.path for one in standin.received)

    def opened() -> bool:
        keyboard.focus(next(turns))
        keyboard.press("enter")
        time.sleep(1.0)
        return read("/messages")

    turns = count()
    try:
        until(lambda: read("/negotiations/response"))
        time.sleep(3.0)
        until(opened)
        for key in ("r", *TYPED, send):
            keyboard.press(key)
            time.sleep(0.4)
        until(lambda: _letters(standin), 15)
    except NotShown:
        paths = [f"{one.method} {one.path}" for one in standin.received]
        return [f"no letter: the stand-in received {', '.join(paths)}"]
    sent = _letters(standin)
    return [] if sent == [SENT] else [f"sent {sent} instead of {[SENT]}"]


def _letters(standin: StandIn) -> list[str]:
    """What was written into chats."""
    return [one.json["text"] for one in standin.writes if isinstance(one.json, dict) and "text" in one.json]
