"""Putting aside: who is hidden, who comes back and why, and what is left of a list."""

from datetime import timedelta
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from hh_tui.api.models import Negotiation
from hh_tui.inbox.decisions import optimistic
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.decisions.outbox import Finished, Stage
from hh_tui.inbox.lists import snoozed_list
from hh_tui.inbox.lists.awaiting import WAITING
from hh_tui.inbox.lists.newly_snoozed import newly_snoozed
from hh_tui.inbox.lists.search import Search
from hh_tui.inbox.lists.snoozed import SnoozedItems, VisibleRows
from hh_tui.inbox.lists.snoozed_item import (
    SNOOZED,
    UNTIL_REPLY,
    ReturnReason,
    SnoozedItem,
    SnoozeKind,
    from_text,
    snooze,
    to_text,
)
from hh_tui.inbox.snapshot.rows import Row, Rows
from hh_tui.inbox.snapshot.state import Inbox
from hh_tui.system.structs import replace
from tests.factory import DECIDED, HERE, decision, inbox, letter, negotiation, page

HOUR = timedelta(hours=1)
PEOPLE = [f"n{number}" for number in range(8)]


def _person(id_: str, messages: int = 3, unread: int = 0, *, looked: bool = True) -> Negotiation:
    """`looked`: they have seen all that there is."""
    counters = {"messages": messages, "unread_messages": unread}
    return negotiation(id_, counters=counters, viewed_by_opponent=looked)


def _snoozed(id_: str, hours: int = 1, **person: Any) -> SnoozedItem:
    return snooze(SnoozeKind.SNOOZED, _person(id_, **person), HERE, DECIDED, until=DECIDED + hours * HOUR)


def _until_reply(id_: str, **person: Any) -> SnoozedItem:
    return snooze(SnoozeKind.UNTIL_REPLY, _person(id_, **person), HERE, DECIDED)


def _ids(start: Inbox) -> list[str]:
    return [row.id for row in start.rows]


def _with(start: Inbox, *asides: SnoozedItem) -> Inbox:
    return start.with_snoozed(start.snoozed.with_all(asides))


def test_whoever_is_put_aside_is_loaded_and_not_seen() -> None:
    start = inbox(PEOPLE, found=100).moved_to(2)
    after = _with(start, _snoozed("n2"), _until_reply("n4"))
    assert _ids(after) == ["n0", "n1", "n3", "n5", "n6", "n7"]
    assert after.selected is not None
    assert after.selected.id == "n3"
    assert (after.hidden_count, after.listing.found, len(after.listing.rows)) == (2, 100, 8)
    assert after.listing.next_page == start.listing.next_page
    back = after.with_snoozed(after.snoozed.without("n2", "n4"))
    assert back.rows is back.listing.rows
    assert back.selected is not None
    assert back.selected.id == "n3"


def test_a_moment_brings_back_and_the_cursor_stays() -> None:
    start = _with(inbox(PEOPLE), _snoozed("n0", 1), _snoozed("n1", 2))
    assert start.snoozed.next_at == DECIDED + HOUR
    assert start.snoozed.woken(DECIDED) is start.snoozed
    after = start.with_snoozed(start.snoozed.woken(DECIDED + HOUR))
    assert _ids(after)[0] == "n0"
    assert after.snoozed.people["n0"].returned is ReturnReason.TIME
    assert after.selected is not None
    assert after.selected.id == "n2"
    assert after.snoozed.next_at == DECIDED + 2 * HOUR


def test_whoever_writes_is_back() -> None:
    snoozed = SnoozedItems().with_all([_until_reply("n0"), _snoozed("n1"), _until_reply("n2", unread=2)])
    now = DECIDED + HOUR
    same = snoozed.after_read([_person("n0"), _person("n1"), _person("n2", unread=2)], now)
    assert same.hidden == {"n0", "n1", "n2"}
    wrote = same.after_read([_person("n0", 4, 1), _person("n1", unread=1), _person("n2", unread=3)], now)
    assert wrote.hidden == set()
    assert {one.returned for one in wrote.people.values()} == {ReturnReason.WROTE}


