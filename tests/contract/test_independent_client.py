"""A client of 2026 that is not ours reads every answer of the stand-in that an inbox asks for."""

from collections.abc import AsyncIterator, Callable, Coroutine
from typing import TYPE_CHECKING, Any

import pytest

from hh_tui.demo import TOKEN, StandIn
from hh_tui.demo.readings import Readings
from tests.demo.driver import HandClock

if TYPE_CHECKING:
    from aiohh.api.client import AiohhAPI

EMPLOYER, MANAGER = "4181920", "7310455"


class Reader:
    """The other client, the stand-in it reads, and what to look at."""

    def __init__(self, readings: Readings) -> None:
        # Its thousand classes are made by the process alone that runs these tests.
        from tests.contract.other_client import in_process

        self.standin = StandIn("S", 7, HandClock(), readings=readings)
        self.api = in_process(self.standin, TOKEN)

    async def topics(self) -> AsyncIterator[Any]:
        """Two negotiations of each collection of each active vacancy."""
        for vacancy in (await self.api.get_active_vacancies(EMPLOYER)).items:
            board = await self.api.get_negotiation_collections(
                vacancy_id=vacancy.id, with_generated_collections=True
            )
            for one in board.collections + board.generated_collections:
                page = await self.api.get_collection_negotiations(
                    vacancy_id=vacancy.id, collection_name=one.id, per_page=50
                )
                assert page.hidden_count is not None
                for topic in page.items[:2]:
                    yield topic


@pytest.fixture(scope="module", params=[Readings(), Readings.strict()], ids=["lax", "strict"])
def reader(request: pytest.FixtureRequest) -> Reader:
    return Reader(request.param)


async def test_lists_and_negotiations(reader: Reader) -> None:
    seen = 0
    async for topic in reader.topics():
        whole = await reader.api.get_negotiation(topic.id)
        assert whole.vacancy is not None
        seen += 1
    assert seen > 20


async def test_resumes(reader: Reader) -> None:
    seen = set()
    async for topic in reader.topics():
        if topic.resume is None:
            continue
        resume = await reader.api.get_resume(
            topic.resume.id, with_negotiations_history=True, with_creds=True, with_job_search_status=True
        )
        assert resume.job_search_status is not None
        await reader.api.get_resume_negotiations_history(resume.id)
        assert resume.owner is not None
        await reader.api.get_applicant_comments(resume.owner.id)
        seen |= {contact.type.id for contact in resume.contact if contact.contact_value}
    assert seen == {"cell", "email", "telegram"}


async def test_letters_and_tests(reader: Reader) -> None:
    """It reads no null among messages, which hh.ru sends now and then and which we read."""
    from aiohh.exceptions.decode import ClientDecodeError

    removed = 0
    async for topic in reader.topics():
        thread = reader.standin.world.thread(reader.standin.world.topic(topic.id))
        read = reader.api.get_negotiation_messages(topic.id)
        if any(message.removed for message in thread[:20]):
            removed += 1
            with pytest.raises(ClientDecodeError):
                await read
        else:
            assert (await read).found == len(thread)
        if topic.test_result is not None:
            assert (await reader.api.get_negotiation_test_result(topic.id)).test_result.tasks
        for action in topic.actions[:1] if topic.resume else ():
            for template in action.templates:
                assert (await reader.api.get_message_templates(template.id, topic_id=topic.id)).mail.text
    assert removed


async def test_vacancies(reader: Reader) -> None:
    api = reader.api
    several = await api.get_active_vacancies(EMPLOYER, all_accessible=True)
    archived = await api.get_archived_vacancies(EMPLOYER)
    assert any(one.salary_range and one.salary_range.frequency for one in several.items)
    for one in several.items + archived.items:
        await api.get_vacancy(one.id)
        await api.get_vacancy_stats(one.id)
        await api.get_preferred_negotiations_order(one.id)
    topic = await anext(reader.topics())
    matching = await api.get_active_vacancies(EMPLOYER, resume_id=topic.resume.id)
    assert any(one.negotiations_actions for one in matching.items)


