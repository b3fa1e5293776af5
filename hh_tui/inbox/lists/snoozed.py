"""The snoozed candidates, and the rows of a list without them."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from msgspec import Struct, field
from msgspec.structs import force_setattr

from hh_tui.api.models import Negotiation
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.lists.snoozed_item import ReturnReason, SnoozedItem, SnoozeKind, from_text
from hh_tui.inbox.snapshot.rows import Rows
from hh_tui.system.structs import replace


class SnoozedItems(Struct, frozen=True):
    """Who was snoozed, by negotiation, those who are back with a sign included.

    `hidden` are those who are not back, `next_at` is when the next one of them is. `recalled` says that it
    holds what was kept of earlier runs.
    """

    people: Mapping[str, SnoozedItem] = field(default_factory=dict)
    recalled: bool = False
    hidden: frozenset[str] = frozenset()
    next_at: datetime | None = None

    def __post_init__(self) -> None:
        away = [one for one in self.people.values() if one.returned is None]
        force_setattr(self, "hidden", frozenset(one.id for one in away))
        force_setattr(self, "next_at", min((one.until for one in away if one.until), default=None))

    @classmethod
    def of(cls, texts: Mapping[SnoozeKind, Mapping[str, str]]) -> "SnoozedItems":
        """From what was kept, by kind and negotiation."""
        found = (from_text(kind, text) for kind, kept in texts.items() for text in kept.values())
        return cls({one.id: one for one in found if one is not None}, recalled=True)

    def of_kind(self, kind: SnoozeKind) -> tuple[SnoozedItem, ...]:
        """Those who are snoozed for this and not back: the next to come back first, else as they came."""
        found = [one for one in self.people.values() if one.kind is kind and one.returned is None]
        return tuple(sorted(found, key=lambda one: (one.until or one.at, one.id)))

    def with_all(self, asides: Iterable[SnoozedItem]) -> "SnoozedItems":
        """With these put aside; what was true of them before is not any more."""
        return replace(self, people={**self.people, **{one.id: one for one in asides}})

    def without(self, *negotiation_ids: str) -> "SnoozedItems":
        """Without these."""
        if not self.people.keys() & set(negotiation_ids):
            return self
        gone = set(negotiation_ids)
        return replace(self, people={key: one for key, one in self.people.items() if key not in gone})

    def after_read(self, negotiations: Iterable[Negotiation], at: datetime) -> "SnoozedItems":
        """After these were read `at` a moment: whoever wrote is back."""
        found = [self.people[one.id].after_read(one, at) for one in negotiations if one.id in self.people]
        return self.with_all(found) if found else self

    def woken(self, now: datetime) -> "SnoozedItems":
        """With those back whose moment has come."""
        if self.next_at is None or now < self.next_at:
            return self
        due = [
            replace(one, returned=one.due)
            for one in self.people.values()
            if one.returned is None and one.until is not None and one.until <= now
        ]
        return self.with_all(due)

    def returned_since(self, before: "SnoozedItems") -> dict[ReturnReason, list[Negotiation]]:
        """Who is back and was not `before`, by why they are."""
        found: dict[ReturnReason, list[Negotiation]] = {}
        for one in self.people.values():
            if one.returned is not None and one.id in before.hidden:
                found.setdefault(one.returned, []).append(one.negotiation)
        return found

    def opened(self, negotiation_id: str) -> "SnoozedItems":
        """They were opened: whoever is back needs no sign any more, the others have no unread messages."""
        one = self.people.get(negotiation_id)
        if one is None:
            return self
        if one.returned is not None:
            return self.without(negotiation_id)
        return self.with_all([replace(one, unread=0)])

    def settled(self, operation: Operation) -> "SnoozedItems":
        """Something of ours was carried out: a step elsewhere is a decision, a letter one more message."""
        one = self.people.get(operation.negotiation.id)
        if one is None:
            return self
        if one.returned is not None or operation.leaves(operation.source):
            return self.without(one.id)
        return self.with_all([replace(one, messages=None)])


class VisibleRows:
    """The rows of a list without the snoozed candidates, computed once for each list and set of them."""

    def __init__(self) -> None:
        self.filtered = 0
        self._seen: tuple[Rows, frozenset[str]] | None = None
        self._shown = Rows()

    def __eq__(self, other: object) -> bool:
        """What is remembered says nothing of a snapshot: one is as good as another."""
        return isinstance(other, VisibleRows)

    def __hash__(self) -> int:
        return hash(VisibleRows)

    def of(self, rows: Rows, hidden: frozenset[str]) -> Rows:
        """The very same rows where nobody of them is hidden."""
        if not hidden:
            return rows
        if self._seen is None or self._seen[0] is not rows or self._seen[1] is not hidden:
            self.filtered += 1
            left = tuple(row for row in rows if row.id not in hidden)
            self._shown = rows if len(left) == len(rows) else Rows(left)
            self._seen = (rows, hidden)
        return self._shown
