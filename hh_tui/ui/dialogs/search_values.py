"""What the fields of a search can be set to, read when somebody comes to them."""

from collections.abc import Collection, Sequence
from functools import partial
from typing import Final

from hh_tui.inbox.lists.choices import LEVELS, Choice, Choices, choice, of_areas, of_entries, of_languages
from hh_tui.inbox.resume_base.directories import Place, of_districts, of_industries, of_metro, within
from hh_tui.inbox.resume_base.parameters import DISTRICT, INDUSTRY, METRO, ORDER, of_search
from hh_tui.worker.session import ApiWorker

COUNTRIES: Final = ("citizenship", "work_ticket")


class SearchValues:
    """`known` holds what was read before, by parameter, and gets more. Reads raise HHError, cost nothing."""

    def __init__(self, known: Choices, worker: ApiWorker) -> None:
        self.known = known
        self._worker = worker
        self._places: dict[str, tuple[Place, ...]] = {}

    @property
    def are_read(self) -> bool:
        """Whether nothing is missing that every form needs."""
        return {ORDER, "language"} <= self.known.keys()

    async def dictionaries(self) -> Choices:
        """Everything that stands in get-dictionaries, and get-languages."""
        client = self._worker.client
        dictionaries = await self._worker.read(client.dictionaries.all)
        self.known.update(of_search(dictionaries))
        languages = await self._worker.read(client.dictionaries.languages)
        self.known["language"] = of_languages(languages, dictionaries.entries(LEVELS))
        return self.known

    async def directory(self, parameter: str) -> None:
        """Values of a parameter: get-metro-stations, get-all-districts, get-industries or get-countries."""
        directories, read = self._worker.client.dictionaries, self._worker.read
        if parameter == METRO:
            self._places[METRO] = of_metro(await read(directories.metro))
        elif parameter == DISTRICT:
            self._places[DISTRICT] = of_districts(await read(directories.districts))
        elif parameter == INDUSTRY:
            self.known[INDUSTRY] = of_industries(await read(directories.industries))
        else:
            countries = of_entries(await read(directories.countries))
            self.known.update(dict.fromkeys(COUNTRIES, countries))

    async def named(self, parameter: str, ids: Sequence[str]) -> tuple[Choice, ...]:
        """Words for ids of a parameter whose values are suggested: get-areas, get-skills and others."""
        client, read = self._worker.client, self._worker.read
        base = client.resume_search
        if parameter == "area":
            known = of_areas(await read(client.dictionaries.areas))
        elif parameter == "professional_role":
            known = of_entries(await read(base.roles))
        else:
            ask = base.skills if parameter == "skill" else base.schools
            known = tuple(choice(one.id or "", one.text) for one in await read(partial(ask, ids)))
        return tuple(one for one in dict.fromkeys(known) if one.id in ids)

    def is_known(self, parameter: str) -> bool:
        """Whether the values of a parameter were read."""
        return parameter in self.known or parameter in self._places

    def of(self, parameter: str, areas: Collection[str]) -> tuple[Choice, ...]:
        """The values of a parameter; those that lie in these `areas`, for what lies in some."""
        if parameter in self._places:
            return within(self._places[parameter], areas, required=parameter == DISTRICT)
        return self.known.get(parameter, ())
