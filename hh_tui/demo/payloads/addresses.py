"""Addresses of the employer, and places."""

from typing import Any

from hh_tui.demo.call import API
from hh_tui.demo.company import Address, Area

Payload = dict[str, Any]


def area_payload(area: Area) -> Payload:
    """Return a place."""
    return {"id": area.id, "name": area.name, "url": f"{API}/areas/{area.id}"}


def address_payload(address: Address) -> Payload:
    """Return an address as ``get-employer-addresses`` lists it."""
    return {
        "id": address.id,
        "city": address.city,
        "street": address.street or None,
        "building": address.building or None,
        "description": address.description or None,
        "lat": address.lat,
        "lng": address.lng,
        "raw": address.raw,
        "metro_stations": _metro(address),
        "can_edit": False,
    }


def place_payload(address: Address) -> Payload:
    """Return an address as messages and vacancies carry it."""
    metro = _metro(address)
    payload = address_payload(address) | {"metro": metro[0] if metro else None}
    del payload["can_edit"]
    return payload


def _metro(address: Address) -> list[Payload]:
    if not address.metro:
        return []
    return [
        {
            "station_id": f"{address.id[-1]}.12",
            "station_name": address.metro,
            "line_id": address.id[-1],
            "line_name": address.line,
            "lat": address.lat,
            "lng": address.lng,
        }
    ]
