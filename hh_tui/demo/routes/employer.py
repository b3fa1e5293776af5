"""The employer's managers, their limits, rights and statistics."""

from datetime import timedelta
from typing import Any

from hh_tui.demo.call import Answer, Call, page_of
from hh_tui.demo.company import Manager, areas, company
from hh_tui.demo.payloads.addresses import area_payload
from hh_tui.demo.payloads.gaps import with_gaps
from hh_tui.demo.refusal import Refusal, not_found
from hh_tui.demo.routes.vacancies import check_employer
from hh_tui.demo.topic import Topic
from hh_tui.demo.vacancies import Vacancy
from hh_tui.demo.words import Name

_WINDOW = timedelta(days=30)
_METHODS = (
    ("1", "Резюме, отклики и переписка"),
    ("2", "Поиск резюме"),
    ("3", "Резюме откликнувшихся"),
    ("4", "Резюме из поиска"),
)
_OF_THE_BASE = ("2", "4")
_ANSWER_MORE = Name("Ответьте тем, кто ждёт дольше недели", "Answer those who have waited longer than a week")
_ANSWERED = Name("Вы отвечаете почти всем", "You answer nearly everybody")
_SHARE = Name(
    "Доля откликов, на которые был ответ, за 30 дней", "The share of responses answered within 30 days"
)


def get_managers(call: Call) -> Answer:
    """get-employer-managers."""
    check_employer(call)
    text = (call.asked("search_text") or "").casefold()
    found = [manager for manager in company().managers if text in manager.full_name.casefold()]
    items, envelope = page_of(call, found, default=200, most=200)
    return Answer(body=envelope | {"items": [_manager(call, manager) for manager in items]})


def get_manager(call: Call) -> Answer:
    """get-employer-manager."""
    manager = _manager_at(call)
    more = {
        "additional_phone": None,
        "manager_type": {"id": "employer_manager", "name": "Менеджер"},
        "permissions": [{"id": "view_responses", "name": "Отклики на вакансии"}],
        "special_note_1": None,
        "special_note_2": None,
        "creation_time": "2021-09-01T10:00:00+0300",
    }
    payload = _manager(call, manager) | more
    return Answer(body=with_gaps(payload, int(manager.id), "additional_phone", "middle_name"))


def get_departments(call: Call) -> Answer:
    """get-employer-departments."""
    check_employer(call)
    names = company().departments.items()
    return Answer(body={"items": [{"id": key, "name": call.said(name)} for key, name in names]})


def get_limits(call: Call) -> Answer:
    """get-employer-manager-limits; one's own only."""
    if _manager_at(call) is not company().me:
        raise Refusal(403, [{"type": "forbidden"}])
    access = call.world.resume_access
    spent = access.spent(call.world.now)
    numbers = {"limits": access.views, "spend": spent, "left": max(0, access.views - spent)}
    return Answer(
        body={key: {"resume_view": number, "resume_view_from_api": number} for key, number in numbers.items()}
    )


def get_method_access(call: Call) -> Answer:
    """get-payable-api-method-access."""
    _manager_at(call)
    closed = () if call.world.resume_access.search else _OF_THE_BASE
    items = [
        {"id": method, "description": about, "access": {"has_access": method not in closed}}
        for method, about in _METHODS
    ]
    return Answer(body={"items": items})


def get_services(call: Call) -> Answer:
    """get-payable-api-actions."""
    check_employer(call)
    service = {
        "id": "610044",
        "service_type": {"id": "API_UNLIMITED", "name": "Доступ к API без ограничений"},
        "activated_at": "2024-01-10T00:00:00+0300",
        "expires_at": "2034-01-10T00:00:00+0300",
        "balance": None,
    }
    return Answer(body={"items": [service]})


def get_employer_statistics(call: Call) -> Answer:
    """get-negotiations-statistics-employer."""
    check_employer(call)
    return Answer(body={"employer_statistics": _statistics(call, call.world.vacancies)})


def get_manager_statistics(call: Call) -> Answer:
    """get-negotiations-statistics-manager."""
    manager = _manager_at(call)
    own = [vacancy for vacancy in call.world.vacancies if vacancy.manager is manager]
    return Answer(body={"manager_statistics": _statistics(call, own)})


def _manager_at(call: Call) -> Manager:
    check_employer(call)
    for manager in company().managers:
        if manager.id == call.path["manager_id"]:
            return manager
    raise not_found()


def _statistics(call: Call, vacancies: list[Vacancy]) -> dict[str, Any]:
    """Count the last thirty days; the reply time is in days."""
    since = call.world.now - _WINDOW
    topics = [
        topic
        for vacancy in vacancies
        for topic in call.world.roster(vacancy).topics
        if topic.created_at >= since
    ]
    answered = [topic for topic in topics if _answered(topic)]
    waits = [(topic.updated_at - topic.created_at) / timedelta(days=1) for topic in answered]
    viewed = sum(topic.viewed for topic in topics)
    replied = _percent(len(answered), len(topics))
    return {
        "received": len(topics),
        "viewed_percent": _percent(viewed, len(topics)),
        "replied_percent": replied,
        "average_reply_time": round(sum(waits) / len(waits), 1) if waits else None,
        "politeness": None if replied is None else _politeness(call, replied),
    }


def _answered(topic: Topic) -> bool:
    return topic.public != "response"


def _percent(part: int, whole: int) -> int | None:
    return round(100 * part / whole) if whole else None


def _politeness(call: Call, index: int) -> dict[str, Any]:
    return {
        "index": index,
        "index_change": 0,
        "hint": call.said(_ANSWER_MORE if index < 70 else _ANSWERED),
        "description": call.said(_SHARE),
        "article_url": "https://hh.ru/article/index-of-politeness",
    }


def _manager(call: Call, manager: Manager) -> dict[str, Any]:
    phone = manager.phone
    return {
        "id": manager.id,
        "full_name": manager.full_name,
        "last_name": manager.last_name,
        "first_name": manager.first_name,
        "middle_name": manager.middle_name or None,
        "name": manager.full_name,
        "email": manager.email,
        "position": manager.position,
        "area": area_payload(areas()[0]),
        "phone": {"country": "7", "city": "495", "number": phone, "comment": None},
        "vacancies_count": sum(vacancy.manager is manager for vacancy in call.world.vacancies),
        "is_main_contact_person": manager.main,
    }
