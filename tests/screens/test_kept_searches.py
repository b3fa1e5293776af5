"""Searches that hh.ru keeps, and people who are put off: on the screen, on hh.ru, and on the disk."""

from datetime import timedelta
from pathlib import Path

import pytest

from hh_tui.demo import StandIn
from hh_tui.demo.readings import Readings
from hh_tui.i18n.text import Language
from hh_tui.ui.dialogs.found_page import FoundPage
from hh_tui.ui.dialogs.picker import Picker
from hh_tui.ui.widgets.negotiation_list import NegotiationList
from tests.recruiter import Clock, Recruiter

SAVED = "/saved_searches/resumes"


def _list(anna: Recruiter) -> NegotiationList:
    assert isinstance(anna.app.screen, FoundPage)
    return anna.app.screen.query_one(NegotiationList)


def _names(anna: Recruiter) -> list[str]:
    return [one.name for one in anna.server.world.saved_searches.all]


async def _arrives(anna: Recruiter) -> None:
    await anna.until(lambda: isinstance(anna.app.screen, FoundPage) and bool(_list(anna).rows))


async def test_saved_searches_are_run_made_renamed_and_deleted() -> None:
    async with Recruiter() as anna:
        await anna.press("g", "A")
        await anna.until(lambda: isinstance(anna.app.screen, Picker))
        assert anna.sees("Python в Москве", "Бухгалтеры с опытом", "новых")
        await anna.write("бухг")
        await anna.press("enter")
        assert anna.sees("Показать новых", "Показать всех", "Переименовать", "Удалить")
        await anna.press("enter")
        await _arrives(anna)
        asked = [dict(one.query) for one in anna.server.received if one.path == "/resumes"]
        assert {"saved_search_id", "last_used", "professional_role"} <= asked[-1].keys()
        assert anna.sees("★ Бухгалтеры с опытом · только новые")
        await anna.press("S")
        assert anna.sees("Сохранять нечего")
        await anna.press("c")
        await anna.until(lambda: isinstance(anna.app.screen, Picker))
        await anna.write("бухг")
        await anna.press("enter", "enter")
        await _arrives(anna)
        assert "last_used" not in dict(anna.server.received[-2].query)
        await anna.command("found-form")
        await anna.settle()
        assert anna.sees("Бухгалтер ×", "за 30 дней ×"), "what it looks for stands in the form, in words"
        before = len(anna.server.received)
        await anna.write("excel")
        await anna.press("f2")
        await _arrives(anna)
        changed = dict(anna.server.received[before:][-2].query)
        assert {
            "text": "excel",
            "professional_role": "18",
            "experience": "moreThan6",
        }.items() <= changed.items()
        assert not {"saved_search_id", "last_used"} & changed.keys()
        assert anna.sees("excel · Бухгалтер · Более 6 лет · за 30 дней")
        await anna.command("found-form")
        assert anna.sees("excel ×", "Бухгалтер ×", "Более 6 лет ×"), "what was asked for stands there again"
        await anna.press("escape")
        await anna.press("escape", "g", "F")
        await _arrives(anna)
        await anna.press("S")
        assert anna.sees("Сохранять нечего: hh.ru не сохраняет похожих на человека")
        assert len(_names(anna)) == 2
        await anna.command("found-form")
        await anna.write("python")
        await anna.press("f2")
        await _arrives(anna)
        await anna.press("S")
        assert anna.sees("hh.ru не сохраняет: похожих на человека")
        refused = {"errors": [{"type": "bad_argument", "value": "name"}]}
        anna.server.faults.add("PUT", "saved_searches", 1, status=400, body=refused)
        await anna.press("enter")
        assert any("Поиск сохранён на hh.ru под его названием" in one for one in anna.told)
        assert not anna.sees("Сохранено на hh.ru")
        await anna.press("S", "ctrl+u")
        await anna.write("Похожие")
        await anna.press("enter")
        assert anna.sees("Сохранено на hh.ru")
        assert len(_names(anna)) == 3
        assert _names(anna)[-1] == "Похожие"
        await anna.press("c")
        await anna.until(lambda: isinstance(anna.app.screen, Picker))
        await anna.write("бухг")
        await anna.press("enter")
        await anna.write("переим")
        await anna.press("enter")
        await anna.press("end")
        await anna.write(" 2")
        await anna.press("enter")
        await anna.until(lambda: anna.sees("Бухгалтеры с опытом 2"))
        await anna.write("python")
        await anna.press("enter")
        await anna.write("удал")
        await anna.press("enter", "y")
        await anna.until(lambda: "Python в Москве" not in _names(anna))
        assert "Бухгалтеры с опытом 2" in _names(anna)
        assert not anna.server.world.resumes_viewed


