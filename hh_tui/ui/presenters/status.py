"""The first and the last line of the screen."""

from collections.abc import Sequence

from textual.content import Content

from hh_tui.api.models import Account, Vacancy
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.decisions.outbox import Outbox, OutboxEntry, Stage
from hh_tui.ui.presenters import actions, glyphs, network
from hh_tui.ui.presenters.candidate import dotted, name
from hh_tui.ui.presenters.outbox_state import state_of
from hh_tui.ui.presenters.render_context import RenderContext


def title(
    ctx: RenderContext,
    account: Account | None,
    profile: str,
    vacancy: Vacancy | None,
    online: bool,
    outbox: Outbox,
    long_reads: int = 0,
) -> tuple[Content, Content]:
    """Program, vacancy, company and person; at the right slow reads, connection and open writes."""
    employer = account.employer.name if account and account.employer else ""
    place = (
        f"{vacancy.name}, {vacancy.area.name}"
        if vacancy and vacancy.area
        else vacancy.name
        if vacancy
        else ""
    )
    left = Content.assemble(
        ("hh-tui", "bold $primary"),
        "  ",
        (place, "bold"),
        "  " if place else "",
        (dotted((employer, account.name if account else "", profile)), "$text-muted"),
    )
    parts = [
        (glyphs.ATTENTION + " " + ctx.tr("status.online"), "$success")
        if online
        else (glyphs.FAILED + " " + ctx.tr("status.offline"), "$error")
    ]
    if outbox.frozen:
        parts = [(glyphs.FAILED + " " + ctx.tr("frozen.title"), "bold $error")]
    if working := network.sign(long_reads):
        parts.insert(0, (working, "$text-muted"))
    if waiting := len(outbox.hurrying(ctx.now)):
        parts.append((ctx.tr("status.outbox", n=waiting), "$warning"))
    if scheduled := len(outbox.scheduled(ctx.now)):
        parts.append((f"{glyphs.HELD} {ctx.tr('status.scheduled', n=scheduled)}", "$text-muted"))
    if failed := len(outbox.of(Stage.FAILED)):
        parts.append((ctx.tr("status.failed", n=failed), "$error"))
    return left, Content("  ").join(Content.assemble(part) for part in parts)


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
                state_of(ctx, outbox, last, now),
                ctx.tr("outbox.undo", key=undo_key) if undo_key else "",
                more,
            )
        )
    for entry in entries:
        if entry.stage in {Stage.UNKNOWN, Stage.SENDING}:
            return dotted((deed(ctx, entry.operation), state_of(ctx, outbox, entry, now)))
    parked = len(outbox.parked)
    return ctx.tr("outbox.parked.line", n=parked, key=outbox_key) if parked else ""
