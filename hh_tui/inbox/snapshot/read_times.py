"""When the rows of a list were read."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from hh_tui.inbox.snapshot.rows import Row, Rows


class ReadTimes(Mapping[str, datetime]):
    """By negotiation id: each row tells when it came, and only of those that were read `again` since is it
    kept beside them. A long list would else be copied into another mapping with every page."""

    __slots__ = ("_again", "_away", "_rows")

    def __init__(self, rows: Rows, away: Sequence[Row], again: Mapping[str, datetime]) -> None:
        """`away` are the rows that are not shown."""
        self._rows, self._away, self._again = rows, away, again

    def __getitem__(self, negotiation_id: str) -> datetime:
        at = self._again.get(negotiation_id)
        if at is None and (row := self._row(negotiation_id)) is not None:
            at = row.read_at
        if at is None:
            raise KeyError(negotiation_id)
        return at

    def _row(self, negotiation_id: str) -> Row | None:
        index = self._rows.index_of(negotiation_id)
        if index is not None:
            return self._rows[index]
        return next((row for row in self._away if row.id == negotiation_id), None)

    def __iter__(self) -> Iterator[str]:
        told = (row.id for row in (*self._rows, *self._away) if row.read_at is not None)
        yield from dict.fromkeys((*told, *self._again))

    def __len__(self) -> int:
        return sum(1 for _ in self)
