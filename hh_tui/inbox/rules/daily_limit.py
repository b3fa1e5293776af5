"""When a daily limit of hh.ru is over."""

from datetime import date, datetime, timedelta, timezone
from typing import Final

from hh_tui.errors import HHError, Refused

INVITATIONS: Final = "limit_exceeded"
"""hh.ru's word for as many invitations as a manager may send in a day."""

VIEWS: Final = "view_limit_exceeded"
"""The same for resumes that are looked at."""

MOSCOW: Final = timezone(timedelta(hours=3))
"""The clock that hh.ru goes by."""

MORNING: Final = 9
"""The hour from which letters are sent on the next day."""


def is_for_today(error: HHError) -> bool:
    """Whether nothing more of the kind can be sent today, and all of it tomorrow."""
    return isinstance(error, Refused) and error.value == INVITATIONS


def lasts_a_day(error: HHError) -> bool:
    """Whether it is a limit of the day, of whatever."""
    return isinstance(error, Refused) and error.value in {INVITATIONS, VIEWS}


def day_of(moment: datetime) -> date:
    """The day of hh.ru in which this moment is."""
    return moment.astimezone(MOSCOW).date()


def new_day(now: datetime) -> datetime:
    """The next midnight of hh.ru's clock, when limits of the day begin anew."""
    day = day_of(now) + timedelta(days=1)
    return datetime(day.year, day.month, day.day, tzinfo=MOSCOW)


def tomorrow(now: datetime) -> datetime:
    """The next morning by hh.ru's clock, in the zone of `now`."""
    day = day_of(now) + timedelta(days=1)
    return datetime(day.year, day.month, day.day, MORNING, tzinfo=MOSCOW).astimezone(now.tzinfo)
