"""Candidates marked to be decided on together, wherever the list is scrolled or narrowed down meanwhile."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Final

from msgspec import Struct, field

from hh_tui.inbox.decisions.row_range import RowRange
from hh_tui.inbox.snapshot.listing import Listing
from hh_tui.inbox.snapshot.query import Query
from hh_tui.inbox.snapshot.rows import Row, Rows
from hh_tui.system.structs import replace

ListKey = tuple[str, str]
"""The vacancy and the path of the collection that candidates are marked in."""

People = Mapping[str, Row]
"""Marked candidates as they were seen, by negotiation. While the list shows them it knows them better: a row
there may be newer, or read again since."""

_NOBODY: Final[People] = {}
_NEVER: Final = datetime.min.replace(tzinfo=UTC)


def place_of(query: Query | None) -> ListKey:
    """Where marks are made in the list of `query`, whatever it is narrowed down to."""
    return (query.vacancy_id, query.path) if query else ("", "")


class Selection(Struct, frozen=True):
    """Marks of one list, `source`, by negotiation, in the order they were made.

    While a range is open `anchor` is the candidate it began at, and `before` who was marked outside of it.
    """

    source: ListKey = ("", "")
    people: People = field(default_factory=dict)
    anchor: str = ""
    before: People = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.people)

    def __contains__(self, negotiation_id: str) -> bool:
        return negotiation_id in self.people

    def has_at(self, negotiation_id: str, place: ListKey) -> bool:
        """Whether somebody is marked in that place."""
        return place == self.source and negotiation_id in self.people

    def at(self, place: ListKey) -> "Selection":
        """The marks of that place; those of another one are forgotten."""
        return self if place == self.source else Selection(place)

    def toggled(self, row: Row) -> "Selection":
        """With this candidate marked, or not any more; a range ends."""
        key = row.id
        people = {one: other for one, other in self.people.items() if one != key}
        if len(people) == len(self.people):
            people[key] = row
        return Selection(self.source, people)

    def with_all(self, rows: Iterable[Row]) -> "Selection":
        """With all of these marked."""
        people = dict(self.people)
        people.update((one.id, one) for one in rows)
        return Selection(self.source, people)

    def inverted(self, rows: Iterable[Row]) -> "Selection":
        """With those of these marked who were not, and the others of them not any more; a range ends."""
        shown = {one.id: one for one in rows}
        kept = {key: one for key, one in self.people.items() if key not in shown}
        others = {key: one for key, one in shown.items() if key not in self.people}
        return Selection(self.source, {**kept, **others})

    def without(self, *negotiation_ids: str) -> "Selection":
        """Without those who have left."""
        gone = set(negotiation_ids)
        if gone.isdisjoint(self.people) and gone.isdisjoint(self.before):
            return self
        people = {key: one for key, one in self.people.items() if key not in gone}
        before = {key: one for key, one in self.before.items() if key not in gone}
        return replace(self, people=people, before=before)

    def ranging(self, row: Row) -> "Selection":
        """With a range that begins here."""
        key, before = row.id, dict(self.people)
        return Selection(self.source, {**before, key: row}, key, before)

    def reaching(self, rows: Rows, first: int, last: int) -> "Selection":
        """With the open range over the rows between these places, and over nobody else."""
        low, high = sorted((first, last))
        people = self.people
        if not isinstance(people, RowRange) or not people.is_of(self.before, rows):
            return replace(self, people=RowRange(self.before, rows, low, high))
        moved = people.moved(low, high)
        return self if moved is people else replace(self, people=moved)

    def following(self, left: Listing, now: Listing) -> "Selection":
        """With what the list that is `left` knows of whom the one that is shown `now` need not know."""
        keys = iter(self.people)
        if left.query == now.query:
            keys = (key for key in keys if now.rows.index_of(key) is None)
        return self.remembering(left, keys)

    def remembering(self, listing: Listing, keys: Iterable[str]) -> "Selection":
        """With the marked of these negotiations as the list shows them, and dated as it knows they were read.

        It is asked when they may leave the list, which then tells neither. What was read later stays: a list
        that one comes back to may be older than the marks.
        """
        if not len(self) or self.source != place_of(listing.query):
            return self
        marked = [key for key in keys if key in self.people]
        away = {row.id: row for row in listing.away} if marked else {}
        newer: dict[str, Row] = {}
        for key in marked:
            index, mark = listing.rows.index_of(key), self.people[key]
            listed = away.get(key) if index is None else listing.rows[index]
            if listed is None:
                continue
            at = listing.again.get(key, listed.read_at)
            if (at or _NEVER) >= (mark.read_at or _NEVER) and (listed is not mark or at != mark.read_at):
                newer[key] = listed.dated(at)
        if not newer:
            return self
        before = {key: newer.get(key, row) for key, row in self.before.items()}
        return replace(self, people={**self.people, **newer}, before=before)

    def ended(self) -> "Selection":
        """With the range as it is now."""
        return replace(self, anchor="", before=_NOBODY)
