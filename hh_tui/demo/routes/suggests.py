"""What completes a search of the resume base that is typed, and names the values of one that was saved."""

from collections.abc import Iterable
from typing import Any

from hh_tui.demo.call import API, Answer, Call
from hh_tui.demo.careers import SCHOOLS
from hh_tui.demo.company import Area, areas, countries
from hh_tui.demo.professions import professions
from hh_tui.demo.refusal import bad_argument
from hh_tui.demo.search_values import roles, skills

_SUGGESTED = 10
_NAMED_AT_ONCE = 50
_SHORTEST, _LONGEST = 2, 3_000


def get_keywords(call: Call) -> Answer:
    """get-resume-search-keywords-suggests."""
    words = {one for trade in professions() for one in (*trade.near, *trade.skills, *trade.companies)}
    return Answer(body={"items": [{"text": one} for one in _suggested(call, sorted(words))]})


def get_skills(call: Call) -> Answer:
    """get-skill-set-suggests."""
    ids = {name: key for key, name in skills().items()}
    return Answer(body={"items": [{"id": ids[one], "text": one} for one in _suggested(call, sorted(ids))]})


def get_areas(call: Call) -> Answer:
    """get-areas-suggests."""
    ids = {area.name: area.id for area in areas() if _lies_in(call, area)}
    ids |= {call.said(name): key for key, name in countries().items() if not call.asked("area_id")}
    return Answer(
        body={
            "items": [
                {"id": ids[one], "text": one, "url": f"{API}/areas/{ids[one]}"}
                for one in _suggested(call, sorted(ids))
            ]
        }
    )


def get_positions(call: Call) -> Answer:
    """get-positions-suggestions."""
    trades = {title: trade for trade in professions() for title in trade.near}
    return Answer(
        body={
            "items": [
                {"id": str(place), "text": one, "professional_roles": [_role(*trades[one].role)]}
                for place, one in enumerate(_suggested(call, sorted(trades)))
            ]
        }
    )


def get_roles(call: Call) -> Answer:
    """get-professional-roles-suggests."""
    ids = {name: key for key, name in roles().items()}
    items = [
        {"id": ids[one], "text": one, "accept_incomplete_resumes": False}
        for one in _suggested(call, sorted(ids))
    ]
    return Answer(body={"items": items})


def get_schools(call: Call) -> Answer:
    """get-educational-institutions-suggests."""
    ids = {name: key for key, name, *_ in SCHOOLS}
    return Answer(body={"items": [_school(ids[one], one) for one in _suggested(call, sorted(ids))]})


def get_named_schools(call: Call) -> Answer:
    """get-educational-institutions-dictionary; of ids that there are not nothing is told."""
    wanted = _ids(call)
    return Answer(body={"items": [_school(key, name) for key, name, *_ in SCHOOLS if key in wanted]})


def get_named_skills(call: Call) -> Answer:
    """get-skills; of ids that there are not nothing is told."""
    known = skills()
    return Answer(body={"items": [{"id": key, "text": known[key]} for key in _ids(call) if key in known]})


def get_all_roles(call: Call) -> Answer:
    """get-professional-roles-dictionary; all of them in one group."""
    listed = [_role(key, name) | {"is_default": False} for key, name in roles().items()]
    return Answer(body={"categories": [{"id": "1", "name": "Другое", "roles": listed}]})


def _ids(call: Call) -> list[str]:
    """Return the ids that are asked about, at most so many."""
    ids = call.all_asked("id")
    if not 0 < len(ids) <= _NAMED_AT_ONCE:
        raise bad_argument("id")
    return list(ids)


def _school(identifier: str, name: str) -> dict[str, Any]:
    town = areas()[0]
    place = {"id": town.id, "name": town.name}
    return {"id": identifier, "text": name, "acronym": None, "synonyms": None, "area": place}


def _role(identifier: str, name: str) -> dict[str, Any]:
    return {"id": identifier, "name": name, "accept_incomplete_resumes": False}


def _lies_in(call: Call, area: Area) -> bool:
    return call.asked("area_id") in (None, area.country, area.id)


def _suggested(call: Call, names: Iterable[str]) -> list[str]:
    """Return the names that have a word that begins as was typed."""
    text = call.asked("text") or ""
    if not _SHORTEST <= len(text) <= _LONGEST:
        raise bad_argument("text")
    typed = text.casefold()
    fitting = [one for one in names if any(part.startswith(typed) for part in _parts(one))]
    return fitting[:_SUGGESTED]


def _parts(name: str) -> list[str]:
    words = name.casefold().split()
    return [" ".join(words[place:]) for place in range(len(words))]
