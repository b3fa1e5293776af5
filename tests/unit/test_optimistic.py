"""Deciding and taking back: the screen is exactly what it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hh_tui.inbox.decisions.forms import MESSAGE
from hh_tui.inbox.decisions.optimistic import applied, echoes, reverted, settled
from hh_tui.inbox.snapshot.state import Inbox
from hh_tui.inbox.snapshot.thread import Thread
from hh_tui.system.structs import replace
from tests.factory import HERE, board, decision, inbox, letter, negotiation, page

IDS = [f"c{number}" for number in range(6)]


def _ids(state: Inbox) -> list[str]:
    return [row.id for row in state.listing.rows]


def _totals(state: Inbox) -> dict[str, int]:
    shown = state.shown_board
    assert shown is not None
    return {one.id: one.counters.total for one in shown.collections if one.counters}


@given(st.integers(0, 5), st.sampled_from(["later", "gone", "elsewhere", "fresh"]))
def test_a_decision_taken_back_leaves_no_trace(cursor: int, target: str) -> None:
    before = inbox(IDS).moved_to(cursor)
    assert before.selected is not None
    operation = decision(before.selected.negotiation, target)
    assert reverted(applied(before, operation), operation) == before


@given(st.integers(0, 5))
def test_a_letter_taken_back_leaves_no_trace(cursor: int) -> None:
    before = inbox(IDS).moved_to(cursor)
    assert before.selected is not None
    operation = letter(before.selected.negotiation)
    assert applied(before, operation) != before
    assert reverted(applied(before, operation), operation) == before


@given(st.lists(st.integers(0, 5), min_size=1, max_size=6), st.data())
def test_several_decisions_taken_back_in_any_order_restore_order(
    cursors: list[int], data: st.DataObject
) -> None:
    before = inbox(IDS)
    state, operations = before, []
    for cursor in cursors:
        state = state.moved_to(cursor)
        if state.selected is None:
            break
        operations.append(decision(state.selected.negotiation))
        state = applied(state, operations[-1])
    for operation in data.draw(st.permutations(operations)):
        state = reverted(state, operation, follow=data.draw(st.booleans()))
    assert _ids(state) == _ids(before)
    assert _totals(state) == _totals(before)
    assert not state.pending


def test_after_a_decision_the_cursor_is_on_the_next_candidate() -> None:
    state = inbox(IDS).moved_to(2)
    state = applied(state, decision(negotiation("c2")))
    assert state.selected is not None
    assert state.selected.id == "c3"
    state = applied(state.moved_to(4), decision(negotiation("c5")))
    assert state.selected is not None
    assert state.selected.id == "c4"


def test_a_failure_does_not_move_the_cursor_from_where_one_works() -> None:
    state = inbox(IDS)
    first = decision(negotiation("c0"))
    state = applied(state, first).moved_to(3)
    assert state.selected is not None
    working_on = state.selected.id
    state = reverted(state, first, follow=False)
    assert _ids(state) == IDS
    assert state.selected is not None
    assert state.selected.id == working_on


def test_counters_follow_at_once_and_stay_when_settled() -> None:
    state = inbox(IDS)
    operation = decision(negotiation("c1", has_updates=True))
    state = applied(state, operation)
    assert _totals(state) == {"fresh": 5, "later": 4, "gone": 0}
    state = settled(state, operation)
    assert _totals(state) == {"fresh": 5, "later": 4, "gone": 0}
    assert state.listing.found == 5


def test_new_counters_from_the_server_do_not_hide_what_is_held() -> None:
    state = applied(inbox(IDS), decision(negotiation("c1")))
    state = state.with_board("77", board(fresh=10, later=3, gone=0))
    assert _totals(state) == {"fresh": 9, "later": 4, "gone": 0}


def test_a_held_candidate_does_not_come_back_with_the_next_page() -> None:
    operation = decision(negotiation("c1"))
    state = applied(inbox(IDS), operation)
    state = state.refreshed(HERE, (page(IDS),))
    assert "c1" not in _ids(state)
    assert _ids(reverted(state, operation)) == IDS


def test_a_step_inside_a_collection_keeps_the_candidate() -> None:
    state = inbox(IDS)
    operation = decision(negotiation("c1"), "fresh")
    assert _ids(applied(state, operation)) == IDS
    silent = decision(negotiation("c1"), "nudge", resulting_employer_state=None)
    assert _ids(applied(state, silent)) == IDS


def test_a_decision_from_another_list_touches_this_one_not() -> None:
    operation = decision(negotiation("c1"))
    state = applied(inbox(IDS), operation)
    other = replace(HERE, collection_id="later", url="https://api.hh.ru/negotiations/later?vacancy_id=77")
    state = state.in_collection(other).with_page(other, page(["x", "y"]))
    state = reverted(state, operation)
    assert _ids(state) == ["x", "y"]


def test_letter_on_its_way_is_seen_in_thread_and_stays_when_sent() -> None:
    operation = letter(negotiation("c1"), "Ждём вас в среду")
    state = inbox(IDS).opened(negotiation("c1"), Thread())
    state = applied(state, operation)
    assert [echo.text for echo in echoes(state, "c1")] == ["Ждём вас в среду"]
    state = settled(state, operation)
    assert not echoes(state, "c1")
    assert [echo.text for echo in state.threads["c1"].sent] == ["Ждём вас в среду"]


def test_opening_makes_the_row_viewed_and_the_counters_follow() -> None:
    state = inbox(IDS)
    fresh = page(IDS)
    fresh = replace(fresh, items=(negotiation("c0", has_updates=True), *fresh.items[1:]))
    state = state.with_page(HERE, fresh)
    state = state.opened(state.listing.rows[0].negotiation, Thread())
    assert not state.listing.rows[0].negotiation.has_updates
    shown = state.shown_board
    assert shown is not None
    assert shown.collections[0].counters is not None
    assert shown.collections[0].counters.with_updates == 0
    assert shown.collections[0].counters.total == 6


@pytest.mark.parametrize("begun", ["", "Раз", "Раз и ещё"])
@pytest.mark.parametrize("letter_of_it", ["", "Раз"])
def test_a_form_is_spent_with_its_decision_alone(letter_of_it: str, begun: str) -> None:
    """Words typed and then left out of the decision are spent with it, too; what was begun since is not."""
    before = inbox(IDS)
    assert before.selected is not None
    operation = decision(before.selected.negotiation)
    assert operation.action is not None
    place = operation.negotiation.id, operation.action.id
    if letter_of_it:
        operation = replace(operation, form=((MESSAGE, letter_of_it),))
    decided = applied(replace(before, sheets={place: {MESSAGE: "Раз"}}), operation)
    after = settled(replace(decided, sheets={place: {MESSAGE: begun}}), operation)
    assert after.sheets.get(place, {}).get(MESSAGE, "") == ("Раз и ещё" if begun == "Раз и ещё" else "")
    assert not after.left_out
