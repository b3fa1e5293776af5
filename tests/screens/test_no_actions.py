"""Where hh.ru offers nothing to decide, every key that decides says why."""

import pytest

from hh_tui.i18n.text import Language
from hh_tui.ui.dialogs.picker import Picker
from hh_tui.ui.view import Pane
from tests.plain.sitting import Sitting
from tests.recruiter import Recruiter

ARCHIVED = {
    "ru": "Решать нельзя: вакансия в архиве.",
    "en": "Deciding is not possible: the vacancy is archived.",
}
MARKED = {
    "ru": "Решать об отмеченных нельзя: вакансия в архиве.",
    "en": "Deciding on those marked is not possible: the vacancy is archived.",
}


async def _into_the_archive(anna: Recruiter) -> None:
    await anna.command("vacancy")
    await anna.write("archive" if anna.app.tr.language == "en" else "архив")
    await anna.press("enter")
    assert anna.state.archived
    await anna.write(next(one.name for one in anna.state.archived if one.total))
    await anna.press("enter")
    while not anna.ids:
        await anna.command("collection")
        await anna.press("down", "enter")
    if not anna.at(Pane.LIST):
        await anna.command("next-pane")


@pytest.mark.parametrize("lang", ["ru", "en"])
@pytest.mark.parametrize("columns", [80, 160])
async def test_an_archived_vacancy_is_the_reason(columns: int, lang: Language) -> None:
    async with Recruiter(columns=columns, rows=30, lang=lang) as anna:
        await _into_the_archive(anna)
        assert not anna.row.negotiation.actions
        for key in ("1", "9", "a", "A"):
            await anna.press(key)
            assert anna.status.startswith(ARCHIVED[lang]), key
            await anna.wait(6)
            await anna.wait(6)
        await anna.press("x", "x")
        for key in ("1", "a"):
            await anna.press(key)
            assert anna.status.startswith(MARKED[lang]), key
            assert not isinstance(anna.app.screen, Picker)
            await anna.wait(6)
            await anna.wait(6)
        assert anna.writes == []


async def test_the_last_decision_once_more_tells_it_too() -> None:
    async with Recruiter() as anna:
        await anna.press(anna.digit("consider"))
        await anna.wait(6)
        await _into_the_archive(anna)
        await anna.command("same-again")
        assert anna.status.startswith(ARCHIVED["ru"])
        await anna.command("mark", "mark", "same-again")
        assert anna.status.startswith(MARKED["ru"])


async def test_a_sprint_there_tells_it_too() -> None:
    async with Recruiter(columns=100) as anna:
        await _into_the_archive(anna)
        await anna.command("sprint")
        assert anna.sees(ARCHIVED["ru"])
        for key in ("1", "a"):
            await anna.press(key)
            assert anna.sees(ARCHIVED["ru"])
            assert not anna.sees("нет действия", "Ничего не найдено")


async def test_in_lines_it_is_told_as_well() -> None:
    anna = Sitting()

    def archive() -> None:
        for one in anna.server.world.vacancies:
            one.archived_at = anna.clock.now()
        for topic in list(anna.server.world.all_topics()):
            topic.messaging_status = "archived"

    told = await anna.types(archive, "f5", "1", "a", "x", "x", "1", "a", "q")
    assert told.count(ARCHIVED["ru"]) >= 2
    assert told.count(MARKED["ru"]) == 2
    assert "нет действия" not in told
