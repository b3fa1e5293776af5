"""Resumes in full: ``get-resume``, and their history with the employer."""

from typing import Any

from hh_tui.demo.call import API
from hh_tui.demo.moments import stamp
from hh_tui.demo.payloads.extras import courses, paid_services, photo, portfolio, recommendations, sites
from hh_tui.demo.payloads.names import entry
from hh_tui.demo.payloads.resumes import base_payload, closed, job_payload
from hh_tui.demo.people import Person
from hh_tui.demo.topic import Topic
from hh_tui.demo.traits import RUSSIA, relocates, traits
from hh_tui.demo.words import Name, chance
from hh_tui.demo.world import World

Payload = dict[str, Any]

_RUSSIAN = Name("Русский", "Russian")
_RUSSIA = Name("Россия", "Russia")
_LANGUAGES = {"rus": _RUSSIAN, "eng": Name("Английский", "English")}
_DEAR = Name("контакты входят в платный доступ", "contacts are part of paid access")
_HISTORY = 30  # vacancies of a history
_CHANGES = 10  # changes of one vacancy in it


def full_payload(world: World, who: Person, topic: Topic | None, locale: str) -> Payload:
    """Return a resume with contacts and everything told about the past."""
    past = world.career(who)
    trade = world.vacancies[who.key[0]].trade
    more = traits(world.seed, who)
    payload = base_payload(world, who, past, topic, locale)
    payload["education"] |= {"additional": courses(who)}
    dear = closed(world, who)
    return payload | {
        "experience": [job_payload(who, job, full=True, latest=True) for job in past.jobs],
        "skills": past.about,
        "birth_date": who.born.isoformat() if who.tells_age else None,
        "contact": _contacts(world, who, locale),
        "photo": photo(who),
        "site": sites(who, locale),
        "view_without_contacts_reason": _DEAR.said(locale) if dear else None,
        "business_trip_readiness": entry("business_trip_readiness", more.trips, locale),
        "citizenship": [_russia(locale)],
        "work_ticket": [_russia(locale)],
        "driver_license_types": [{"id": more.licence}] if more.licence else [],
        "has_vehicle": more.vehicle,
        "employment": entry("employment", "full", locale),
        "employments": [entry("employment", "full", locale)],
        "schedule": entry("schedule", "fullDay", locale),
        "schedules": [entry("schedule", value, locale) for value in ("fullDay", "remote")],
        "language": [
            {
                "id": language,
                "name": _LANGUAGES[language].said(locale),
                "level": entry("language_level", level, locale),
            }
            for language, level in more.languages
        ],
        "metro": None,
        "portfolio": portfolio(who),
        "professional_roles": [{"id": trade.role[0], "name": trade.role[1]}],
        "recommendation": recommendations(who),
        "relocation": {
            "type": entry(
                "relocation_type", "relocation_possible" if relocates(who) else "no_relocation", locale
            ),
            "area": [],
            "district": [],
        },
        "resume_locale": {"id": "RU", "name": _RUSSIAN.said(locale)},
        "travel_time": entry("travel_time", "any", locale),
        "paid_services": paid_services(locale) if dear else [],
        "job_search_status": entry("job_search_statuses_employer", "active_search", locale),
    }


def history_payload(world: World, who: Person, locale: str) -> Payload:
    """Return ``get-resume-negotiations-history``: which vacancies of ours the person met, and how it went."""
    topics = sorted(world.negotiations_of(who.key), key=lambda topic: topic.updated_at, reverse=True)
    return {"vacancies": [_met(topic, locale) for topic in topics[:_HISTORY]]}


def _met(topic: Topic, locale: str) -> Payload:
    vacancy = topic.vacancy
    return {
        "id": vacancy.id,
        "name": vacancy.name,
        "url": f"{API}/vacancies/{vacancy.id}",
        "archived": vacancy.archived,
        "can_edit": not vacancy.archived,
        "negotiations_url": f"{API}/negotiations/{topic.stage.id}?vacancy_id={vacancy.id}",
        "messages_url": f"{API}/negotiations/{topic.id}/messages",
        "items": [
            {
                "employer_state": {"id": change.stage.state, "name": change.stage.name.said(locale)},
                "created_at": stamp(change.at),
                "with_message": change.with_message,
            }
            for change in topic.changes[: -_CHANGES - 1 : -1]
        ],
    }


def _russia(locale: str) -> Payload:
    return {"id": RUSSIA, "name": _RUSSIA.said(locale), "url": f"{API}/areas/{RUSSIA}"}


def _contacts(world: World, who: Person, locale: str) -> list[Payload]:
    roll = chance(world.seed, "contacts", *who.key)
    city, number = str(roll.randrange(900, 1000)), f"{roll.randrange(10_000_000):07d}"
    phone = {
        "country": "7",
        "city": city,
        "number": number,
        "formatted": f"+7 ({city}) {number[:3]}-{number[3:5]}-{number[5:]}",
    }
    email = f"applicant{who.key[0]}.{who.key[1]}@mail.example"
    dear = closed(world, who)
    contacts = [
        _contact("cell", None if dear or "phones" in who.hidden else phone, locale, preferred=True),
        _contact("email", None if dear or "email" in who.hidden else email, locale, preferred=False),
    ]
    if roll.random() < 0.3:
        contacts[0]["comment"] = roll.choice(
            ("Звонить после 18", "Лучше написать в мессенджер", "Только будни")
        )
    return contacts


def _contact(kind: str, value: Payload | str | None, locale: str, *, preferred: bool) -> Payload:
    return {
        "type": entry("preferred_contact_type", kind, locale),
        "value": value,
        "preferred": preferred,
        "comment": None,
        "need_verification": False,
        "verified": kind == "cell",
    }
