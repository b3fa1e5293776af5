"""Who answered more than once."""

from collections import Counter
from collections.abc import Sequence

from hh_tui.inbox.snapshot.rows import Row, Rows, difference


class Repeats:
    """How often each person stands in a list, kept up with what comes and goes.

    `counted` is how many rows were looked at for it.
    """

    def __init__(self) -> None:
        self.counted = 0
        self._given: Sequence[Row] = ()
        self._rows = Rows()
        self._times: Counter[str] = Counter()

    def times(self, row: Row, rows: Sequence[Row]) -> int:
        """How many of the rows are of this one's person; once where the resume does not tell who it is."""
        if rows is not self._given:
            self._keep_up(rows)
        who = row.person
        return max(1, self._times[who]) if who else 1

    def _keep_up(self, rows: Sequence[Row]) -> None:
        self._given, now = rows, rows if isinstance(rows, Rows) else Rows(tuple(rows))
        gone, come = difference(self._rows, now)
        if len(gone) > len(now):
            self._times, gone, come = Counter(), (), now
        self._rows = now
        self.counted += len(gone) + len(come)
        self._times.subtract(row.person for row in gone)
        self._times.update(row.person for row in come)


def next_of(rows: Sequence[Row], cursor: int) -> int | None:
    """The next row of the person under the cursor, from the top again after the last; None without one."""
    if not 0 <= cursor < len(rows):
        return None
    who = rows[cursor].person
    order = (*range(cursor + 1, len(rows)), *range(cursor))
    return next((at for at in order if who and rows[at].person == who), None)