def test_messages_that_nobody_is_known_to_have_written_are_news() -> None:
    snoozed = SnoozedItems().with_all([_until_reply("n0", unread=1), _snoozed("n1")])
    now = DECIDED + HOUR
    news = snoozed.after_read([_person("n0", 4), _person("n1", 5)], now)
    assert {one.returned for one in news.people.values()} == {ReturnReason.NEWS}
    assert news.returned_since(snoozed).keys() == {ReturnReason.NEWS}
    wrote = news.after_read([_person("n0", 5, 1)], now)
    assert wrote.people["n0"].returned is ReturnReason.WROTE


def test_a_colleagues_letter_ends_no_wait() -> None:
    snoozed = SnoozedItems().with_all([_until_reply("n0"), _snoozed("n1")])
    unseen = [_person("n0", 4, looked=False), _person("n1", 4, looked=False)]
    waiting = snoozed.after_read(unseen, DECIDED + HOUR)
    assert waiting.hidden == {"n0", "n1"}
    seen = waiting.after_read([_person("n0", 4), _person("n1", 4)], DECIDED + 2 * HOUR)
    assert seen.hidden == {"n0", "n1"}, "they have looked at it, and that is all"
    assert seen.after_read([_person("n0", 5, 1)], DECIDED + 2 * HOUR).hidden == {"n1"}


def test_an_answer_that_a_colleague_answered_ends_a_wait() -> None:
    snoozed = SnoozedItems().with_all([_until_reply("n0"), _snoozed("n1")])
    both = [_person("n0", 5, looked=False), _person("n1", 5, looked=False)]
    back = snoozed.after_read(both, DECIDED + HOUR)
    assert back.people["n0"].returned is ReturnReason.NEWS
    assert back.people["n1"].returned is ReturnReason.NEWS


def test_reading_his_messages_lowers_what_counts_as_new() -> None:
    snoozed = SnoozedItems().with_all([_until_reply("n0", unread=2)]).opened("n0")
    assert snoozed.after_read([_person("n0", unread=1)], DECIDED).people["n0"].returned is ReturnReason.WROTE


def test_a_letter_of_ours_is_no_answer() -> None:
    snoozed = SnoozedItems().with_all([_until_reply("n0")]).settled(letter(_person("n0")))
    snoozed = snoozed.after_read([_person("n0", 4)], DECIDED)
    assert snoozed.hidden == {"n0"}
    assert snoozed.after_read([_person("n0", 5)], DECIDED).hidden == set()
    unknown = snooze(SnoozeKind.UNTIL_REPLY, _person("n0"), HERE, DECIDED, known=False)
    assert SnoozedItems().with_all([unknown]).after_read([_person("n0", 4)], DECIDED).hidden == {"n0"}


def test_a_letter_that_the_row_counts_hides_no_answer() -> None:
    start = inbox(["n0", "n1", "n2"])
    seen = {"n0": DECIDED + 2 * HOUR, "n1": DECIDED}
    start = replace(start, listing=replace(start.listing, again=seen))
    people = [_person(one) for one in ("n0", "n1", "n2", "nowhere")]
    sent = [Finished(letter(one), Stage.DONE, DECIDED + HOUR) for one in people[:2]]
    now = DECIDED + 3 * HOUR
    items = newly_snoozed(start, sent, people, SnoozeKind.UNTIL_REPLY, now, now + HOUR)
    assert [(one.id, one.messages) for one in items] == [("n0", 3), ("n1", None), ("n2", 3)]
    assert {(one.at, one.until) for one in items} == {(now, now + HOUR)}
    answered = SnoozedItems().with_all(items).after_read([_person("n0", 4), _person("n1", 4)], now)
    assert answered.hidden == {"n1", "n2"}, "the letter may be what n1 has more"


def test_who_is_back_is_told_once_with_the_reason() -> None:
    before = SnoozedItems().with_all([_snoozed("n0"), _until_reply("n1"), _snoozed("n2", hours=9)])
    back = before.woken(DECIDED + HOUR).after_read([_person("n1", unread=1)], DECIDED + HOUR)
    told = {why: [one.id for one in who] for why, who in back.returned_since(before).items()}
    assert told == {ReturnReason.TIME: ["n0"], ReturnReason.WROTE: ["n1"]}
    assert back.returned_since(back) == {}


