"""A sprint as it is kept: who is in it, and what was chosen for whom; nothing that hh.ru told of anybody.

Every text begins with the moment it was written, so that what is old sorts before what is not. Every key
begins with the working account: what one account kept is neither seen nor thrown away in another one.
"""

import json
from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Any, Final

from msgspec import Struct, field

from hh_tui.api.models import Negotiation
from hh_tui.inbox.decisions.action_menu import ActionKind, kind_of
from hh_tui.inbox.decisions.selection_actions import offered_to
from hh_tui.inbox.decisions.sprint import FormBody, Sprint, SprintChoice
from hh_tui.inbox.decisions.target import Target
from hh_tui.inbox.snapshot.opened_log import text_of
from hh_tui.inbox.snapshot.query import Query

KIND: Final = "sprint"
"""The kind of what is kept: the key is an account with a negotiation, or with `WHOLE`."""

FORMS: Final = "sprint-form"
"""The kind of the forms that were filled in for everybody: the key is an account with an action."""

WHOLE: Final = "*"
"""Stands for the sprint itself where a negotiation's id would stand."""


class KeptChoice(Struct, frozen=True):
    """What was chosen for somebody of whom nothing else is known yet."""

    kind: ActionKind
    source: Query
    body: FormBody
    own: bool
    at: datetime | None = None


class KeptSprint(Struct, frozen=True):
    """A sprint of an earlier run, begun in the list `source` by the working `account`.

    `is_marked`: it goes through those only who were marked in the list. `lists` are those that its people
    stand in on the server, where `source` is over several vacancies.
    """

    source: Query
    account: str
    people: tuple[str, ...]
    choices: Mapping[str, KeptChoice] = field(default_factory=dict)
    passed: frozenset[str] = frozenset()
    is_marked: bool = False
    lists: Mapping[str, Query] = field(default_factory=dict)


def key_of(account: str, *parts: str) -> str:
    """Under which something is kept in a working account; its parts have no spaces, but for the last one."""
    return " ".join((account, *parts))


def kept_by(account: str, texts: Mapping[str, str]) -> dict[str, str]:
    """What this working account keeps, by the rest of each key."""
    start = key_of(account, "")
    return {key.removeprefix(start): text for key, text in texts.items() if key.startswith(start)}


def whole_text(
    at: datetime,
    source: Query,
    people: tuple[str, ...],
    lists: Mapping[str, Query] = MappingProxyType({}),
    *,
    is_marked: bool = False,
) -> str:
    """Who is in it, and the `lists` of those in a list over several vacancies. `at` is in UTC."""
    places = list(dict.fromkeys(map(_place, lists.values())))
    told = {
        "list": _place(source),
        "people": people,
        "marked": is_marked,
        "lists": places,
        "in": {key: places.index(_place(one)) for key, one in lists.items()},
    }
    return _text(at, told)


def choice_text(at: datetime, choice: SprintChoice) -> str:
    """What was chosen for one of them."""
    return _text(
        at,
        {
            "action": kind_of(choice.action),
            "list": _place(choice.target.source),
            "body": choice.body,
            "own": choice.own,
            "at": (choice.at or at).isoformat(),
        },
    )


def passed_text(at: datetime) -> str:
    """That nothing was chosen for one of them on purpose."""
    return _text(at, {"passed": True})


def form_text(at: datetime, body: FormBody, *, is_reworded: bool = False) -> str:
    """A form that was filled in for everybody; `is_reworded`: its letter is no template as it came."""
    return _text(at, {"body": body, "reworded": is_reworded})


def kept_sprint(account: str, kept: Mapping[str, str]) -> KeptSprint | None:
    """What this account kept; None where no sprint was. What can't be read is left out."""
    texts = kept_by(account, kept)
    whole = _read(texts.get(WHOLE, ""))
    try:
        source, people = _query(whole["list"]), tuple(map(str, whole["people"]))
    except (KeyError, TypeError, ValueError):
        return None
    entries = {key: _read(text) for key, text in texts.items() if key != WHOLE}
    choices = {key: one for key, entry in entries.items() if (one := _choice(entry)) is not None}
    passed = frozenset(key for key, entry in entries.items() if entry.get("passed") is True)
    known = tuple(dict.fromkeys((*people, *choices)))
    is_marked, lists = whole.get("marked") is True, _lists(whole)
    return KeptSprint(source, account, known, choices, passed, is_marked, lists)


