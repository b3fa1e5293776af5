"""Letters and actions: what they change, what is refused."""

import pytest

from hh_tui.demo.colleagues import colleague_moves
from tests.demo.driver import Recruiter, refusal


@pytest.fixture
def recruiter() -> Recruiter:
    return Recruiter("S")


def test_a_letter(recruiter: Recruiter) -> None:
    nid = recruiter.a_response()
    before = recruiter.messages(nid)
    answer = recruiter.write(nid, "Здравствуйте!")
    assert (answer.status_code, answer.content) == (201, b"")
    assert answer.headers["content-type"].startswith("text/html")
    after = recruiter.messages(nid)
    assert [message["id"] for message in after[:-1]] == [message["id"] for message in before]
    assert after[-1]["text"] == "Здравствуйте!"
    assert after[-1]["author"]["participant_type"] == "employer"
    assert after[-1]["viewed_by_opponent"] is False
    assert recruiter.topic(nid)["counters"]["messages"] == len(after)
    assert recruiter.topic(nid)["state"]["id"] == "response"


def test_five_in_a_row(recruiter: Recruiter) -> None:
    nid = recruiter.a_response()
    for number in range(5):
        assert recruiter.topic(nid)["messaging_status"] == "ok"
        assert recruiter.write(nid, f"Письмо {number}").status_code == 201
    assert recruiter.topic(nid)["messaging_status"] == "in_a_row_limit"
    assert refusal(recruiter.write(nid, "Шестое")) == (403, "negotiations", "in_a_row_limit")
    recruiter.world.candidate_writes(nid, "Отвечаю")
    assert recruiter.topic(nid)["messaging_status"] == "ok"
    assert recruiter.topic(nid)["has_updates"] is True
    assert recruiter.write(nid, "Спасибо").status_code == 201


@pytest.mark.parametrize(
    ("text", "value"), [("", "empty_message"), (" \n", "empty_message"), ("x" * 10_001, "too_long_message")]
)
def test_letters_refused(recruiter: Recruiter, text: str, value: str) -> None:
    nid = recruiter.a_response()
    assert refusal(recruiter.write(nid, text)) == (403, "negotiations", value)
    assert recruiter.topic(nid)["counters"]["messages"] == 1


def test_a_letter_without_its_field(recruiter: Recruiter) -> None:
    answer = recruiter.http.post(f"/negotiations/{recruiter.a_response()}/messages")
    assert refusal(answer) == (403, "negotiations", "message_cannot_be_empty")


def test_no_such_negotiation(recruiter: Recruiter) -> None:
    for nid in ("1", "3199900001", "9999999999"):
        assert refusal(recruiter.write(nid, "x")) == (404, "negotiations", "topic_not_found")


def test_correspondence_opens_with_an_invitation(recruiter: Recruiter) -> None:
    nid = recruiter.a_response(2, status="no_invitation")
    assert refusal(recruiter.write(nid, "Добрый день")) == (403, "negotiations", "no_invitation")
    assert recruiter.act(nid, "interview", message="Приглашаем").status_code == 204
    assert recruiter.topic(nid)["messaging_status"] == "ok"
    assert recruiter.write(nid, "Добрый день").status_code == 201


def test_a_move_with_a_letter(recruiter: Recruiter) -> None:
    vacancy_id = recruiter.vacancy(0)["id"]
    nid = recruiter.a_response()
    before = {key: recruiter.counters(vacancy_id, key)["total"] for key in ("response", "interview")}
    address = recruiter.get(f"/employers/{recruiter.employer}/addresses")["items"][0]["id"]
    answer = recruiter.act(nid, "interview", message="Ждём вас", address_id=address, send_sms="true")
    assert (answer.status_code, answer.content) == (204, b"")
    topic = recruiter.topic(nid)
    assert (topic["state"]["id"], topic["employer_state"]["id"]) == ("invitation", "interview")
    assert topic["funnel_stage"]["id"] == "interview"
    after = {key: recruiter.counters(vacancy_id, key)["total"] for key in ("response", "interview")}
    assert after == {"response": before["response"] - 1, "interview": before["interview"] + 1}
    assert nid in recruiter.world.topics_of(vacancy_id, "interview")
    last = recruiter.messages(nid)[-1]
    assert (last["text"], last["state"]["id"]) == ("Ждём вас", "invitation")
    assert last["address"]["id"] == address


def test_a_silent_move_shows_with_the_next_letter(recruiter: Recruiter) -> None:
    nid = recruiter.a_response()
    recruiter.act(nid, "discard_by_employer")
    topic = recruiter.topic(nid)
    assert (topic["state"]["id"], topic["employer_state"]["id"]) == ("response", "discard_by_employer")
    assert topic["counters"]["messages"] == 1
    recruiter.write(nid, "К сожалению, нет")
    assert recruiter.topic(nid)["state"]["id"] == "discard"
    assert recruiter.messages(nid)[-1]["state"]["id"] == "discard"


