"""From when on `hh-tui log` tells: a day, or so many days."""

import re
from datetime import UTC, date, datetime, time, timedelta, tzinfo

_DAYS = re.compile(r"(\d{1,4}) ?[dд]")

_NAMED = {"today": 0, "сегодня": 0, "yesterday": 1, "вчера": 1, "позавчера": 2}

Since = date | int
"""A day, or how many days before today."""


def since(typed: str) -> Since:
    """What was typed, in either language: `today`, `вчера`, `7d`, `7д`, `2026-11-28`.

    Raises ValueError for anything else.
    """
    typed = typed.strip().casefold()
    if typed in _NAMED:
        return _NAMED[typed]
    if found := _DAYS.fullmatch(typed):
        return int(found[1])
    return date.fromisoformat(typed)


def begin_of(wish: Since, now: datetime, zone: tzinfo) -> datetime:
    """The beginning of that day of the person's zone, and `now`, in UTC.

    A day at the end of the calendar that has no beginning in UTC begins there.
    """
    day = wish if isinstance(wish, date) else now.astimezone(zone).date() - timedelta(days=wish)
    try:
        return datetime.combine(day, time(), zone).astimezone(UTC)
    except OverflowError:
        return datetime.combine(day, time(), UTC)
