"""Resumes: in full, their history, and as files."""

import gzip
from collections.abc import AsyncIterator

import httpx
import pytest

from hh_tui.api.models import FullResume, Resume
from hh_tui.api.models.reading import parsed
from hh_tui.errors import (
    AnswerLost,
    ForeignOrigin,
    LimitReached,
    NotFound,
    NotPaid,
    ServerError,
    UnreadableAnswer,
)
from tests.api.desk import Desk, refusing

FILE = "https://api.hh.ru/resumes/1/download/resume.pdf"


async def test_whole_resume_by_negotiations_url_counts_as_viewed() -> None:
    async with Desk() as desk:
        one = next(found for found in await desk.fresh() if found.has_updates)
        assert one.resume is not None
        whole = await desk.client.resumes.full(one.resume)
        assert ("topic_id", one.id) in desk.query()
        assert whole.id == one.resume.id
        assert whole.contact
        assert whole.language[0].level is not None
        assert all(job.position for job in whole.experience)
        assert not (await desk.client.negotiations.one(one.id)).has_updates


async def test_contacts_are_read_in_each_of_their_shapes() -> None:
    phone = {"country": "7", "city": "495", "number": "1234567"}
    resume = parsed(
        FullResume,
        {
            "contact": [
                {"type": {"id": "cell", "name": ""}, "value": phone | {"formatted": "+7 495 123-45-67"}},
                {"type": {"id": "work", "name": ""}, "value": phone},
                {"type": {"id": "email", "name": ""}, "value": "a@example.org", "preferred": True},
                {"type": {"id": "home", "name": ""}, "value": None},
                {"value": {"formatted": 5}},
                None,
            ]
        },
    )
    assert [one.value for one in resume.contact] == [
        "+7 495 123-45-67",
        "7 495 1234567",
        "a@example.org",
        None,
        None,
    ]


async def test_a_daily_limit_of_views_has_a_name() -> None:
    async with Desk() as desk:
        resume = await desk.resume()
        desk.server.faults.add("GET", "/resumes", **refusing(429, "resumes", "view_limit_exceeded"))
        with pytest.raises(LimitReached):
            await desk.client.resumes.full(resume)
        desk.server.faults.add(
            "GET", "/resumes", **refusing(403, "api_access_payment", "action_must_be_payed")
        )
        with pytest.raises(NotPaid):
            await desk.client.resumes.full(resume)


async def test_history_of_a_candidate() -> None:
    async with Desk("M") as desk:
        for one in await desk.fresh():
            assert one.resume is not None
            met = await desk.client.resumes.history(one.resume)
            assert all(vacancy.name for vacancy in met)
            turns = [turn for vacancy in met for turn in vacancy.items]
            if turns:
                assert turns[0].employer_state is not None
                assert turns[0].created_at is not None
                return
    pytest.fail("nobody has a history")


@pytest.mark.parametrize(("kind", "start"), [("pdf", b"%PDF-"), ("rtf", b"{\\rtf1")])
async def test_a_file_comes_whole_and_tells_how_far_it_is(kind: str, start: bytes) -> None:
    async with Desk() as desk:
        resume = await desk.resume()
        assert resume.download is not None
        file = resume.download.pdf if kind == "pdf" else resume.download.rtf
        assert file is not None
        pieces: list[bytes] = []
        told: list[tuple[int, int | None]] = []
        length = await desk.client.resumes.download(
            file.url, pieces.append, progress=lambda *so_far: told.append(so_far)
        )
        whole = b"".join(pieces)
        assert whole.startswith(start)
        assert told[-1] == (length, length) == (len(whole), len(whole))


async def test_a_packed_file_is_unpacked_and_its_length_not_promised() -> None:
    packed = gzip.compress(b"x" * 1000)
    answer = httpx.Response(200, content=packed, headers={"Content-Encoding": "gzip"})
    async with Desk(handle=lambda _: answer) as desk:
        told: list[int | None] = []
        assert (
            await desk.client.resumes.download(FILE, len, progress=lambda _, total: told.append(total))
            == 1000
        )
        assert set(told) == {None}


async def test_a_file_that_is_too_long_is_not_read_to_its_end() -> None:
    pieces: list[bytes] = []
    answer = httpx.Response(200, content=gzip.compress(b"x" * 10**6), headers={"Content-Encoding": "gzip"})
    async with Desk(handle=lambda _: answer) as desk:
        with pytest.raises(UnreadableAnswer):
            await desk.client.resumes.download(FILE, pieces.append, at_most=1000)
    assert sum(map(len, pieces)) <= 1000


@pytest.mark.parametrize(
    ("status", "content", "headers", "kind"),
    [
        (200, b"", {}, UnreadableAnswer),
        (200, b"no gzip", {"Content-Encoding": "gzip"}, UnreadableAnswer),
        (302, b"", {"Location": "https://evil.example/"}, UnreadableAnswer),
        (404, b"", {}, NotFound),
        (404, b"<html>", {}, UnreadableAnswer),
        (403, b"no gzip", {"Content-Encoding": "gzip"}, UnreadableAnswer),
        (429, b"", {}, LimitReached),
        (500, b"", {}, ServerError),
    ],
)
async def test_what_is_no_file_has_a_name(
    status: int, content: bytes, headers: dict[str, str], kind: type[Exception]
) -> None:
    def handle(_: httpx.Request) -> httpx.Response:
        return httpx.Response(status, headers=headers, stream=httpx.ByteStream(content))

    async with Desk(handle=handle) as desk:
        with pytest.raises(kind):
            await desk.client.resumes.download(FILE, len)


async def test_a_connection_lost_on_the_way_has_a_name() -> None:
    class Broken(httpx.AsyncByteStream):
        async def __aiter__(self) -> AsyncIterator[bytes]:
            yield b"%PDF"
            raise httpx.ReadError("gone")

    async with Desk(handle=lambda _: httpx.Response(200, stream=Broken())) as desk:
        with pytest.raises(AnswerLost):
            await desk.client.resumes.download(FILE, len)


@pytest.mark.parametrize("url", ["https://evil.example/resume.pdf", "http://api.hh.ru/x", "https://hh.ru/x"])
async def test_no_other_origin_is_asked_for_a_file(url: str) -> None:
    async with Desk() as desk:
        with pytest.raises(ForeignOrigin):
            await desk.client.resumes.download(url, len)
        assert desk.server.received == []


async def test_without_a_url_there_is_no_file() -> None:
    async with Desk() as desk:
        with pytest.raises(NotFound):
            await desk.client.resumes.download(None, len)


async def test_a_resume_without_urls_is_reached_by_its_id() -> None:
    async with Desk() as desk:
        known = await desk.resume()
        bare = Resume(id=known.id)
        assert (await desk.client.resumes.full(bare)).id == known.id
        assert isinstance(await desk.client.resumes.history(bare), tuple)
