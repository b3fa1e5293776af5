"""What an open write waits for."""

from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.decisions.outbox import Finished, Outbox, OutboxEntry, Stage
from hh_tui.ui.presenters.dates import clock, date
from hh_tui.ui.presenters.errors import lasting
from hh_tui.ui.presenters.render_context import RenderContext
from hh_tui.ui.presenters.schedule import ahead, ahead_for


def state_of(
    ctx: RenderContext, outbox: Outbox, entry: OutboxEntry, now: float, *, is_alone: bool = False
) -> str:
    """Where an open write stands, and what it waits for; of one that `is_alone` on their clock, too."""
    tr, moment = ctx.tr, entry.operation.not_before
    if entry.stage is not Stage.HELD:
        return tr(f"outbox.{entry.stage}")
    if moment is not None and entry.is_scheduled(ctx.now):
        return ahead_for(ctx, moment, entry.operation.negotiation) if is_alone else ahead(ctx, moment)
    if entry.parked:
        return tr("outbox.parked", when=_when(ctx, entry.operation))
    if outbox.frozen:
        return tr("outbox.frozen")
    if outbox.offline:
        return tr("outbox.offline")
    if outbox.cooldown_until > max(now, entry.due):
        return tr("outbox.cooldown", wait=lasting(tr, outbox.cooldown_until - now))
    return tr("outbox.in", n=max(0, round(entry.due - now)))


def _when(ctx: RenderContext, operation: Operation) -> str:
    """The time it was decided, or was to go, with the day where that is another one."""
    moment = max(operation.decided_at, operation.not_before or operation.decided_at)
    same = moment.astimezone(ctx.zone).date() == ctx.now.astimezone(ctx.zone).date()
    return clock(ctx, moment) if same else f"{date(ctx, moment)} {clock(ctx, moment)}"


def is_today(ctx: RenderContext, one: Finished) -> bool:
    """Whether it came to its end on this day of the person's."""
    return one.at.astimezone(ctx.zone).date() == ctx.now.astimezone(ctx.zone).date()
