"""Where a candidate is now: the collections of their vacancy, and the list that holds them."""

from functools import partial
from typing import Final

from msgspec import Struct

from hh_tui.api.models import Board, Negotiation, Page
from hh_tui.inbox.lists.active_filters import collection_of
from hh_tui.inbox.lists.known_people import KnownPerson
from hh_tui.inbox.lists.likely_lists import likely
from hh_tui.inbox.snapshot.query import Query
from hh_tui.worker.session import ApiWorker

LOOKS: Final = 4
"""Collections that are looked into."""


class Whereabouts(Struct, frozen=True):
    """The list that holds the candidate, as far as it was read; where it was not found, they are `alone`."""

    negotiation: Negotiation
    board: Board
    query: Query
    pages: tuple[Page[Negotiation], ...]
    alone: bool = False


async def whereabouts(
    session: ApiWorker,
    vacancy_id: str,
    negotiation_id: str,
    known: KnownPerson | None = None,
    *,
    pages: int = 1,
) -> Whereabouts | None:
    """Look for the candidate, which does not count as viewing them. None where nobody is listed.

    The likeliest list is the one where they were `known` to stand, while their state is what it was then, and
    else the one called like their state. That many `pages` of it are read at most, and one of any other.
    Raises HHError.
    """
    client = session.client
    negotiation = await session.read(partial(client.negotiations.one, negotiation_id))
    board = await session.read(partial(client.negotiations.board, vacancy_id))
    queries = likely(board, vacancy_id, negotiation)
    if known is not None and known.state == negotiation.employer_state:
        queries = _first(board, queries, Query(vacancy_id, "", known.url))
    for place, query in enumerate(queries[:LOOKS]):
        read = await _read_until(session, query, negotiation_id, 1 if place else pages)
        if read:
            return Whereabouts(negotiation, board, query, read)
    if not queries:
        return None
    alone = Page[Negotiation](items=(negotiation,), found=1, page=0, pages=1, per_page=1)
    return Whereabouts(negotiation, board, queries[0], (alone,), alone=True)


def _first(board: Board, queries: tuple[Query, ...], known: Query) -> tuple[Query, ...]:
    """This list comes first, as the collections name it now."""
    there = collection_of(board, known)
    if there is None:
        return queries
    first = Query(known.vacancy_id, there.id, there.url)
    return (first, *(one for one in queries if one.path != first.path))


async def _read_until(
    session: ApiWorker, query: Query, negotiation_id: str, at_most: int
) -> tuple[Page[Negotiation], ...]:
    """The pages of a list up to the one with the candidate; none where that is none of the first ones."""
    read: list[Page[Negotiation]] = []
    for number in range(at_most):
        page = await session.read(partial(session.client.negotiations.page, query.url, number))
        read.append(page)
        if any(one.id == negotiation_id for one in page.items):
            return tuple(read)
        if page.is_last:
            break
    return ()
