"""Negotiations: filters, bulk actions, invitations, read marks, tests."""

import gc
from typing import Any

import httpx
import pytest
from msgspec.structs import fields

from hh_tui.api.filters import Filters
from hh_tui.api.models import Action, Negotiation
from hh_tui.api.models.reading import parsed
from hh_tui.errors import BadArgument, LimitReached, NegotiationRefused, NotFound
from tests.api.desk import EMPLOYER, Desk, refusing
from tests.factory import action


async def _collection(desk: Desk) -> str:
    vacancy = (await desk.client.vacancies.active(EMPLOYER))[0]
    return (await desk.client.negotiations.board(vacancy.id)).collections[0].url


async def test_without_filters_only_the_page_is_asked_for() -> None:
    async with Desk() as desk:
        await desk.client.negotiations.page(await _collection(desk))
        assert [name for name, _ in desk.query()] == [
            "vacancy_id",
            "with_job_search_status",
            "page",
            "per_page",
        ]


async def test_a_page_read_leaves_no_garbage() -> None:
    async with Desk() as desk:
        url = await _collection(desk)
        await desk.client.negotiations.page(url)
        gc.collect()
        gc.disable()
        try:
            await desk.client.negotiations.page(url)
            answers = [one for one in gc.get_objects() if isinstance(one, httpx.Response)]
            assert not [one for one in answers if len(one.content) > 2]
        finally:
            gc.enable()


async def test_filters_are_sent_by_documented_names() -> None:
    values: dict[Any, Any] = {None: 30, False: True, (): ("a", "b")}
    one_of_each = Filters(**{field.name: values[field.default] for field in fields(Filters)})
    async with Desk() as desk:
        desk.server.faults.add("GET", "/negotiations/x", status=200, body={"items": []})
        await desk.client.negotiations.page("/negotiations/x?vacancy_id=1", 2, filters=one_of_each)
        sent = desk.query()
        names = [name for name, _ in sent]
        assert set(names) == {field.name for field in fields(Filters)} | {
            "vacancy_id",
            "with_job_search_status",
            "page",
            "per_page",
        }
        assert [value for name, value in sent if name == "area"] == ["a", "b"]
        assert ("show_only_new", "true") in sent
        assert ("age_from", "30") in sent


@pytest.mark.parametrize("text", ["я" * 70_000, "\ud800"])
async def test_what_fits_into_no_request_is_refused_unsent(text: str) -> None:
    async with Desk() as desk:
        with pytest.raises(BadArgument):
            await desk.client.negotiations.page("/negotiations/x", filters=Filters(search_text=text))
        if len(text) == 1:
            with pytest.raises(BadArgument):
                await desk.client.negotiations.perform(action("later", "1"), [("message", text)])
            with pytest.raises(BadArgument):
                await desk.client.chats.edit("1", "2", text)
        assert desk.server.received == []


async def test_what_is_not_documented_can_not_be_asked_for() -> None:
    with pytest.raises(TypeError):
        Filters(aera=("1",))  # type: ignore[call-arg]


@pytest.mark.parametrize(
    "filters",
    [
        Filters(age_from=30, age_to=35),
        Filters(area=("1", "2")),
        Filters(experience=("between1And3",)),
        Filters(gender="female"),
        Filters(driver_license_types=("B",)),
        Filters(education_level="higher"),
        Filters(show_only_with_vehicle=True),
        Filters(show_only_new_responses=True),
        Filters(salary_from=100_000),
        Filters(search_text="python"),
    ],
    ids=lambda filters: next(iter(filters.params())),
)
async def test_filters_narrow_the_list_down(filters: Filters) -> None:
    async with Desk() as desk:
        url = await _collection(desk)
        whole = await desk.client.negotiations.page(url)
        part = await desk.client.negotiations.page(url, filters=filters)
        assert 0 < part.found < whole.found


async def test_an_order_can_be_asked_for() -> None:
    async with Desk() as desk:
        page = await desk.client.negotiations.page(await _collection(desk), order_by="relevance")
        assert page.ordered_by is not None
        assert page.ordered_by.id == "relevance"


async def test_chat_of_a_negotiation_is_a_text_whatever_it_comes_as() -> None:
    async with Desk() as desk:
        chat_id = (await desk.fresh())[0].chat_id
        assert chat_id is not None
        assert chat_id.isdigit()
    assert parsed(Negotiation, {"id": "1", "chat_id": "77"}).chat_id == "77"
    assert parsed(Negotiation, {"id": "1", "chat_id": None}).chat_id is None


