"""Calls: their history, links, transcripts."""

import pytest

from tests.demo.driver import Recruiter


@pytest.fixture(scope="module")
def recruiter() -> Recruiter:
    return Recruiter("S")


def test_the_history_is_walked_by_cursors(recruiter: Recruiter) -> None:
    whole = recruiter.get("/calls/history", per_page=100)
    assert whole["total"] == len(whole["calls"]) > 6
    assert [call["start_date_time"] for call in whole["calls"]] == sorted(
        (call["start_date_time"] for call in whole["calls"]), reverse=True
    )
    first = recruiter.get("/calls/history", per_page=3)
    second = recruiter.get("/calls/history", per_page=3, next_cursor=first["next_cursor"])
    assert first["calls"] + second["calls"] == whole["calls"][:6]
    back = recruiter.get("/calls/history", per_page=3, previous_cursor=second["previous_cursor"])
    assert back["calls"] == first["calls"]
    assert "next_cursor" not in whole


@pytest.mark.parametrize(
    ("query", "name", "value"),
    [
        ({"successful": "false"}, "successful", False),
        ({"successful": "true"}, "successful", True),
    ],
)
def test_the_history_is_narrowed_down(
    recruiter: Recruiter, query: dict[str, str], name: str, value: object
) -> None:
    found = recruiter.get("/calls/history", per_page=100, **query)["calls"]
    assert found
    assert {call[name] for call in found} == {value}
    assert recruiter.get("/calls/history", without_vacancy="true")["total"] == 0
    outgoing = recruiter.get("/calls/history", per_page=100, direction="outgoing")["calls"]
    assert {call["caller_info"]["role"] for call in outgoing} == {"EMPLOYER"}
    vacancy_id = recruiter.vacancy(1)["id"]
    some = recruiter.get("/calls/history", per_page=100, vacancy_id=vacancy_id)["calls"]
    assert {call["context"]["vacancy_id"] for call in some} == {vacancy_id}


@pytest.mark.parametrize("query", ["direction=up", "successful=maybe", "date_from=today", "per_page=101"])
def test_nonsense_is_refused(recruiter: Recruiter, query: str) -> None:
    assert recruiter.http.get(f"/calls/history?{query}").status_code == 400


def test_a_link_to_a_candidate(recruiter: Recruiter) -> None:
    resume = recruiter.topic(recruiter.a_response())["resume"]["id"]
    link = recruiter.get("/calls/link", resume_id=resume, vacancy_id=recruiter.vacancy(0)["id"])
    assert set(link) == {"link", "link_id", "qr_code", "expires_at"}
    assert link["link"].startswith("https://hh.ru/")
    assert recruiter.get("/calls/link", resume_id=resume)["link_id"] != link["link_id"]
    assert recruiter.http.get("/calls/link").status_code == 400
    assert recruiter.http.get("/calls/link", params={"resume_id": "x"}).status_code == 400


def test_only_ready_transcripts_have_an_address(recruiter: Recruiter) -> None:
    ids = [call["id"] for call in recruiter.get("/calls/history", per_page=100)["calls"]]
    found = recruiter.http.post("/calls/transcripts/search", json={"call_ids": ids}).json()
    assert {one["status"] for one in found.values()} >= {"READY", "NOT_FOUND"}
    assert all((one["status"] == "READY") == bool(one.get("transcript_url")) for one in found.values())
    both = {"call_ids": ids, "link_ids": []}
    assert recruiter.http.post("/calls/transcripts/search", json=both).status_code == 400
