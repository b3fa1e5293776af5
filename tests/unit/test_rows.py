"""Rows: small when far away and the same as before, found by id whatever happened to a list."""

import gc
import json
import sys
from collections import Counter
from collections.abc import Iterable
from functools import cache
from random import Random
from types import FunctionType, ModuleType
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from hh_tui.api.models import Board, Negotiation, Page
from hh_tui.api.models.reading import as_builtins, parsed
from hh_tui.api.resource import read_as
from hh_tui.errors import UnreadableAnswer
from hh_tui.inbox.decisions.selection import Selection
from hh_tui.inbox.decisions.selection_actions import SelectionActions, list_key, selected_rows
from hh_tui.inbox.snapshot.compact import RowPacker
from hh_tui.inbox.snapshot.listing import WHOLE, Listing
from hh_tui.inbox.snapshot.people import Repeats
from hh_tui.inbox.snapshot.row_facts import RowFacts
from hh_tui.inbox.snapshot.rows import AT_HAND, Row, Rows, difference, pack
from hh_tui.inbox.snapshot.state import Inbox
from hh_tui.system.structs import replace
from tests.demo.driver import Recruiter
from tests.factory import DECIDED, HERE, decision, negotiation

JUNK: list[Any] = [
    None, True, 0, -1, 7, 2.5, 10**13, "", " ", "a  b", "\x1b[31mкрасный\x1b[0m", "\u202eabc", [], {},
    [None, "x"], "e\u0301\u0301\u0301", "a\u00adb\n\tв", "[b]жирно[/b]", "\ud800", "😀\u200d", {"id": 5},
    {"id": "\x1b"}, "1970-01-01T00:00:00+0300", "2026-05-12T18:14:00.123456Z", "2199-12-31T23:59:59-1200",
    "x" * 3_000,
]  # fmt: skip

SEEDS = st.integers(0, 2**32).map(Random)
"""Sources of more chances than Hypothesis would draw one by one."""


@cache
def _demo(hostile: bool) -> tuple[Any, ...]:
    """Candidates as the stand-in serves them."""
    anna = Recruiter("S", hostile=hostile)
    board = parsed(Board, anna.collections(anna.vacancy(0)["id"]))
    return tuple(item for one in board.collections[:4] for item in anna.get(one.url)["items"])


def _read(payloads: Iterable[Any]) -> tuple[Negotiation, ...]:
    """Those of them that are candidates."""
    return parsed(Page[Negotiation], {"items": list(payloads)}).items


def _worn(payload: Any, random: Random, wear: float) -> Any:
    """A payload of which some values are not what was promised."""
    if random.random() < wear:
        return random.choice(JUNK)
    if isinstance(payload, dict):
        return {key: _worn(value, random, wear) for key, value in payload.items()}
    return [_worn(one, random, wear) for one in payload] if isinstance(payload, list) else payload


def _packed(one: Negotiation, press: RowPacker) -> Row:
    return _rows([one], press)[0]


def _rows(people: Iterable[Negotiation], press: RowPacker) -> list[Row]:
    rows = [Row(rank, one) for rank, one in enumerate(people)]
    pack(rows, press)
    return rows


def _size(rows: Iterable[Row]) -> int:
    """The bytes of what the rows were packed into."""
    return sum(len(one.facts) + len(one.pressed) for one in {row.bundle for row in rows} if one is not None)


def test_everybody_in_the_demo_comes_back_as_he_was() -> None:
    for hostile in (False, True):
        people = _read(_demo(hostile))
        assert len(people) > 20
        press = RowPacker(people[0])
        rows = _rows(people, press)
        for one, row in zip(people, rows, strict=True):
            assert row.unpacked() == one
            assert row.facts == RowFacts.of(one)
            assert row.same(_packed(one, press))
        if not hostile:
            assert _size(rows) < 400 * len(people)


def test_rows_that_differ_in_their_id_alone_are_not_the_same() -> None:
    one, other = (negotiation(id_, messages_url=f"https://api.hh.ru/negotiations/{id_}/messages")
                  for id_ in ("101", "202"))  # fmt: skip
    press = RowPacker(one)
    rows = _rows([one, other], press)
    told = [row.bundle.told(row.content) for row in rows if row.bundle is not None]
    assert told[0] == told[1], "all that differs is left out"
    assert [row.unpacked() for row in rows] == [one, other]
    assert not rows[0].holds(other)
    assert not rows[0].same(rows[1])
    assert rows[0].same(_packed(one, press))


