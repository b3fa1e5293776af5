"""Where the candidates of a chunk are now: by pages of lists as far as that is cheaper than one by one."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from hh_tui.api.models import Negotiation
from hh_tui.errors import NotFound
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.snapshot.query import Query
from hh_tui.worker.priority_semaphore import Urgency
from hh_tui.worker.session import ApiWorker

PAGES: Final = 4
"""Pages of one list that are read at most."""

FEW: Final = 2
"""As many candidates are looked up one by one rather than by another page."""

Found = dict[str, Negotiation]
"""Candidates as they are now, by negotiation id."""


async def in_list(worker: ApiWorker, query: Query, wanted: set[str]) -> Found:
    """Those of the `wanted` ids on the first pages of a list, as it is narrowed down and ordered.

    Reads get-collection-negotiations-list, `PAGES` times at most, until `FEW` are left or a page brings
    nobody. Raises HHError.
    """
    found: Found = {}
    for number in range(PAGES):
        page = await worker.read(
            partial(
                worker.client.negotiations.page,
                query.url,
                number,
                filters=query.filters,
                order_by=query.order or None,
            ),
            Urgency.NOW,
            what="page",
        )
        fresh = {one.id: one for one in page.items if one.id in wanted}
        found |= fresh
        if page.is_last or len(wanted) - len(found) <= FEW or (number and not fresh):
            break
    return found


async def where_now(worker: ApiWorker, operations: Sequence[Operation]) -> Found:
    """Every candidate of a chunk as they are now, who can be found at all. Raises HHError.

    The list they were decided in is read first, which is one page for those who stand together at its top;
    whoever is not there is looked up alone. Neither counts as viewing anybody.
    """
    wanted = {one.negotiation.id for one in operations}
    found: Found = {}
    if len(wanted) > FEW:
        for query in dict.fromkeys(one.source for one in operations if not one.source.is_across):
            found |= await in_list(worker, query, wanted - found.keys())
    return found | await one_by_one(worker, wanted - found.keys())


async def one_by_one(worker: ApiWorker, wanted: set[str]) -> Found:
    """Look each id up by a request (get-negotiation-item); who is gone altogether is left out.

    Raises HHError.
    """
    found: Found = {}
    for key in sorted(wanted):
        try:
            found[key] = await worker.read(partial(worker.client.negotiations.one, key), Urgency.NOW)
        except NotFound:
            continue
    return found
