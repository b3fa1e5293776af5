"""How each terminal is started with a program in it."""

import shutil
from collections.abc import Mapping
from typing import Final

_IN_XTERM: Final = "xterm -u8 -fa DejaVuSansMono -e"

COMMANDS: Final[Mapping[str, str]] = {
    "xterm": _IN_XTERM,
    "urxvt": "urxvt -e",
    "st": "st -e",
    "kitty": "kitty --config NONE",
    "alacritty": "alacritty -e",
    "foot": "foot",
    "konsole": "dbus-run-session konsole --nofork -e",
    "gnome-terminal": "dbus-run-session gnome-terminal --wait --",
    "xfce4-terminal": "dbus-run-session xfce4-terminal --disable-server -x",
    "lxterminal": "dbus-run-session lxterminal --no-remote -e",
    "qterminal": "dbus-run-session qterminal -e",
    "mlterm": "mlterm -e",
    "zutty": "zutty -font DejaVuSansMono -fontpath /usr/share/fonts/truetype/dejavu -e",
    "pterm": "pterm -e",
    "tmux": f"{_IN_XTERM} tmux -f /dev/null -L keys new-session",
    "screen": f"{_IN_XTERM} screen -c /dev/null -U",
    "mosh": f"{_IN_XTERM} python3 -m tests.terminals.moshed",
    "dtach": f"{_IN_XTERM} dtach -A @folder/dtach -E -z",
    "byobu": f"{_IN_XTERM} byobu-tmux -L byobu new-session",
}
"""The words before the program's own; `@folder` is a folder for the run."""

_PROGRAMS: Final = {"mosh": "mosh-server", "byobu": "byobu-tmux"}

ONE_WORD: Final = frozenset({"lxterminal", "qterminal"})
"""Terminals that take the program as one word for a shell."""


def found() -> list[str]:
    """The terminals of this machine."""
    return [name for name in COMMANDS if shutil.which(_PROGRAMS.get(name, name))]


def absent() -> list[str]:
    """Those that could be tried if they were installed."""
    return [name for name in COMMANDS if name not in found()]
