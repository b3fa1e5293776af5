"""The list and the cursor at the end of the program."""

from msgspec import Struct

from hh_tui.inbox.snapshot.query import Query


class LastPosition(Struct, frozen=True):
    """Ids of vacancy, candidate under the cursor and working account, and the list, as far as chosen."""

    vacancy_id: str | None = None
    query: Query | None = None
    negotiation_id: str | None = None
    manager_account: str | None = None
