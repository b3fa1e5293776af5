"""A virtual screen, and one terminal on it with a program inside."""

import os
import shlex
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from tests.terminals.emulators import COMMANDS, ONE_WORD
from tests.terminals.keyboard import GROUPS, Keyboard

TIMEOUT: Final = 30.0
"""Seconds until a terminal that does not show up is given up."""


_OTHERS: Final = ("TMUX", "STY", "HH_TUI_")
"""How variables begin that the terminals must not inherit."""


class NotShown(Exception):
    """A terminal or the screen did not come up."""


def until(done: Callable[[], object], seconds: float = TIMEOUT) -> None:
    """Wait for something. Raises NotShown."""
    end = time.monotonic() + seconds
    while not done():
        if time.monotonic() > end:
            raise NotShown
        time.sleep(0.05)


def end(process: "subprocess.Popen[bytes]") -> None:
    """End a process and its group. What moved into a session of its own goes on: see `_end_inside`."""
    for number in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(process.pid, number)
            process.wait(5)
        except (ProcessLookupError, subprocess.TimeoutExpired):
            continue


def _started(command: Sequence[str], environ: Mapping[str, str]) -> "subprocess.Popen[bytes]":
    null = subprocess.DEVNULL
    return subprocess.Popen(
        command, env=dict(environ), stdin=null, stdout=null, stderr=null, start_new_session=True
    )


@contextmanager
def screen(folder: Path, number: int = 97) -> Iterator[Mapping[str, str]]:
    """A virtual screen; what is given is the environment of programs on it."""
    runtime = folder / "runtime"
    runtime.mkdir(mode=0o700, exist_ok=True)
    environ = {
        **{name: value for name, value in os.environ.items() if not name.startswith(_OTHERS)},
        "DISPLAY": f":{number}",
        "XDG_RUNTIME_DIR": str(runtime),
        "HOME": str(folder),
        "LANG": "C.UTF-8",
        "LC_ALL": "C.UTF-8",
        "LIBGL_ALWAYS_SOFTWARE": "1",
        "NO_AT_BRIDGE": "1",
        "PYTHONPATH": str(Path.cwd()),
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
    }
    server = _started(
        ["Xvfb", f":{number}", "-screen", "0", "1280x900x24", "-nolisten", "tcp", "-noreset"], environ
    )
    try:
        until(Path(f"/tmp/.X11-unix/X{number}").exists)
        yield environ
    finally:
        end(server)


def _running(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def _end_inside(file: Path) -> None:
    """End the program in the terminal, and with it a server of tmux, dtach or mosh that keeps it.

    Such a server outlives its terminal, and the next one would be attached to it.
    """
    if not file.exists() or not (word := file.read_text()):
        return
    for number in (signal.SIGTERM, signal.SIGKILL):
        with suppress(ProcessLookupError, NotShown):
            os.kill(int(word), number)
            until(lambda: not _running(int(word)), 5)
    file.unlink()


@contextmanager
def terminal(
    name: str, layout: str, inside: Sequence[str], environ: Mapping[str, str], folder: Path
) -> Iterator[Keyboard]:
    """A terminal that runs `inside`, with a keyboard of this layout before it. Raises NotShown."""
    keyboard = Keyboard(environ)
    keyboard.lay_out(layout)
    wayland = _wayland(layout, environ, folder) if name == "foot" else None
    words = shlex.split(COMMANDS[name].replace("@folder", str(folder)))
    pid = folder / f"{name}.pid"
    held = [sys.executable, "-m", "tests.terminals.inside", str(pid), *inside]
    command = [*words, shlex.join(held)] if name in ONE_WORD else [*words, *held]
    started = _started(command, {**environ, "WAYLAND_DISPLAY": "keys"} if wayland else environ)
    try:
        until(keyboard.focus)
        yield keyboard
    finally:
        _end_inside(pid)
        end(started)
        if wayland is not None:
            end(wayland)


def _wayland(layout: str, environ: Mapping[str, str], folder: Path) -> "subprocess.Popen[bytes]":
    settings = folder / "weston.ini"
    sections = (
        "[core]\nidle-time=0",
        "[shell]\npanel-position=none",
        f"[keyboard]\nkeymap_layout={GROUPS[layout]}",
    )
    settings.write_text("\n".join([*sections, ""]))
    options = [
        "--backend=x11-backend.so",
        "--socket=keys",
        f"--config={settings}",
        "--width=1200",
        "--height=800",
    ]
    process = _started(["weston", *options], environ)
    until((Path(environ["XDG_RUNTIME_DIR"]) / "keys").exists)
    return process
