"""Every operation of the client sends what the document describes."""

from collections.abc import AsyncIterator
from typing import Any
from uuid import UUID

import pytest

from hh_tui.api.filters import Filters
from hh_tui.api.resume_query import Phrase, ResumeQuery
from hh_tui.api.resume_search import SuggestKind
from hh_tui.api.threads import choose
from hh_tui.demo.received import Received
from hh_tui.system.structs import replace
from tests.api.desk import EMPLOYER, MANAGER, Desk
from tests.contract.schemas import ABSENT, Contract

CONTRACT = Contract.load()
pytestmark = pytest.mark.skipif(CONTRACT is None, reason=ABSENT)

# The document is of July 2025; these are described in 2026.
LATER_PATHS = ("/common/chats/",)
LATER_PARAMETERS = {
    "/messages": {"page", "per_page"},
    "/negotiations/response": {"show_only_with_medical_book", "show_only_with_self_employment"},
}
# Resumes as files are described by the url that leads to them alone.
# Countries and languages are named in it as sources of ids, without their own paths.
NOT_DESCRIBED = ("/download/", "/areas/countries", "/languages")

FILTERS = Filters(
    age_from=18,
    age_to=70,
    area=("1", "2"),
    citizenship=("113",),
    currency="RUR",
    driver_license_types=("B",),
    educational_institution=("1",),
    education_level="higher",
    experience=("between1And3", "moreThan6"),
    gender="female",
    language=("eng.b1",),
    relocation="living",
    salary_from=1,
    salary_to=2,
    search_radius_meters=500,
    search_text="python",
    show_only_new=True,
    show_only_new_responses=True,
    show_only_with_medical_book=True,
    show_only_with_self_employment=True,
    show_only_with_vehicle=True,
)


QUERY = ResumeQuery(
    phrases=(Phrase("python OR java"), Phrase("отчёт", "any", ("experience", "skills"), "last_three_years")),
    area=("1", "2"),
    relocation="living",
    salary_from=1,
    salary_to=200_000,
    metro=("1.101", "2"),
    district=("121", "122"),
    currency="RUR",
    experience=("between3And6", "moreThan6"),
    filter_exp_industry=("7", "44.389"),
    filter_exp_period="last_six_years",
    educational_institution=("900101",),
    work_ticket=("113",),
    include_all_folders=True,
    professional_role=("96",),
    skill=("3001",),
    language=("eng.b1",),
    employment_form=("FULL",),
    work_format=("REMOTE",),
    business_trip_readiness=("ready",),
    age_from=18,
    age_to=70,
    gender="female",
    education_levels=("higher",),
    job_search_status=("active_search",),
    driver_license_types=("B",),
    citizenship=("113",),
    label=("only_with_salary",),
    period=30,
    search_in_responses=True,
    order_by="salary_desc",
)


@pytest.fixture
async def desk() -> AsyncIterator[Desk]:
    async with Desk() as open_desk:
        yield open_desk


async def _employer(desk: Desk) -> None:
    client = desk.client
    await client.account.me()
    await client.account.manager_accounts()
    await client.employer.managers(EMPLOYER, "сомов")
    assert len(await client.employer.departments(EMPLOYER)) == 2
    await client.account.resume_limits(EMPLOYER, MANAGER)
    await client.account.method_access(EMPLOYER, MANAGER)
    await client.account.payable_services(EMPLOYER)
    await client.employer.addresses(EMPLOYER)
    await client.employer.statistics(EMPLOYER)
    await client.employer.manager_statistics(EMPLOYER, MANAGER)
    await client.templates.mail(EMPLOYER)
    template = (await client.templates.mail(EMPLOYER))[0]
    await client.templates.reword(EMPLOYER, template.id, "Здравствуйте!")
    await client.dictionaries.all()
    await client.dictionaries.locales()
    await client.dictionaries.areas()
    await client.dictionaries.countries()
    await client.dictionaries.languages()
    assert {one.name for one in await client.dictionaries.metro()} >= {"Москва", "Казань"}
    assert (await client.dictionaries.districts())[0].area_id == "1"
    assert (await client.dictionaries.industries())[0].industries[0].id == "7.540"


async def _vacancies(desk: Desk) -> None:
    client = desk.client
    found = await client.vacancies.active(EMPLOYER, text="python", area="1", order_by="name_asc")
    await client.vacancies.active(EMPLOYER, manager_ids=["7310456"])
    await client.vacancies.active(EMPLOYER, manager_ids=["7310456", "7310457"])
    await client.vacancies.archived(EMPLOYER, order_by="archive_time_desc", manager_id=MANAGER)
    await client.vacancies.one(found[0].id)
    await client.vacancies.stats(found[0].id)
    await client.vacancies.prefer_order(found[0].id, "relevance")
    await client.vacancies.preferred_order(found[0].id)


