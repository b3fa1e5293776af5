"""Searching in what is loaded: what fits, how little is looked at, and that the list stays the truth."""

import re
from datetime import UTC, datetime
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.content import Content

from hh_tui.api.models.thread import ThreadMessage
from hh_tui.i18n.text import folded
from hh_tui.inbox.decisions import optimistic
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.lists.query_terms import all_in, words
from hh_tui.inbox.lists.search import Index, Search, letters
from hh_tui.inbox.snapshot.compact import RowPacker
from hh_tui.inbox.snapshot.row_words import words_of
from hh_tui.inbox.snapshot.rows import Row, Rows, pack
from hh_tui.inbox.snapshot.state import Inbox
from hh_tui.inbox.snapshot.thread import Thread
from hh_tui.inbox.triage.candidate_facts import CandidateFacts
from hh_tui.inbox.triage.parser import parse
from hh_tui.inbox.triage.sample import RuleSample
from hh_tui.system.structs import replace
from hh_tui.ui.presenters.search_hits import with_found
from tests.factory import HERE, decision, inbox, negotiation, page

MANY = 20_000


def _fits(typed: str, text: str) -> bool:
    return all_in(words(typed), folded(text))


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("дата", "Дата-сайентист"),
        ("СЕМЕН", "Терентьев Семён"),
        ("семён", "ТЕРЕНТЬЕВ СЕМЕН"),
        ("вфефыскшзе", "Datascript"),
        ("gbnjy", "питон"),
        ("иван знерщт", "Python, Иванова"),
        ("pgsql", "PostgreSQL"),
        ("c++", "Java, C++"),
        ("бел заоз", "Белов-Заозёрный"),
        ("бухг уч", "Бухгалтер на участок"),
        ("pthn", "Python-разработчик"),
        ("", "что угодно"),
    ],
)
def test_what_is_found(typed: str, text: str) -> None:
    assert _fits(typed, text)


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("python java", "Python-разработчик"),
        ("pgsql", "page of great searching quality and length"),
        ("gsql", "PostgreSQL"[:4]),
        ("ytn", "Python"),
        ("пизже", "Python-разработчик"),
        ("иван", "Инженер ванильных вафель"),
        ("c++", "Java, C"),
        ("(", "Иванов"),
    ],
)
def test_what_is_not_found(typed: str, text: str) -> None:
    assert not _fits(typed, text)


def test_hostile_words_take_no_time() -> None:
    """A search that goes back over what it read would not end within the life of this machine."""
    assert not _fits("a" * 60 + "b", "a" * 5_000)
    assert not _fits(r".*+?[](){}\\^$|" + "a" * 40, "a" * 5_000)


LETTERS = st.text("abcPY yптнё.,[", max_size=8)


@given(LETTERS, LETTERS, st.text("abcpyптнё .,", max_size=30))
def test_a_longer_word_is_found_only_where_its_beginning_is(typed: str, more: str, text: str) -> None:
    """What lets a search look only at the hits before."""
    if typed.strip() and _fits(typed + more, text):
        assert _fits(typed, text)


@cache
def _rows(number: int) -> Rows:
    skills = ("Python", "Django", "PostgreSQL", "Docker", "Kafka")
    return Rows(
        tuple(
            Row(n, negotiation(str(n), resume={"last_name": f"Фамилия{n}", "title": "Разработчик",
                                               "skill_set": [skills[n % 5]]}))
            for n in range(number)
        )
    )  # fmt: skip


def test_letters_in_twenty_thousand_rows() -> None:
    """Each text is made once; each letter more looks only at what is left."""
    index, left = Index(), MANY
    for end in range(1, len("django") + 1):
        before = index.compared
        hits = index.hits("django"[:end], _rows(MANY), {})
        assert index.compared - before <= left
        left = len(hits)
    assert left == MANY // 5
    assert index.made == MANY
    compared = index.compared
    assert index.hits("django", _rows(MANY), {}) is index.hits("django", _rows(MANY), {})
    assert index.compared == compared


def test_a_decision_in_twenty_thousand_rows_compares_nothing() -> None:
    index = Index()
    hits = index.hits("kafka", _rows(MANY), {})
    compared = index.compared
    fewer = index.hits("kafka", _rows(MANY).without(4), {})
    assert [row.id for row in fewer] == [row.id for row in hits][1:]
    again = index.hits("kafka", _rows(MANY), {})
    assert list(again) == list(hits)
    assert index.compared <= compared + 1
    assert index.made <= MANY + 1


