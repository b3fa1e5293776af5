"""Moments to wait for: those that are offered, and those that a person types."""

import re
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import StrEnum
from typing import Final

from msgspec import Struct

from hh_tui.i18n.keyboard import other_layout
from hh_tui.inbox.rules.spoken_times import said

SOON: Final = timedelta(hours=2)
MORNING: Final = time(10)
"""When a day begins for what is put off until that day."""

HALF_A_YEAR: Final = timedelta(days=183)
"""How far ahead a day without a year is taken to be; further away it was meant to be the one gone by."""

FURTHEST: Final = timedelta(days=366)


class TimeError(StrEnum):
    """Why what was typed is no moment to wait for."""

    UNCLEAR = "unclear"
    NO_SUCH = "no-such"
    PAST = "past"
    FAR = "far"


class Clocks(StrEnum):
    """What a change of clocks does to a time: it leaves it out, or lets it come twice."""

    LEFT_OUT = "left-out"
    TWICE = "twice"


class Offer(Struct, frozen=True):
    """A moment to choose; `id` says what it is called, `at` is in UTC."""

    id: str
    at: datetime


_TIME: Final = r"(?P<hour>\d{1,2}):(?P<minute>\d{2})"
_DAY: Final = r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.?(?P<year>(?<=\.)\d{4}|(?<=\.)\d{2})?"
_ISO: Final = r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})"
_FORMS: Final = tuple(
    re.compile(form) for form in (_TIME, rf"{_DAY}(?:[\s,]+{_TIME})?", rf"{_ISO}(?:[\s,t]+{_TIME})?")
)


def offers(now: datetime, zone: tzinfo, theirs: tzinfo | None = None) -> tuple[Offer, ...]:
    """What is offered at `now`: in two hours, then mornings, each once: tomorrow, in three days, next Monday,
    in a week.

    Days are counted in `zone`, one's own, and it is ten of that day on the clock of `theirs`, where that is
    given: a morning that has gone by there is left out.
    """
    today = now.astimezone(zone).date()
    days = {"tomorrow": 1, "three-days": 3, "monday": 7 - today.weekday(), "week": 7}
    mornings: dict[int, str] = {}
    for name, ahead in days.items():
        mornings.setdefault(ahead, name)
    found = (
        Offer(name, _at(today + timedelta(days=ahead), MORNING, theirs or zone))
        for ahead, name in sorted(mornings.items())
    )
    return (Offer("soon", now + SOON), *(one for one in found if one.at > now))


def understood(text: str, now: datetime, zone: tzinfo, theirs: tzinfo | None = None) -> datetime | TimeError:
    """The moment in UTC that was typed: `14:30`, `30.11 14:00`, `30.11`, `2026-11-30 14:00`, `+3 ч`, or as
    people say it (`spoken_times`), in whichever layout it was typed.

    A time alone is the next one of the day; a day alone is its morning; a day without a year is the next one
    within half a year. The day is one of `zone`, in which the person who types has their calendar; the time
    of day is that of the clock of `theirs`, where that is given: at eight in the evening in Moscow
    `tomorrow 9` for Vladivostok is nine o'clock there of Moscow's tomorrow.
    """
    where = _Where(now, zone, theirs or zone)
    found = _understood(text, where)
    if found is not TimeError.UNCLEAR:
        return found
    return _understood(other_layout(text), where)


class _Where(Struct, frozen=True):
    """The zone of the days, and the zone of the times of day."""

    now: datetime
    days: tzinfo
    times: tzinfo

    @property
    def today(self) -> date:
        return self.now.astimezone(self.days).date()


def _understood(text: str, where: _Where) -> datetime | TimeError:
    text, now = _spaced(text), where.now
    parts = next((match.groupdict() for form in _FORMS if (match := form.fullmatch(text))), None)
    try:
        moment = _spoken(text, where) if parts is None else _written(parts, where)
    except (ValueError, OverflowError):
        return TimeError.NO_SUCH
    if isinstance(moment, TimeError):
        return moment
    if moment <= now:
        return TimeError.PAST
    return TimeError.FAR if moment - now > FURTHEST else moment


