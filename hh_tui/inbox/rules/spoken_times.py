"""Times as people say them, in Russian and in English: `завтра 9`, `пн 14:30`, `через 2 ч`, `in 3 days`.

What is said is a wait from now on, or a day with or without a time. Words may be shortened, in any case.
"""

import re
from collections.abc import Mapping
from datetime import date, time, timedelta
from typing import Final

from msgspec import Struct


class SaidTime(Struct, frozen=True):
    """A `wait` from now on; else a `day` that is so many `days_ahead`, the next `weekday` (Monday is 0) or a
    `day` of a `month`, and the time of it, None where none was said."""

    wait: timedelta | None = None
    days_ahead: int | None = None
    weekday: int | None = None
    day: int | None = None
    month: int | None = None
    at: time | None = None

    def date_from(self, today: date) -> date:
        """The day meant by days ahead or by a weekday, which is never today."""
        if self.weekday is not None:
            return today + timedelta(days=(self.weekday - today.weekday() - 1) % 7 + 1)
        return today + timedelta(days=self.days_ahead or 0)


_DAYS: Final[Mapping[str, int]] = {
    "позавчера": -2,
    "day before yesterday": -2,
    "вчера": -1,
    "yesterday": -1,
    "сегодня": 0,
    "today": 0,
    "завтра": 1,
    "tomorrow": 1,
    "tmr": 1,
    "послезавтра": 2,
    "day after tomorrow": 2,
}

_WEEKDAYS: Final = (
    ("пн", "понедельник", "понедельника", "mon", "monday"),
    ("вт", "вторник", "вторника", "tue", "tues", "tuesday"),
    ("ср", "среда", "среду", "среды", "wed", "wednesday"),
    ("чт", "четверг", "четверга", "thu", "thur", "thurs", "thursday"),
    ("пт", "пятница", "пятницу", "пятницы", "fri", "friday"),
    ("сб", "суббота", "субботу", "субботы", "sat", "saturday"),
    ("вс", "воскресенье", "воскресенья", "sun", "sunday"),
)
_WEEKDAY: Final[Mapping[str, int]] = {name: day for day, names in enumerate(_WEEKDAYS) for name in names}

_MONTHS: Final = (
    ("янв", "января", "jan", "january"),
    ("фев", "февраля", "feb", "february"),
    ("мар", "марта", "mar", "march"),
    ("апр", "апреля", "apr", "april"),
    ("мая", "май", "may"),
    ("июн", "июня", "jun", "june"),
    ("июл", "июля", "jul", "july"),
    ("авг", "августа", "aug", "august"),
    ("сен", "сент", "сентября", "sep", "sept", "september"),
    ("окт", "октября", "oct", "october"),
    ("ноя", "нояб", "ноября", "nov", "november"),
    ("дек", "декабря", "dec", "december"),
)
_MONTH: Final[Mapping[str, int]] = {name: one for one, names in enumerate(_MONTHS, 1) for name in names}

_PARTS_OF_DAY: Final[Mapping[str, time]] = {
    "утром": time(9),
    "morning": time(9),
    "в полдень": time(12),
    "noon": time(12),
    "днем": time(14),
    "после обеда": time(14),
    "afternoon": time(14),
    "вечером": time(18),
    "evening": time(18),
    "tonight": time(18),
}

_HALVES: Final[Mapping[str, range]] = {
    **dict.fromkeys(("утра", "утром", "in the morning"), range(1, 12)),
    **dict.fromkeys(("дня", "днем", "in the afternoon"), range(12, 18)),
    **dict.fromkeys(("вечера", "вечером", "in the evening"), range(16, 24)),
}
"""The hours, of 24, that are called so; an hour of 12 that lies in the other half is taken to it."""

_NIGHT: Final = ("ночи", "ночью", "at night")
_NIGHT_HOURS: Final = frozenset({21, 22, 23, 0, 1, 2, 3, 4, 5})

_SECONDS: Final[Mapping[str, int]] = {
    **dict.fromkeys(("м", "мин", "минут", "минуту", "минуты", "m", "min", "mins", "minute", "minutes"), 60),
    **dict.fromkeys(("ч", "час", "часа", "часов", "h", "hr", "hrs", "hour", "hours"), 60 * 60),
}
_LENGTHS: Final[Mapping[str, int]] = {
    **dict.fromkeys(("д", "дн", "день", "дня", "дней", "d", "day", "days"), 1),
    **dict.fromkeys(("н", "нед", "неделя", "неделю", "недели", "недель", "w", "wk", "week", "weeks"), 7),
    **dict.fromkeys(("мес", "месяц", "месяца", "месяцев", "mo", "mos", "month", "months"), 30),
}
_NUMBERS: Final[Mapping[str, int]] = {
    **dict.fromkeys(("один", "одну", "a", "an", "one"), 1),
    **dict.fromkeys(("два", "две", "two"), 2),
    **dict.fromkeys(("три", "three"), 3),
    **dict.fromkeys(("четыре", "four"), 4),
    **dict.fromkeys(("пять", "five"), 5),
}


