"""The rows of a list: immutable, each with a rank that keeps its place."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import overload

from hh_tui.api.models import Negotiation

Rank = int | Fraction
"""A place in an order; between any two there is room for more."""


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """A negotiation in a list. `rank` is its place in the order the server delivered; rows are told apart
    by identity, so a painted row can be kept as long as the object lives."""

    rank: Rank
    negotiation: Negotiation

    @property
    def id(self) -> str:
        """The negotiation's id."""
        return self.negotiation.id


def _rank(row: Row) -> Rank:
    return row.rank


class Rows(Sequence[Row]):
    """Rows in the order of their ranks. Every change gives new Rows; untouched rows stay the same objects."""

    __slots__ = ("_index", "_rows")

    def __init__(self, rows: Sequence[Row] = ()) -> None:
        self._rows = rows if isinstance(rows, tuple) else tuple(rows)
        self._index: dict[str, int] | None = None

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Row]: ...
    def __getitem__(self, index: int | slice) -> Row | Sequence[Row]:
        return self._rows[index]

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[Row]:
        return iter(self._rows)

    def __eq__(self, other: object) -> bool:
        return self is other or (isinstance(other, Rows) and self._rows == other._rows)

    def __hash__(self) -> int:
        return hash((len(self._rows), self._rows[:1]))

    def __repr__(self) -> str:
        return f"Rows({len(self._rows)})"

    def index_of(self, negotiation_id: str) -> int | None:
        """Where a negotiation stands; the index is made once for each Rows."""
        if self._index is None:
            self._index = {row.id: number for number, row in enumerate(self._rows)}
        return self._index.get(negotiation_id)

    def place_of(self, rank: Rank) -> int:
        """Where the first row of that rank or a higher one stands."""
        return bisect_left(self._rows, Fraction(rank), key=lambda row: Fraction(row.rank))

    def without(self, index: int) -> "Rows":
        """All rows but the one at `index`."""
        return Rows(self._rows[:index] + self._rows[index + 1 :])

    def restored(self, row: Row) -> tuple["Rows", int]:
        """With a row back in its place, and where that is."""
        index = self.place_of(row.rank)
        return Rows((*self._rows[:index], row, *self._rows[index:])), index

    def replaced(self, index: int, negotiation: Negotiation) -> "Rows":
        """With a newer state of the negotiation at `index`."""
        row = Row(self._rows[index].rank, negotiation)
        return Rows((*self._rows[:index], row, *self._rows[index + 1 :]))

    def updated(self, newer: Mapping[int, Negotiation]) -> "Rows":
        """With newer states of several negotiations, by their places."""
        if not newer:
            return self
        rows = list(self._rows)
        for index, negotiation in newer.items():
            rows[index] = Row(rows[index].rank, negotiation)
        return Rows(tuple(rows))

    def inserted(self, rows: Sequence[Row]) -> "Rows":
        """With rows among them, each where its rank says."""
        return Rows(tuple(sorted((*self._rows, *rows), key=_rank))) if rows else self

    def extended(self, rows: Sequence[Row]) -> "Rows":
        """With rows of higher ranks at the end."""
        return Rows((*self._rows, *rows)) if rows else self
