"""Keyrings behind a process for each call, so that no backend can raise, print, ask or hang in this one."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from typing import Any, Final

from hh_tui.errors import KeyringLocked, KeyringUnreachable
from hh_tui.keyrings.names import chosen, label, system_rings

TIMEOUT: Final = 60.0
"""Seconds for a call: a person may have to unlock the keyring in a window of the desktop."""

START: Final = (
    "import json, sys; request = json.load(sys.stdin); sys.path[:] = request['paths'];"
    "from hh_tui.keyrings.call import main; main(request)"
)

LOCKED: Final = frozenset({"KeyringLocked", "LockedException", "PromptDismissedException"})
"""Classes of exceptions that stand for a keyring which somebody has to unlock."""

OWN_WORDS: Final = {"Absent": "absent", "LowPriority": "unfit"}
"""Stems of the catalogue for the exceptions of the call itself."""

SECRETS: Final = ("HH_TUI_TOKEN", "HH_TUI_CLIENT_SECRET", "GPG_TTY")
"""What a backend does not get to see. By the last one a program finds a terminal that is not its own."""


class KeyringProcess:
    """The keyrings of this machine; `timeout` is in seconds."""

    def __init__(self, timeout: float = TIMEOUT) -> None:
        self._timeout = timeout

    def candidates(self) -> tuple[str, ...]:
        """The backend that the person has named, else the keyrings of the operating system."""
        named = os.environ.get("PYTHON_KEYRING_BACKEND", "").strip()
        return chosen(named or self._call("keyringrc.cfg", "named") or "")

    def get(self, ring: str, key: str) -> str | None:
        """The text kept under a key."""
        return self._call(ring, "get", key=key)

    def put(self, ring: str, key: str, text: str) -> None:
        """Keep a text, in a backend that does not call itself unfit for it."""
        self._call(ring, "put", key=key, text=text, least=None if ring in system_rings() else 1)

    def drop(self, ring: str, key: str) -> None:
        """Forget a key."""
        self._call(ring, "drop", key=key)

    def _call(self, ring: str, operation: str, **more: Any) -> str | None:
        request = {"paths": sys.path, "ring": ring, "operation": operation, **more}
        return understood(ring, self._answer(ring, json.dumps(request)))

    def _answer(self, ring: str, request: str) -> Mapping[str, Any]:
        try:
            process = _started()
            try:
                told, _ = process.communicate(request, timeout=self._timeout)
            finally:
                _end(process)
            found: Mapping[str, Any] = json.loads(told)
        except subprocess.TimeoutExpired:
            raise KeyringUnreachable(ring=label(ring), why="timeout") from None
        except (OSError, ValueError):
            # The causes hold what the process was told or answered, and with it a token.
            raise KeyringUnreachable(ring=label(ring), why="ended") from None
        return found


def _started() -> subprocess.Popen[str]:
    return subprocess.Popen(  # noqa: S603 (our own interpreter, with a program that is a constant)
        [sys.executable, "-P", "-c", START],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={name: value for name, value in os.environ.items() if name not in SECRETS},
        text=True,
        encoding="utf-8",
        start_new_session=True,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def understood(ring: str, told: Mapping[str, Any]) -> str | None:
    """The text in an answer of a call. Raises KeyringLocked or KeyringUnreachable."""
    if "failed" not in told:
        return told.get("text")
    kinds = told["failed"]
    if not LOCKED.isdisjoint(kinds):
        raise KeyringLocked(ring=label(ring))
    raise KeyringUnreachable(ring=label(ring), why=OWN_WORDS.get(kinds[0], kinds[0]))


def _end(process: subprocess.Popen[str]) -> None:
    """End a process with all that it started, if it has not ended."""
    if process.poll() is not None:
        return
    if os.name == "posix":
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.communicate()
