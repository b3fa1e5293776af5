"""What both forms of a resume tell of the person's wishes and papers since 2025."""

from datetime import timedelta
from typing import Any

from hh_tui.demo.call import API
from hh_tui.demo.company import countries
from hh_tui.demo.moments import stamp
from hh_tui.demo.payloads.names import entry
from hh_tui.demo.people import Person
from hh_tui.demo.world import World

Payload = dict[str, Any]


def wishes_payload(world: World, who: Person, locale: str) -> Payload:
    """Return forms and places of work, the country, the papers."""
    more = world.traits(who)
    return {
        "work_format": [entry("resume_work_format", one, locale) for one in more.work_formats],
        "employment_form": [entry("resume_employment_form", one, locale) for one in more.employment_forms],
        "citizenship": [country_payload(more.citizenship, locale)],
        "has_vehicle": more.vehicle,
        "has_medical_book": more.medical_book,
        "has_self_employment": more.self_employed,
    }


def status_payload(world: World, who: Person, locale: str) -> Payload:
    """Return whether somebody looks for a job, and since when."""
    more = world.traits(who)
    changed = world.began - timedelta(days=more.status_age, hours=2)
    return entry("job_search_statuses_employer", more.status, locale) | {"last_change_time": stamp(changed)}


def country_payload(country: str, locale: str) -> Payload:
    """Return a country as a place."""
    return {"id": country, "name": countries()[country].said(locale), "url": f"{API}/areas/{country}"}
