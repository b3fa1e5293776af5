"""The archived vacancies: hh.ru keeps them for each manager, one's own where none is named."""

import pytest

from hh_tui.demo.company import company
from tests.recruiter import Recruiter

ME, COLLEAGUE, *_ = company().team
CLOSED = "Бухгалтер на первичную документацию (набор завершён)"


def _asked(anna: Recruiter) -> list[str | None]:
    """For whose archive hh.ru was asked, None for one's own."""
    return [
        dict(one.query).get("manager_id")
        for one in anna.server.received
        if one.path.endswith("/vacancies/archived")
    ]


def _names(anna: Recruiter) -> list[str]:
    return [one.name for one in anna.state.archived or ()]


async def _managers(anna: Recruiter, *names: str) -> None:
    await anna.command("vacancy")
    await anna.write("Отдел и" if anna.sees("Отдел и менеджеры") else "Department and")
    await anna.press("enter", "tab")
    for name in names:
        await anna.write(name)
        await anna.press("enter")
    await anna.press("f2")


async def _archive(anna: Recruiter) -> None:
    """By the line in the left column."""
    await anna.click_on("показать архив" if "показать архив" in anna.text else "show the archive")


async def test_a_colleagues_archived_vacancy_is_found() -> None:
    async with Recruiter(columns=160) as anna:
        await _archive(anna)
        assert _asked(anna) == [None]
        assert anna.sees("Показан ваш архив. Архив коллеги: выберите менеджера")
        assert CLOSED not in _names(anna)
        await _managers(anna, COLLEAGUE.last_name)
        assert _names(anna) == [], "it was somebody else's"
        await _archive(anna)
        assert _asked(anna) == [None, COLLEAGUE.id]
        assert anna.sees(f"Показан архив: {COLLEAGUE.full_name}.")
        assert _names(anna) == [CLOSED]
        await anna.command("vacancy")
        await anna.write("набор завершён")
        await anna.press("enter")
        assert anna.row, "its candidates are there"


async def test_whose_archive_is_told_where_it_is_offered() -> None:
    async with Recruiter(columns=160) as anna:
        await anna.command("vacancy")
        await anna.write("показать архив")
        await anna.press("enter")
        assert anna.sees("набор завершён", "Отдел и менеджеры…", "Вакансии · архив — только ваш")


async def test_the_archive_of_several_managers_is_one() -> None:
    async with Recruiter(columns=160, lang="en") as anna:
        await _managers(anna, ME.last_name, COLLEAGUE.last_name)
        await _archive(anna)
        assert _asked(anna) == [ME.id, COLLEAGUE.id]
        assert anna.sees(f"Archive shown: {ME.full_name}, {COLLEAGUE.full_name}.")
        assert len(_names(anna)) == 3


@pytest.mark.parametrize("status", [404, 400])
async def test_whose_archive_hh_does_not_show_is_told(status: int) -> None:
    async with Recruiter(columns=200) as anna:
        await _managers(anna, COLLEAGUE.last_name, ME.last_name)
        error = {"type": "not_found"} if status == 404 else {"type": "bad_argument", "value": "manager_id"}
        anna.server.faults.add("GET", "/vacancies/archived", 1, status=status, body={"errors": [error]})
        await _archive(anna)
        told = f"Показан архив: {ME.full_name}. hh.ru не показал вам архив: {COLLEAGUE.full_name}."
        assert anna.sees(told)
        assert len(_names(anna)) == 2