def _any(words: Mapping[str, object]) -> str:
    """One of the words, the longest that fits."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


# Patterns are compiled, and kept by `re`, when the first time is said: that takes longer than importing this.
_COUNT: Final = rf"(?:\d{{1,3}}|{_any(_NUMBERS)})"
_END: Final = r"(?![^\W\d_])\.?"
_PART: Final = rf"(?:({_COUNT})\s*)?({_any({**_SECONDS, **_LENGTHS})}){_END}"
_CLOCK: Final = (
    r"(?:в |во |до |at |к |until |till |by )?(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))?"
    r"(?: ?(?P<half>am|pm)| ?(?:час(?:а|ов)?|o'clock|ч|h)(?![^\W\d_])\.?)?"
)
_PARTS: Final = _any({**_HALVES, **dict.fromkeys(_NIGHT)})
_CLOCK_OF_PART: Final = rf"(?P<clock>{_CLOCK}) (?P<part>{_PARTS})"
_PART_AND_CLOCK: Final = rf"(?P<part>{_PARTS}),? (?P<clock>{_CLOCK})"
_WAIT: Final = rf"(?P<through>через |спустя |in |\+ ?)?(?P<parts>{_PART}(?: (?:и |and )?{_PART})?)(?P<at>.*)"
_AGO: Final = rf"{_PART}(?: (?:и |and )?{_PART})? (?:(?:тому )?назад|ago)"
_HALF: Final = r"(?:через |in )?(?:полчаса|half an hour)"
_ON: Final = r"(?:(?:в|во|на|до|on|until|till|by|next|след(?:ующ\w+)?)\.? )*"
_DAY: Final = rf"{_ON}(?P<name>{_any({**_DAYS, **_WEEKDAY})}){_END},?(?P<at>.*)"
_WEEK: Final = r"(?:on |in |на )?(?:next week|(?:след(?:ующей)?\.?|будущей) неделе)(?P<at>.*)"
_DAY_LAST: Final = rf"(?P<at>.+?),? {_ON}(?P<name>{_any({**_DAYS, **_WEEKDAY})}){_END}"
_DATE: Final = rf"{_ON}(?P<day>\d{{1,2}}) ?(?P<month>{_any(_MONTH)}){_END},?(?P<at>.*)"
_DATE_AMERICAN: Final = rf"(?:on )?(?P<month>{_any(_MONTH)}){_END} (?P<day>\d{{1,2}}),?(?P<at>.*)"
_DOTTED: Final = r"(?P<day>\d{1,2})\.(?P<month>\d{1,2}),?(?P<at> .+)"


def said(text: str) -> SaidTime | None:
    """What was said; None where it is no time at all. Numbers that no clock or calendar has are told as they
    are: making a moment of them raises ValueError."""
    text = " ".join(text.casefold().replace("ё", "е").split())
    if re.fullmatch(_HALF, text):
        return SaidTime(wait=timedelta(minutes=30))
    if re.fullmatch(_AGO, text):
        return SaidTime(days_ahead=-1)
    if found := re.fullmatch(_DAY, text) or re.fullmatch(_DAY_LAST, text):
        name = found["name"]
        return _with_time(SaidTime(days_ahead=_DAYS.get(name), weekday=_WEEKDAY.get(name)), found["at"])
    if found := re.fullmatch(_WEEK, text):
        return _with_time(SaidTime(weekday=0), found["at"])
    for form in (_DATE, _DATE_AMERICAN, _DOTTED):
        if found := re.fullmatch(form, text):
            month = _MONTH.get(found["month"]) or int(found["month"])
            return _with_time(SaidTime(day=int(found["day"]), month=month), found["at"])
    if found := re.fullmatch(_WAIT, text):
        return _waited(found)
    return _clock_alone(text)


def _waited(found: re.Match[str]) -> SaidTime | None:
    parts = re.findall(_PART, found["parts"])
    if not found["through"] and not parts[0][0]:
        return None
    seconds = days = 0
    for count, unit in parts:
        number = _NUMBERS.get(count) or int(count or 1)
        seconds += number * _SECONDS.get(unit, 0)
        days += number * _LENGTHS.get(unit, 0)
    if days and not seconds:
        return _with_time(SaidTime(days_ahead=days), found["at"])
    return None if found["at"].strip() else SaidTime(wait=timedelta(days=days, seconds=seconds))


def _clock_alone(text: str) -> SaidTime | None:
    """`в 9`, `9 pm`, `вечером`: a bare number is no time yet."""
    if text.isdecimal() or (at := _clock(text)) is None:
        return None
    return SaidTime(at=at)


def _with_time(day: SaidTime, text: str) -> SaidTime | None:
    text = text.strip(" ,")
    if not text:
        return day
    at = _clock(text)
    return None if at is None else SaidTime(None, day.days_ahead, day.weekday, day.day, day.month, at)


def _clock(text: str) -> time | None:
    """A time of day; raises ValueError for one that no clock shows."""
    part = text.removeprefix("in the ").removeprefix("at ")
    if part in _PARTS_OF_DAY:
        return _PARTS_OF_DAY[part]
    for form in (_CLOCK_OF_PART, _PART_AND_CLOCK):
        if found := re.fullmatch(form, text):
            at = _clock(found["clock"])
            return None if at is None else at.replace(hour=_hour_of(at.hour, found["part"]))
    found = re.fullmatch(_CLOCK, text)
    if found is None:
        return None
    hour, half = int(found["hour"]), found["half"]
    if half:
        if not 1 <= hour <= 12:
            raise ValueError(text)
        hour = hour % 12 + (12 if half == "pm" else 0)
    return time(hour, int(found["minute"] or 0))


def _hour_of(hour: int, part: str) -> int:
    """The hour of 24 that is called `hour` in that part of the day; raises ValueError where none is."""
    hours = _NIGHT_HOURS if part in _NIGHT else _HALVES[part]
    found = [one for one in (hour, (hour + 12) % 24) if one in hours and (hour <= 12 or one == hour)]
    if not found:
        raise ValueError(part)
    return found[0]
