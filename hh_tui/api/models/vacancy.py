"""A vacancy in a manager's list (operations get-active-vacancy-list, get-archived-vacancies)."""

from hh_tui.api.models.base import Count, Flag, Id, Line, Maybe, Model, Named, Time


class VacancyCounters(Model):
    """Responses in all, and those nobody has looked at; archived vacancies count the former only."""

    responses: Count = 0
    unread_responses: Count = 0
    invitations_and_responses: Count = 0


class Vacancy(Model):
    """An opening."""

    id: Id
    name: Line = ""
    area: Maybe[Named] = None
    archived: Flag = False
    counters: Maybe[VacancyCounters] = None
    has_updates: Flag = False
    expires_at: Maybe[Time] = None
    archived_at: Maybe[Time] = None
    alternate_url: Maybe[Line] = None

    @property
    def total(self) -> int:
        """Responses and, where counted together, invitations."""
        return (self.counters.invitations_and_responses or self.counters.responses) if self.counters else 0

    @property
    def unread(self) -> int:
        """Responses nobody has looked at."""
        return self.counters.unread_responses if self.counters else 0
