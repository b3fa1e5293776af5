"""Dictionaries, locales, areas, countries, languages, metro stations, districts and industries.

They are kept in memory, and asked for again only if they changed (ETag).
"""

from typing import Any

from hh_tui.api.connection import Connection
from hh_tui.api.models import Area, Dictionaries, Locale, Named
from hh_tui.api.models.places import District, Industry, MetroTown
from hh_tui.api.resource import Resource, as_list, as_model


class DictionaryResource(Resource):
    """Operations on what changes rarely. The names in them are in the language of the connection."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection)
        self._kept: dict[str, tuple[Any, str]] = {}

    async def all(self) -> Dictionaries:
        """All dictionaries by name (get-dictionaries)."""
        return as_model(Dictionaries, {"by_name": await self._unless_kept("/dictionaries")})

    async def locales(self) -> tuple[Locale, ...]:
        """The languages that names come in (get-locales)."""
        return as_list(Locale, await self._unless_kept("/locales"))

    async def areas(self) -> tuple[Area, ...]:
        """Countries with their regions and towns (get-areas)."""
        return as_list(Area, await self._unless_kept("/areas"))

    async def countries(self) -> tuple[Named, ...]:
        """The areas that are countries, for citizenship (get-countries)."""
        return as_list(Named, await self._unless_kept("/areas/countries"))

    async def languages(self) -> tuple[Named, ...]:
        """The languages people speak (get-languages)."""
        return as_list(Named, await self._unless_kept("/languages"))

    async def metro(self) -> tuple[MetroTown, ...]:
        """Towns with their metro lines and stations (get-metro-stations)."""
        return as_list(MetroTown, await self._unless_kept("/metro"))

    async def districts(self) -> tuple[District, ...]:
        """Districts of all towns (get-all-districts)."""
        return as_list(District, await self._unless_kept("/districts"))

    async def industries(self) -> tuple[Industry, ...]:
        """Industries in two levels (get-industries)."""
        return as_list(Industry, await self._unless_kept("/industries"))

    async def _unless_kept(self, address: str) -> Any:
        """The decoded answer; the one kept if the server says that it still holds."""
        payload, tag = self._kept.get(address, (None, ""))
        changed = await self._connection.read_changed(address, tag)
        if changed is None:
            return payload
        payload, tag = changed
        if tag:
            self._kept[address] = (payload, tag)
        return payload
