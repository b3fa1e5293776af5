"""How quickly and how often the employer answers, over 30 days.

Operations get-negotiations-statistics-employer and get-negotiations-statistics-manager.
"""

from hh_tui.api.models.base import Count, Line, Maybe, Model, Number, Text, Url


class Politeness(Model, frozen=True):
    """The politeness index, 0 to 100, how it changed, and what would raise it."""

    index: Number
    index_change: Maybe[Number] = None
    hint: Maybe[Line] = None
    description: Maybe[Text] = None
    article_url: Maybe[Url] = None


class Statistics(Model, frozen=True):
    """Responses received, percent of them viewed and answered, days until the answer."""

    received: Count = 0
    viewed_percent: Maybe[Number] = None
    replied_percent: Maybe[Number] = None
    average_reply_time: Maybe[Number] = None
    politeness: Maybe[Politeness] = None


class EmployerStatistics(Model, frozen=True):
    """The envelope of the employer's statistics."""

    employer_statistics: Statistics


class ManagerStatistics(Model, frozen=True):
    """The envelope of a manager's statistics."""

    manager_statistics: Statistics
