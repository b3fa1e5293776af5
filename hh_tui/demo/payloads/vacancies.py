"""Vacancies: in lists, and in full."""

from typing import Any

from hh_tui.demo.call import API, SITE
from hh_tui.demo.company import Address, company
from hh_tui.demo.moments import stamp
from hh_tui.demo.payloads.addresses import area_payload, place_payload
from hh_tui.demo.payloads.names import entry
from hh_tui.demo.vacancies import Vacancy
from hh_tui.demo.words import Name, by_sex
from hh_tui.demo.world import World

Payload = dict[str, Any]

_OPEN = Name("Открытая", "Open")
_STANDARD = Name("Стандарт", "Standard")
_EXPERIENCE = Name("От 1 года до 3 лет", "Between 1 and 3 years")
_SCHEDULE = Name("Полный день", "Full day")
_EMPLOYMENT = Name("Полная занятость", "Full time")
_SHIFTS = 15  # in a month
_IN_PROGRESS = (
    "consider",
    "phone_interview",
    "assessment",
    "interview",
    "offer",
    "security_check",
    "trial_shift",
)


def employer_payload() -> Payload:
    """Return the employer as vacancies carry it."""
    employer = company()
    return {
        "id": employer.id,
        "name": employer.name,
        "url": f"{API}/employers/{employer.id}",
        "alternate_url": f"{SITE}/employer/{employer.id}",
        "vacancies_url": f"{API}/vacancies?employer_id={employer.id}",
        "logo_urls": None,
        "trusted": True,
        "accredited_it_employer": False,
    }


def short_payload(vacancy: Vacancy, locale: str) -> Payload:
    """Return what every list of vacancies and every negotiation says of a vacancy."""
    return {
        "id": vacancy.id,
        "name": vacancy.name,
        "area": area_payload(vacancy.area),
        "salary": _salary(vacancy),
        "salary_range": _salary_range(vacancy, locale),
        "type": {"id": "open", "name": _OPEN.said(locale)},
        "archived": vacancy.archived,
        "premium": False,
        "has_test": vacancy.has_test,
        "response_letter_required": False,
        "department": department_payload(vacancy, locale),
        "employer": employer_payload(),
        "published_at": stamp(vacancy.created_at),
        "created_at": stamp(vacancy.created_at),
        "url": f"{API}/vacancies/{vacancy.id}",
        "alternate_url": f"{SITE}/vacancy/{vacancy.id}",
        "apply_alternate_url": f"{SITE}/applicant/vacancy_response?vacancyId={vacancy.id}",
        "response_url": None,
        "relations": [],
        "address": place_payload(_address(vacancy)),
        "professional_roles": [{"id": vacancy.trade.role[0], "name": vacancy.trade.role[1]}],
        "show_contacts": True,
        "work_format": [entry("work_format", one, locale) for one in _formats(vacancy)] or None,
        "employment_form": entry("employment_form", _form(vacancy), locale),
    }


def department_payload(vacancy: Vacancy, locale: str) -> Payload | None:
    """Return the department a vacancy belongs to, if it does."""
    if vacancy.department is None:
        return None
    return {"id": vacancy.department, "name": company().departments[vacancy.department].said(locale)}


def active_payload(world: World, vacancy: Vacancy, locale: str) -> Payload:
    """Return an item of ``get-active-vacancy-list``."""
    counters = counters_of(world, vacancy)
    manager = vacancy.manager
    return short_payload(vacancy, locale) | {
        "billing_type": {"id": "standard", "name": _STANDARD.said(locale)},
        "can_upgrade_billing_type": True,
        "counters": counters,
        "has_updates": counters["unread_responses"] > 0,
        "expires_at": stamp(vacancy.expires_at),
        "manager": {
            "id": manager.id,
            "first_name": manager.first_name,
            "last_name": manager.last_name,
            "middle_name": manager.middle_name or None,
        },
    }


def archived_payload(world: World, vacancy: Vacancy, locale: str) -> Payload:
    """Return an item of ``get-archived-vacancies``."""
    counters = counters_of(world, vacancy)
    return short_payload(vacancy, locale) | {
        "archived_at": stamp(vacancy.archived_at or vacancy.expires_at),
        "closed_for_applicants": True,
        "counters": {
            key: counters[key] for key in ("responses", "total_responses", "invitations_and_responses")
        },
        "vacancy_properties": {"properties": []},
    }


