"""The whole report of what was decided on together."""

from textual.content import Content

from hh_tui.inbox.decisions.batch import Report
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
    if report.refused:
        lines += [Content(""), Content.styled(f"{glyphs.FAILED} {tr('batch.refused.marked', n=len(report.refused))}", "bold $error")]  # fmt: skip  # noqa: E501
        for operation, error in report.refused:
            lines.append(Content.assemble("  ", (name(ctx, operation.negotiation), "bold")))
            lines.append(Content.assemble("    ", (explain(tr, error).sentence, "$text-muted")))
    if report.unknown:
        lines += [Content(""), Content.styled(f"? {tr('batch.unknown.marked', n=len(report.unknown))}", "bold $warning")]  # fmt: skip  # noqa: E501
        lines += [Content.assemble("  ", name(ctx, one.negotiation)) for one in report.unknown]
    return Content("\n").join(lines)
