"""One call of a keyring's backend, in a process that has nothing else to do and nothing to lose.

A backend is foreign code, found by its name: it may raise anything, print, ask on the terminal, or end the
process. This process is in a session of its own, so that it has no terminal to ask on, and its standard
streams lead nowhere. What the backend raises is told to the parent by the names of its classes, since an
error's text may hold what was to be kept. Nothing is imported here but the standard library and the backend.
"""

import configparser
import importlib
import json
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Final

SERVICE: Final = "hh-tui"

Request = Mapping[str, Any]
Answer = dict[str, Any]


class Absent(Exception):
    """The backend is not installed, or does not work on this machine."""


class LowPriority(Exception):
    """The backend's own word for keeping things in the open, asking for a password itself, or not at all."""


def main(request: Request) -> None:
    """Carry out a request and write the answer, as JSON, to what was standard output."""
    answers = os.fdopen(os.dup(1), "w", encoding="ascii")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)

    def failed(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        json.dump(failure(kind), answers)
        answers.flush()

    sys.excepthook = failed
    json.dump(answer(request), answers)
    answers.flush()


def failure(kind: type[BaseException]) -> Answer:
    """What is told of an exception."""
    return {"failed": [one.__name__ for one in kind.__mro__]}


def answer(request: Request) -> Answer:
    """`{"text": …}` for a request; raises whatever the backend raises.

    `operation` is named, get, put or drop; `ring` the path of a class; `key`, `text`; `least` the priority
    that the backend must have.
    """
    settings = _settings()
    if request["operation"] == "named":
        return {"text": settings.get("backend", "default-keyring", fallback="").strip()}
    if path := settings.get("backend", "keyring-path", fallback="").strip():
        sys.path.insert(0, str(Path(path).expanduser()))
    backend = _backend(request["ring"], request.get("least"))
    return {"text": _OPERATIONS[request["operation"]](backend, request)}


def _settings() -> configparser.RawConfigParser:
    """The settings of the keyring library."""
    from keyring.util.platform_ import config_root

    settings = configparser.RawConfigParser()
    settings.read(config_root() / "keyringrc.cfg", encoding="utf-8")
    return settings


def _backend(ring: str, least: float | None) -> Any:
    module, _, name = ring.rpartition(".")
    try:
        kind = getattr(importlib.import_module(module), name)
        priority = kind.priority
    except (ImportError, AttributeError, ValueError, RuntimeError) as error:
        raise Absent from error
    if least is not None and priority < least:
        raise LowPriority
    return kind()


def _get(backend: Any, request: Request) -> str | None:
    found: str | None = backend.get_password(SERVICE, request["key"])
    return found


def _put(backend: Any, request: Request) -> None:
    backend.set_password(SERVICE, request["key"], request["text"])


def _drop(backend: Any, request: Request) -> None:
    if _get(backend, request) is not None:
        backend.delete_password(SERVICE, request["key"])


_OPERATIONS: Final = {"get": _get, "put": _put, "drop": _drop}
