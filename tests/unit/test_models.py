"""One rule over all models: null is absence, a wrong shape is absence, what is required is not made up."""

import json
import pkgutil
from collections.abc import Iterator
from importlib import import_module
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import pytest
from msgspec.structs import FieldInfo, fields

import hh_tui.api.models
from hh_tui.api import error_response
from hh_tui.api.models import Action, Area, Board, Entry, Negotiation, Page, broken_in
from hh_tui.api.models.base import Model
from hh_tui.api.models.reading import WrongShape, encoded, parsed, parsed_json
from hh_tui.api.models.vacancy import Vacancy
from hh_tui.api.resource import as_list

WRONG: tuple[Any, ...] = (
    {}, [], [None], {"x": 1}, "?", "", "\ud800", 5, -0.5, True, [[1]], ["?"], {"id": None}, ["\ud800"]
)  # fmt: skip
"""Values of every JSON shape: a field takes those that fit, and reads each other one as absence."""

ACTION = {
    "id": "7",
    "method": "PUT",
    "url": "/negotiations/7/7",
    "sub_actions": [{"id": "7", "method": "PUT", "url": "/x"}],
}
"""One that is left an action whichever field is taken away."""

DERIVED = {"unreadable", "id"}
"""Fields that follow from other ones."""


def _models() -> list[type[Model]]:
    for module in pkgutil.iter_modules(hh_tui.api.models.__path__, "hh_tui.api.models."):
        import_module(module.name)
    assert error_response
    found: dict[str, type[Model]] = {}
    waiting: list[type[Model]] = [Model]
    while waiting:
        for model in waiting.pop().__subclasses__():
            waiting.append(model)
            found[f"{model.__module__}.{model.__name__}"] = model
    return [Page[Negotiation] if one is Page else one for _, one in sorted(found.items())]


def _sample(kind: Any) -> Any:
    """A value that a required field takes."""
    origin, inner = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return _sample(inner[0])
    if isinstance(kind, type) and issubclass(kind, Model):
        return _whole(kind)
    if origin in (Union, UnionType):
        return _sample(inner[0])
    if origin is tuple:
        return []
    if origin is dict:
        return {}
    if origin is Literal:
        return inner[0]
    return {str: "7", int: 7, float: 7.0, bool: True}[kind]


def _whole(model: type[Model]) -> dict[str, Any]:
    """The least that the model can be read from."""
    return {one.encode_name: _sample(one.type) for one in _fields(model, required=True)} | (
        ACTION if model is Action else {}
    )


def _fields(model: type[Model], *, required: bool) -> list[FieldInfo]:
    return [one for one in fields(model) if one.required is required]


def _values(read: Model, names: set[str]) -> dict[str, Any]:
    return {name: getattr(read, name) for name in names}


def _models_with_fields(*, required: bool) -> Iterator[Any]:
    for model in _models():
        if _fields(model, required=required):
            yield pytest.param(model, id=model.__name__)


def _read(model: type[Model], payload: dict[str, Any]) -> Model:
    """From objects and from bytes, which has to come to the same."""
    read = parsed(model, payload)
    assert parsed_json(model, json.dumps(payload)) == read
    return read


def test_reflection_finds_the_models() -> None:
    assert len(_models()) > 80


@pytest.mark.parametrize("model", _models_with_fields(required=False))
def test_null_and_wrong_shapes_are_absence(model: type[Model]) -> None:
    for field in _fields(model, required=False):
        key = field.encode_name
        others = {name: value for name, value in _whole(model).items() if name != key}
        absent = _read(model, others)
        assert _read(model, {**others, key: None}) == absent, key
        rest = {one.name for one in fields(model)} - DERIVED - {field.name}
        expected = _values(absent, rest)
        for wrong in WRONG:
            assert _values(_read(model, {**others, key: wrong}), rest) == expected, (key, wrong)


