"""What waits in the outbox, as the last line of the screen tells it."""

from collections.abc import Sequence

from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.decisions.outbox import Outbox, OutboxEntry, Stage
from hh_tui.ui.presenters import actions
from hh_tui.ui.presenters.candidate import dotted, name
from hh_tui.ui.presenters.outbox_state import state_of
from hh_tui.ui.presenters.render_context import RenderContext


def deed(ctx: RenderContext, operation: Operation) -> str:
    """What is done to whom: `Отказ · Иванова Мария`."""
    what = actions.name(operation.action) if operation.action else ctx.tr("deed.letter")
    if operation.action is not None and operation.text is None and operation.action.argument("message"):
        what = f"{what} {ctx.tr('deed.silent')}"
    where = operation.invitation.vacancy if operation.invitation else ""
    return dotted((what, name(ctx, operation.negotiation), where))


def waiting(ctx: RenderContext, outbox: Outbox, now: float, undo_key: str, outbox_key: str) -> str:
    """The write that can be taken back first, with what it waits for; empty when none is open.

    `undo_key` is empty where that key does something else now.
    A write that is not written down yet is not told of: only what is told of is sure to survive.
    """
    entries: Sequence[OutboxEntry] = outbox.entries
    held = [entry for entry in entries if entry.can_be_undone(now, ctx.now) and entry.saved]
    if held:
        last = held[-1]
        more = ctx.tr("outbox.more", n=len(held) - 1) if len(held) > 1 else ""
        return dotted(
            (
                deed(ctx, last.operation),
                state_of(ctx, outbox, last, now, is_alone=not last.operation.decided_with),
                ctx.tr("outbox.undo", key=undo_key) if undo_key else "",
                more,
            )
        )
    for entry in entries:
        if entry.stage in {Stage.UNKNOWN, Stage.SENDING}:
            return dotted((deed(ctx, entry.operation), state_of(ctx, outbox, entry, now)))
    parked = len(outbox.parked)
    return ctx.tr("outbox.parked.line", n=parked, key=outbox_key) if parked else ""
