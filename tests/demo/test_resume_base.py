"""The resume base of the stand-in: who is found, what it costs, and what is refused."""

from typing import Any

import pytest

from hh_tui.demo.query_language import Query, words_of
from hh_tui.demo.reluctance import CLOSED, REFUSALS, temper
from hh_tui.demo.resume_ids import person_of
from tests.demo.driver import Recruiter, refusal


@pytest.fixture(scope="module")
def recruiter() -> Recruiter:
    return Recruiter("S")


def _found(recruiter: Recruiter, **query: Any) -> int:
    lately = {} if {"period", "date_from"} & set(query) else {"period": "25"}
    found: int = recruiter.get("/resumes", per_page=1, **lately, **query)["found"]
    return found


TEXT = words_of("Ведущий Python-разработчик в Облаке 42, писал отчёты на C++")


@pytest.mark.parametrize(
    ("query", "logic", "is_there"),
    [
        ("python разработчики", "all", True),
        ("python java", "all", False),
        ("python java", "any", True),
        ("java бухгалтер", "except", True),
        ("python java", "except", False),
        ('"отчёты на c++"', "all", True),
        ('"на отчёты"', "all", False),
        ("отчёты на", "phrase", True),
        ("java OR (python AND отчёт)", "all", True),
        ("python NOT отчёты", "all", False),
        ("python NOT java", "all", True),
        ("!отчёт", "all", False),
        ("разраб*", "all", True),
        ("разраб", "all", False),
        ("(python", "all", True),
    ],
)
def test_query_language(query: str, logic: str, is_there: bool) -> None:
    assert Query(query, logic).matches(TEXT) is is_there
    assert is_there <= Query(query, logic).may_match(set(TEXT))


def test_nobody_is_invented_before_the_first_search() -> None:
    recruiter = Recruiter("S")
    assert recruiter.get("/resumes", per_page=1)["found"] == 20_000
    assert len(recruiter.world._people) == 1


def test_words_are_looked_for_where_one_says(recruiter: Recruiter) -> None:
    triad = {"text.logic": "all", "text.period": ""}
    anywhere = _found(recruiter, text="python")
    assert 0 < _found(recruiter, text="python", **triad, **{"text.field": "title"}) < anywhere
    assert _found(recruiter, text="python", **triad, **{"text.field": "education"}) == 0
    both = {"text": ["python", "кафка OR kafka"]}
    assert 0 < _found(recruiter, **both) < anywhere
    lately = {"text": "Северный Вектор", "text.logic": "phrase", "text.field": "experience_company"}
    year = _found(recruiter, **lately, **{"text.period": "last_year"})
    assert 0 < year < _found(recruiter, **lately, **{"text.period": "all_time"})


FILTERS = [
    {"area": "2", "relocation": "living"},
    {"salary_from": "150000", "label": "only_with_salary"},
    {"experience": "moreThan6"},
    {"skill": "3001"},
    {"language": "eng.b1"},
    {"employment_form": "PROJECT"},
    {"work_format": "REMOTE"},
    {"business_trip_readiness": "ready"},
    {"age_to": "30", "label": "only_with_age"},
    {"education_levels": "higher"},
    {"job_search_status": "active_search"},
    {"period": "7"},
    {"date_from": "2026-05-10", "date_to": "2026-05-11"},
    {"search_in_responses": "true"},
    {"metro": "1", "area": "1"},
    {"metro": "2.104"},
    {"district": "221", "area": "2"},
    {"filter_exp_industry": "7", "filter_exp_period": "last_year"},
    {"educational_institution": "900104"},
    {"include_all_folders": "true"},
    {"folder": "70011"},
]


@pytest.mark.parametrize("query", FILTERS, ids=lambda query: next(iter(query)))
def test_every_filter_narrows(recruiter: Recruiter, query: dict[str, str]) -> None:
    everybody = _found(recruiter, professional_role="124")
    some = _found(recruiter, professional_role="124", **query)
    assert some < everybody or query == {"language": "eng.b1"}
    assert some > 0 or "skill" in query


@pytest.mark.parametrize(
    "query",
    [
        {"area": "9999"},
        {"skill": "python"},
        {"order_by": "beauty"},
        {"text": "a", "text.logic": "all"},
        {"text": "a", "text.logic": "all", "text.field": "shoes", "text.period": ""},
        {"period": "7", "date_from": "2026-05-10"},
        {"relocation": "living"},
        {"metro": "7"},
        {"district": "Арбат"},
        {"filter_exp_industry": "it"},
        {"filter_exp_industry": "7", "filter_exp_period": "last_week"},
        {"educational_institution": "1"},
        {"folder": "1"},
        {"folder": "70011", "include_all_folders": "true"},
        {"page": "100"},
        {"per_page": "101"},
    ],
    ids=str,
)
def test_values_that_are_none_are_refused(recruiter: Recruiter, query: dict[str, str]) -> None:
    status, kind, value = refusal(recruiter.http.get("/resumes", params=query))
    assert (status, kind) == (400, "bad_argument")
    assert value in {"text.field", "text.period", *query}


