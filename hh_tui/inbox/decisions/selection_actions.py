"""The marked candidates as they are now, and what can be done with all of them."""

from collections import Counter
from collections.abc import Mapping

from hh_tui.api.filters import NO_FILTERS
from hh_tui.api.models import Action, Negotiation
from hh_tui.inbox.decisions.action_menu import DIGITS, Choice, Kind, kind_of, menu
from hh_tui.inbox.decisions.selection import Mark, Marks, Place
from hh_tui.inbox.snapshot.rows import Row, Rows
from hh_tui.inbox.snapshot.state import Inbox

Chosen = Mapping[str, Row]
"""Candidates to be decided on together, by negotiation."""


def place_of(inbox: Inbox) -> Place:
    """Where marks are made now."""
    query = inbox.listing.query
    return (query.vacancy_id, query.path) if query else ("", "")


def mark_of(inbox: Inbox, row: Row) -> Mark:
    """A mark for a row as it was read."""
    return Mark(row, inbox.listing.seen.get(row.id))


def marked(inbox: Inbox) -> Chosen:
    """The marked ones that are not on their way out, as the list shows them where it does."""
    marks = inbox.marks
    if not len(marks) or marks.place != place_of(inbox):
        return {}
    gone = inbox.gone_from(inbox.listing.query)
    rows = inbox.listing.rows
    found: dict[str, Row] = {}
    for key, mark in marks.people.items():
        if key not in gone:
            index = rows.index_of(key)
            found[key] = mark.row if index is None else rows[index]
    return found


def pruned(inbox: Inbox) -> Marks:
    """The marks without those whom a whole list, read anew, does not hold any more."""
    listing, marks, query = inbox.listing, inbox.marks, inbox.listing.query
    whole = listing.complete and query is not None and query.filters == NO_FILTERS
    if not whole or marks.place != place_of(inbox):
        return marks
    away = {row.id for row in listing.away}
    gone = [key for key in marks.people if key not in away and listing.rows.index_of(key) is None]
    return marks.without(*gone) if gone else marks


class Chorus:
    """Who is marked and what all of them can do, worked out again only for what has changed since."""

    def __init__(self) -> None:
        self._seen: tuple[object, ...] = ()
        self._chosen: Chosen = {}
        self._counted: dict[str, tuple[Row, tuple[Kind, ...]]] = {}
        self._counts: Counter[Kind] = Counter()
        self._offered: tuple[Choice, ...] = ()
        self._of: Chosen | None = None

    def chosen(self, inbox: Inbox) -> Chosen:
        """The same object as long as nothing has changed."""
        seen = (inbox.marks, inbox.pending, inbox.listing.rows, inbox.listing.query)
        if len(seen) != len(self._seen) or any(a is not b for a, b in zip(seen, self._seen, strict=True)):
            self._seen = seen
            found = marked(inbox)
            if found or self._chosen:
                self._chosen = found
            if not found:
                self._forget()
        return self._chosen

    def _forget(self) -> None:
        """Who was marked is not held any longer."""
        self._counted, self._counts, self._of = {}, Counter(), None

    def choices(self, chosen: Chosen) -> tuple[Choice, ...]:
        """Everything that any of them can do, with digits in the order of the first one; what not all of
        them can do is not enabled."""
        if chosen is not self._of:
            self._of = chosen
            self._count(chosen)
            self._offered = self._ordered(chosen)
        return self._offered

    def _count(self, chosen: Chosen) -> None:
        for key in self._counted.keys() - chosen.keys():
            self._counts.subtract(self._counted.pop(key)[1])
        for key, row in chosen.items():
            known = self._counted.get(key)
            if known is not None and known[0] is row:
                continue
            if known is not None:
                self._counts.subtract(known[1])
            kinds = row.facts.kinds
            self._counts.update(kinds)
            self._counted[key] = (row, kinds)

    def _ordered(self, chosen: Chosen) -> tuple[Choice, ...]:
        known: dict[Kind, Choice] = {}
        for row in chosen.values():
            if (row.facts.offered and not known) or any(one not in known for one in row.facts.kinds):
                for choice in menu(row.negotiation):
                    known.setdefault(kind_of(choice.action), choice)
        found: list[Choice] = []
        digit = 0
        for kind, choice in known.items():
            count = self._counts[kind]
            numbered = not choice.action.hidden and not choice.parent and digit < DIGITS
            digit += numbered
            action = choice.action.model_copy(update={"enabled": count == len(chosen)})
            lacking = len(chosen) - count
            found.append(Choice(action, digit if numbered else None, choice.parent, count, lacking))
        return tuple(found)


def offered_to(negotiation: Negotiation, kind: Kind) -> Action | None:
    """The same action as this candidate has it."""
    return next((one.action for one in menu(negotiation) if kind_of(one.action) == kind), None)


def loaded(rows: Rows, first: int, last: int) -> tuple[Row, ...]:
    """The rows between two places, both included."""
    low, high = sorted((first, last))
    return tuple(rows[low : high + 1])
