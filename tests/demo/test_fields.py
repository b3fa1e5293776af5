"""What the API of 2026 tells, and what it tells only where it is asked to."""

from typing import Any

import pytest

from tests.demo.driver import Recruiter, refusal


@pytest.fixture(scope="module")
def recruiter() -> Recruiter:
    return Recruiter("S")


@pytest.fixture(scope="module")
def topics(recruiter: Recruiter) -> list[dict[str, Any]]:
    """Every negotiation of the first collection."""
    path, vacancy_id = "/negotiations/response", recruiter.vacancy(0)["id"]
    pages = [recruiter.get(path, vacancy_id=vacancy_id, per_page=50, page=page) for page in range(2)]
    return [topic for page in pages for topic in page["items"]]


@pytest.fixture(scope="module")
def resumes(topics: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [topic["resume"] for topic in topics if topic.get("resume")]


def _ways(payloads: list[dict[str, Any]], name: str) -> set[str]:
    return {"absent" if name not in one else "null" if one[name] is None else "told" for one in payloads}


@pytest.mark.parametrize(
    "name", ["test_result", "chat_bot", "relevant_experience", "professional_roles", "resume"]
)
def test_negotiations_have_nulls_and_lack_fields(topics: list[dict[str, Any]], name: str) -> None:
    assert _ways(topics, name) == {"told", "null", "absent"}


@pytest.mark.parametrize(
    "name",
    ["age", "area", "middle_name", "salary", "total_experience", "photo", "has_medical_book"],
)
def test_resumes_have_nulls_and_lack_fields(resumes: list[dict[str, Any]], name: str) -> None:
    assert _ways(resumes, name) == {"told", "null", "absent"}


def test_what_is_asked_for_comes_and_nothing_else(
    recruiter: Recruiter, resumes: list[dict[str, Any]]
) -> None:
    url = resumes[0]["url"]
    plain = recruiter.get(url)
    assert "job_search_status" not in plain
    assert "creds" not in plain
    assert "vacancies" not in plain["negotiations_history"]
    status = recruiter.get(f"{url}&with_job_search_status=true")["job_search_status"]
    assert set(status) == {"id", "name", "last_change_time"}
    assert recruiter.get(f"{url}&with_negotiations_history=true")["negotiations_history"]["vacancies"]
    creds = [recruiter.get(f"{one['url']}&with_creds=true")["creds"] for one in resumes[:8]]
    assert None in creds
    told = next(one for one in creds if one)
    for question, answers in told["question_to_answer_map"].items():
        assert set(answers) <= set(told["questions"][question]["possible_answers"])
    assert "job_search_status" not in recruiter.get(f"{url}&with_job_search_status=false")


def test_contacts_that_were_paid_for_are_open_for_a_while(recruiter: Recruiter) -> None:
    dear = next(
        resume
        for nid in recruiter.with_resume()
        if not (resume := recruiter.topic(nid)["resume"])["can_view_full_info"]
    )
    closed = recruiter.get(dear["url"])
    assert closed["contact_view_status"] == "NONE"
    assert closed.get("contacts_open_until_date") is None
    assert {contact["contact_value"] for contact in closed["contact"]} == {None}
    opened = recruiter.get(closed["actions"]["get_with_contact"]["url"])
    assert opened["contacts_open_until_date"] == "2026-06-11"
    assert all(contact["contact_value"] for contact in opened["contact"][:1])


def test_messengers_have_links(recruiter: Recruiter, resumes: list[dict[str, Any]]) -> None:
    contacts = [one for resume in resumes[:20] for one in recruiter.get(resume["url"])["contact"]]
    messengers = [one for one in contacts if one["links"]]
    assert messengers
    assert all(set(one["links"]) == {"web", "android", "ios"} for one in messengers)
    assert {one["kind"] for one in contacts} == {"phone", "mail", "further"}


def test_who_was_here_before(recruiter: Recruiter) -> None:
    vacancy = recruiter.world.vacancies[2]
    guests = [topic for topic in recruiter.world.roster(vacancy).topics if topic.person[0] != vacancy.number]
    resumes = [recruiter.topic(topic.id).get("resume") for topic in guests]
    before = [resume["last_negotiation"] for resume in resumes if resume]
    assert all(one["created_at"] and one["employer_state"]["name"] for one in before)


def test_the_counter_has_what_the_list_hides(recruiter: Recruiter) -> None:
    board = recruiter.collections(recruiter.vacancy(0)["id"])["collections"]
    pages = {entry["id"]: recruiter.get(entry["url"]) for entry in board}
    hidden = {entry["id"]: entry["counters"]["total"] - pages[entry["id"]]["found"] for entry in board}
    assert {key: page["hidden_count"] for key, page in pages.items()} == hidden
    assert sum(hidden.values()) == 3


def test_an_archived_vacancy_takes_no_letters(recruiter: Recruiter) -> None:
    archived = recruiter.get(f"/employers/{recruiter.employer}/vacancies/archived")["items"][0]["id"]
    page = recruiter.get("/negotiations/response", vacancy_id=archived)
    assert {topic["messaging_status"] for topic in page["items"]} <= {"archived", "resume_deleted"}


def test_without_a_resume_actions_are_offered_and_refused(recruiter: Recruiter) -> None:
    nid = next(
        one.id for one in recruiter.world.roster(recruiter.world.vacancies[2]).topics if one.resume_hidden
    )
    topic = recruiter.topic(nid)
    assert topic.get("resume") is None
    assert topic["actions"]
    for action in topic["actions"]:
        answer = recruiter.http.request(action["method"], action["url"], data={"message": "Здравствуйте"})
        assert refusal(answer) in (
            (403, "negotiations", "resume_not_found"),
            (403, "negotiations", "wrong_state"),
        )
    assert recruiter.topic(nid)["employer_state"] == topic["employer_state"]


def test_removed_messages_leave_a_null(recruiter: Recruiter) -> None:
    world = recruiter.world
    topic = next(
        one
        for one in world.roster(world.vacancies[2]).topics
        if any(message.removed for message in world.thread(one))
    )
    page = recruiter.get(f"/negotiations/{topic.id}/messages", per_page=20)
    assert None in page["items"]
    assert page["found"] == topic.count
    texts = recruiter.get(f"/negotiations/{topic.id}/messages", with_text_only="true")["items"]
    assert None not in texts


def test_pay_of_a_vacancy(recruiter: Recruiter) -> None:
    vacancies = recruiter.get(f"/employers/{recruiter.employer}/vacancies/active", all_accessible="true")
    ranges = [one["salary_range"] for one in vacancies["items"]]
    assert None in ranges
    told = [one for one in ranges if one]
    assert all(set(one) == {"from", "to", "currency", "gross", "mode", "frequency"} for one in told)
    assert {one["frequency"] is None for one in told} == {True, False}


def test_vacancies_one_has_a_right_to(recruiter: Recruiter) -> None:
    active = f"/employers/{recruiter.employer}/vacancies/active"
    assert recruiter.get(active, all_accessible="true")["found"] == 6
    strange = next(one for one in recruiter.world.vacancies if not one.accessible)
    assert recruiter.http.get(active, params={"manager_id": strange.manager.id}).status_code == 404
    assert recruiter.http.get("/negotiations", params={"vacancy_id": strange.id}).status_code == 404
    assert recruiter.http.get(f"/vacancies/{strange.id}").status_code == 404
    nid = recruiter.world.topics_of(strange.id, "response")[0]
    assert recruiter.http.get(f"/negotiations/{nid}").status_code == 404
    moved = recruiter.http.put(f"/negotiations/consider/{nid}")
    assert refusal(moved) == (403, "negotiations", "invalid_vacancy")
    both = {"manager_id": "7310456", "all_accessible": "true"}
    assert refusal(recruiter.http.get(active, params=both)) == (400, "bad_argument", "all_accessible")


def test_vacancies_of_a_department(recruiter: Recruiter) -> None:
    departments = recruiter.get(f"/employers/{recruiter.employer}/departments")["items"]
    active = f"/employers/{recruiter.employer}/vacancies/active"
    for one in departments:
        found = recruiter.get(active, all_accessible="true", department_id=one["id"])["items"]
        assert {vacancy["department"]["id"] for vacancy in found} == {one["id"]}
    assert recruiter.http.get(active, params={"department_id": "x"}).status_code == 400


def test_places(recruiter: Recruiter) -> None:
    countries = recruiter.get("/areas")
    moscow = next(town for town in countries[0]["areas"] if town["id"] == "1")
    assert (moscow["utc_offset"], moscow["lat"]) == ("+03:00", 55.7558)
    assert recruiter.get("/areas/1") == moscow
    assert recruiter.get("/areas/1", additional_case="prepositional")["name_prepositional"] == "в Москве"
    assert recruiter.http.get("/areas/9999").status_code == 404
    assert [one["id"] for one in recruiter.get("/areas/countries")] == [one["id"] for one in countries]


def test_one_manager(recruiter: Recruiter) -> None:
    manager = recruiter.get(f"/employers/{recruiter.employer}/managers/7310456")
    assert (manager["full_name"], manager["permissions"][0]["id"]) == (
        "Сомов Илья Андреевич",
        "view_responses",
    )
    assert recruiter.http.get(f"/employers/{recruiter.employer}/managers/1").status_code == 404


def test_templates_that_are_fixed_and_words_that_are_none(recruiter: Recruiter) -> None:
    path = f"/employers/{recruiter.employer}/mail_templates"
    templates = {one["name"]: one for one in recruiter.get(path)}
    fixed, free = templates["Быстрый отказ"], templates["Приглашение"]
    assert (fixed["editable"], free["editable"]) == (False, True)
    assert recruiter.http.put(f"{path}/{fixed['id']}", json={"text": "x"}).status_code == 403
    wrong = recruiter.http.put(f"{path}/{free['id']}", json={"text": "[Name], [Nickname]"})
    assert wrong.status_code == 400
    assert wrong.json()["errors"][0]["reason"] == "wrong_variable"


def test_the_scheme_of_the_token_in_any_case(recruiter: Recruiter) -> None:
    token = recruiter.http.headers["authorization"].partition(" ")[2]
    for scheme in ("bearer", "BEARER"):
        assert recruiter.http.get("/me", headers={"authorization": f"{scheme} {token}"}).status_code == 200
    assert recruiter.http.get("/me", headers={"authorization": f"Basic {token}"}).status_code == 403
