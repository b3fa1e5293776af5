"""When somebody was read last, held against a plain record of every reading."""

import copy
import pickle
from datetime import datetime, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hh_tui.api.filters import Filters
from hh_tui.api.models import Negotiation, Page
from hh_tui.inbox.decisions import optimistic
from hh_tui.inbox.decisions.bulk_decision import operations_for_all
from hh_tui.inbox.decisions.selection import Selection
from hh_tui.inbox.decisions.selection_actions import list_key, selected_rows
from hh_tui.inbox.snapshot import listing
from hh_tui.inbox.snapshot.freshness import with_arrivals, with_first_page
from hh_tui.inbox.snapshot.list_reads import list_read, negotiation_read, page_read
from hh_tui.inbox.snapshot.previous_list import PreviousList
from hh_tui.inbox.snapshot.query import Query
from hh_tui.inbox.snapshot.state import Inbox
from hh_tui.system.structs import replace
from tests.factory import DECIDED, HERE, VACANCY, action, board, decision, negotiation

Reading = tuple[str, datetime]
"""The employer state somebody was read in, and when."""

IDS = [f"c{number}" for number in range(10)]
NARROWED = HERE.narrowed(Filters(age_from=20))


class _Played:
    """A list as it is read and left, and what a dictionary of the last readings says of it."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.at = DECIDED
        self.versions = dict.fromkeys(IDS, 0)
        self.inbox = Inbox(vacancy_id=VACANCY, board=board(fresh=200, later=3)).in_collection(HERE)
        self.readings: dict[str, Reading] = {}
        self.marks: dict[str, Reading] = {}
        self.wide: tuple[PreviousList, dict[str, Reading]] | None = None

    def plays(self) -> None:
        """A minute passes, somebody may be moved by a colleague, and something happens in the list."""
        self.at += timedelta(minutes=1)
        if self.random.random() < 0.3:
            self.versions[self.random.choice(IDS)] += 1
        steps = (self.page, self.refresh, self.poll, self.person, self.mark, self.decide, self.narrow)
        self.random.choice(steps)()
        for key in self.marks.keys() & self.listed():
            self.marks[key] = max(self.readings[key], self.marks[key], key=lambda one: one[1])

    def person_now(self, key: str) -> Negotiation:
        state = {"id": f"s{self.versions[key]}", "name": "State"}
        return negotiation(key, employer_state=state, actions=[_payload("gone", key)])

    def reading(self, key: str) -> Reading:
        return f"s{self.versions[key]}", self.at

    def read_page(self, number: int) -> Page[Negotiation]:
        ids = self.random.sample(IDS, self.random.randrange(1, 6))
        people = tuple(map(self.person_now, ids))
        return Page[Negotiation](items=people, found=200, page=number, pages=40, per_page=5)

    def listed(self) -> set[str]:
        return {row.id for row in (*self.inbox.listing.rows, *self.inbox.listing.away)}

    @property
    def query(self) -> Query:
        query = self.inbox.listing.query
        assert query is not None
        return query

    def page(self) -> None:
        read = self.read_page(self.random.randrange(3))
        self.inbox = page_read(self.inbox, self.query, read, self.inbox.epoch, self.at)
        self.readings.update((one.id, self.reading(one.id)) for one in read.items)

    def refresh(self) -> None:
        pages = tuple(self.read_page(number) for number in range(self.random.randrange(1, 3)))
        held = {row.id: self.readings[row.id] for row in self.inbox.listing.away}
        self.inbox = list_read(self.inbox, self.query, pages, self.inbox.epoch, self.at)
        self.readings = {**held, **{one.id: self.reading(one.id) for page in pages for one in page.items}}

    def poll(self) -> None:
        read, away = self.read_page(0), {row.id for row in self.inbox.listing.away}
        if self.inbox.listing.furthest < 0:
            return
        self.inbox = with_arrivals(with_first_page(self.inbox, self.inbox, self.query, read, self.at))
        self.readings.update((one.id, self.reading(one.id)) for one in read.items if one.id not in away)

    def person(self) -> None:
        key = self.random.choice(IDS)
        if self.inbox.listing.rows.index_of(key) is not None:
            self.readings[key] = self.reading(key)
        self.inbox = negotiation_read(self.inbox, self.person_now(key), self.at)

    def mark(self) -> None:
        rows = [row for row in self.inbox.rows if self.random.random() < 0.5]
        marks: Selection = self.inbox.selection.at(list_key(self.inbox))
        self.inbox = replace(self.inbox, selection=marks.with_all(rows))
        self.marks.update((row.id, self.readings[row.id]) for row in rows)

    def decide(self) -> None:
        """Of those on their way out one is back or gone for good; or somebody is on their way out."""
        if self.inbox.pending and self.random.random() < 0.7:
            operation = self.random.choice(list(self.inbox.pending.values()))
            if self.random.random() < 0.5:
                self.inbox = optimistic.reverted(self.inbox, operation)
                return
            self.inbox = optimistic.settled(self.inbox, operation)
            self.marks.pop(operation.negotiation.id, None)
        elif len(self.inbox.rows):
            one = self.random.choice(self.inbox.rows).negotiation
            self.inbox = optimistic.applied(self.inbox, decision(one, "gone"))

    def narrow(self) -> None:
        """Into fewer of them, or back."""
        if self.wide is None:
            kept = PreviousList.of(self.inbox)
            assert kept is not None
            self.wide = kept, self.readings
            self.inbox, self.readings = self.inbox.in_collection(NARROWED), {}
        else:
            (kept, self.readings), self.wide = self.wide, None
            self.inbox = kept.restored(self.inbox) or self.inbox


def _payload(name: str, key: str) -> object:
    one = action(name, key)
    return {"id": one.id, "name": one.name, "method": one.method, "url": one.url}


@given(st.integers(0, 2**32))
def test_each_reading_is_the_last_of_what_one_has(seed: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(listing, "WHOLE", 3)
        played = _Played(Random(seed))
        for _ in range(40):
            played.plays()
            inbox = played.inbox
            for row in (*inbox.listing.rows, *inbox.listing.away):
                assert (_state(row.negotiation), inbox.listing.seen[row.id]) == played.readings[row.id]
            chosen, listed = selected_rows(inbox), played.listed()
            assert chosen.keys() == played.marks.keys() - inbox.gone_from(played.query)
            for one in operations_for_all(inbox, chosen, action("gone", ""), (), played.at, ""):
                key = one.negotiation.id
                expected = (played.readings if key in listed else played.marks)[key]
                assert (_state(one.negotiation), one.seen_at) == expected


def _state(one: Negotiation) -> str:
    assert one.employer_state is not None
    return one.employer_state.id


def test_a_row_is_copied_whole_or_packed() -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(listing, "WHOLE", 1)
        rows = listing.Listing(query=HERE).with_page(_Played(Random(5)).read_page(0), frozenset()).rows
    assert [row.bundle is None for row in rows][:2] == [True, False]
    for row in rows:
        for other in (copy.copy(row), copy.deepcopy(row), pickle.loads(pickle.dumps(row))):  # noqa: S301
            assert (other.id, other.negotiation) == (row.id, row.negotiation)
