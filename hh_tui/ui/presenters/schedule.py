"""Moments ahead, in words, and what waits for them."""

from datetime import datetime, timedelta, tzinfo

from hh_tui.inbox.rules.send_times import Offer
from hh_tui.ui.presenters.dates import clock, date
from hh_tui.ui.presenters.render_context import RenderContext

_WEEK = 7


def ahead(ctx: RenderContext, at: datetime) -> str:
    """A moment in one's own zone, short enough for a row: `завтра 10:00`, `пн 10:00`, `30 ноября 10:00`."""
    local = at.astimezone(ctx.zone)
    days = (local.date() - ctx.now.astimezone(ctx.zone).date()).days
    if days == 0:
        return clock(ctx, at)
    if days == 1:
        day = ctx.tr("later.tomorrow")
    elif 1 < days < _WEEK:
        day = ctx.tr(f"later.day.{local.weekday()}")
    else:
        day = date(ctx, at)
    return f"{day} {clock(ctx, at)}"


def offer(ctx: RenderContext, one: Offer) -> str:
    """`Завтра в 10:00`; the one in two hours without its time, which stands beside it."""
    return ctx.tr(f"later.offer.{one.id}")


def exact(ctx: RenderContext, at: datetime, theirs: tzinfo | None = None) -> str:
    """Day and time, and what the clock shows at the candidate's where that is something else."""
    weekday = ctx.tr(f"later.day.{at.astimezone(ctx.zone).weekday()}")
    own = f"{weekday}, {date(ctx, at)}, {clock(ctx, at)}"
    if theirs is None or _offset(at, theirs) == _offset(at, ctx.zone):
        return own
    return ctx.tr("later.both", own=own, theirs=f"{at.astimezone(theirs):%H:%M}", zone=utc(at, theirs))


def utc(at: datetime, zone: tzinfo) -> str:
    """`UTC+3`, `UTC+5:30`."""
    minutes = int(_offset(at, zone).total_seconds() // 60)
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'-' if minutes < 0 else '+'}{hours}{f':{rest:02}' if rest else ''}"


def _offset(at: datetime, zone: tzinfo) -> timedelta:
    return at.astimezone(zone).utcoffset() or timedelta()