def chosen(kept: Mapping[str, str]) -> int:
    """How many choices are kept, of whatever account; those who were passed over have none."""
    people = (text for key, text in kept.items() if key.rpartition(" ")[2] != WHOLE)
    return sum(_read(text).get("passed") is not True for text in people)


def kept_forms(account: str, kept: Mapping[str, str]) -> Mapping[tuple[str, str], FormBody]:
    """The forms that this account filled in for everybody, by id and name of the action."""
    found: dict[tuple[str, str], FormBody] = {}
    for key, text in kept_by(account, kept).items():
        action_id, _, name = key.partition(" ")
        if (body := _body(_read(text).get("body"))) is not None:
            found[action_id, name] = body
    return found


def recalled(kept: KeptSprint, found: Mapping[str, Negotiation], read_at: datetime) -> Sprint:
    """The sprint with those who were `found`, read at that moment in UTC.

    A choice is left out where the candidate is gone, or is not offered the action any more.
    """
    choices: dict[str, SprintChoice] = {}
    for key, one in kept.choices.items():
        negotiation = found.get(key)
        action = offered_to(negotiation, one.kind) if negotiation is not None else None
        if negotiation is not None and action is not None and action.enabled:
            seen = Target(negotiation, one.source, read_at)
            choices[key] = SprintChoice(seen, action, one.body, one.own, one.at)
    people = tuple(one for one in kept.people if one in found)
    passed = kept.passed.intersection(people) - choices.keys()
    return Sprint(people, choices=choices, passed=passed).at_first_open()


def reworded_forms(account: str, kept: Mapping[str, str]) -> frozenset[tuple[str, str]]:
    """Those of them whose letters are no templates as they came, by id and name of the action."""
    return frozenset(
        (action_id, name)
        for key, text in kept_by(account, kept).items()
        if _read(text).get("reworded") is True
        for action_id, _, name in (key.partition(" "),)
    )


def _text(at: datetime, value: Mapping[str, Any]) -> str:
    return f"{text_of(at)} {json.dumps(value, ensure_ascii=True, separators=(',', ':'))}"


def _read(text: str) -> dict[str, Any]:
    try:
        found = json.loads(text.partition(" ")[2])
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _place(source: Query) -> tuple[str, str, str]:
    return (source.vacancy_id, source.collection_id, source.url)


def _query(place: Any) -> Query:
    """Raises TypeError or ValueError for what is no place."""
    vacancy_id, collection_id, url = map(str, place)
    return Query(vacancy_id, collection_id, url)


def _lists(whole: Mapping[str, Any]) -> Mapping[str, Query]:
    """Which list each stands in; nothing where that was not kept or can't be read."""
    try:
        places = [_query(one) for one in whole["lists"]]
        return {str(key): places[int(place)] for key, place in whole["in"].items()}
    except (AttributeError, IndexError, KeyError, TypeError, ValueError):
        return {}


def _choice(entry: Mapping[str, Any]) -> KeptChoice | None:
    try:
        id_, method, address = map(str, entry["action"])
        source, body = _query(entry["list"]), _body(entry["body"])
    except (KeyError, TypeError, ValueError):
        return None
    if body is None:
        return None
    return KeptChoice(
        (id_, method, address), source, body, entry.get("own") is True, _moment(entry.get("at"))
    )


def _moment(value: Any) -> datetime | None:
    """A moment with its zone; None where there is none."""
    try:
        found = datetime.fromisoformat(value)
    except (TypeError, ValueError):
        return None
    return found if found.tzinfo is not None else None


def _body(value: Any) -> FormBody | None:
    try:
        pairs = tuple((name, text) for name, text in value)
    except (TypeError, ValueError):
        return None
    return pairs if all(isinstance(part, str) for pair in pairs for part in pair) else None