def test_a_decision_ends_it_and_opening_ends_the_sign() -> None:
    snoozed = SnoozedItems().with_all([_snoozed("n0"), _until_reply("n1")])
    assert "n0" not in snoozed.settled(decision(_person("n0"))).people
    woken = snoozed.woken(DECIDED + HOUR)
    assert "n0" not in woken.opened("n0").people
    assert "n1" in woken.opened("n1").people


def test_the_end_of_what_is_seen_wants_the_next_page() -> None:
    start = inbox([f"n{number}" for number in range(50)], found=200)
    hidden = [_snoozed(f"n{number}") for number in range(20, 50)]
    assert not start.wants_page(19)
    assert _with(start, *hidden).wants_page(19)
    everybody = _with(start, *(_snoozed(row.id) for row in start.rows))
    assert everybody.wants_page()
    assert everybody.selected is None
    whole = inbox(PEOPLE)
    assert not _with(whole, *(_snoozed(one) for one in PEOPLE)).wants_page(7)


def test_a_refresh_keeps_them_hidden_and_counts_them() -> None:
    start = _with(inbox(PEOPLE), _snoozed("n1"))
    after = start.refreshed(HERE, (page(PEOPLE),)).with_page(HERE, page(PEOPLE))
    assert "n1" not in _ids(after)
    assert after.hidden_count == 1


def test_a_search_leaves_them_out() -> None:
    start = _with(inbox(PEOPLE), _snoozed("n1"))
    assert "n1" not in [row.id for row in start.searched(Search("")).rows]


def test_moving_the_cursor_filters_nothing_anew() -> None:
    start = _with(inbox([f"n{number}" for number in range(300)]), _snoozed("n5"))
    _ = start.rows
    before = start.visible_rows.filtered
    for cursor in range(200):
        start = start.moved_to(cursor)
        assert start.selected is not None
    assert start.visible_rows.filtered == before


def test_without_anybody_aside_the_rows_are_the_very_same() -> None:
    rows = Rows([Row(0, negotiation("a"))])
    assert VisibleRows().of(rows, frozenset()) is rows
    assert VisibleRows().of(rows, frozenset({"b"})) is rows


# The places


def test_places_hold_who_was_put_there_and_who_waits_for_moment() -> None:
    later = replace(decision(_person("n3")), not_before=DECIDED + 2 * HOUR)
    start = optimistic.applied(
        _with(inbox(PEOPLE), _snoozed("n0", 3), _snoozed("n1", 1), _until_reply("n2")), later
    )
    assert (snoozed_list.count(start, SNOOZED), snoozed_list.count(start, UNTIL_REPLY)) == (3, 1)
    place = snoozed_list.entered(start, SNOOZED)
    assert _ids(place) == ["n1", "n3", "n0"]
    assert place.source_of("n0") == HERE
    assert place.source_of("n3") == HERE
    assert _ids(snoozed_list.entered(start, UNTIL_REPLY)) == ["n2"]
    assert not place.wants_page(9)


def test_a_decision_removes_the_snoozed_and_undo_restores() -> None:
    start = snoozed_list.entered(_with(inbox(PEOPLE), _snoozed("n0"), _snoozed("n1")), SNOOZED)
    operation = decision(_person("n0"))
    after = optimistic.applied(start, operation)
    assert _ids(after) == ["n1"]
    assert _ids(snoozed_list.lined_up(after, after.snoozed)) == ["n1"]
    assert optimistic.reverted(after, operation) == start
    settled = optimistic.settled(after, operation)
    assert _ids(snoozed_list.lined_up(settled, after.snoozed)) == ["n1"]


def test_scheduling_in_a_place_keeps_him_there() -> None:
    start = snoozed_list.entered(_with(inbox(PEOPLE), _snoozed("n0", 5)), SNOOZED)
    later = replace(decision(_person("n0")), not_before=DECIDED + HOUR)
    after = optimistic.applied(start, later)
    assert _ids(snoozed_list.lined_up(after, after.snoozed)) == ["n0"]
    assert optimistic.reverted(after, later) == start


