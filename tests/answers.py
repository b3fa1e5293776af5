"""Answers of hh.ru that say the same are read once a process: hundreds of apps begin with the same ones.

An app that is answered the same twice still reads it twice: for it they are two answers.
"""

from typing import Any
from weakref import WeakKeyDictionary

from hh_tui.api.connection import Connection
from hh_tui.api.models.base import Model
from hh_tui.api.resource import Resource, given, read_as

MOST = 2_000
"""Answers kept, some tens of kilobytes each."""

_read: dict[tuple[type[Model], bytes], Model] = {}
_had: WeakKeyDictionary[Connection, set[tuple[type[Model], bytes]]] = WeakKeyDictionary()
"""By connection: what it was given of these."""


async def _get(resource: Any, model: type[Model], address: str, **params: Any) -> Model:
    connection: Connection = resource._connection
    key = model, await connection.body(address, given(params))
    had = _had.setdefault(connection, set())
    if key in had:
        return read_as(*key)
    had.add(key)
    if key not in _read:
        if len(_read) >= MOST:
            _read.clear()
        _read[key] = read_as(*key)
    return _read[key]


def share_answers() -> None:
    """A model is never changed: apps of this process may have the same one."""
    Resource._get = _get  # type: ignore[assignment, method-assign]
