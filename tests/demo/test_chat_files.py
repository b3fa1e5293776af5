"""Files in chats, and chats about no vacancy."""

from uuid import uuid4

import httpx
import pytest

from tests.demo.driver import Recruiter

PICTURE = b"\x89PNG\r\n\x1a\n\r\r\n" + bytes(range(256))


@pytest.fixture
def recruiter() -> Recruiter:
    return Recruiter("S")


def _upload(recruiter: Recruiter, url: str, kind: str = "image/png", **options: object) -> httpx.Response:
    return recruiter.http.post(url, files={"file": ("план.png", PICTURE, kind)}, **options)  # type: ignore[arg-type]


def _link(recruiter: Recruiter) -> str:
    link = recruiter.http.post("/common/chats/files/upload_links").json()
    assert set(link) == {"upload_url", "expires_at"}
    return str(link["upload_url"])


def test_a_file_goes_and_is_there(recruiter: Recruiter) -> None:
    chat = f"/common/chats/{recruiter.topic(recruiter.a_response())['chat_id']}"
    url = _link(recruiter)
    assert not url.startswith("https://api.hh.ru")
    upload = _upload(recruiter, url).json()["upload_id"]
    body = {"idempotency_key": str(uuid4()), "file_upload_ids": [upload]}
    assert recruiter.http.post(f"{chat}/messages", json=body).status_code == 201
    newest = recruiter.get(f"{chat}/messages")["messages"][0]
    (file,) = newest["payload"]["attachments"]
    assert (newest["payload"]["text"], file["title"], file["content_type"]) == (None, "план.png", "image/png")
    assert recruiter.http.get(file["url"]).content == PICTURE


def test_what_an_upload_is_refused_for(recruiter: Recruiter) -> None:
    url = _link(recruiter)
    page = _upload(recruiter, url, headers={"authorization": "Bearer other"})
    assert page.status_code == 403
    assert page.headers["content-type"].startswith("text/html")
    wrong = _upload(recruiter, url, "application/x-sh")
    assert (wrong.status_code, wrong.json()["errors"][0]["value"]) == (400, "file")
    recruiter.clock.pass_by(minutes=11)
    late = _upload(recruiter, url)
    assert (late.status_code, late.json()["errors"][0]["value"]) == (400, "state")


def test_a_link_is_good_for_one_file(recruiter: Recruiter) -> None:
    url = _link(recruiter)
    assert _upload(recruiter, url).status_code == 200
    assert _upload(recruiter, url).json()["errors"][0]["value"] == "state"


def test_a_chat_about_no_vacancy(recruiter: Recruiter) -> None:
    resume = recruiter.topic(recruiter.a_response())["resume"]["id"]
    before = recruiter.get("/common/chats")["found"]
    for text in ("Добрый день", "Ещё раз"):
        body = {"resume_hash": resume, "first_message": text}
        assert recruiter.http.post("/common/chats/without_vacancy", json=body).status_code == 201
    found = recruiter.get("/common/chats", vacancy_status="without")["items"]
    assert [(one["type"], one["vacancy_id"]) for one in found] == [("COMMON", None), ("SUPPORT", None)]
    assert recruiter.get("/common/chats")["found"] == before + 1
    assert recruiter.get("/common/chats", vacancy_status="with")["found"] == before - 1
    messages = recruiter.get(f"/common/chats/{found[0]['id']}/messages")["messages"]
    assert [one["payload"]["text"] for one in messages] == ["Ещё раз", "Добрый день"]
    assert recruiter.http.post("/common/chats/without_vacancy", json={"resume_hash": "x"}).status_code == 404
