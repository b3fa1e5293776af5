"""How many of those chosen have which action, and whose menu names it first."""

from collections import Counter
from collections.abc import Iterable, Mapping
from heapq import heappop, heappush

from hh_tui.inbox.decisions.action_menu import ActionKind
from hh_tui.inbox.snapshot.rows import Rank, Row

Order = tuple[int, Rank]
"""Where somebody stands among those chosen: the lowest comes first."""

Menu = tuple[bool, tuple[ActionKind, ...]]
"""What a row tells of its actions: whether any is offered, and the kinds that are enabled."""


class KindCounts:
    """Kept up to date by whoever comes and goes; nobody else is gone through for it."""

    def __init__(self) -> None:
        self.counts: Counter[ActionKind] = Counter()
        self._rows: dict[str, Row] = {}
        self._queues: dict[Menu, list[tuple[Order, str]]] = {}
        """Those with one menu, the first on top; whoever has gone leaves when they come to the top."""
        self._queued: set[str] = set()

    def replace(self, chosen: Mapping[str, Row]) -> None:
        """Exactly these, in their order. Rows known before are not looked at again."""
        known, self._queues, self._queued = self._rows, {}, set()
        for key in known.keys() - chosen.keys():
            self._uncount(known[key])
        self._rows = {}
        for place, (key, row) in enumerate(chosen.items()):
            before = known.get(key)
            if before is not row:
                if before is not None:
                    self._uncount(before)
                self.counts.update(row.facts.kinds)
            self._rows[key] = row
            self._queue(row, (0, place))

    def add(self, rows: Iterable[Row]) -> None:
        """These as well, behind those that were chosen otherwise, by their ranks."""
        for row in rows:
            self.counts.update(row.facts.kinds)
            self._rows[row.id] = row
            self._queue(row, (1, row.rank))

    def remove(self, rows: Iterable[Row]) -> None:
        """Without these."""
        for row in rows:
            self._uncount(self._rows.pop(row.id))

    def firsts(self) -> list[Row]:
        """The first one with each menu, in their order."""
        found: list[tuple[Order, str]] = []
        for queue in self._queues.values():
            while queue and queue[0][1] not in self._rows:
                self._queued.discard(heappop(queue)[1])
            if queue:
                found.append(queue[0])
        return [self._rows[key] for _, key in sorted(found)]

    def _queue(self, row: Row, order: Order) -> None:
        if row.id not in self._queued:
            self._queued.add(row.id)
            menu = (row.facts.offered, row.facts.kinds)
            heappush(self._queues.setdefault(menu, []), (order, row.id))

    def _uncount(self, row: Row) -> None:
        self.counts.subtract(row.facts.kinds)
