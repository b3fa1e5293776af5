"""Payloads made up from the document's schemas, and what of them a model lost."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import strategies as st

from hh_tui.api.models import Model
from hh_tui.i18n.text import one_line
from tests.contract.schemas import Contract

Schema = dict[str, Any]
Payloads = st.SearchStrategy[Any]

_IDS = st.from_regex(r"[A-Za-z0-9_]{1,12}", fullmatch=True)
_TEXTS = st.text(max_size=12)
_NUMBERS = st.integers(0, 10**6)
_TIMES = st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1)).map(  # noqa: DTZ001
    lambda moment: moment.strftime("%Y-%m-%dT%H:%M:%S+0300")
)


class Generator:
    """Makes payloads up. Where the document leaves something unsaid or says it wrongly:

    - of several alternatives one is taken, also where they overlap;
    - what holds itself ends with a null;
    - texts named ``id``, ``…_id``, ``method`` or ``url`` hold something, those named ``…_at`` are moments;
    - numbers are whole and not negative, as in all of the document's examples;
    - fields that are required but not described are left out (``type`` of a test result);
    - there are no further fields: that models bear those is tested by other means.
    """

    def __init__(self, contract: Contract) -> None:
        self._contract = contract

    def payloads(self, schema: Schema, name: str = "", within: tuple[str, ...] = ()) -> Payloads:
        """Return the payloads that a schema allows; ``name`` is the field they are for."""
        reference = schema.get("$ref")
        if reference in within:
            return st.none()
        if reference is not None:
            return self.payloads(self._contract.resolved(schema), name, (*within, reference))
        alternatives = list(self._alternatives(schema))
        if len(alternatives) > 1:
            return st.one_of([self.payloads(one, name, within) for one in alternatives])
        plain = alternatives[0]
        if "properties" in plain or plain.get("type") == "object":
            return self._objects(plain, within)
        if plain.get("type") == "array":
            return st.lists(self.payloads(plain.get("items", {}), name, within), max_size=2)
        return _values(plain, name)

    def _objects(self, schema: Schema, within: tuple[str, ...]) -> Payloads:
        fields = {
            name: self.payloads(field, name, within) for name, field in schema.get("properties", {}).items()
        }
        needed = set(schema.get("required", ()))
        return st.fixed_dictionaries(
            {name: made for name, made in fields.items() if name in needed},
            optional={name: made for name, made in fields.items() if name not in needed},
        )

    def _alternatives(self, schema: Schema) -> Iterator[Schema]:
        """The schema as alternatives of which none has parts or alternatives itself."""
        if "$ref" in schema:
            yield from self._alternatives(self._contract.resolved(schema))
            return
        for word in ("oneOf", "anyOf"):
            if word in schema:
                for one in schema[word]:
                    yield from self._alternatives(one)
                return
        parts: list[Schema] = [{key: value for key, value in schema.items() if key != "allOf"}]
        for part in schema.get("allOf", ()):
            parts = [_both(one, other) for one in parts for other in self._alternatives(part)]
        yield from parts


def _both(one: Schema, other: Schema) -> Schema:
    """Return what holds where two plain schemas do; a field of both follows both."""
    fields = {**one.get("properties", {})}
    for name, field in other.get("properties", {}).items():
        fields[name] = {"allOf": [fields[name], field]} if name in fields else field
    needed = [*one.get("required", ()), *other.get("required", ())]
    return {**one, **other, **({"properties": fields, "required": needed} if fields else {})}


def _values(schema: Schema, name: str) -> Payloads:
    if "enum" in schema:
        return st.sampled_from(schema["enum"])
    match schema.get("type"):
        case "number" | "integer":
            return _NUMBERS
        case "boolean":
            return st.booleans()
        case "null":
            return st.none()
    if name.endswith("_at"):
        return _TIMES
    return _IDS if name in ("id", "method", "url") or name.endswith("_id") else _TEXTS


def lost(model: Model, payload: Any, path: str = "") -> list[str]:
    """Return the places at which a payload tells something that the model does not."""
    found: list[str] = []
    for name in model.__struct_fields__:
        if isinstance(payload, dict) and _tells(payload.get(name)):
            found += _lost(getattr(model, name), payload[name], f"{path}.{name}")
    return found


def _tells(told: Any) -> bool:
    """Return whether there is anything in it: an object of nulls holds nothing."""
    return any(map(_tells, told.values())) if isinstance(told, dict) else told is not None


def _lost(value: Any, told: Any, path: str) -> list[str]:
    if isinstance(value, Model):
        return lost(value, told, path) if isinstance(told, dict) else [path]
    if isinstance(value, tuple):
        kept = [told] if isinstance(told, dict) else [one for one in told if one is not None]
        if len(kept) != len(value):
            return [f"{path}: {len(kept) - len(value)} of {kept}"]
        pairs = enumerate(zip(value, kept, strict=True))
        return [fault for at, (one, of) in pairs for fault in _lost(one, of, f"{path}[{at}]")]
    if path.endswith(".last_change_time") and value is None:
        # The document calls this moment a string of any form; what is no moment is not told.
        return []
    if isinstance(told, dict) and "number" in told:
        told = _phone(told)
    return [] if _same(value, told) else [f"{path}: {told!r} became {value!r}"]


def _phone(told: dict[str, Any]) -> str | None:
    """Return the whole number, or its parts if that is not told."""
    parts = filter(None, (told.get(part) for part in ("country", "city", "number")))
    return told.get("formatted") or " ".join(parts) or None


def _same(value: Any, told: Any) -> bool:
    if isinstance(value, datetime):
        wall = datetime.strptime(told, "%Y-%m-%dT%H:%M:%S+0300").replace(tzinfo=UTC)
        return wall - value == timedelta(hours=3)
    if isinstance(value, str):
        return one_line(value) == one_line(str(told))
    return bool(value == told)
