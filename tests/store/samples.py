"""Invented writes, as odd as they can be."""

from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any, Final

from hypothesis import strategies as st

from hh_tui.api.models import Action, Negotiation
from hh_tui.api.models.reading import parsed
from hh_tui.errors import AnswerLost
from hh_tui.inbox.decisions.invitation import Invitation
from hh_tui.inbox.decisions.journal_entries import Added, DraftKept, Moved, SheetKept
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.decisions.outbox import Stage
from hh_tui.inbox.snapshot.known_thread import KnownThread
from hh_tui.inbox.snapshot.query import Query
from hh_tui.store.database import writable
from hh_tui.store.journal import Journal
from hh_tui.store.pages import PAGE
from hh_tui.store.schema import JOURNAL
from tests.factory import decision, letter, negotiation

NOW = datetime(2026, 5, 14, 9, 0, tzinfo=UTC)
LONG_AGO = NOW - timedelta(days=400)


def journal_at(folder: Path) -> Journal:
    return Journal(writable(folder / "journal.db", JOURNAL, "FULL"))


def deed(number: int | str = 1) -> Operation:
    return decision(negotiation(str(number)), id_=f"w{number}")


def note(number: int | str = 1, text: str = "Добрый день!") -> Operation:
    return letter(negotiation(str(number)), text, id_=f"w{number}")


def fill(folder: Path, writes: int = 3) -> None:
    """Open writes at every stage, finished ones, texts, marks."""
    journal = journal_at(folder)
    for number in range(writes):
        journal.write([Added(note(number, f"letter {number}"))], NOW)
    journal.write([Moved("w0", Stage.SENDING)], NOW + timedelta(seconds=1))
    journal.write([Moved("w1", Stage.SENDING)], NOW + timedelta(seconds=2))
    journal.write([Moved("w1", Stage.UNKNOWN, AnswerLost())], NOW + timedelta(seconds=3))
    journal.write([Added(deed("f")), Moved("wf", Stage.SENDING), Moved("wf", Stage.DONE)], NOW)
    journal.write([Added(deed("g")), Moved("wg", Stage.DROPPED)], NOW)
    journal.write([DraftKept("9", "begun"), SheetKept("9", "x", {"message": "m", "send_sms": True})], NOW)
    journal.put("9", "snooze", "monday")
    journal.close()


def damage(folder: Path) -> None:
    """Break every page behind the first ones; what is rescued is told once."""
    path = folder / "journal.db"
    content = bytearray(path.read_bytes())
    for start in range(3 * PAGE, len(content), PAGE):
        content[start : start + PAGE] = b"\xa5" * PAGE
    path.write_bytes(content)


_ids = st.text("abcdef0123456789", min_size=1, max_size=12)
_any_text = st.text(max_size=40) | st.text(
    st.characters(codec="utf-8", categories=["Cc", "Lu"]) | st.just("\udc80"), max_size=5
)
_moments = st.integers(10**15, 6 * 10**15).map(lambda n: datetime.fromtimestamp(n / 10**6, UTC))
_names = st.fixed_dictionaries({"id": _ids, "name": _any_text})
_resumes = st.fixed_dictionaries(
    {
        "id": _ids,
        "title": _any_text,
        "age": st.integers(0, 120) | st.none(),
        "salary": st.none() | st.fixed_dictionaries({"amount": st.floats(0, 10**12), "currency": _any_text}),
        "experience": st.lists(st.fixed_dictionaries({"company": _any_text, "start": _any_text}), max_size=2),
        "skill_set": st.lists(_any_text, max_size=3),
    }
)
_negotiations = st.fixed_dictionaries(
    {
        "id": _ids,
        "state": st.none() | _names,
        "employer_state": st.none() | _names,
        "created_at": _moments.map(datetime.isoformat),
        "has_updates": st.booleans(),
        "counters": st.fixed_dictionaries({"messages": st.integers(0, 10**6)}),
        "resume": st.none() | _resumes,
    }
).map(partial(parsed, Negotiation))
_actions = st.fixed_dictionaries(
    {
        "id": _ids,
        "name": _any_text,
        "enabled": st.booleans(),
        "method": st.sampled_from(["PUT", "POST"]),
        "url": _ids.map("https://api.hh.ru/negotiations/{}/1?x=1".format),
        "arguments": st.lists(st.fixed_dictionaries({"id": _ids, "required": st.booleans()}), max_size=2),
        "resulting_employer_state": st.none() | _names,
        "sub_actions": st.lists(
            st.fixed_dictionaries({"id": _ids, "method": st.just("PUT"), "url": _any_text}), max_size=2
        ),
    }
).map(partial(parsed, Action))

FIELDS: Final[dict[str, st.SearchStrategy[Any]]] = {
    "id": _ids,
    "source": st.builds(Query, _ids, _ids, _any_text),
    "negotiation": _negotiations,
    "action": st.none() | _actions,
    "form": st.lists(st.tuples(_ids, _any_text), max_size=3).map(tuple),
    "decided_at": _moments,
    "known": st.builds(
        KnownThread,
        st.sampled_from(["negotiations", "chats"]),
        st.frozensets(_ids, max_size=4),
        st.lists(_moments, max_size=2).map(tuple),
    ),
    "seen_at": st.none() | _moments,
    "account": _any_text.filter(str.isprintable),
    "sprint": _ids | st.just(""),
    "batch": _ids | st.just(""),
    "not_before": st.none() | _moments,
    "invitation": st.none() | st.builds(Invitation, _ids, _ids, _any_text),
    "sent_before": st.none() | _moments,
    "wording": _any_text,
}
"""Of an operation, all of them: Hypothesis leaves one with a default alone unless it is told of it."""

OPERATIONS = st.builds(Operation, **FIELDS)
