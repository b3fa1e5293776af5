"""Holding, sending, taking back."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hh_tui.errors import NotCarriedOut
from hh_tui.i18n import Catalogue
from hh_tui.inbox.decisions.batch import last_held, next_chunk, taken_back
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.decisions.outbox import Outbox, OutboxEntry, Stage
from hh_tui.system.structs import replace
from hh_tui.ui.presenters import batch as batch_words
from hh_tui.ui.presenters.render_context import RenderContext
from tests.factory import DECIDED, decision, letter, negotiation

A, B = negotiation("a"), negotiation("b")


def test_equal_names_of_a_line_are_counted() -> None:
    ctx = RenderContext(Catalogue("ru"), DECIDED, UTC)
    people = [negotiation(str(number), resume={"id": str(number)}) for number in range(4)]
    people.append(negotiation("x"))
    assert batch_words.named(ctx, people, 1) == ("Имя скрыто ×4", 1)
    assert batch_words.named(ctx, people[3:], 2) == ("Имя скрыто, Резюме скрыто или удалено", 0)


def test_a_write_waits_and_is_then_ready() -> None:
    first = decision(A)
    outbox = Outbox().held(first, due=5)
    assert outbox.ready(4.9, DECIDED) == ()
    assert outbox.ready(5, DECIDED) == (first,)


def test_undo_takes_the_last_one_back_and_then_the_one_before() -> None:
    first, second = decision(A), decision(B)
    outbox = Outbox().held(first, 5).held(second, 6)
    outbox, taken = taken_back(outbox, 0, DECIDED)
    assert taken == (second,)
    outbox, taken = taken_back(outbox, 0, DECIDED)
    assert taken == (first,)
    outbox, taken = taken_back(outbox, 0, DECIDED)
    assert taken == ()
    assert not outbox.entries


def test_what_is_being_sent_can_not_be_taken_back() -> None:
    first = decision(A)
    outbox = Outbox().held(first, 0).at(first.id, Stage.SENDING)
    assert taken_back(outbox, 0, DECIDED) == (outbox, ())


def test_redo_brings_the_last_one_back_until_one_decides_anew() -> None:
    first, second = decision(A), decision(B)
    outbox, _ = taken_back(Outbox().held(first, 5), 0, DECIDED)
    assert outbox.dropped == (first,)
    again = outbox.redone(first, 9)
    assert [entry.operation for entry in again.entries] == [first]
    assert again.dropped == ()
    assert outbox.held(second, 5).dropped == ()


def test_one_candidate_gets_one_write_at_a_time_in_order_decided() -> None:
    first, second, other = decision(A), letter(A), decision(B)
    outbox = Outbox().held(first, 5).held(second, 1).held(other, 1)
    assert outbox.ready(1, DECIDED) == (other,)
    assert outbox.ready(5, DECIDED) == (first, other)
    outbox = outbox.at(first.id, Stage.UNKNOWN)
    assert outbox.ready(9, DECIDED) == (other,)
    assert outbox.without(first.id).ready(9, DECIDED) == (second, other)


def test_a_failed_write_gives_way_to_a_new_decision() -> None:
    first, second = decision(A, "later"), decision(A, "gone")
    outbox = Outbox().held(first, 0).at(first.id, Stage.FAILED, NotCarriedOut())
    assert not outbox.open
    assert [entry.operation for entry in outbox.held(second, 5).entries] == [second]


TOMORROW = DECIDED + timedelta(days=1)


def _later(operation: Operation, moment: datetime = TOMORROW) -> Operation:
    return replace(operation, not_before=moment)


def test_a_scheduled_write_waits_by_the_wall_clock() -> None:
    first = _later(decision(A))
    outbox = Outbox().held(first, 5)
    assert outbox.ready(1e9, DECIDED) == ()
    assert outbox.ready(1e9, TOMORROW - timedelta(seconds=1)) == ()
    assert outbox.ready(4, TOMORROW) == ()
    assert outbox.ready(5, TOMORROW) == (first,)
    assert next_chunk(Outbox().held(replace(first, batch="b"), 5), 9, DECIDED) == ()


def test_a_scheduled_write_keeps_no_other_waiting() -> None:
    first, second = _later(letter(A)), decision(A)
    outbox = Outbox().held(first, 5).held(second, 5)
    assert outbox.ready(5, DECIDED) == (second,)
    assert outbox.ready(5, TOMORROW) == (first,)
    batched = replace(decision(A), id="b1", batch="b")
    assert next_chunk(Outbox().held(first, 5).held(batched, 5), 5, DECIDED) == (batched,)


def test_only_right_after_undo_means_a_scheduled_write() -> None:
    first, second = decision(B), _later(decision(A))
    outbox = Outbox().held(first, 5).held(second, 65)
    assert last_held(outbox, 10, DECIDED) == (second,)
    assert last_held(outbox, 65, DECIDED) == (first,)
    assert last_held(outbox.without(first.id), 65, DECIDED) == ()
    assert last_held(outbox, 65, TOMORROW) == (second,)


def test_sending_all_now_leaves_scheduled_writes() -> None:
    first, second = decision(B), _later(decision(A))
    outbox = Outbox().held(first, 5).held(second, 5)
    assert outbox.hastened(0, DECIDED).ready(0, DECIDED) == (first,)
    assert outbox.hastened(0, DECIDED, {second.id}).ready(0, DECIDED) == (second,)
    assert [one.operation for one in outbox.scheduled(DECIDED)] == [second]
    assert [one.operation for one in outbox.hurrying(DECIDED)] == [first]
    assert outbox.scheduled(TOMORROW) == ()


@given(st.lists(st.sampled_from(["hold", "undo", "send", "done"]), max_size=40))
def test_nothing_is_lost_and_nothing_is_ready_twice(steps: list[str]) -> None:
    outbox, decided, back, sent, now = Outbox(), 0, set[str](), list[str](), 0.0
    for step in steps:
        now += 1
        if step == "hold":
            outbox = outbox.held(decision(negotiation(f"c{decided % 3}"), id_=str(decided)), now + 2)
            decided += 1
        elif step == "undo":
            outbox, operations = taken_back(outbox, now, DECIDED)
            back |= {one.id for one in operations}
        elif step == "send":
            for operation in outbox.ready(now, DECIDED):
                sent.append(operation.id)
                outbox = outbox.at(operation.id, Stage.SENDING)
        else:
            for entry in outbox.of(Stage.SENDING):
                outbox = outbox.without(entry.operation.id)
    waiting = {entry.operation.id for entry in outbox.of(Stage.HELD)}
    assert len(sent) == len(set(sent))
    assert not back & set(sent)
    assert waiting | back | set(sent) == {str(number) for number in range(decided)}


def test_a_decision_compares_no_writes_with_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    failed, outbox = decision(negotiation("n7")), Outbox()
    for number in range(50):
        one = failed if number == 7 else decision(negotiation(f"n{number}"))
        outbox = outbox.held(one, 5)
    outbox = outbox.at(failed.id, Stage.SENDING).at(failed.id, Stage.FAILED, NotCarriedOut())
    compared: list[object] = []

    def equal(one: object, other: object) -> bool:
        compared.append(other)
        return one is other

    monkeypatch.setattr(OutboxEntry, "__eq__", equal)
    anew = decision(negotiation("n7"), id_="anew")
    assert [one.operation for one in outbox.replaced_by(anew)] == [failed]
    assert failed not in [one.operation for one in outbox.held(anew, 5).entries]
    assert compared == []