def full_payload(world: World, vacancy: Vacancy, locale: str) -> Payload:
    """Return ``get-vacancy`` as its employer sees it."""
    skills = vacancy.trade.skills[:6]
    duties = "".join(f"<li>{by_sex(duty, female=False)}</li>" for duty in vacancy.trade.duties)
    payload = active_payload(world, vacancy, locale)
    del payload["has_updates"], payload["show_contacts"]
    return payload | {
        "description": f"<p>Ищем: {vacancy.name}.</p><p>Чем предстоит заниматься:</p><ul>{duties}</ul>",
        "key_skills": [{"name": skill} for skill in skills],
        "allow_messages": vacancy.letters_allowed,
        "accept_handicapped": False,
        "accept_incomplete_resumes": False,
        "accept_kids": False,
        "accept_temporary": False,
        "approved": True,
        "archived_at": stamp(vacancy.archived_at) if vacancy.archived_at else None,
        "branded_template": None,
        "code": None,
        "contacts": None,
        "driver_license_types": [],
        "employment": {"id": "full", "name": _EMPLOYMENT.said(locale)},
        "experience": {"id": "between1And3", "name": _EXPERIENCE.said(locale)},
        "schedule": {"id": "fullDay", "name": _SCHEDULE.said(locale)},
        "hidden": False,
        "initial_created_at": stamp(vacancy.created_at),
        "languages": [],
        "manager": {"id": vacancy.manager.id},
        "negotiations_url": f"{API}/negotiations?vacancy_id={vacancy.id}",
        "response_notifications": True,
        "suitable_resumes_url": f"{API}/vacancies/{vacancy.id}/suitable_resumes",
        "test": {"id": f"9{vacancy.id}", "required": False} if vacancy.has_test else None,
    }


def counters_of(world: World, vacancy: Vacancy) -> dict[str, int]:
    """Return the counters of a vacancy, counted from its negotiations."""
    roster = world.roster(vacancy)
    by_stage = {stage.id: roster.counters(stage.id) for stage in vacancy.pipeline.stages}
    total = sum(counters.total for counters in by_stage.values())
    invited = sum(
        by_stage[stage.id].total for stage in vacancy.pipeline.stages if stage.public == "invitation"
    )
    return {
        "views": vacancy.views + total,
        "responses": total,
        "total_responses": total,
        "unread_responses": sum(counters.with_updates for counters in by_stage.values()),
        "resumes_in_progress": sum(by_stage[stage].total for stage in _IN_PROGRESS if stage in by_stage),
        "invitations": invited,
        "invitations_and_responses": total,
        "calls": 0,
        "new_missed_calls": 0,
    }


def _address(vacancy: Vacancy) -> Address:
    """Return where the work is: an address of ours in that city, or no more than the city."""
    ours = (address for address in company().addresses if address.city == vacancy.area.name)
    return next(ours, Address(f"148{vacancy.number:04d}", vacancy.area.name, "", "", ""))


def _salary(vacancy: Vacancy) -> Payload | None:
    if vacancy.number % 4 == 3:
        return None
    low, high = vacancy.trade.pay
    return {
        "from": low * 1_000,
        "to": high * 1_000 if vacancy.number % 3 else None,
        "currency": "RUR",
        "gross": False,
    }


def _salary_range(vacancy: Vacancy, locale: str) -> Payload | None:
    """Return the pay with what it is for and how often it comes; shifts are paid by the shift."""
    pay = _salary(vacancy)
    if pay is None:
        return None
    by_shift = vacancy.trade.family == "shift"
    if by_shift:
        pay |= {name: pay[name] // _SHIFTS for name in ("from", "to") if pay[name]}
    often = "WEEKLY" if by_shift else "TWICE_PER_MONTH" if vacancy.number % 2 else None
    return pay | {
        "mode": entry("salary_range_mode", "SHIFT" if by_shift else "MONTH", locale),
        "frequency": entry("salary_range_frequency", often, locale) if often else None,
    }


def _formats(vacancy: Vacancy) -> tuple[str, ...]:
    if vacancy.trade.family == "it":
        return ("REMOTE", "HYBRID")
    return ("ON_SITE",) if vacancy.number % 2 else ()


def _form(vacancy: Vacancy) -> str:
    return "PART" if vacancy.number % 6 == 5 else "FULL"
