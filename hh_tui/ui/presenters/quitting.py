"""What is open when one leaves, by name: decisions that wait, texts that would be lost, what is scheduled."""

from collections.abc import Sequence

from hh_tui.inbox.decisions.batch import outbox_lines
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.decisions.outbox import OutboxEntry
from hh_tui.ui.presenters.batch import NAMED
from hh_tui.ui.presenters.batch import deed as told
from hh_tui.ui.presenters.render_context import RenderContext
from hh_tui.ui.presenters.schedule import ahead


def detail(
    ctx: RenderContext,
    waiting: Sequence[OutboxEntry],
    texts: Sequence[str],
    unnamed: int,
    scheduled: Sequence[OutboxEntry],
    *,
    kept: bool,
) -> str:
    """A line for each kind of it, the first few by name.

    `texts` are whom the lost ones are for, beside `unnamed` others; scheduled writes stay where they are
    `kept` on a disk.
    """
    tr = ctx.tr
    said = []
    if waiting:
        said.append(tr("leave.waiting", what=some(ctx, deeds(ctx, waiting))))
    if texts or unnamed:
        said.append(tr("leave.texts.whose", who=some(ctx, texts, unnamed)))
    if scheduled:
        what = some(ctx, [f"{_at(ctx, one.operation)} {deed}" for one, deed in _named(ctx, scheduled)])
        said.append(tr("leave.scheduled.kept" if kept else "leave.scheduled.lost", what=what))
    return "\n".join(said)


def some(ctx: RenderContext, names: Sequence[str], more: int = 0) -> str:
    """The first few, and how many there are beside them."""
    more += max(0, len(names) - NAMED)
    said = "; ".join(names[:NAMED])
    return f"{said} {ctx.tr('outbox.more', n=more)}".strip() if more else said


def _named(ctx: RenderContext, entries: Sequence[OutboxEntry]) -> list[tuple[OutboxEntry, str]]:
    return [(alike[0], told(ctx, alike[0].operation, len(alike))) for alike in outbox_lines(entries)]


def deeds(ctx: RenderContext, entries: Sequence[OutboxEntry]) -> list[str]:
    """What waits, by name, a batch once."""
    return [deed for _, deed in _named(ctx, entries)]


def _at(ctx: RenderContext, operation: Operation) -> str:
    return ahead(ctx, operation.not_before) if operation.not_before is not None else ""
