"""People in lists that were read: whose name has what was typed, once each, the newest first."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from hh_tui.api.models.reading import parsed
from hh_tui.inbox.lists.known_people import MOST, KnownPage, KnownRow, known_people, people_by_id

READ = datetime(2026, 5, 14, 9, tzinfo=UTC)
FRESH = "https://api.hh.ru/negotiations/response?vacancy_id=77"
LATER = "https://api.hh.ru/negotiations/consider?vacancy_id=77"
OTHER = "https://api.hh.ru/negotiations/response?page=0&vacancy_id=88"


def _row(id_: str, name: str = "", day: int = 1, **fields: Any) -> KnownRow:
    last, first, middle = (*name.split(), "", "", "")[:3]
    resume = {"last_name": last, "first_name": first, "middle_name": middle} if name else None
    told = {"id": id_, "resume": resume, "updated_at": f"2026-05-{day:02}T10:00:00+0300", **fields}
    return parsed(KnownRow, told)


def _page(*rows: KnownRow, url: str = FRESH, at: datetime = READ) -> KnownPage:
    return KnownPage(url, at, rows)


def _found(typed: str, *pages: KnownPage) -> list[str]:
    return [one.id for one in known_people(pages, typed).people]


@pytest.mark.parametrize(
    "typed",
    ["иванов", "ИВАНОВ", "семён", "Семен", "семен иван", "иванов сем", "Ивано", "bdfyjd", "петрович"],
)
def test_any_part_of_a_name_in_any_order_finds_it(typed: str) -> None:
    page = _page(_row("1", "Иванов Семён Петрович"), _row("2", "Орлова Анна"))
    assert _found(typed, page) == ["1"]


def test_all_words_have_to_stand_in_one_name() -> None:
    assert _found("иванов анна", _page(_row("1", "Иванов Семён"), _row("2", "Орлова Анна"))) == []


def test_the_newest_comes_first_and_names_that_begin_so() -> None:
    page = _page(
        _row("old", "Иванов Пётр", day=2),
        _row("inside", "Селиванова Анна", day=9),
        _row("new", "Кузьмин Иван", day=8),
        _row("never", "Иванова Ольга", updated_at=None),
    )
    assert _found("иван", page) == ["new", "old", "never", "inside"]


def test_a_response_without_changes_is_as_new_as_it_is() -> None:
    page = _page(
        _row("1", "Иванов Пётр", day=3),
        _row("2", "Иванов Олег", updated_at=None, created_at="2026-05-04T10:00:00+0300"),
    )
    assert _found("иванов", page) == ["2", "1"]


def test_one_negotiation_is_told_of_once_as_read_last() -> None:
    later = READ + timedelta(minutes=5)
    state = {"id": "consider", "name": "Подумать"}
    moved = _page(_row("1", "Иванов Пётр", employer_state=state), url=LATER, at=later)
    before = _page(_row("1", "Иванов Пётр"))
    for pages in ((before, moved), (moved, before)):
        found = known_people(pages, "иванов")
        assert [(one.url, one.state and one.state.name) for one in found.people] == [(LATER, "Подумать")]
        assert (found.found, found.among, found.vacancies) == (1, 1, frozenset({"77"}))


def test_one_name_on_two_vacancies_is_two_responses() -> None:
    pages = _page(_row("1", "Иванов Пётр", day=1)), _page(_row("2", "Иванов Пётр", day=2), url=OTHER)
    found = known_people(pages, "иванов")
    assert [(one.id, one.vacancy_id) for one in found.people] == [("2", "88"), ("1", "77")]


def test_whoever_deleted_their_resume_is_not_called_by_it() -> None:
    gone = _page(_row("1"), at=READ + timedelta(days=1))
    found = known_people((_page(_row("1", "Иванов Пётр")), gone), "иванов")
    assert (found.people, found.among) == ((), 1)
    assert _found("", gone) == [], "nor is nobody's name found in it"


def test_a_hostile_name_is_clean_and_breaks_nothing() -> None:
    row = parsed(KnownRow, {"id": "1", "resume": {"last_name": "Ива\x1b[31mнов\u202e[b]", "first_name": 5}})
    name = known_people((_page(row),), "b").people[0].name
    assert "\x1b" not in name
    assert "\u202e" not in name
    assert _found("(*[", _page(row)) == []


def test_a_list_of_no_vacancy_leads_nowhere() -> None:
    page = _page(_row("1", "Иванов Пётр"), url="https://api.hh.ru/negotiations/response")
    found = known_people((page,), "иванов")
    assert (found.people, found.vacancies) == ((), frozenset())


def test_of_thousands_the_newest_are_offered_and_all_counted() -> None:
    rows = [
        _row(str(place), "Иванов Пётр", created_at=None, updated_at=str(READ + timedelta(minutes=place)))
        for place in range(MOST + 7)
    ]
    found = known_people((_page(*rows),), "иванов")
    assert (len(found.people), found.found, found.people[0].id) == (MOST, MOST + 7, str(MOST + 6))


def test_negotiations_are_told_as_they_were_read_last() -> None:
    earlier = _page(_row("1", "Иванов Семён"), _row("2", "Орлова Анна"), _row("3", "Ким Егор"))
    later = _page(_row("1"), _row("2", "Орлова Мария"), url=LATER, at=READ + timedelta(hours=1))
    nowhere = _page(_row("2", "Никто Ниоткуда"), url="https://api.hh.ru/x", at=READ + timedelta(hours=2))
    found = people_by_id((later, nowhere, earlier), {"1", "2", "9"})
    assert {key: (one.name, one.url, one.vacancy_id) for key, one in found.items()} == {
        "1": ("", LATER, "77"),
        "2": ("Орлова Мария", LATER, "77"),
    }
