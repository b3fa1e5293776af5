"""The clipboard of the desktop or of tmux, by the tool that is there for it."""

import shutil
import subprocess
from collections.abc import Callable, Mapping
from typing import Final

from msgspec import Struct

from hh_tui.system.child_environment import child_environment
from hh_tui.system.display import has_display, is_remote

TIMEOUT: Final = 3.0
"""Seconds a tool has for taking a text."""

TAKING: Final = ("kitty", "alacritty", "foot", "ghostty", "wezterm", "contour", "rio")
"""Parts of `TERM` of terminals that take a text for the clipboard by OSC 52 unless told not to."""

Which = Callable[[str], str | None]


class Tool(Struct, frozen=True):
    """A program that takes the text on its standard input, in `encoding`."""

    name: str
    arguments: tuple[str, ...] = ()
    encoding: str = "utf-8"


def tools(env: Mapping[str, str], platform: str, which: Which = shutil.which) -> tuple[Tool, ...]:
    """The tools that reach the person's clipboard from here, the best first."""
    wishes: list[Tool] = []
    if has_display(env, platform):
        if env.get("WAYLAND_DISPLAY"):
            wishes.append(Tool("wl-copy"))
        if env.get("DISPLAY"):
            wishes += [
                Tool("xclip", ("-selection", "clipboard", "-in")),
                Tool("xsel", ("--clipboard", "--input")),
            ]
        if platform == "darwin" and not is_remote(env):
            wishes.append(Tool("pbcopy"))
        if (platform in ("win32", "cygwin") or env.get("WSL_DISTRO_NAME")) and not is_remote(env):
            wishes.append(Tool("clip.exe", encoding="utf-16-le"))
    if env.get("TMUX"):
        wishes.append(Tool("tmux", ("load-buffer", "-w", "-")))
    return tuple(tool for tool in wishes if which(tool.name))


def copied(text: str, found: tuple[Tool, ...]) -> str | None:
    """Give the text to the first tool that takes it; its name, or None. Blocks for a few seconds at most.

    xclip and wl-copy go on in the background with what they inherited: they get no output to hold open. The
    text goes by standard input alone, since command lines are seen by every user of the machine.
    """
    for tool in found:
        try:
            done = subprocess.run(  # noqa: S603
                [tool.name, *tool.arguments],
                input=text.encode(tool.encoding, "replace"),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env=child_environment(),
                timeout=TIMEOUT,
                check=False,
                start_new_session=True,
            )
        except (OSError, subprocess.TimeoutExpired):
            continue
        if done.returncode == 0:
            return tool.name
    return None


def is_taken_by_terminal(env: Mapping[str, str]) -> bool:
    """Whether the terminal is known to take a text by OSC 52.

    Inside tmux and screen the variables tell of a terminal that may not be the one in front of the person.
    """
    if env.get("TMUX") or env.get("STY"):
        return False
    term = env.get("TERM", "").lower()
    return any(name in term for name in TAKING) or bool(env.get("WT_SESSION"))