def _decision(one: Negotiation) -> Action:
    return next(offer for offer in one.actions if offer.enabled and offer.argument("message"))


async def test_many_are_moved_at_once() -> None:
    async with Desk() as desk:
        chosen = (await desk.fresh())[:3]
        offer = _decision(chosen[0])
        ids = [one.id for one in chosen]
        await desk.client.negotiations.perform_on_all(offer, ids, [("message", "Добрый день")])
        sent = desk.last
        assert (sent.method, sent.path) == (
            "PUT",
            offer.url.removeprefix("https://api.hh.ru").rpartition("/")[0],
        )
        assert sent.form == [*(("topic_id", one) for one in ids), ("message", "Добрый день")]
        for one in chosen:
            now = await desk.client.negotiations.one(one.id)
            assert now.employer_state == offer.resulting_employer_state


@pytest.mark.parametrize("count", [0, 51])
async def test_none_or_too_many_are_not_sent(count: int) -> None:
    async with Desk() as desk:
        with pytest.raises(BadArgument):
            await desk.client.negotiations.perform_on_all(
                action("later", "1"), [str(one) for one in range(count)]
            )
        assert desk.server.received == []


async def test_bulk_over_two_vacancies_is_refused_whole() -> None:
    async with Desk() as desk:
        here, there = (await desk.fresh(0))[0], (await desk.fresh(1))[0]
        with pytest.raises(NegotiationRefused) as caught:
            await desk.client.negotiations.perform_on_all(_decision(here), [here.id, there.id])
        assert caught.value.value == "application_denied"


async def test_an_invitation_leads_to_the_new_negotiation() -> None:
    async with Desk() as desk:
        resume = await desk.resume()
        assert resume.id is not None
        found = await desk.client.vacancies.to_invite_to(EMPLOYER, resume.id)
        place = next(one for one in found if one.negotiations_actions)
        offer = place.negotiations_actions[0]
        new = await desk.client.negotiations.invite(offer, resume.id, place.id, [("message", "Приходите")])
        assert desk.last.form == [
            ("resume_id", resume.id),
            ("vacancy_id", place.id),
            ("message", "Приходите"),
        ]
        assert new is not None
        created = await desk.client.negotiations.one(new)
        assert created.state is not None
        assert created.state.id == "invitation"
        with pytest.raises(NegotiationRefused) as caught:
            await desk.client.negotiations.invite(offer, resume.id, place.id)
        assert caught.value.value == "already_applied"
        desk.server.faults.add("POST", "/negotiations", **refusing(403, "negotiations", "limit_exceeded"))
        with pytest.raises(LimitReached):
            await desk.client.negotiations.invite(offer, resume.id, place.id)


@pytest.mark.parametrize(
    ("location", "expected"),
    [
        ("/negotiations/77", "77"),
        ("https://api.hh.ru/negotiations/77?host=hh.ru", "77"),
        ("/negotiations/77/", "77"),
        ("https://[", None),
    ],
)
async def test_where_an_invitation_leads_is_read_tolerantly(location: str, expected: str | None) -> None:
    def handle(_: httpx.Request) -> httpx.Response:
        return httpx.Response(201, headers={"Location": location})

    async with Desk(handle=handle) as desk:
        offer = action("go", "1", method="POST", url="https://api.hh.ru/negotiations/go")
        assert await desk.client.negotiations.invite(offer, "r", "v") == expected


async def test_read_marks_go_out_together() -> None:
    async with Desk() as desk:
        new = [one for one in await desk.fresh() if one.has_updates][:2]
        await desk.client.negotiations.mark_read([one.id for one in new])
        assert desk.last.form == [("topic_id", one.id) for one in new]
        for one in new:
            now = await desk.client.negotiations.one(one.id)
            assert (now.has_updates, now.unread) == (False, 0)


async def test_the_solution_of_a_test() -> None:
    async with Desk() as desk:
        solved = next(one for one in await desk.fresh() if one.test_result)
        solution = await desk.client.negotiations.test_solution(solved)
        assert solved.test_result is not None
        assert solution.score == solved.test_result.score
        assert solution.duration > 0
        assert any(task.opened_answer for task in solution.tasks)
        assert any(answer.selected for task in solution.tasks for answer in task.closed_answers)
        bare = next(one for one in await desk.fresh() if not one.test_result)
        with pytest.raises(NotFound):
            await desk.client.negotiations.test_solution(bare)
