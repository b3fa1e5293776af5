"""The person's browser, started as a program of its own."""

import os
import shlex
import subprocess
import sys
from collections.abc import Mapping
from pathlib import PurePath
from typing import Final

from hh_tui.system.child_environment import child_environment
from hh_tui.system.display import has_display

CONSOLE: Final = frozenset(
    {
        "w3m",
        "lynx",
        "links",
        "links2",
        "elinks",
        "www-browser",
        "browsh",
        "carbonyl",
        "chawan",
        "cha",
        "retawq",
    }
)
"""Browsers that paint into the terminal."""

TIMEOUT: Final = 3.0
"""Seconds in which a browser that can't open says so; one that runs longer is open."""

_OPEN: Final = "import sys, webbrowser; sys.exit(not webbrowser.open(sys.argv[1]))"


def has_window(env: Mapping[str, str], platform: str) -> bool:
    """Whether the browser opens a window of its own; `platform` is as in `sys.platform`.

    `BROWSER` names the person's own: one that is no console browser is trusted, however it opens.
    """
    wish = next((one for one in env.get("BROWSER", "").split(os.pathsep) if one.strip()), "")
    if wish:
        try:
            command = shlex.split(wish)[0]
        except (ValueError, IndexError):
            command = wish
        return PurePath(command).name not in CONSOLE
    return has_display(env, platform)


def opened(url: str) -> bool:
    """Open an address; whether a browser took it. Blocks for `TIMEOUT` seconds at most.

    The browser gets no terminal to paint into, and an environment without this program's secrets.
    """
    try:
        process = subprocess.Popen(  # noqa: S603 (our own interpreter, with a program that is a constant)
            [sys.executable, "-I", "-c", _OPEN, url],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=child_environment(),
            start_new_session=True,
        )
    except OSError:
        return False
    try:
        return process.wait(TIMEOUT) == 0
    except subprocess.TimeoutExpired:
        return True