def test_order_and_pages(recruiter: Recruiter) -> None:
    pay = {"professional_role": "94", "label": "only_with_salary", "currency": "RUR"}
    rich = recruiter.get("/resumes", **pay, order_by="salary_desc")["items"]
    amounts = [one["salary"]["amount"] for one in rich if one["salary"]["currency"] == "RUR"]
    assert amounts == sorted(amounts, reverse=True)
    first, second = (recruiter.get("/resumes", professional_role="94", page=page) for page in (0, 1))
    assert len(first["items"]) == 20
    assert not {one["id"] for one in first["items"]} & {one["id"] for one in second["items"]}
    late = recruiter.get("/resumes", professional_role="94", order_by="publication_time")["items"]
    moments = [one["updated_at"] for one in late]
    assert moments == sorted(moments, reverse=True)
    assert recruiter.get("/resumes", page=99)["items"]


def test_a_view_is_spent_by_the_resume_alone() -> None:
    recruiter = Recruiter("S")
    manager = recruiter.get("/me")["manager"]["id"]

    def left() -> int:
        limits = recruiter.get(f"/employers/{recruiter.employer}/managers/{manager}/limits/resume")
        found: int = limits["left"]["resume_view_from_api"]
        return found

    people = recruiter.get("/resumes", professional_role="94")["items"]
    assert left() == 500
    recruiter.get(people[0]["url"])
    recruiter.get(people[0]["url"])
    assert left() == 499
    recruiter.world.resume_access.views = 1
    assert refusal(recruiter.http.get(people[1]["url"])) == (429, "resumes", "view_limit_exceeded")
    recruiter.get(people[0]["url"])
    recruiter.clock.pass_by(days=1)
    recruiter.get(people[1]["url"])
    assert left() == 0


def test_contacts_are_paid_apart_and_end() -> None:
    recruiter = Recruiter("S")
    people = recruiter.get("/resumes", professional_role="94", per_page=50)["items"]
    dear = [one for one in people if not one["can_view_full_info"]]
    assert dear
    assert all(one.get("last_name") is None for one in dear)
    recruiter.world.resume_access.contacts = 1
    opened = recruiter.get(dear[0]["actions"]["get_with_contact"]["url"])
    assert opened["can_view_full_info"]
    answer = recruiter.http.get(dear[1]["actions"]["get_with_contact"]["url"])
    assert refusal(answer) == (403, "resumes", "quota_exceeded")


def test_without_paid_access() -> None:
    recruiter = Recruiter("S")
    recruiter.world.resume_access.search = False
    for path in ("/resumes", "/saved_searches/resumes"):
        assert refusal(recruiter.http.get(path))[1:] == ("api_access_payment", "action_must_be_payed")
    manager = recruiter.get("/me")["manager"]["id"]
    groups = recruiter.get(f"/employers/{recruiter.employer}/managers/{manager}/method_access")["items"]
    assert [one["id"] for one in groups if not one["access"]["has_access"]] == ["2", "4"]


def test_saved_searches_count_who_is_new() -> None:
    recruiter = Recruiter("S")
    answer = recruiter.http.post("/saved_searches/resumes", params={"professional_role": "94"})
    assert answer.status_code == 201
    path = answer.headers["location"]
    assert recruiter.get(path)["new_items"]["count"] == 0
    recruiter.clock.pass_by(hours=30)
    saved = recruiter.get(path)
    assert saved["new_items"]["count"] > 0
    new = recruiter.get(saved["new_items"]["url"])
    assert new["found"] == saved["new_items"]["count"]
    assert recruiter.get(path)["new_items"]["count"] == 0
    assert recruiter.http.put(path, params={"name": "Повара"}).status_code == 204
    assert recruiter.get(path)["name"] == "Повара"
    assert recruiter.http.delete(path).status_code == 204
    assert recruiter.http.get(path).status_code == 404


def test_those_of_the_base_can_be_invited() -> None:
    recruiter = Recruiter("S")
    query = {"professional_role": "94", "per_page": 50}
    people = recruiter.get("/resumes", **query)["items"]
    ready = [one for one in people if temper(person_of(one["id"]) or (0, 3)) not in {*REFUSALS, CLOSED}]
    found = [one for one in ready if not one.get("last_negotiation")]
    vacancy = recruiter.vacancy(0)
    who = {"resume_id": found[0]["id"], "vacancy_id": vacancy["id"], "message": "Приходите"}
    assert recruiter.http.post("/negotiations/phone_interview", data=who).status_code == 201
    again = recruiter.http.post("/negotiations/phone_interview", data=who)
    assert refusal(again) == (403, "negotiations", "already_applied")
    resume = recruiter.get(found[0]["url"], with_negotiations_history="true")
    assert [one["id"] for one in resume["negotiations_history"]["vacancies"]] == [vacancy["id"]]
    met = recruiter.get("/resumes", **query)["items"]
    assert next(one for one in met if one["id"] == found[0]["id"])["last_negotiation"]
