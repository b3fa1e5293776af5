"""Resumes: short in negotiations, full on their own."""

from datetime import timedelta
from typing import Any

from hh_tui.demo.call import API, SITE
from hh_tui.demo.careers import Career, Job
from hh_tui.demo.moments import stamp
from hh_tui.demo.payloads.addresses import area_payload
from hh_tui.demo.payloads.extras import certificates
from hh_tui.demo.payloads.names import entry
from hh_tui.demo.people import Person
from hh_tui.demo.resume_ids import owner_id, resume_id
from hh_tui.demo.topic import Topic
from hh_tui.demo.world import World

Payload = dict[str, Any]

_CLOSED = 21  # every so many-th resume shows its contacts only when one is spent


def short_payload(world: World, topic: Topic, locale: str) -> Payload:
    """Return the resume a negotiation carries: no contacts, the position of the latest job only."""
    who = world.person(topic.person)
    past = world.career(who)
    payload = base_payload(world, who, past, topic, locale)
    payload["experience"] = [
        job_payload(who, job, full=False, latest=place == 0) for place, job in enumerate(past.jobs)
    ]
    return payload


def base_payload(world: World, who: Person, past: Career, topic: Topic | None, locale: str) -> Payload:
    """Return what both forms of a resume share."""
    identifier = resume_id(who.key)
    tail = f"?topic_id={topic.id}" if topic else ""
    names_hidden = "names_and_photo" in who.hidden
    download = {
        kind: {"url": f"{API}/resumes/{identifier}/download/resume.{kind}?type={kind}"}
        for kind in ("pdf", "rtf")
    }
    changed = world.began - timedelta(hours=5 + who.key[1] % 400)
    return {
        "id": identifier,
        "real_id": str(70_000_000 + int(owner_id(who.owner)) % 50_000_000),
        "title": who.title,
        "url": f"{API}/resumes/{identifier}{tail}",
        "alternate_url": f"{SITE}/resume/{identifier}",
        "first_name": None if names_hidden else who.first_name,
        "last_name": None if names_hidden else who.last_name,
        "middle_name": None if names_hidden else who.middle_name,
        "age": who.age(world.now.date()),
        "area": area_payload(who.area) if who.area else None,
        "gender": entry("gender", "female" if who.female else "male", locale),
        "salary": {"amount": who.pay, "currency": who.currency} if who.pay else None,
        "total_experience": {"months": who.months} if who.months else None,
        "education": _education(past, locale),
        "certificate": certificates(who),
        "photo": None,
        "created_at": stamp(changed - timedelta(days=90)),
        "updated_at": stamp(changed),
        "hidden_fields": [entry("resume_hidden_fields", field, locale) for field in who.hidden],
        "can_view_full_info": not closed(world, who),
        "viewed": who.key in world.resumes_viewed or (topic.viewed if topic else False),
        "favorited": False,
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
        "actions": {
            "download": download,
            "download_with_contact": None,
            "get_with_contact": {"url": f"{API}/resumes/{identifier}?with_contact=true"}
            if closed(world, who)
            else None,
        },
        "negotiations_history": {"url": f"{API}/resumes/{identifier}/negotiations_history"},
        "skill_set": list(past.skills),
        "tags": [],
    }


def closed(world: World, who: Person) -> bool:
    """Return whether the contacts cost something and were not opened yet."""
    return who.key[1] % _CLOSED == _CLOSED - 5 and who.key not in world.contacts_opened


def job_payload(who: Person, job: Job, *, full: bool, latest: bool) -> Payload:
    """Return one place of work; a short one names the position of the latest job only."""
    hidden = "experience" in who.hidden
    payload: Payload = {
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
        "primary": [
            {
                "id": None,
                "name": school.name,
                "name_id": None,
                "organization": None,
                "organization_id": None,
                "result": school.speciality,
                "result_id": None,
                "year": school.year,
            }
            for school in past.schools
        ],
        "additional": [],
        "attestation": [],
        "elementary": [],
    }
