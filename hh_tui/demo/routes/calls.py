"""Calls with applicants."""

from datetime import datetime

from hh_tui.demo.call import Answer, Call
from hh_tui.demo.calls import Call as Made
from hh_tui.demo.payloads.calls import call_payload, link_payload, transcript_payload
from hh_tui.demo.refusal import bad_argument, not_found
from hh_tui.demo.resume_ids import person_of

_PER_PAGE, _MOST = 20, 100
_FLAGS = ("successful", "with_resume", "without_vacancy")


def get_history(call: Call) -> Answer:
    """/calls/history; a cursor is the place in the list."""
    found = _wanted(call, call.world.all_calls())
    per_page = call.number("per_page", _PER_PAGE, most=_MOST)
    start = _place(call, "next_cursor", 0)
    if call.asked("previous_cursor") is not None:
        start = max(0, _place(call, "previous_cursor", 0) - per_page)
    body = {
        "calls": [call_payload(call.world, one) for one in found[start : start + per_page]],
        "total": len(found),
    }
    if start + per_page < len(found):
        body["next_cursor"] = str(start + per_page)
    if start:
        body["previous_cursor"] = str(start)
    return Answer(body=body)


def get_link(call: Call) -> Answer:
    """/calls/link; by resume, about a vacancy or about none."""
    key = person_of(call.asked("resume_id") or "")
    if key is None:
        raise bad_argument("resume_id")
    vacancy_id = call.asked("vacancy_id")
    vacancy = call.world.vacancy(vacancy_id) if vacancy_id else None
    if not call.world.knows(key) or (vacancy_id and (vacancy is None or not vacancy.accessible)):
        raise not_found()
    return Answer(body=link_payload(call.world, call.world.calls.link(key)))


def post_transcripts(call: Call) -> Answer:
    """/calls/transcripts/search; by calls or by links, not by both."""
    body = call.json()
    ids, links = body.get("call_ids"), body.get("link_ids")
    if (ids is None) == (links is None) or not isinstance(ids if ids is not None else links, list):
        raise bad_argument("call_ids")
    made = {one.id: one for one in call.world.all_calls()}
    found = {
        str(wanted): transcript_payload(call.world, made[wanted]) for wanted in ids or () if wanted in made
    }
    return Answer(body={"transcripts": found} if call.world.readings.transcripts_wrapped else found)


def _wanted(call: Call, made: list[Made]) -> list[Made]:
    """Keep the calls that a request narrows the history down to."""
    for name in _FLAGS:
        if call.asked(name) not in (None, "true", "false"):
            raise bad_argument(name)
    direction, vacancies = call.asked("direction"), call.all_asked("vacancy_id")
    if direction not in (None, "outgoing", "incoming"):
        raise bad_argument("direction")
    since, until = _moment(call, "date_from"), _moment(call, "date_to")
    if call.flag("without_vacancy") or call.asked("link_id"):
        return []
    return [
        one
        for one in made
        if (not vacancies or one.topic.vacancy.id in vacancies)
        and (direction is None or one.outgoing is (direction == "outgoing"))
        and call.asked("successful") in (None, "true" if one.successful else "false")
        and call.asked("with_resume") in (None, "false" if one.topic.resume_hidden else "true")
        and (since is None or since <= one.at)
        and (until is None or one.at <= until)
    ]


def _place(call: Call, name: str, default: int) -> int:
    return call.number(name, default, most=10**6)


def _moment(call: Call, name: str) -> datetime | None:
    text = call.asked(name)
    try:
        moment = datetime.fromisoformat(text.replace(" ", "+")) if text else None
    except ValueError:
        raise bad_argument(name) from None
    if moment is not None and moment.tzinfo is None:
        raise bad_argument(name)
    return moment
