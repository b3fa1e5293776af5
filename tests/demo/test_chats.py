"""Chats of the stand-in: who may see them, what is told, what marks as read."""

from typing import Any
from uuid import uuid4

import httpx
import pytest

from tests.demo.driver import Recruiter

BASIC = {
    "id",
    "type",
    "display",
    "creation_time",
    "unread_message_count",
    "muted",
    "block_reason",
    "vacancy_id",
}
MESSAGE = {
    "id", "type", "creation_time", "last_change_time", "can_edit", "sender_participant_id",
    "sender_display_info", "payload", "viewed_by_opponent",
}  # fmt: skip
SENDER = {"name", "is_current_participant", "icon", "role"}
CONTENT = {"text", "attachments", "moved_participant"}


@pytest.fixture
def recruiter() -> Recruiter:
    return Recruiter("S")


@pytest.fixture
def chat(recruiter: Recruiter) -> str:
    """The address of a chat that can be written to."""
    return f"/common/chats/{recruiter.topic(recruiter.a_response())['chat_id']}"


def _reason(response: httpx.Response) -> tuple[int, str]:
    return response.status_code, response.json()["errors"][0]["reason"]


def _send(recruiter: Recruiter, chat: str, **body: Any) -> httpx.Response:
    return recruiter.http.post(f"{chat}/messages", json={"idempotency_key": str(uuid4())} | body)


def test_the_list_holds_what_is_ours_the_latest_first(recruiter: Recruiter) -> None:
    page = recruiter.get("/common/chats", per_page=20)
    assert set(page) == {"items", "found", "page", "pages", "per_page"}
    assert all(set(item) == BASIC | {"last_message"} for item in page["items"])
    ours = {vacancy["id"] for vacancy in recruiter.vacancies()}
    some = recruiter.get("/common/chats", filter_with_vacancy_ids=f"[{', '.join(sorted(ours))}]")
    assert {item["vacancy_id"] for item in some["items"]} <= ours
    without = recruiter.get("/common/chats", vacancy_status="without")["items"]
    assert [(item["type"], item["vacancy_id"]) for item in without] == [("SUPPORT", None)]
    assert recruiter.get("/common/chats", vacancy_status="with")["found"] == page["found"] - 1
    unread = recruiter.get("/common/chats", filter_unread="true")
    assert recruiter.get("/common/chats/counters/unread") == {"unread_chats_count": str(unread["found"])}
    assert all(item["unread_message_count"] for item in unread["items"])
    assert recruiter.get("/common/chats", filter_has_text_message="true")["found"] < page["found"]


@pytest.mark.parametrize("query", ["per_page=21", "page=51", "vacancy_status=x", "filter_with_vacancy_ids=1"])
def test_the_list_refuses_what_is_out_of_bounds(recruiter: Recruiter, query: str) -> None:
    assert recruiter.http.get(f"/common/chats?{query}").status_code == 400


def test_messages_have_the_shape_described(recruiter: Recruiter) -> None:
    kinds: set[str] = set()
    for item in recruiter.get("/common/chats", per_page=20)["items"]:
        body = recruiter.get(f"/common/chats/{item['id']}/messages", limit=50)
        assert set(body) == BASIC | {"has_more", "messages", "chat_states"}
        for message in body["messages"]:
            assert set(message) == MESSAGE
            assert set(message["sender_display_info"]) == SENDER
            assert set(message["payload"]) == CONTENT
            filled = [kind for kind, value in message["payload"].items() if value is not None]
            assert len(filled) == 1
            kinds.update(filled)
    assert "text" in kinds


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ("limit=51", "limit_negative_or_more_than_50"),
        ("limit=0", "limit_negative_or_more_than_50"),
        ("limit=x", "not integer value"),
        ("order=down", "bad_order"),
        ("start_message_id=1", "bad_start_message_id"),
    ],
)
def test_stretches_refuse_what_is_out_of_bounds(
    recruiter: Recruiter, chat: str, query: str, reason: str
) -> None:
    assert _reason(recruiter.http.get(f"{chat}/messages?{query}")) == (400, reason)


def test_the_start_message_is_in_the_stretch(recruiter: Recruiter, chat: str) -> None:
    for text in ("раз", "два", "три"):
        assert _send(recruiter, chat, text=text).status_code == 201
    newest = recruiter.get(f"{chat}/messages", limit=2)
    assert newest["has_more"]
    assert [message["payload"]["text"] for message in newest["messages"]] == ["три", "два"]
    start = newest["messages"][1]["id"]
    onward = recruiter.get(f"{chat}/messages", order="next", start_message_id=start)
    assert [message["payload"]["text"] for message in onward["messages"]] == ["два", "три"]
    assert not onward["has_more"]


