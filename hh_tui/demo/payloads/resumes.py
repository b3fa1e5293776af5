"""Resumes: short in negotiations, full on their own."""

from datetime import timedelta
from typing import Any

from hh_tui.demo.call import API, SITE
from hh_tui.demo.careers import Career, Job, School
from hh_tui.demo.favourites import folder_of
from hh_tui.demo.moments import stamp
from hh_tui.demo.payloads.addresses import area_payload
from hh_tui.demo.payloads.contacts import closed
from hh_tui.demo.payloads.extras import certificates, photo
from hh_tui.demo.payloads.gaps import with_gaps
from hh_tui.demo.payloads.names import entry
from hh_tui.demo.payloads.wishes import status_payload, wishes_payload
from hh_tui.demo.people import Person
from hh_tui.demo.resume_ids import owner_id, resume_id
from hh_tui.demo.strangers import changed_at, is_stranger
from hh_tui.demo.topic import Topic
from hh_tui.demo.world import World

Payload = dict[str, Any]

_OPEN_FOR = timedelta(days=30)  # from when a contact was spent
OPTIONAL = (
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
    "last_negotiation",
    "skill_set",
)
"""Fields a resume may lack where it could have null."""


def short_payload(world: World, topic: Topic, locale: str, *, with_status: bool = False) -> Payload:
    """Return the resume a negotiation carries: no contacts, the position of the latest job only."""
    who = world.person(topic.person)
    past = world.career(who)
    payload = base_payload(world, who, past, topic, locale)
    payload["experience"] = [
        job_payload(who, job, full=False, latest=place == 0) for place, job in enumerate(past.jobs)
    ]
    payload["last_negotiation"] = _last_negotiation(world, topic, locale)
    if with_status:
        payload["job_search_status"] = status_payload(world, who, locale)
    if not who.key[1] % 47:
        payload["skill_set"] = None
    return with_gaps(payload, gaps_of(who), *OPTIONAL)


def gaps_of(who: Person) -> int:
    """Return the draw that decides which empty fields of a resume are null and which are absent."""
    return who.key[1] * 2_654_435_761 >> 7 ^ who.key[0]


def base_payload(world: World, who: Person, past: Career, topic: Topic | None, locale: str) -> Payload:
    """Return what both forms of a resume share."""
    identifier = resume_id(who.key)
    tail = f"?topic_id={topic.id}" if topic else ""
    unpaid = is_stranger(who.key) and closed(world, who)
    names_hidden = unpaid or "names_and_photo" in who.hidden
    download = {
        kind: {"url": f"{API}/resumes/{identifier}/download/resume.{kind}?type={kind}"}
        for kind in ("pdf", "rtf")
    }
    return {
        "id": identifier,
        "real_id": str(70_000_000 + int(owner_id(who.owner)) % 50_000_000),
        "title": who.title if who.key[1] % 59 != 35 else None,
        "url": f"{API}/resumes/{identifier}{tail}",
        "alternate_url": f"{SITE}/resume/{identifier}",
        "first_name": None if names_hidden else who.first_name,
        "last_name": None if names_hidden else who.last_name,
        "middle_name": None if names_hidden else who.middle_name,
        "age": who.age(world.now.date()),
        "area": area_payload(who.area) if who.area else None,
        "gender": entry("gender", "female" if who.female else "male", locale) if who.tells_sex else None,
        "salary": {"amount": who.pay, "currency": who.currency} if who.pay else None,
        "total_experience": {"months": who.months} if who.months else None,
        "education": _education(past, locale),
        "certificate": certificates(who),
        "photo": None if unpaid else photo(who),
        "created_at": stamp(changed_at(who.key, world.began) - timedelta(days=90)),
        "updated_at": stamp(changed_at(who.key, world.began)),
        "hidden_fields": [entry("resume_hidden_fields", field, locale) for field in who.hidden],
        "can_view_full_info": not closed(world, who),
        "contact_view_status": "NONE" if closed(world, who) else "FULL",
        "contacts_open_until_date": _open_until(world, who),
        "viewed": who.key in world.resumes_viewed or (topic.viewed if topic else False),
        "favorited": folder_of(who.key) is not None,
        "marked": False,
        "platform": {"id": "headhunter"},
        "owner": {
            "id": owner_id(who.owner),
            "comments": {
                "url": f"{API}/applicant_comments/{owner_id(who.owner)}",
                "counters": {"total": len(world.notes.of(owner_id(who.owner)))},
            },
        },
        "download": download,
        "download_as_employer": download,
        "actions": {
            "download": download,
            "download_with_contact": None,
            "get_with_contact": {"url": f"{API}/resumes/{identifier}?with_contact=true"}
            if closed(world, who)
            else None,
        },
        "negotiations_history": {"url": f"{API}/resumes/{identifier}/negotiations_history"},
        "skill_set": list(past.skills),
        "tags": [{"id": "FAST_REPLY"}] if who.key[1] % 17 == 3 else [],
        "experience_group_by_company": _grouped(past),
        **wishes_payload(world, who, locale),
    }


def _open_until(world: World, who: Person) -> str | None:
    """Return the day on which contacts that were paid for are closed again."""
    opened = world.contacts_opened.get(who.key)
    return (opened + _OPEN_FOR).date().isoformat() if opened else None


def _last_negotiation(world: World, topic: Topic, locale: str) -> Payload | None:
    """Return how it ended when the person was here before, about another vacancy."""
    number, place = topic.person
    if number == topic.vacancy.number or is_stranger(topic.person):
        return None
    before = world.roster(world.vacancies[number]).topics[place]
    return {
        "created_at": stamp(before.updated_at),
        "employer_state": {"id": before.stage.state, "name": before.stage.name.said(locale)},
    }


def _grouped(past: Career) -> list[Payload]:
    """Return the jobs in a row at one company, with their months together."""
    groups: list[Payload] = []
    last = ""
    for job in past.jobs:
        if job.company != last:
            groups.append({"duration": 0, "experience_ids": []})
        groups[-1]["duration"] += job.months
        groups[-1]["experience_ids"].append(job.id)
        last = job.company
    return groups


def job_payload(who: Person, job: Job, *, full: bool, latest: bool) -> Payload:
    """Return one place of work; a short one names the position of the latest job only."""
    hidden = "experience" in who.hidden
    payload: Payload = {
        "id": job.id,
        "company": None if hidden else job.company,
        "company_id": None,
        "company_url": None,
        "employer": None,
        "area": None,
        "industries": [],
        "industry": None,
        "start": job.start.isoformat(),
        "end": job.end.isoformat() if job.end else None,
    }
    if full or latest:
        payload["position"] = job.position
    if full:
        payload["description"] = job.description
    return payload


def _education(past: Career, locale: str) -> Payload:
    return {
        "level": entry("education_level", past.level, locale),
        "primary": [_school(school, place, locale) for place, school in enumerate(past.schools)] or None,
        "additional": [],
        "attestation": None,
        "elementary": [],
    }


def _school(school: School, place: int, locale: str) -> Payload:
    level = "higher" if school.faculty else "special_secondary"
    payload = {
        "id": f"{school.id}{place}",
        "name": school.name,
        "name_id": school.id,
        "organization": school.faculty,
        "organization_id": None,
        "result": school.speciality,
        "result_id": None,
        "university_acronym": None,
        "education_level": entry("education_level", level, locale),
        "year": school.year,
    }
    return with_gaps(payload, school.year, "organization", "result_id", "university_acronym")
