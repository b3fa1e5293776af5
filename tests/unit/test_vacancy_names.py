"""Vacancies of one name are told apart by what differs, and by nothing else."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from hh_tui.api.models import Vacancy
from hh_tui.api.models.reading import parsed
from hh_tui.i18n import Catalogue
from hh_tui.system.structs import replace
from hh_tui.ui.presenters.render_context import RenderContext
from hh_tui.ui.presenters.vacancy_names import asides, names

CTX = RenderContext(Catalogue("ru"), datetime(2026, 5, 14, 8, 30, tzinfo=UTC), ZoneInfo("Europe/Moscow"))

cities = st.sampled_from(["", "Уфа", "Казань"])
managers = st.sampled_from(["", "Анна", "Олег"])


def vacancy(number: int, name: str, city: str, manager: str, until: str) -> Vacancy:
    return parsed(
        Vacancy,
        {
            "id": str(number),
            "name": name,
            "area": {"id": "1", "name": city} if city else None,
            "manager": {"id": "2", "full_name": manager} if manager else None,
            "expires_at": until or None,
        },
    )


DAYS = ["", "2026-06-12T10:00:00+0300", "2026-06-13T10:00:00+0300"]


@settings(max_examples=60)
@given(
    st.lists(
        st.tuples(st.sampled_from(["QA", "qa", "Повар"]), cities, managers, st.sampled_from(DAYS)), max_size=7
    )
)
def test_no_two_vacancies_are_called_alike(told: list[tuple[str, str, str, str]]) -> None:
    found = [vacancy(number, *one) for number, one in enumerate(told, 1)]
    called = names(CTX, found)
    assert len({one.casefold() for one in called.values()}) == len(found)
    alone = [
        one for one in found if sum(one.name.casefold() == other.name.casefold() for other in found) == 1
    ]
    assert all(called[one.id] == one.name for one in alone)


def test_a_fact_is_told_only_where_it_differs() -> None:
    found = [
        vacancy(1, "QA", "Казань", "Ким Анна", DAYS[1]),
        vacancy(2, "QA", "Казань", "Олег", DAYS[1]),
        vacancy(3, "QA", "Москва", "Анна", DAYS[1]),
        vacancy(4, "QA", "Москва", "Анна", DAYS[2]),
        vacancy(5, "QA", "Уфа", "Анна", DAYS[1]),
        vacancy(6, "Повар", "Уфа", "Анна", DAYS[1]),
    ]
    assert dict(asides(CTX, found)) == {
        "1": "Казань · Ким А.",
        "2": "Казань · Олег",
        "3": "Москва · до 12 июня",
        "4": "Москва · до 13 июня",
        "5": "Уфа",
    }
    assert asides(CTX, [found[0], replace(found[0], id="9")]) == {"1": "№ 1", "9": "№ 9"}
