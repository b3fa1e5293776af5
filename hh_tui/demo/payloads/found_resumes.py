"""Resumes as a search gives them, and saved searches."""

from typing import Any
from urllib.parse import urlencode

from hh_tui.demo.call import API
from hh_tui.demo.moments import stamp
from hh_tui.demo.payloads.gaps import with_gaps
from hh_tui.demo.payloads.resumes import OPTIONAL, base_payload, gaps_of, job_payload
from hh_tui.demo.payloads.wishes import status_payload
from hh_tui.demo.saved_searches import SavedSearch
from hh_tui.demo.strangers import Key
from hh_tui.demo.world import World

Payload = dict[str, Any]


def found_payload(world: World, key: Key, locale: str, *, with_status: bool) -> Payload:
    """Return a resume as a list shows it, with the latest of our negotiations with this person."""
    who = world.person(key)
    past = world.career(who)
    payload = base_payload(world, who, past, None, locale)
    payload["experience"] = [
        job_payload(who, job, full=False, latest=place == 0) for place, job in enumerate(past.jobs)
    ]
    payload["last_negotiation"] = _last_negotiation(world, key, locale)
    if with_status:
        payload["job_search_status"] = status_payload(world, who, locale)
    return with_gaps(payload, gaps_of(who), *OPTIONAL)


def _last_negotiation(world: World, key: Key, locale: str) -> Payload | None:
    topics = world.negotiations_of(key)
    if not topics:
        return None
    last = max(topics, key=lambda topic: topic.updated_at)
    return {
        "created_at": stamp(last.updated_at),
        "employer_state": {"id": last.stage.state, "name": last.stage.name.said(locale)},
    }


def saved_payload(search: SavedSearch, count: int, fresh: int) -> Payload:
    """Return a saved search with the number of people it finds, and of those who are new."""
    query = [*search.query, ("saved_search_id", search.id)]
    new = [*query, ("last_used", stamp(search.looked_at))]
    return {
        "id": search.id,
        "name": search.name,
        "created_at": stamp(search.created_at),
        "subscription": search.subscribed,
        "items": {"count": count, "url": f"{API}/resumes?{urlencode(query)}"},
        "new_items": {"count": fresh, "url": f"{API}/resumes?{urlencode(new)}"},
    }
