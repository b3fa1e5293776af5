"""Files of chats: whereto they go and come from, with the token or without it."""

import json
from typing import Any

import httpx
import pytest

from hh_tui.api.chat_files import ChatFile
from hh_tui.api.file_body import PIECE
from hh_tui.api.models import FileLimits
from hh_tui.errors import ForeignOrigin, Refused, UnreadableAnswer
from hh_tui.inbox.rules.chat_file import FileName, name_of, trouble
from tests.api.desk import Desk

PICTURE = ChatFile('План "этажа".png', "image/png", bytes(3 * PIECE + 7))
LINK = "https://upload.hh.ru/chat-files/1"


def _nothing(*_: object) -> None: ...


class Server:
    """Answers an upload and keeps what was asked."""

    def __init__(self, link: str = LINK, answer: httpx.Response | None = None) -> None:
        self.link = link
        self.answer = answer or httpx.Response(200, json={"upload_id": "u-1", "more": 1})
        self.requests: list[httpx.Request] = []

    def handle(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        if request.url.path.endswith("upload_links"):
            return httpx.Response(
                200, json={"upload_url": self.link, "expires_at": "2026-05-14T12:00:00+0300"}
            )
        return self.answer


async def test_a_file_is_uploaded_in_pieces_that_are_counted() -> None:
    server, told = Server(), list[tuple[int, int]]()
    async with Desk(handle=server.handle) as desk:
        upload_id = await desk.client.chat_files.upload(
            PICTURE, lambda done, total: told.append((done, total))
        )
    assert upload_id == "u-1"
    total = len(PICTURE.content)
    assert told == [(PIECE, total), (2 * PIECE, total), (3 * PIECE, total), (total, total)]
    sent = server.requests[-1]
    assert (sent.method, str(sent.url)) == ("POST", LINK)
    assert sent.headers["Authorization"].startswith("Bearer ")
    assert len(sent.content) == int(sent.headers["Content-Length"])
    assert b'filename="\xd0\x9f\xd0\xbb\xd0\xb0\xd0\xbd %22' in sent.content
    assert PICTURE.content in sent.content


@pytest.mark.parametrize(
    "link",
    [
        "https://evil.example/chat-files/1",
        "https://hh.ru.evil.example/1",
        "https://evilhh.ru/1",
        "http://upload.hh.ru/1",
        "https://me@upload.hh.ru/1",
        "https://upload.hh.ru:8443/1",
        "//evil.example/1",
        "",
    ],
)
async def test_the_token_goes_to_no_other_host(link: str) -> None:
    server = Server(link)
    async with Desk(handle=server.handle) as desk:
        with pytest.raises((ForeignOrigin, UnreadableAnswer)):
            await desk.client.chat_files.upload(PICTURE, _nothing)
        with pytest.raises(ForeignOrigin):
            await desk.client.chat_files.save(link or "https://evil.example/", _nothing)
    assert [one.url.host for one in server.requests] == ["api.hh.ru"]


@pytest.mark.parametrize(
    ("status", "answer", "reason"),
    [
        (403, "<html>Forbidden</html>", "upload_unauthorized"),
        (400, {"errors": [{"type": "bad_argument", "value": "file"}]}, "upload_format"),
        (400, {"errors": [{"type": "bad_argument", "value": "state"}]}, "upload_expired"),
    ],
)
async def test_what_the_server_of_files_refuses_has_a_name(status: int, answer: Any, reason: str) -> None:
    text = answer if isinstance(answer, str) else json.dumps(answer)
    server = Server(answer=httpx.Response(status, text=text))
    async with Desk(handle=server.handle) as desk:
        with pytest.raises(Refused) as caught:
            await desk.client.chat_files.upload(PICTURE, _nothing)
    assert caught.value.value == reason


async def test_a_received_file_comes_without_the_token() -> None:
    asked: list[httpx.Request] = []

    def handle(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        if request.url.path == "/login":
            return httpx.Response(200, html="<html>login</html>")
        if request.url.path == "/moved":
            return httpx.Response(302, headers={"Location": "https://evil.example/"})
        return httpx.Response(200, content=b"%PDF")

    pieces: list[bytes] = []
    async with Desk(handle=handle) as desk:
        assert await desk.client.chat_files.save("https://hh.ru/chat/1/file/2", pieces.append) == 4
        assert "Authorization" not in asked[-1].headers
        assert "HH-User-Agent" not in asked[-1].headers
        await desk.client.chat_files.save("https://api.hh.ru/chat/1/file/2", pieces.append)
        assert "Authorization" in asked[-1].headers
        for page in ("login", "moved"):
            with pytest.raises(Refused) as caught:
                await desk.client.chat_files.save(f"https://hh.ru/{page}", pieces.append)
            assert caught.value.value == "file_login"
    assert pieces == [b"%PDF", b"%PDF"]


async def test_the_stand_in_takes_what_its_conditions_name() -> None:
    async with Desk() as desk:
        limits = await desk.client.chat_files.limits()
        assert (limits.max_size, limits.type) == (20 * 2**20, ("jpeg", "png"))
        await desk.client.chat_files.upload(PICTURE, _nothing)
        with pytest.raises(Refused) as caught:
            await desk.client.chat_files.upload(ChatFile("a.txt", "text/plain", b"x"), _nothing)
        assert caught.value.value == "upload_format"


LIMITS = FileLimits(max_size=10, mime_type=("image/png",), type=("jpeg",))


@pytest.mark.parametrize(
    ("name", "size", "limits", "why"),
    [
        ("a.png", 10, LIMITS, None),
        ("a.JPG", 1, LIMITS, None),
        ("a.png", 11, LIMITS, "size"),
        ("a.png", 0, LIMITS, "empty"),
        ("a.pdf", 1, LIMITS, "type"),
        ("a", 1, LIMITS, "type"),
        ("a.pdf", 99, FileLimits(), None),
    ],
)
def test_a_file_is_judged_before_it_goes(name: str, size: int, limits: FileLimits, why: str | None) -> None:
    assert trouble(name, size, limits) == why


@pytest.mark.parametrize(
    ("title", "content_type", "stem", "ending"),
    [
        ("Резюме.pdf", None, "Резюме", "pdf"),
        ("архив.tar.GZ", None, "архив.tar", "gz"),
        ("Резюме", "application/pdf", "Резюме", "pdf"),
        (".pdf", "application/pdf", ".pdf", "pdf"),
        ("a.в чём дело", None, "a.в чём дело", "bin"),
    ],
)
def test_a_received_file_gets_a_name(title: str, content_type: str | None, stem: str, ending: str) -> None:
    assert name_of(title, content_type) == FileName(stem, ending)
