"""Stand-ins of one process share what they answer, as long as they know the same."""

from typing import Any

import httpx

from hh_tui.demo import TOKEN, StandIn
from tests.recruiter import Clock

MARKS = {"authorization": f"Bearer {TOKEN}", "user-agent": "tests/1 (tests@example.org)"}


def _ask(server: StandIn, path: str, method: str = "GET", **form: str) -> Any:
    request = httpx.Request(method, f"https://api.hh.ru{path}", headers=MARKS, data=form or None)
    answer = server.handle(request)
    return answer.json() if answer.content else answer.status_code


def _first(server: StandIn) -> Any:
    employer = _ask(server, "/me")["employer"]["id"]
    vacancy = _ask(server, f"/employers/{employer}/vacancies/active")["items"][0]["id"]
    return _ask(server, f"/negotiations/response?vacancy_id={vacancy}")["items"][0]


def test_stand_ins_that_began_alike_answer_alike() -> None:
    one, other = (StandIn("S", seed=7, clock=Clock().now) for _ in range(2))
    assert _first(one) == _first(other)
    assert [seen.path for seen in one.received] == [seen.path for seen in other.received]
    assert _first(one) != _first(StandIn("S", seed=8, clock=Clock().now))


def test_a_write_is_known_to_its_own_stand_in_alone() -> None:
    one, other = (StandIn("S", seed=7, clock=Clock().now) for _ in range(2))
    before = _first(one)
    assert _ask(one, f"/negotiations/consider/{before['id']}", "PUT") == 204
    assert _first(one)["id"] != before["id"]
    assert _first(other) == before


def test_a_world_that_was_changed_answers_by_itself() -> None:
    one, other = (StandIn("S", seed=7, clock=Clock().now) for _ in range(2))
    before = _first(one)
    one.world.candidate_writes(before["id"], "Здравствуйте!")
    assert _first(one)["has_updates"]
    assert _first(other) == before


def test_a_token_that_ran_out_opens_nothing() -> None:
    one = StandIn("S", seed=7, clock=Clock().now)
    assert _ask(one, "/me")["is_employer"]
    one.expire_token()
    assert "errors" in _ask(one, "/me")
