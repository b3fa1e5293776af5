"""Keywords, the bar of pay, and who answered twice."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.content import Content

from hh_tui.api.models import Negotiation, PayRange, Resume
from hh_tui.api.models.reading import parsed
from hh_tui.inbox.letters.keywords import Keywords, flattened, loaded, words
from hh_tui.inbox.snapshot.people import Repeats, next_of
from hh_tui.inbox.snapshot.rows import Row
from hh_tui.ui.presenters.keywords import highlighted
from hh_tui.ui.presenters.pay import bar
from tests.factory import negotiation


def _found(keywords: Keywords, text: str) -> list[str]:
    return [text[span.start : span.end] for span in keywords.spans(text)]


def test_a_word_is_found_by_its_beginning_in_any_case() -> None:
    keywords = Keywords(("тест", "лёд"), ("C++",))
    assert _found(keywords, "Тестировщик льда, ЛЕДокол, контест, c++ и C") == [
        "Тестировщик",
        "ЛЕДокол",
        "c++",
    ]


def test_two_words_are_one_phrase() -> None:
    assert _found(Keywords(("machine learning",)), "Machine\n  Learning-инженер") == ["Machine\n  Learning"]


def test_hits_count_words_not_places() -> None:
    keywords = Keywords(("python", "go", "rust"), ("php",))
    assert keywords.hits(["Python python", "Golang", "1C"]) == (2, 0)


def test_the_words_of_a_line() -> None:
    assert words(" Python, , питон,python ,Ёж, еж") == ("Python", "питон", "Ёж")


@given(st.text(), st.lists(st.text(max_size=12), max_size=4), st.lists(st.text(max_size=12), max_size=4))
def test_any_words_in_any_text(text: str, must: list[str], stop: list[str]) -> None:
    keywords = Keywords(words(",".join(must)), words(",".join(stop)))
    assert len(flattened(text)) == len(text)
    assert all(0 <= span.start < span.end <= len(text) for span in keywords.spans(text))
    assert loaded(keywords.dumped()) == keywords
    assert highlighted(Content(text), keywords).plain == Content(text).plain


@given(st.text(max_size=60))
def test_anything_remembered_is_words_or_none(text: str) -> None:
    assert isinstance(loaded(text), Keywords)
    assert loaded('{"must": 5, "stop": [1, "a"]}') == Keywords((), ("a",))


RANGE = {"from": 100, "to": 170, "currency": "RUR"}


@pytest.mark.parametrize(
    ("amount", "changes", "drawn"),
    [
        (100, {}, "▕█······▏"),
        (135, {}, "▕···█···▏"),
        (170, {}, "▕······█▏"),
        (99, {}, "◂·······▏"),
        (171, {}, "▕·······▸"),
        (135, {"currency": "RUB"}, "▕···█···▏"),
        (135, {"currency": "USD"}, ""),
        (135, {"from": None}, ""),
        (135, {"to": None}, ""),
        (135, {"from": 200}, ""),
        (None, {}, ""),
        (0, {}, ""),
    ],
)
def test_the_bar_of_pay(amount: int | None, changes: dict[str, Any], drawn: str) -> None:
    resume = parsed(Resume, {"salary": {"amount": amount, "currency": "RUR"}})
    assert bar(resume, parsed(PayRange, {**RANGE, **changes})) == drawn
    assert bar(resume, None) == ""


def _of(id_: str, owner: str | None) -> Negotiation:
    resume = {"id": f"r{id_}", "owner": {"id": owner}} if owner else {"id": f"r{id_}"}
    return negotiation(id_, resume=resume)


def test_people_are_known_by_the_owner_of_their_resumes() -> None:
    rows = [Row(at, _of(str(at), owner)) for at, owner in enumerate(("7", "8", "7", None, "7"))]
    rows.append(Row(5, negotiation("5")))
    repeats = Repeats()
    assert [repeats.times(row, rows) for row in rows] == [3, 1, 3, 1, 3, 1]
    assert next_of(rows, 0) == 2
    assert next_of(rows, 4) == 0
    assert next_of(rows, 1) is None
    assert next_of(rows, 5) is None
    assert next_of([], 0) is None
