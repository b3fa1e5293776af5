"""Answers as hh.ru gives them in 2026: what a recruiter sees of them, and what hh.ru received."""

from typing import Any

import httpx

from hh_tui.demo import StandIn
from tests.recruiter import Clock, Recruiter
from tests.reshaped import Change, reshaped


def _recruiter(change: Change, **more: Any) -> Recruiter:
    clock = Clock()
    server = StandIn(size="S", seed=7, clock=clock.now)
    return Recruiter(server=server, clock=clock, transport=reshaped(server, change), **more)


def _is_list(request: httpx.Request) -> bool:
    path = request.url.path
    return path.startswith("/negotiations/") and path.count("/") == 2 and "page" in request.url.params


def _is_resume(request: httpx.Request) -> bool:
    return request.url.path.startswith("/resumes/") and request.url.path.count("/") == 2


def _with_broken(request: httpx.Request, payload: Any) -> Any:
    path = request.url.path
    if _is_list(request):
        payload["items"][1:3] = [{"id": None}, None]
        payload["items"][0] |= {"url": None, "messaging_status": None, "source": None, "state": None}
        payload["hidden_count"] = 4
    elif path == "/negotiations":
        payload["collections"].insert(1, {"id": "new", "name": "New", "url": None})
    elif path.endswith("/vacancies/active"):
        payload["items"].append({"id": None, "name": "Nameless"})
    elif path.endswith("/mail_templates"):
        payload.append({"name": "no id"})
    return payload


async def test_lists_say_what_could_not_be_read() -> None:
    async with _recruiter(_with_broken) as anna:
        assert anna.sees("1 отклик не прочитан", "73 · hh.ru скрыл 4")
        assert anna.text.count("1 не прочитана") == 2
        lists = [one for one in anna.server.received if one.path.startswith("/negotiations/")]
        assert ("with_job_search_status", "true") in lists[0].query
        await anna.command("vacancy")
        assert anna.sees("Вакансии · 1 не прочитана")


async def test_lists_say_it_in_english_and_in_plural() -> None:
    def two(request: httpx.Request, payload: Any) -> Any:
        if _is_list(request):
            payload["items"][1:3] = [{"id": None}, {}]
        return payload

    async with _recruiter(two, lang="en", columns=80, rows=24) as anna:
        assert anna.sees("2 responses could not be read")


TELEGRAM = {"web": "https://t.me/invented", "android": None, "ios": None}


def _contact(kind: str, type_: str, value: str | None, **more: Any) -> dict[str, Any]:
    named = {"id": type_, "name": type_.title()}
    return {"type": named, "kind": kind, "contact_value": value, "preferred": False, "comment": None, **more}


def _contacts_of_2025(request: httpx.Request, payload: Any) -> Any:
    if _is_resume(request):
        payload["contact"] = [
            _contact("phone", "cell", "+7 (900) 000-00-00"),
            _contact("mail", "email", "someone@mail.example"),
            _contact("further", "telegram", "@invented", links=TELEGRAM),
        ]
        payload["can_view_full_info"] = False
        payload["actions"]["get_with_contact"] = {"url": "https://api.hh.ru/resumes/1?with_contact=true"}
        payload["job_search_status"] = {
            "id": "looking_for_offers",
            "name": "Рассматривает предложения",
            "last_change_time": "2026-05-11 10:48:44.267000+00:00",
        }
        payload["creds"] = {
            "questions": {"q": {"question_id": "q", "question_title": "Есть ли допуск?", "view_title": None}},
            "answers": {"a": {"answer_id": "a", "title": "Да, третья группа"}},
            "question_to_answer_map": {"q": ["a"]},
        }
    return payload


async def test_contacts_status_and_answers_of_a_resume() -> None:
    async with _recruiter(_contacts_of_2025, rows=100) as anna:
        before = len(anna.server.received)
        await anna.command("tab-resume")
        assert len(anna.server.received) == before + 1
        asked = anna.server.received[-1].query
        assert ("with_job_search_status", "true") in asked
        assert ("with_creds", "true") in asked
        assert anna.sees("+7 (900) 000-00-00", "someone@mail.example", "https://t.me/invented")
        assert anna.sees("Рассматривает предложения · сказано: 3 дн", "Есть ли допуск? — Да, третья группа")
        assert not anna.sees("Контакты закрыты")
        await anna.command("contacts")
        assert anna.sees("Контакты уже открыты")
        await anna.command("copy")
        assert anna.sees("телефон", "почта", "мессенджер")
        assert not anna.writes


