"""The outbox in words: what is open, then what was done today."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from textual.content import Content

from hh_tui.inbox.decisions.forms import Form
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.decisions.outbox import Finished, Outbox, OutboxEntry, Stage
from hh_tui.ui.presenters import batch, glyphs
from hh_tui.ui.presenters.dates import clock
from hh_tui.ui.presenters.errors import explain
from hh_tui.ui.presenters.excerpt import excerpt
from hh_tui.ui.presenters.outbox_state import state_of
from hh_tui.ui.presenters.render_context import RenderContext
from hh_tui.ui.presenters.row import left_right

_SIGNS = {
    Stage.HELD: (glyphs.HELD, "$warning"),
    Stage.SENDING: (glyphs.ARROW, "$accent"),
    Stage.UNKNOWN: ("?", "$warning"),
    Stage.FAILED: (glyphs.FAILED, "$error"),
    Stage.DONE: (glyphs.SENT, "$success"),
    Stage.DROPPED: ("–", "$text-muted"),
}


@dataclass(frozen=True, slots=True)
class OutboxLine:
    """One write; `id` is its operation's, empty for a heading. `state` says where it stands.

    `editable`: there is a text in it that can be changed.
    """

    id: str
    stage: Stage | None
    label: str
    state: str
    detail: Content
    editable: bool = False


_COMMANDS: Final[Mapping[Stage, tuple[str, ...]]] = {
    Stage.HELD: ("outbox-send", "outbox-edit", "outbox-drop"),
    Stage.FAILED: ("outbox-repeat", "outbox-edit", "outbox-drop"),
    Stage.UNKNOWN: ("outbox-drop",),
}
"""What can be done with a write; nothing with one that is on its way, or at its end."""


def commands(line: OutboxLine | None) -> tuple[str, ...]:
    """The commands that do something for this line."""
    found = _COMMANDS.get(line.stage, ()) if line is not None and line.stage is not None else ()
    return tuple(one for one in found if one != "outbox-edit" or (line is not None and line.editable))


def can_be_edited(operation: Operation) -> bool:
    """Whether there is anything in it to change, and it is one candidate's."""
    if operation.batch:
        return False
    return operation.action is None or bool(Form.of(operation.action, operation.negotiation, "").fields)


def is_today(ctx: RenderContext, one: Finished) -> bool:
    """Whether it came to its end on this day of the person's."""
    return one.at.astimezone(ctx.zone).date() == ctx.now.astimezone(ctx.zone).date()


def lines(
    ctx: RenderContext, outbox: Outbox, finished: Iterable[Finished], now: float
) -> tuple[OutboxLine, ...]:
    """Everything open in the order decided, then what was finished today, the latest first."""
    open_ones = [_open(ctx, outbox, alike[0], now, len(alike)) for alike in batch.open_lines(outbox.entries)]
    ended = [one for one in reversed(tuple(finished)) if is_today(ctx, one)]
    today = [_finished(ctx, alike[0], len(alike)) for alike in batch.ended_lines(ended)]
    heading = OutboxLine("", None, ctx.tr("outbox.today"), "", Content(""))
    return (*open_ones, *((heading,) if today else ()), *today)


def _open(ctx: RenderContext, outbox: Outbox, entry: OutboxEntry, now: float, count: int) -> OutboxLine:
    words = entry.operation.words if count > 1 else entry.operation.text
    detail = [excerpt(ctx.tr, words, ours=True)] if words else []
    if entry.error is not None and entry.stage in {Stage.FAILED, Stage.UNKNOWN}:
        sentence = explain(ctx.tr, entry.error).sentence
        detail.insert(0, Content.styled(sentence, "$error" if entry.stage is Stage.FAILED else "$warning"))
    state = state_of(ctx, outbox, entry, now)
    deed = batch.deed(ctx, entry.operation, count)
    editable = can_be_edited(entry.operation)
    return OutboxLine(entry.operation.id, entry.stage, deed, state, Content("\n\n").join(detail), editable)


def _finished(ctx: RenderContext, one: Finished, count: int) -> OutboxLine:
    state = ctx.tr(f"outbox.{one.stage}", time=clock(ctx, one.at))
    deed = batch.deed(ctx, one.operation, count)
    words = one.operation.words if count > 1 else one.operation.text or ""
    detail = excerpt(ctx.tr, words, ours=True)
    return OutboxLine(one.operation.id, one.stage, deed, state, detail)


def painted(line: OutboxLine, width: int) -> Content:
    """Sign, what is done to whom, and where it stands."""
    if line.stage is None:
        return Content.styled(f"── {line.label} ──", "$text-muted").truncate(width, ellipsis=True, pad=True)
    sign, style = _SIGNS[line.stage]
    quiet = line.stage in {Stage.DONE, Stage.DROPPED}
    left = Content.assemble((sign, style), " ", (line.label, "$text-muted" if quiet else ""))
    return left_right(left, Content.styled(line.state, style), width)
