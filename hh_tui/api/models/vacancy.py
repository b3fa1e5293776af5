"""A vacancy: in a manager's list, on its own, and as one to invite to.

Operations get-active-vacancy-list, get-archived-vacancies, get-vacancy and get-vacancy-stats.
"""

from typing import Final

from msgspec import field
from msgspec.structs import force_setattr

from hh_tui.api.models.action import Action, Template
from hh_tui.api.models.base import (
    Count,
    Flag,
    Id,
    Items,
    Line,
    Maybe,
    Model,
    Named,
    Number,
    Switch,
    Time,
    Told,
    Url,
)
from hh_tui.api.models.manager import EmployerManager


class VacancyCounters(Model, frozen=True):
    """Responses in all, and those nobody has looked at; archived vacancies count the former only."""

    responses: Count = 0
    unread_responses: Count = 0
    invitations: Count = 0
    invitations_and_responses: Count = 0
    resumes_in_progress: Count = 0
    views: Count = 0
    calls: Count = 0
    new_missed_calls: Count = 0


MONTH: Final = "MONTH"
"""The id of `salary_range.mode` for pay by the month, as resumes tell it."""


class PayRange(Model, frozen=True):
    """The pay an opening offers, in `currency`; either end can be open.

    `mode` is what it is paid for, `frequency` how often, `gross` whether taxes are still to be taken off.
    """

    low: Maybe[Number] = field(default=None, name="from")
    high: Maybe[Number] = field(default=None, name="to")
    currency: Maybe[Line] = None
    mode: Maybe[Told] = None
    frequency: Maybe[Told] = None
    gross: Maybe[bool] = None

    @property
    def is_monthly(self) -> bool:
        """Whether it is pay by the month, as resumes tell it."""
        return self.mode is None or self.mode.id in (None, MONTH)


class Vacancy(Model, frozen=True):
    """An opening. With `allow_messages` false its candidates can't be written to; lists do not tell.

    `salary` is the older form of `salary_range`.
    """

    id: Id
    name: Line = ""
    area: Maybe[Named] = None
    archived: Flag = False
    counters: Maybe[VacancyCounters] = None
    has_updates: Flag = False
    expires_at: Maybe[Time] = None
    archived_at: Maybe[Time] = None
    alternate_url: Maybe[Url] = None
    manager: Maybe[EmployerManager] = None
    department: Maybe[Told] = None
    allow_messages: Switch = True
    salary: Maybe[PayRange] = None
    salary_range: Maybe[PayRange] = None

    @property
    def pay(self) -> PayRange | None:
        """The pay offered, in the newer form where both are there."""
        return self.salary_range or self.salary

    @property
    def total(self) -> int:
        """Responses and, where counted together, invitations."""
        return (self.counters.invitations_and_responses or self.counters.responses) if self.counters else 0

    @property
    def unread(self) -> int:
        """Responses nobody has looked at."""
        return self.counters.unread_responses if self.counters else 0


class Invitable(Vacancy, frozen=True):
    """An opening that suits a resume, and how to invite it there.

    Without `can_invite` the two states say how far they have come already: what the applicant sees, and
    what we see.
    """

    can_invite: Flag = False
    negotiations_actions: Items[Action] = ()
    negotiations_state: Maybe[Named] = None
    employer_negotiations_state: Maybe[Named] = None
    templates: Items[Template] = ()

    def __post_init__(self) -> None:
        super().__post_init__()
        offered = tuple(one for one in self.negotiations_actions if not one.is_none)
        force_setattr(self, "negotiations_actions", offered)


class VacancyDay(Model, frozen=True):
    """Views and responses of one day, `2026-05-12`; None where they were not counted."""

    date: Line
    views: Maybe[Number] = None
    responses: Maybe[Number] = None


class VacancyStats(Model, frozen=True):
    """The last days of a vacancy so far."""

    items: Items[VacancyDay] = ()
