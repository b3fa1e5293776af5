"""Filters kept under a name: written and read, and shown in words."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hh_tui.api.filters import NO_FILTERS, Filters
from hh_tui.i18n import Catalogue
from hh_tui.inbox.lists import active_filters, saved_filters
from hh_tui.inbox.lists.saved_filters import SavedFilter
from hh_tui.inbox.snapshot.query import Query
from hh_tui.ui.presenters.filters import chips
from tests.factory import HERE, board

RU, EN = Catalogue("ru"), Catalogue("en")
EVERY = Filters(
    age_from=25,
    age_to=40,
    area=("1", "2"),
    relocation="living",
    search_radius_meters=2500,
    experience=("between3And6",),
    education_level="higher",
    salary_from=100_000,
    salary_to=250_000,
    currency="RUR",
    language=("eng.b1",),
    gender="female",
    citizenship=("113",),
    driver_license_types=("B", "C"),
    show_only_with_vehicle=True,
    show_only_new=True,
    show_only_with_medical_book=True,
    show_only_with_self_employment=True,
    search_text="python",
)
NAMES = {
    "area 1": "Москва",
    "area 2": "Казань",
    "relocation living": "Живут здесь",
    "experience between3And6": "От 3 до 6 лет",
    "education_level higher": "Высшее",
    "language eng.b1": "Английский: B1",
    "gender female": "Женский",
    "citizenship 113": "Россия",
}

filters = st.builds(
    Filters,
    age_from=st.none() | st.integers(0, 99),
    area=st.lists(st.text(max_size=4), max_size=3).map(tuple),
    gender=st.none() | st.text(min_size=1, max_size=6),
    search_text=st.none() | st.text(min_size=1, max_size=12),
    show_only_new=st.booleans(),
)


@given(st.lists(st.tuples(st.text("абв", min_size=1), filters, st.text("xyz")), max_size=4))
def test_what_is_written_is_read(entries: list[tuple[str, Filters, str]]) -> None:
    kept: tuple[SavedFilter, ...] = ()
    for name, wanted, order in entries:
        query = Query("77", "fresh", HERE.url, wanted, order)
        kept = saved_filters.with_saved(kept, SavedFilter(name, query, {"area 1": "Москва"}))
    assert saved_filters.from_text("77", saved_filters.to_text(kept)) == kept


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "null",
        "[1, null, []]",
        "[" * 100_000,
        json.dumps([{"name": "x"}]),
        json.dumps([{"name": " ", "collection": "a", "url": "b"}]),
        json.dumps([{"name": "x", "collection": "a", "url": ""}]),
    ],
)
def test_a_broken_text_has_nothing_in_it(text: str) -> None:
    assert saved_filters.from_text("77", text) == ()


def test_broken_values_are_left_out_and_names_are_cleaned() -> None:
    entry = {
        "name": "\x1b[31mмоё\n",
        "collection": "fresh",
        "url": HERE.url,
        "order": 5,
        "filters": {"age_from": "много", "area": [1], "gender": "male", "show_only_new": 1, "aera": "x"},
        "names": {"gender male": "Муж\u202eской", "x": 3},
    }
    (read,) = saved_filters.from_text("77", json.dumps([entry]))
    assert (read.name, read.query.filters, read.query.order) == ("моё", Filters(gender="male"), "")
    assert read.names == {"gender male": "Мужской"}


def test_a_name_is_there_once() -> None:
    one, other = SavedFilter("x", HERE), SavedFilter("x", HERE.narrowed(EVERY))
    assert saved_filters.with_saved((one, SavedFilter("y", HERE)), other) == (other, SavedFilter("y", HERE))
    assert saved_filters.without((one,), "x") == ()


def test_chips_say_everything_that_is_on() -> None:
    labels = [chip.label.replace("\u00a0", " ") for chip in chips(RU, EVERY, NAMES)]
    assert labels == [
        "«python»",
        "возраст 25–40",
        "регион: Москва, Казань (живут здесь)",
        "до 2.5 км",
        "опыт: от 3 до 6 лет",
        "образование: высшее",
        "доход 100 000–250 000 ₽",
        "язык: Английский: B1",
        "пол: женский",
        "гражданство: Россия",
        "права: B, C",
        "есть автомобиль",
        "с медкнижкой",
        "самозанятые",
        "только новые",
    ]


@pytest.mark.parametrize(
    ("wanted", "label"),
    [
        (Filters(age_from=25), "возраст от 25"),
        (Filters(age_to=40), "возраст до 40"),
        (Filters(salary_from=100_000, currency="USD"), "доход от 100 000 $"),
        (Filters(salary_to=100_000), "доход до 100 000"),
        (Filters(gender="x"), "пол: x"),
    ],
)
def test_chips_of_a_half_said_thing(wanted: Filters, label: str) -> None:
    assert [chip.label.replace("\u00a0", " ") for chip in chips(RU, wanted, {})] == [label]


def test_every_filter_can_be_removed() -> None:
    left = EVERY
    for group in active_filters.groups(EVERY):
        assert group in active_filters.groups(left)
        left = active_filters.without(left, group)
    assert left == NO_FILTERS
    assert chips(EN, left, {}) == ()


def test_names_of_what_is_used_go_along() -> None:
    used = active_filters.names_used(Filters(area=("2",), gender="female"), NAMES)
    assert used == {"area 2": "Казань", "gender female": "Женский"}


def test_the_collection_says_which_new_ones() -> None:
    fresh = Query("1", "response", "https://api.hh.ru/negotiations/response?vacancy_id=1")
    calls = Query("1", "phone_calls", "https://api.hh.ru/negotiations/phone_calls?vacancy_id=1")
    assert fresh.new_flag == "show_only_new_responses"
    assert (HERE.new_flag, HERE.takes_filters, calls.takes_filters) == ("show_only_new", True, False)


def test_filters_leave_the_path_alone() -> None:
    narrowed = HERE.narrowed(EVERY)
    assert (narrowed.path, narrowed == HERE) == (HERE.path, False)
    assert active_filters.collection_of(board(fresh=1), narrowed) is not None
    assert active_filters.collection_of(board(other=1), narrowed) is None
