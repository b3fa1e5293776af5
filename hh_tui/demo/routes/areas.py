"""Places as a tree; this answer may be kept by the client (ETag)."""

from typing import Any

from hh_tui.demo.call import API, Answer, Call
from hh_tui.demo.company import Area, areas, countries
from hh_tui.demo.refusal import bad_argument, not_found
from hh_tui.demo.routes.dictionaries import cacheable


def get_areas(call: Call) -> Answer:
    """get-areas; the countries with the towns that candidates live in."""
    return cacheable(call, [_country(call, one) for one in countries()])


def get_area(call: Call) -> Answer:
    """get-areas-from-specified."""
    wanted = call.path["area_id"]
    if wanted in countries():
        return cacheable(call, _country(call, wanted))
    for area in areas():
        if area.id == wanted:
            return cacheable(call, _town(call, area))
    raise not_found()


def get_countries(call: Call) -> Answer:
    """get-countries."""
    return cacheable(
        call,
        [
            {"id": key, "name": call.said(name), "url": f"{API}/areas/{key}"}
            for key, name in countries().items()
        ],
    )


def _country(call: Call, country: str) -> dict[str, Any]:
    towns = [_town(call, area) for area in areas() if area.country == country]
    return {"id": country, "name": call.said(countries()[country]), "parent_id": None, "areas": towns} | {
        "utc_offset": None,
        "lat": None,
        "lng": None,
    }


def _town(call: Call, area: Area) -> dict[str, Any]:
    town: dict[str, Any] = {
        "id": area.id,
        "name": area.name,
        "parent_id": area.country,
        "areas": [],
        "utc_offset": area.utc_offset,
        "lat": area.lat,
        "lng": area.lng,
    }
    case = call.asked("additional_case")
    if case not in (None, "prepositional"):
        raise bad_argument("additional_case")
    return town | {"name_prepositional": area.prepositional} if case and call.locale == "RU" else town
