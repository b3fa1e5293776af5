"""What the documents leave open: the stand-in can be either way, and a setting says which."""

from dataclasses import fields
from typing import Any
from uuid import uuid4

import pytest

from hh_tui.demo import StandIn
from hh_tui.demo.readings import SETTING, Readings
from tests.demo.driver import Recruiter, refusal


def reading(name: str, *, holds: bool, size: str = "S") -> Recruiter:
    return Recruiter(size, readings=Readings(**{name: holds}))


def test_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    assert Readings.of("off") == Readings.of("") == Readings()
    assert Readings.of("on") == Readings.strict() != Readings()
    drawn = Readings.of("20261129")
    assert drawn == Readings.of("20261129")
    assert len({getattr(drawn, field.name) for field in fields(drawn)}) == 2
    with pytest.raises(ValueError, match="HH_DEMO_STRICT"):
        Readings.of("perhaps")
    monkeypatch.setenv(SETTING, "on")
    assert StandIn("S").world.readings == Readings.strict()


@pytest.mark.parametrize("repeated", [False, True])
def test_several_managers_come_in_one_encoding(repeated: bool) -> None:
    recruiter = reading("managers_repeated", holds=repeated)
    active = f"/employers/{recruiter.employer}/vacancies/active"
    both = ["7310456", "7310457"]
    one_value = recruiter.http.get(active, params={"manager_ids": ",".join(both)})
    if repeated:
        assert one_value.status_code == 404
        assert recruiter.get(active, manager_ids=both)["found"] == 2
    else:
        assert one_value.json()["found"] == 2
        assert recruiter.get(active, manager_ids=both)["found"] == 1
    assert recruiter.get(active, manager_ids=both[:1])["found"] == 1


@pytest.mark.parametrize(("forbidden", "word"), [(False, "oauth"), (True, "forbidden")])
def test_the_word_for_tokens(forbidden: bool, word: str) -> None:
    recruiter = reading("tokens_forbidden", holds=forbidden)
    recruiter.standin.expire_token()
    assert refusal(recruiter.http.get("/me")) == (403, word, "token_expired")


@pytest.mark.parametrize(("short", "status"), [(False, 200), (True, 400)])
def test_the_longest_page_of_messages(short: bool, status: int) -> None:
    recruiter = reading("short_message_pages", holds=short)
    path = f"/negotiations/{recruiter.a_response()}/messages"
    assert recruiter.http.get(path, params={"per_page": 50}).status_code == status
    assert recruiter.http.get(path, params={"per_page": 51}).status_code == 400
    assert recruiter.get(path)["per_page"] == 20


@pytest.mark.parametrize("alone", [False, True])
def test_the_obsolete_value_of_a_contact(alone: bool) -> None:
    recruiter = reading("contact_value_only", holds=alone)
    resume = recruiter.get(recruiter.topic(recruiter.a_response())["resume"]["url"])
    assert all(contact["kind"] and "contact_value" in contact for contact in resume["contact"])
    values = [contact.get("value") for contact in resume["contact"][:2]]
    assert (
        values == [None, None] if alone else values[0]["formatted"] == resume["contact"][0]["contact_value"]
    )


@pytest.mark.parametrize("left_out", [False, True])
def test_addresses_of_a_negotiation(left_out: bool) -> None:
    recruiter = reading("addresses_left_out", holds=left_out)
    topic = recruiter.topic(recruiter.a_response())
    assert ("url" in topic, "messages_url" in topic) == (not left_out, not left_out)


@pytest.mark.parametrize("bare", [False, True])
def test_addresses_of_actions(bare: bool) -> None:
    recruiter = reading("parents_without_url", holds=bare)
    nid = recruiter.a_response()
    actions = recruiter.topic(nid)["actions"]
    without = {action["id"] for action in actions if action["url"] is None}
    assert without == ({"transfer_to_vacancy", "discard_vacancy_closed"} if bare else set())
    hidden = next(action for action in actions if action["id"] == "discard_vacancy_closed")
    (step,) = hidden["sub_actions"] if bare else (hidden,)
    assert recruiter.http.request(step["method"], step["url"]).status_code == 204


@pytest.mark.parametrize("without", [False, True])
def test_job_search_status_in_lists(without: bool) -> None:
    recruiter = reading("lists_without_status", holds=without)
    query = {"vacancy_id": recruiter.vacancy(0)["id"]}
    plain = recruiter.get("/negotiations/response", **query)["items"]
    asked = recruiter.get("/negotiations/response", **query, with_job_search_status="true")["items"]
    told = [bool(topic.get("resume")) and "job_search_status" in topic["resume"] for topic in asked]
    assert any(told) is not without
    assert not any("job_search_status" in (topic.get("resume") or {}) for topic in plain)


