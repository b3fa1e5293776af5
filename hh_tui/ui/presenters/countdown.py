"""What waits in the outbox or is on its way, as the last line of the screen counts it down."""

from collections.abc import Sequence
from typing import Final

from rich.cells import cell_len, set_cell_size

from hh_tui.inbox.decisions.batch import Report, last_held, report
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.decisions.outbox import Finished, Outbox, Stage
from hh_tui.ui.presenters.batch import is_of_sprint, what, whole
from hh_tui.ui.presenters.candidate import dotted
from hh_tui.ui.presenters.outbox_state import state_of
from hh_tui.ui.presenters.render_context import RenderContext
from hh_tui.ui.presenters.status import parts

LEAST: Final = 8
"""Cells of a part of the deed below which it tells nothing."""


def waiting_line(
    ctx: RenderContext,
    outbox: Outbox,
    finished: Sequence[Finished],
    now: float,
    undo_key: str,
    outbox_key: str,
    width: int = 0,
) -> str:
    """What can be taken back, or is on its way, at `now` of the app's steady clock in seconds.

    `undo_key` is empty where that key does something else now. Where not all of it has room in `width` cells
    the deed gives way: to whom, for how long yet and by which key are told.
    """
    going = {Stage.SENDING, Stage.UNKNOWN}
    under_way = next(
        (one.operation for one in outbox.entries if one.operation.decided_with and one.stage in going), None
    )
    if under_way is not None:
        return _progress(ctx, under_way, report(outbox, finished, under_way.decided_with), undo_key, width)
    last = last_held(outbox, now, ctx.now)
    entry = outbox.entry(last[-1].id) if last else None
    if entry is None or not entry.operation.decided_with or not entry.saved:
        return _alone(ctx, outbox, now, undo_key, outbox_key, width)
    undo = ctx.tr("outbox.undo", key=undo_key) if undo_key else ""
    deed = whole(ctx, entry.operation, len(last))
    return _fitted((deed,), (state_of(ctx, outbox, entry, now), undo), width)


def undo_line(
    ctx: RenderContext,
    outbox: Outbox,
    finished: Sequence[Finished],
    now: float,
    undo_key: str,
    width: int = 0,
) -> str:
    """The same while `undo_key` takes something back; empty once it would not."""
    if not last_held(outbox, now, ctx.now):
        return ""
    return waiting_line(ctx, outbox, finished, now, undo_key, "", width)


def _progress(ctx: RenderContext, operation: Operation, report: Report, key: str, width: int) -> str:
    """`Подумать · отправлено 150 из 700 · z не отправлять остальных`."""
    said = ctx.tr("batch.sent", done=report.gone, n=report.total)
    name = ctx.tr("sprint.title.plain") if is_of_sprint(operation) else what(ctx, operation)
    return _fitted((name,), (said, ctx.tr("batch.stop", key=key) if key else ""), width)


def _alone(ctx: RenderContext, outbox: Outbox, now: float, undo_key: str, outbox_key: str, width: int) -> str:
    """The write that can be taken back first, with what it waits for; empty when none is open.

    A write that is not written down yet is not told of: only what is told of is sure to survive.
    """
    entries = outbox.entries
    held = [entry for entry in entries if entry.can_be_undone(now, ctx.now) and entry.saved]
    if held:
        last = held[-1]
        state = state_of(ctx, outbox, last, now, is_alone=not last.operation.decided_with)
        undo = ctx.tr("outbox.undo", key=undo_key) if undo_key else ""
        more = ctx.tr("outbox.more", n=len(held) - 1) if len(held) > 1 else ""
        return _fitted(parts(ctx, last.operation), (state, undo, more), width)
    for entry in entries:
        if entry.stage in {Stage.UNKNOWN, Stage.SENDING}:
            return _fitted(parts(ctx, entry.operation), (state_of(ctx, outbox, entry, now),), width)
    parked = len(outbox.parked)
    return ctx.tr("outbox.parked.line", n=parked, key=outbox_key) if parked else ""


def _fitted(deed: Sequence[str], waits: Sequence[str], width: int) -> str:
    """The deed and what it waits for. The vacancy gives way first, which can be left out, then what is done,
    and whom it is done to last."""
    told = [*deed, "", ""][:3]
    for place, least in ((2, 0), (0, LEAST), (1, LEAST)):
        excess = cell_len(dotted((*told, *waits))) - width
        if width <= 0 or excess <= 0:
            break
        told[place] = _shortened(told[place], excess, least)
    return dotted((*told, *waits))


def _shortened(text: str, excess: int, least: int) -> str:
    """Without as many cells, but not below the `least`; nothing where what is left would tell nothing."""
    length = cell_len(text)
    room = max(length - excess, min(least, length))
    if room >= length:
        return text
    return f"{set_cell_size(text, room - 1).rstrip()}…" if room >= LEAST else ""
