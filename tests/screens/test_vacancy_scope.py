"""Whose vacancies are listed: a department and managers, chosen by keys and kept for the account."""

from pathlib import Path

import httpx
import pytest

from hh_tui.api.models import Vacancy
from hh_tui.api.models.reading import parsed
from hh_tui.demo import StandIn
from hh_tui.demo.company import company
from hh_tui.inbox.lists.choices import choice
from hh_tui.inbox.lists.vacancy_scope import (
    EVERYTHING,
    CounterPage,
    VacancyScope,
    counter_pages,
    from_text,
    to_text,
)
from tests.api.desk import refusing
from tests.recruiter import Clock, Recruiter

OFFICE = next(iter(company().departments.values())).ru
SCOPE = VacancyScope(choice("d1", "Логистика"), (choice("m1", "Соколова Анна"), choice("m2", "Лев")))


def _active(anna: Recruiter) -> list[dict[str, str]]:
    """What was asked of every list of active vacancies."""
    return [dict(one.query) for one in anna.server.received if one.path.endswith("/vacancies/active")]


def _names(anna: Recruiter) -> list[str]:
    return [one.name for one in anna.state.vacancies or ()]


async def _form(anna: Recruiter) -> None:
    await anna.command("vacancy")
    await anna.write("Отдел и")
    await anna.press("enter")


async def test_a_department_is_chosen_and_kept(tmp_path: Path) -> None:
    async with Recruiter(home=tmp_path / "home") as anna:
        everything = _names(anna)
        await _form(anna)
        paths = [one.path.rpartition("/")[2] for one in anna.server.received[-2:]]
        assert paths == ["departments", "managers"], "both lists, and only once the form is open"
        await anna.write(OFFICE[:6])
        await anna.press("enter", "f2")
        assert _active(anna)[-1]["department_id"] == next(iter(company().departments))
        assert _active(anna)[-1]["all_accessible"] == "true"
        some = _names(anna)
        assert some == [one for one in everything if one in some]
        assert 0 < len(some) < len(everything)
        assert anna.sees(f"Показаны вакансии: {OFFICE}.")
        await anna.command("vacancy")
        assert anna.sees(f"Вакансии · {OFFICE}")
        await anna.press("escape")
        asked = len(_active(anna))
        await anna.wait(61)
        polls = _active(anna)[asked:]
        assert [one.get("department_id") for one in polls] == [next(iter(company().departments))]
    async with anna.again() as again:
        assert _names(again) == some
        assert again.sees(OFFICE[:12])
        await _form(again)
        await again.press("ctrl+r", "f2")
        assert _names(again) == everything
        assert again.sees("Показаны все вакансии, доступные вам.")


async def test_managers_are_asked_for_one_by_one() -> None:
    me, *others = company().team
    async with Recruiter(lang="en", columns=80, rows=24) as anna:
        await anna.command("vacancy")
        await anna.write("Department and")
        await anna.press("enter", "tab")
        for one in (me, others[0]):
            await anna.write(one.last_name)
            await anna.press("enter")
        before = len(_active(anna))
        await anna.press("f2")
        asked = _active(anna)[before:]
        assert [one.get("manager_id") for one in asked] == [me.id, others[0].id]
        assert not any("all_accessible" in one for one in asked)
        assert anna.sees(f"Vacancies shown: {me.full_name}, {others[0].full_name}.")
        before = len(_active(anna))
        for _ in range(2):
            await anna.wait(61)
        assert {one["manager_id"] for one in _active(anna)[before:]} == {me.id, others[0].id}


def _deaf(server: StandIn, *to: str) -> httpx.MockTransport:
    """A server that heeds some parameters of vacancies in no way and says nothing of that."""

    async def handle(request: httpx.Request) -> httpx.Response:
        url = request.url
        for name in to:
            url = url.copy_remove_param(name)
        return server.handle(httpx.Request(request.method, url, headers=request.headers))

    return httpx.MockTransport(handle)


@pytest.mark.parametrize("refuses", [True, False])
async def test_a_server_without_departments_shows_everything(refuses: bool) -> None:
    clock = Clock()
    server = StandIn(size="S", seed=7, clock=clock.now)
    transport = None if refuses else _deaf(server, "department_id")
    async with Recruiter(server=server, clock=clock, transport=transport) as anna:
        everything = _names(anna)
        await _form(anna)
        await anna.write(OFFICE[:6])
        await anna.press("enter")
        if refuses:
            refusal = refusing(400, "bad_argument", "department_id")
            server.faults.add("GET", "/vacancies/active", **refusal)
        await anna.press("f2")
        assert _names(anna) == everything
        assert anna.sees("hh.ru так не отбирает")
        assert not anna.told, "no error of it"
        await anna.command("vacancy")
        assert not anna.sees(f"Вакансии · {OFFICE}")


async def test_a_list_that_cannot_be_read_says_why() -> None:
    async with Recruiter() as anna:
        anna.server.faults.add("GET", "/departments", **refusing(403, "forbidden", ""))
        await _form(anna)
        assert anna.sees("Чьи вакансии показывать", "hh.ru")
        await anna.press("tab")
        await anna.write(company().me.last_name)
        await anna.press("enter", "f2")
        assert _active(anna)[-1]["manager_id"] == company().me.id


@pytest.mark.parametrize("also", [(), ("manager_ids",)], ids=["newer", "neither"])
async def test_managers_are_asked_for_by_the_newer_name(also: tuple[str, ...]) -> None:
    _, *others = company().team
    clock = Clock()
    server = StandIn(size="S", seed=7, clock=clock.now)
    transport = _deaf(server, "manager_id", *also)
    async with Recruiter(server=server, clock=clock, transport=transport) as anna:
        everything = _names(anna)
        await _form(anna)
        await anna.press("tab")
        await anna.write(others[0].last_name)
        await anna.press("enter", "f2")
        if also:
            assert _names(anna) == everything
            assert anna.sees("hh.ru так не отбирает")
            return
        assert len(_names(anna)) == 1
        assert anna.sees(f"Показаны вакансии: {others[0].full_name}.")
        before = len(_active(anna))
        await anna.wait(61)
        polls = _active(anna)[before:]
        assert {one.get("manager_ids") for one in polls} == {others[0].id}


def test_a_scope_outlives_the_program() -> None:
    assert from_text(to_text(SCOPE)) == SCOPE
    assert to_text(EVERYTHING) == ""
    for text in ("", "[]", "{", '{"department": 3, "managers": [["a"], null]}'):
        assert from_text(text) == EVERYTHING
    assert SCOPE.name == "Логистика, Соколова Анна, Лев"


def _vacancy(number: int, manager_id: str | None) -> Vacancy:
    manager = {"id": manager_id} if manager_id else None
    return parsed(Vacancy, {"id": str(number), "manager": manager})


def test_polled_pages_begin_with_the_open_vacancy() -> None:
    plain = [_vacancy(number, None) for number in range(120)]
    assert counter_pages(EVERYTHING, plain, "60") == ((CounterPage(0), CounterPage(1), CounterPage(2)), 1)
    assert counter_pages(EVERYTHING, [], None) == ((CounterPage(0),), 0)
    of_two = [_vacancy(number, "m1" if number < 51 else "m2") for number in range(60)]
    pages, home = counter_pages(SCOPE, of_two, "55")
    assert pages == (CounterPage(0, "m1"), CounterPage(1, "m1"), CounterPage(0, "m2"))
    assert home == 2