def test_a_rule_over_twenty_thousand_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    """Facts are made once, as far as the trial has come; another rule makes none, and keys come between."""
    sample, now = RuleSample(_rows(MANY)), datetime(2026, 5, 14, tzinfo=UTC)
    trial = sample.try_out(parse("навык = django"), now, 50)
    first = next(trial)
    assert (first.tried, len(first.firings), len(sample.facts)) == (50, 10, 50)
    steps = [one.tried for one in trial]
    assert steps == list(range(100, MANY + 1, 50))
    assert len(sample.facts) == MANY
    monkeypatch.setattr(CandidateFacts, "of", None)
    *_, last = sample.try_out(parse("навык = kafka"), now, 50)
    assert len(last.firings) == MANY // 5


def test_a_new_page_is_looked_at_alone() -> None:
    index = Index()
    index.hits("docker", Rows(tuple(_rows(MANY)[:500])), {})
    compared = index.compared
    assert len(index.hits("docker", Rows(tuple(_rows(MANY)[:550])), {})) == 110
    assert index.compared == compared + 50


def test_a_letter_less_looks_again_without_making_texts() -> None:
    index = Index()
    index.hits("docker", _rows(MANY), {})
    assert len(index.hits("d", _rows(MANY), {})) == 2 * MANY // 5
    assert index.made == MANY


def test_letters_read_are_searched_too() -> None:
    index, rows = Index(), Rows(tuple(_rows(MANY)[:50]))
    assert not len(index.hits("командировк", rows, {}))
    message = ThreadMessage(id="1", text="Готов к командировкам")
    threads = {"7": Thread((message,))}
    assert [row.id for row in index.hits("командировк", rows, threads)] == ["7"]
    assert index.made == 51


def test_the_town_that_a_row_shows_is_found_and_told() -> None:
    """In full in the row, else where a row has no room for it; its words are one object for all."""
    resume = {"id": "r", "title": "Python", "area": {"id": "66", "name": "Нижний Новгород"}}
    people = negotiation("1", resume=resume), negotiation("2"), negotiation("3", resume=resume)
    rows = Rows(tuple(Row(place, one) for place, one in enumerate(people)))
    assert [row.id for row in Index().hits("новгор ниж", rows, {})] == ["1", "3"]
    assert [row.id for row in Index().hits("yjdu", rows, {})] == ["1", "3"], "in the other layout"
    first, _, third = (row.facts.words for row in rows)
    assert all(one is other for one, other in zip(first, third, strict=True))
    empty = Content(" " * 60)
    told = with_found(
        (empty, empty),
        rows[0].negotiation,
        None,
        words("новгор"),
        60,
        lambda width, **_: Content(" " * width),
    )[1]
    assert "Нижний Новгород" in told.plain


TYPED = ["", "п", "py", "разр", "разработчик", "мос", "я", "ghjuf"]


@given(st.lists(st.sampled_from(TYPED), min_size=1, max_size=4))
def test_packed_rows_are_found_as_whole_ones_are(typed: list[str]) -> None:
    """Some of them packed by one, some by another, some not at all."""
    whole = [Row(place, row.negotiation) for place, row in enumerate(_rows(MANY)[:60])]
    mixed = [Row(row.rank, row.negotiation) for row in whole]
    for begin, end in ((10, 30), (30, 55)):
        pack(mixed[begin:end], RowPacker(mixed[begin].negotiation))
    one, other = Index(), Index()
    for text in typed:
        hits = [row.id for row in one.hits(text, Rows(whole), {})]
        assert hits == [row.id for row in other.hits(text, Rows(mixed), {})]
    assert words_of(whole) == words_of(mixed)


def test_nobody_without_a_resume_is_found() -> None:
    assert Row(0, negotiation("1", resume=None)).facts.words == ()


TEXTS = ("Иванов Python", "Иванова Django", "Петров C++ Python", "Бел-озёров Postgre SQL", "Python-джун", "")
STEPS = st.lists(
    st.tuples(st.sampled_from(["type", "wipe", "out", "more", "read", "forget"]), st.integers(0, 9)),
    max_size=20,
)


