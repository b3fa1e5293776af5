"""Dictionaries, locales and areas: kept under their tags."""

import httpx
import pytest

from hh_tui.errors import UnreadableAnswer
from tests.api.desk import Desk


async def test_dictionaries_are_read_by_name() -> None:
    async with Desk() as desk:
        found = await desk.client.dictionaries.all()
        assert [entry.id for entry in found.entries("applicant_comment_access_type")] == [
            "coworkers",
            "owner",
        ]
        assert "RUR" in [entry.id for entry in found.entries("currency")], "currencies have codes"
        assert found.entries("nothing of the kind") == ()


async def test_what_has_not_changed_is_not_sent_again() -> None:
    async with Desk() as desk:
        answers: list[httpx.Response] = []
        process = desk.server.process

        def watched(request: httpx.Request) -> httpx.Response:
            answers.append(process(request))
            return answers[-1]

        desk.server.process = watched  # type: ignore[method-assign]
        first = await desk.client.dictionaries.locales()
        assert await desk.client.dictionaries.locales() == first
        assert [answer.status_code for answer in answers] == [200, 304]
        assert [one.id for one in first if one.current] == ["RU"]
        assert (await desk.client.dictionaries.areas())[0].areas
        assert (await desk.client.dictionaries.areas())[0].areas
        assert [answer.status_code for answer in answers[2:]] == [200, 304]
        assert {one.id for one in await desk.client.dictionaries.countries()} >= {"113", "16"}
        assert await desk.client.dictionaries.languages() == await desk.client.dictionaries.languages()
        assert [answer.status_code for answer in answers[4:]] == [200, 200, 304]


async def test_what_has_changed_takes_the_place_of_the_old() -> None:
    turn = 0

    def handle(request: httpx.Request) -> httpx.Response:
        nonlocal turn
        turn += 1
        assert request.headers.get("If-None-Match") == (None if turn == 1 else f'"{turn - 1}"')
        return httpx.Response(200, json=[{"id": str(turn)}], headers={"ETag": f'"{turn}"'})

    async with Desk(handle=handle) as desk:
        assert [(await desk.client.dictionaries.locales())[0].id for _ in range(3)] == ["1", "2", "3"]


async def test_unchanged_is_no_answer_where_nothing_was_kept() -> None:
    async with Desk(handle=lambda _: httpx.Response(304)) as desk:
        with pytest.raises(UnreadableAnswer):
            await desk.client.dictionaries.locales()
        with pytest.raises(UnreadableAnswer):
            await desk.client.account.me()


async def test_without_a_tag_nothing_is_kept() -> None:
    async with Desk(handle=lambda _: httpx.Response(200, json={"gender": [{"id": "male"}, None]})) as desk:
        assert [entry.id for entry in (await desk.client.dictionaries.all()).entries("gender")] == ["male"]
        assert (await desk.client.dictionaries.all()).entries("gender")
