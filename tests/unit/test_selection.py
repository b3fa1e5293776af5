"""Marks: pure, whatever the order of keys."""

from hypothesis import given
from hypothesis import strategies as st

from hh_tui.api.models.reading import as_builtins
from hh_tui.inbox.decisions import optimistic
from hh_tui.inbox.decisions.action_menu import kind_of
from hh_tui.inbox.decisions.selection import Selection
from hh_tui.inbox.decisions.selection_actions import (
    SelectionActions,
    list_key,
    offered_to,
    selected_rows,
)
from hh_tui.inbox.snapshot.rows import Row, Rows
from hh_tui.system.structs import replace
from tests.factory import action, decision, inbox, negotiation

IDS = [f"c{number}" for number in range(8)]
WHO = st.sampled_from(IDS)


ROWS = Rows([Row(place, negotiation(id_)) for place, id_ in enumerate(IDS)])


def _mark(id_: str) -> Row:
    return Row(0, negotiation(id_))


@given(st.lists(st.tuples(st.sampled_from(["toggle", "leave", "begin", "reach", "end", "invert"]), WHO, WHO)))
def test_marks_are_what_the_keys_say(keys: list[tuple[str, str, str]]) -> None:
    marks, model, outside = Selection(), set[str](), set[str]()
    for key, one, other in keys:
        if key == "toggle":
            marks, model = marks.toggled(_mark(one)), model ^ {one}
        elif key == "leave":
            marks, model, outside = marks.without(one), model - {one}, outside - {one}
        elif key == "begin":
            marks, outside, model = marks.ranging(_mark(one)), set(model), model | {one}
        elif key == "reach" and marks.anchor:
            low, high = sorted((IDS.index(one), IDS.index(other)))
            marks = marks.reaching(ROWS, high, low)
            model = outside | set(IDS[low : high + 1])
        elif key == "invert":
            low, high = sorted((IDS.index(one), IDS.index(other)))
            marks = marks.inverted(map(_mark, IDS[low : high + 1]))
            outside, model = set(), model ^ set(IDS[low : high + 1])
        elif key == "end":
            marks = marks.ended()
        assert set(marks.people) == model
        assert len(marks) == len(model)


@given(st.sets(WHO, min_size=1), st.lists(WHO, unique=True))
def test_count_of_every_action_is_right_however_one_gets_there(has: set[str], order: list[str]) -> None:
    def person(id_: str) -> Row:
        offered = [action("later", id_)] + ([action("gone", id_)] if id_ in has else [])
        return Row(0, negotiation(id_, actions=[as_builtins(one) for one in offered]))

    selection_actions, chosen = SelectionActions(), dict[str, Row]()
    for id_ in order:
        chosen = {**chosen, id_: person(id_)}
        counts = {one.action.id: (one.count, one.lacking, one.action.enabled)
                  for one in selection_actions.choices(chosen)}  # fmt: skip
        both = len(has & chosen.keys())
        assert counts["later"] == (len(chosen), 0, True)
        if both:
            assert counts["gone"] == (both, len(chosen) - both, True)
        else:
            assert "gone" not in counts


def test_action_of_same_name_that_goes_elsewhere_is_another_one() -> None:
    here = action("later", "c1")
    there = action("later", "c2", url="https://api.hh.ru/negotiations/elsewhere/c2")
    people = {
        "c1": Row(0, negotiation("c1", actions=[as_builtins(here)])),
        "c2": Row(1, negotiation("c2", actions=[as_builtins(there)])),
    }
    assert [one.lacking for one in SelectionActions().choices(people)] == [1, 1]
    assert offered_to(people["c2"].negotiation, kind_of(here)) is None
    assert offered_to(people["c2"].negotiation, kind_of(there)) == there


def test_a_candidate_who_returns_is_selected_again() -> None:
    start = inbox(IDS)
    all_marked = Selection(list_key(start)).with_all(start.rows)
    start = replace(start, selection=all_marked)
    operation = decision(start.rows[0].negotiation)
    away = optimistic.applied(start, operation)
    assert set(selected_rows(away)) == set(IDS[1:])
    assert optimistic.reverted(away, operation) == start
    assert set(optimistic.settled(away, operation).selection.people) == set(IDS[1:])
