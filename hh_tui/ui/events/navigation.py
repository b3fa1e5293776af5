"""Where the person goes, and whom they mark."""

from hh_tui.api.models import Board, Negotiation, Page
from hh_tui.inbox.decisions.selection import Selection
from hh_tui.inbox.lists.search import Search
from hh_tui.inbox.snapshot.previous_list import PreviousList
from hh_tui.inbox.snapshot.query import Query
from hh_tui.ui.events.event import Event


class CursorMoved(Event, frozen=True):
    """The person moves the cursor of the list to this row."""

    cursor: int


class VacancyEntered(Event, frozen=True):
    """The person goes into a vacancy: its collections are not known yet."""

    vacancy_id: str


class CollectionEntered(Event, frozen=True):
    """The person goes into a list: its rows are not known yet."""

    query: Query


class PreviousListEntered(Event, frozen=True):
    """The person goes back to the list they left for one over all vacancies, or for fewer of its rows.

    With `follows` the cursor goes to the candidate who is under it now, where they are loaded there.
    """

    previous: PreviousList
    follows: bool = False


class CandidateEntered(Event, frozen=True):
    """The person goes to a candidate from elsewhere, into the list that holds them, as far as it was read."""

    negotiation_id: str
    board: Board
    query: Query
    pages: tuple[Page[Negotiation], ...]


class Searched(Event, frozen=True):
    """The person narrows the list down to what they type, or sees the whole of it again."""

    search: Search | None


class FoldToggled(Event, frozen=True):
    """The person folds collections of the left column away, or unfolds them."""


class SelectionChanged(Event, frozen=True):
    """Others are marked, to be decided on together."""

    selection: Selection


class MarksDropped(Event, frozen=True):
    """Nobody is marked any more: `marks` were, in one list."""

    marks: Selection


NavigationEvent = (
    CursorMoved
    | VacancyEntered
    | CollectionEntered
    | PreviousListEntered
    | CandidateEntered
    | Searched
    | FoldToggled
)

SelectionEvent = SelectionChanged | MarksDropped
