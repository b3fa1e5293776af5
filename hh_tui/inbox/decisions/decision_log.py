"""What was decided and written, as it is told to others: by day, vacancy and action."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, tzinfo
from itertools import groupby
from typing import Final

from msgspec import Struct

from hh_tui.errors import HHError
from hh_tui.inbox.decisions.journal_entries import Record
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.decisions.outbox import Stage

OPEN: Final = frozenset({Stage.HELD, Stage.SENDING, Stage.UNKNOWN, Stage.FAILED})
"""Stages of what is not done yet, or will not be."""


class LoggedDecision(Struct, frozen=True):
    """One decision, or one letter where `action_id` is empty.

    `at` is when it came to its stage, in UTC; `state` is the employer state that the action leads to, as the
    server named it. `candidate` is None where the resume names nobody. `letter` is empty for a silent one.
    Decisions of one `batch` were made together; letters filled in for each of them began as their `wording`.
    """

    at: datetime
    stage: Stage
    vacancy_id: str
    vacancy: str
    negotiation_id: str
    candidate: str | None
    action_id: str
    action: str
    state: str
    letter: str
    error: HHError | None = None
    responded_at: datetime | None = None
    """When the candidate came, in UTC."""
    batch: str = ""
    wording: str = ""


def logged(records: Iterable[Record], vacancies: Mapping[str, str]) -> tuple[LoggedDecision, ...]:
    """Everything but what was given up, the earliest first; `vacancies` are names by id."""
    found = [_logged(one, vacancies) for one in records if one.stage is not Stage.DROPPED]
    return tuple(sorted(found, key=lambda one: one.at))


def _logged(record: Record, vacancies: Mapping[str, str]) -> LoggedDecision:
    operation, action = record.operation, record.operation.action
    resume = operation.negotiation.resume
    vacancy_id, vacancy = _vacancy(operation, vacancies)
    state = action.resulting_employer_state if action else None
    return LoggedDecision(
        record.at,
        record.stage,
        vacancy_id,
        vacancy,
        operation.negotiation.id,
        (resume.name if resume else "") or None,
        action.id if action else "",
        (action.name or action.id) if action else "",
        state.name if state else "",
        operation.text or "",
        record.error,
        operation.negotiation.created_at,
        operation.batch,
        operation.wording,
    )


def _vacancy(operation: Operation, vacancies: Mapping[str, str]) -> tuple[str, str]:
    """Where it was decided; of an invitation, where it invites to."""
    if (invitation := operation.invitation) is not None:
        return invitation.vacancy_id, invitation.vacancy
    vacancy_id = operation.source.vacancy_id
    return vacancy_id, vacancies.get(vacancy_id, "")


def by_day(decisions: Iterable[LoggedDecision], zone: tzinfo) -> Iterator[tuple[date, list[LoggedDecision]]]:
    """Days of the person's, the latest first, each with its decisions in their order."""
    days = groupby(decisions, key=lambda one: one.at.astimezone(zone).date())
    yield from reversed([(day, list(found)) for day, found in days])


def by_vacancy(decisions: Iterable[LoggedDecision]) -> list[tuple[str, list[LoggedDecision]]]:
    """Names of vacancies, or ids where no name is known, in the order of their first decision."""
    found: dict[str, tuple[str, list[LoggedDecision]]] = {}
    for one in decisions:
        found.setdefault(one.vacancy_id, (one.vacancy or one.vacancy_id, []))[1].append(one)
    return list(found.values())


def by_batch(decisions: Iterable[LoggedDecision]) -> list[list[LoggedDecision]]:
    """Those made together that came to the same, in the place of their first one; others by themselves."""
    found: dict[object, list[LoggedDecision]] = {}
    for place, one in enumerate(decisions):
        why = (type(one.error), one.error.values) if one.error else None
        alike = (one.batch, one.stage, one.wording or one.letter, repr(why)) if one.batch else place
        found.setdefault(alike, []).append(one)
    return list(found.values())


def counts(decisions: Iterable[LoggedDecision]) -> Counter[str]:
    """How many of each action were done; those of letters are counted under the empty name."""
    return Counter(one.action for one in decisions if one.stage is Stage.DONE)