async def _saves(anna: Recruiter, **values: str) -> dict[str, str]:
    """Look for people by values of the form, and save that; what hh.ru was asked to keep."""
    await anna.press("g", "/")
    await anna.write("повар")
    await anna.press("enter")
    for field, typed in values.items():
        anna.app.screen.query_one(f"#{field} Input").focus()
        await anna.settle()
        await anna.write(typed)
        await anna.press("enter")
    await anna.press("f2")
    await anna.until(lambda: isinstance(anna.app.screen, FoundPage))
    before = len(anna.server.received)
    await anna.press("S", "enter")
    return dict(next(one for one in anna.server.received[before:] if one.method == "POST").query)


WITHOUT = {
    "ru": "hh.ru сохранил поиск без этих условий: Занятость, Формат работы. Он найдёт и тех, кто",
    "en": "hh.ru saved the search without: Employment, Work format. It finds people whom these",
}


@pytest.mark.parametrize("lang", ["ru", "en"])
@pytest.mark.parametrize("short", [False, True])
async def test_what_hh_did_not_keep_of_a_search_is_told(lang: Language, short: bool) -> None:
    clock = Clock()
    readings = Readings(saved_searches_short=short)
    server = StandIn(size="S", seed=7, clock=clock.now, readings=readings)
    values = {"ru": ("подраб", "удал"), "en": ("side", "remote")}[lang]
    async with Recruiter(server=server, clock=clock, lang=lang) as anna:
        asked = await _saves(anna, employment_form=values[0], work_format=values[1])
        assert {"employment_form", "work_format"} <= asked.keys()
        assert anna.sees("Сохранено на hh.ru" if lang == "ru" else "Saved on hh.ru")
        kept = {name for name, _ in server.world.saved_searches.all[-1].query}
        assert ("work_format" in kept) is not short
        assert any(one.startswith(WITHOUT[lang]) for one in anna.told) is short


@pytest.mark.parametrize("readings", [Readings(), Readings.strict()], ids=["lax", "strict"])
async def test_one_level_of_education_is_kept(readings: Readings) -> None:
    clock = Clock()
    server = StandIn(size="S", seed=7, clock=clock.now, readings=readings)
    async with Recruiter(server=server, clock=clock) as anna:
        asked = await _saves(anna, education_levels="высшее")
        assert asked["education_level"] == "higher"
        assert "education_levels" not in asked
        assert ("education_level", "higher") in server.world.saved_searches.all[-1].query
        assert not any("без этих условий" in one for one in anna.told)


async def test_two_levels_of_education_are_told_to_be_lost() -> None:
    async with Recruiter() as anna:
        await anna.press("g", "/")
        await anna.write("повар")
        await anna.press("enter")
        for level in ("высшее", "среднее"):
            anna.app.screen.query_one("#education_levels Input").focus()
            await anna.write(level)
            await anna.press("enter")
        await anna.press("f2")
        await _arrives(anna)
        await anna.press("S")
        assert anna.sees("hh.ru не сохраняет: образование")


async def test_a_saved_search_that_can_not_be_read_is_saved() -> None:
    async with Recruiter() as anna:
        anna.server.faults.add("GET", "/saved_searches/resumes/[0-9]+$", status=404, body={})
        await _saves(anna, work_format="удал")
        assert anna.sees("Сохранено на hh.ru")
        assert not any("без этих условий" in one for one in anna.told)


def _reads(anna: Recruiter) -> int:
    return sum(one.path == SAVED for one in anna.server.received)


