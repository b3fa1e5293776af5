"""Metro stations, districts and industries; these answers may be kept by the client (ETag)."""

from itertools import groupby
from typing import Any

from hh_tui.demo.call import API, Answer, Call
from hh_tui.demo.company import areas
from hh_tui.demo.industries import industries
from hh_tui.demo.payloads.places import station_payload
from hh_tui.demo.places import Station, districts, stations
from hh_tui.demo.refusal import not_found
from hh_tui.demo.routes.dictionaries import cacheable


def get_metro(call: Call) -> Answer:
    """get-metro-stations; the towns that have a metro."""
    return cacheable(call, [_town(call, area) | {"url": f"{API}/metro/{area}"} for area in _with_metro()])


def get_metro_of_town(call: Call) -> Answer:
    """get-metro-stations-in-city."""
    area = call.path["city_id"]
    if area not in _with_metro():
        raise not_found()
    return cacheable(call, _town(call, area))


def get_districts(call: Call) -> Answer:
    """get-all-districts."""
    return cacheable(
        call, [{"id": one.id, "area_id": one.area, "name": call.said(one.name)} for one in districts()]
    )


def get_industries(call: Call) -> Answer:
    """get-industries."""
    return cacheable(
        call,
        [
            {
                "id": one.id,
                "name": call.said(one.name),
                "industries": [{"id": key, "name": call.said(name)} for key, name in one.parts.items()],
            }
            for one in industries()
        ],
    )


def _with_metro() -> list[str]:
    return list(dict.fromkeys(one.line.area for one in stations()))


def _town(call: Call, area: str) -> dict[str, Any]:
    name = next(one.name for one in areas() if one.id == area)
    of_town = [one for one in stations() if one.line.area == area]
    lines = [_line(call, list(part)) for _, part in groupby(of_town, key=lambda one: one.line.id)]
    return {"id": area, "name": name, "lines": lines}


def _line(call: Call, part: list[Station]) -> dict[str, Any]:
    told = [station_payload(one, call.locale) for one in part]
    return {**told[0]["line"], "stations": told}
