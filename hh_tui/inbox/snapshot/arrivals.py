"""Who came into a list since it was read: counted at once, put in place only on request."""

from bisect import bisect_left
from collections.abc import Container, Iterable, Sequence
from datetime import datetime
from fractions import Fraction

from msgspec import Struct

from hh_tui.api.models import Negotiation, Page
from hh_tui.inbox.snapshot.rows import Rank, Row
from hh_tui.system.structs import replace


class Arrivals(Struct, frozen=True):
    """Candidates on the list's first page whom the list does not know.

    `order` are the ids of that page as the server had them, `at` is when it was read, in UTC. With `more`
    there are others behind them: only reading the list anew brings all. `counted` says that pages read since
    have counted their places in the server's list.
    """

    newcomers: tuple[Negotiation, ...] = ()
    order: tuple[str, ...] = ()
    at: datetime | None = None
    more: bool = False
    counted: bool = False

    def __len__(self) -> int:
        return len(self.newcomers)

    def without(self, ids: Container[str]) -> "Arrivals":
        """Without those who are known by now."""
        left = tuple(one for one in self.newcomers if one.id not in ids)
        if len(left) == len(self.newcomers):
            return self
        return replace(self, newcomers=left) if left else NOBODY

    def as_counted(self) -> "Arrivals":
        """With their places counted among those read."""
        return self if self.counted or not self else replace(self, counted=True)


NOBODY = Arrivals()


def arrived(
    page: Page[Negotiation],
    known: Container[str],
    gone: Container[str],
    before: Arrivals,
    at: datetime | None,
    *,
    complete: bool,
) -> Arrivals:
    """Who is new on the first page of a list that knows `known` and, if `complete`, all its rows.

    Whoever stands behind the last one known in a list that goes on is not new: they were never read. `gone`
    are those whom decisions under way take out of the list.
    """
    items = {one.id: one for one in page.items}
    order = tuple(items)
    last = max((place for place, one in enumerate(order) if one in known), default=-1)
    end = len(order) if complete or last < 0 else last + 1
    newcomers = tuple(items[one] for one in order[:end] if one not in known and one not in gone)
    if not newcomers:
        return NOBODY
    sunk = any(one.id not in items and one.id not in known for one in before.newcomers)
    more = not page.is_last and (last < 0 or sunk)
    return Arrivals(newcomers, order, at, more, before.counted)


def placed(arrivals: Arrivals, standing: Sequence[Row]) -> list[Row]:
    """The newcomers as rows between those `standing` (in the order of their ranks, held ones included).

    Each goes where the page had it beside those who kept their order; without any of them, to the top.
    """
    ranks = {row.id: row.rank for row in standing}
    anchors = _steady([(place, ranks[one]) for place, one in enumerate(arrivals.order) if one in ranks])
    places = {one: place for place, one in enumerate(arrivals.order)}
    groups: dict[Rank | None, list[Negotiation]] = {}
    for one in arrivals.newcomers:
        if one.id not in ranks:
            groups.setdefault(_behind(places[one.id], anchors), []).append(one)
    all_ranks = [row.rank for row in standing]
    first = anchors[0][1] if anchors else (all_ranks[0] if all_ranks else None)
    rows: list[Row] = []
    for behind, group in groups.items():
        low, high = _gap(all_ranks, behind, first)
        rows += (Row(rank, one) for rank, one in zip(_between(low, high, len(group)), group, strict=True))
    return sorted(rows, key=lambda row: row.rank)


def _steady(places: Iterable[tuple[int, Rank]]) -> list[tuple[int, Rank]]:
    """The longest run of those who stand in the same order here and there: the others have moved."""
    tails: list[Rank] = []
    chains: list[list[tuple[int, Rank]]] = []
    for place, rank in places:
        length = bisect_left(tails, rank)
        chain = [*(chains[length - 1] if length else []), (place, rank)]
        tails[length : length + 1] = [rank]
        chains[length : length + 1] = [chain]
    return chains[-1] if chains else []


def _behind(place: int, anchors: Sequence[tuple[int, Rank]]) -> Rank | None:
    """The rank of the last one before a place; None at the top."""
    return next((rank for anchor, rank in reversed(anchors) if anchor < place), None)


def _gap(ranks: Sequence[Rank], behind: Rank | None, first: Rank | None) -> tuple[Rank | None, Rank | None]:
    """The ranks between which one goes: right after `behind`, or right before `first`."""
    if behind is not None:
        after = bisect_left(ranks, behind) + 1
        return behind, ranks[after] if after < len(ranks) else None
    if first is None:
        return None, None
    at = bisect_left(ranks, first)
    return ranks[at - 1] if at else None, first


def _between(low: Rank | None, high: Rank | None, count: int) -> list[Rank]:
    """So many ranks in ascending order between two, or beyond the only one."""
    if high is None:
        start = 0 if low is None else low + 1
        return [start + number for number in range(count)]
    if low is None:
        return [high - count + number for number in range(count)]
    return [low + Fraction(number + 1, count + 1) * (high - low) for number in range(count)]
