"""The API worker at work: what waits, what is on its way, what went wrong."""

from collections.abc import Sequence

from textual.content import Content

from hh_tui.inbox.snapshot.network_activity import FailedCall, NetworkActivity
from hh_tui.ui.presenters import glyphs
from hh_tui.ui.presenters.dates import clock, date
from hh_tui.ui.presenters.render_context import RenderContext

_WAITING = ("network.now", "network.soon", "network.idle")


def sign(long_reads: int) -> str:
    """Reads that take long, as the title shows them; empty when none does."""
    return f"{glyphs.WORKING} {long_reads}" if long_reads else ""


def page(ctx: RenderContext, activity: NetworkActivity) -> Content:
    """Everything about it, for a page."""
    tr = ctx.tr
    reads = [(_noun(ctx, one.what), tr("network.seconds", n=int(one.seconds))) for one in activity.reads]
    waiting = [(tr(key), str(n)) for key, n in zip(_WAITING, activity.waiting, strict=False)]
    return Content("\n").join(
        [
            *_part(tr("network.reads"), reads, tr("network.none")),
            *_part(tr("network.waiting"), waiting, tr("network.none")),
            *_part(tr("network.writes"), [(tr("network.writes.open"), str(activity.writes))], ""),
            *_part(
                tr("network.failed-calls"),
                [_failed_call(ctx, one) for one in activity.failed_calls],
                tr("network.no-failed-calls"),
            ),
        ][:-1]
    )


def _noun(ctx: RenderContext, what: str) -> str:
    key = f"reading.{what}"
    return ctx.tr(key) if key in ctx.tr else what


def _failed_call(ctx: RenderContext, failed_call: FailedCall) -> tuple[str, str]:
    key = f"error.{failed_call.code}.title"
    what = ctx.tr(key) if key in ctx.tr else failed_call.code
    day = "" if date(ctx, failed_call.at) == date(ctx, ctx.now) else f"{date(ctx, failed_call.at)} "
    number = f" · {failed_call.request_id}" if failed_call.request_id else ""
    return f"{day}{clock(ctx, failed_call.at)}", f"{what} ({failed_call.code}){number}"


def _part(title: str, rows: Sequence[tuple[str, str]], nothing: str) -> list[Content]:
    width = max((len(name) for name, _ in rows), default=0)
    lines = [
        Content.assemble((name.ljust(width), "$text-muted"), "  ", Content(value)) for name, value in rows
    ]
    return [Content.styled(title, "bold"), *(lines or [Content.styled(nothing, "$text-muted")]), Content("")]
