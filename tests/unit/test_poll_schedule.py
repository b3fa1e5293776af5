"""When the counters are polled, and which page of vacancies."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hh_tui.inbox.lists.poll_schedule import PageRotation, PollSchedule


def test_nothing_is_polled_before_anything_was_read() -> None:
    assert not PollSchedule().is_due(1e9, focused=True)


def test_once_a_minute_and_five_times_slower_when_nobody_looks() -> None:
    schedule = PollSchedule().beginning(100.0)
    assert not schedule.is_due(159.9, focused=True)
    assert schedule.is_due(160.0, focused=True)
    assert not schedule.is_due(399.9, focused=False)
    assert schedule.is_due(400.0, focused=False)


@pytest.mark.parametrize(
    ("failures", "seconds"), [(0, 60), (1, 120), (2, 240), (3, 480), (4, 600), (99, 600)]
)
def test_it_backs_off(failures: int, seconds: float) -> None:
    schedule = PollSchedule()
    for _ in range(failures):
        schedule = schedule.failed()
    assert schedule.interval(focused=True) == seconds
    assert schedule.answered().interval(focused=True) == 60


@given(st.integers(0, 2000), st.booleans())
def test_never_more_often_than_a_minute_nor_less_than_ten(failures: int, focused: bool) -> None:
    assert 60 <= PollSchedule(0.0, failures).interval(focused=focused) <= 600


@given(st.integers(1, 30), st.data())
def test_a_round_begins_at_home_and_comes_by_every_page_once(pages: int, data: st.DataObject) -> None:
    home: int = data.draw(st.integers(0, pages - 1))
    round_, seen = PageRotation(), []
    for _ in range(pages):
        page, round_ = round_.next_page(home, pages)
        seen.append(page)
    assert seen[0] == home
    assert sorted(seen) == list(range(pages))


def test_another_open_vacancy_begins_a_new_round() -> None:
    _, round_ = PageRotation().next_page(0, 5)
    page, round_ = round_.next_page(3, 5)
    assert page == 3
    page, _ = round_.next_page(3, 5)
    assert page == 4
