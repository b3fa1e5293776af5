"""Time zones of places, as far as hh.ru tells them: what it does not tell is not guessed."""

import re
from collections.abc import Iterable, Mapping
from datetime import timedelta, timezone, tzinfo
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from hh_tui.api.models.dictionary import Area


_OFFSET: Final = re.compile(r"([+-])(\d{2}):?(\d{2})")
_FURTHEST: Final = timedelta(hours=14)

Zones = Mapping[str, tzinfo]
"""Zones by the ids of areas."""


def zones(areas: "Iterable[Area]") -> Zones:
    """The zones of a tree of areas; a place without one is left out."""
    found: dict[str, tzinfo] = {}
    left = list(areas)
    while left:
        area = left.pop()
        left += area.areas
        if (zone := _zone(area.utc_offset or "")) is not None:
            found[area.id] = zone
    return found


def _zone(text: str) -> tzinfo | None:
    match = _OFFSET.fullmatch(text)
    if match is None or int(match[3]) > 59:
        return None
    offset = timedelta(hours=int(match[2]), minutes=int(match[3]))
    return timezone(-offset if match[1] == "-" else offset) if offset <= _FURTHEST else None
