"""The rows of a list: immutable, each with a rank that keeps its place."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from fractions import Fraction
from functools import lru_cache
from operator import attrgetter
from typing import Any, Final, overload

from msgspec import Struct

from hh_tui.api.models import Negotiation
from hh_tui.inbox.snapshot.compact import TOGETHER, Bundle, RowPacker
from hh_tui.inbox.snapshot.packed_facts import Traits
from hh_tui.inbox.snapshot.row_facts import RowFacts, person

Rank = int | Fraction
"""A place in an order; between any two there is room for more."""

AT_HAND: Final = 80
"""Negotiations of packed rows that are kept after somebody looked at them."""

FEW: Final = 16
"""Rows up to which each is taken out by itself."""


class Row(Struct, eq=False, gc=False):
    """A negotiation in a list. `rank` is its place in the order the server delivered; rows are told apart
    by identity, so a painted row can be kept as long as the object lives.

    Seen from outside a row never changes. Inside it is either the whole negotiation or, once it is packed,
    where in a `bundle` it is found; the last negotiations made of it for whoever looks are kept for a while.
    There are tens of thousands of rows: nothing refers to one that it holds, so no collector need know them.
    """

    rank: Final[Rank]
    content: Any
    """The negotiation, or where in the bundle its own begins: in one place, for it is asked for so often."""
    read_at: datetime | None = None
    """When somebody in its place was read first, in UTC; a list knows who was read again since."""
    id: str = ""
    bundle: Bundle | None = None
    _facts: RowFacts | None = None

    def __post_init__(self) -> None:
        self.id = self.id or self.content.id

    def __repr__(self) -> str:
        return f"Row({self.rank}, {self.id})"

    @property
    def negotiation(self) -> Negotiation:
        """The candidate as they were read."""
        whole: Negotiation = self.content if self.bundle is None else _whole(self)
        return whole

    @property
    def facts(self) -> RowFacts:
        """What is asked of many rows at once: a packed one is not unpacked for it."""
        if self.bundle is not None:
            return self.bundle.packer.facts.facts(self.bundle.facts, self.content)
        if self._facts is None:
            self._facts = RowFacts.of(self.content)
        return self._facts

    @property
    def traits(self) -> RowFacts | Traits:
        """Those of them that many rows have in common, in a tenth of the time."""
        if self.bundle is None:
            return self.facts
        return self.bundle.packer.facts.traits(self.bundle.facts, self.content)

    @property
    def person(self) -> str:
        """Who it is wherever they answer, by itself: the other facts take ten times as long."""
        if self.bundle is not None:
            return self.bundle.packer.facts.person(self.bundle.facts, self.content)
        return person(self.content) if self._facts is None else self._facts.person

    def holds(self, negotiation: Negotiation) -> bool:
        """Whether it is of exactly this state of a negotiation; a packed row need not be unpacked for it."""
        if self.bundle is not None:
            packer = self.bundle.packer
            return self.id == negotiation.id and packer.is_of(self.bundle, self.content, negotiation)
        return self.negotiation == negotiation

    def same(self, other: "Row") -> bool:
        """Whether the other one is of the same state of a negotiation."""
        one, another = self.bundle, other.bundle
        if one is not None and another is not None and one.packer is another.packer:
            return self.id == other.id and one.told(self.content) == another.told(other.content)
        return self.holds(other.negotiation)

    def renewed(self, negotiation: Negotiation) -> "Row":
        """A row in its place with a newer state of the negotiation, as small as this one."""
        row = Row(self.rank, negotiation, self.read_at)
        if self.bundle is not None:
            pack((row,), self.bundle.packer)
        return row

    def dated(self, at: datetime | None) -> "Row":
        """The same state of the negotiation, read at that moment."""
        if at == self.read_at:
            return self
        return Row(self.rank, self.content, at, self.id, self.bundle, self._facts)

    def placed(self, rank: Rank) -> "Row":
        """The same in another place."""
        return Row(rank, self.content, self.read_at, self.id, self.bundle, self._facts)

    def unpacked(self) -> Negotiation:
        """The negotiation made from what it was packed into."""
        if self.bundle is None:
            return self.negotiation
        return self.bundle.packer.unpacked(self.bundle, self.content, self.id)


def pack(rows: Sequence[Row], packer: RowPacker) -> None:
    """Keep rows small from now on that stand together far from the person."""
    for begin in range(0, len(rows), TOGETHER):
        some = rows[begin : begin + TOGETHER]
        bundle, begins = packer.packed([(row.negotiation, row.facts) for row in some])
        for row, at in zip(some, begins, strict=True):
            row.content, row.bundle, row._facts = at, bundle, None


@lru_cache(maxsize=AT_HAND)
def _whole(row: Row) -> Negotiation:
    return row.unpacked()


_rank = attrgetter("rank")


class Rows(Sequence[Row]):
    """Rows in the order of their ranks. Every change gives new Rows; untouched rows stay the same objects."""

    __slots__ = ("_ranks", "_rows")

    def __init__(self, rows: Sequence[Row] = (), ranks: dict[str, Rank] | None = None) -> None:
        """`ranks` are those that rows of these ids have, if they are here at all."""
        self._rows = rows if isinstance(rows, tuple) else tuple(rows)
        self._ranks = ranks

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
        """Where a negotiation stands. The ranks are gathered once for a list and all that is made of it."""
        if self._ranks is None:
            self._ranks = {row.id: row.rank for row in self._rows}
        rank = self._ranks.get(negotiation_id)
        if rank is None:
            return None
        index = self.place_of(rank)
        return index if index < len(self) and self._rows[index].id == negotiation_id else None

    def place_of(self, rank: Rank) -> int:
        """Where the first row of that rank or a higher one stands."""
        return bisect_left(self._rows, rank, key=_rank)

    def without(self, index: int) -> "Rows":
        """All rows but the one at `index`."""
        return Rows(self._rows[:index] + self._rows[index + 1 :], self._ranks)

    def only(self, rows: Sequence[Row]) -> "Rows":
        """Some of them, in their order."""
        return self if len(rows) == len(self) else Rows(rows, self._ranks)

    def less(self, rows: Sequence[Row]) -> "Rows":
        """Without those of the rows that are here."""
        if len(rows) > FEW:
            gone = set(rows)
            return self.only([row for row in self._rows if row not in gone])
        left = self
        for row in rows:
            index = left.place_of(row.rank)
            if index < len(left) and left[index] is row:
                left = left.without(index)
        return left

    def restored(self, row: Row) -> tuple["Rows", int]:
        """With a row back in its place, and where that is."""
        index = self.place_of(row.rank)
        return Rows((*self._rows[:index], row, *self._rows[index:]), self._with_ranks((row,))), index

    def replaced(self, index: int, negotiation: Negotiation) -> "Rows":
        """With a newer state of the negotiation at `index`."""
        row = self._rows[index].renewed(negotiation)
        return Rows((*self._rows[:index], row, *self._rows[index + 1 :]), self._ranks)

    def updated(self, newer: Mapping[int, Negotiation]) -> "Rows":
        """With newer states of several negotiations, by their places."""
        if not newer:
            return self
        rows = list(self._rows)
        for index, negotiation in newer.items():
            rows[index] = rows[index].renewed(negotiation)
        return Rows(rows, self._ranks)

    def inserted(self, rows: Sequence[Row]) -> "Rows":
        """With rows among them, each where its rank says."""
        if len(rows) == 1:
            return self.restored(rows[0])[0]
        return Rows(sorted((*self._rows, *rows), key=_rank), self._with_ranks(rows)) if rows else self

    def extended(self, rows: Sequence[Row]) -> "Rows":
        """With rows of higher ranks at the end."""
        return Rows((*self._rows, *rows), self._with_ranks(rows)) if rows else self

    def _with_ranks(self, rows: Iterable[Row]) -> dict[str, Rank] | None:
        """The ranks with those of other rows: shared, unless one of them is known by another rank."""
        if self._ranks is not None:
            for row in rows:
                if self._ranks.setdefault(row.id, row.rank) != row.rank:
                    return None
        return self._ranks


def beside(rows: Sequence[Row], others: Iterable[Row]) -> tuple[Row, ...]:
    """The rows, each before the one of the `others` whose place it has: two in one could not be found."""
    ranks = sorted({row.rank for row in others})
    found: list[Row] = []
    for row in rows:
        index = bisect_left(ranks, row.rank)
        if index < len(ranks) and ranks[index] == row.rank:
            before = ranks[index - 1] if index else row.rank - 1
            row = row.placed(Fraction(before + row.rank) / 2)
        insort(ranks, row.rank)
        found.append(row)
    return tuple(found)


def difference(before: Rows, after: Rows) -> tuple[Sequence[Row], Sequence[Row]]:
    """The rows that went, and those that came, both in their order.

    Only the rows that are not the same is gone through; the rest is compared as fast as memory is copied.
    """
    old, new = tuple(before), tuple(after)
    head = _shared(old, new)
    tail = _shared(old[head:][::-1], new[head:][::-1])
    old, new = old[head : len(old) - tail], new[head : len(new) - tail]
    now = set(new)
    gone = [row for row in old if row not in now]
    if len(old) - len(gone) == len(new):  # as of a list that was narrowed down: nobody came
        return gone, []
    known = set(old)
    return gone, [row for row in new if row not in known]


def _shared(one: tuple[Row, ...], other: tuple[Row, ...]) -> int:
    """How many rows at the beginning are the same."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
