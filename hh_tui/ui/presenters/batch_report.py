"""The whole report of what was decided on together."""

from collections.abc import Sequence

from textual.content import Content

from hh_tui.errors import HHError
from hh_tui.inbox.decisions.batch import Report
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.ui.presenters import glyphs
from hh_tui.ui.presenters.candidate import name
from hh_tui.ui.presenters.errors import explain
from hh_tui.ui.presenters.render_context import RenderContext


def page(ctx: RenderContext, report: Report) -> Content:
    """The whole report: how many, then everybody who is still marked, with the reason."""
    tr = ctx.tr
    lines = [Content.styled(f"{glyphs.SENT} {tr('batch.done', n=len(report.done))}", "$success")]
    if report.dropped:
        lines.append(Content.styled(f"– {tr('batch.dropped', n=len(report.dropped))}", "$text-muted"))
    lines += _failed(ctx, "batch.refused.marked", report.refused)
    lines += _failed(ctx, "batch.unsent.marked", report.unsent)
    lines += _failed(ctx, "batch.letterless.marked", report.letterless)
    if report.unknown:
        lines += [Content(""), Content.styled(f"? {tr('batch.unknown.marked', n=len(report.unknown))}", "bold $warning")]  # fmt: skip  # noqa: E501
        lines += [Content.assemble("  ", name(ctx, one.negotiation)) for one in report.unknown]
    return Content("\n").join(lines)


def _failed(ctx: RenderContext, title: str, failed: Sequence[tuple[Operation, HHError]]) -> list[Content]:
    """How many, then each with the reason; nothing where there are none."""
    if not failed:
        return []
    lines = [Content(""), Content.styled(f"{glyphs.FAILED} {ctx.tr(title, n=len(failed))}", "bold $error")]
    for operation, error in failed:
        lines.append(Content.assemble("  ", (name(ctx, operation.negotiation), "bold")))
        lines.append(Content.assemble("    ", (explain(ctx.tr, error).sentence, "$text-muted")))
    return lines
