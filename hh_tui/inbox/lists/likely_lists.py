"""Where in a vacancy a negotiation is likely to be listed."""

from hh_tui.api.models import Board, Collection, Negotiation
from hh_tui.inbox.snapshot.query import Query


def likely(board: Board, vacancy_id: str, negotiation: Negotiation) -> tuple[Query, ...]:
    """The collections that hold anybody, the likeliest first.

    hh.ru does not say in which collection a negotiation is. One that is called like its state is a good
    guess and no more than that: whoever looks must look into the others, too.
    """
    state = negotiation.employer_state
    filled = [one for one in board.collections if one.counters is None or one.counters.total]

    def unlikely(collection: Collection) -> bool:
        return state is None or (collection.id != state.id and collection.name != state.name)

    ordered = sorted(filled or board.collections, key=unlikely)
    return tuple(Query(vacancy_id, one.id, one.url) for one in ordered if one.url)
