"""Vacancies, collections and lists: order, pages, filters, counters."""

from typing import Any

import pytest

from tests.demo.driver import Recruiter, refusal


@pytest.fixture
def recruiter() -> Recruiter:
    return Recruiter("S")


@pytest.fixture
def vacancy_id(recruiter: Recruiter) -> str:
    return str(recruiter.vacancy(0)["id"])


def test_own_vacancies_colleagues_and_archived(recruiter: Recruiter) -> None:
    active = f"/employers/{recruiter.employer}/vacancies/active"
    assert recruiter.get(active)["found"] == 4
    assert recruiter.get(active, manager_id="7310456")["found"] == 1
    assert recruiter.get(active, all_accessible="true")["found"] == 6
    assert recruiter.http.get(active, params={"manager_id": "1"}).status_code == 404
    archived = f"/employers/{recruiter.employer}/vacancies/archived"
    assert recruiter.get(archived)["found"] == 2
    assert recruiter.get(archived, manager_id="7310456")["found"] == 1
    assert recruiter.http.get("/employers/1/vacancies/active").status_code == 404


def test_vacancies_by_text_and_order(recruiter: Recruiter) -> None:
    active = f"/employers/{recruiter.employer}/vacancies/active"
    assert [entry["name"] for entry in recruiter.get(active, text="python")["items"]] == [
        "Python-разработчик"
    ]
    unseen = [
        entry["counters"]["unread_responses"]
        for entry in recruiter.get(active, order_by="unseen_responses_desc")["items"]
    ]
    assert unseen == sorted(unseen, reverse=True)
    assert unseen[0] > 0
    names = [entry["name"] for entry in recruiter.get(active, order_by="name_asc")["items"]]
    assert names == sorted(names, key=str.casefold)
    assert recruiter.http.get(active, params={"order_by": "mood"}).status_code == 400


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/employers/4181920/vacancies/active?per_page=51", "per_page"),
        ("/employers/4181920/vacancies/active?page=-1", "page"),
        ("/negotiations", "vacancy_id"),
        ("/negotiations/response?vacancy_id=x", "vacancy_id"),
        ("/negotiations/response?vacancy_id=93131676&order_by=mood", "order_by"),
        ("/negotiations/response?vacancy_id=93115838&per_page=51", "per_page"),
    ],
)
def test_bad_arguments(recruiter: Recruiter, path: str, name: str) -> None:
    assert refusal(recruiter.http.get(path)) == (400, "bad_argument", name)


def test_no_such_collection(recruiter: Recruiter, vacancy_id: str) -> None:
    query = {"vacancy_id": vacancy_id}
    assert recruiter.http.get("/negotiations/security_check", params=query).status_code == 404
    assert recruiter.http.get("/negotiations/consider", params=query).status_code == 200


def test_every_negotiation_is_in_one_collection(recruiter: Recruiter, vacancy_id: str) -> None:
    found: list[str] = []
    for entry in recruiter.collections(vacancy_id)["collections"]:
        ids = _all_ids(recruiter, entry["url"])
        hidden = recruiter.get(entry["url"])["hidden_count"]
        assert len(ids) + hidden == entry["counters"]["total"]
        found += ids
    assert len(found) == len(set(found)) == 150 - 3


def test_sub_hidden_and_generated_collections(recruiter: Recruiter, vacancy_id: str) -> None:
    board = recruiter.collections(vacancy_id, with_generated_collections="true")
    assert recruiter.collections(vacancy_id)["generated_collections"] == []
    assert [entry["id"] for entry in board["generated_collections"]] == ["relevant_responses", "by_location"]
    assert [entry["id"] for entry in board["collections"] if entry.get("hidden")] == ["discard_by_applicant"]
    subs = next(entry for entry in board["collections"] if entry["id"] == "consider")["sub_collections"]
    assert [sub["root_collection"] for sub in subs] == [True, False]
    root, reserve = (_all_ids(recruiter, sub["url"]) for sub in subs)
    assert reserve
    assert set(reserve) < set(root)


