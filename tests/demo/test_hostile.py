"""The hostile world: texts that attack, payloads that keep to no schema."""

import json
from typing import Any

import pytest

from hh_tui.demo.hostile import ATTACKS, FOREIGN
from hh_tui.demo.readings import Readings
from tests.demo.driver import Recruiter


@pytest.fixture(scope="module", params=[Readings(), Readings.strict()], ids=["lax", "strict"])
def pages(request: pytest.FixtureRequest) -> list[dict[str, Any]]:
    recruiter = Recruiter("S", hostile=True, readings=request.param)
    vacancy = recruiter.world.vacancies[2]
    return [
        recruiter.get("/negotiations/response", vacancy_id=vacancy.id, per_page=50, page=page)
        for page in (0, 1)
    ]


def topics(pages: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [topic for page in pages for topic in page["items"] if topic]


def test_every_attack_arrives(pages: list[dict[str, Any]]) -> None:
    told = json.dumps(pages, ensure_ascii=False)
    for attack in ATTACKS:
        assert json.dumps(attack, ensure_ascii=False)[1:-1] in told


def test_lists_have_holes_and_objects_surprises(pages: list[dict[str, Any]]) -> None:
    assert None in pages[0]["items"]
    assert "surprise" in topics(pages)[0]
    assert any(None in topic.get("actions", ()) for topic in topics(pages))


def test_fields_are_missing_or_of_other_types(pages: list[dict[str, Any]]) -> None:
    found = topics(pages)
    assert any("actions" not in topic for topic in found)
    assert any("counters" not in topic for topic in found)
    assert any(topic["resume"] is None for topic in found)
    assert any(isinstance((topic["resume"] or {}).get("age"), str) for topic in found)


def test_urls_lead_elsewhere(pages: list[dict[str, Any]]) -> None:
    found = topics(pages)
    actions = [action for topic in found for action in topic.get("actions", ()) if action]
    assert any((action["url"] or "").startswith(FOREIGN) for action in actions)
    urls = [topic["messages_url"] for topic in found if "messages_url" in topic]
    assert not urls or any(url.startswith(FOREIGN) for url in urls)


def test_it_works_all_the_same() -> None:
    plain, spoilt = Recruiter("S"), Recruiter("S", hostile=True)
    vacancy = plain.world.vacancies[2]
    ids = [topic["id"] for topic in plain.get("/negotiations/response", vacancy_id=vacancy.id)["items"]]
    page = spoilt.get("/negotiations/response", vacancy_id=vacancy.id)
    assert [topic["id"] for topic in page["items"] if topic] == ids
    assert spoilt.write(plain.a_response(), "Текст").status_code == 201
