"""Where a person was when the program ended."""

from dataclasses import dataclass

from hh_tui.inbox.query import Query


@dataclass(frozen=True, slots=True)
class Place:
    """The vacancy, the list, and the candidate under the cursor, as far as chosen."""

    vacancy_id: str | None = None
    query: Query | None = None
    negotiation_id: str | None = None
