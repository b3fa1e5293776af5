"""An open range of rows, as a mapping by negotiation: moving one of its ends goes through no other row."""

from collections.abc import Iterator, Mapping, Sequence

from hh_tui.inbox.snapshot.rows import Row, Rows


class RowRange(Mapping[str, Row]):
    """What was there `before`, and beside it or in its place the rows from `low` to `high`, both included.

    `overlap` is how many of the rows were there before. Nothing of it changes.
    """

    __slots__ = ("_overlap", "before", "high", "low", "rows")

    def __init__(
        self,
        before: Mapping[str, Row],
        rows: Rows,
        low: int,
        high: int,
        overlap: int | None = None,
    ) -> None:
        self.before = before
        self.rows = rows
        self.low, self.high = low, high
        if overlap is None:
            overlap = sum(self._has_row(key) for key in before)
        self._overlap = overlap

    def _has_row(self, negotiation_id: str) -> bool:
        index = self.rows.index_of(negotiation_id)
        return index is not None and self.low <= index <= self.high

    def __getitem__(self, negotiation_id: str) -> Row:
        index = self.rows.index_of(negotiation_id)
        if index is not None and self.low <= index <= self.high:
            return self.rows[index]
        return self.before[negotiation_id]

    def __contains__(self, negotiation_id: object) -> bool:
        return isinstance(negotiation_id, str) and (
            self._has_row(negotiation_id) or negotiation_id in self.before
        )

    def __iter__(self) -> Iterator[str]:
        yield from self.before
        for row in self.rows[self.low : self.high + 1]:
            if row.id not in self.before:
                yield row.id

    def __len__(self) -> int:
        return len(self.before) + self.high - self.low + 1 - self._overlap

    def __eq__(self, other: object) -> bool:
        if isinstance(other, RowRange) and self.is_beside(other):
            return (self.low, self.high) == (other.low, other.high)
        return super().__eq__(other)

    __hash__ = None  # type: ignore[assignment]

    def is_of(self, before: Mapping[str, Row], rows: Rows) -> bool:
        """Whether a range made of these differs from it in its ends alone."""
        return self.before is before and self.rows is rows

    def is_beside(self, other: "RowRange") -> bool:
        """Whether it differs from the other one in its ends alone."""
        return self.before is other.before and self.rows is other.rows

    def moved(self, low: int, high: int) -> "RowRange":
        """With other ends."""
        if (low, high) == (self.low, self.high):
            return self
        moved = RowRange(self.before, self.rows, low, high, 0)
        came, went = moved.since(self)
        moved._overlap = self._overlap + sum(row.id in self.before for row in came)
        moved._overlap -= sum(row.id in self.before for row in went)
        return moved

    def since(self, other: "RowRange") -> tuple[Sequence[Row], Sequence[Row]]:
        """The rows that are here and not in a range beside this one, and those that are there alone."""
        return _beyond(self, other), _beyond(other, self)


def _beyond(one: RowRange, other: RowRange) -> Sequence[Row]:
    """The rows of the one range that lie below or above the other."""
    below = one.rows[one.low : min(other.low, one.high + 1)]
    above = one.rows[max(other.high + 1, one.low) : one.high + 1]
    return [*below, *above]
