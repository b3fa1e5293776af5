"""Filters in words: the chips over the list, and why a list is empty."""

from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct

from hh_tui.api.filters import Filters
from hh_tui.i18n import Catalogue
from hh_tui.i18n.text import grouped, money, one_line
from hh_tui.inbox.lists.active_filters import GROUPS, groups
from hh_tui.inbox.snapshot.query import Query

METRES = 1000
"""In a kilometre."""

_WORDS = frozenset({"experience", "education", "gender"})
"""Groups whose values are words, and no names."""


class Chip(Struct, frozen=True):
    """What the filters say about one thing; `group` is its name among `narrowing.GROUPS`."""

    group: str
    label: str


def why_none(query: Query, keys: Callable[[str], str]) -> tuple[str, Mapping[str, str]] | None:
    """Why a list takes no filters: a key of the catalogue with its values; None where it takes them.

    `keys` gives the key of a command.
    """
    if query.is_across:
        return "filters.across", {name: keys(name) for name in ("vacancy", "search", "rules")}
    return None if query.takes_filters else ("filters.none-here", {})


def named(names: Mapping[str, str], parameter: str, value: str) -> str:
    """The word for an id; the id itself where nobody has told the word yet."""
    return names.get(f"{parameter} {value}") or value


def chips(tr: Catalogue, filters: Filters, names: Mapping[str, str]) -> tuple[Chip, ...]:
    """One for each thing that the filters are about."""
    return tuple(Chip(group, _label(tr, group, filters, names)) for group in groups(filters))


def _label(tr: Catalogue, group: str, filters: Filters, names: Mapping[str, str]) -> str:
    if group == "text":
        return tr("chip.text", text=one_line(filters.search_text or ""))
    if group == "age":
        span = _span(tr, _number(filters.age_from), _number(filters.age_to))
        return tr("chip.age", span=span)
    if group == "pay":
        return tr("chip.pay", span=_pay(tr, filters))
    if group == "radius":
        return tr("chip.radius", distance=distance(filters.search_radius_meters or 0))
    values = [
        named(names, parameter, value)
        for parameter in GROUPS[group]
        if parameter != "relocation"
        for value in _ids(filters, parameter)
    ]
    if group in _WORDS:
        values = [_small(value) for value in values]
    told = ", ".join(values)
    if group == "area" and filters.relocation:
        told = f"{told} ({_small(named(names, 'relocation', filters.relocation))})"
    return tr(f"chip.{group}", values=told)


def _small(words: str) -> str:
    """Words of a dictionary inside of a sentence: `от 3 до 6 лет`."""
    return words[:1].lower() + words[1:]


def _ids(filters: Filters, parameter: str) -> tuple[str, ...]:
    value = getattr(filters, parameter)
    if isinstance(value, tuple):
        return value
    return (value,) if isinstance(value, str) else ()


def _number(value: int | None) -> str:
    return "" if value is None else grouped(value)


def distance(metres: int) -> str:
    """Kilometres, as one types them."""
    return f"{metres / METRES:.3f}".rstrip("0").rstrip(".")


def _span(tr: Catalogue, low: str, high: str) -> str:
    if low and high:
        return f"{low}–{high}"
    return tr("chip.from", low=low) if low else tr("chip.to", high=high)


def _pay(tr: Catalogue, filters: Filters) -> str:
    low, high, currency = filters.salary_from, filters.salary_to, filters.currency
    if low is None and high is None:
        return currency or ""
    if low is not None and high is not None:
        return f"{grouped(low)}–{money(high, currency)}"
    if low is not None:
        return tr("chip.from", low=money(low, currency))
    return tr("chip.to", high=money(high or 0, currency))


def labelled(chips: Sequence[Chip]) -> str:
    """All of them in one line of text."""
    return " · ".join(one.label for one in chips)