def _written(parts: dict[str, str | None], where: _Where) -> datetime | TimeError:
    """Raises ValueError for a day or a time that there is not."""
    at = time(int(parts["hour"] or 0), int(parts["minute"] or 0)) if parts.get("hour") else MORNING
    return _on_day(parts, at, where) if "day" in parts else _next(at, where)


def _spoken(text: str, where: _Where) -> datetime | TimeError:
    """Raises ValueError and OverflowError for a day or a time that there is not."""
    found = said(text)
    if found is None:
        return TimeError.UNCLEAR
    if found.wait is not None:
        return where.now + found.wait if found.wait else TimeError.PAST
    if found.day is not None:
        parts: dict[str, str | None] = {"day": str(found.day), "month": str(found.month)}
        return _on_day(parts, found.at or MORNING, where)
    if found.days_ahead is None and found.weekday is None:
        return _next(found.at or MORNING, where)
    return _at(found.date_from(where.today), found.at or MORNING, where.times)


def _on_day(parts: dict[str, str | None], at: time, where: _Where) -> datetime | TimeError:
    day, month, year = int(parts["day"] or 0), int(parts["month"] or 0), parts.get("year")
    if year is not None:
        return _at(date(int(year) + (2000 if len(year) == 2 else 0), month, day), at, where.times)
    this, now = where.today.year, where.now
    years = [one for one in (this, this + 1) if _exists(one, month, day)]
    if not years:
        return TimeError.NO_SUCH
    moments = [_at(date(one, month, day), at, where.times) for one in years]
    ahead = [one for one in moments if now < one <= now + HALF_A_YEAR]
    return ahead[0] if ahead else moments[0]


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _next(at: time, where: _Where) -> datetime:
    """The next time that the clock shows it, whatever day that is in one's own calendar."""
    today = where.now.astimezone(where.times).date()
    moment = _at(today, at, where.times)
    if moment > where.now:
        return moment
    return _at(today + timedelta(days=1), at, where.times)


def _at(day: date, at: time, zone: tzinfo) -> datetime:
    """That time of that day in UTC.

    A time that the clocks leave out is as much later as they are put forward, of two that read alike it is
    the first: that is what `fold` 0 means. `clocks` tells that it is so.
    """
    return datetime.combine(day, at, zone).astimezone(UTC)


def clocks(text: str, moment: datetime, zone: tzinfo) -> Clocks | None:
    """What the clocks of the zone do at a moment that was understood from `text`; None where they go on."""
    local = moment.astimezone(zone)
    if local.replace(fold=0).utcoffset() != local.replace(fold=1).utcoffset():
        # Of a wait in hours it is plain which of the two is meant.
        return None if local.fold or is_wait(text) else Clocks.TWICE
    typed = _typed_time(_spaced(text)) or _typed_time(_spaced(other_layout(text)))
    return (
        Clocks.LEFT_OUT
        if typed is not None and (typed.hour, typed.minute) != (local.hour, local.minute)
        else None
    )


def _typed_time(text: str) -> time | None:
    """The time of day that was meant; None for a wait, and for what is no time."""
    found = next((match for form in _FORMS if (match := form.fullmatch(text))), None)
    try:
        if found is not None:
            parts = found.groupdict()
            return time(int(parts["hour"]), int(parts["minute"])) if parts.get("hour") else MORNING
        spoken = said(text)
    except ValueError:
        return None
    return None if spoken is None or spoken.wait is not None else spoken.at or MORNING


def is_wait(text: str) -> bool:
    """Whether hours and minutes from now on are meant, in whichever layout they were typed."""
    return any(_waits(_spaced(one)) for one in (text, other_layout(text)))


def _waits(text: str) -> bool:
    try:
        spoken = said(text)
    except ValueError:
        return False
    return spoken is not None and spoken.wait is not None


def _spaced(text: str) -> str:
    return " ".join(text.casefold().split())