@pytest.mark.parametrize("own", ["1", "\\", '"', "u0001", "id", "n"])
@pytest.mark.parametrize("resume", ["1", "11", "id", '"', "\\u0002"])
def test_an_id_that_stands_all_over_is_unpacked_as_it_was(own: str, resume: str) -> None:
    one = negotiation("7", resume={"id": "9", "title": "\x01 11 яя \x02", "first_name": "1 \\ id я"})
    assert one.resume is not None
    one = replace(one, id=own, resume=replace(one.resume, id=resume))
    assert _packed(one, RowPacker(negotiation("8"))).unpacked() == one


def test_a_menu_of_everybody_is_kept_once() -> None:
    people = [one for one in _read(_demo(False)) if one.actions]
    alone, after = RowPacker(people[0]), RowPacker(*people[:10])
    longer = [replace(one, actions=one.actions * 3) for one in people]
    for packer in (alone, after):
        sizes = [_size(_rows(group[10:40], packer)) for group in (people, longer)]
        assert sizes[1] < sizes[0] + 30 * 10, "however long it is"


def test_more_menus_than_there_is_room_for_come_back() -> None:
    one = next(one for one in _read(_demo(False)) if one.actions)
    first = one.actions[0]
    people = [
        replace(one, actions=tuple(replace(first, name=f"{number} {place}") for place in range(5)))
        for number in range(60)
    ]
    packer = RowPacker(one)
    rows = _rows(people, packer)
    assert [row.unpacked() for row in rows] == people
    assert all(row.same(again) for row, again in zip(rows, _rows(people, packer), strict=True))