def test_pages_join_without_gaps_or_repeats(recruiter: Recruiter, vacancy_id: str) -> None:
    first = recruiter.get("/negotiations/response", vacancy_id=vacancy_id)
    assert (first["per_page"], first["page"], len(first["items"])) == (20, 0, 20)
    assert first["pages"] == -(-first["found"] // 20)
    url = f"/negotiations/response?vacancy_id={vacancy_id}"
    assert _all_ids(recruiter, url, per_page=7) == _all_ids(recruiter, url, per_page=50)
    beyond = recruiter.get("/negotiations/response", vacancy_id=vacancy_id, page=99)
    assert beyond["items"] == []
    empty = recruiter.get("/negotiations/response", vacancy_id=recruiter.vacancy(3)["id"])
    assert (empty["found"], empty["pages"], empty["items"]) == (0, 1, [])


def test_order_types(recruiter: Recruiter, vacancy_id: str) -> None:
    collection = recruiter.collections(vacancy_id)["collections"][-2]
    fields = {"created_at": "created_at", "last_change_time_except_employer_inbox": "updated_at"}
    for order in collection["order_types"]:
        page = recruiter.get(order["url"])
        assert page["ordered_by"] == {"id": order["id"], "name": order["name"]}
        if order["id"] in fields:
            moments = [item[fields[order["id"]]] for item in page["items"]]
            assert moments == sorted(moments, reverse=True)
    firsts = {recruiter.get(order["url"])["items"][0]["id"] for order in collection["order_types"]}
    assert len(firsts) > 1


def test_the_preferred_order(recruiter: Recruiter, vacancy_id: str) -> None:
    path = f"/vacancies/{vacancy_id}/preferred_negotiations_order"
    assert recruiter.get(path)["order_type"]["id"] == "created_at"
    assert recruiter.http.put(path, data={"order": "mood"}).status_code == 400
    assert recruiter.http.put(path, data={"order": "relevance"}).status_code == 204
    assert recruiter.get(path)["order_type"]["id"] == "relevance"
    assert recruiter.get("/negotiations/response", vacancy_id=vacancy_id)["ordered_by"]["id"] == "relevance"


@pytest.mark.parametrize(
    ("query", "holds"),
    [
        ({"age_from": "30", "age_to": "40"}, lambda topic: 30 <= topic["resume"]["age"] <= 40),
        ({"salary_to": "200000"}, lambda topic: topic["resume"]["salary"]["amount"] <= 200_000),
        ({"gender": "female"}, lambda topic: _id(topic["resume"], "gender") in ("female", None)),
        (
            {"area": "1", "relocation": "living"},
            lambda topic: topic["resume"]["area"]["id"] == "1",
        ),
        (
            {"area": "1", "relocation": "relocation"},
            lambda topic: _id(topic["resume"], "area") != "1",
        ),
        ({"experience": "moreThan6"}, lambda topic: topic["resume"]["total_experience"]["months"] >= 72),
        ({"search_text": "docker"}, lambda topic: "Docker" in topic["resume"].get("skill_set", "Docker")),
        ({"show_only_new_responses": "true"}, lambda topic: topic["has_updates"]),
    ],
)
def test_filters(recruiter: Recruiter, vacancy_id: str, query: dict[str, str], holds: Any) -> None:
    everything = recruiter.get("/negotiations/response", vacancy_id=vacancy_id, per_page=50)
    page = recruiter.get("/negotiations/response", vacancy_id=vacancy_id, per_page=50, **query)
    assert 0 < page["found"] < everything["found"]
    assert all(holds(topic) for topic in page["items"])


def test_only_new_messages(recruiter: Recruiter, vacancy_id: str) -> None:
    nid = recruiter.a_response(0, collection="interview")
    recruiter.messages(nid)
    path, query = "/negotiations/interview", {"vacancy_id": vacancy_id, "show_only_new": "true"}
    assert nid not in [topic["id"] for topic in recruiter.get(path, **query)["items"]]
    recruiter.world.candidate_writes(nid, "Буду в 18:30")
    assert nid in [topic["id"] for topic in recruiter.get(path, **query)["items"]]


def test_names_in_english(recruiter: Recruiter, vacancy_id: str) -> None:
    board = recruiter.collections(vacancy_id, locale="EN")["collections"]
    assert [entry["name"] for entry in board[:2]] == ["Unsorted", "To consider"]
    topic = recruiter.get(f"/negotiations/{recruiter.a_response()}", locale="EN")
    assert topic["state"]["name"] == "Response"
    assert topic["actions"][0]["name"] == "Phone interview"


def _id(payload: dict[str, Any], name: str) -> str | None:
    value = payload.get(name)
    return value["id"] if value else None


def _all_ids(recruiter: Recruiter, url: str, per_page: int = 50) -> list[str]:
    first = recruiter.get(f"{url}&per_page={per_page}")
    ids = [topic["id"] for topic in first["items"]]
    for page in range(1, first["pages"]):
        ids += [topic["id"] for topic in recruiter.get(f"{url}&per_page={per_page}&page={page}")["items"]]
    return ids
