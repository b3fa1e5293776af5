"""Waits that are typed: a unit of time is read as itself, however short it is written."""

from datetime import UTC, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hh_tui.inbox.rules.send_times import clocks, understood
from tests.recruiter import Recruiter

ZONE: Final = ZoneInfo("Europe/Moscow")
NOW: Final = datetime(2026, 5, 14, 8, 30, tzinfo=UTC)

MINUTE: Final = timedelta(minutes=1)
HOUR: Final = timedelta(hours=1)
DAY: Final = timedelta(days=1)
WORDS: Final = {
    MINUTE: "м мин минуту минуты минут m min mins minute minutes",
    HOUR: "ч час часа часов h hr hrs hour hours",
    DAY: "д дн день дня дней d day days",
    7 * DAY: "н нед неделю недели недель w wk week weeks",
    30 * DAY: "мес месяц месяца месяцев mo mos month months",
}
LENGTH: Final = {word: length for length, words in WORDS.items() for word in words.split()}
COUNTS: Final = st.integers(1, 9)


@given(count=COUNTS, word=st.sampled_from(sorted(LENGTH)))
@pytest.mark.parametrize("form", ["+{} {}", "+{}{}", "+ {} {}.", "через {} {}", "{} {}", "in {} {}"])
def test_a_unit_of_time_is_as_long_as_it_says(form: str, count: int, word: str) -> None:
    typed = form.format(count, word)
    found = understood(typed, NOW, ZONE)
    assert isinstance(found, datetime)
    wait = count * LENGTH[word]
    if LENGTH[word] < DAY:
        assert found == NOW + wait
    else:
        assert (found - NOW).days in {wait.days - 1, wait.days}
        assert found.astimezone(ZONE).hour == 10
    assert clocks(typed, found, ZONE) is None


@given(count=COUNTS, word=st.from_regex(r"[чмhm][а-яa-z]{1,9}", fullmatch=True))
@example(count=3, word="марта")
@example(count=3, word="мая")
@example(count=2, word="mon")
@example(count=2, word="человека")
def test_a_word_that_is_no_unit_is_no_wait(count: int, word: str) -> None:
    if word not in LENGTH:
        assert not isinstance(understood(f"+{count} {word}", NOW, ZONE), datetime)


@pytest.mark.parametrize("typed", ["+3 мес", "+3 months"])
async def test_months_typed_with_a_plus_are_months(typed: str) -> None:
    async with Recruiter(columns=170) as anna:
        who = anna.selected_id
        await anna.command("snooze")
        await anna.write(typed)
        assert anna.sees("ср, 12 августа, 10:00")
        assert not anna.sees("часы переводят")
        await anna.press("enter")
        assert "12 августа 10:00" in anna.status
        assert who not in anna.ids
