"""An address of the employer (operation get-employer-addresses)."""

from hh_tui.api.models.base import Id, Items, Line, Maybe, Model


class MetroStation(Model, frozen=True):
    """A metro station near an address."""

    station_name: Line


class Address(Model, frozen=True):
    """Where an interview takes place. In a message it may come without an id."""

    id: Maybe[Id] = None
    city: Maybe[Line] = None
    street: Maybe[Line] = None
    building: Maybe[Line] = None
    description: Maybe[Line] = None
    raw: Maybe[Line] = None
    metro_stations: Items[MetroStation] = ()

    @property
    def line(self) -> str:
        """City, street and house, or the text the employer typed; empty when nothing is known."""
        parts = [part for part in (self.city, self.street, self.building) if part]
        return ", ".join(parts) or self.raw or self.description or ""
