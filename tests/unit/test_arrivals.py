"""Newcomers: counted, never in the way, put in their places on request."""

from hypothesis import given
from hypothesis import strategies as st

from hh_tui.api.models import Negotiation, Page
from hh_tui.inbox.decisions import optimistic
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.snapshot.freshness import with_arrivals, with_first_page
from hh_tui.inbox.snapshot.state import Inbox
from hh_tui.inbox.snapshot.thread import Thread
from hh_tui.system.structs import replace
from tests.factory import DECIDED, HERE, decision, inbox, negotiation, page

PER_PAGE = 5


def _ids(state: Inbox) -> list[str]:
    return [row.id for row in state.listing.rows]


def _served(server: list[str], number: int = 0) -> Page[Negotiation]:
    part = server[number * PER_PAGE : (number + 1) * PER_PAGE]
    return page(part, number, found=len(server), per_page=PER_PAGE)


def _polled(state: Inbox, server: list[str], asked: Inbox | None = None) -> Inbox:
    return with_first_page(state, asked or state, HERE, _served(server), DECIDED)


def _begun(server: list[str], pages: int = 1) -> Inbox:
    state = Inbox(vacancy_id="77").in_collection(HERE)
    for number in range(pages):
        state = state.with_page(HERE, _served(server, number), at=DECIDED)
    return state


def _selected(state: Inbox) -> str | None:
    return state.selected.id if state.selected else None


class Play:
    """A list here, the same list on the server, and everything that can happen to both."""

    def __init__(self, data: st.DataObject) -> None:
        self.data = data
        self.server = [f"c{number}" for number in range(data.draw(st.integers(0, 12)))]
        self.state = _begun(self.server)
        self.new = 0
        self.decided: list[Operation] = []

    def _place(self, end: int) -> int:
        return self.data.draw(st.integers(0, max(0, end)))

    def arrive(self) -> None:
        self.new += 1
        self.server.insert(self._place(len(self.server)), f"n{self.new}")

    def leave(self) -> None:
        if self.server:
            self.server.pop(self._place(len(self.server) - 1))

    def move(self) -> None:
        if self.server:
            self.server.insert(0, self.server.pop(self._place(len(self.server) - 1)))

    def poll(self) -> None:
        before = self.state
        self.state = _polled(self.state, self.server)
        assert not len(before.listing.rows) or _ids(self.state) == _ids(before), "a poll moves no row"

    def merge(self) -> None:
        self.state = with_arrivals(self.state)

    def read_on(self) -> None:
        if not self.state.listing.complete:
            page = _served(self.server, self.state.listing.next_page)
            self.state = self.state.with_page(HERE, page, at=DECIDED)

    def decide(self) -> str | None:
        if self.state.selected is None:
            return None
        operation = decision(self.state.selected.negotiation)
        follows = self.state.listing.rows[self.state.listing.cursor + 1 :][:1]
        self.decided.append(operation)
        self.state = optimistic.applied(self.state, operation)
        return follows[0].id if follows else _selected(self.state)

    def undo(self) -> str | None:
        if not self.decided:
            return _selected(self.state)
        operation = self.decided.pop()
        self.state = optimistic.reverted(self.state, operation)
        return operation.negotiation.id

    def settle(self) -> None:
        if self.decided:
            operation = self.decided.pop(0)
            self.state = optimistic.settled(self.state, operation)
            self.server = [one for one in self.server if one != operation.negotiation.id]

    def check(self) -> None:
        ranks = [row.rank for row in self.state.listing.rows]
        assert len(_ids(self.state)) == len(set(_ids(self.state))), "nobody stands twice"
        assert ranks == sorted(set(ranks))
        standing = {*_ids(self.state), *(row.id for row in self.state.listing.away)}
        coming = {one.id for one in self.state.listing.arrivals.newcomers}
        assert not coming & standing, "who is known is not new"
        assert not coming & self.state.gone_from(HERE), "nor who was decided on"


STEPS = st.lists(
    st.sampled_from(["arrive", "leave", "move", "poll", "merge", "decide", "undo", "read_on", "settle"])
)


@given(st.data())
def test_the_cursor_keeps_its_candidate_and_nobody_stands_twice(data: st.DataObject) -> None:
    """Polls, merges, decisions, undo, pages read on, and what others do on the server, in any order."""
    play = Play(data)
    for step in data.draw(STEPS):
        before = _selected(play.state)
        expected = getattr(play, step)()
        if step in {"decide", "undo"}:
            assert _selected(play.state) == expected
        elif before is not None:
            assert _selected(play.state) == before, step
        play.check()


@given(st.data())
def test_with_others_reading_on_skips_nobody_who_stays(data: st.DataObject) -> None:
    """New ones come in on top and are merged now and then; in the end everybody is there."""
    server = [f"c{number}" for number in range(data.draw(st.integers(1, 40)))]
    state, new = _begun(server), 0
    for _ in range(120):
        if state.listing.complete:
            break
        step = data.draw(st.sampled_from(["arrive", "poll", "merge", "on"]))
        if step == "arrive" and new < 30 and len(state.listing.arrivals) < PER_PAGE - 1:
            new += 1
            server.insert(0, f"n{new}")
            state = _polled(state, server)
        elif step == "merge":
            state = with_arrivals(state)
        else:
            state = state.with_page(HERE, _served(server, state.listing.next_page), at=DECIDED)
    state = with_arrivals(_polled(state, server))
    assert not state.listing.complete or set(server) == set(_ids(state))


