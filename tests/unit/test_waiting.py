"""The queue of those who wait: who belongs into it, in which order, and how far it is read."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from hh_tui.api.models import Board, Negotiation, Page, Vacancy
from hh_tui.api.models.reading import as_builtins, parsed
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.decisions.optimistic import applied, reverted, settled
from hh_tui.inbox.lists.awaiting import WAITING, AwaitingQueue, Portion, sources, to_look_at, waits
from hh_tui.inbox.lists.awaiting_list import entered, lined_up
from hh_tui.inbox.snapshot.query import Query
from hh_tui.inbox.snapshot.state import Inbox
from tests.factory import DECIDED, action, negotiation

TIMEOUT = timedelta(days=3)
FRESH = Query("77", "response", "https://api.hh.ru/negotiations/response?vacancy_id=77")
LATER = Query("88", "consider", "https://api.hh.ru/negotiations/consider?vacancy_id=88")


def _person(id_: str, days: float, unread: int = 0, state: str = "response", **fields: object) -> Negotiation:
    came = (DECIDED - timedelta(days=days)).isoformat()
    values = {
        "created_at": came,
        "updated_at": came,
        "state": {"id": state},
        "counters": {"messages": 1, "unread_messages": unread},
        "has_updates": unread > 0,
    }
    return negotiation(id_, **{**values, **fields})


def _board(vacancy_id: str, fresh: int, later: int = 0) -> Board:
    def one(name: str, total: int, updates: int) -> dict[str, object]:
        url = f"https://api.hh.ru/negotiations/{name}?vacancy_id={vacancy_id}"
        return {"id": name, "url": url, "counters": {"total": total, "with_updates": updates},
                "order_types": [{"id": "created_at"}]}  # fmt: skip

    return parsed(Board, {"collections": [one("response", fresh, 0), one("consider", 40, later)]})


def _page(people: list[Negotiation], number: int, pages: int) -> Page[Negotiation]:
    return Page[Negotiation](items=tuple(people), found=99, page=number, pages=pages, per_page=50)


def _queue(*portions: Portion) -> AwaitingQueue:
    queue = AwaitingQueue(DECIDED, TIMEOUT).again(DECIDED, TIMEOUT, 1)
    return queue.with_vacancy(portions, DECIDED)


def _portion(people: list[Negotiation], vacancy_id: str = "77", number: int = 0, pages: int = 1) -> Portion:
    source = sources(vacancy_id, _board(vacancy_id, 50 * pages))[0]
    return Portion(source, source.read(_page(people, number, pages)), tuple(people))


def test_who_waits() -> None:
    assert waits(_person("1", 4), FRESH, DECIDED, TIMEOUT)
    assert not waits(_person("1", 2), FRESH, DECIDED, TIMEOUT)
    assert waits(_person("1", 0.1, unread=1), FRESH, DECIDED, TIMEOUT)
    assert waits(_person("1", 0.1, unread=1, state="invitation"), LATER, DECIDED, TIMEOUT)
    assert not waits(_person("1", 9, state="invitation"), FRESH, DECIDED, TIMEOUT)
    assert not waits(_person("1", 9), LATER, DECIDED, TIMEOUT)
    assert not waits(_person("1", 9, unread=1, messaging_status="archived"), FRESH, DECIDED, TIMEOUT)
    assert not waits(_person("1", 9, created_at=None), FRESH, DECIDED, TIMEOUT)


def test_where_is_looked_and_where_not() -> None:
    def vacancy(id_: str, responses: int, unread: int = 0) -> Vacancy:
        counters = {"responses": responses, "unread_responses": unread}
        return parsed(Vacancy, {"id": id_, "counters": counters, "has_updates": unread > 0})

    looked = to_look_at(
        [vacancy("none", 0), vacancy("quiet", 9), vacancy("few", 9, 1), vacancy("many", 9, 5)]
    )
    assert [one.id for one in looked] == ["many", "few", "quiet"]
    fresh, later = sources("77", _board("77", 120, later=3))
    assert (fresh.page, fresh.order, fresh.filters.params()) == (2, "created_at", {})
    assert (later.page, later.order, later.filters.params()) == (0, None, {"show_only_new": "true"})
    assert not sources("77", _board("77", 0))


def test_a_counter_out_of_date_is_corrected_by_the_list() -> None:
    source = sources("77", _board("77", 250))[0]
    assert source.page == 4
    source = source.read(_page([], 4, 2))
    assert source.page == 1
    source = source.read(_page([_person("1", 9)], 1, 2))
    assert source.page == 0
    assert source.read(_page([_person("2", 1)], 0, 2)).page is None
    assert sources("77", _board("77", 250))[0].read(_page([], 4, 0)).page is None


@given(st.lists(st.tuples(st.integers(4, 300), st.booleans()), max_size=40, unique_by=lambda one: one[0]))
def test_however_pages_come_one_who_waits_longest_is_first(people: list[tuple[int, bool]]) -> None:
    here = [_person(f"a{hours}", hours / 24 + 3) for hours, first in people if first]
    there = [_person(f"b{hours}", hours / 24 + 3) for hours, first in people if not first]
    queue = _queue(_portion(here), _portion(there, "88"))
    waited = [waiter.since for waiter in queue.visible()]
    assert waited == sorted(waited)
    assert len(waited) == len(people)
    assert len({waiter.rank for waiter in queue.visible()}) == len(people)
    assert queue.is_whole


def test_nobody_is_shown_before_all_earlier_ones_are_known() -> None:
    old, young = [_person("old", 20)], [_person("young", 5)]
    queue = _queue(_portion(old, number=1, pages=2), _portion(young, "88"))
    assert [waiter.id for waiter in queue.visible()] == ["old"]
    source = queue.next_source
    assert source is not None
    assert source.page == 0
    between = [_person("between", 9)]
    queue = queue.with_portion(Portion(source, source.read(_page(between, 0, 2)), tuple(between)), DECIDED)
    assert [waiter.id for waiter in queue.visible()] == ["old", "between", "young"]
    assert queue.is_whole


def test_the_queue_is_shown_when_looking_has_ended() -> None:
    queue = (
        AwaitingQueue(DECIDED, TIMEOUT)
        .again(DECIDED, TIMEOUT, 2)
        .with_vacancy([_portion([_person("1", 9)])], DECIDED)
    )
    assert queue.is_looking
    assert not queue.visible()
    from hh_tui.system.structs import replace

    assert len(replace(queue, stopped=True).visible()) == 1


def test_looked_for_anew_those_who_are_gone_go_at_the_end() -> None:
    queue = _queue(_portion([_person("1", 9), _person("2", 8)])).as_shown()
    queue = queue.again(DECIDED, TIMEOUT, 1)
    assert [waiter.id for waiter in queue.visible()] == ["1", "2"]
    newer = _person("2", 8, unread=1)
    queue = queue.with_vacancy([_portion([newer])], DECIDED)
    assert [waiter.negotiation for waiter in queue.visible()] == [newer]


def test_a_clock_set_back_lets_the_queue_be_looked_for_anew() -> None:
    ahead = DECIDED + timedelta(days=5)
    queue = AwaitingQueue(ahead, TIMEOUT).again(ahead, TIMEOUT, 0)
    assert queue.fresh(ahead)
    assert not queue.fresh(DECIDED)
    queue = queue.again(DECIDED, TIMEOUT, 0)
    assert queue.fresh(DECIDED)
    assert queue.again(DECIDED, TIMEOUT, 0).began_at > queue.began_at


def _inbox() -> Inbox:
    inbox = Inbox(
        vacancy_id="99", queue=_queue(_portion([_person("1", 9, actions=[_offer()]), _person("2", 8)]))
    )
    return entered(inbox, None)


def _offer() -> dict[str, object]:
    return as_builtins(action("later", "1"))


def _operation(inbox: Inbox, *, letter: bool) -> Operation:
    row, home = inbox.listing.rows[0], inbox.source_of("1")
    assert home is not None
    form = (("message", "Да"),) if letter else ()
    offered = None if letter else action("later", "1")
    return Operation("op", home, row.negotiation, offered, form, DECIDED)


def test_an_answer_takes_him_out_and_undo_brings_him_back() -> None:
    for letter in (True, False):
        before = _inbox()
        operation = _operation(before, letter=letter)
        assert operation.source.vacancy_id == "77"
        after = applied(before, operation)
        assert [row.id for row in after.listing.rows] == ["2"]
        assert reverted(after, operation) == before
        done = settled(after, operation)
        assert done.queue is not None
        assert list(done.queue.found) == ["2"]
        assert done.listing.query == WAITING


def test_rows_stay_the_same_objects_and_keep_what_happened_here() -> None:
    inbox = _inbox()
    rows = list(inbox.listing.rows)
    assert inbox.queue is not None
    again = lined_up(inbox, inbox.queue)
    assert all(one is other for one, other in zip(again.listing.rows, rows, strict=True))
    assert again.moved_to(1).listing.cursor == 1
