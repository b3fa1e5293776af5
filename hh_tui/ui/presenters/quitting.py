"""What is open when one leaves, by name: decisions that wait, texts that would be lost, what is scheduled."""

from collections.abc import Sequence
from itertools import accumulate, chain
from typing import Final

from hh_tui.inbox.decisions.batch import outbox_lines
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.decisions.outbox import OutboxEntry
from hh_tui.ui.presenters.batch import MANY, NAMED, names, what
from hh_tui.ui.presenters.batch import deed as told
from hh_tui.ui.presenters.candidate import dotted
from hh_tui.ui.presenters.letter_beginning import beginning, in_words
from hh_tui.ui.presenters.render_context import RenderContext
from hh_tui.ui.presenters.schedule import ahead

LISTED: Final = 10
"""Lines about writes that wait."""


def listed(ctx: RenderContext, waiting: Sequence[OutboxEntry], most: int = LISTED) -> list[str]:
    """A heading, and in `most` lines what waits: to whom what is done, and how the letter begins.

    Those that have no room are counted.
    """
    alike = outbox_lines(waiting)
    if not alike:
        return []
    about = [_about(ctx, [one.operation for one in together]) for together in alike]
    shown = _fitting(about, most)
    lines = list(chain.from_iterable(about[:shown]))
    if more := sum(map(len, alike[shown:])):
        lines.append(ctx.tr("outbox.more", n=more))
    return [ctx.tr("leave.waiting"), *(f"  {line}" for line in lines)]


def detail(
    ctx: RenderContext,
    texts: Sequence[str],
    unnamed: int,
    scheduled: Sequence[OutboxEntry],
    *,
    kept: bool,
    locked_out: bool,
) -> str:
    """A line for each kind of the rest, the first few by name.

    `texts` are whom the lost ones are for, beside `unnamed` others; scheduled writes stay where they are
    `kept` on a disk. `locked_out` is who has to log in before anything can be sent.
    """
    tr = ctx.tr
    said = [tr("leave.locked-out")] if locked_out else []
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


def _fitting(about: Sequence[Sequence[str]], most: int) -> int:
    """How many of the first have room in `most` lines, one of which counts those that have none."""
    ends = list(accumulate(len(one) for one in about))
    return len(about) if ends[-1] <= most else max(1, sum(end < most for end in ends))


def _about(ctx: RenderContext, operations: Sequence[Operation]) -> list[str]:
    """What is done to whom; below it their letter, for several as it was written for all of them."""
    first = operations[0]
    if len(operations) < MANY:
        deed, letter = told(ctx, first, 1), first.text
    else:
        where = first.invitation.vacancy if first.invitation else ""
        people = names(ctx, [one.negotiation for one in operations])
        deed, letter = dotted((what(ctx, first), people, where)), first.words
    return [deed, f"  {beginning(in_words(ctx.tr, letter))}"] if letter else [deed]


def _at(ctx: RenderContext, operation: Operation) -> str:
    return ahead(ctx, operation.not_before) if operation.not_before is not None else ""
