"""What counts as looking, and what does not."""

import json
import re

import pytest

from tests.demo.driver import Recruiter, refusal


@pytest.fixture
def recruiter() -> Recruiter:
    return Recruiter("S")


@pytest.fixture
def unseen(recruiter: Recruiter) -> str:
    """A response nobody has opened, with a resume."""
    vacancy_id = recruiter.vacancy(0)["id"]
    page = recruiter.get("/negotiations/response", vacancy_id=vacancy_id, show_only_new_responses="true")
    return next(str(topic["id"]) for topic in page["items"] if topic.get("resume"))


def test_lists_and_the_negotiation_itself_mark_nothing(recruiter: Recruiter, unseen: str) -> None:
    recruiter.topic(unseen)
    resume = recruiter.topic(unseen)["resume"]
    recruiter.get(resume["url"].partition("?")[0])
    recruiter.get(resume["negotiations_history"]["url"])
    assert recruiter.topic(unseen)["has_updates"] is True


@pytest.mark.parametrize("way", ["messages", "resume", "read"])
def test_three_ways_of_looking(recruiter: Recruiter, unseen: str, way: str) -> None:
    vacancy_id = recruiter.vacancy(0)["id"]
    before = recruiter.counters(vacancy_id, "response")
    topic = recruiter.topic(unseen)
    if way == "messages":
        recruiter.get(topic["messages_url"])
    elif way == "resume":
        recruiter.get(topic["resume"]["url"])
    else:
        assert recruiter.http.post("/negotiations/read", data={"topic_id": [unseen]}).status_code == 204
    page = recruiter.get(
        "/negotiations/response", vacancy_id=vacancy_id, show_only_new_responses="true", per_page=50
    )
    assert unseen not in [entry["id"] for entry in page["items"]]
    after = recruiter.counters(vacancy_id, "response")
    assert after == {"total": before["total"], "with_updates": before["with_updates"] - 1}
    assert recruiter.topic(unseen)["counters"]["unread_messages"] == (1 if way == "resume" else 0)


def test_reading_several_of_one_vacancy_only(recruiter: Recruiter) -> None:
    ids = [recruiter.a_response(0), recruiter.a_response(1)]
    answer = recruiter.http.post("/negotiations/read", data={"topic_id": ids})
    assert refusal(answer) == (403, "negotiations", "application_denied")
    assert refusal(recruiter.http.post("/negotiations/read")) == (400, "bad_argument", "topic_id")


def test_messages_oldest_first_and_paged(recruiter: Recruiter) -> None:
    topics = recruiter.world.roster(recruiter.world.vacancies[2]).topics
    longest = max(topics, key=lambda topic: topic.count)
    path = f"/negotiations/{longest.id}/messages"
    whole = recruiter.get(path)["items"]
    pages = [recruiter.get(path, per_page=8, page=page) for page in range(3)]
    assert [entry["id"] for page in pages for entry in page["items"]] == [entry["id"] for entry in whole]
    assert pages[0]["pages"] == 3
    moments = [message["created_at"] for message in whole]
    assert moments == sorted(moments)
    assert whole[0]["author"]["participant_type"] == "applicant"
    assert whole[1]["state"]["id"] == "invitation"


def test_the_full_resume(recruiter: Recruiter, unseen: str) -> None:
    short = recruiter.topic(unseen)["resume"]
    full = recruiter.get(short["url"])
    assert "contact" not in short
    assert {contact["type"]["id"] for contact in full["contact"]} >= {"cell", "email"}
    assert full["skill_set"] == short["skill_set"]
    assert [job["company"] for job in full["experience"]] == [job["company"] for job in short["experience"]]
    assert all("position" not in job for job in short["experience"][1:])
    assert recruiter.http.get("/resumes/0123").status_code == 404
    wrong = short["url"].replace(unseen, recruiter.a_response(1))
    assert recruiter.http.get(wrong).status_code == 404


def test_hidden_fields_are_null(recruiter: Recruiter) -> None:
    hidden = 0
    for nid in recruiter.world.topics_of(recruiter.vacancy(0)["id"], "response"):
        resume = recruiter.topic(nid).get("resume")
        if resume is None or not resume["hidden_fields"]:
            continue
        ids = [field["id"] for field in resume["hidden_fields"]]
        full = recruiter.get(resume["url"])
        if not full["can_view_full_info"]:
            continue
        values = {contact["type"]["id"]: contact["contact_value"] for contact in full["contact"]}
        assert ("names_and_photo" in ids) == (full.get("last_name") is None)
        assert ("phones" in ids) == (values["cell"] is None)
        assert ("email" in ids) == (values["email"] is None)
        hidden += 1
    assert hidden


def test_a_resume_hidden_later(recruiter: Recruiter, unseen: str) -> None:
    url = recruiter.topic(unseen)["resume"]["url"]
    recruiter.world.hide_resume(unseen)
    assert recruiter.topic(unseen).get("resume") is None
    assert recruiter.http.get(url).status_code == 404


