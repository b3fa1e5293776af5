"""What the stand-in serves is what the OpenAPI document describes."""

from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Any

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from hh_tui.demo.readings import Readings
from tests.contract.schemas import ABSENT, Contract
from tests.demo.driver import Recruiter

CONTRACT = Contract.load()
pytestmark = pytest.mark.skipif(CONTRACT is None, reason=ABSENT)

# Some answers mix what applicants, employers and integrations get; ours is the employer's.
EMPLOYERS_SIDE = {
    "/me": "MeManagerProfile",
    "/negotiations": "NegotiationsNegotiationsCollections",
    "/negotiations/{id}": "NegotiationsEmployerNegotiation",
    "/vacancies/{vacancy_id}": "VacanciesVacancyForManager",
    "/resumes/{resume_id}": "ResumeResumeForEmployer",
    "/employers/{employer_id}/vacancies/active": "VacanciesActiveListItems",
}


@pytest.fixture
def contract() -> Contract:
    assert CONTRACT is not None
    return CONTRACT


@pytest.fixture(scope="module", params=[Readings(), Readings.strict()], ids=["lax", "strict"])
def recruiter(request: pytest.FixtureRequest) -> Recruiter:
    return Recruiter("S", readings=request.param)


class Judge:
    """Gets paths and validates what comes back; each schema is looked up once."""

    def __init__(self, contract: Contract, recruiter: Recruiter) -> None:
        self.contract = contract
        self.recruiter = recruiter
        self.judged: dict[str, Draft202012Validator] = {}

    def get(self, path: str) -> Any:
        payload = self.recruiter.get(path)
        template = self.contract.template("GET", path.removeprefix("https://api.hh.ru"))
        if template not in self.judged:
            branch = EMPLOYERS_SIDE.get(template)
            self.judged[template] = (
                self.contract.schema(branch) if branch else self.contract.response(template)
            )
        self.valid(template, as_documented(payload))
        return payload

    def valid(self, template: str, payload: Any) -> None:
        for error in self.judged[template].iter_errors(payload):
            pytest.fail(f"{template} {error.json_path}: {explained(error)}")


def explained(error: Any) -> str:
    """Return the deepest causes: those of alternatives that fail only further down."""
    causes = [error]
    while any(cause.context for cause in causes):
        causes = [deeper for cause in causes for deeper in (cause.context or [cause])]
    deepest = max(len(cause.absolute_path) for cause in causes)
    found = {
        f"{cause.json_path} {cause.message[:200]}" for cause in causes if len(cause.absolute_path) == deepest
    }
    return "; ".join(sorted(found))


def as_documented(payload: Any) -> Any:
    """Even out where the document is known to differ from the API.

    - ``arguments`` of an action: an open set, while the document's list of ids is closed;
    - ``experience`` of a short resume: only the latest job names its position, the document wants it of all;
    - ``test_result``: the document requires a ``type`` that it does not describe;
    - ``contact``: null fits both of the alternatives of ``value`` of which just one must fit, and since 2025
      it is not required;
    - ``employment_form`` of a resume: a list of them since July 2025;
    - ``method`` and ``url`` of an action: null since 2026 where it can't be carried out;
    - a message that was removed: null in its place;
    - ``url`` of a negotiation: not required since 2026.
    """
    if isinstance(payload, list):
        return [as_documented(entry) for entry in payload]
    if not isinstance(payload, dict):
        return payload
    kept = {key: as_documented(value) for key, value in payload.items()}
    for even_out in (_action, _resume, _negotiation):
        even_out(kept)
    return kept


def _action(kept: dict[str, Any]) -> None:
    if "arguments" in kept:
        kept["arguments"] = [entry for entry in kept["arguments"] if entry["id"] != "form_kind"]
        kept |= {name: kept[name] or "" for name in ("method", "url")}


def _resume(kept: dict[str, Any]) -> None:
    if "company_id" in kept:
        kept.setdefault("position", "")
    if isinstance(kept.get("contact"), list):
        kept["contact"] = [entry for entry in kept["contact"] if entry.get("value") is not None]
    if isinstance(kept.get("employment_form"), list):
        del kept["employment_form"]


def _negotiation(kept: dict[str, Any]) -> None:
    if "mark" in kept and "alternate_url" in kept:
        kept["type"] = "undescribed"
    if isinstance(kept.get("items"), list):
        kept["items"] = [entry for entry in kept["items"] if entry is not None]
    if "messaging_status" in kept:
        kept.setdefault("url", "")


@pytest.fixture
def judge(contract: Contract, recruiter: Recruiter) -> Judge:
    return Judge(contract, recruiter)


