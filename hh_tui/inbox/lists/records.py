"""What lists and commands are told of candidates and of vacancies. Scripts rely on the names: they stay."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Final

from hh_tui.api.models import Collection, Negotiation, Resume, Vacancy
from hh_tui.inbox.lists.labels import NO_LABELS, Labels, owner
from hh_tui.inbox.snapshot.query import Query

Value = str | int | bool | None
Record = Mapping[str, Value]

_OfResume = Callable[[Resume], Value | float]

_RESUME: Final[dict[str, _OfResume]] = {
    "name": lambda resume: resume.name or None,
    "age": lambda resume: resume.age,
    "position": lambda resume: resume.title,
    "salary": lambda resume: resume.salary.amount if resume.salary else None,
    "currency": lambda resume: resume.salary.currency if resume.salary else None,
    "experience_months": lambda resume: resume.total_experience.months if resume.total_experience else None,
    "employer": lambda resume: next((job.company for job in resume.experience if job.company), None),
    "area": lambda resume: resume.area.name if resume.area else None,
    "resume_id": lambda resume: resume.id,
    "resume_url": lambda resume: resume.alternate_url,
}

CANDIDATE: Final = (
    "id", "name", "age", "position", "salary", "currency", "experience_months", "employer", "area",
    "stage_id", "stage", "state_id", "created_at", "updated_at", "needs_attention", "unread_messages",
    "messages", "source", "messaging_status", "vacancy_id", "vacancy", "collection_id", "resume_id",
    "resume_url", "labels",
)  # fmt: skip
"""Fields of a candidate, in the order of the columns of CSV."""

COLLECTION: Final = ("id", "name", "parent_id", "hidden", "total", "needs_attention", "url")
"""Fields of a collection."""

VACANCY: Final = (
    "id", "name", "area", "archived", "responses", "unread_responses", "needs_attention", "expires_at", "url",
)  # fmt: skip
"""Fields of a vacancy."""


def candidate(
    negotiation: Negotiation, vacancy: Vacancy | None, query: Query, labels: Labels = NO_LABELS
) -> Record:
    """One candidate; what the resume hides or hh.ru leaves out is None. Moments are in UTC.

    `query` is the list they stand in, the `vacancy` is None where it is not known here.
    """
    resume, counters = negotiation.resume, negotiation.counters
    record: dict[str, Value | float] = {
        "id": negotiation.id,
        "stage_id": negotiation.employer_state.id if negotiation.employer_state else None,
        "stage": negotiation.employer_state.name if negotiation.employer_state else None,
        "state_id": negotiation.state.id if negotiation.state else None,
        "created_at": _moment(negotiation.created_at),
        "updated_at": _moment(negotiation.updated_at),
        "needs_attention": negotiation.has_updates or negotiation.unread > 0,
        "unread_messages": negotiation.unread,
        "messages": counters.messages if counters else None,
        "source": negotiation.source,
        "messaging_status": negotiation.messaging_status,
        "vacancy_id": vacancy.id if vacancy else query.vacancy_id,
        "vacancy": vacancy.name if vacancy else None,
        "collection_id": query.collection_id,
        "labels": ", ".join(labels.get(owner(negotiation), ())),
    }
    record |= told_of_resume(resume)
    return {name: _whole(record[name]) for name in CANDIDATE}


def told_of_resume(resume: Resume | None) -> dict[str, Value]:
    """What a short resume tells; all of it None where there is none."""
    return {name: _whole(value(resume)) if resume else None for name, value in _RESUME.items()}


def opening(vacancy: Vacancy) -> Record:
    """One vacancy."""
    record: dict[str, Value] = {
        "id": vacancy.id,
        "name": vacancy.name,
        "area": vacancy.area.name if vacancy.area else None,
        "archived": vacancy.archived,
        "responses": vacancy.total,
        "unread_responses": vacancy.unread,
        "needs_attention": vacancy.has_updates,
        "expires_at": _moment(vacancy.expires_at),
        "url": vacancy.alternate_url,
    }
    return {name: record[name] for name in VACANCY}


def part(collection: Collection, parent: Collection | None) -> Record:
    """One collection of a vacancy, or a part of one."""
    counters = collection.counters
    record: dict[str, Value] = {
        "id": collection.id,
        "name": collection.name,
        "parent_id": parent.id if parent else None,
        "hidden": collection.hidden,
        "total": counters.total if counters else None,
        "needs_attention": counters.with_updates if counters else None,
        "url": collection.url,
    }
    return {name: record[name] for name in COLLECTION}


def _moment(moment: datetime | None) -> str | None:
    return moment.isoformat(timespec="seconds") if moment else None


def _whole(value: Value | float) -> Value:
    """Amounts come as floating numbers and mean whole ones."""
    return int(value) if isinstance(value, float) else value
