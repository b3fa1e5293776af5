"""Who answered more than once."""

from array import array
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from hh_tui.inbox.snapshot.rows import Row, Rows, difference

SINGLY: Final = 200
"""Rows up to which each is put in its place or taken out by itself: a page is."""


class Repeats:
    """How often each person stands in a list, kept up with what comes and goes.

    `counted` is how many rows were looked at for it. Of each row only the hash of its person is kept, eight
    bytes in an order in which equal ones stand together: most people answer once, and the text of who they
    are would be made for it and kept beside the row.
    """

    def __init__(self) -> None:
        self.counted = 0
        self._given: Sequence[Row] = ()
        self._rows = Rows()
        self._hashes = array("q")

    def times(self, row: Row, rows: Sequence[Row]) -> int:
        """How many of the rows are of this one's person; once where the resume does not tell who it is."""
        if rows is not self._given:
            self._keep_up(rows)
        who = row.person
        times = bisect_right(self._hashes, hash(who)) - bisect_left(self._hashes, hash(who))
        return max(1, times) if who else 1

    def _keep_up(self, rows: Sequence[Row]) -> None:
        self._given, now = rows, rows if isinstance(rows, Rows) else Rows(tuple(rows))
        gone, come = difference(self._rows, now)
        if len(gone) > len(now):
            self._hashes, gone, come = array("q"), (), now
        self._rows = now
        self.counted += len(gone) + len(come)
        went, came = [hash(row.person) for row in gone], [hash(row.person) for row in come]
        if len(went) + len(came) > SINGLY:
            self._hashes = array("q", sorted((*_less(self._hashes, went), *came)))
            return
        for one in went:
            self._hashes.pop(bisect_left(self._hashes, one))
        for one in came:
            insort(self._hashes, one)


def _less(hashes: Iterable[int], gone: list[int]) -> Iterator[int]:
    """Without those that are gone, in one pass through both."""
    gone.sort(reverse=True)
    for one in hashes:
        if gone and gone[-1] == one:
            gone.pop()
        else:
            yield one


def next_of(rows: Sequence[Row], cursor: int) -> int | None:
    """The next row of the person under the cursor, from the top again after the last; None without one."""
    if not 0 <= cursor < len(rows):
        return None
    who = rows[cursor].person
    order = (*range(cursor + 1, len(rows)), *range(cursor))
    return next((at for at in order if who and rows[at].person == who), None)
