"""Where the person goes."""

from dataclasses import dataclass

from hh_tui.api.models import Board, Negotiation, Page
from hh_tui.inbox.lists.search import Search
from hh_tui.inbox.snapshot.previous_list import PreviousList
from hh_tui.inbox.snapshot.query import Query


@dataclass(frozen=True, slots=True)
class CursorMoved:
    """The person moves the cursor of the list to this row."""

    cursor: int


@dataclass(frozen=True, slots=True)
class VacancyEntered:
    """The person goes into a vacancy: its collections are not known yet."""

    vacancy_id: str


@dataclass(frozen=True, slots=True)
class CollectionEntered:
    """The person goes into a list: its rows are not known yet."""

    query: Query


@dataclass(frozen=True, slots=True)
class PreviousListEntered:
    """The person goes back to the list they left for one over all vacancies."""

    previous: PreviousList


@dataclass(frozen=True, slots=True)
class InvitedEntered:
    """The person goes to the negotiation that an invitation made, into the list that holds it."""

    negotiation_id: str
    board: Board
    query: Query
    page: Page[Negotiation]


@dataclass(frozen=True, slots=True)
class Searched:
    """The person narrows the list down to what they type, or sees the whole of it again."""

    search: Search | None


@dataclass(frozen=True, slots=True)
class FoldToggled:
    """The person folds collections of the left column away, or unfolds them."""


NavigationEvent = (
    CursorMoved
    | VacancyEntered
    | CollectionEntered
    | PreviousListEntered
    | InvitedEntered
    | Searched
    | FoldToggled
)
