"""Metro stations as directories and resumes carry them."""

from typing import Any

from hh_tui.demo.company import areas
from hh_tui.demo.places import Station


def station_payload(station: Station, locale: str) -> dict[str, Any]:
    """Return a station with its line."""
    town, line = next(one for one in areas() if one.id == station.line.area), station.line
    return {
        "id": station.id,
        "name": station.name.said(locale),
        "lat": town.lat,
        "lng": town.lng,
        "order": station.order,
        "line": {"id": line.id, "name": line.name.said(locale), "hex_color": line.color},
    }