@given(st.integers(1, 30), st.integers(1, 4), st.integers(0, 29))
def test_new_ones_on_top_come_in_on_top(count: int, new: int, cursor: int) -> None:
    server = [f"c{number}" for number in range(count)]
    state = _begun(server, pages=-(-count // PER_PAGE)).moved_to(cursor)
    server = [f"n{number}" for number in range(new)] + server
    merged = with_arrivals(_polled(state, server))
    assert _ids(merged) == server
    assert _selected(merged) == _selected(state)
    assert merged.listing.found == len(server)


def test_decisions_after_a_merge_are_taken_back_as_ever() -> None:
    state = with_arrivals(_polled(_begun(["a", "b", "c"]), ["x", "a", "y", "b", "c"]))
    assert _ids(state) == ["x", "a", "y", "b", "c"]
    for place in range(5):
        here = state.moved_to(place)
        assert here.selected is not None
        operation = decision(here.selected.negotiation)
        assert optimistic.reverted(optimistic.applied(here, operation), operation) == here


def test_a_decision_before_a_merge_is_taken_back_to_its_place() -> None:
    state = _begun(["a", "b", "c"]).moved_to(1)
    assert state.selected is not None
    operation = decision(state.selected.negotiation)
    state = with_arrivals(_polled(optimistic.applied(state, operation), ["x", "a", "b", "y", "c"]))
    assert _ids(state) == ["x", "a", "y", "c"]
    assert _ids(optimistic.reverted(state, operation)) == ["x", "a", "b", "y", "c"]


def test_who_moved_on_the_page_does_not_carry_the_new_ones_away() -> None:
    state = with_arrivals(_polled(_begun(["a", "b", "c", "d"]), ["d", "x", "a", "b", "c"]))
    assert _ids(state) == ["x", "a", "b", "c", "d"]


def test_who_comes_up_from_the_next_page_is_not_new() -> None:
    server = [f"c{number}" for number in range(12)]
    state = _begun(server)
    state = _polled(state, server[2:])
    assert not state.listing.arrivals


def test_a_whole_page_of_new_ones_says_that_there_are_more() -> None:
    state = _polled(_begun(["a", "b"]), [f"n{number}" for number in range(7)] + ["a", "b"])
    assert len(state.listing.arrivals) == PER_PAGE
    assert state.listing.arrivals.more


def test_into_an_empty_list_they_come_at_once() -> None:
    state = _polled(_begun([]), ["x", "y"])
    assert _ids(state) == ["x", "y"]
    assert _selected(state) == "x"


def test_a_known_row_is_renewed_unless_changed_here() -> None:
    asked = inbox(["a", "b"])
    unread = replace(
        page(["a", "b"]), items=(negotiation("a", has_updates=True), negotiation("b", has_updates=True))
    )
    asked = asked.with_page(HERE, unread)
    state = asked.opened(asked.listing.rows[0].negotiation, Thread())
    newer = [negotiation(one, has_updates=True, viewed_by_opponent=True) for one in ("a", "b")]
    state = with_first_page(state, asked, HERE, replace(unread, items=tuple(newer)), DECIDED)
    assert [row.negotiation.has_updates for row in state.listing.rows] == [False, True]
    assert [row.negotiation.viewed_by_opponent for row in state.listing.rows] == [False, True]


def test_a_stale_answer_brings_no_candidate_back_as_new() -> None:
    asked = _begun(["a", "b"])
    operation = decision(asked.listing.rows[0].negotiation)
    state = optimistic.settled(optimistic.applied(asked, operation), operation)
    state = _polled(state, ["a", "b"], asked)
    assert not state.listing.arrivals
    assert _ids(with_arrivals(state)) == ["b"]
    assert state.listing.found == 1


def test_an_answer_for_another_list_is_nothing() -> None:
    asked = _begun(["a"])
    other = replace(HERE, url="https://api.hh.ru/negotiations/later?vacancy_id=77")
    state = asked.in_collection(other)
    assert _polled(state, ["x", "a"], asked) is state


def test_rows_tell_when_they_were_read() -> None:
    state = _begun(["a", "b"])
    assert state.listing.seen == {"a": DECIDED, "b": DECIDED}
    assert state.listing.read_at == DECIDED
    later = DECIDED.replace(hour=9)
    assert state.with_negotiation(negotiation("b"), later).listing.seen == {"a": DECIDED, "b": later}
    state = with_first_page(state, state, HERE, page(["x", "a"]), later)
    assert with_arrivals(state).listing.seen == {"x": later, "a": later, "b": DECIDED}
    state = state.refreshed(HERE, (page(["b"]),), at=later)
    assert state.listing.seen == {"b": later}
