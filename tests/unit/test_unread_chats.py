"""Unread chats over all vacancies: what is asked, and where one looks then."""

from typing import Any

import pytest

from hh_tui.api.models import ListedChat, Vacancy
from hh_tui.api.threads import Mode
from hh_tui.demo import StandIn
from hh_tui.errors import NotAuthorized
from hh_tui.inbox.lists.unread_chats import UnreadChats
from hh_tui.worker.session import ApiWorker
from tests.api.desk import refusing
from tests.recruiter import Clock, client


def _chats(*vacancies: str) -> list[ListedChat]:
    return [ListedChat(id=str(number), vacancy_id=one) for number, one in enumerate(vacancies)]


def test_vacancies_with_unread_chats_come_first() -> None:
    unread = UnreadChats.of(_chats("3", "2", "3"), 3)
    vacancies = [Vacancy(id=one) for one in "1234"]
    assert [one.id for one in unread.first(vacancies)] == ["2", "3", "1", "4"]


def test_chats_of_no_candidate_count_for_nothing() -> None:
    support = ListedChat(id="8", type="SUPPORT")
    bot = ListedChat(id="9", type="BOT", vacancy_id="4")
    assert UnreadChats.of([*_chats("3"), support, bot], 3) == UnreadChats(1, frozenset("3"))


async def _asked(*faults: Any, mode: Mode = "auto", times: int = 1) -> tuple[UnreadChats | None, list[str]]:
    server = StandIn(size="S", clock=Clock().now)
    for path, fault in faults:
        server.faults.add("GET", path, **fault)
    worker, found = ApiWorker(client(server), threads=mode), None
    for _ in range(times):
        found = await worker.unread_chats()
    return found, [one.path.removeprefix("/common/chats") for one in server.received]


def _page(read: int, found: int) -> dict[str, Any]:
    items = [{"id": str(number), "vacancy_id": "1"} for number in range(read)]
    pages = -(-found // 20)
    body = {"items": items, "found": found, "page": 0, "pages": pages, "per_page": 20}
    return {"status": 200, "body": body, "times": 3}


@pytest.mark.parametrize(
    ("read", "found", "asked"),
    [(0, 0, 1), (7, 7, 1), (20, 40, 2), (20, 90, 2)],
)
async def test_one_or_two_requests_tell_of_all_vacancies(read: int, found: int, asked: int) -> None:
    unread, requests = await _asked(("/chats$", _page(read, found)))
    assert requests == [""] * asked
    assert unread is not None
    assert unread.count == found


async def test_the_stand_in_tells_its_unread_chats() -> None:
    unread, requests = await _asked()
    assert requests == ["", ""]
    assert unread is not None
    assert 20 < unread.count <= 40
    assert len(unread.vacancy_ids) == 4, "an archived one among them"


@pytest.mark.parametrize(
    ("fault", "asked"),
    [
        (refusing(403, "forbidden", ""), 1),
        (refusing(404, "not_found", ""), 1),
        ({"status": 502, "times": 9}, 2),
    ],
)
async def test_chats_that_do_not_answer_tell_nothing(fault: Any, asked: int) -> None:
    assert await _asked(("/chats$", fault), times=2) == (None, [""] * asked)


async def test_the_older_way_asks_for_no_chats() -> None:
    assert await _asked(mode="negotiations") == (None, [])


async def test_who_is_locked_out_is_told() -> None:
    with pytest.raises(NotAuthorized):
        await _asked(("/chats$", refusing(403, "oauth", "token_revoked")))
