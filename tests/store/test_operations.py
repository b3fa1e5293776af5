"""Operations and errors come back from JSON exactly as they were."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hh_tui import errors
from hh_tui.errors import BadArgument, CaptchaRequired, HHError, Refused
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.store.operation_json import (
    SUM,
    UNREADABLE,
    Altered,
    error_as_json,
    error_from_json,
    operation_as_json,
    operation_from_json,
    sealed,
)
from tests.store.samples import FIELDS, OPERATIONS, deed, note

NEVER_OF_A_WRITE = {"WrongSettings"}
KINDS = [
    one
    for name, one in vars(errors).items()
    if isinstance(one, type) and issubclass(one, HHError) and name not in NEVER_OF_A_WRITE
]


def test_every_field_of_a_write_is_invented() -> None:
    assert set(FIELDS) == set(Operation.__struct_fields__)


@given(OPERATIONS)
def test_an_operation_comes_back_as_it_was(operation: Operation) -> None:
    written = operation_as_json(operation)
    assert operation_from_json(written) == operation
    assert written.isascii()


def test_what_an_older_version_did_not_write_has_a_default() -> None:
    found = json.loads(operation_as_json(deed()))
    for later in (
        "known_messages",
        "seen_at",
        "account",
        "batch",
        "not_before",
        "sent_before",
        "known_way",
        "known_equals",
        "sprint",
        "wording",
        SUM,
    ):
        del found[later]
    assert operation_from_json(json.dumps(found)) == deed()


def test_what_a_newer_version_wrote_is_left_out() -> None:
    found = json.loads(operation_as_json(deed()))
    del found[SUM]
    found["colour"] = "red"
    found["negotiation"]["colour"] = "red"
    assert operation_from_json(sealed(found)) == deed()


def test_a_write_that_is_not_what_was_written_says_so() -> None:
    written = operation_as_json(note(1, "Добрый день"))
    for altered in (
        written.replace("041e", "041f").replace("0414", "0415"),
        written.replace('"sum"', '"sun"'),
    ):
        assert altered != written
        with pytest.raises(Altered):
            operation_from_json(altered)


@pytest.mark.parametrize("text", ["", "{", "null", "[]", "{}", '{"id": 1, "source": 5}', '{"source": []}'])
def test_what_is_no_operation_says_so(text: str) -> None:
    with pytest.raises(UNREADABLE):
        operation_from_json(text)


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=10)
@given(data=st.data())
def test_every_error_comes_back_as_it_was(kind: type[HHError], data: st.DataObject) -> None:
    texts = st.text(max_size=10)
    error: HHError
    if issubclass(kind, Refused):
        error = kind(data.draw(st.integers(400, 499)), data.draw(texts), data.draw(texts), data.draw(texts))
    else:
        names = st.sampled_from(["host", "why", "path", "status", "n"])
        error = kind(**data.draw(st.dictionaries(names, texts | st.integers())))
    if isinstance(error, CaptchaRequired):
        error.captcha_url = data.draw(texts)
    if isinstance(error, BadArgument):
        error.reason = data.draw(texts)
    assert _seen(error_from_json(error_as_json(error))) == _seen(error)


def test_an_error_nobody_knows_is_a_plain_one() -> None:
    error = error_from_json('{"kind": "Eclipse", "values": {"why": "moon"}, "refused": 1}')
    assert (type(error), error.values) == (HHError, {"why": "moon"})


def _seen(error: HHError) -> tuple[Any, ...]:
    return type(error), error.code, error.args, vars(error)