def every_vacancy(judge: Judge) -> Iterator[str]:
    employer = judge.recruiter.employer
    for kind in ("active", "archived"):
        for vacancy in judge.get(f"/employers/{employer}/vacancies/{kind}")["items"]:
            yield vacancy["id"]


def every_collection(judge: Judge) -> Iterator[str]:
    for vacancy_id in every_vacancy(judge):
        board = judge.get(f"/negotiations?vacancy_id={vacancy_id}&with_generated_collections=true")
        for entry in board["collections"] + board["generated_collections"]:
            yield entry["url"]
            yield from (sub["url"] for sub in entry.get("sub_collections", ()))


def test_vacancies(judge: Judge) -> None:
    for vacancy_id in every_vacancy(judge):
        judge.get(f"/vacancies/{vacancy_id}")
        judge.get(f"/vacancies/{vacancy_id}/preferred_negotiations_order")
        judge.get(f"/vacancies/{vacancy_id}/stats")
    assert set(judge.judged) > {"/vacancies/{vacancy_id}", "/employers/{employer_id}/vacancies/archived"}


def test_vacancies_to_invite_to(contract: Contract, recruiter: Recruiter) -> None:
    vacancy_id = recruiter.vacancy(0)["id"]
    topics = recruiter.get("/negotiations/response", vacancy_id=vacancy_id)["items"]
    resume = next(topic["resume"]["id"] for topic in topics if topic.get("resume"))
    matches = recruiter.get(f"/employers/{recruiter.employer}/vacancies/active", resume_id=resume)
    errors = contract.schema("VacanciesMatchListItems").iter_errors(matches)
    assert [explained(error) for error in errors] == []


def test_collections_and_their_first_pages(judge: Judge) -> None:
    for url in every_collection(judge):
        page = judge.get(f"{url}&per_page=3")
        judge.get(f"{url}&order_by=relevance&per_page=1")
        for topic in page["items"][:1]:
            judge.get(f"/negotiations/{topic['id']}")


def first_topics(judge: Judge, per_collection: int) -> Iterator[dict[str, Any]]:
    for url in every_collection(judge):
        yield from judge.recruiter.get(url)["items"][:per_collection]


def test_messages_of_each_collection(judge: Judge) -> None:
    for topic in first_topics(judge, 4):
        messages = f"/negotiations/{topic['id']}/messages"
        judge.get(messages)
        judge.get(f"{messages}?with_text_only=true")


def test_resumes_history_and_notes_of_each_collection(judge: Judge) -> None:
    for topic in first_topics(judge, 2):
        resume = topic.get("resume")
        if resume is None:
            continue
        judge.get(resume["url"])
        judge.get(resume["negotiations_history"]["url"])
        judge.get(resume["owner"]["comments"]["url"])


def test_templates_of_each_action(judge: Judge) -> None:
    for topic in first_topics(judge, 1):
        for action in topic["actions"]:
            for template in action["templates"]:
                judge.get(template["url"])


def test_tests(judge: Judge) -> None:
    solved = [topic["test_result"]["url"] for topic in first_topics(judge, 5) if topic.get("test_result")]
    for url in solved:
        judge.get(url)
    assert solved


def test_what_belongs_to_the_employer(judge: Judge) -> None:
    employer = f"/employers/{judge.recruiter.employer}"
    manager = judge.get("/me")["manager"]["id"]
    judge.get("/manager_accounts/mine")
    judge.get("/locales")
    judge.get("/areas")
    judge.get("/areas/1")
    judge.get("/areas/113?additional_case=prepositional")
    for path in ("/metro", "/metro/1", "/districts", "/industries", "/professional_roles"):
        assert judge.get(path)
    for path in ("/skills?id=3001&id=0", "/educational_institutions?id=900101"):
        assert len(judge.get(path)["items"]) == 1
    judge.get(f"{employer}/mail_templates")
    judge.get(f"{employer}/negotiations_statistics")
    judge.get(f"{employer}/services/payable_api_actions/active")
    judge.get(f"{employer}/managers/{manager}")
    judge.get(f"{employer}/departments")
    for kind in ("limits/resume", "method_access", "negotiations_statistics"):
        judge.get(f"{employer}/managers/{manager}/{kind}")
    assert judge.get(f"{employer}/managers")["items"]
    for address in judge.get(f"{employer}/addresses")["items"]:
        judge.get(f"{employer}/addresses/{address['id']}")


