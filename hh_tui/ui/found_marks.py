"""Marks of people who were found, after what is decided about them."""

from collections.abc import Sequence

from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.resume_base.found_people import FoundPeople
from hh_tui.ui.events import (
    BatchTakenBack,
    Decided,
    DecidedAgain,
    DecidedTogether,
    DecisionTakenBack,
    Event,
)


def marks_after(people: FoundPeople, event: Event) -> FoundPeople:
    """Whoever is invited is marked no more; once that is taken back they are again, as in the inbox."""
    match event:
        case Decided():
            return people.decided_on(*_resumes((event.operation,)))
        case DecidedTogether() | DecidedAgain():
            return people.decided_on(*_resumes(event.operations))
        case DecisionTakenBack():
            return people.taken_back(*_resumes((event.operation,)))
        case BatchTakenBack():
            return people.taken_back(*_resumes(event.operations))
        case _:
            return people


def _resumes(operations: Sequence[Operation]) -> tuple[str, ...]:
    return tuple(one.invitation.resume_id for one in operations if one.invitation is not None)
