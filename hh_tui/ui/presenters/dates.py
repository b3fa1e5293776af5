"""Moments as a person says them."""

from datetime import datetime

from hh_tui.ui.presenters.render_context import Lens

_MINUTE = 60
_HOUR = 60 * _MINUTE
_DAY = 24 * _HOUR


def age(lens: Lens, moment: datetime | None) -> str:
    """How long ago, short enough for a row: `5 мин`, `2 ч`, `вчера`, `3 дн`, `12 мая`, `12.05.24`."""
    if moment is None:
        return ""
    seconds = (lens.now - moment).total_seconds()
    days = (lens.now.astimezone(lens.zone).date() - moment.astimezone(lens.zone).date()).days
    if seconds < _MINUTE:
        return lens.tr("age.now")
    if seconds < _HOUR:
        return lens.tr("age.minutes", n=int(seconds // _MINUTE))
    if days == 0 or seconds < 6 * _HOUR:
        return lens.tr("age.hours", n=int(seconds // _HOUR))
    if days == 1:
        return lens.tr("age.yesterday")
    if days < 7:
        return lens.tr("age.days", n=days)
    return date(lens, moment)


def waited(lens: Lens, moment: datetime) -> str:
    """For how long: `5 мин`, `2 ч`, `12 дн`."""
    seconds = max(0, int((lens.now - moment).total_seconds()))
    if seconds < _HOUR:
        return lens.tr("age.minutes", n=seconds // _MINUTE)
    if seconds < _DAY:
        return lens.tr("age.hours", n=seconds // _HOUR)
    return lens.tr("age.days", n=seconds // _DAY)


def moment(lens: Lens, at: datetime) -> str:
    """A day and a time: `12 мая, 14:02`."""
    return f"{date(lens, at)}, {clock(lens, at)}"


def date(lens: Lens, moment: datetime) -> str:
    """The day, with its year when that is another one."""
    local = moment.astimezone(lens.zone)
    if local.year != lens.now.astimezone(lens.zone).year:
        return f"{local:%d.%m.%y}"
    return lens.tr("date", day=local.day, month=lens.tr(f"month.{local.month}"))


def day(lens: Lens, moment: datetime) -> str:
    """The day as a heading: `сегодня`, `вчера`, `12 мая`."""
    days = (lens.now.astimezone(lens.zone).date() - moment.astimezone(lens.zone).date()).days
    if days in {0, 1}:
        return lens.tr("day.today") if days == 0 else lens.tr("day.yesterday")
    return date(lens, moment)


def clock(lens: Lens, moment: datetime) -> str:
    """Hours and minutes."""
    return f"{moment.astimezone(lens.zone):%H:%M}"


def span(lens: Lens, months: int, *, short: bool = False) -> str:
    """A length of time in years and months: `5 лет 3 мес`, short `5 л 3 м`."""
    years, rest = divmod(max(0, months), 12)
    style = "span.short" if short else "span"
    parts = []
    if years:
        parts.append(lens.tr(f"{style}.years", n=years))
    if rest or not years:
        parts.append(lens.tr(f"{style}.months", n=rest))
    return " ".join(parts)
