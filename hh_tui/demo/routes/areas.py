"""Places as a tree; this answer may be kept by the client (ETag)."""

from typing import Any

from hh_tui.demo.call import API, Answer, Call
from hh_tui.demo.company import areas
from hh_tui.demo.routes.dictionaries import cacheable
from hh_tui.demo.traits import RUSSIA


def get_areas(call: Call) -> Answer:
    """get-areas; one country with the towns that candidates live in."""
    towns = [_area(area.id, area.name, RUSSIA, []) for area in areas()]
    return cacheable(call, [_area(RUSSIA, _russia(call), None, towns)])


def get_countries(call: Call) -> Answer:
    """get-countries."""
    url = f"{API}/areas/{RUSSIA}"
    return cacheable(call, [{"id": RUSSIA, "name": _russia(call), "url": url}])


def _russia(call: Call) -> str:
    return "Russia" if call.locale == "EN" else "Россия"


def _area(identifier: str, name: str, parent: str | None, inside: list[Any]) -> dict[str, Any]:
    return {"id": identifier, "name": name, "parent_id": parent, "areas": inside}