async def test_the_left_column_runs_saved_searches() -> None:
    async with Recruiter() as anna:
        assert anna.sees("Найти людей", "Python в Москве 63/237", " 45/157", "Избранные на hh.ru")
        assert _reads(anna) == 1
        await anna.wait(30)
        assert _reads(anna) == 1
        before = len(anna.server.received)
        await anna.press("h", "G", "k", "delete")
        assert "Переименовать или удалить его: g A" in anna.status
        await anna.press("enter")
        await _arrives(anna)
        asked = dict(anna.server.received[before].query)
        assert {"saved_search_id", "last_used"} <= asked.keys()
        assert anna.sees("★ Бухгалтеры с опытом · только новые", "все — c")
        await anna.press("escape")
        assert anna.on_inbox
        assert anna.sees(" 157 "), "nobody in it is new any more"
        assert not anna.sees("45/157")
        await anna.press("enter")
        await _arrives(anna)
        assert "last_used" not in dict(anna.server.received[-2].query)
        await anna.press("S", "escape", "G", "enter")
        await _arrives(anna)
        last = [dict(one.query) for one in anna.server.received if one.path == "/resumes"][-1]
        assert last["include_all_folders"] == "true"
        assert all(getattr(row.negotiation.resume, "favorited", False) for row in _list(anna).rows)
        await anna.press("escape", "k", "k", "k", "enter")
        assert isinstance(anna.app.screen, FoundPage), "as it was left"
        await anna.press("escape")
        assert _reads(anna) == 1
        await anna.wait(3_601)
        assert _reads(anna) == 2, "hh.ru counts who is new once an hour"
        await anna.press("f5")
        assert _reads(anna) == 3
        assert not anna.server.world.resumes_viewed


async def test_a_clock_set_back_lets_them_be_counted_anew() -> None:
    clock = Clock()
    clock.ahead = timedelta(days=5)
    async with Recruiter(clock=clock) as anna:
        await anna.press("h")
        assert _reads(anna) == 1
        clock.ahead = timedelta()
        await anna.wait(3_601)
        assert _reads(anna) == 2


async def test_the_left_column_asks_for_them_when_it_is_seen() -> None:
    async with Recruiter(columns=80, rows=24) as anna:
        assert _reads(anna) == 0
        await anna.press("h")
        assert anna.sees("Найти людей", "Python в Москве", "63/237")
        await anna.press("l", "h")
        assert _reads(anna) == 1
        anna.server.world.resume_access.search = False
        told = len(anna.told)
        await anna.press("f5")
        assert not anna.sees("Найти людей")
        await anna.wait(7_200)
        assert (_reads(anna), len(anna.told)) == (2, told)
        await anna.press("g", "A")
        await anna.until(lambda: any("База резюме не подключена" in one for one in anna.told))
        assert anna.on_inbox
        assert "Поиск резюме" in anna.told[-1], "whoever asks is told what is missing"
        await anna.resize(120, 36)
        await anna.press("f5")
        assert _reads(anna) == 3, "there is no left column at this width"


async def test_one_failure_does_not_leave_the_column_without_them() -> None:
    server = StandIn(size="S", clock=Clock().now)
    server.faults.add("GET", "/saved_searches", times=9, status=404, body={})
    async with Recruiter(server=server) as anna:
        await anna.settle()
        assert not anna.sees("Найти людей")
        server.faults.clear()
        before = _reads(anna)
        await anna.wait(60)
        assert _reads(anna) == before, "not with every tick"
        await anna.wait(5 * 60)
        assert anna.sees("Найти людей")


async def test_people_are_put_off_until_a_day_and_brought_back(tmp_path: Path) -> None:
    async with Recruiter(home=tmp_path) as anna:
        await anna.press("g", "F")
        await _arrives(anna)
        first, second, third = (row.id for row in _list(anna).rows[:3])
        await anna.press("x", "x", "b")
        assert anna.sees("На сколько скрыть 2 человек")
        await anna.press("enter")
        await anna.write("ищет удалёнку")
        await anna.press("enter")
        assert _list(anna).rows[0].id == third
        assert anna.sees("Скрыто 2 до", "скрыто 2")
    async with anna.again() as anna:
        await anna.press("g", "F")
        await _arrives(anna)
        assert not {first, second} & {row.id for row in _list(anna).rows}
        await anna.press("g", "z")
        assert anna.sees("Скрытые из поисков", "ищет удалёнку", "Python-разработчик")
        await anna.press("enter")
        shown = {row.id for row in _list(anna).rows}
        assert len({first, second} & shown) == 1
        anna.clock.seconds += 15 * 24 * 3600
        await anna.press("f5")
        await _arrives(anna)
        assert {first, second} <= {row.id for row in _list(anna).rows}
