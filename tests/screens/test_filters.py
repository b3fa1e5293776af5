"""The server's filters and orders, and filters kept under a name."""

import pytest
from textual.widgets import Input

from hh_tui.i18n.text import Language
from hh_tui.ui.dialogs.filter_form import FilterForm
from hh_tui.ui.view import Pane
from hh_tui.ui.widgets.choice_box import ChoiceBox
from tests.recruiter import CLEAR, Recruiter

ALWAYS = {"vacancy_id", "per_page", "locale", "with_job_search_status"}
"""What every list is asked with."""


def _lists(anna: Recruiter, collection: str = "response") -> list[list[tuple[str, str]]]:
    every = (one for one in anna.server.received if one.path == f"/negotiations/{collection}")
    return [sorted((name, value) for name, value in one.query if name not in ALWAYS) for one in every]


async def _field(anna: Recruiter, name: str) -> None:
    anna.app.screen.query_one(f"#{name} Input" if name not in NUMBERS else f"#{name}", Input).focus()
    await anna.settle()


NUMBERS = {"age_from", "age_to", "salary_from", "salary_to", "radius"}


async def _set(anna: Recruiter, **values: str) -> None:
    """Values into the fields of the form; those with a list are chosen from what is offered."""
    for name, typed in values.items():
        await _field(anna, name)
        await anna.write(typed)
        if name not in NUMBERS:
            await anna.press("enter")


async def test_a_filter_goes_to_the_server_and_stands_over_the_list() -> None:
    async with Recruiter() as anna:
        await anna.command("filters")
        assert isinstance(anna.app.screen, FilterForm)
        await _set(anna, age_from="25", age_to="40", experience="3 до 6")
        await anna.press("f2")
        asked = [("age_from", "25"), ("age_to", "40"), ("experience", "between3And6"), ("page", "0")]
        assert _lists(anna)[-1] == asked
        assert anna.sees("возраст 25–40 ×", "опыт: от 3 до 6 лет ×")
        ages = [row.negotiation.resume.age for row in anna.state.rows if row.negotiation.resume]
        assert ages
        assert all(age and 25 <= age <= 40 for age in ages)
        assert anna.at(Pane.LIST)


async def test_everything_in_the_form_is_sent_as_documented() -> None:
    async with Recruiter() as anna:
        await anna.command("filters")
        await _set(
            anna,
            age_from="20",
            area="каз",
            relocation="живут здесь",
            radius="2,5",
            experience="нет опыта",
            education_level="высшее",
            salary_from="100 000",
            salary_to="200000",
            currency="rur",
            language="англ b1",
            gender="жен",
            citizenship="росс",
            driver_license_types="B",
        )
        having = ("vehicle", "medical_book", "self_employment")
        for tick in (*(f"show_only_with_{one}" for one in having), "new"):
            anna.app.screen.query_one(f"#{tick}").focus()
            await anna.press("enter")
        await anna.press("f2")
        asked = dict(_lists(anna)[-1])
        assert asked.pop("area").isdigit()
        assert asked.pop("relocation").startswith("living")
        assert asked == {
            "age_from": "20",
            "search_radius_meters": "2500",
            "experience": "noExperience",
            "education_level": "higher",
            "salary_from": "100000",
            "salary_to": "200000",
            "currency": "RUR",
            "language": "eng.b1",
            "gender": "female",
            "citizenship": "113",
            "driver_license_types": "B",
            "show_only_with_vehicle": "true",
            "show_only_with_medical_book": "true",
            "show_only_with_self_employment": "true",
            "show_only_new_responses": "true",
            "page": "0",
        }


@pytest.mark.parametrize("columns", [80, 120])
@pytest.mark.parametrize(
    ("lang", "told"),
    [("ru", ("с медкнижкой ×", "самозанятые ×")), ("en", ("health certificate ×", "self-employed ×"))],
)
async def test_what_candidates_have_is_ticked(columns: int, lang: Language, told: tuple[str, ...]) -> None:
    async with Recruiter(columns=columns, rows=24 if columns == 80 else 40, lang=lang) as anna:
        await anna.command("filters")
        names = {
            "ru": ("Есть автомобиль", "Есть медкнижка", "Есть самозанятость", "Показать"),
            "en": ("Has a car", "Has a health certificate", "Self-employed", "Show"),
        }[lang]
        assert anna.sees(*names), "the whole form, without scrolling"
        await anna.click_on(names[1])
        await anna.click_on(names[2])
        await anna.press("f2")
        assert anna.sees(*told)
        assert ("show_only_with_medical_book", "true") in _lists(anna)[-1]
        assert all(
            one.negotiation.resume and one.negotiation.resume.has_medical_book for one in anna.state.rows
        )
        await anna.command("filters")
        await anna.click_on(names[1])
        await anna.press("f2")
        assert anna.sees(told[1])
        assert not anna.sees(told[0])


