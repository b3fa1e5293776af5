"""Places as a tree; this answer may be kept by the client (ETag)."""

from typing import Any

from hh_tui.demo.call import Answer, Call
from hh_tui.demo.company import areas
from hh_tui.demo.routes.dictionaries import cacheable
from hh_tui.demo.traits import RUSSIA


def get_areas(call: Call) -> Answer:
    """get-areas; one country with the towns that candidates live in."""
    towns = [_area(area.id, area.name, RUSSIA, []) for area in areas()]
    name = "Russia" if call.locale == "EN" else "Россия"
    return cacheable(call, [_area(RUSSIA, name, None, towns)])


def _area(identifier: str, name: str, parent: str | None, inside: list[Any]) -> dict[str, Any]:
    return {"id": identifier, "name": name, "parent_id": parent, "areas": inside}
