"""The cache: what was read comes back with its time, and what can't be read counts as absent."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from hh_tui.api.models import Account, Negotiation, Page, Vacancy
from hh_tui.api.models.reading import parsed
from hh_tui.api.models.thread import MessagePage, Service, ThreadMessage, WriteState
from hh_tui.inbox.snapshot.query import Query
from hh_tui.store import database
from hh_tui.store.cache import Cache, Cached
from hh_tui.store.database import in_memory, writable
from hh_tui.store.last_position import LastPosition
from hh_tui.store.schema import CACHE
from tests.api.desk import EMPLOYER, Desk
from tests.factory import HERE, board, page
from tests.store.samples import LONG_AGO, NOW

LATER = NOW + timedelta(minutes=1)
STRETCH = MessagePage(
    way="chats",
    messages=(
        ThreadMessage(id="1", author="applicant", at=NOW, text="Здравствуйте!\n", is_ours=False),
        ThreadMessage(id="2", service=Service(kind="joined", name="Анна"), read=True),
    ),
    has_more=True,
    write_state=WriteState(allowed=False, reason="archived"),
)


@pytest.fixture
def cache() -> Iterator[Cache]:
    cache = Cache(in_memory(CACHE))
    yield cache
    cache.close()


def test_everything_comes_back_with_its_time(cache: Cache) -> None:
    account = parsed(Account, {"id": "1", "first_name": "Анна", "is_employer": True})
    vacancies = (Vacancy(id="77", name="Бухгалтер", expires_at=datetime(2026, 5, 31, 21, tzinfo=UTC)),)
    place = LastPosition("77", HERE, "5")
    cache.keep_place(LastPosition(), NOW)
    cache.keep_place(place, LATER)
    cache.keep_account(account, vacancies, NOW)
    cache.keep_archived(vacancies, NOW)
    cache.keep_board("77", board(fresh=3), NOW)
    cache.keep_thread("5", STRETCH, NOW)
    assert cache.place() == Cached(place, LATER)
    assert cache.account() == Cached((account, vacancies), NOW)
    assert cache.archived() == Cached(vacancies, NOW)
    assert cache.board("77") == Cached(board(fresh=3), NOW)
    assert cache.thread("5") == Cached(STRETCH, NOW)


def test_little_of_a_file_is_kept_in_memory(tmp_path: Path) -> None:
    with closing(writable(tmp_path / "kept" / "cache.db", CACHE, "NORMAL")) as connection:
        (size,) = connection.execute("PRAGMA cache_size").fetchone()
    assert size == -database.CACHE


def test_an_empty_cache_knows_nothing(cache: Cache) -> None:
    assert (cache.place(), cache.account(), cache.archived()) == (None, None, None)
    assert (cache.board("77"), cache.thread("5"), cache.pages(HERE, 9)) == (None, None, ())


async def test_what_a_server_says_comes_back_as_it_was(cache: Cache) -> None:
    async with Desk() as desk:
        account, vacancies = await desk.client.account.me(), await desk.client.vacancies.active(EMPLOYER)
        collections = await desk.client.negotiations.board(vacancies[0].id)
        query = Query(vacancies[0].id, "any", collections.collections[0].url)
        listed = await desk.client.negotiations.page(query.url)
    cache.keep_account(account, vacancies, NOW)
    cache.keep_board(vacancies[0].id, collections, NOW)
    cache.keep_page(query, listed, NOW)
    assert listed.items
    assert cache.pages(query, 9) == (Cached(listed, NOW),)
    assert cache.account() == Cached((account, vacancies), NOW)
    assert cache.board(vacancies[0].id) == Cached(collections, NOW)


def test_pages_are_those_up_to_a_gap(cache: Cache) -> None:
    whole = {number: page([f"{number}a", f"{number}b"], number, found=250) for number in range(5)}
    for number in (0, 1, 3):
        cache.keep_page(HERE, whole[number], NOW)
    assert [kept.value for kept in cache.pages(HERE, 9)] == [whole[0], whole[1]]
    cache.keep_page(HERE, whole[2], LATER)
    assert [kept.at for kept in cache.pages(HERE, 9)] == [NOW, NOW, LATER, NOW]
    assert [kept.value for kept in cache.pages(HERE, 2)] == [whole[0], whole[1]]
    assert cache.page(HERE, 3) == Cached(whole[3], NOW)
    assert cache.page(HERE, 4) is None
    other = Query("77", "fresh", HERE.url + "&order_by=x")
    assert cache.pages(other, 9) == ()


def test_a_list_that_became_shorter_loses_its_end(cache: Cache) -> None:
    for number in range(3):
        cache.keep_page(HERE, page([str(number)], number, found=150), NOW)
    cache.keep_page(HERE, page(["9"], 0, found=60), LATER)
    assert [kept.value.items[0].id for kept in cache.pages(HERE, 9)] == ["9", "1"]
    cache.keep_page(HERE, page([], 0, found=0), LATER)
    assert [kept.value.items for kept in cache.pages(HERE, 9)] == [()]


@pytest.mark.parametrize("body", ["", "{", "null", "[]", '{"way": "owls"}', "\x00"])
def test_a_row_that_can_not_be_read_counts_as_absent(cache: Cache, body: str) -> None:
    cache.keep_thread("5", STRETCH, NOW)
    cache.keep_page(HERE, page(["1"], 0, found=100), NOW)
    cache.keep_page(HERE, page(["2"], 1, found=100), NOW)
    cache._connection.execute("UPDATE kept SET body = ? WHERE kind = 'thread' OR number = 1", (body,))
    assert cache.thread("5") is None
    pages: list[Page[Negotiation]] = [kept.value for kept in cache.pages(HERE, 9)]
    assert pages[0] == page(["1"], 0, found=100)
    assert all(one.items == () for one in pages[1:])


def test_a_time_that_can_not_be_read_counts_as_absent(cache: Cache) -> None:
    cache.keep_thread("5", STRETCH, NOW)
    cache._connection.execute("UPDATE kept SET at = 'noon'")
    assert cache.thread("5") is None


def test_what_is_old_goes(cache: Cache) -> None:
    cache.keep_thread("4", STRETCH, LONG_AGO)
    cache.keep_thread("5", STRETCH, NOW)
    cache.forget(NOW)
    assert (cache.thread("4"), cache.thread("5")) == (None, Cached(STRETCH, NOW))


def test_an_end_that_was_none_is_known(cache: Cache) -> None:
    assert cache.begin()
    cache.keep_thread("5", STRETCH, NOW)
    assert not cache.begin()
    cache.end()
    assert cache.begin()
    assert not cache.begin()


def test_what_fails_is_told(cache: Cache) -> None:
    cache._connection.execute("PRAGMA query_only = ON")
    with pytest.raises(sqlite3.Error):
        cache.keep_thread("5", STRETCH, NOW)
