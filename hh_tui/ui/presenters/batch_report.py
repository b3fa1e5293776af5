"""The whole report of what was decided on together."""

from collections.abc import Container, Sequence

from textual.content import Content

from hh_tui.errors import HHError
from hh_tui.inbox.decisions.batch import Report
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.ui.presenters import glyphs
from hh_tui.ui.presenters.candidate import dotted, name
from hh_tui.ui.presenters.errors import explain
from hh_tui.ui.presenters.render_context import RenderContext


def page(ctx: RenderContext, report: Report, marked: Container[str]) -> Content:
    """The whole report: how many, then everybody for whom it did not take place, with the reason.

    Of each kind it is counted how many are still `marked`, by negotiation.
    """
    tr = ctx.tr
    lines = [Content.styled(f"{glyphs.SENT} {tr('batch.done', n=len(report.done))}", "$success")]
    if report.dropped:
        lines.append(Content.styled(f"– {tr('batch.dropped', n=len(report.dropped))}", "$text-muted"))
    lines += _failed(ctx, "batch.refused.title", report.refused, marked)
    lines += _failed(ctx, "batch.unsent.title", report.unsent, marked)
    lines += _failed(ctx, "batch.letterless.title", report.letterless, marked)
    if report.unknown:
        title = _title(ctx, "batch.unknown.title", report.unknown, marked)
        lines += [Content(""), Content.styled(f"? {title}", "bold $warning")]
        lines += [Content.assemble("  ", name(ctx, one.negotiation)) for one in report.unknown]
    return Content("\n").join(lines)


def _title(ctx: RenderContext, key: str, operations: Sequence[Operation], marked: Container[str]) -> str:
    still = sum(one.negotiation.id in marked for one in operations)
    said = ctx.tr("batch.still-marked", n=still) if still else ""
    return dotted((ctx.tr(key, n=len(operations)), said))


def _failed(
    ctx: RenderContext, key: str, failed: Sequence[tuple[Operation, HHError]], marked: Container[str]
) -> list[Content]:
    """How many, then each with the reason; nothing where there are none."""
    if not failed:
        return []
    title = _title(ctx, key, [operation for operation, _ in failed], marked)
    lines = [Content(""), Content.styled(f"{glyphs.FAILED} {title}", "bold $error")]
    for operation, error in failed:
        lines.append(Content.assemble("  ", (name(ctx, operation.negotiation), "bold")))
        lines.append(Content.assemble("    ", (explain(ctx.tr, error).sentence, "$text-muted")))
    return lines
