"""An open range: the same marks and the same actions as if everything were counted anew, at a fixed cost."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hh_tui.api.models import Page
from hh_tui.api.models.negotiation import Negotiation
from hh_tui.api.models.reading import as_builtins
from hh_tui.inbox.decisions.action_menu import ActionChoice
from hh_tui.inbox.decisions.row_range import RowRange
from hh_tui.inbox.decisions.selection_actions import (
    SelectionActions,
    list_key,
    selected_rows,
    with_range,
)
from hh_tui.inbox.snapshot.rows import Row, Rows
from hh_tui.inbox.snapshot.state import Inbox
from hh_tui.system.structs import replace
from tests.factory import HERE, VACANCY, action, negotiation

OFFERED = ((), ("later",), ("later", "gone"), ("gone", "later", "call"))
PLACES = st.integers(0, 11)


def _inbox(count: int) -> Inbox:
    """A list whose candidates have different actions."""
    people = [
        negotiation(
            f"c{place}", actions=[as_builtins(action(one, f"c{place}")) for one in OFFERED[place % 4]]
        )
        for place in range(count)
    ]
    page = Page[Negotiation](items=tuple(people), found=count, page=0, pages=1, per_page=max(1, count))
    return Inbox(vacancy_id=VACANCY).in_collection(HERE).with_page(HERE, page)


def _begun(inbox: Inbox, at: int, marked: list[int]) -> Inbox:
    """A range begins at this row, while others are marked already."""
    selection = inbox.selection.at(list_key(inbox))
    selection = selection.with_all(inbox.rows[place] for place in marked)
    return replace(inbox.moved_to(at), selection=selection.ranging(inbox.rows[at]))


def _told(choices: tuple[ActionChoice, ...]) -> list[tuple[str, int | None, int, int]]:
    return [(one.action.id, one.digit, one.count, one.lacking) for one in choices]


@given(PLACES, st.lists(PLACES, unique=True, max_size=4), st.lists(PLACES, max_size=6))
def test_a_range_is_what_counting_anew_gives(at: int, marked: list[int], moves: list[int]) -> None:
    inbox, kept = _begun(_inbox(12), at, marked), SelectionActions()
    for place in moves:
        inbox = with_range(inbox.moved_to(place))
        low, high = sorted((at, place))
        outside = [f"c{one}" for one in marked]
        ids = [*outside, *(f"c{one}" for one in range(low, high + 1) if one not in marked)]
        people, chosen = inbox.selection.people, kept.chosen(inbox)
        assert list(people) == list(chosen) == ids
        assert len(people) == len(chosen) == len(ids)
        assert dict(chosen) == dict(selected_rows(inbox))
        assert all((f"c{one}" in people) == (f"c{one}" in ids) for one in range(13))
        assert dict(people) == dict(chosen)
        assert _told(kept.choices(chosen)) == _told(SelectionActions().choices(dict(chosen)))


@given(st.lists(PLACES, unique=True, max_size=5), PLACES, PLACES, PLACES, PLACES)
def test_ranges_are_equal_where_they_hold_the_same(
    before: list[int], low: int, high: int, other_low: int, other_high: int
) -> None:
    rows = _inbox(12).rows
    others = {rows[place].id: rows[place] for place in before}
    one = RowRange(others, rows, min(low, high), max(low, high))
    other = one.moved(min(other_low, other_high), max(other_low, other_high))
    assert dict(other) == dict(RowRange(dict(others), rows, other.low, other.high))
    assert (one == other) == ((one.low, one.high) == (other.low, other.high))
    assert len(other) == len(list(other))
    came, went = other.since(one)
    assert {row.id for row in came} == set(_span(rows, other)) - set(_span(rows, one))
    assert {row.id for row in went} == set(_span(rows, one)) - set(_span(rows, other))


def _span(rows: Rows, one: RowRange) -> list[str]:
    return [row.id for row in rows[one.low : one.high + 1]]


@contextmanager
def _counted(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Rows that are looked up, taken from a list, or whose traits are asked for."""
    asked: list[str] = []
    index_of, item, traits = Rows.index_of, Rows.__getitem__, vars(Row)["traits"]

    def looked_up(rows: Rows, negotiation_id: str) -> int | None:
        asked.append(negotiation_id)
        return index_of(rows, negotiation_id)

    def taken(rows: Rows, index: int | slice) -> Row | Sequence[Row]:
        found = item(rows, index)
        asked.extend([found.id] if isinstance(found, Row) else [one.id for one in found])
        return found

    def told(row: Row) -> object:
        asked.append(row.id)
        return traits.__get__(row)

    with monkeypatch.context() as patched:
        patched.setattr(Rows, "index_of", looked_up)
        patched.setattr(Rows, "__getitem__", taken)
        patched.setattr(Row, "traits", property(told))
        yield asked


def test_a_key_in_a_long_range_costs_what_it_does_in_a_short(monkeypatch: pytest.MonkeyPatch) -> None:
    costs = []
    for length in (10, 1_000):
        kept, inbox = SelectionActions(), _begun(_inbox(1_020), 5, [0, 3, 8])
        inbox = with_range(inbox.moved_to(5 + length))
        kept.choices(kept.chosen(inbox))
        with _counted(monkeypatch) as asked:
            for step in (1, 2, 1, 0):
                inbox = with_range(inbox.moved_to(5 + length + step))
                chosen = kept.chosen(inbox)
                assert len(kept.choices(chosen)) == 3
        assert len(chosen) == length + 1 + 2
        costs.append(len(asked))
    assert costs[0] == costs[1] < 100
