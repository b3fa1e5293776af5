"""Cleaning where it costs nothing: what is clean passes untouched, the rest is mended."""

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from hh_tui.api.models import Message, Negotiation, Page
from hh_tui.api.models.reading import WrongShape, parsed
from hh_tui.i18n.text import LONGEST_LINE, clean, one_line

TEXTS = (
    st.text(st.sampled_from("aЯё -–«№₽\t\n\u0301\u00a0\u200e\x1b[]\ud800\u2028m;"), max_size=12) | st.text()
)


@given(TEXTS)
def test_a_line_is_what_cleaning_makes_of_it(text: str) -> None:
    read = parsed(Negotiation, {"id": "1", "url": text, "source": text})
    assert (read.url, read.source) == (one_line(text), one_line(text))
    assert one_line(read.url) == read.url


@given(TEXTS)
def test_a_letter_is_what_cleaning_makes_of_it(text: str) -> None:
    assert parsed(Message, {"id": "1", "text": text}).text == clean(text)


TIMES = st.datetimes(datetime(1971, 1, 1), datetime(2199, 1, 1), timezones=st.timezones())  # noqa: DTZ001


@given(TIMES)
def test_a_time_is_the_moment_that_was_told(moment: datetime) -> None:
    assume((offset := moment.utcoffset()) is not None and not offset.total_seconds() % 60)
    for told in (moment.isoformat(), moment.strftime("%Y-%m-%dT%H:%M:%S.%f%z")):
        read = parsed(Message, {"id": "1", "created_at": told}).created_at
        assert (read, read and read.tzinfo) == (moment.astimezone(UTC), UTC)


@given(TEXTS)
def test_an_id_is_one_line_with_something_on_it(text: str) -> None:
    read = parsed(Negotiation, {"id": "1", "chat_id": text})
    assert read.chat_id == (one_line(text) or None)


@pytest.mark.parametrize("sign", ["a", "漢"])
def test_names_are_cut_and_addresses_and_ids_are_not(sign: str) -> None:
    endless = sign * 1_000_000
    long = "/" + sign * 5_000
    action = {"id": "a", "name": endless, "method": "PUT", "url": long}
    items = [
        {"id": "1", "source": endless, "actions": [action], "url": endless},
        {"id": endless, "actions": [action]},
    ]
    (read,) = parsed(Page[Negotiation], {"items": items}).items
    assert (read.url, read.source) == ("", sign * (LONGEST_LINE - 1) + "…")
    assert [(one.name, one.url) for one in read.actions] == [(read.source, long)]


def test_letters_are_kept_whole() -> None:
    endless = "слово " * 200_000
    assert parsed(Message, {"id": "1", "text": endless}).text == endless


@pytest.mark.parametrize(
    ("value", "flag", "count"),
    [(True, True, 0), (False, False, 0), (1, False, 1), (2.5, False, 2), ("1", False, 0), (None, False, 0),
     (-1, False, 0), (10**12, False, 0), (float("nan"), False, 0), ([], False, 0)],
)  # fmt: skip
def test_flags_and_counts_are_read_as_meant(value: Any, flag: bool, count: int) -> None:
    read = parsed(Negotiation, {"id": "1", "has_updates": value, "counters": {"messages": value}})
    assert read.has_updates is flag
    assert read.counters is not None
    assert read.counters.messages == count


@pytest.mark.parametrize("items", [[], [None, 1, "x", {}, {"id": []}]])
def test_nothing_is_left_of_what_is_broken(items: Any) -> None:
    assert parsed(Page[Negotiation], {"items": items}).items == ()


@pytest.mark.parametrize("items", [None, 1, "12", {"id": "1"}])
def test_a_page_without_a_list_is_none(items: Any) -> None:
    with pytest.raises(WrongShape):
        parsed(Page[Negotiation], {"items": items})


def test_broken_elements_leave_the_others_alone() -> None:
    items = [{"id": "1", "actions": [{"id": "a"}, {"id": "b", "method": "PUT", "url": "/b"}]}, {}, {"id": 2}]
    first, second = parsed(Page[Negotiation], {"items": items}).items
    assert ([one.id for one in first.actions], second.id) == (["b"], "2")


@pytest.mark.parametrize("time", ["1970-01-01T01:00:00+0300", "2200-01-01T00:00:00+00:00", "2026-05-12", 7])
def test_a_time_nobody_means_is_none(time: Any) -> None:
    assert parsed(Message, {"id": "1", "created_at": time}).created_at is None


def test_a_time_is_in_utc() -> None:
    read = parsed(Message, {"id": "1", "created_at": "2026-05-12T18:14:00+0300"})
    assert read.created_at == datetime(2026, 5, 12, 15, 14, tzinfo=UTC)
