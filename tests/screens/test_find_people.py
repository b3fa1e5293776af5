"""Finding people: what is asked of hh.ru, what it costs, and what is said where it can't be done."""

import pytest

from hh_tui.i18n.text import Language
from hh_tui.ui.dialogs.confirm import Confirm
from hh_tui.ui.dialogs.found_page import FoundPage
from hh_tui.ui.dialogs.found_resume import FoundResumePage
from hh_tui.ui.dialogs.search_form import SearchForm
from hh_tui.ui.widgets.choice_box import ChoiceBox
from hh_tui.ui.widgets.negotiation_list import NegotiationList
from tests.recruiter import Recruiter


def _asked(anna: Recruiter, path: str, since: int = 0) -> list[dict[str, str]]:
    """Queries of reads of this very path."""
    return [dict(one.query) for one in anna.server.received[since:] if one.path == path]


def _views(anna: Recruiter) -> int:
    access = anna.server.world.resume_access
    return access.spent(anna.server.world.now)


def _list(anna: Recruiter) -> NegotiationList:
    assert isinstance(anna.app.screen, FoundPage)
    return anna.app.screen.query_one(NegotiationList)


async def _look_for_recent(anna: Recruiter) -> None:
    """The words typed, in resumes that were changed lately."""
    await anna.press("enter")
    form = anna.app.screen
    assert isinstance(form, SearchForm)
    form.query_one("#period Input").focus()
    await anna.write("30 дн")
    await anna.press("enter", "f2")
    await anna.until(lambda: isinstance(anna.app.screen, FoundPage) and bool(_list(anna).rows))


async def _type_into(anna: Recruiter, field: str, words: str) -> None:
    """Into a field of the form, once its values are there."""
    anna.app.screen.query_one(f"#{field} Input").focus()
    await anna.settle()
    await anna.write(words)


async def _look_for_similar(anna: Recruiter) -> None:
    """The shortest way to a list: people like the candidate under the cursor."""
    await anna.press("g", "F")
    await anna.until(lambda: isinstance(anna.app.screen, FoundPage) and bool(_list(anna).rows))


async def test_list_costs_nothing_and_a_resume_costs_a_view() -> None:
    async with Recruiter() as anna:
        await anna.press("g", "/")
        await anna.write("пова")
        await anna.wait(0.3)
        await anna.until(lambda: bool(_asked(anna, "/suggests/resume_search_keyword")))
        await anna.until(lambda: anna.sees("Повар горячего цеха"))
        await anna.write("р")
        await _look_for_recent(anna)
        before = len(anna.server.received)
        assert anna.sees("Поиск людей", "Найдено", "Осталось просмотров на сегодня: 500 / 500", "за 30 дней")
        await anna.press(*("j",) * 45, "k", "G", "g", "g", "ctrl+d", "x", "x", "V", "o")
        assert {one["page"] for one in _asked(anna, "/resumes", before)} <= {"1", "2", "3", "4"}
        assert {one["per_page"] for one in _asked(anna, "/resumes", before)} <= {"20"}
        assert isinstance(anna.app.screen, FoundResumePage)
        opened = [one for one in anna.server.received[before:] if one.path.startswith("/resumes/")]
        whole = [one for one in opened if not one.path.endswith("negotiations_history")]
        assert (len(whole), _views(anna)) == (1, 1)
        assert anna.sees("Желаемая работа")
        await anna.press("q")
        assert anna.sees("Осталось просмотров на сегодня: 499 / 500")
        before = len(anna.server.received)
        await anna.press("enter")
        assert isinstance(anna.app.screen, FoundResumePage)
        assert [one.path for one in anna.server.received[before:]] == []
        await anna.press("b")
        assert anna.sees("На сколько скрыть 1 человека")
        await anna.press("escape", "enter", "i")
        assert anna.sees("Куда пригласить 1 человека")
        await anna.press("escape")
        assert isinstance(anna.app.screen, FoundPage)
        await anna.press("escape")
        assert isinstance(anna.app.screen, FoundPage)
        assert not _list(anna).marked
        await anna.press("escape")
        assert anna.on_inbox
        await anna.press("g", "/")
        assert len(_list(anna).rows) > 20
        assert _views(anna) == 1


