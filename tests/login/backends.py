"""Small backends of keyrings, each with a behaviour that can change between two steps.

What one keeps and how it behaves stands in a file of the folder `TEST_KEYRINGS`, as each call may be made by
another process.
"""

import getpass
import json
import os
import sys
from pathlib import Path
from typing import Any, Final

from keyring.errors import InitError, KeyringError, KeyringLocked, PasswordDeleteError

RAISED: Final[dict[str, type[BaseException]]] = {
    one.__name__: one
    for one in (KeyringError, InitError, NotImplementedError, RuntimeError, ValueError, OSError, EOFError,
                UnicodeError, RecursionError, SystemExit, KeyboardInterrupt)
}  # fmt: skip


class _Priority:
    def __get__(self, _: object, kind: type["Backend"]) -> float:
        mode = kind.state()["mode"]
        if mode == "absent":
            raise RuntimeError("no such service")
        return 0.5 if mode == "plain" else 5


class Backend:
    """Works, unless its mode says otherwise."""

    priority = _Priority()

    @classmethod
    def file(cls) -> Path:
        return Path(os.environ["TEST_KEYRINGS"]) / f"{cls.__name__}.json"

    @classmethod
    def state(cls) -> dict[str, Any]:
        if not cls.file().exists():
            return {"mode": "good", "entries": {}}
        found: dict[str, Any] = json.loads(cls.file().read_text())
        return found

    @classmethod
    def behave(cls, mode: str) -> None:
        """From now on it is good, locked, absent, plain, refuses, lies, forgets, asks, keeps, prints, loses,
        or raises the exception of that name.
        """
        cls._write({**cls.state(), "mode": mode})

    @classmethod
    def entries(cls) -> dict[str, str]:
        found: dict[str, str] = cls.state()["entries"]
        return found

    def get_password(self, service: str, key: str) -> str | None:
        mode = self._mode()
        if mode == "lies":
            return None
        return self.entries().get(f"{service}/{key}")

    def set_password(self, service: str, key: str, text: str) -> None:
        mode = self._mode()
        if mode == "refuses":
            raise NotImplementedError
        if mode == "loses":
            text = text[:100]
        if mode not in ("lies", "forgets"):
            self._write({"mode": mode, "entries": {**self.entries(), f"{service}/{key}": text}})

    def delete_password(self, service: str, key: str) -> None:
        if self._mode() == "keeps":
            raise PasswordDeleteError("no")
        entries = self.entries()
        del entries[f"{service}/{key}"]
        self._write({"mode": self._mode(), "entries": entries})

    def _mode(self) -> str:
        mode: str = self.state()["mode"]
        if mode == "locked":
            raise KeyringLocked("locked")
        if mode == "asks":
            getpass.getpass("Password: ")
            input("Password: ")
        if mode == "prints":
            sys.stdout.write("a word of the backend\n")
            sys.stderr.write("another one\n")
        if mode in RAISED:
            raise RAISED[mode](f"trouble with {self.entries()}")
        return mode

    @classmethod
    def _write(cls, state: dict[str, Any]) -> None:
        cls.file().parent.mkdir(exist_ok=True)
        cls.file().write_text(json.dumps(state))


class Desktop(Backend):
    """The first choice."""


class Spare(Backend):
    """The second one."""


DESKTOP: Final = "tests.login.backends.Desktop"
SPARE: Final = "tests.login.backends.Spare"
