"""Small invented negotiations for tests of pure logic."""

from datetime import UTC, datetime
from typing import Any

from hh_tui.api.models import Action, Board, Negotiation, Page
from hh_tui.api.models.reading import parsed
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.snapshot.query import Query
from hh_tui.inbox.snapshot.state import Inbox

VACANCY = "77"
HERE = Query(VACANCY, "fresh", "https://api.hh.ru/negotiations/fresh?vacancy_id=77")
DECIDED = datetime(2026, 5, 14, 8, 30, tzinfo=UTC)


def action(id_: str, negotiation_id: str, **fields: Any) -> Action:
    """An action that leads to the collection of its own name."""
    values: dict[str, Any] = {
        "id": id_,
        "name": id_.title(),
        "method": "PUT",
        "url": f"https://api.hh.ru/negotiations/{id_}/{negotiation_id}",
        "resulting_employer_state": {"id": id_, "name": id_.title()},
    }
    return parsed(Action, {**values, **fields})


def negotiation(id_: str, **fields: Any) -> Negotiation:
    """A fresh response."""
    values: dict[str, Any] = {
        "id": id_,
        "employer_state": {"id": "fresh", "name": "Fresh"},
        "messaging_status": "ok",
        "has_updates": False,
    }
    return parsed(Negotiation, {**values, **fields})


def page(ids: list[str], number: int = 0, found: int | None = None, per_page: int = 50) -> Page[Negotiation]:
    """A page of fresh responses."""
    total = len(ids) if found is None else found
    return Page[Negotiation](
        items=tuple(negotiation(id_) for id_ in ids),
        found=total,
        page=number,
        pages=max(1, -(-total // per_page)),
        per_page=per_page,
    )


def board(**totals: int) -> Board:
    """Collections by name with how many they hold."""
    return parsed(
        Board,
        {
            "collections": [
                {
                    "id": name,
                    "name": name.title(),
                    "url": f"https://api.hh.ru/negotiations/{name}?vacancy_id=77",
                    "counters": {"total": total, "with_updates": 1},
                }
                for name, total in totals.items()
            ]
        },
    )


def inbox(ids: list[str], found: int | None = None) -> Inbox:
    """An inbox with a list of fresh responses."""
    start = Inbox(vacancy_id=VACANCY, board=board(fresh=len(ids), later=3, gone=0))
    return start.in_collection(HERE).with_page(HERE, page(ids, found=found))


def decision(on: Negotiation, to: str = "later", id_: str = "", **fields: Any) -> Operation:
    """A decision without a letter."""
    form: tuple[tuple[str, str], ...] = fields.pop("form", ())
    return Operation(id_ or f"{to}-{on.id}", HERE, on, action(to, on.id, **fields), form, DECIDED)


def letter(on: Negotiation, text: str = "Добрый день!", id_: str = "") -> Operation:
    """A plain letter."""
    return Operation(id_ or f"letter-{on.id}", HERE, on, None, (("message", text),), DECIDED)