def test_a_letter_written_in_a_place_leaves_him_there() -> None:
    start = snoozed_list.entered(_with(inbox(PEOPLE), _until_reply("n0")), UNTIL_REPLY)
    after = optimistic.applied(start, letter(_person("n0")))
    assert _ids(after) == ["n0"]
    assert _ids(optimistic.settled(after, letter(_person("n0")))) == ["n0"]


def test_rows_of_a_place_stay_the_same_objects() -> None:
    start = snoozed_list.entered(_with(inbox(PEOPLE), _snoozed("n0"), _snoozed("n1")), SNOOZED)
    assert snoozed_list.lined_up(start, start.snoozed) is start
    told = start.with_snoozed(start.snoozed.after_read([_person("n1", 9)], DECIDED))
    after = snoozed_list.lined_up(told, start.snoozed)
    assert _ids(after) == ["n0"]
    assert after.rows[0] is start.rows[0]


def test_those_who_wait_do_not_include_those_put_aside() -> None:
    start = _with(inbox(PEOPLE), _snoozed("n0"))
    queued = replace(start, listing=replace(start.listing, query=WAITING))
    assert "n0" not in _ids(queued)


# On disk

ASIDES = st.builds(
    SnoozedItem,
    st.sampled_from(SnoozeKind),
    st.builds(_person, st.text("0123456789", min_size=1, max_size=6), st.integers(0, 9), st.integers(0, 9)),
    st.just(HERE),
    st.just(DECIDED),
    st.just(DECIDED + HOUR),
    st.none() | st.just(DECIDED + 9 * HOUR),
    st.none() | st.integers(0, 99),
    st.integers(0, 99),
    st.none() | st.sampled_from(ReturnReason),
)
JSON: Any = st.recursive(
    st.none() | st.integers() | st.text(), lambda one: st.lists(one) | st.dictionaries(st.text(), one)
)


@given(ASIDES)
def test_what_is_written_is_read_again(one: SnoozedItem) -> None:
    assert from_text(one.kind, to_text(one)) == one


@given(
    st.text() | JSON.map(str) | st.dictionaries(st.sampled_from(["home", "at", "negotiation"]), JSON).map(str)
)
def test_what_is_not_ours_is_nothing(text: str) -> None:
    assert from_text(SnoozeKind.SNOOZED, text) is None
    assert not SnoozedItems.of({SnoozeKind.SNOOZED: {"1": text}}).people


def _seen(inbox: Inbox) -> Inbox:
    """As it is seen: with the cursor on the row that seems to be under it, should that one be hidden."""
    return inbox.moved_to(inbox.cursor)


@example([("decide", 0), ("snooze", 0), ("undo", 0), ("decide", 0)])
@given(
    st.lists(st.tuples(st.sampled_from(["snooze", "until", "back", "time", "decide", "undo", "move"]),
                       st.integers(0, 9)), max_size=30)
)  # fmt: skip
def test_whatever_happens_lists_hold_everybody_once(steps: list[tuple[str, int]]) -> None:
    start, now, made = inbox(PEOPLE, found=8), DECIDED, list[Operation]()
    for step, number in steps:
        who = PEOPLE[number % len(PEOPLE)]
        if step == "snooze":
            start = _with(start, replace(_snoozed(who), until=now + number * HOUR))
        elif step == "until":
            start = _with(start, _until_reply(who))
        elif step == "back":
            start = start.with_snoozed(start.snoozed.without(who))
        elif step == "time":
            now += number * HOUR
            start = start.with_snoozed(start.snoozed.woken(now))
        elif step == "decide" and start.selected is not None:
            operation = decision(start.selected.negotiation, id_=f"op{len(made)}")
            before = start
            start = optimistic.applied(start, operation)
            assert _seen(optimistic.reverted(start, operation)) == _seen(before)
            made.append(operation)
        elif step == "undo" and made:
            start = optimistic.reverted(start, made.pop())
        elif step == "move":
            start = start.moved_to(number)
        loaded = {row.id for row in (*start.listing.rows, *start.listing.away)}
        assert loaded == set(PEOPLE)
        assert set(_ids(start)).isdisjoint(start.snoozed.hidden)
        assert len(start.rows) + start.hidden_count == len(start.listing.rows)
        assert (start.selected is None) == (not len(start.rows))
