"""Vacancies of the employer."""

from collections.abc import Callable
from typing import Any

from hh_tui.demo.call import Answer, Call, page_of
from hh_tui.demo.company import company
from hh_tui.demo.payloads.collections import order_payload
from hh_tui.demo.payloads.invitations import match_payload
from hh_tui.demo.payloads.vacancies import active_payload, archived_payload, full_payload
from hh_tui.demo.payloads.vacancy_stats import stats_payload
from hh_tui.demo.refusal import bad_argument, not_found
from hh_tui.demo.reluctance import CLOSED, temper
from hh_tui.demo.resume_ids import person_of
from hh_tui.demo.roster import ORDERS
from hh_tui.demo.routes.responsible import of_managers
from hh_tui.demo.vacancies import Vacancy
from hh_tui.demo.world import World

_Key = Callable[[World, Vacancy], Any]

_COMMON = ("locale", "host")
"""Query parameters of every operation."""

_BY_NAME: _Key = lambda world, vacancy: vacancy.name.casefold()  # noqa: E731
_ACTIVE_ORDERS: dict[str, _Key] = {
    "name": _BY_NAME,
    "expiration_date": lambda world, vacancy: vacancy.expires_at,
    "unseen_responses": lambda world, vacancy: sum(
        world.roster(vacancy).counters(stage.id).with_updates for stage in vacancy.pipeline.stages
    ),
}
_ARCHIVED_ORDERS: dict[str, _Key] = {
    "name": _BY_NAME,
    "archive_time": lambda world, vacancy: vacancy.archived_at,
}


def get_active(call: Call) -> Answer:
    """get-active-vacancy-list."""
    check_employer(call)
    _check_alone(call)
    found = of_managers(call, [vacancy for vacancy in call.world.vacancies if not vacancy.archived])
    department = call.asked("department_id")
    if department is not None and department not in company().departments:
        raise bad_argument("department_id")
    text = (call.asked("text") or "").casefold()
    areas = set(call.all_asked("area"))
    found = [
        vacancy
        for vacancy in found
        if text in vacancy.name.casefold()
        and (not areas or vacancy.area.id in areas)
        and department in (None, vacancy.department)
    ]
    if call.asked("resume_id") is not None:
        return _matching(call, found)
    items, envelope = page_of(call, _ordered(call, found, _ACTIVE_ORDERS), default=20, most=50)
    return Answer(
        body=envelope | {"items": [active_payload(call.world, item, call.locale) for item in items]}
    )


def get_archived(call: Call) -> Answer:
    """get-archived-vacancies."""
    check_employer(call)
    found = of_managers(call, [vacancy for vacancy in call.world.vacancies if vacancy.archived])
    items, envelope = page_of(call, _ordered(call, found, _ARCHIVED_ORDERS), default=1000, most=1000)
    return Answer(
        body=envelope | {"items": [archived_payload(call.world, item, call.locale) for item in items]}
    )


def get_vacancy(call: Call) -> Answer:
    """get-vacancy."""
    return Answer(body=full_payload(call.world, vacancy_at(call), call.locale))


def get_stats(call: Call) -> Answer:
    """get-vacancy-stats; the latest days, the newest last."""
    return Answer(body={"items": stats_payload(call.world, vacancy_at(call))})


def get_order(call: Call) -> Answer:
    """get-pref-negotiations-order."""
    return Answer(body={"order_type": order_payload(vacancy_at(call).order, call.locale)})


def put_order(call: Call) -> Answer:
    """put-pref-negotiations-order."""
    vacancy, order = vacancy_at(call), call.given("order")
    if order not in ORDERS:
        raise bad_argument("order")
    vacancy.order = order
    return Answer(204)


def vacancy_at(call: Call) -> Vacancy:
    """Return the vacancy the path names."""
    vacancy = call.world.vacancy(call.path["vacancy_id"])
    if vacancy is None or not vacancy.accessible:
        raise not_found()
    return vacancy


def check_employer(call: Call) -> None:
    """Refuse paths of another employer."""
    if call.path["employer_id"] != company().id:
        raise not_found()


def _check_alone(call: Call) -> None:
    """Refuse ``resume_id`` beside anything but what every operation takes, where that reading holds."""
    if call.world.readings.resume_id_alone and call.asked("resume_id") is not None:
        others = [name for name, _ in call.query if name not in _COMMON]
        if others != ["resume_id"]:
            raise bad_argument(next((name for name in others if name != "resume_id"), "resume_id"))


def _matching(call: Call, found: list[Vacancy]) -> Answer:
    """Return the vacancies with the ways to invite a resume to them."""
    resume = call.asked("resume_id") or ""
    key = person_of(resume)
    if key is None or not call.world.knows(key):
        raise bad_argument("resume_id")
    items, envelope = page_of(call, found, default=20, most=50)
    open_to_us = temper(key) != CLOSED
    matches = [
        match_payload(item, resume, call.world.met(item, key), call.locale, open_to_us=open_to_us)
        for item in items
    ]
    return Answer(body=envelope | {"items": matches})


def _ordered(call: Call, found: list[Vacancy], orders: dict[str, _Key]) -> list[Vacancy]:
    asked = call.asked("order_by")
    if asked is None:
        return found
    name, _, direction = asked.rpartition("_")
    if name not in orders or direction not in ("asc", "desc"):
        raise bad_argument("order_by")
    return sorted(found, key=lambda vacancy: orders[name](call.world, vacancy), reverse=direction == "desc")
