"""Vacancies: lists, one of them, its days, its order, and where someone can be invited to."""

from typing import Any

import httpx
import pytest

from hh_tui.api.models import untold_in
from hh_tui.demo.fault_kinds import BAD_REQUESTS, Kind
from hh_tui.demo.readings import Readings
from hh_tui.errors import BadArgument, LimitReached, NotFound, Refused
from tests.api.desk import EMPLOYER, Desk, refusing


async def test_the_list_is_narrowed_down_and_ordered() -> None:
    async with Desk() as desk:
        everything = await desk.client.vacancies.active(EMPLOYER)
        wanted = everything[0]
        assert wanted.area is not None
        found = await desk.client.vacancies.active(
            EMPLOYER, text=wanted.name, area=wanted.area.id, order_by="name_desc"
        )
        assert wanted.id in {one.id for one in found}
        assert set(desk.query()) == {
            ("text", wanted.name),
            ("area", wanted.area.id),
            ("order_by", "name_desc"),
            ("all_accessible", "true"),
            ("page", "0"),
            ("per_page", "50"),
        }
        assert everything[0].manager is not None
        assert everything[0].counters is not None
        assert everything[0].counters.views > 0


async def test_links_lead_to_the_site_one_works_with() -> None:
    async with Desk() as desk:
        of_russia = await desk.client.vacancies.active(EMPLOYER)
        assert "host" not in dict(desk.last.query)
    async with Desk(site="hh.kz") as desk:
        of_kazakhstan = await desk.client.vacancies.active(EMPLOYER)
        board = await desk.client.negotiations.board(of_kazakhstan[0].id)
        page = await desk.client.negotiations.page(board.collections[0].url)
        assert {dict(one.query)["host"] for one in desk.server.received} == {"hh.kz"}
    assert str(of_russia[0].alternate_url).startswith("https://hh.ru/vacancy/")
    assert str(of_kazakhstan[0].alternate_url).startswith("https://hh.kz/vacancy/")
    assert page.items[0].actions[0].url.startswith("https://api.hh.ru/")


async def test_managers_are_asked_for_one_by_one() -> None:
    async with Desk() as desk:
        theirs = await desk.client.vacancies.active(EMPLOYER, manager_ids=["7310456"])
        assert ("manager_id", "7310456") in desk.query()
        both = await desk.client.vacancies.active(EMPLOYER, manager_ids=["7310456", "7310457"])
        asked = [value for one in desk.server.received for name, value in one.query if name == "manager_id"]
        assert asked == ["7310456", "7310456", "7310457"]
        assert {one.id for one in theirs} < {one.id for one in both}


async def test_archived_vacancies_have_an_order_too() -> None:
    async with Desk() as desk:
        found = await desk.client.vacancies.archived(EMPLOYER, order_by="archive_time_asc")
        moments = [one.archived_at for one in found if one.archived_at]
        assert len(moments) == len(found) > 1
        assert moments == sorted(moments)
        with pytest.raises(BadArgument):
            await desk.client.vacancies.archived(EMPLOYER, order_by="luck")


async def test_one_vacancy_tells_whether_letters_are_allowed() -> None:
    async with Desk("M") as desk:
        listed = await desk.client.vacancies.active(EMPLOYER)
        allowed = {(await desk.client.vacancies.one(one.id)).allow_messages for one in listed}
        assert allowed == {True, False}
        assert all(one.allow_messages for one in listed), "lists do not tell"


async def test_days_of_a_vacancy() -> None:
    async with Desk() as desk:
        vacancy = (await desk.client.vacancies.active(EMPLOYER))[0]
        days = (await desk.client.vacancies.stats(vacancy.id)).items
        assert len(days) == 5
        assert days[-1].date == "2026-05-12"
        assert sum(day.responses or 0 for day in days) > 0
        with pytest.raises(NotFound):
            await desk.client.vacancies.stats("1")


async def test_the_preferred_order_is_kept_by_the_server() -> None:
    async with Desk() as desk:
        vacancy = (await desk.client.vacancies.active(EMPLOYER))[0]
        await desk.client.vacancies.prefer_order(vacancy.id, "relevance")
        assert desk.last.form == [("order", "relevance")]
        assert (await desk.client.vacancies.preferred_order(vacancy.id)).id == "relevance"
        with pytest.raises(BadArgument):
            await desk.client.vacancies.prefer_order(vacancy.id, "luck")