@pytest.mark.parametrize("model", _models_with_fields(required=True))
def test_what_is_required_is_not_made_up(model: type[Model]) -> None:
    for field in _fields(model, required=True):
        key = field.encode_name
        without = {name: value for name, value in _whole(model).items() if name != key}
        for payload in (without, {**without, key: None}):
            with pytest.raises(WrongShape):
                parsed(model, payload)


def test_a_null_leaves_nobody_out() -> None:
    row = {"id": "1", "url": None, "messaging_status": None, "state": None, "actions": None, "resume": None}
    page = parsed(Page[Negotiation], {"items": [row], "found": 1})
    assert [one.id for one in page.items] == ["1"]
    assert page.items[0].can_write
    assert page.unreadable == 0


def test_what_cannot_be_read_is_counted() -> None:
    rows: list[Any] = [{"id": "1"}, {"id": None}, None, "?", {"id": "2", "actions": [{"id": "go"}, 5]}]
    page = _read(Page[Negotiation], {"items": rows})
    assert isinstance(page, Page)
    assert page.unreadable == 2
    assert [one.unreadable for one in page.items] == [0, 2]
    kept = parsed_json(Page[Negotiation], encoded(page))
    assert kept.unreadable == 2


def test_collections_and_bare_arrays_are_counted_too() -> None:
    fine = {"id": "response", "url": "/negotiations/response"}
    board = parsed(Board, {"collections": [fine, {"id": "x", "url": None}], "generated_collections": [5]})
    assert board.unreadable == 2
    assert broken_in(as_list(Vacancy, [{"id": 1}, {}, None])) == 1


def test_an_action_without_an_address_holds_its_steps_together() -> None:
    steps = [{"id": "call", "name": "Call back", "method": "PUT", "url": "/negotiations/call/1"}]
    offered = {"id": None, "name": "Interview", "method": None, "url": None, "sub_actions": steps}
    empty = {"id": "empty", "url": None, "method": "PUT"}
    read = parsed(Negotiation, {"id": "1", "actions": [offered, empty]})
    (action,) = read.actions
    assert (action.id, action.is_group, read.unreadable) == ("Interview", True, 1)
    assert action.step(action.sub_actions[0]).url == "/negotiations/call/1"


def test_a_null_id_beside_a_code() -> None:
    assert parsed(Entry, {"id": None, "code": "RUR"}).id == "RUR"


def test_a_disabled_action_needs_no_address() -> None:
    bare = {"id": "transfer", "name": "Transfer", "enabled": False, "method": None, "url": None}
    read = parsed(Negotiation, {"id": "1", "actions": [bare, bare | {"enabled": True}]})
    assert [(one.id, one.enabled) for one in read.actions] == [("transfer", False)]


def test_every_time_of_every_model_is_in_utc() -> None:
    for model in _models():
        for field in fields(model):
            if "tz=True" in str(field.type):
                told = {**_whole(model), field.encode_name: "2026-05-12T18:14:00+0300"}
                read = _read(model, told)
                assert str(getattr(read, field.name)) == "2026-05-12 15:14:00+00:00", (model, field.name)


def test_equal_models_are_written_alike_however_they_were_read() -> None:
    told = {"id": "1", "chat_id": 77, "messaging_status": "ok", "url": "/negotiations/1", "actions": [ACTION]}
    at_once, by_field = _read(Negotiation, told), _read(Negotiation, {**told, "has_updates": None})
    assert at_once == by_field
    assert encoded(at_once) == encoded(by_field)
    assert parsed_json(Negotiation, encoded(at_once)) == at_once


def test_what_is_broken_far_below_takes_nothing_along() -> None:
    deep: dict[str, Any] = {"id": "0", "name": None}
    for depth in range(300):
        deep = {"id": str(depth), "areas": [deep]}
    assert "113" in [one.id for one in as_list(Area, [{"id": "113", "name": "Россия"}, deep])]


def test_what_cannot_be_read_is_kept_in_no_error() -> None:
    with pytest.raises(WrongShape) as caught:
        parsed_json(Negotiation, '{"id": null, "source": "ivan@example.org"')
    assert caught.value.__context__ is None
    assert caught.value.__cause__ is None
