"""What a list shows."""

from dataclasses import dataclass
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class Query:
    """One collection of one vacancy, by the address the server gave for it."""

    vacancy_id: str
    collection_id: str
    url: str

    @property
    def is_across(self) -> bool:
        """Whether it is a list of ours over all vacancies, which has no address on the server."""
        return not self.vacancy_id

    @property
    def path(self) -> str:
        """The address without origin and query: what tells collections apart."""
        return urlsplit(self.url).path.rstrip("/")