def test_people_who_came_again_have_a_history(recruiter: Recruiter) -> None:
    vacancy = recruiter.world.vacancies[2]
    again = [topic for topic in recruiter.world.roster(vacancy).topics if topic.person[0] != vacancy.number]
    assert again
    resumes = [recruiter.topic(topic.id).get("resume") for topic in again]
    history = next(
        recruiter.get(resume["negotiations_history"]["url"])["vacancies"] for resume in resumes if resume
    )
    assert vacancy.id in [met["id"] for met in history]
    assert all(met["can_edit"] is not met["archived"] for met in history)


def test_a_move_gets_into_the_history(recruiter: Recruiter, unseen: str) -> None:
    url = recruiter.topic(unseen)["resume"]["negotiations_history"]["url"]
    recruiter.act(unseen, "interview", message="Приходите")
    items = recruiter.get(url)["vacancies"][0]["items"]
    assert (items[0]["employer_state"]["id"], items[0]["with_message"]) == ("interview", True)


def test_notes(recruiter: Recruiter, unseen: str) -> None:
    url = recruiter.topic(unseen)["resume"]["owner"]["comments"]["url"]
    before = recruiter.get(url)["found"]
    fields = {"text": "Сильный кандидат", "access_type": "coworkers"}
    made = recruiter.http.post(url, data=fields)
    assert made.status_code == 201
    assert made.json()["is_mine"] is True
    one = f"{url}/{made.json()['id']}"
    assert recruiter.http.put(one, data={"text": "Очень сильный"}).status_code == 204
    found = recruiter.get(url)
    assert found["found"] == before + 1
    assert found["items"][0]["text"] == "Очень сильный"
    assert recruiter.topic(unseen)["resume"]["owner"]["comments"]["counters"]["total"] == before + 1
    assert recruiter.http.delete(one).status_code == 204
    assert recruiter.http.delete(one).status_code == 404
    assert refusal(recruiter.http.post(url, data={"text": "x", "access_type": "all"}))[2] == "access_type"


def test_limits_count_resumes_once(recruiter: Recruiter, unseen: str) -> None:
    path = f"/employers/{recruiter.employer}/managers/7310455/limits/resume"
    resume = recruiter.topic(unseen)["resume"]
    assert recruiter.get(path)["spend"]["resume_view"] == 0
    recruiter.get(resume["url"])
    recruiter.get(resume["url"])
    limits = recruiter.get(path)
    assert limits["spend"]["resume_view"] == 1
    assert limits["left"]["resume_view"] == limits["limits"]["resume_view"] - 1
    assert recruiter.http.get(path.replace("7310455", "7310456")).status_code == 403


def test_statistics_follow_the_answers(recruiter: Recruiter) -> None:
    path = f"/employers/{recruiter.employer}/managers/7310455/negotiations_statistics"
    before = recruiter.get(path)["manager_statistics"]
    vacancy_id = recruiter.vacancy(0)["id"]
    for nid in recruiter.world.topics_of(vacancy_id, "response")[:40]:
        recruiter.http.put(f"/negotiations/discard_by_employer/{nid}", data={"message": "Спасибо"})
    after = recruiter.get(path)["manager_statistics"]
    assert after["received"] == before["received"]
    assert after["replied_percent"] > before["replied_percent"]
    assert after["politeness"]["index"] > before["politeness"]["index"]


def test_the_advice_is_in_the_language_asked_for(recruiter: Recruiter) -> None:
    path = f"/employers/{recruiter.employer}/managers/7310455/negotiations_statistics"
    told = recruiter.get(path, locale="EN")["manager_statistics"]["politeness"]
    assert told["hint"] == "Answer those who have waited longer than a week"
    assert told["description"].isascii()


def test_the_test_of_a_vacancy(recruiter: Recruiter) -> None:
    vacancy_id = recruiter.vacancy(0)["id"]
    items = recruiter.get("/negotiations/response", vacancy_id=vacancy_id, per_page=50)["items"]
    result = next(topic["test_result"] for topic in items if topic.get("test_result"))
    solution = recruiter.get(result["url"])["test_result"]
    assert (solution["score"], solution["mark"]) == (result["score"], result["mark"])
    without = recruiter.a_response(1)
    assert recruiter.http.get(f"/negotiations/{without}/test/solution").status_code == 404


def test_dictionaries_are_kept_by_the_client(recruiter: Recruiter) -> None:
    for path in ("/locales", "/dictionaries"):
        first = recruiter.http.get(path)
        again = recruiter.http.get(path, headers={"if-none-match": first.headers["etag"]})
        assert (again.status_code, again.content) == (304, b"")
        english = recruiter.http.get(path, params={"locale": "EN"})
        assert english.headers["etag"] != first.headers["etag"]


def test_moments_have_an_offset_without_a_colon(recruiter: Recruiter, unseen: str) -> None:
    topic = recruiter.topic(unseen)
    shown = [topic, recruiter.vacancy(0), recruiter.get(topic["resume"]["url"]), recruiter.messages(unseen)]
    moments = re.findall(r'"\w+_at": "([^"]+)"', json.dumps(shown))
    assert len(moments) > 8
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0300", moment) for moment in moments)
