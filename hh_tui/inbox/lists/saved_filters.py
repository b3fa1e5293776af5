"""Filters that a person keeps for a vacancy under a name of their own."""

import json
from collections.abc import Mapping
from typing import Any

from msgspec import Struct, field
from msgspec.structs import asdict, fields

from hh_tui.api.filters import NO_FILTERS, Filters
from hh_tui.i18n.text import one_line
from hh_tui.inbox.snapshot.query import Query
from hh_tui.system.structs import replace

KIND = "saved-filters"
"""Under which they are remembered; the key is the vacancy's id, the value the text of all of them."""


class SavedFilter(Struct, frozen=True):
    """A name for filters and an order of one collection. `names` are the words for ids in the filters."""

    name: str
    query: Query
    names: Mapping[str, str] = field(default_factory=dict)


def with_saved(saved: tuple[SavedFilter, ...], new: SavedFilter) -> tuple[SavedFilter, ...]:
    """With one more; another one of that name gives way to it, in its place."""
    if any(one.name == new.name for one in saved):
        return tuple(new if one.name == new.name else one for one in saved)
    return (*saved, new)


def without(saved: tuple[SavedFilter, ...], name: str) -> tuple[SavedFilter, ...]:
    """Without the one of that name."""
    return tuple(one for one in saved if one.name != name)


def to_text(saved: tuple[SavedFilter, ...]) -> str:
    """All of a vacancy as JSON; filters that are not set are left out."""
    return json.dumps([_as_json(one) for one in saved], ensure_ascii=False)


def _as_json(one: SavedFilter) -> dict[str, Any]:
    query = one.query
    given = {key: value for key, value in asdict(query.filters).items() if value != getattr(NO_FILTERS, key)}
    return {
        "name": one.name,
        "collection": query.collection_id,
        "url": query.url,
        "order": query.order,
        "filters": given,
        "names": dict(one.names),
    }


def from_text(vacancy_id: str, text: str) -> tuple[SavedFilter, ...]:
    """What `to_text` wrote; what it can't have written is left out."""
    try:
        entries = json.loads(text)
    except (ValueError, RecursionError):
        return ()
    found = (_read(vacancy_id, entry) for entry in entries) if isinstance(entries, list) else ()
    saved: tuple[SavedFilter, ...] = ()
    for one in found:
        saved = saved if one is None else with_saved(saved, one)
    return saved


def _read(vacancy_id: str, entry: Any) -> SavedFilter | None:
    if not isinstance(entry, dict):
        return None
    name, collection, url, order = (entry.get(key) for key in ("name", "collection", "url", "order"))
    if not (isinstance(name, str) and isinstance(collection, str) and isinstance(url, str) and url):
        return None
    if not (name := one_line(name)):
        return None
    query = Query(vacancy_id, collection, url, _filters(entry.get("filters")))
    if isinstance(order, str):
        query = replace(query, order=order)
    names = entry.get("names")
    told = names.items() if isinstance(names, dict) else ()
    return SavedFilter(name, query, {key: one_line(word) for key, word in told if isinstance(word, str)})


def _filters(given: Any) -> Filters:
    values: dict[str, Any] = {}
    for one in fields(Filters) if isinstance(given, dict) else ():
        value, default = given.get(one.name), one.default
        if isinstance(default, tuple):
            if isinstance(value, list) and all(isinstance(part, str) for part in value):
                values[one.name] = tuple(value)
        elif isinstance(default, bool):
            values[one.name] = value is True
        elif one.type in ("int | None", int | None):
            if isinstance(value, int) and not isinstance(value, bool):
                values[one.name] = value
        elif isinstance(value, str):
            values[one.name] = value
    return Filters(**values)
