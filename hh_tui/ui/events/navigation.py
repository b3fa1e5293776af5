"""Where the person goes."""

from dataclasses import dataclass

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


NavigationEvent = CursorMoved | VacancyEntered | CollectionEntered
