"""The marked candidates as they are now, and what can be done with all of them."""

from collections.abc import Container, Mapping, Sequence

from hh_tui.api.filters import NO_FILTERS
from hh_tui.api.models import Action, Negotiation
from hh_tui.inbox.decisions.action_menu import DIGITS, ActionChoice, ActionKind, buttons, kind_of, menu
from hh_tui.inbox.decisions.kind_counts import KindCounts
from hh_tui.inbox.decisions.row_range import RowRange
from hh_tui.inbox.decisions.selection import ListKey, People, Selection, place_of
from hh_tui.inbox.snapshot.rows import Row, Rows
from hh_tui.inbox.snapshot.state import Inbox
from hh_tui.system.structs import replace

Chosen = Mapping[str, Row]
"""Candidates to be decided on together, by negotiation."""


def list_key(inbox: Inbox) -> ListKey:
    """Where marks are made now."""
    return place_of(inbox.listing.query)


def selected_rows(inbox: Inbox) -> Chosen:
    """The marked ones that are not on their way out, as the list shows them where it does."""
    selection = inbox.selection
    if not len(selection) or selection.source != list_key(inbox):
        return {}
    people, gone, rows = selection.people, inbox.gone_from(inbox.listing.query), inbox.listing.rows
    if isinstance(people, RowRange) and people.rows is inbox.rows:
        before = _as_listed(people.before, gone, rows)
        return people if before is people.before else RowRange(before, people.rows, people.low, people.high)
    return _as_listed(people, gone, rows)


def _as_listed(people: People, gone: Container[str], rows: Rows) -> Chosen:
    """The same object where each of them is listed as they were seen: most often all of tens of thousands."""
    now = ((row, _listed(row, gone, rows)) for row in people.values())
    if all(row is listed for row, listed in now):
        return people
    found = (_listed(row, gone, rows) for row in people.values())
    return {row.id: row for row in found if row is not None}


def _listed(row: Row, gone: Container[str], rows: Rows) -> Row | None:
    """The row as it stands in the list by now, or as it was where it does not; None on its way out."""
    if row.id in gone:
        return None
    index = rows.index_of(row.id)
    return row if index is None else rows[index]


def with_range(inbox: Inbox) -> Inbox:
    """An open range follows the cursor; it ends where it can be in sight no more."""
    selection, rows = inbox.selection, inbox.rows
    if not selection.anchor or selection.source != list_key(inbox):
        return inbox
    began = rows.index_of(selection.anchor)
    if began is None or not len(rows):
        return replace(inbox, selection=selection.ended())
    followed = selection.reaching(rows, began, inbox.cursor)
    return inbox if followed is selection else replace(inbox, selection=followed)


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
        self._people: People = {}
        self._chosen: Chosen = {}
        self._counts = KindCounts()
        self._offered: tuple[ActionChoice, ...] = ()
        self._of: Chosen | None = None

    def chosen(self, inbox: Inbox) -> Chosen:
        """The same object as long as nothing has changed."""
        seen = (inbox.selection, inbox.pending, inbox.listing.rows, inbox.listing.query)
        if not _are_same(seen, self._seen):
            same_list = _are_same(seen[1:], self._seen[1:])
            self._seen, before, self._people = seen, self._people, inbox.selection.people
            found = (_reached(self._chosen, before, self._people) if same_list else None) or selected_rows(
                inbox
            )
            if found or self._chosen:
                self._chosen = found
            if not found:
                self._forget()
        return self._chosen

    def _forget(self) -> None:
        """Who was marked is not held any longer."""
        self._counts, self._of = KindCounts(), None

    def choices(self, chosen: Chosen) -> tuple[ActionChoice, ...]:
        """Everything that any of them can do, with digits in the order of the first one; what none of
        them can do is not enabled."""
        if chosen is not self._of:
            self._count(chosen)
            self._of = chosen
            self._offered = self._ordered(chosen)
        return self._offered

    def _count(self, chosen: Chosen) -> None:
        counted = self._of
        if isinstance(chosen, RowRange) and isinstance(counted, RowRange) and chosen.is_beside(counted):
            came, went = chosen.since(counted)
            self._counts.remove(row for row in went if row.id not in chosen.before)
            self._counts.add(row for row in came if row.id not in chosen.before)
        elif isinstance(chosen, RowRange):
            self._counts.replace(chosen.before)
            rows = chosen.rows[chosen.low : chosen.high + 1]
            self._counts.add(row for row in rows if row.id not in chosen.before)
        else:
            self._counts.replace(chosen)

    def _ordered(self, chosen: Chosen) -> tuple[ActionChoice, ...]:
        known: dict[ActionKind, ActionChoice] = {}
        for row in self._counts.firsts():
            if (row.traits.offered and not known) or any(one not in known for one in row.traits.kinds):
                for choice in menu(row.negotiation):
                    known.setdefault(kind_of(choice.action), choice)
        found: list[ActionChoice] = []
        digit = 0
        for kind, choice in known.items():
            count = self._counts.counts[kind]
            numbered = not choice.action.hidden and not choice.parent and digit < DIGITS
            digit += numbered
            action = replace(choice.action, enabled=count > 0)
            lacking = len(chosen) - count
            found.append(ActionChoice(action, digit if numbered else None, choice.parent, count, lacking))
        return tuple(found)


def digits_now(inbox: Inbox, selection_actions: SelectionActions) -> tuple[str, tuple[ActionKind, ...]]:
    """About whom a digit decides, empty where that is everybody chosen, and what each digit does in turn."""
    if chosen := selection_actions.chosen(inbox):
        numbered = tuple(one for one in selection_actions.choices(chosen) if one.digit)
    else:
        numbered = buttons(inbox.selected.negotiation) if inbox.selected else ()
    who = inbox.selected.id if inbox.selected and not chosen else ""
    return who, tuple(kind_of(one.action) for one in numbered)


def _are_same(one: Sequence[object], other: Sequence[object]) -> bool:
    return len(one) == len(other) and all(a is b for a, b in zip(one, other, strict=True))


def _reached(chosen: Chosen, before: People, people: People) -> Chosen | None:
    """Those chosen where only an end of an open range has moved; None where more is another one."""
    if (
        not isinstance(chosen, RowRange)
        or not isinstance(before, RowRange)
        or not isinstance(people, RowRange)
    ):
        return None
    return chosen.moved(people.low, people.high) if people.is_beside(before) else None


def offered_to(negotiation: Negotiation, kind: ActionKind) -> Action | None:
    """The same action as this candidate has it."""
    return next((one.action for one in menu(negotiation) if kind_of(one.action) == kind), None)


def able(chosen: Chosen, kind: ActionKind) -> tuple[Chosen, Chosen]:
    """Those who have the action, and those who do not."""
    has = {key for key, row in chosen.items() if kind in row.traits.kinds}
    return (
        {key: row for key, row in chosen.items() if key in has},
        {key: row for key, row in chosen.items() if key not in has},
    )
