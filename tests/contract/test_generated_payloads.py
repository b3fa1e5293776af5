"""Whatever the document allows, our models read without losing what they have a field for."""

from typing import Any, get_origin

import pytest
from hypothesis import HealthCheck, assume, given, settings

from hh_tui.api.models import (
    Account,
    Board,
    Comment,
    EmployerManager,
    EmployerStatistics,
    FilledTemplate,
    FullResume,
    Invitable,
    MailTemplate,
    ManagerAccounts,
    Message,
    MethodAccess,
    Model,
    Negotiation,
    Page,
    PayableServices,
    PreferredOrder,
    ResumeHistory,
    ResumeLimits,
    SolutionAnswer,
    Vacancy,
    VacancyStats,
)
from hh_tui.api.models.reading import parsed
from hh_tui.api.resource import as_list, as_model
from tests.contract.generation import Generator, lost
from tests.contract.schemas import ABSENT, Contract

CONTRACT = Contract.load()
pytestmark = pytest.mark.skipif(CONTRACT is None, reason=ABSENT)

GENTLY = settings(
    max_examples=60,
    database=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)

# By operation, or by a named schema where an answer mixes what applicants and employers get.
ANSWERS: list[tuple[str, type[Model]]] = [
    ("get-manager-accounts", ManagerAccounts),
    ("get-employer-managers", Page[EmployerManager]),
    ("get-employer-manager-limits", ResumeLimits),
    ("get-payable-api-method-access", MethodAccess),
    ("get-payable-api-actions", PayableServices),
    ("get-negotiations-statistics-employer", EmployerStatistics),
    ("get-vacancy-stats", VacancyStats),
    ("get-archived-vacancies", Page[Vacancy]),
    ("get-pref-negotiations-order", PreferredOrder),
    ("get-collection-negotiations-list", Page[Negotiation]),
    ("get-negotiation-messages", Page[Message]),
    ("get-negotiation-test-results", SolutionAnswer),
    ("get-negotiation-message-templates", FilledTemplate),
    ("get-applicant-comments-list", Page[Comment]),
    ("get-resume-negotiations-history", ResumeHistory),
    ("MeManagerProfile", Account),
    ("NegotiationsNegotiationsCollections", Board),
    ("NegotiationsEmployerNegotiation", Negotiation),
    ("VacanciesVacancyForManager", Vacancy),
    ("VacanciesActiveListItems", Page[Vacancy]),
    ("VacanciesMatchListItems", Page[Invitable]),
    ("ResumeResumeForEmployer", FullResume),
]


def _schema(name: str) -> dict[str, Any]:
    assert CONTRACT is not None
    return CONTRACT.named(name) if name[0].isupper() else CONTRACT.answer(name)


@pytest.mark.parametrize(
    ("name", "model"), ANSWERS, ids=lambda value: value if isinstance(value, str) else ""
)
def test_nothing_is_lost(name: str, model: type[Model]) -> None:
    assert CONTRACT is not None

    @GENTLY
    @given(Generator(CONTRACT).payloads(_schema(name)))
    def read(payload: Any) -> None:
        # A page without its list is unreadable on purpose: it is how a page of a guard looks.
        assume((get_origin(model) or model) is not Page or "items" in payload)
        assert lost(as_model(model, payload), payload) == []

    read()


def test_nothing_is_lost_of_a_bare_list() -> None:
    assert CONTRACT is not None

    @GENTLY
    @given(Generator(CONTRACT).payloads(CONTRACT.answer("get-mail-templates")))
    def read(payload: list[Any]) -> None:
        templates = as_list(MailTemplate, payload)
        assert len(templates) == len(payload)
        assert [lost(*pair) for pair in zip(templates, payload, strict=True)] == [[] for _ in payload]

    read()


def test_a_loss_is_noticed() -> None:
    told = {"id": "1", "text": "b", "author": {"full_name": "Илья"}, "created_at": "2026-05-12T10:00:00+0300"}
    assert lost(parsed(Comment, told), told) == []
    assert len(lost(Comment(id="1", text="a"), told)) == 3
    assert lost(Page[Comment](items=()), {"items": [told]}) == [f".items: 1 of {[told]}"]