async def _negotiations(desk: Desk) -> None:
    client = desk.client
    rows = await desk.fresh()
    first, second = rows[0], rows[1]
    offer = next(one for one in first.actions if one.enabled and one.argument("message"))
    board = await client.negotiations.board((await client.vacancies.active(EMPLOYER))[0].id)
    await client.negotiations.page(board.collections[0].url, filters=FILTERS, order_by="created_at")
    await client.negotiations.one(first.id)
    await client.negotiations.mark_read([first.id, second.id])
    await client.templates.filled(next(one for row in rows[0].actions for one in row.templates))
    await client.negotiations.test_solution(next(one for one in rows if one.test_result))
    await client.messages.all(first)
    await client.messages.write(first, "Добрый день")
    await client.negotiations.perform(offer, [("message", "Добрый день")])
    form = [("message", "Добрый день"), ("send_sms", "true")]
    await client.negotiations.perform_on_all(offer, [second.id], form)


async def _resumes(desk: Desk) -> None:
    client = desk.client
    resume = await desk.resume()
    assert resume.id is not None
    assert resume.owner is not None
    assert resume.download is not None
    assert resume.download.pdf is not None
    await client.resumes.full(replace(resume, url=None))
    await client.resumes.history(resume)
    await client.resumes.download(resume.download.pdf.url, len)
    comment = await client.comments.add(resume.owner, "Перезвонить", "owner")
    await client.comments.all(resume.owner, "creation_time_asc")
    await client.comments.edit(resume.owner, comment.id, text="Позже", access="coworkers")
    await client.comments.delete(resume.owner, comment.id)
    places = await client.vacancies.to_invite_to(EMPLOYER, resume.id)
    place = next(one for one in places if one.can_invite)
    await client.negotiations.invite(
        place.negotiations_actions[0], resume.id, place.id, [("send_sms", "false")]
    )


async def _chats(desk: Desk) -> None:
    thread = choose(desk.client, "auto", (await desk.fresh())[0])
    sent = await thread.send("Добрый день", UUID(int=4))
    assert sent is not None
    await thread.edit(sent, "Добрый вечер")
    await thread.before(sent)
    await thread.after(sent)
    await thread.mark_read(sent)
    await thread.delete(sent)


async def _resume_base(desk: Desk) -> None:
    base = desk.client.resume_search
    found = await base.page(QUERY, 1)
    assert found.items == ()
    assert await base.count(ResumeQuery(phrases=(Phrase("python"),), period=25)) > 100
    assert await base.count(ResumeQuery(folder=("70011", "70012"), period=25)) > 100
    alike = ResumeQuery(resume=(await desk.resume()).id, vacancy_id="93100000")
    assert await base.count(alike) > 1_000
    for kind in SuggestKind:
        assert await base.suggest(kind, "мо") is not None
    assert ("96", "Программист, разработчик") in {(one.id, one.name) for one in await base.roles()}
    assert [one.id for one in await base.skills(["3001", "9"])] == ["3001"]
    assert [one.id for one in await base.schools(["900101"])] == ["900101"]
    saved = await base.save(QUERY)
    assert saved is not None
    assert (await base.saved_one(saved)).items
    first = (await base.saved())[0]
    assert first.new_items is not None
    await base.page_at(first.new_items.url or "", 0)
    await base.rename(saved, "Опытные в Москве")
    await base.forget(saved)


def _faults(contract: Contract, one: Received) -> list[str]:
    """What is wrong with a request, the known differences left aside."""
    if one.path.startswith(LATER_PATHS) or any(part in one.path for part in NOT_DESCRIBED):
        return []
    later = {name for part, names in LATER_PARAMETERS.items() if one.path.endswith(part) for name in names}
    query = [(name, value) for name, value in one.query if name not in later]
    faults = contract.request(one.method, one.path, query, one.form)
    if one.json is not None:
        faults += [error.message for error in contract.json_body(one.method, one.path).iter_errors(one.json)]
    return faults


@pytest.mark.parametrize("work", [_employer, _vacancies, _negotiations, _resumes, _resume_base, _chats])
async def test_every_operation_sends_a_documented_request(desk: Desk, work: Any) -> None:
    assert CONTRACT is not None
    await work(desk)
    for one in desk.server.received:
        assert _faults(CONTRACT, one) == [], f"{one.method} {one.path}"


async def test_resume_by_the_negotiations_url_is_documented(desk: Desk) -> None:
    """The document has no ``topic_id`` among the parameters: the url with it comes from the server."""
    assert CONTRACT is not None
    await desk.full_resume()
    assert _faults(CONTRACT, desk.last) == ["query with unknown topic_id"]
