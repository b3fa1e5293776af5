"""Holding, sending, taking back."""

from hypothesis import given
from hypothesis import strategies as st

from hh_tui.errors import NotCarriedOut
from hh_tui.inbox.outbox import Outbox, Stage
from tests.factory import decision, letter, negotiation

A, B = negotiation("a"), negotiation("b")


def test_a_write_waits_and_is_then_ready() -> None:
    first = decision(A)
    outbox = Outbox().held(first, due=5)
    assert outbox.ready(4.9) == ()
    assert outbox.ready(5) == (first,)


def test_undo_takes_the_last_one_back_and_then_the_one_before() -> None:
    first, second = decision(A), decision(B)
    outbox = Outbox().held(first, 5).held(second, 6)
    outbox, taken = outbox.undone()
    assert taken is second
    outbox, taken = outbox.undone()
    assert taken is first
    outbox, taken = outbox.undone()
    assert taken is None
    assert not outbox.entries


def test_what_is_being_sent_can_not_be_taken_back() -> None:
    first = decision(A)
    outbox = Outbox().held(first, 0).at(first.id, Stage.SENDING)
    assert outbox.undone()[1] is None


def test_redo_brings_the_last_one_back_until_one_decides_anew() -> None:
    first, second = decision(A), decision(B)
    outbox, _ = Outbox().held(first, 5).undone()
    assert outbox.dropped == (first,)
    again = outbox.redone(first, 9)
    assert [entry.operation for entry in again.entries] == [first]
    assert again.dropped == ()
    assert outbox.held(second, 5).dropped == ()


def test_one_candidate_gets_one_write_at_a_time_in_the_order_decided() -> None:
    first, second, other = decision(A), letter(A), decision(B)
    outbox = Outbox().held(first, 5).held(second, 1).held(other, 1)
    assert outbox.ready(1) == (other,)
    assert outbox.ready(5) == (first, other)
    outbox = outbox.at(first.id, Stage.UNKNOWN)
    assert outbox.ready(9) == (other,)
    assert outbox.without(first.id).ready(9) == (second, other)


def test_a_failed_write_keeps_nobody_waiting_and_is_dropped_by_a_new_decision() -> None:
    first, second = decision(A, "later"), decision(A, "gone")
    outbox = Outbox().held(first, 0).at(first.id, Stage.FAILED, NotCarriedOut())
    assert not outbox.open
    assert [entry.operation for entry in outbox.held(second, 5).entries] == [second]


@given(st.lists(st.sampled_from(["hold", "undo", "send", "done"]), max_size=40))
def test_nothing_is_lost_and_nothing_is_ready_twice(steps: list[str]) -> None:
    outbox, decided, taken_back, sent, now = Outbox(), 0, set[str](), list[str](), 0.0
    for step in steps:
        now += 1
        if step == "hold":
            outbox = outbox.held(decision(negotiation(f"c{decided % 3}"), id_=str(decided)), now + 2)
            decided += 1
        elif step == "undo":
            outbox, operation = outbox.undone()
            taken_back |= {operation.id} if operation else set()
        elif step == "send":
            for operation in outbox.ready(now):
                sent.append(operation.id)
                outbox = outbox.at(operation.id, Stage.SENDING)
        else:
            for entry in outbox.of(Stage.SENDING):
                outbox = outbox.without(entry.operation.id)
    waiting = {entry.operation.id for entry in outbox.of(Stage.HELD)}
    assert len(sent) == len(set(sent))
    assert not taken_back & set(sent)
    assert waiting | taken_back | set(sent) == {str(number) for number in range(decided)}