async def test_two_places_are_two_values() -> None:
    async with Recruiter() as anna:
        await anna.command("filters")
        await _set(anna, area="москва")
        await _set(anna, area="санкт")
        assert anna.sees("Москва ×", "Санкт-Петербург ×")
        await anna.press("f2")
        assert [value for name, value in _lists(anna)[-1] if name == "area"] == ["1", "2"]
        assert anna.sees("регион: Москва, Санкт-Петербург")


async def test_places_are_offered_in_both_layouts() -> None:
    async with Recruiter() as anna:
        await anna.command("filters")
        await _field(anna, "area")
        await anna.write("vjcr")
        assert anna.sees("Москва")
        await anna.press("enter")
        assert anna.sees("Москва ×")
        await anna.press("backspace")
        assert not anna.sees("Москва ×")
        await anna.press("f2")
        assert anna.state.listing.query is not None
        assert anna.state.listing.query.filters.area == ()


async def test_outside_the_fresh_ones_new_means_unread() -> None:
    async with Recruiter() as anna:
        await anna.command("collection")
        await anna.write("Интервью")
        await anna.press("enter")
        await anna.command("filters")
        assert anna.sees("Только с непрочитанными сообщениями")
        anna.app.screen.query_one("#new").focus()
        await anna.press("enter", "f2")
        query = anna.state.listing.query
        assert query is not None
        assert ("show_only_new", "true") in _lists(anna, query.collection_id)[-1]


async def test_the_dictionaries_are_asked_for_once() -> None:
    async with Recruiter() as anna:
        await anna.command("filters")
        await anna.press("escape")
        once = [one.path for one in anna.server.received if "negotiations" not in one.path][-4:]
        assert sorted(once) == ["/areas", "/areas/countries", "/dictionaries", "/languages"]
        before = len(anna.server.received)
        await anna.command("filters")
        assert anna.sees("Регион")
        await _field(anna, "area")
        await anna.write("моск")
        assert anna.sees("Россия")
        assert len(anna.server.received) == before


async def test_without_a_dictionary_the_form_still_works() -> None:
    async with Recruiter() as anna:
        anna.server.faults.add("GET", "/dictionaries", status=500)
        await anna.command("filters")
        await _set(anna, age_from="30", area="моск")
        await anna.press("f2")
        assert anna.toasts
        assert ("area", "1") in _lists(anna)[-1]
        await anna.command("filters")
        await _set(anna, gender="муж")
        await anna.press("f2")
        assert ("gender", "male") in _lists(anna)[-1]


async def test_leaving_the_form_changes_nothing() -> None:
    async with Recruiter() as anna:
        before = len(_lists(anna))
        await anna.command("filters")
        await _set(anna, age_from="30")
        await anna.press("escape")
        assert len(_lists(anna)) == before
        await anna.command("filters")
        await anna.press("f2")
        assert len(_lists(anna)) == before


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({"age_from": "50", "age_to": "20"}, "Возраст: «от» больше, чем «до»."),
        ({"salary_from": "5000", "salary_to": "20"}, "Доход: «от» больше, чем «до»."),
        ({"relocation": "живут здесь"}, "Переезд: укажите и регион."),
    ],
)
async def test_what_can_not_be_is_said_at_once(values: dict[str, str], says: str) -> None:
    async with Recruiter() as anna:
        before = len(_lists(anna))
        await anna.command("filters")
        await _set(anna, **values)
        await anna.press("f2")
        assert anna.sees(says)
        assert len(_lists(anna)) == before


async def test_a_click_on_a_chip_removes_it_and_form_knows_rest() -> None:
    async with Recruiter() as anna:
        await anna.command("filters")
        await _set(anna, age_from="25", area="москва")
        await anna.press("f2")
        await anna.click("#chips ChipButton")
        assert not anna.sees("возраст")
        assert _lists(anna)[-1] == [("area", "1"), ("page", "0")]
        await anna.command("filters")
        box = anna.app.screen.query_one("#area", ChoiceBox)
        assert box.ids == ("1",)
        await anna.command("empty-form")
        assert not box.ids
        await anna.press("f2")
        assert _lists(anna)[-1] == [("page", "0")]
        await anna.command("clear-filters")
        assert "Фильтров нет" in anna.status


async def test_clearing_takes_everything_off() -> None:
    async with Recruiter() as anna:
        await anna.command("filters")
        await _set(anna, age_from="25", gender="муж")
        await anna.press("f2")
        await anna.command("clear-filters")
        assert _lists(anna)[-1] == [("page", "0")]
        assert not anna.sees(" ×")


async def test_without_filters_one_is_where_one_was() -> None:
    async with Recruiter() as anna:
        whole = list(anna.ids)
        await anna.press(*"jjjjjj")
        came_from = anna.selected_id
        await anna.command("filters")
        await _set(anna, age_from="80")
        await anna.press("f2")
        assert came_from not in anna.ids
        await anna.command("clear-filters")
        assert anna.ids == whole
        assert anna.selected_id == came_from


async def test_nobody_fits() -> None:
    async with Recruiter() as anna:
        await anna.command("filters")
        await _set(anna, age_from="99")
        await anna.press("f2")
        assert anna.sees("С этими фильтрами никого нет", "возраст от 99", "Убрать все — F")


