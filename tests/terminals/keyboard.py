"""A keyboard of its own for a virtual screen: physical keys by name, pressed under a layout of XKB."""

import subprocess
import time
from collections.abc import Mapping, Sequence
from typing import Final

_ROWS: Final = {10: "1234567890-=", 24: "qwertyuiop[]", 38: "asdfghjkl;'`", 51: "\\zxcvbnm,./"}
_NAMED: Final = {
    "esc": 9, "bs": 22, "tab": 23, "enter": 36, "space": 65, "home": 110, "up": 111, "pgup": 112, "left": 113,
    "right": 114, "end": 115, "down": 116, "pgdn": 117, "ins": 118, "del": 119, "kpenter": 104, "num": 77,
    "kp7": 79, "kp8": 80, "kp9": 81, "kp4": 83, "kp5": 84, "kp6": 85, "kp1": 87, "kp2": 88, "kp3": 89,
    "kp0": 90, "f11": 95, "f12": 96, **{f"f{number}": 66 + number for number in range(1, 11)},
}  # fmt: skip
_MODIFIERS: Final = {"shift": 50, "ctrl": 37, "alt": 64}

CODES: Final = _NAMED | {key: code + at for code, row in _ROWS.items() for at, key in enumerate(row)}
"""X11 key codes of a PC keyboard by the Latin character or the name of the key."""

_EITHER: Final = (
    *"qjkhlzxvcnrifsobey/[]=", *"123456789", *(f"shift+{key}" for key in "zgnjkfsopvr18/"),
    *(f"ctrl+{key}" for key in "pdurtoqlgn["), "enter", "f2", "f3", "alt+j",
)  # fmt: skip
_ONCE: Final = (
    "ctrl+enter", "kpenter", "esc", "tab", "shift+tab", "bs", "space", "del", "ins", "home", "end",
    "pgup", "pgdn", "up", "down", "left", "right", "f1", *(f"f{number}" for number in range(4, 13)),
    *(f"shift+f{number}" for number in range(1, 13)), *(f"ctrl+f{number}" for number in range(1, 7)),
    *(f"ctrl+shift+{key}" for key in ("del", "home", "f3", "left")), "alt+3", "alt+f3", "alt+enter",
    "shift+home", "shift+end", "shift+del", "shift+ins", "shift+enter", "ctrl+tab", "ctrl+home", "ctrl+del",
)  # fmt: skip

KEYS: Final[Mapping[str, Sequence[str]]] = {"us": (*_EITHER, *_ONCE), "ru": _EITHER}
"""What is pressed, by layout: every key of a command, and those around that must do nothing."""

GROUPS: Final = {"us": "us", "ru": "ru,us"}
"""What XKB is told for a layout: terminals find the letter of Ctrl and a Cyrillic one in the other group."""


class Keyboard:
    """Presses keys of the display. Raises CalledProcessError where xdotool or setxkbmap fails."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        self._environ = dict(environ)

    def lay_out(self, layout: str) -> None:
        """Put the characters of this layout on the keys."""
        self._run("setxkbmap", GROUPS[layout])

    def press(self, key: str) -> None:
        """Press a key with its modifiers, like `ctrl+shift+del`, and let go."""
        *modifiers, last = key.split("+")
        codes = [_MODIFIERS[one] for one in modifiers]
        down = [word for code in codes for word in ("keydown", str(code))]
        up = [word for code in reversed(codes) for word in ("keyup", str(code))]
        # Nine is the code of Escape, but xdotool takes one digit for the key of that digit.
        name = "Escape" if last == "esc" else str(CODES[last])
        self._run("xdotool", *down, "key", name, *up)

    def focus(self, turn: int = 0) -> bool:
        """Let one of the windows that are seen have the keys, by turns; False when there is none yet."""
        found = self._run("xdotool", "search", "--onlyvisible", "--name", ".*", check=False).split()[1:]
        if found:
            window = found[-1 - turn % len(found)]
            self._run("xdotool", "mousemove", "200", "200", "windowfocus", window, check=False)
            time.sleep(0.3)
        return bool(found)

    def _run(self, *command: str, check: bool = True) -> str:
        done = subprocess.run(command, env=self._environ, check=check, capture_output=True, text=True)
        return done.stdout