def test_one_key_is_one_message(recruiter: Recruiter, chat: str) -> None:
    body = {"idempotency_key": str(uuid4()), "text": "раз"}
    assert _send(recruiter, chat, **body).status_code == 201
    assert _send(recruiter, chat, **body).status_code == 409
    texts = [one["payload"]["text"] for one in recruiter.get(f"{chat}/messages")["messages"]]
    assert texts.count("раз") == 1


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ({"text": ""}, "required"),
        ({"text": "x" * 20_001}, "required"),
        ({"text": "x", "idempotency_key": "one"}, "required"),
        ({}, "text_or_file_upload_ids"),
        ({"text": "x", "file_upload_ids": ["1"]}, "text_or_file_upload_ids"),
        ({"file_upload_ids": ["1"]}, "required"),
        ({"file_upload_ids": []}, "required"),
    ],
)
def test_what_can_not_be_sent(recruiter: Recruiter, chat: str, body: dict[str, Any], reason: str) -> None:
    assert _reason(_send(recruiter, chat, **body)) == (400, reason)


def test_the_read_marker_goes_forward_and_looking_moves_nothing(recruiter: Recruiter) -> None:
    nid = recruiter.a_response()
    recruiter.messages(nid)
    recruiter.world.candidate_writes(nid, "раз")
    recruiter.clock.pass_by(minutes=1)
    recruiter.world.candidate_writes(nid, "два")
    chat = f"/common/chats/{recruiter.topic(nid)['chat_id']}"
    newest, older = recruiter.get(f"{chat}/messages")["messages"][:2]
    assert recruiter.get(f"{chat}/messages")["unread_message_count"] == 2
    for mark, left in ((older, 1), (newest, 0), (older, 0)):
        assert recruiter.http.put(f"{chat}/message/{mark['id']}/read").status_code == 204
        assert recruiter.get(f"{chat}/messages")["unread_message_count"] == left
    assert recruiter.topic(nid)["counters"]["unread_messages"] == 2
    me = next(one for one in recruiter.get(f"{chat}/participants")["items"] if one["role"] == "EMPLOYER")
    assert me["last_viewed_message_id"] == newest["id"]


def test_participants_come_and_go_and_the_chat_tells(recruiter: Recruiter, chat: str) -> None:
    assert [one["role"] for one in recruiter.get(f"{chat}/participants")["items"]] == [
        "APPLICANT",
        "EMPLOYER",
    ]
    recruiter.clock.pass_by(minutes=1)
    assert recruiter.http.put(f"{chat}/participants", json={"id": "7310456"}).status_code == 204
    assert recruiter.http.put(f"{chat}/participants", json={"id": "1"}).status_code == 404
    newest = recruiter.get(f"{chat}/messages")["messages"][0]
    assert newest["type"] == "PARTICIPANT_JOINED"
    assert newest["payload"]["moved_participant"]["name"] == "Сомов Илья Андреевич"
    refused = recruiter.http.delete(f"{chat}/messages/{newest['id']}")
    assert _reason(refused) == (403, "message_delete_not_allowed")
    assert recruiter.http.put(f"{chat}/leave").status_code == 204
    assert recruiter.http.get(f"{chat}/messages").status_code == 404


def test_chats_of_others_are_closed(recruiter: Recruiter) -> None:
    theirs = recruiter.get(f"/employers/{recruiter.employer}/vacancies/active", manager_id="7310456")[
        "items"
    ][0]
    nid = recruiter.world.topics_of(theirs["id"], "response")[0]
    assert recruiter.http.get(f"/common/chats/{recruiter.topic(nid)['chat_id']}/messages").status_code == 404
    assert recruiter.http.get("/common/chats/x/messages").status_code == 404


def test_what_is_deleted_is_gone_both_ways(recruiter: Recruiter) -> None:
    nid = recruiter.a_response()
    chat = f"/common/chats/{recruiter.topic(nid)['chat_id']}"
    sent = _send(recruiter, chat, text="лишнее").json()["id"]
    assert recruiter.http.put(f"{chat}/messages/{sent}", json={"text": "иное"}).status_code == 204
    assert recruiter.messages(nid)[-1]["text"] == "иное"
    assert recruiter.http.delete(f"{chat}/messages/{sent}").status_code == 204
    assert recruiter.http.delete(f"{chat}/messages/{sent}").status_code == 404
    assert recruiter.messages(nid)[-1] is None


def test_who_may_write_and_what_may_be_sent(recruiter: Recruiter, chat: str) -> None:
    assert (
        recruiter.http.put(f"{chat}/write_possibility?applicant_write_possibility=false").status_code == 204
    )
    assert recruiter.http.put(f"{chat}/write_possibility").status_code == 400
    assert recruiter.get("/common/chats/files/conditions")["files_upload"]["max_size"] == 20_971_520
