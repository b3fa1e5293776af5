"""Finding people, without a screen: queries, the budget of views, the list, who is hidden for now."""

from datetime import UTC, datetime, timedelta
from urllib.parse import urlencode

import pytest

from hh_tui.api.models import Page, ResumeLimits
from hh_tui.api.models.found_resume import FoundResume
from hh_tui.api.models.reading import parsed
from hh_tui.api.resume_query import Phrase, ResumeQuery
from hh_tui.api.saved_query import query_at
from hh_tui.i18n import Catalogue
from hh_tui.inbox.lists.choices import choice
from hh_tui.inbox.resume_base.asked import Asked, asked_for, folders_in, problem_of
from hh_tui.inbox.resume_base.found_people import FoundPeople
from hh_tui.inbox.resume_base.not_now import NotNow, recalled, text_of
from hh_tui.inbox.snapshot.view_budget import ViewBudget
from hh_tui.ui.presenters.people_search import beside, chips, found_line

NOW = datetime(2026, 5, 12, 12, tzinfo=UTC)


def _comments(number: int) -> dict[str, object]:
    return {"url": "https://api.hh.ru/applicant_comments/1", "counters": {"total": 2 * (number == 3)}}


def _page(first: int, count: int, found: int = 100) -> Page[FoundResume]:
    changed = "2026-05-12T10:00:00+0300"
    people = [
        {"id": f"r{n}", "owner": {"id": f"p{n}", "comments": _comments(n)}, "updated_at": changed}
        for n in range(first, first + count)
    ]
    body = {"items": people, "found": found, "page": first // 20, "pages": -(-found // 20), "per_page": 20}
    return parsed(Page[FoundResume], body)


def test_a_plain_phrase_goes_alone_and_others_with_all_three() -> None:
    assert ResumeQuery(phrases=(Phrase("python"),)).params() == {"text": ("python",)}
    query = ResumeQuery(phrases=(Phrase("python"), Phrase("go", "any", ("title", "skills"), "last_year")))
    assert query.params() == {
        "text": ("python", "go"),
        "text.logic": ("all", "any"),
        "text.field": ("everywhere", "title,skills"),
        "text.period": ("", "last_year"),
    }
    assert ResumeQuery(order_by="relevance", currency="RUR").is_empty
    assert ("area", "2") in ResumeQuery(area=("1", "2")).pairs()


def test_a_form_asks_for_what_stands_in_it() -> None:
    chosen = {
        "text": (choice("python", "python"),),
        "text.field": (choice("title", "В названии"),),
        "text.logic": (),
        "text.period": (),
        "area": (choice("1", "Москва"),),
        "period": (choice("7", "за 7 дней"),),
    }
    begun = Asked(ResumeQuery(resume="abc", citizenship=("113",)), {"resume abc": "Ира"})
    asked = asked_for(begun, chosen, frozenset({"period"}), salary_from=5)
    assert asked.query == ResumeQuery(
        phrases=(Phrase("python", "all", ("title",)),),
        area=("1",),
        period=7,
        salary_from=5,
        resume="abc",
        citizenship=("113",),
    )
    assert asked.names["area 1"] == "Москва"
    told = " · ".join(chips(Catalogue("ru"), asked.query, asked.names))
    plain = told.replace("\N{NO-BREAK SPACE}", " ")
    assert (
        plain == "похожие на: Ира · python · в названии, all · Москва · гражданство: 113 · от 5 ₽ · за 7 дней"
    )
    assert chips(Catalogue("ru"), ResumeQuery(resume="abc"), {}) == ("похожие на: человека из базы",)
    assert problem_of(asked.query) is None
    assert problem_of(ResumeQuery(relocation="living")) == "relocation"
    assert problem_of(ResumeQuery(salary_from=9, salary_to=3)) == "pay"
    assert problem_of(ResumeQuery(age_from=9, age_to=3)) == "age"


def test_a_saved_search_is_read_out_of_its_address() -> None:
    query = ResumeQuery(
        phrases=(Phrase("python", "any", ("title", "skills"), "last_year"),),
        area=("1", "2"),
        salary_from=100_000,
        education_levels=("higher",),
        district=("121",),
        search_in_responses=True,
        order_by="publication_time",
    )
    more = [("saved_search_id", "609501"), ("last_used", "2026-05-01T10:00:00+0300"), ("schedule", "remote")]
    address = f"https://api.hh.ru/resumes?{urlencode([*query.pairs(), *more])}"
    assert query_at(address) == (query, ("schedule",))
    assert query_at("/resumes?text=a&text=b&education_level=higher&period=x") == (
        ResumeQuery(phrases=(Phrase("a"), Phrase("b")), education_levels=("higher",)),
        ("period",),
    )
    ways = "text=a&text=b&text.logic=all&text.logic=except&text.field=title&text.field=title"
    phrases = (Phrase("a", "all", ("title",)), Phrase("b", "except", ("title",)))
    address = f"/resumes?{ways}&text.period=&text.period=&gender=&area="
    assert query_at(address) == (ResumeQuery(phrases=phrases), ("text.field",)), "a form has one way for all"
    assert query_at("") == (ResumeQuery(), ())


def test_chips_say_what_a_value_is_about() -> None:
    place = ResumeQuery(area=("1",), metro=("1.101", "2"), district=("121",), driver_license_types=("B", "C"))
    names = {
        "area 1": "Москва",
        "metro 1.101": "Сокольники",
        "metro 2": "Замоскворецкая",
        "district 121": "Арбат",
    }
    told = chips(Catalogue("ru"), place, names)
    assert told == ("Москва", "метро: Сокольники, Замоскворецкая", "район: Арбат", "права: B, C")
    worked = ResumeQuery(filter_exp_industry=("7",), filter_exp_period="last_year", folder=("70011",))
    assert problem_of(worked) is None
    names = {"filter_exp_industry 7": "ИТ", "filter_exp_period last_year": "За последний год"}
    told = chips(Catalogue("ru"), worked, names)
    assert told == ("отрасль: ИТ, за последний год", "папка избранного: 70011")
    assert problem_of(worked.changed(include_all_folders=True)) == "folder"
    assert problem_of(worked.changed(filter_exp_industry=())) == "industry"
    assert folders_in("hh.ru/employer/resumefolders/70011 70012, 70011") == ("70011", "70012")


@pytest.mark.parametrize(
    ("typed", "folders"),
    [
        ("70011", ["70011"]),
        ("70011,70012; 70013", ["70011", "70012", "70013"]),
        ("https://hh.ru/employer/resumefolders/70011?page=2&vacancyId=9", ["70011"]),
        ("https://hh.ru/employer/4181920/resumefolders/70011/", ["70011"]),
        ("https://hh.ru/search/resume?area=1&folder=70011&folder=70012&page=3", ["70011", "70012"]),
        ("https://hh.ru/employer/resumefolders?folderId=70011#12", ["70011"]),
        ("folder=70011", ["70011"]),
        ("https://hh.ru/resumefolders/1,https://hh.ru/resumefolders/2", ["1", "2"]),
        ("https://hh.ru/vacancy/123", []),
        ("hh.ru/vacancy/123", []),
        ("https://hh.ru/folders?id=7&page=2", ["7"]),
        ("https://hh.ru/employer/resumefolders/15?id=7", ["15"]),
        ("https://hh.ru/vacancies?id=7", []),
        ("/employer/4181920/resumefolders/70011", ["70011"]),
        ("12/", ["12"]),
        ("1/2", ["1", "2"]),
        ("15, 16 и №17", ["15", "16", "17"]),
        ("", []),
    ],
)
def test_of_an_address_the_folder_alone_is_taken(typed: str, folders: list[str]) -> None:
    assert list(folders_in(typed)) == folders


def test_views_of_the_api_count_before_those_of_the_page() -> None:
    told = {"left": {"resume_view": 9, "resume_view_from_api": 3}, "limits": {"resume_view": 500}}
    budget = ViewBudget.of(parsed(ResumeLimits, told))
    assert (budget.left, budget.whole) == (3, 500)
    assert budget.needs_asking
    assert not ViewBudget(11).needs_asking
    assert ViewBudget(1).less_one().is_spent
    assert not ViewBudget().less_one().is_spent
    assert ViewBudget(7).exhausted().is_spent


def test_pages_follow_each_other_to_the_depth() -> None:
    people = FoundPeople().with_page(_page(0, 20), {}, NOW)
    assert not people.wants_page
    assert people.rows[0].negotiation.updated_at == NOW - timedelta(hours=5)
    assert people.moved(12).wants_page
    assert beside(Catalogue("ru"), people, {"r3": "приглашение QA", "r4": "приглашение QA"}) == {
        "r3": "приглашение QA · 2 заметки",
        "r4": "приглашение QA",
    }
    again = people.with_page(_page(15, 20), {}, NOW)
    assert [row.id for row in again.rows] == [f"r{n}" for n in range(35)]
    assert people.with_page(_page(80, 20), {}, NOW).is_over
    deep = FoundPeople(pages=99).with_page(_page(0, 20, 20_000), {}, NOW)
    assert deep.is_over
    assert "покажем не больше" in found_line(Catalogue("ru"), deep.found)
    assert "покажем" not in found_line(Catalogue("ru"), 1_240)


def test_the_cursor_stays_with_its_row_when_others_are_hidden() -> None:
    people = FoundPeople().with_page(_page(0, 20), {}, NOW).moved(5).toggled()
    hidden = {f"p{n}": NotNow(NOW + timedelta(days=1), "ищет удалёнку", "Анна") for n in (1, 2, 5)}
    less = people.without_hidden(hidden, NOW)
    assert less.hidden == 3
    assert less.selected is not None
    assert less.selected.id == "r6"
    assert not less.marked
    assert less.without_hidden(hidden, NOW + timedelta(days=2)).hidden == 0
    assert recalled({"p1": text_of(hidden["p1"]), "p2": "нечто"}) == {"p1": hidden["p1"]}
