"""Names on pages that were read: from the disk, from memory where there is none, and from broken files."""

from datetime import timedelta
from pathlib import Path

import pytest

from hh_tui.api.filters import Filters
from hh_tui.api.models import Negotiation, Page
from hh_tui.inbox.lists.known_people import known_people
from hh_tui.inbox.snapshot.query import Query
from hh_tui.store.cache import AT_ONCE
from hh_tui.store.page_names import known_pages
from hh_tui.store.store import Store
from hh_tui.system.structs import replace
from tests.factory import HERE, negotiation, page
from tests.store.samples import NOW

ELSEWHERE = Query("88", "fresh", "https://api.hh.ru/negotiations/fresh?vacancy_id=88")


def _disk(folder: Path) -> Store:
    return Store.open(folder, keep_days=30, clock=lambda: NOW)


@pytest.fixture(params=["disk", "memory"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    return _disk(tmp_path) if request.param == "disk" else Store.in_memory(lambda: NOW)


def _named(id_: str, last_name: str, **fields: object) -> Negotiation:
    return negotiation(id_, resume={"last_name": last_name, "first_name": "Анна"}, **fields)


def _list(number: int) -> Query:
    return replace(HERE, url=f"{HERE.url}&n={number}")


def _page(*people: Negotiation, number: int = 0, pages: int = 1) -> Page[Negotiation]:
    return replace(page([], number), items=people, pages=pages, found=len(people))


def _found(store: Store, typed: str) -> list[tuple[str, str]]:
    store._cache_thread.submit(lambda: None).result()
    found = known_people(known_pages(store.page_bodies()), typed)
    return [(one.vacancy_id, one.name) for one in found.people]


def test_names_of_all_lists_are_found(store: Store) -> None:
    store.keep_page(HERE, _page(_named("1", "Орлова"), negotiation("2", resume=None)), NOW)
    store.keep_page(ELSEWHERE, _page(_named("3", "Орлова"), number=2, pages=3), NOW)
    assert sorted(_found(store, "орлова")) == [("77", "Орлова Анна"), ("88", "Орлова Анна")]
    person = known_people(known_pages(store.page_bodies()), "анна").people[0]
    assert (person.state and person.state.name, person.read_at) == ("Fresh", NOW)
    store.close()


def test_a_list_narrowed_down_and_ordered_is_its_vacancys(store: Store) -> None:
    narrowed = replace(HERE.narrowed(Filters(search_text="анна#1")), order="created_at")
    store.keep_page(narrowed, _page(_named("1", "Орлова")), NOW)
    store.keep_page(HERE, _page(_named("1", "Орлова")), NOW + timedelta(seconds=1))
    assert _found(store, "орлова") == [("77", "Орлова Анна")]
    store.close()


def test_whoever_is_past_the_end_of_a_list_is_forgotten(store: Store) -> None:
    store.keep_page(HERE, _page(_named("1", "Орлова"), pages=2), NOW)
    store.keep_page(HERE, _page(_named("2", "Белова"), number=1, pages=2), NOW)
    store.keep_page(HERE, _page(_named("1", "Орлова")), NOW)
    assert _found(store, "белова") == []
    assert _found(store, "орлова") == [("77", "Орлова Анна")]
    store.close()


def test_another_run_finds_whom_the_last_one_read(tmp_path: Path) -> None:
    first = _disk(tmp_path)
    first.keep_page(HERE, _page(_named("1", "Орлова")), NOW)
    first.close()
    second = _disk(tmp_path)
    assert _found(second, "орлова") == [("77", "Орлова Анна")]
    second.close()


def test_a_second_instance_finds_what_both_have_read(tmp_path: Path) -> None:
    first = _disk(tmp_path)
    first.keep_page(HERE, _page(_named("1", "Орлова")), NOW)
    assert _found(first, "орлова")
    second = _disk(tmp_path)
    second.keep_page(ELSEWHERE, _page(_named("2", "Белова")), NOW)
    assert (_found(second, "орлова"), _found(second, "белова")) == (
        [("77", "Орлова Анна")],
        [("88", "Белова Анна")],
    )
    second.close()
    first.close()


def test_pages_that_can_not_be_read_tell_of_nobody(tmp_path: Path) -> None:
    store = _disk(tmp_path)
    store.keep_page(HERE, _page(_named("1", "Орлова")), NOW)
    store.keep_page(ELSEWHERE, _page(_named("2", "Белова")), NOW)
    assert _found(store, "орлова")
    broken = "UPDATE kept SET body = ? WHERE kind = 'page' AND name = ?"
    for body in ("{", b"\xff\xfe", "[]", '{"items": [{"id": null}, 7]}'):
        store._cache._connection.execute(broken, (body, HERE.url))
        assert _found(store, "а") == [("88", "Белова Анна")]
    store.close()


def test_a_cache_closed_meanwhile_tells_what_it_told_so_far(tmp_path: Path) -> None:
    store = _disk(tmp_path)
    for number in range(3 * AT_ONCE):
        store.keep_page(
            replace(HERE, url=f"{HERE.url}&n={number}"), _page(_named(str(number), "Орлова")), NOW
        )
    assert len(_found(store, "орлова")) == 3 * AT_ONCE
    pages = known_pages(store.page_bodies())
    next(pages)
    store.close()
    assert len(list(pages)) == AT_ONCE - 1


def test_pages_are_kept_while_others_are_looked_through(tmp_path: Path) -> None:
    store = _disk(tmp_path)
    for number in range(2 * AT_ONCE):
        store.keep_page(
            replace(HERE, url=f"{HERE.url}&n={number}"), _page(_named(str(number), "Орлова")), NOW
        )
    assert _found(store, "орлова")
    pages = known_pages(store.page_bodies())
    next(pages)
    store.keep_page(ELSEWHERE, _page(_named("new", "Белова")), NOW)
    assert _found(store, "белова"), "whoever writes waits for a few pages, and not for all of them"
    assert len({row.id for one in pages for row in one.rows}) == 2 * AT_ONCE
    store.close()


def test_a_cache_that_stopped_leaves_names_in_memory(tmp_path: Path) -> None:
    store = _disk(tmp_path)
    store._cache_thread.submit(lambda: None).result()
    store._cache._connection.execute("DROP TABLE kept")
    assert _found(store, "орлова") == []
    assert store.cache_off is not None
    store.keep_page(ELSEWHERE, _page(_named("2", "Белова")), NOW)
    assert _found(store, "белова") == [("88", "Белова Анна")]
    store.close()
