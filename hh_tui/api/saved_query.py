"""What a saved search asks for, read out of the address of its list."""

from typing import Any, Final
from urllib.parse import parse_qsl, urlsplit

from hh_tui.api.resume_query import ALL_WORDS, EVERYWHERE, Phrase, ResumeQuery

_OF_THE_LIST: Final = frozenset(
    {
        "saved_search_id", "last_used", "last_used_timestamp", "page", "per_page", "locale", "host",
        "with_job_search_status",
    }
)  # fmt: skip
"""Parameters that do not say who is looked for."""

_OF_WORDS: Final = ("text", "text.logic", "text.field", "text.period")
_FIELDS: Final = frozenset(ResumeQuery.__struct_fields__) - {"phrases"}
_ALSO: Final = {"education_level": "education_levels"}
"""Older names of parameters."""


def query_at(address: str) -> tuple[ResumeQuery, tuple[str, ...]]:
    """The query of an address of search-for-resumes, and the names of parameters that it can't hold."""
    asked: dict[str, list[str]] = {}
    for name, value in parse_qsl(urlsplit(address).query, keep_blank_values=True):
        asked.setdefault(_ALSO.get(name, name), []).append(value)
    phrases = _phrases({name: asked.pop(name, []) for name in _OF_WORDS})
    values: dict[str, Any] = {}
    left = ["text.field"] if len({(one.logic, one.fields, one.period) for one in phrases}) > 1 else []
    for name, every in asked.items():
        given = tuple(dict.fromkeys(filter(None, every)))
        if not given or name in _OF_THE_LIST:
            continue
        held = _value(name, given)
        if held is None:
            left.append(name)
        else:
            values[name] = held
    return ResumeQuery(phrases=phrases, **values), tuple(sorted(left))


def not_kept(asked: ResumeQuery, address: str) -> tuple[str, ...]:
    """Parameters of a query of which a value is missing in the address of its saved search.

    The order says nothing of who is looked for, and companions of words belong to them.
    """
    kept = set(query_at(address)[0].pairs())
    lost = {name for name, value in asked.pairs() if (name, value) not in kept}
    return tuple(sorted({name.partition(".")[0] for name in lost} - {"order_by"}))


def _value(name: str, given: tuple[str, ...]) -> tuple[str, ...] | bool | int | str | None:
    """What a field of a query takes of these values; None where there is no such field, or it takes none."""
    if name not in _FIELDS:
        return None
    kind, last = getattr(ResumeQuery(), name), given[-1]
    if isinstance(kind, tuple):
        return given
    if isinstance(kind, bool):
        return last == "true"
    if name in _NUMBERS:
        return int(last) if last.isascii() and last.isdigit() else None
    return last


_NUMBERS: Final = frozenset({"salary_from", "salary_to", "age_from", "age_to", "period"})


def _phrases(words: dict[str, list[str]]) -> tuple[Phrase, ...]:
    """Each text with its three companions, where all have them."""
    texts, *companions = words.values()
    if any(len(one) != len(texts) for one in companions):
        return tuple(Phrase(one) for one in texts)
    rows = zip(texts, *companions, strict=True)
    return tuple(
        Phrase(text, logic or ALL_WORDS, tuple(field.split(",")) if field else (EVERYWHERE,), period)
        for text, logic, field, period in rows
    )
