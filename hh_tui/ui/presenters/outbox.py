"""The outbox in words: what is open, then what was done today."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from msgspec import Struct
from rich.cells import cell_len
from textual.content import Content

from hh_tui.errors import HHError
from hh_tui.inbox.decisions.batch import outbox_lines
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.decisions.outbox import Finished, Outbox, OutboxEntry, Stage
from hh_tui.ui.presenters import batch, glyphs, status
from hh_tui.ui.presenters.candidate import dotted, name
from hh_tui.ui.presenters.dates import clock
from hh_tui.ui.presenters.errors import explain
from hh_tui.ui.presenters.excerpt import excerpt
from hh_tui.ui.presenters.form_choices import beside
from hh_tui.ui.presenters.keyed import told
from hh_tui.ui.presenters.letter_beginning import beginning, in_words
from hh_tui.ui.presenters.outbox_remedy import commands, what_to_do
from hh_tui.ui.presenters.outbox_state import is_today, state_of
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


class OutboxLine(Struct, frozen=True):
    """One write, or those of a batch that stand alike; `id` is the first one's, empty for a heading.

    `state` says where it stands, `more` how many there are beside those whom the `label` names. `commands`
    are the ids of what does something for it. `decided` names what was decided together, at any stage.
    `state_in_full` stands in the place of `state` where nothing else has to give way to it.
    """

    id: str
    stage: Stage | None
    label: str
    state: str
    detail: Content
    more: str = ""
    commands: tuple[str, ...] = ()
    decided: str = ""
    state_in_full: str = ""
    is_paused: bool = False
    """Whether it waits for the person, and goes not by itself."""


NAMED: Final = 2
"""People of a batch who are named in its line."""


def lines(
    ctx: RenderContext,
    outbox: Outbox,
    finished: Iterable[Finished],
    now: float,
    keys: Callable[[str], str],
) -> tuple[OutboxLine, ...]:
    """Everything open in the order decided, then what was finished today, the latest first.

    What waits for the person stands above what goes by itself.
    """
    waiting = sorted(outbox_lines(outbox.entries), key=lambda alike: not alike[0].parked)
    open_ones = [_open(ctx, outbox, alike, now, keys) for alike in waiting]
    ended = [one for one in reversed(tuple(finished)) if is_today(ctx, one)]
    today = [_finished(ctx, alike, keys) for alike in batch.ended_lines(ended)]
    heading = OutboxLine("", None, ctx.tr("outbox.today"), "", Content(""))
    return (*open_ones, *((heading,) if today else ()), *today)


def _open(
    ctx: RenderContext, outbox: Outbox, alike: Sequence[OutboxEntry], now: float, keys: Callable[[str], str]
) -> OutboxLine:
    entry, error = alike[0], alike[0].error
    style = "$error" if entry.stage is Stage.FAILED else "$warning" if error is not None else "$text-muted"
    sentence = Content.styled(what_to_do(ctx, alike, keys), style)
    label, more = _label(ctx, [one.operation for one in alike])
    return OutboxLine(
        entry.operation.id,
        entry.stage,
        label,
        state_of(ctx, outbox, entry, now),
        _detail(ctx, sentence, entry.operation, _words(ctx, entry.operation, len(alike))),
        more,
        (*commands(alike, ctx.now), "outbox-open"),
        _decided(entry.operation),
        state_of(ctx, outbox, entry, now, is_alone=len(alike) == 1),
        is_paused=entry.stage is Stage.HELD and entry.parked,
    )


def _finished(ctx: RenderContext, alike: Sequence[Finished], keys: Callable[[str], str]) -> OutboxLine:
    alike = alike[::-1]
    one = alike[0]
    state = ctx.tr(f"outbox.{one.stage}", time=clock(ctx, one.at))
    sentence = Content.styled(ctx.tr(f"outbox.next.{one.stage}"), "$text-muted")
    label, more = _label(ctx, [same.operation for same in alike])
    if len(alike) > 1 and one.operation.wording:
        each = told(ctx.tr, "outbox.each-own", {"key": keys("outbox-open")})
        own = Content.styled(each, "$text-muted")
        sentence = Content("\n").join((sentence, own))
    detail = _detail(ctx, sentence, one.operation, one.operation.text or "")
    ways, decided = ("outbox-open",), _decided(one.operation)
    return OutboxLine(one.operation.id, one.stage, label, state, detail, more, ways, decided)


def _decided(operation: Operation) -> str:
    return operation.batch or operation.id


def _words(ctx: RenderContext, operation: Operation, count: int) -> str:
    return in_words(ctx.tr, operation.words) if count > 1 else operation.text or ""


def _detail(ctx: RenderContext, sentence: Content, operation: Operation, words: str) -> Content:
    if with_it := beside(ctx, operation):
        sentence = Content("\n").join((sentence, Content(with_it)))
    parts = [sentence, *((excerpt(ctx.tr, words, ours=True),) if words else ())]
    return Content("\n\n").join(parts)


def _label(ctx: RenderContext, operations: Sequence[Operation]) -> tuple[str, str]:
    """What is done to whom, and how many more there are: `Отказ · Иванова Мария, Петров Олег`, `+138`."""
    if len(operations) == 1:
        return status.deed(ctx, operations[0]), ""
    named, more = batch.named(ctx, (one.negotiation for one in operations), NAMED)
    return dotted((batch.what(ctx, operations[0]), named)), f"+{more}" if more else ""


def why_not(ctx: RenderContext, line: OutboxLine | None, command: str, keys: Callable[[str], str]) -> str:
    """Why a command does nothing for the write of this line, and what does something."""
    if line is None or line.stage is None:
        return ctx.tr("outbox.not-now.nothing")
    named = {one: keys(f"outbox-{one}") for one in ("send", "drop")}
    if line.stage is Stage.HELD and command == "outbox-edit":
        return told(ctx.tr, "outbox.not-now.edit", named)
    return told(ctx.tr, f"outbox.not-now.{line.stage}", named)


def everybody(
    ctx: RenderContext, operations: Sequence[Operation], errors: Mapping[str, HHError | None]
) -> Content:
    """All whom a line is about, each with what went wrong with them, and the letter as it goes to them.

    `errors` are by the operation's id.
    """
    with_it = beside(ctx, operations[0])
    parts = [Content(with_it), Content("")] if with_it else []
    alike = len({one.text for one in operations}) == 1
    for one in operations:
        lines = [Content.styled(name(ctx, one.negotiation), "bold")]
        if (error := errors.get(one.id)) is not None:
            lines.append(Content.styled(f"  {explain(ctx.tr, error).what}", "$error"))
        if one.text and not alike:
            lines.append(Content(f"  {beginning(one.text)}"))
        parts.append(Content("\n").join(lines))
    if alike and operations[0].text:
        parts += [Content(""), excerpt(ctx.tr, operations[0].text, ours=True)]
    return Content("\n").join(parts)


def painted(line: OutboxLine, width: int) -> Content:
    """Sign, what is done to whom, and where it stands."""
    if line.stage is None:
        return Content.styled(f"── {line.label} ──", "$text-muted").truncate(width, ellipsis=True, pad=True)
    sign, style = (glyphs.PAUSED, "$warning") if line.is_paused else _SIGNS[line.stage]
    quiet = line.stage in {Stage.DONE, Stage.DROPPED}
    ink = "$text-muted" if quiet else ""
    more = Content.styled(f" {line.more}" if line.more else "", ink)
    left = Content.assemble((sign, style), " ", (line.label, ink))
    state = line.state_in_full
    if not state or left.cell_length + more.cell_length + cell_len(state) >= width:
        state = line.state
    room = max(1, width - more.cell_length - len(state) - 1)
    left = Content.assemble(left.truncate(room, ellipsis=True), more)
    return left_right(left, Content.styled(state, style), width)
