"""Filters of a collection: applied to the last one, and refused with a value that is none."""

from typing import Any

import pytest

from tests.demo.driver import Recruiter, refusal


@pytest.fixture(scope="module")
def recruiter() -> Recruiter:
    return Recruiter("S")


def _found(recruiter: Recruiter, collection: str = "response", **query: str) -> list[dict[str, Any]]:
    vacancy_id = recruiter.vacancy(0)["id"]
    page = recruiter.get(f"/negotiations/{collection}", vacancy_id=vacancy_id, per_page=50, **query)
    items: list[dict[str, Any]] = page["items"]
    return items


@pytest.mark.parametrize(
    "query",
    [
        {"search_radius_meters": "5000"},
        {"educational_institution": "900105"},
        {"show_only_with_medical_book": "true"},
        {"show_only_with_self_employment": "true"},
        {"show_only_with_vehicle": "true"},
        {"citizenship": "16"},
        {"salary_from": "3000", "currency": "USD"},
    ],
    ids=lambda query: next(iter(query)),
)
def test_every_filter_narrows(recruiter: Recruiter, query: dict[str, str]) -> None:
    some = _found(recruiter, **query)
    assert 0 < len(some) < len(_found(recruiter))


def test_papers_are_those_of_the_resume(recruiter: Recruiter) -> None:
    for name, field in (("medical_book", "has_medical_book"), ("self_employment", "has_self_employment")):
        some = _found(recruiter, **{f"show_only_with_{name}": "true"})
        assert {topic["resume"][field] for topic in some} == {True}


def test_a_radius_is_around_the_place_of_work(recruiter: Recruiter) -> None:
    near = _found(recruiter, search_radius_meters="5000")
    assert {topic["resume"]["area"]["name"] for topic in near} == {"Москва"}
    nearer = _found(recruiter, search_radius_meters="2000")
    assert {topic["id"] for topic in nearer} < {topic["id"] for topic in near}


def test_a_school_is_in_the_education(recruiter: Recruiter) -> None:
    some = _found(recruiter, educational_institution="900105")
    schools = [school for topic in some for school in topic["resume"]["education"]["primary"]]
    assert {school["name_id"] for school in schools} == {"900105"}
    assert {school.get("organization") for school in schools} == {"Факультет вычислительной техники"}


def test_pay_is_compared_in_the_currency_asked_for(recruiter: Recruiter) -> None:
    roubles = _found(recruiter, salary_from="270000")
    dollars = _found(recruiter, salary_from="2997", currency="USD")
    assert [topic["id"] for topic in dollars] == [topic["id"] for topic in roubles] != []


@pytest.mark.parametrize(
    "query",
    [
        "age_from=young",
        "area=99999",
        "citizenship=1",
        "currency=GOLD",
        "driver_license_types=Z",
        "education_level=wise",
        "educational_institution=mgu",
        "experience=long",
        "gender=other",
        "language=eng",
        "relocation=maybe",
        "salary_to=-1",
        "search_radius_meters=near",
        "show_only_new=yes",
        "show_only_with_vehicle=1",
        "show_only_with_medical_book=maybe",
    ],
)
def test_nonsense_is_refused(recruiter: Recruiter, query: str) -> None:
    path = f"/negotiations/response?vacancy_id={recruiter.vacancy(0)['id']}&{query}"
    assert refusal(recruiter.http.get(path)) == (400, "bad_argument", query.partition("=")[0])


def test_only_new_where_it_is_documented(recruiter: Recruiter) -> None:
    for collection, counts, ignored in (
        ("response", "show_only_new_responses", "show_only_new"),
        ("interview", "show_only_new", "show_only_new_responses"),
    ):
        everything = _found(recruiter, collection)
        assert _found(recruiter, collection, **{ignored: "true"}) == everything
        assert len(_found(recruiter, collection, **{counts: "true"})) < len(everything)