async def test_chats_and_calls(reader: Reader) -> None:
    api = reader.api
    chats = await api.get_chats(per_page=20)
    assert (await api.get_unread_chats_count()).unread_chats_count > 0
    messages = [one for chat in chats.items for one in (await api.get_chat_messages(chat.id)).messages]
    assert {"text", "attachments"} <= {name for one in messages for name in one.payload.model_fields_set}
    for chat in chats.items:
        assert (await api.get_chat_participants(chat.id)).items
    await api.get_chat_files_conditions()
    await api.get_chat_file_upload_link()
    calls = await api.get_calls_history()
    assert calls.calls
    await api.search_call_transcripts(call_ids=[one.id for one in calls.calls])
    topic = await anext(reader.topics())
    assert (await api.get_call_link(topic.resume.id)).link
    await api.create_chat_without_vacancy(topic.resume.id, first_message="Добрый день")
    assert (await api.get_chats(vacancy_status="without")).found == 2, "with that of the support"


async def test_resume_base(reader: Reader) -> None:
    from aiohh.types.resume import ResumeSearchText

    api = reader.api
    text = [
        ResumeSearchText.model_validate(
            {"text": "python", "text.logic": "any", "text.field": "title", "text.period": ""}
        )
    ]
    page = await api.search_resumes(text=text, area=[1], per_page=50, with_job_search_status=True)
    assert page.found > 100
    narrow = await api.search_resumes(
        metro=["1"], district=["121"], filter_exp_industry="7", include_all_folders=True, period=300
    )
    assert 0 < narrow.found < page.found
    assert (await api.get_skills(["3001"])).items
    assert (await api.get_educational_institutions(["900101"])).items
    assert any(one.last_negotiation for one in page.items)
    for one in page.items[:3]:
        assert (await api.get_resume(one.id)).id == one.id
    for suggest in (
        api.suggest_resume_search_keywords,
        api.suggest_skills,
        api.suggest_professional_roles,
        api.suggest_positions,
    ):
        assert (await suggest("пр")).items
    assert (await api.suggest_areas("мо")).items
    await api.create_saved_resume_search(text=text, employment_form=["FULL"])
    saved = (await api.get_saved_resume_searches(per_page=10)).items
    await api.update_saved_resume_search(saved[-1].id, name="Новые")
    assert (await api.get_saved_resume_search(saved[-1].id)).name == "Новые"
    await api.delete_saved_resume_search(saved[-1].id)


OF_THE_EMPLOYER: list[Callable[["AiohhAPI"], Coroutine[Any, Any, Any]]] = [
    lambda api: api.get_me(),
    lambda api: api.get_manager_accounts(),
    lambda api: api.get_employer_managers(EMPLOYER),
    lambda api: api.get_employer_manager(EMPLOYER, MANAGER),
    lambda api: api.get_manager_resume_limits(EMPLOYER, MANAGER),
    lambda api: api.get_method_access(EMPLOYER, MANAGER),
    lambda api: api.get_employer_services(EMPLOYER),
    lambda api: api.get_employer_departments(EMPLOYER),
    lambda api: api.get_employer_addresses(EMPLOYER),
    lambda api: api.get_employer_negotiations_statistics(EMPLOYER),
    lambda api: api.get_manager_negotiations_statistics(EMPLOYER, MANAGER),
    lambda api: api.get_mail_templates(EMPLOYER),
    lambda api: api.get_dictionaries(),
    lambda api: api.get_languages(),
    lambda api: api.get_locales(),
    lambda api: api.get_areas(),
    lambda api: api.get_area("1"),
    lambda api: api.get_countries(),
    lambda api: api.get_metro(),
    lambda api: api.get_city_metro("1"),
    lambda api: api.get_districts(),
    lambda api: api.get_industries(),
    lambda api: api.get_professional_roles(),
]


async def test_what_belongs_to_the_employer(reader: Reader) -> None:
    for read in OF_THE_EMPLOYER:
        assert await read(reader.api)