async def test_where_a_resume_can_be_invited_to() -> None:
    async with Desk() as desk:
        resume = await desk.resume()
        assert resume.id is not None
        found = await desk.client.vacancies.to_invite_to(EMPLOYER, resume.id)
        assert desk.query() == [("resume_id", resume.id)]
        free = [one for one in found if one.can_invite]
        met = [one for one in found if not one.can_invite]
        assert free
        assert met
        assert free[0].negotiations_actions[0].method == "POST"
        assert free[0].negotiations_actions[0].argument("resume_id") is not None
        assert met[0].negotiations_state is not None
        assert met[0].employer_negotiations_state is not None
        assert met[0].negotiations_actions == ()


@pytest.mark.parametrize(
    ("refusal", "expected"), [(None, ["0", "1", "2"]), *((one, ["0"]) for one in BAD_REQUESTS)]
)
async def test_further_vacancies_are_added_to_the_first(refusal: Kind | None, expected: list[str]) -> None:
    def handle(request: httpx.Request) -> httpx.Response:
        number = request.url.params.get("page", "0")
        if refusal is not None and number != "0":
            return httpx.Response(refusal["status"], json=refusal["body"])
        body: dict[str, Any] = {
            "items": [{"id": number, "can_invite": True}],
            "found": 3,
            "pages": 3,
            "page": int(number),
        }
        return httpx.Response(200, json=body)

    async with Desk(handle=handle) as desk:
        places = await desk.client.vacancies.to_invite_to("1", "r")
        assert [one.id for one in places] == expected
        assert untold_in(places) == 3 - len(expected)


@pytest.mark.parametrize(("alone", "told"), [(False, 40), (True, 20)])
async def test_vacancies_that_are_not_told_are_counted(alone: bool, told: int) -> None:
    async with Desk("L") as desk:
        desk.server.world.readings = Readings(resume_id_alone=alone)
        resume = await desk.resume()
        places = await desk.client.vacancies.to_invite_to(EMPLOYER, resume.id or "")
        assert (len(places), untold_in(places)) == (told, 40 - told)


async def test_the_same_page_again_is_no_end_of_the_list() -> None:
    page = {"items": [{"id": "1"}, {"id": "2"}], "found": 5, "pages": 3, "page": 0}
    async with Desk(handle=lambda _: httpx.Response(200, json=page)) as desk:
        places = await desk.client.vacancies.to_invite_to("1", "r")
        assert (len(places), untold_in(places)) == (2, 3)


@pytest.mark.parametrize("refusal", [refusing(400, "bad_argument", "all_accessible"), *BAD_REQUESTS], ids=str)
async def test_refused_colleagues_vacancies_are_asked_once(refusal: Kind) -> None:
    async with Desk() as desk:
        found = await desk.client.vacancies.active(EMPLOYER)
        assert ("all_accessible", "true") in desk.query()
        desk.server.faults.add("GET", "/vacancies/active", **refusal)
        own = await desk.client.vacancies.active(EMPLOYER)
        assert {one.id for one in own} <= {one.id for one in found}
        before = len(desk.server.received)
        await desk.client.vacancies.active_page(EMPLOYER, 0)
        assert len(desk.server.received) == before + 1
        assert "all_accessible" not in dict(desk.query())


@pytest.mark.parametrize("refusal", BAD_REQUESTS, ids=str)
async def test_what_is_refused_anyway_is_no_fault_of_theirs(refusal: Kind) -> None:
    async with Desk() as desk:
        desk.server.faults.add("GET", "/vacancies/active", times=2, **refusal)
        with pytest.raises(Refused):
            await desk.client.vacancies.active(EMPLOYER)
        await desk.client.vacancies.active(EMPLOYER)
        assert ("all_accessible", "true") in desk.query(), "colleagues' vacancies are asked for again"


async def test_a_limit_is_no_reason_to_ask_for_less() -> None:
    async with Desk() as desk:
        limit = refusing(400, "negotiations", "limit_exceeded")
        desk.server.faults.add("GET", "/vacancies/active", **limit)
        with pytest.raises(LimitReached):
            await desk.client.vacancies.active(EMPLOYER)
        assert len(desk.server.received) == 1


@pytest.mark.parametrize("refusal", BAD_REQUESTS, ids=str)
async def test_a_department_that_is_refused_shows_all(refusal: Kind) -> None:
    async with Desk() as desk:
        everything = await desk.client.vacancies.active(EMPLOYER)
        desk.server.faults.add("GET", "/vacancies/active", times=2, **refusal)
        found, are_those = await desk.client.vacancies.within(EMPLOYER, department_id="d-1")
        assert not are_those
        assert [one.id for one in found] == [one.id for one in everything]