def test_resume_base(judge: Judge) -> None:
    page = judge.get("/resumes?text=python&period=20&per_page=10")
    met = judge.get("/resumes?text=python&search_in_responses=true&per_page=3")
    assert page["found"] > 50
    assert all(one["last_negotiation"] for one in met["items"])
    for one in page["items"][:2]:
        judge.get(one["url"])
    saved = judge.get("/saved_searches/resumes")["items"]
    judge.get(f"/saved_searches/resumes/{saved[0]['id']}")
    judge.get(saved[0]["new_items"]["url"])
    judge.get("/suggests/educational_institutions?text=те")
    for kind in ("resume_search_keyword", "skill_set", "areas", "positions", "professional_roles"):
        assert judge.get(f"/suggests/{kind}?text={'мо' if kind == 'areas' else 'пр'}")["items"]


def test_dictionaries_are_all_there(contract: Contract, recruiter: Recruiter) -> None:
    served = recruiter.get("/dictionaries")
    assert [error.message for error in contract.response("/dictionaries").iter_errors(served)] == []
    assert {"salary_range_mode", "resume_work_format", "resume_employment_form"} <= set(served)


ERRORS: list[tuple[str, int, Callable[[Recruiter], Any]]] = [
    (
        "/employers/4181920/vacancies/active",
        400,
        lambda r: r.http.get("/employers/4181920/vacancies/active?per_page=51"),
    ),
    ("/negotiations", 400, lambda r: r.http.get("/negotiations")),
    ("/negotiations", 404, lambda r: r.http.get("/negotiations?vacancy_id=1")),
    ("/me", 403, lambda r: r.http.get("/me", headers={"authorization": "Bearer other"})),
    ("get-negotiation-item", 404, lambda r: r.http.get("/negotiations/1")),
    ("/message_templates/x", 404, lambda r: r.http.get("/message_templates/nothing")),
    ("/resumes", 400, lambda r: r.http.get("/resumes?area=nowhere")),
    ("/resumes", 400, lambda r: r.http.get("/resumes?page=100&per_page=20")),
    ("/suggests/areas", 400, lambda r: r.http.get("/suggests/areas?text=м")),
    ("/saved_searches/resumes/x", 404, lambda r: r.http.get("/saved_searches/resumes/x")),
    (
        "update-saved-resume-search",
        409,
        lambda r: r.http.put("/saved_searches/resumes/609501?name=x&subscription=true"),
    ),
    ("update-saved-resume-search", 400, lambda r: r.http.put("/saved_searches/resumes/609501")),
    ("/resumes/x", 404, lambda r: r.http.get("/resumes/nothing")),
    (
        "add-applicant-comment",
        400,
        lambda r: r.http.post("/applicant_comments/202097152", data={"text": "x"}),
    ),
    ("send-negotiation-message", 403, lambda r: r.write(r.a_response(), " ")),
    (
        "change-negotiation-action",
        403,
        lambda r: r.http.put(f"/negotiations/hired/{r.a_response()}"),
    ),
]


@pytest.mark.parametrize(("operation", "status", "ask"), ERRORS)
def test_errors(
    contract: Contract, recruiter: Recruiter, operation: str, status: int, ask: Callable[[Recruiter], Any]
) -> None:
    response = ask(recruiter)
    assert response.status_code == status
    errors = list(contract.response(operation, status).iter_errors(response.json()))
    assert [explained(error) for error in errors] == []


def test_a_schema_that_refuses(contract: Contract, recruiter: Recruiter) -> None:
    """The judge is awake: what is spoilt is found."""
    vacancy_id = recruiter.vacancy(0)["id"]
    page = as_documented(recruiter.get(f"/negotiations/response?vacancy_id={vacancy_id}"))
    validator = contract.response("/negotiations/response")
    assert validator.is_valid(page)
    spoilt = deepcopy(page)
    del spoilt["items"][0]["messaging_status"]
    assert not validator.is_valid(spoilt)
    spoilt = deepcopy(page)
    spoilt["items"][0]["created_at"] = 5
    assert not validator.is_valid(spoilt)


def test_requests_are_judged(contract: Contract) -> None:
    assert contract.request("GET", "/negotiations/consider", [("vacancy_id", "1"), ("page", "0")]) == []
    assert contract.request("GET", "/negotiations/consider") == ["query without vacancy_id"]
    assert contract.request("GET", "/negotiations/consider", [("vacancy_id", "1"), ("pages", "0")]) == [
        "query with unknown pages"
    ]
    assert contract.request("GET", "/negotiations/consider", [("vacancy_id", "1"), ("page", "one")]) == [
        "query page is no integer"
    ]
    assert contract.request("POST", "/negotiations/5/messages", form=[("message", "да")]) == []
    assert contract.request("POST", "/negotiations/5/messages", form=[("text", "да")]) == [
        "form with unknown text"
    ]
    assert contract.request("PATCH", "/me") == ["unknown operation PATCH /me"]
