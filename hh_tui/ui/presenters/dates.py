"""Moments as a person says them."""

from datetime import datetime

from hh_tui.ui.presenters.render_context import RenderContext

_MINUTE = 60
_HOUR = 60 * _MINUTE
_DAY = 24 * _HOUR


def age(ctx: RenderContext, moment: datetime | None) -> str:
    """How long ago, short enough for a row: `5 мин`, `2 ч`, `вчера`, `3 дн`, `12 мая`, `12.05.24`."""
    if moment is None:
        return ""
    seconds = (ctx.now - moment).total_seconds()
    days = (ctx.now.astimezone(ctx.zone).date() - moment.astimezone(ctx.zone).date()).days
    if seconds < _MINUTE:
        return ctx.tr("age.now")
    if seconds < _HOUR:
        return ctx.tr("age.minutes", n=int(seconds // _MINUTE))
    if days == 0 or seconds < 6 * _HOUR:
        return ctx.tr("age.hours", n=int(seconds // _HOUR))
    if days == 1:
        return ctx.tr("age.yesterday")
    if days < 7:
        return ctx.tr("age.days", n=days)
    return date(ctx, moment)


def waited(ctx: RenderContext, moment: datetime) -> str:
    """For how long: `5 мин`, `2 ч`, `12 дн`."""
    seconds = max(0, int((ctx.now - moment).total_seconds()))
    if seconds < _HOUR:
        return ctx.tr("age.minutes", n=seconds // _MINUTE)
    if seconds < _DAY:
        return ctx.tr("age.hours", n=seconds // _HOUR)
    return ctx.tr("age.days", n=seconds // _DAY)


def moment(ctx: RenderContext, at: datetime) -> str:
    """A day and a time: `12 мая, 14:02`."""
    return f"{date(ctx, at)}, {clock(ctx, at)}"


def date(ctx: RenderContext, moment: datetime) -> str:
    """The day, with its year when that is another one."""
    local = moment.astimezone(ctx.zone)
    if local.year != ctx.now.astimezone(ctx.zone).year:
        return f"{local:%d.%m.%y}"
    return ctx.tr("date", day=local.day, month=ctx.tr(f"month.{local.month}"))


def day(ctx: RenderContext, moment: datetime) -> str:
    """The day as a heading: `сегодня`, `вчера`, `12 мая`."""
    days = (ctx.now.astimezone(ctx.zone).date() - moment.astimezone(ctx.zone).date()).days
    if days in {0, 1}:
        return ctx.tr("day.today") if days == 0 else ctx.tr("day.yesterday")
    return date(ctx, moment)


def clock(ctx: RenderContext, moment: datetime) -> str:
    """Hours and minutes."""
    return f"{moment.astimezone(ctx.zone):%H:%M}"


def span(ctx: RenderContext, months: int, *, short: bool = False) -> str:
    """A length of time in years and months: `5 лет 3 мес`, short `5 л 3 м`."""
    years, rest = divmod(max(0, months), 12)
    style = "span.short" if short else "span"
    parts = []
    if years:
        parts.append(ctx.tr(f"{style}.years", n=years))
    if rest or not years:
        parts.append(ctx.tr(f"{style}.months", n=rest))
    return " ".join(parts)