def test_arguments_in_the_query(recruiter: Recruiter) -> None:
    nid = recruiter.a_response()
    answer = recruiter.http.put(f"/negotiations/offer/{nid}", params={"message": "Предлагаем"})
    assert answer.status_code == 204
    assert recruiter.messages(nid)[-1]["text"] == "Предлагаем"


@pytest.mark.parametrize(
    ("action", "arguments", "value"),
    [
        ("assessment", {}, "message_cannot_be_empty"),
        ("interview", {"send_sms": "true"}, "message_cannot_be_empty"),
        ("interview", {"address_id": "1480001"}, "message_cannot_be_empty"),
        ("interview", {"message": "Ждём", "address_id": "1"}, "address_not_found"),
        ("interview", {"message": " "}, "empty_message"),
        ("interview", {"message": "x" * 10_001}, "too_long_message"),
        ("transfer_to_vacancy", {}, "edit_forbidden"),
        ("consider", {"message": "x"}, "message"),
    ],
)
def test_moves_refused(recruiter: Recruiter, action: str, arguments: dict[str, str], value: str) -> None:
    nid = recruiter.a_response()
    before = recruiter.topic(nid)
    answer = recruiter.act(nid, action, **arguments)
    assert (answer.status_code in (400, 403), refusal(answer)[2]) == (True, value)
    assert recruiter.topic(nid) == before


def test_an_action_no_longer_offered(recruiter: Recruiter) -> None:
    nid = recruiter.a_response()
    consider = next(action for action in recruiter.topic(nid)["actions"] if action["id"] == "consider")
    assert recruiter.http.put(consider["url"]).status_code == 204
    assert refusal(recruiter.http.put(consider["url"])) == (403, "negotiations", "wrong_state")
    assert refusal(recruiter.http.put(f"/negotiations/hired/{nid}")) == (403, "negotiations", "wrong_state")


def test_a_colleague_was_faster(recruiter: Recruiter) -> None:
    nid = recruiter.a_response()
    url = next(action for action in recruiter.topic(nid)["actions"] if action["id"] == "interview")["url"]
    colleague_moves(recruiter.world, nid, "interview")
    assert refusal(recruiter.http.put(url)) == (403, "negotiations", "wrong_state")
    assert recruiter.standin.writes[-1].path == f"/negotiations/interview/{nid}"
    assert len(recruiter.standin.writes) == 1


def test_sub_actions_lead_where_the_action_leads(recruiter: Recruiter) -> None:
    nid = recruiter.a_response()
    action = next(entry for entry in recruiter.topic(nid)["actions"] if entry["id"] == "discard_by_employer")
    assert len(action["sub_actions"]) == 3
    assert recruiter.http.put(action["sub_actions"][1]["url"], data={"message": "Нет"}).status_code == 204
    assert recruiter.topic(nid)["employer_state"]["id"] == "discard_by_employer"


def test_a_sub_collection_is_a_place(recruiter: Recruiter) -> None:
    vacancy_id = recruiter.vacancy(0)["id"]
    nid = recruiter.a_response()
    recruiter.act(nid, "consider_reserve")
    assert nid in recruiter.world.topics_of(vacancy_id, "consider_reserve")
    assert recruiter.topic(nid)["funnel_stage"]["substate"]["name"] == "Кадровый резерв"
    recruiter.act(nid, "consider")
    assert nid not in recruiter.world.topics_of(vacancy_id, "consider_reserve")
    assert nid in recruiter.world.topics_of(vacancy_id, "consider")


def test_an_action_that_moves_nowhere(recruiter: Recruiter) -> None:
    nid = recruiter.a_response()
    action = next(entry for entry in recruiter.topic(nid)["actions"] if entry["id"] == "remind")
    assert action["resulting_employer_state"] is None
    recruiter.act(nid, "remind", message="Вы ещё ищете работу?")
    topic = recruiter.topic(nid)
    assert (topic["employer_state"]["id"], topic["state"]["id"]) == ("response", "response")
    assert topic["counters"]["messages"] == 2


def test_an_argument_nobody_documented(recruiter: Recruiter) -> None:
    nid = recruiter.a_response(1)
    action = next(entry for entry in recruiter.topic(nid)["actions"] if entry["id"] == "security_check")
    assert {"id": "form_kind", "required": False, "required_arguments": []} in action["arguments"]
    assert recruiter.act(nid, "security_check", form_kind="short").status_code == 204
    assert recruiter.standin.writes[-1].form == [("form_kind", "short")]
    assert recruiter.topic(nid)["employer_state"]["id"] == "security"


def test_the_letters_of_a_dead_thread(recruiter: Recruiter) -> None:
    archived = next(
        topic
        for vacancy in recruiter.world.vacancies
        if not vacancy.archived
        for topic in recruiter.world.roster(vacancy).topics
        if topic.messaging_status == "archived" and topic.stage.id == "response"
    )
    assert refusal(recruiter.write(archived.id, "x"))[2] == "archived"
    answer = recruiter.http.put(f"/negotiations/interview/{archived.id}", data={"message": "x"})
    assert refusal(answer)[2] == "archived"
    assert recruiter.http.put(f"/negotiations/interview/{archived.id}").status_code == 204


