"""How many of those chosen have which action, and whose menu names it first."""

from collections import Counter
from collections.abc import Iterable, Mapping

from hh_tui.inbox.decisions.action_menu import ActionKind
from hh_tui.inbox.snapshot.rows import Rank, Row

Order = tuple[int, Rank]
"""Where somebody stands among those chosen: the lowest comes first."""

Menu = tuple[bool, tuple[ActionKind, ...]]
"""What a row tells of its actions: whether any is offered, and the kinds that are enabled."""


class KindCounts:
    """Kept up to date by whoever comes and goes; nobody else is gone through for it, unless somebody goes
    who was the first one with a menu: then the next one with it is looked for.

    Of tens of thousands who are chosen only the rows are kept, and of a menu only its first.
    """

    def __init__(self) -> None:
        self.counts: Counter[ActionKind] = Counter()
        self._rows: Mapping[str, Row] = {}
        self._own: dict[str, Row] = {}
        """The rows once some were added or removed; before that they are those that were given."""
        self._replaced = 0
        """How many of them, at the beginning, stand in the order they were given in."""
        self._firsts: dict[Menu, tuple[Order, Row]] = {}
        self._headless: set[Menu] = set()
        """Menus whose first one has gone."""

    def replace(self, chosen: Mapping[str, Row]) -> None:
        """Exactly these, in their order; what is given is not changed any more. Rows known before are not
        counted again."""
        known, self._rows, self._replaced = self._rows, chosen, len(chosen)
        for key in known.keys() - chosen.keys():
            self._uncount(known[key])
        self._firsts, self._headless = {}, set()
        for place, (key, row) in enumerate(chosen.items()):
            before = known.get(key)
            if before is not row:
                if before is not None:
                    self._uncount(before)
                self.counts.update(row.traits.kinds)
            self._lead(row, (0, place))

    def add(self, rows: Iterable[Row]) -> None:
        """These as well, behind those that were chosen otherwise, by their ranks."""
        own = self._as_own()
        for row in rows:
            self.counts.update(row.traits.kinds)
            own[row.id] = row
            self._lead(row, (1, row.rank))

    def remove(self, rows: Iterable[Row]) -> None:
        """Without these, who were added."""
        own = self._as_own()
        for row in rows:
            gone = own.pop(row.id)
            self._uncount(gone)
            first = self._firsts.get(menu := _menu(gone))
            if first is not None and first[1] is gone:
                del self._firsts[menu]
                self._headless.add(menu)

    def _as_own(self) -> dict[str, Row]:
        """The rows, to be changed. Those given are copied only now: most often nobody comes or goes."""
        if self._rows is not self._own:
            self._rows = self._own = dict(self._rows)
        return self._own

    def firsts(self) -> list[Row]:
        """The first one with each menu, in their order."""
        if self._headless:
            self._find_heads()
        return [row for _, row in sorted(self._firsts.values(), key=_order)]

    def _find_heads(self) -> None:
        for place, row in enumerate(self._rows.values()):
            if _menu(row) in self._headless:
                self._lead(row, (0, place) if place < self._replaced else (1, row.rank))
        self._headless = set()

    def _lead(self, row: Row, order: Order) -> None:
        """The first one of its menu, unless another one is."""
        first = self._firsts.get(menu := _menu(row))
        if first is None or order < first[0]:
            self._firsts[menu] = order, row

    def _uncount(self, row: Row) -> None:
        self.counts.subtract(row.traits.kinds)


def _menu(row: Row) -> Menu:
    return row.traits.offered, row.traits.kinds


def _order(first: tuple[Order, Row]) -> Order:
    return first[0]
