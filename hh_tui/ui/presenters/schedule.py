"""Moments ahead, in words, and what waits for them."""

from datetime import datetime, timedelta, tzinfo
from typing import TYPE_CHECKING

from hh_tui.api.models import Negotiation
from hh_tui.inbox.rules.time_zones import Zones
from hh_tui.system.structs import replace
from hh_tui.ui.presenters.dates import clock, date
from hh_tui.ui.presenters.render_context import RenderContext

if TYPE_CHECKING:
    from hh_tui.inbox.rules.send_times import Offer

_WEEK = 7


def ahead(ctx: RenderContext, at: datetime) -> str:
    """A moment in one's own zone, short enough for a row: `завтра 10:00`, `пн 10:00`, `30 ноября 10:00`."""
    if at.astimezone(ctx.zone).date() == ctx.now.astimezone(ctx.zone).date():
        return clock(ctx, at)
    return _day(ctx, ctx, at)


def _day(ctx: RenderContext, there: RenderContext, at: datetime) -> str:
    """Day and time on calendar and clock of `there`; days are counted from the person's own today."""
    local = at.astimezone(there.zone)
    days = (local.date() - ctx.now.astimezone(ctx.zone).date()).days
    if days == 0:
        day = ctx.tr("later.today")
    elif days == 1:
        day = ctx.tr("later.tomorrow")
    elif 1 < days < _WEEK:
        day = ctx.tr(f"later.day.{local.weekday()}")
    else:
        day = date(there, at)
    return f"{day} {clock(there, at)}"


def ahead_for(ctx: RenderContext, at: datetime, negotiation: Negotiation) -> str:
    """The same, and what the candidate's clock shows where that is something else and is known:
    `21:00 (у кандидата завтра 09:00)`."""
    own, theirs = ahead(ctx, at), zone_of(negotiation, ctx.zones)
    if theirs is None or _offset(at, theirs) == _offset(at, ctx.zone):
        return own
    same_day = at.astimezone(theirs).date() == at.astimezone(ctx.zone).date()
    there = replace(ctx, zone=theirs)
    return ctx.tr("later.and-theirs", own=own, theirs=clock(there, at) if same_day else _day(ctx, there, at))


def zone_of(negotiation: Negotiation, known: Zones) -> tzinfo | None:
    """The zone of the place where they live."""
    area = negotiation.resume.area if negotiation.resume else None
    return known.get(area.id) if area is not None else None


def offer(ctx: RenderContext, one: "Offer") -> str:
    """`Завтра в 10:00`; the one in two hours without its time, which stands beside it."""
    return ctx.tr(f"later.offer.{one.id}")


def exact(ctx: RenderContext, at: datetime, theirs: tzinfo | None = None) -> str:
    """Day and time, and what clock and calendar show at the candidate's where that is something else:
    `чт, 14 мая, 23:00 · у кандидата пт, 15 мая, 09:00 (UTC+12)`."""
    own = _day_and_time(ctx, at)
    if theirs is None or _offset(at, theirs) == _offset(at, ctx.zone):
        return own
    same_day = at.astimezone(theirs).date() == at.astimezone(ctx.zone).date()
    there = replace(ctx, zone=theirs)
    shown = clock(there, at) if same_day else _day_and_time(there, at)
    return ctx.tr("later.both", own=own, theirs=shown, zone=utc(at, theirs))


def _day_and_time(ctx: RenderContext, at: datetime) -> str:
    weekday = ctx.tr(f"later.day.{at.astimezone(ctx.zone).weekday()}")
    return f"{weekday}, {date(ctx, at)}, {clock(ctx, at)}"


def whose(ctx: RenderContext, negotiation: Negotiation | None, known: Zones) -> tuple[tzinfo | None, str]:
    """The candidate's zone among those known, and a word about whose days and times of day are meant.

    Without a candidate (None) they are one's own.
    """
    own = utc(ctx.now, ctx.zone)
    if negotiation is None:
        return None, ctx.tr("later.own", zone=own)
    area = negotiation.resume.area if negotiation.resume else None
    zone = zone_of(negotiation, known)
    if zone is None or area is None:
        return None, ctx.tr("later.unknown-zone", zone=own)
    theirs = utc(ctx.now, zone)
    if theirs == own:
        return zone, ctx.tr("later.same-zone", zone=own)
    return zone, ctx.tr("later.theirs", zone=theirs, place=area.name)


def utc(at: datetime, zone: tzinfo) -> str:
    """`UTC+3`, `UTC+5:30`."""
    minutes = int(_offset(at, zone).total_seconds() // 60)
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'-' if minutes < 0 else '+'}{hours}{f':{rest:02}' if rest else ''}"


def _offset(at: datetime, zone: tzinfo) -> timedelta:
    return at.astimezone(zone).utcoffset() or timedelta()