def test_archived_vacancies_are_closed(recruiter: Recruiter) -> None:
    vacancy = recruiter.get(f"/employers/{recruiter.employer}/vacancies/archived")["items"][0]
    nid = recruiter.world.topics_of(vacancy["id"], "response")[0]
    assert recruiter.topic(nid)["actions"] == []
    assert refusal(recruiter.write(nid, "x"))[2] == "invalid_vacancy"
    assert refusal(recruiter.http.put(f"/negotiations/consider/{nid}"))[2] == "invalid_vacancy"


def test_many_at_once(recruiter: Recruiter) -> None:
    vacancy_id = recruiter.vacancy(0)["id"]
    ids = recruiter.with_resume()[:20]
    answer = recruiter.http.put("/negotiations/consider", data={"topic_id": ids})
    assert answer.status_code == 204
    assert set(ids) <= set(recruiter.world.topics_of(vacancy_id, "consider"))


def test_many_at_once_refused(recruiter: Recruiter) -> None:
    vacancy_id = recruiter.vacancy(0)["id"]
    ids = recruiter.with_resume()
    put = recruiter.http.put
    too_many = put("/negotiations/consider", data={"topic_id": ids[:51]})
    assert too_many.json()["errors"] == [
        {"type": "bad_argument", "value": "topic_id", "reason": "too_many_bulk_items"}
    ]
    mixed = put("/negotiations/consider", data={"topic_id": [ids[0], recruiter.a_response(1)]})
    assert refusal(mixed) == (403, "negotiations", "application_denied")
    colleague_moves(recruiter.world, ids[1], "consider")
    gone = put("/negotiations/consider", data={"topic_id": ids[:3]})
    assert refusal(gone)[2] == "wrong_state"
    assert ids[0] in recruiter.world.topics_of(vacancy_id, "response")
    assert refusal(put("/negotiations/consider")) == (400, "bad_argument", "topic_id")


def test_templates_are_filled_in(recruiter: Recruiter) -> None:
    nid = recruiter.a_response()
    template = recruiter.topic(nid)["actions"][0]["templates"][0]
    letter = recruiter.get(template["url"])
    who = recruiter.world.person(recruiter.world.topic(nid).person)
    assert who.first_name in letter["mail"]["text"]
    assert "Python-разработчик" in letter["mail"]["text"]
    assert "[" not in letter["mail"]["text"] + letter["sms"]["text"]
    assert refusal(recruiter.http.get("/message_templates/interview"))[2] == "vacancy_id"
    assert recruiter.http.get(f"/message_templates/none?topic_id={nid}").status_code == 404


def test_an_own_wording(recruiter: Recruiter) -> None:
    path = f"/employers/{recruiter.employer}/mail_templates"
    entry = next(entry for entry in recruiter.get(path) if entry["name"] == "Отказ после отклика")
    answer = recruiter.http.put(f"{path}/{entry['id']}", json={"text": "[Name], увы. [Company]"})
    assert answer.status_code == 204
    nid = recruiter.a_response()
    mail = recruiter.get("/message_templates/discard_after_response", topic_id=nid)["mail"]
    who = recruiter.world.person(recruiter.world.topic(nid).person)
    assert mail["text"] == f"{who.first_name}, увы. Меридиан"
    assert mail["template_modified"] is True
    assert recruiter.http.put(f"{path}/{entry['id']}", content=b"{").status_code == 400
    assert recruiter.http.put(f"{path}/1", json={"text": "x"}).status_code == 404


def test_inviting_someone_to_another_vacancy(recruiter: Recruiter) -> None:
    resume = next(
        found
        for nid in recruiter.world.topics_of(recruiter.vacancy(0)["id"], "response")
        if (found := recruiter.topic(nid).get("resume"))
    )
    path = f"/employers/{recruiter.employer}/vacancies/active"
    here, _, there, _ = recruiter.get(path, resume_id=resume["id"])["items"]
    assert (here["can_invite"], here["negotiations_actions"]) == (False, [])
    assert here["employer_negotiations_state"]["id"] == "response"
    action = there["negotiations_actions"][0]
    assert "Бухгалтер" in recruiter.get(action["templates"][0]["url"])["mail"]["text"]
    form = {"resume_id": resume["id"], "vacancy_id": there["id"], "message": "Приходите к нам"}
    answer = recruiter.http.request(action["method"], action["url"], data=form)
    assert (answer.status_code, answer.content) == (201, b"")
    topic = recruiter.get(answer.headers["location"])
    assert (topic["state"]["id"], topic["employer_state"]["id"]) == ("invitation", "phone_interview")
    assert topic["resume"]["id"] == resume["id"]
    assert [message["text"] for message in recruiter.messages(topic["id"])] == ["Приходите к нам"]
    again = recruiter.http.request(action["method"], action["url"], data=form)
    assert refusal(again) == (403, "negotiations", "already_applied")
    wrong = recruiter.http.post(action["url"], data={"vacancy_id": there["id"]})
    assert refusal(wrong) == (400, "bad_argument", "resume_id")