@given(STEPS, st.sampled_from(["иванов py", "pyt c++", "белоз psql", "bdfy", "gbnjy джу"]))
def test_what_is_found_step_by_step_is_what_is_found_at_once(
    steps: list[tuple[str, int]], words_: str
) -> None:
    def row(number: int) -> Row:
        return Row(number, negotiation(str(number), resume={"title": TEXTS[number % len(TEXTS)]}))

    index, rows, typed = Index(), Rows(tuple(row(number) for number in range(8))), ""
    threads: dict[str, Thread] = {}
    for step, at in steps:
        if step in {"type", "wipe"}:
            typed = words_[: max(0, len(typed) + (1 + at % 3) * (1 if step == "type" else -1))]
        elif step == "out" and len(rows):
            rows = rows.without(at % len(rows))
        elif step == "more":
            rows = rows.extended([row((int(rows[-1].rank) if len(rows) else 0) + 1 + at)])
        elif step == "read" and len(rows):
            thread = Thread((ThreadMessage(id="1", text=TEXTS[at % len(TEXTS)]),))
            threads = {**threads, rows[at % len(rows)].id: thread}
        elif step == "forget":
            threads = dict(list(threads.items())[1:])
        told = {
            one.id: (*one.facts.words, letters(threads[one.id]) if one.id in threads else "") for one in rows
        }
        expected = [one.id for one in rows if all_in(words(typed), "\n".join(told[one.id]))]
        assert [one.id for one in index.hits(typed, rows, threads)] == expected


# The list stays the truth


NAMES = {"1": "Белов", "2": "Иванов", "3": "Гусев", "4": "Иванова", "5": "Орлов", "6": "Ивановский"}


def _inbox(typed: str = "иванов") -> Inbox:
    start = inbox([])
    people = page(list(NAMES))
    named: list[Any] = [
        replace(one, resume=negotiation(one.id, resume={"last_name": NAMES[one.id]}).resume)
        for one in people.items
    ]
    start = start.in_collection(HERE).with_page(HERE, replace(people, items=tuple(named)))
    return start.searched(Search(typed))


def _seen(state: Inbox) -> list[str]:
    return [row.id for row in state.rows]


def _at(state: Inbox) -> str:
    assert state.selected is not None
    return state.selected.id


def test_the_cursor_is_on_a_hit() -> None:
    state = _inbox()
    assert _seen(state) == ["2", "4", "6"]
    assert (_at(state), state.cursor) == ("2", 0)
    state = state.moved_to(2)
    assert (_at(state), state.listing.cursor) == ("6", 5)
    assert _at(state.moved_to(99)) == "6"


def test_nobody_is_selected_where_nobody_is_found() -> None:
    state = _inbox("zzz")
    assert state.selected is None
    assert _at(state.searched(None)) == "1"


def test_leaving_the_search_stays_on_the_candidate() -> None:
    state = _inbox().moved_to(1).searched(None)
    assert _at(state) == "4"
    assert len(state.rows) == 6


def test_who_is_decided_on_leaves_the_hits_and_comes_back() -> None:
    state = _inbox().moved_to(1)
    assert state.selected is not None
    operation = decision(state.selected.negotiation)
    gone = optimistic.applied(state, operation)
    assert (_seen(gone), _at(gone)) == (["2", "6"], "6")
    back = optimistic.reverted(gone, operation)
    assert (_seen(back), _at(back)) == (["2", "4", "6"], "4")
    assert back == state


def test_deciding_on_the_last_hit_goes_to_the_one_before() -> None:
    state = _inbox().moved_to(2)
    assert state.selected is not None
    assert _at(optimistic.applied(state, decision(state.selected.negotiation))) == "4"


def test_another_collection_has_no_search() -> None:
    assert _inbox().in_collection(replace(HERE, collection_id="later")).search is None


@given(st.lists(st.sampled_from(["down", "up", "decide", "undo", "type", "wipe"]), max_size=12))
def test_whatever_one_does_the_cursor_is_on_somebody_seen(keys: list[str]) -> None:
    state, typed = _inbox(""), ""
    done: list[Operation] = []
    for key in keys:
        if key in {"down", "up"}:
            state = state.moved_to(state.cursor + (1 if key == "down" else -1))
        elif key == "decide" and state.selected is not None:
            operation = decision(state.selected.negotiation, id_=f"{len(done)}-{state.selected.id}")
            state, done = optimistic.applied(state, operation), [*done, operation]
        elif key == "undo" and done:
            state = optimistic.reverted(state, done.pop())
        elif key in {"type", "wipe"} and state.search is not None:
            typed = typed + "иванов"[len(typed) : len(typed) + 2] if key == "type" else typed[:-1]
            state = state.searched(replace(state.search, typed=typed))
        left = [row for row in state.listing.rows if re.search(folded(typed), " ".join(row.facts.words))]
        assert list(state.rows) == left
        assert (state.selected in left) if left else state.selected is None
