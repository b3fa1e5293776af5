"""Searching the resume base, and saved searches."""

from typing import Any

from hh_tui.demo.call import Answer, Call, page_of
from hh_tui.demo.moments import stamp
from hh_tui.demo.payloads.found_resumes import found_payload, saved_payload
from hh_tui.demo.refusal import Refusal, bad_argument, not_found
from hh_tui.demo.resume_search import count, found, key_of, within_depth
from hh_tui.demo.saved_searches import SavedSearch
from hh_tui.demo.search_values import MOST, check_search, hour_of

_SAVED_PER_PAGE, _SAVED_AT_MOST = 5, 10
_SAVED = frozenset(
    {
        "text", "text.logic", "text.field", "text.period", "age_from", "age_to", "area", "relocation",
        "period", "date_from", "date_to", "education_level", "employment", "experience", "skill", "gender",
        "label", "language", "metro", "currency", "salary_from", "salary_to", "schedule", "order_by",
        "citizenship", "work_ticket", "educational_institution", "search_in_responses", "by_text_prefix",
        "driver_license_types", "vacancy_id", "professional_role",
    }
)  # fmt: skip
"""Parameters that the document lists for create-saved-resume-search."""

_PAGING = frozenset({"page", "per_page", "locale", "host"})


def check_paid(call: Call) -> None:
    """Refuse what the employer has not bought."""
    if not call.world.resume_access.search:
        raise Refusal(403, [{"type": "api_access_payment", "value": "action_must_be_payed"}])


def get_resumes(call: Call) -> Answer:
    """search-for-resumes; looking at the results of a saved search is written down there."""
    check_paid(call)
    people = found(call)
    per_page, page = call.number("per_page", 20, most=MOST), call.number("page", 0)
    if not within_depth(page, per_page):
        raise bad_argument("page")
    numbers, envelope = page_of(call, list(people), default=20, most=MOST)
    if saved := call.world.saved_searches.find(call.asked("saved_search_id") or ""):
        saved.looked_at = call.world.now
    status = call.flag("with_job_search_status")
    items = [found_payload(call.world, key_of(call, one), call.locale, with_status=status) for one in numbers]
    return Answer(body=envelope | {"items": items})


def get_saved_list(call: Call) -> Answer:
    """get-saved-resume-searches."""
    check_paid(call)
    searches, envelope = page_of(
        call, call.world.saved_searches.all, default=_SAVED_PER_PAGE, most=_SAVED_AT_MOST
    )
    return Answer(body=envelope | {"items": [_saved(call, one) for one in searches]})


def get_saved(call: Call) -> Answer:
    """get-saved-resume-search."""
    check_paid(call)
    return Answer(body=_saved(call, _search_at(call)))


def post_saved(call: Call) -> Answer:
    """create-saved-resume-search; parameters it does not know are left out without a word."""
    check_paid(call)
    check_search(call)
    query = tuple((name, value) for name, value in call.query + call.form if name not in _PAGING)
    if call.world.readings.saved_searches_short:
        query = tuple((name, value) for name, value in query if name in _SAVED)
    search = call.world.saved_searches.add(query, call.world.now)
    headers = {"location": f"/saved_searches/resumes/{search.id}", "content-type": "text/html; charset=utf-8"}
    return Answer(201, headers=headers)


def put_saved(call: Call) -> Answer:
    """update-saved-resume-search: its name, or whether one is told of news, never both."""
    check_paid(call)
    search = _search_at(call)
    name, subscription = call.given("name"), call.given("subscription")
    if name is not None and subscription is not None:
        raise Refusal(409, [{"type": "bad_argument", "value": "name"}])
    if name is not None and name.strip():
        search.name = name
    elif subscription in ("true", "false"):
        search.subscribed = subscription == "true"
    else:
        raise bad_argument("name" if subscription is None else "subscription")
    return Answer(204)


def delete_saved(call: Call) -> Answer:
    """delete-saved-resume-search."""
    check_paid(call)
    call.world.saved_searches.all.remove(_search_at(call))
    return Answer(204)


def _search_at(call: Call) -> SavedSearch:
    search = call.world.saved_searches.find(call.path["search_id"])
    if search is None:
        raise not_found()
    return search


def _saved(call: Call, search: SavedSearch) -> dict[str, Any]:
    """The counters of new people are an hour old at most, as everywhere on hh.ru."""
    since = min(hour_of(call.world.now), search.looked_at) if search.looked_at else call.world.now
    fresh = count(call, [*search.query, ("last_used", stamp(since))])
    return saved_payload(search, count(call, search.query), fresh)