async def test_decisions_work_on_a_filtered_list_and_counters_follow() -> None:
    async with Recruiter() as anna:
        await anna.command("filters")
        await _set(anna, experience="более 6")
        await anna.press("f2")
        row = anna.row
        shown = len(anna.state.rows)
        await anna.press("3")
        assert len(anna.state.rows) == shown - 1
        board = anna.state.shown_board
        assert board is not None
        assert [one.counters.total for one in board.collections[:2] if one.counters] == [72, 16]
        await anna.command("undo")
        assert anna.state.selected == row
        await anna.press("3")
        await anna.wait(6)
        assert [path for _, path, _ in anna.writes] == [f"/negotiations/consider/{row.id}"]
        await anna.command("refresh")
        assert row.id not in anna.ids


async def test_a_filter_the_server_refuses_says_so() -> None:
    async with Recruiter() as anna:
        body = {"errors": [{"type": "bad_argument", "value": "age_from"}]}
        await anna.command("filters")
        await _set(anna, age_from="25")
        anna.server.faults.add("GET", "/negotiations/response", status=400, body=body)
        await anna.press("f2")
        assert anna.toasts
        await anna.command("clear-filters")
        assert len(anna.state.rows) == 50


# Orders


async def test_the_collections_own_orders() -> None:
    async with Recruiter() as anna:
        await anna.command("order")
        assert anna.sees("по дате отклика", "по дате изменения", "по соответствию", "✓")
        await anna.write("соответ")
        await anna.press("enter")
        assert _lists(anna)[-1] == [("order_by", "relevance"), ("page", "0")]
        assert anna.sees("Неразобранные · 73 · по соответствию")
        await anna.command("refresh")
        assert ("order_by", "relevance") in _lists(anna)[-1]


async def test_an_order_is_remembered_for_the_vacancy() -> None:
    async with Recruiter() as anna:
        await anna.command("order")
        await anna.write("соответ")
        await anna.press("enter")
        await anna.command("order")
        await anna.write("запомнить")
        assert anna.sees("Запомнить для этой вакансии: по соответствию")
        await anna.press("enter")
        ((method, path, form),) = anna.writes
        assert (method, path.endswith("/preferred_negotiations_order")) == ("PUT", True)
        assert form == [("order", "relevance")]
        assert "запомнен" in anna.status
        server = anna.server
    async with Recruiter(server=server) as boris:
        assert boris.sees("по соответствию")
        assert not any(name == "order_by" for name, _ in _lists(boris)[-1])


async def test_an_order_the_server_does_not_keep() -> None:
    async with Recruiter() as anna:
        anna.server.faults.add("PUT", "preferred_negotiations_order", status=403)
        await anna.command("order")
        await anna.write("запомнить")
        await anna.press("enter")
        assert anna.toasts
        assert "запомнен" not in anna.status


# Filters kept under a name


async def _kept(anna: Recruiter, name: str = "Опытные") -> None:
    await anna.command("filters")
    await _set(anna, experience="более 6", area="москва")
    await anna.press("f2")
    await anna.command("save-filter")
    await anna.press(*CLEAR)
    await anna.write(name)
    await anna.press("enter")


async def test_a_kept_filter_is_chosen_like_a_collection() -> None:
    async with Recruiter() as anna:
        await _kept(anna)
        assert anna.sees("★ Опытные")
        asked = _lists(anna)[-1]
        await anna.command("clear-filters")
        await anna.command("collection")
        await anna.write("Опытные")
        await anna.press("enter")
        assert _lists(anna)[-1] == asked
        assert anna.sees("опыт: более 6 лет", "регион: Москва")


async def test_a_saved_filter_belongs_to_its_vacancy() -> None:
    async with Recruiter() as anna:
        await _kept(anna, "С\u202eлучшие [b]")
        await anna.command("refresh")
        assert anna.sees("★ Случшие [b]")
        (text,) = anna.app.disk.remembered("saved-filters").values()
        assert "moreThan6" in text
        await anna.command("vacancy")
        await anna.write("QA")
        await anna.press("enter")
        assert not anna.sees("Случшие")


async def test_a_kept_filter_is_removed_after_a_question() -> None:
    async with Recruiter() as anna:
        await _kept(anna)
        await anna.command("remove-saved")
        await anna.press("enter")
        assert anna.sees("★ Опытные")
        await anna.press("tab", "tab", "tab")
        anna.control.focus(Pane.COLLECTIONS)
        await anna.command("bottom", *("up",) * 4, "remove-saved")
        await anna.press("y")
        assert not anna.sees("★ Опытные")
        assert anna.app.disk.remembered("saved-filters") == {}
        await anna.command("remove-saved")
        assert "нет сохранённого фильтра" in anna.status


async def test_without_filters_there_is_nothing_to_keep() -> None:
    async with Recruiter() as anna:
        await anna.command("save-filter")
        assert "Сохранять нечего" in anna.status
