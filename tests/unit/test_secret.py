"""A secret shows nothing, whatever it is put into."""

import copy
import json
import pickle
import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import msgspec
import pytest
from rich.pretty import pretty_repr

from hh_tui.api.oauth import Application, _Given
from hh_tui.settings.config import Login, Settings
from hh_tui.system.secret import Secret
from hh_tui.tokens.pair import TokenPair

TEXT = "SECRET-77"
NOW = datetime(2026, 5, 1, tzinfo=UTC)
PAIR = TokenPair(access=Secret(TEXT), refresh=Secret(TEXT), origin="", obtained_at=NOW, expires_at=NOW)
HOLDERS = [
    Secret(TEXT),
    Login(client_secret=Secret(TEXT)),
    Settings(login=Login(client_secret=Secret(TEXT))),
    Application(client_id="id", client_secret=Secret(TEXT), redirect_uri=""),
    PAIR,
    _Given(Secret(TEXT), Secret(TEXT), 5),
]


@pytest.mark.parametrize("holder", HOLDERS, ids=lambda one: type(one).__name__)
def test_nothing_is_shown_of_it(holder: object) -> None:
    shown = [f"{holder}", f"{holder!r}", f"{holder!s:>20}", str([holder]), pretty_repr(holder)]
    assert [one for one in shown if TEXT in one] == []


@pytest.mark.parametrize("holder", HOLDERS, ids=lambda one: type(one).__name__)
@pytest.mark.parametrize(
    "write", [pickle.dumps, json.dumps, msgspec.json.encode, msgspec.msgpack.encode, msgspec.to_builtins]
)
def test_it_is_not_written_by_mistake(write: Callable[[Any], object], holder: object) -> None:
    with pytest.raises(TypeError) as caught:
        write(holder)
    assert TEXT not in "".join(traceback.format_exception(caught.value))


def test_it_is_a_value() -> None:
    one = Secret(TEXT)
    assert (one, one.reveal(), {one: 1}) == (Secret(TEXT), TEXT, {Secret(TEXT): 1})
    assert one not in (Secret("other"), TEXT)
    assert (bool(one), bool(Secret(""))) == (True, False)
    with pytest.raises(AttributeError):
        one._text = "other"
    with pytest.raises(TypeError):
        copy.copy(one)