async def test_last_views_are_asked_about_and_none_is_no_request() -> None:
    async with Recruiter() as anna:
        anna.server.world.resume_access.views = 2
        await _look_for_similar(anna)
        await anna.press("enter")
        assert isinstance(anna.app.screen, Confirm)
        assert anna.sees("Осталось 2 просмотра на сегодня")
        assert anna.sees("Осталось просмотров на сегодня: 2 / 2")
        await anna.press("enter")
        assert _views(anna) == 0
        await anna.press("enter", "y")
        assert isinstance(anna.app.screen, FoundResumePage)
        await anna.press("q", "j", "enter", "y", "q", "j")
        before = len(anna.server.received)
        assert anna.sees("Осталось просмотров на сегодня: 0 / 2")
        await anna.press("enter")
        assert isinstance(anna.app.screen, FoundPage)
        assert any("новые будут завтра" in one for one in anna.toasts)
        assert (len(anna.server.received), _views(anna)) == (before, 2)


async def test_views_spent_elsewhere_and_contacts_without_quota() -> None:
    async with Recruiter() as anna:
        await _look_for_similar(anna)
        access = anna.server.world.resume_access
        access.views = 0
        await anna.press("enter")
        assert isinstance(anna.app.screen, FoundPage)
        assert any("дневной лимит просмотров" in one and "завтра" in one for one in anna.toasts)
        assert anna.sees("Осталось просмотров на сегодня: 0")
        access.views, access.contacts = 500, 0
        await anna.press("f5")
        await anna.until(lambda: anna.sees("Осталось просмотров на сегодня: 500"))
        rows = _list(anna).rows
        dear = next(place for place, row in enumerate(rows) if not _is_open(row.negotiation.resume))
        await anna.press(*("j",) * dear, "enter", "g", "c")
        assert anna.sees("один контакт")
        await anna.press("y")
        assert any("квота" in one for one in anna.toasts)


def _is_open(resume: object) -> bool:
    return bool(getattr(resume, "can_view_full_info", False))


async def test_without_paid_access_it_says_what_is_missing() -> None:
    async with Recruiter() as anna:
        anna.server.world.resume_access.search = False
        await anna.press("g", "F")
        await anna.until(lambda: anna.sees("База резюме не подключена"))
        assert anna.sees("Чего нет:", "Поиск резюме", "Что есть:", "персонального менеджера")
        assert "/ новый  Esc закрыть" in anna.status
        assert "отметить" not in anna.status, "there is nobody to mark"
        paths = [one.path for one in anna.server.received]
        assert sum(path.endswith("/method_access") for path in paths) == 1
        before = len(paths)
        await anna.press("j", "G", "enter", "x")
        assert len(anna.server.received) == before
        await anna.press("f")
        await anna.until(lambda: anna.sees("метод API платный"))
        await anna.write("повар")
        assert anna.sees("метод API платный")
        assert not anna.sees("Считаю…"), "it is not asked again and again"


async def test_views_left_are_one_number_everywhere() -> None:
    async with Recruiter() as anna:
        anna.control.count()
        await anna.settle()
        assert "просмотров резюме 500" in anna.title
        await anna.press("j", "j")
        assert _views(anna) == 0, "moving among candidates opens nobody"
        await _look_for_similar(anna)
        await anna.until(lambda: anna.sees("Осталось просмотров на сегодня: 500"))
        await anna.press("enter")
        assert isinstance(anna.app.screen, FoundResumePage)
        await anna.press("escape")
        left = 500 - _views(anna)
        assert left == 499
        assert anna.sees(f"Осталось просмотров на сегодня: {left}")
        await anna.press("escape")
        assert f"просмотров резюме {left}" in anna.title
        await anna.press("g", "p")
        assert anna.sees(f"осталось {left}")
        await anna.press("escape")
        access = anna.server.world.resume_access
        access.views -= 40
        await anna.press("g", "/", "f5")
        await anna.until(lambda: anna.sees(f"Осталось просмотров на сегодня: {left - 40}"))
        await anna.press("escape")
        assert f"просмотров резюме {left - 40}" in anna.title
        access.views -= 40
        anna.clock.seconds += 1_800
        anna.control.count()
        await anna.settle()
        assert f"просмотров резюме {left - 80}" in anna.title
        await anna.press("g", "/")
        assert anna.sees(f"Осталось просмотров на сегодня: {left - 80}"), "told by the first line's answer"


