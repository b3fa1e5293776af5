"""What a terminal sends for every key, under each layout."""

import sys
import time
from collections import deque
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from tests.keys.facts import Fact
from tests.terminals.keyboard import KEYS, Keyboard
from tests.terminals.stage import NotShown, terminal, until

SILENCE: Final = 0.5
"""Seconds without bytes after which a key is one that sends nothing."""

MORE: Final = 0.06
"""Seconds without further bytes after which a key is complete."""


def recorded(name: str, environ: Mapping[str, str], folder: Path) -> list[Fact]:
    """The facts of a terminal; keys that send nothing are left out. Raises NotShown."""
    facts: list[Fact] = []
    for layout, keys in KEYS.items():
        left = deque(keys)
        while left:
            facts += _until_deaf(name, layout, left, environ, folder)
    return facts


def _until_deaf(
    name: str, layout: str, left: deque[str], environ: Mapping[str, str], folder: Path
) -> list[Fact]:
    """Press keys in a terminal just started, taking them from `left`, until none is left or one of them
    made it deaf: byobu opens a window for F2, and F6 detaches it. Raises NotShown."""
    facts: list[Fact] = []
    target = folder / f"{name}.{layout}"
    inside = [sys.executable, "-m", "tests.terminals.recorder", str(target)]
    with terminal(name, layout, inside, environ, folder) as keyboard:
        until(target.exists)
        time.sleep(1.0)
        _until_heard(keyboard, target)
        while left:
            key = left.popleft()
            if data := _pressed(keyboard, target, key):
                facts.append(Fact(name, "kitty", layout, key, data))
                continue
            # The terminal may have opened a menu.
            _pressed(keyboard, target, "esc")
            if not _pressed(keyboard, target, "x"):
                break
        target.unlink()
    return facts


def _until_heard(keyboard: Keyboard, target: Path) -> None:
    """Press a key until the first one arrives: a window has the keys a moment after it is seen."""
    for turn in range(30):
        keyboard.focus(turn)
        if _pressed(keyboard, target, "x"):
            return
    raise NotShown


def _pressed(keyboard: Keyboard, target: Path, key: str) -> bytes:
    before = target.stat().st_size
    keyboard.press(key)
    begin = last = time.monotonic()
    size = before
    while time.monotonic() - last < (MORE if size > before else SILENCE) and time.monotonic() - begin < 2:
        time.sleep(0.01)
        if (now := target.stat().st_size) != size:
            size, last = now, time.monotonic()
    return target.read_bytes()[before:]
