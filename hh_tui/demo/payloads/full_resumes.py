"""Resumes in full: ``get-resume``, and their history with the employer."""

from dataclasses import dataclass
from typing import Any

from hh_tui.demo.call import API
from hh_tui.demo.moments import stamp
from hh_tui.demo.payloads.contacts import closed, contact_payloads
from hh_tui.demo.payloads.creds import creds_payload
from hh_tui.demo.payloads.extras import courses, paid_services, portfolio, recommendations, sites
from hh_tui.demo.payloads.gaps import with_gaps
from hh_tui.demo.payloads.names import entry
from hh_tui.demo.payloads.places import station_payload
from hh_tui.demo.payloads.resumes import base_payload, gaps_of, job_payload
from hh_tui.demo.payloads.wishes import country_payload, status_payload
from hh_tui.demo.people import Person
from hh_tui.demo.places import station_of
from hh_tui.demo.topic import Topic
from hh_tui.demo.traits import RUSSIA, relocates
from hh_tui.demo.words import Name
from hh_tui.demo.world import World

Payload = dict[str, Any]

_RUSSIAN = Name("Русский", "Russian")
_LANGUAGES = {"rus": _RUSSIAN, "eng": Name("Английский", "English")}
_DEAR = Name("контакты входят в платный доступ", "contacts are part of paid access")
_HISTORY = 30  # vacancies of a history
_CHANGES = 10  # changes of one vacancy in it
_OPTIONAL = (
    "age",
    "area",
    "first_name",
    "last_name",
    "middle_name",
    "gender",
    "salary",
    "total_experience",
    "photo",
    "contacts_open_until_date",
    "has_medical_book",
    "has_self_employment",
    "skills",
    "birth_date",
    "metro",
    "view_without_contacts_reason",
)
"""Fields a resume may lack where it could have null."""


@dataclass(frozen=True, slots=True)
class Besides:
    """What a resume has only where it is asked for."""

    status: bool = False
    creds: bool = False
    history: bool = False


def full_payload(
    world: World, who: Person, topic: Topic | None, locale: str, besides: Besides | None = None
) -> Payload:
    """Return a resume with contacts and everything told about the past, and what is asked for besides."""
    payload = _told(world, who, topic, locale)
    besides = besides or Besides()
    if besides.status:
        payload["job_search_status"] = status_payload(world, who, locale)
    if besides.creds:
        payload["creds"] = creds_payload(who, locale)
    if besides.history:
        payload["negotiations_history"] |= history_payload(world, who, locale)
    return with_gaps(payload, gaps_of(who), *_OPTIONAL)


def _told(world: World, who: Person, topic: Topic | None, locale: str) -> Payload:
    past = world.career(who)
    trade = world.trade(who.key)
    more = world.traits(who)
    payload = base_payload(world, who, past, topic, locale)
    payload["education"] |= {"additional": courses(who)}
    dear = closed(world, who)
    return payload | {
        "experience": [job_payload(who, job, full=True, latest=True) for job in past.jobs],
        "skills": past.about,
        "birth_date": who.born.isoformat() if who.tells_age else None,
        "contact": contact_payloads(world, who, locale),
        "site": sites(who, locale),
        "view_without_contacts_reason": _DEAR.said(locale) if dear else None,
        "business_trip_readiness": entry("business_trip_readiness", more.trips, locale),
        "work_ticket": [country_payload(RUSSIA, locale)],
        "driver_license_types": [{"id": more.licence}] if more.licence else [],
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
        "metro": station_payload(station, locale) if (station := station_of(who)) else None,
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
        "complaint_status": {"applicant_topics_are_hidden": topic.hidden if topic else False},
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
        "can_edit": vacancy.accessible and not vacancy.archived,
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