@pytest.mark.parametrize("each", [3, 254, 255, 3_000])
def test_rows_have_as_many_words_as_they_like(each: int) -> None:
    packer, number = RowPacker(negotiation("1")), 0
    for _ in range(75_000 // each if each > 254 else 40):
        skills = [f"w{number + place}" for place in range(each)]
        number += each
        one = negotiation("1", resume={"id": "0a1b", "skill_set": skills, "owner": {"id": "5"}})
        row = _packed(one, packer)
        assert row.facts == RowFacts.of(one)
        assert (row.person, row.unpacked()) == ("owner 5", one)


@given(SEEDS, st.sampled_from([0.01, 0.05, 0.2]), st.booleans())
def test_whatever_the_server_sent_comes_back_as_it_was_read(
    random: Random, wear: float, hostile: bool
) -> None:
    people = _read(_worn(random.choice(_demo(hostile)), random, wear) for _ in range(5))
    assume(people)
    one, press = people[0], RowPacker(_read(_demo(hostile))[-1])
    row = _packed(one, press)
    assert row.unpacked() == one
    assert as_builtins(row.unpacked()) == as_builtins(one)
    facts = RowFacts.of(one)
    assert (row.id, row.facts, row.person) == (one.id, facts, facts.person)
    assert (row.traits.offered, row.traits.kinds) == (facts.offered, facts.kinds)
    assert row.holds(one)
    assert row.same(_packed(one, press))
    assert row.same(_packed(one, RowPacker(one)))
    other = replace(one, has_updates=not one.has_updates)
    assert not row.holds(other)
    assert not row.same(_packed(other, press))
    assert not row.same(Row(0, other))


@given(SEEDS, st.sampled_from([0.0, 0.01, 0.05, 0.2]), st.booleans())
def test_an_answer_is_read_from_its_bytes_as_what_they_decode_to(
    random: Random, wear: float, hostile: bool
) -> None:
    page = {"items": [_worn(random.choice(_demo(hostile)), random, wear) for _ in range(4)], "found": 4}
    body = json.dumps(page, ensure_ascii=random.random() < 0.5).encode("utf-8", "surrogatepass")
    try:
        decoded = json.loads(body)
    except ValueError:
        with pytest.raises(UnreadableAnswer):
            read_as(Page[Negotiation], body)
        return
    read, expected = read_as(Page[Negotiation], body), parsed(Page[Negotiation], decoded)
    assert read == expected
    assert as_builtins(read) == as_builtins(expected)


@pytest.mark.parametrize(
    "body", [b"", b"<html>", b"[" * 100_000, b'"x"', b"[]", b"null", b'{"items":', b"\xff"]
)
def test_what_is_no_answer_is_told(body: bytes) -> None:
    with pytest.raises(UnreadableAnswer):
        read_as(Page[Negotiation], body)


# A long list is small


def _renamed(item: Any, new: str) -> Any:
    """The same candidate by another id, in all addresses, too."""
    return json.loads(json.dumps(item).replace(item["id"], new))


@cache
def _told(number: int, count: int, per_page: int) -> Any:
    items = [
        _renamed(_demo(False)[at % len(_demo(False))], f"n{number * per_page + at}") for at in range(per_page)
    ]
    return {"items": items, "found": count, "page": number, "pages": count // per_page, "per_page": 50}


def _page(number: int, count: int, per_page: int = 50) -> Page[Negotiation]:
    return parsed(Page[Negotiation], _told(number, count, per_page))


def _long(count: int) -> Inbox:
    inbox = Inbox(vacancy_id="77").in_collection(HERE)
    for number in range(count // 50):
        inbox = inbox.with_page(HERE, _page(number, count), None, DECIDED)
    return inbox


def _parts(row: Row) -> list[object]:
    return [getattr(row, name) for name in row.__struct_fields__]


def _whole(inbox: Inbox) -> int:
    """How many negotiations are kept whole in what belongs to an inbox."""
    seen: dict[int, object] = {}
    wanted: list[object] = [inbox]
    while wanted:
        one = wanted.pop()
        if id(one) not in seen and not isinstance(one, type | ModuleType | FunctionType):
            seen[id(one)] = one
            wanted += _parts(one) if isinstance(one, Row) else gc.get_referents(one)
    return sum(type(one) is Negotiation for one in seen.values())


def _opened(inbox: Inbox) -> int:
    assert inbox.listing.packer is not None
    return inbox.listing.packer.opened


def test_of_a_thousand_candidates_few_are_kept_whole() -> None:
    inbox = _long(1_000)
    assert len(inbox.rows) == 1_000
    assert WHOLE <= _whole(inbox) <= WHOLE + 50
    for row in inbox.rows:
        assert row.negotiation.id == row.id
    assert WHOLE <= _whole(inbox) <= WHOLE + AT_HAND + 50


def test_a_short_list_is_kept_whole() -> None:
    inbox = _long(WHOLE)
    assert inbox.listing.packer is None
    assert inbox.rows[WHOLE - 1].negotiation is inbox.rows[WHOLE - 1].negotiation


def test_nobody_is_unpacked_for_what_is_asked_of_all() -> None:
    """Searching, counting, marking everybody, reading the list anew, deciding on others."""
    inbox = _long(1_000)
    selection_actions, repeats = SelectionActions(), Repeats()
    marks = Selection(list_key(inbox)).with_all(inbox.rows)
    chosen = selected_rows(Inbox(vacancy_id="77", listing=inbox.listing, selection=marks))
    assert len(chosen) == 1_000
    assert selection_actions.choices(chosen)
    assert repeats.times(inbox.rows[0], inbox.rows) >= 1
    assert any(row.facts.needs_attention for row in inbox.rows)
    again = inbox.refreshed(HERE, tuple(_page(number, 1_000) for number in range(20)), None, DECIDED)
    assert list(again.rows)[WHOLE:] == list(inbox.rows)[WHOLE:]
    assert _opened(inbox) <= 20, "only where a new kind of decision is met"


def test_a_row_far_away_takes_some_hundred_bytes() -> None:
    inbox = _long(1_000)
    far = inbox.rows[WHOLE:]
    bundles = {row.bundle for row in far if row.bundle is not None}
    assert {one.packer for one in bundles} == {inbox.listing.packer}
    kept = [*far, *(row.id for row in far), *{row.content for row in far}, *bundles]
    kept += [part for one in bundles for part in (one.facts, one.pressed)]
    assert sum(map(sys.getsizeof, kept)) < 370 * len(far)
    held = {id(part) for row in far for part in _parts(row) if gc.is_tracked(part)}
    assert held == set(map(id, bundles)), "nothing else is kept for one of them"


def test_a_row_that_changes_stays_small() -> None:
    inbox = _long(1_000)
    changed = inbox.viewed("n700")
    row = changed.listing.rows[700]
    assert not row.facts.needs_attention
    opened = _opened(changed)
    assert row.negotiation.has_updates is False
    assert _opened(changed) == opened + 1
    assert changed.with_negotiation(row.negotiation).listing.rows is changed.listing.rows


# Places


EDITS = st.lists(
    st.tuples(st.sampled_from(["out", "back", "renew", "more", "among"]), st.integers(0, 30)), max_size=25
)


def _plain(rank: int, id_: str) -> Row:
    return Row(rank, negotiation(id_))


@given(EDITS)
def test_whoever_is_there_is_found_and_nobody_else(edits: list[tuple[str, int]]) -> None:
    rows = Rows(tuple(_plain(number * 10, str(number)) for number in range(8)))
    away: list[Row] = []
    versions, number = [rows], 8
    for edit, at in edits:
        if edit == "out" and len(rows):
            away.append(rows[at % len(rows)])
            rows = rows.without(at % len(rows))
        elif edit == "back" and away:
            rows, place = rows.restored(away.pop(at % len(away)))
            assert rows[place].rank >= 0
        elif edit == "renew" and len(rows):
            rows = rows.replaced(at % len(rows), negotiation(rows[at % len(rows)].id, has_updates=True))
        elif edit == "more":
            rows, number = rows.extended([_plain(1_000 + number * 10, str(number))]), number + 1
        elif edit == "among" and (gone := [row for row in away if row.rank % 10 == 0]):
            came = [Row(row.rank + 5, row.negotiation) for row in gone]
            away = [row for row in away if row not in gone]
            rows = rows.inserted(came)
        versions.append(rows)
    for one in versions:
        there = {row.id: place for place, row in enumerate(one)}
        assert {str(key): one.index_of(str(key)) for key in range(number)} == {
            str(key): there.get(str(key)) for key in range(number)
        }
        assert one.index_of("nobody") is None


@given(
    st.lists(st.integers(0, 40), unique=True),
    st.lists(st.integers(0, 40), unique=True),
    st.sets(st.integers(0, 40)),
)
def test_the_difference_of_two_lists(one: list[int], other: list[int], renewed: set[int]) -> None:
    rows = {rank: _plain(rank, str(rank)) for rank in range(41)}
    newer = {rank: _plain(rank, str(rank)) for rank in renewed}
    before = Rows(tuple(rows[rank] for rank in sorted(one)))
    after = Rows(tuple(newer.get(rank, rows[rank]) for rank in sorted(other)))
    gone, come = difference(before, after)
    assert gone == [row for row in before if row not in list(after)]
    assert come == [row for row in after if row not in list(before)]
    assert list(before.less(gone).inserted(come)) == list(after)


@given(EDITS)
def test_people_are_counted_as_they_come_and_go(edits: list[tuple[str, int]]) -> None:
    def person(number: int) -> Row:
        return Row(number, negotiation(str(number), resume={"owner": {"id": str(number % 3)}}))

    rows, repeats = Rows(tuple(person(number) for number in range(9))), Repeats()
    for edit, at in edits:
        if edit == "out" and len(rows):
            rows = rows.without(at % len(rows))
        elif edit == "more":
            last = rows[-1].rank if len(rows) else 0
            rows = rows.extended([person(int(last) + 1 + at)])
        for row in rows:
            assert repeats.times(row, rows) == sum(other.facts.person == row.facts.person for other in rows)


def test_people_are_counted_in_a_part_of_a_long_list() -> None:
    def person(number: int) -> Row:
        return Row(number, negotiation(str(number), resume={"owner": {"id": str(number % 400)}}))

    whole, repeats = Rows(tuple(person(number) for number in range(1_000))), Repeats()
    part = whole.only([row for row in whole if row.rank % 5 < 3])
    for rows in (whole, part, whole.without(400), whole):
        known = Counter(row.person for row in rows)
        assert [repeats.times(row, rows) for row in rows] == [known[row.person] for row in rows]


def test_a_decision_counts_one_person_and_not_all() -> None:
    inbox, repeats = _long(1_000), Repeats()
    repeats.times(inbox.rows[0], inbox.rows)
    assert repeats.counted == 1_000
    fewer = inbox.rows.without(500)
    repeats.times(fewer[0], fewer)
    assert repeats.counted == 1_001
    top = Rows(fewer[:50])
    repeats.times(top[0], top)
    assert repeats.counted == 1_051, "a list that was read anew from its top is counted anew"


def test_listing_is_what_the_pages_say() -> None:
    listing = Listing(query=HERE)
    for number in range(6):
        listing = listing.with_page(_page(number, 300), ())
    for number in range(6):
        page = _page(number, 300)
        assert [row.negotiation for row in listing.rows[number * 50 : number * 50 + 50]] == list(page.items)
    assert decision(listing.rows[299].negotiation).negotiation.id == "n299"