@pytest.mark.parametrize(
    ("lang", "open_it", "price"), [("ru", "⏎ открыть", "−1 просмотр"), ("en", "⏎ open", "−1 view")]
)
@pytest.mark.parametrize("columns", [80, 160])
async def test_the_key_that_spends_a_view_names_its_price(
    columns: int, lang: Language, open_it: str, price: str
) -> None:
    async with Recruiter(columns=columns, rows=24, lang=lang) as anna:
        await _look_for_similar(anna)
        assert f"{open_it}: {price}  x" in anna.status
        await anna.press("enter", "escape")
        assert _views(anna) == 1
        await anna.press("k")
        assert f"{open_it}  x" in anna.status, "who was opened in this run opens again for nothing"
        assert price not in anna.status
        await anna.press("enter", "escape", "j")
        assert _views(anna) == 1
        assert f"{open_it}: {price}  x" in anna.status
        anna.server.world.resume_access.views = 1
        await anna.press("f5")
        await anna.until(lambda: bool(_list(anna).rows))
        await anna.press("j")
        assert price not in anna.status, "nothing is left to be spent"


async def test_an_earlier_search_is_changed_or_a_new_one_begun() -> None:
    async with Recruiter(columns=80, rows=24) as anna:
        await _look_for_similar(anna)
        await anna.press("escape", "g", "/")
        rows = [row.id for row in _list(anna).rows]
        assert rows, "the earlier search, as it was left"
        assert "f изменить  Esc закрыть" in anna.status
        await anna.press("f")
        assert anna.sees("Найти людей · похожие на:")
        await anna.press("escape", "/")
        assert isinstance(anna.app.screen, SearchForm)
        assert not anna.sees("похожие на:")
        await anna.press("escape")
        assert [row.id for row in _list(anna).rows] == rows, "which is not lost by looking at the form"
        before = len(anna.server.received)
        await anna.press("/")
        await anna.write("повар")
        await anna.press("enter", "f2")
        await anna.until(lambda: bool(_asked(anna, "/resumes", before)))
        assert "resume" not in _asked(anna, "/resumes", before)[-1]
        await anna.until(lambda: isinstance(anna.app.screen, FoundPage) and bool(_list(anna).rows))
        assert anna.sees("повар")
        await anna.press("f")
        assert anna.sees("повар"), "now it is this one that is changed"
        await anna.press("escape")
        await anna.resize(120, 24)
        await anna.settle()
        assert "/ новый  s порядок  Esc закрыть" in anna.status


async def test_people_like_a_candidate() -> None:
    async with Recruiter() as anna:
        resume = anna.row.negotiation.resume
        assert resume is not None
        await _look_for_similar(anna)
        assert _asked(anna, "/resumes")[0]["resume"] == resume.id
        assert anna.sees("похожие на:")
        assert resume.id not in {row.id for row in _list(anna).rows}
        assert _views(anna) == 0
        await anna.command("found-form")
        assert anna.sees("Найти людей · похожие на:")
        await anna.command("empty-form")
        assert not anna.sees("Найти людей · похожие на:")
        form = anna.app.screen
        form.query_one("#area Input").focus()
        await anna.write("мо")
        before = len(anna.server.received)
        await anna.press("f2")
        assert anna.app.screen is form
        assert any("Регион: «мо» не выбрано" in one for one in anna.toasts)
        await anna.press("backspace", "backspace")
        form.query_one("#folder").focus()
        await anna.write("hh.ru/vacancy/1")
        await anna.press("f2")
        assert anna.app.screen is form
        assert anna.sees("Папка избранного: в этом нет её номера.")
        await anna.press("ctrl+u")
        form.query_one("#area Input").focus()
        await anna.write("rfpfym")  # the keys of "Казань" in the Latin layout
        await anna.until(lambda: bool(form.query_one("#area", ChoiceBox).choices))
        await anna.press("enter")
        await _type_into(anna, "metro", "горки")
        await anna.press("enter")
        await _type_into(anna, "district", "")
        assert form.query_one("#district", ChoiceBox).choices == (), "hh.ru names no district of Kazan"
        await _type_into(anna, "filter_exp_industry", "разраб")
        await anna.press("enter")
        paths = [one.path for one in anna.server.received[before:]]
        assert [paths.count(path) for path in ("/metro", "/districts", "/industries")] == [1, 1, 1]
        assert "/areas/countries" not in paths, "nobody has come to a field with countries"
        await anna.press("f2")
        await anna.until(lambda: bool(_asked(anna, "/resumes", before)))
        await anna.settle()
        last = _asked(anna, "/resumes", before)[-1]
        assert "resume" not in last
        assert (last["area"], last["metro"], last["filter_exp_industry"]) == ("88", "52.304", "7.540")
        assert anna.sees("Казань", "метро: Горки", "отрасль: Разработка")
