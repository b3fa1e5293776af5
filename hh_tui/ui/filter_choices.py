"""The values that hh.ru's filters can have: dictionaries, places, countries and languages."""

from collections.abc import Awaitable, Callable, Sequence

from hh_tui.inbox.lists.choices import LEVELS, Choices, of_areas, of_dictionaries, of_entries, of_languages
from hh_tui.worker.session import ApiWorker


class FilterChoices:
    """Reads them. Every method raises HHError."""

    def __init__(self, worker: ApiWorker) -> None:
        self._worker = worker

    @property
    def all(self) -> Sequence[Callable[[], Awaitable[Choices]]]:
        """Each read: one that fails leaves the others alone."""
        return (self.dictionaries, self.areas, self.countries)

    async def dictionaries(self) -> Choices:
        """Everything that is listed in get-dictionaries, and languages by level."""
        client = self._worker.client
        dictionaries = await self._worker.read(client.dictionaries.all)
        languages = await self._worker.read(client.dictionaries.languages)
        spoken = of_languages(languages, dictionaries.entries(LEVELS))
        return of_dictionaries(dictionaries) | {"language": spoken}

    async def areas(self) -> Choices:
        """Regions and towns (get-areas)."""
        return {"area": of_areas(await self._worker.read(self._worker.client.dictionaries.areas))}

    async def countries(self) -> Choices:
        """Countries, for citizenships (get-countries)."""
        return {
            "citizenship": of_entries(await self._worker.read(self._worker.client.dictionaries.countries))
        }