@pytest.mark.parametrize(("null", "body"), [(False, b""), (True, b"null")])
def test_the_answer_to_a_letter(null: bool, body: bytes) -> None:
    recruiter = reading("null_answers", holds=null)
    answer = recruiter.write(recruiter.a_response(), "Добрый день")
    assert (answer.status_code, answer.content) == (201, body)


@pytest.mark.parametrize("plain", [False, True])
def test_a_missing_negotiation(plain: bool) -> None:
    answer = reading("plain_not_found", holds=plain).http.get("/negotiations/1")
    expected = (404, "not_found", None) if plain else (404, "negotiations", "topic_not_found")
    assert refusal(answer) == expected


@pytest.mark.parametrize("always", [False, True])
def test_the_reason_of_an_open_chat(always: bool) -> None:
    recruiter = reading("reason_always", holds=always)
    state = _chat(recruiter)["chat_states"]["write_message_state"]
    assert state == ({"allowed": True, "reason": None} if always else {"allowed": True})


@pytest.mark.parametrize("oldest", [False, True])
def test_the_order_of_a_stretch(oldest: bool) -> None:
    recruiter = reading("chats_oldest_first", holds=oldest)
    chat = f"/common/chats/{_chat(recruiter)['id']}/messages"
    for text in ("раз", "два"):
        body = {"idempotency_key": str(uuid4()), "text": text}
        assert recruiter.http.post(chat, json=body).status_code == 201
    texts = [one["payload"]["text"] for one in recruiter.get(chat, limit=2)["messages"]]
    assert texts == (["раз", "два"] if oldest else ["два", "раз"])


@pytest.mark.parametrize(("ok", "status"), [(False, 204), (True, 200)])
def test_the_status_of_chat_writes(ok: bool, status: int) -> None:
    recruiter = reading("chat_writes_say_ok", holds=ok)
    chat = f"/common/chats/{_chat(recruiter)['id']}"
    path = f"{chat}/write_possibility?applicant_write_possibility=false"
    assert recruiter.http.put(path).status_code == status


@pytest.mark.parametrize(("refused", "status"), [(False, 204), (True, 404)])
def test_adding_oneself_to_a_chat(refused: bool, status: int) -> None:
    recruiter = reading("outsiders_refused", holds=refused)
    chat = f"/common/chats/{_chat(recruiter)['id']}"
    assert recruiter.http.put(f"{chat}/leave").status_code == 204
    assert recruiter.http.put(f"{chat}/participants", json={"id": "7310455"}).status_code == status


@pytest.mark.parametrize(("limited", "status"), [(False, 200), (True, 400)])
def test_the_depth_of_a_collection(limited: bool, status: int) -> None:
    recruiter = reading("depth_limited", holds=limited)
    query = {"vacancy_id": recruiter.vacancy(0)["id"], "per_page": 50, "page": 40}
    assert recruiter.http.get("/negotiations/response", params=query).status_code == status
    assert recruiter.http.get("/negotiations/response", params=query | {"page": 39}).status_code == 200


@pytest.mark.parametrize(("alone", "status"), [(False, 200), (True, 400)])
def test_what_a_resume_id_may_stand_beside(alone: bool, status: int) -> None:
    recruiter = reading("resume_id_alone", holds=alone)
    active = f"/employers/{recruiter.employer}/vacancies/active"
    resume = recruiter.topic(recruiter.a_response())["resume"]["id"]
    assert recruiter.http.get(active, params={"resume_id": resume, "locale": "EN"}).status_code == 200
    for name in ("page", "per_page", "all_accessible"):
        answer = recruiter.http.get(active, params={"resume_id": resume, name: "1"})
        assert answer.status_code == status
        if alone:
            assert answer.json()["errors"] == [{"type": "bad_argument", "value": name}]


@pytest.mark.parametrize("wrapped", [False, True])
def test_transcripts_of_calls(wrapped: bool) -> None:
    recruiter = reading("transcripts_wrapped", holds=wrapped)
    call_id = recruiter.get("/calls/history")["calls"][0]["id"]
    answer = recruiter.http.post("/calls/transcripts/search", json={"call_ids": [call_id, "x"]}).json()
    assert list(answer["transcripts"] if wrapped else answer) == [call_id]


def _chat(recruiter: Recruiter) -> dict[str, Any]:
    chat_id = recruiter.topic(recruiter.a_response())["chat_id"]
    found: dict[str, Any] = recruiter.get(f"/common/chats/{chat_id}/messages")
    return found


@pytest.mark.parametrize("short", [False, True])
def test_what_a_saved_search_keeps(short: bool) -> None:
    recruiter = reading("saved_searches_short", holds=short)
    asked = {"text": "повар", "education_level": "higher", "work_format": "REMOTE"}
    answer = recruiter.http.post("/saved_searches/resumes", params=asked)
    url = recruiter.get(answer.headers["location"])["items"]["url"]
    assert "education_level=higher" in url
    assert ("work_format=REMOTE" in url) is not short