FACTS: dict[str, Any] = {
    "chat_bot": {"auto_survey": {"text": "Готовы к сменам? — Да"}},
    "relevant_experience": {
        "experiences": [],
        "total_months": 38,
        "outdated": True,
        "outdated_months_threshold": 6,
        "vacancy_requirements_match": True,
    },
    "tags": [{"id": "PASSIVE"}],
}


def _with_facts(request: httpx.Request, payload: Any) -> Any:
    if _is_list(request):
        for one in payload["items"]:
            one |= FACTS
            if one.get("resume"):
                one["resume"] |= {
                    "last_negotiation": {
                        "created_at": "2026-03-12T10:00:00+0300",
                        "employer_state": {"id": "discard_by_employer", "name": "Отказ"},
                    },
                    "work_format": [{"id": "REMOTE", "name": "Удалённо"}],
                    "employment_form": [{"id": "FULL", "name": "Полная занятость"}],
                    "has_medical_book": True,
                    "has_self_employment": True,
                    "favorited": True,
                    "contacts_open_until_date": "2026-12-31",
                    "title": "Инженер",
                }
    elif request.url.path.endswith("/vacancies/active"):
        for one in payload["items"]:
            one["salary_range"] = {
                "from": 3000, "to": 4000, "currency": "RUR", "gross": True,
                "mode": {"id": "SHIFT", "name": "За смену"},
                "frequency": {"id": "DAILY", "name": "Ежедневно"},
            }  # fmt: skip
    return payload


async def test_what_the_list_item_tells_costs_nothing() -> None:
    async with _recruiter(_with_facts, columns=190, rows=60) as anna:
        while not (anna.row.negotiation.resume and anna.row.negotiation.resume.salary):
            await anna.press("j")
        before = len(anna.server.received)
        assert anna.sees("Прежний отклик: 12 марта, Отказ", "Готовы к сменам? — Да")
        assert anna.sees("Опыт по профилю: 3 года 2 мес · подходит под вакансию · опыт старше 6 месяцев")
        assert anna.sees("Удалённо · Полная занятость", "есть медкнижка · самозанятость")
        assert anna.sees("★ в избранном", "31.12.2026", "за смену, до вычета налогов, ежедневно")
        assert anna.sees("раньше: Отказ", "по профилю 3 г 2 м")
        assert len(anna.server.received) == before


def _group(request: httpx.Request, payload: Any) -> Any:
    for one in payload.get("items", [payload]) if request.url.path.startswith("/negotiations/") else ():
        for action in one.get("actions", [])[:1]:
            step = {"id": "call", "name": "Перезвонить", "method": action["method"], "url": action["url"]}
            action |= {"method": None, "url": None, "sub_actions": [step], "arguments": []}
    return payload


async def test_an_action_without_an_address_offers_its_steps() -> None:
    async with _recruiter(_group) as anna:
        first = anna.row.id
        await anna.press("1")
        assert anna.sees("Перезвонить")
        await anna.press("enter")
        await anna.wait(30)
        ((method, path, _),) = anna.writes
        assert (method, path.rpartition("/")[2]) == ("PUT", first)


async def test_a_resume_that_is_gone_is_gone_in_row_and_pane() -> None:
    def without_arguments(request: httpx.Request, payload: Any) -> Any:
        if _is_list(request):
            for one in payload["items"]:
                one["actions"][0]["arguments"] = []
        return payload

    async with _recruiter(without_arguments) as anna:
        while anna.row.negotiation.resume is None:
            await anna.press("j")
        gone = anna.row.id
        refusal = {"type": "negotiations", "value": "resume_not_found"}
        errors = [{"type": "forbidden"}, refusal]
        anna.server.faults.add("PUT", "/negotiations/", status=403, body={"errors": errors})
        await anna.press("1")
        await anna.wait(30)
        assert any("резюме больше нет" in text for text in anna.told)
        await anna.press("g", "g")
        while anna.row.id != gone:
            await anna.press("j")
        assert anna.row.negotiation.resume is None
        assert anna.sees("hh.ru может не принять решение", "Резюме недоступно")


async def test_row_and_pane_tell_of_a_gone_resume_beforehand() -> None:
    async with Recruiter(columns=80, rows=24) as anna:
        while anna.row.negotiation.resume is not None:
            await anna.press("j")
        assert anna.row.negotiation.actions, "hh.ru offers them all the same"
        assert anna.sees("hh.ru может не принять решение")
        await anna.press("enter")
        assert anna.sees("Резюме нет: hh.ru может не принять решение.")
        assert not anna.writes
        assert not anna.told
