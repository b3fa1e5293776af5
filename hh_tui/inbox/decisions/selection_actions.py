"""The marked candidates as they are now, and what can be done with all of them."""

from collections import Counter
from collections.abc import Mapping

from hh_tui.api.filters import NO_FILTERS
from hh_tui.api.models import Action, Negotiation
from hh_tui.inbox.decisions.action_menu import DIGITS, ActionChoice, ActionKind, kind_of, menu
from hh_tui.inbox.decisions.selection import ListKey, SelectedRow, Selection
from hh_tui.inbox.snapshot.rows import Row, Rows
from hh_tui.inbox.snapshot.state import Inbox

Chosen = Mapping[str, Row]
"""Candidates to be decided on together, by negotiation."""


def list_key(inbox: Inbox) -> ListKey:
    """Where marks are made now."""
    query = inbox.listing.query
    return (query.vacancy_id, query.path) if query else ("", "")


def selected_row(inbox: Inbox, row: Row) -> SelectedRow:
    """A mark for a row as it was read."""
    return SelectedRow(row, inbox.listing.seen.get(row.id))


def selected_rows(inbox: Inbox) -> Chosen:
    """The marked ones that are not on their way out, as the list shows them where it does."""
    selection = inbox.selection
    if not len(selection) or selection.source != list_key(inbox):
        return {}
    gone = inbox.gone_from(inbox.listing.query)
    rows = inbox.listing.rows
    found: dict[str, Row] = {}
    for key, one in selection.people.items():
        if key not in gone:
            index = rows.index_of(key)
            found[key] = one.row if index is None else rows[index]
    return found


def pruned(inbox: Inbox) -> Selection:
    """The marks without those whom a whole list, read anew, does not hold any more."""
    listing, selection, query = inbox.listing, inbox.selection, inbox.listing.query
    whole = listing.complete and query is not None and query.filters == NO_FILTERS
    if not whole or selection.source != list_key(inbox):
        return selection
    away = {row.id for row in listing.away}
    gone = [key for key in selection.people if key not in away and listing.rows.index_of(key) is None]
    return selection.without(*gone) if gone else selection


class SelectionActions:
    """Who is marked and what all of them can do, worked out again only for what has changed since."""

    def __init__(self) -> None:
        self._seen: tuple[object, ...] = ()
        self._chosen: Chosen = {}
        self._counted: dict[str, tuple[Row, tuple[ActionKind, ...]]] = {}
        self._counts: Counter[ActionKind] = Counter()
        self._offered: tuple[ActionChoice, ...] = ()
        self._of: Chosen | None = None

    def chosen(self, inbox: Inbox) -> Chosen:
        """The same object as long as nothing has changed."""
        seen = (inbox.selection, inbox.pending, inbox.listing.rows, inbox.listing.query)
        if len(seen) != len(self._seen) or any(a is not b for a, b in zip(seen, self._seen, strict=True)):
            self._seen = seen
            found = selected_rows(inbox)
            if found or self._chosen:
                self._chosen = found
            if not found:
                self._forget()
        return self._chosen

    def _forget(self) -> None:
        """Who was marked is not held any longer."""
        self._counted, self._counts, self._of = {}, Counter(), None

    def choices(self, chosen: Chosen) -> tuple[ActionChoice, ...]:
        """Everything that any of them can do, with digits in the order of the first one; what none of
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

    def _ordered(self, chosen: Chosen) -> tuple[ActionChoice, ...]:
        known: dict[ActionKind, ActionChoice] = {}
        for row in chosen.values():
            if (row.facts.offered and not known) or any(one not in known for one in row.facts.kinds):
                for choice in menu(row.negotiation):
                    known.setdefault(kind_of(choice.action), choice)
        found: list[ActionChoice] = []
        digit = 0
        for kind, choice in known.items():
            count = self._counts[kind]
            numbered = not choice.action.hidden and not choice.parent and digit < DIGITS
            digit += numbered
            action = choice.action.model_copy(update={"enabled": count > 0})
            lacking = len(chosen) - count
            found.append(ActionChoice(action, digit if numbered else None, choice.parent, count, lacking))
        return tuple(found)


def offered_to(negotiation: Negotiation, kind: ActionKind) -> Action | None:
    """The same action as this candidate has it."""
    return next((one.action for one in menu(negotiation) if kind_of(one.action) == kind), None)


def able(chosen: Chosen, kind: ActionKind) -> tuple[Chosen, Chosen]:
    """Those who have the action, and those who do not."""
    has = {key for key, row in chosen.items() if kind in row.facts.kinds}
    return (
        {key: row for key, row in chosen.items() if key in has},
        {key: row for key, row in chosen.items() if key not in has},
    )


def loaded(rows: Rows, first: int, last: int) -> tuple[Row, ...]:
    """The rows between two places, both included."""
    low, high = sorted((first, last))
    return tuple(rows[low : high + 1])
