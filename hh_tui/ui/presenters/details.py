"""The details of an error, for those who have to report it."""

from typing import Final

from textual.content import Content

from hh_tui.errors import HHError, LimitReached, Refused
from hh_tui.inbox.rules.daily_limit import lasts_a_day, new_day
from hh_tui.ui.presenters.dates import clock
from hh_tui.ui.presenters.errors import explain
from hh_tui.ui.presenters.render_context import RenderContext

AFTER_REPLY: Final = "in_a_row_limit"
NEVER: Final = "overall_limit"
"""Limits of letters to one candidate: one ends with their answer, the other does not."""


def details(ctx: RenderContext, error: HHError) -> Content:
    """What hh.ru said exactly: its support asks for the request id."""
    tr = ctx.tr
    explanation = explain(tr, error)
    rows = [("details.kind", type(error).__name__)]
    if isinstance(error, Refused):
        rows += [
            ("details.status", str(error.status)),
            ("details.type", error.type),
            ("details.value", error.value),
            ("details.request", error.request_id),
        ]
    lines = [Content.styled(explanation.title, "bold"), Content(explanation.what), Content(explanation.hint)]
    lines += [Content("")]
    lines += [Content.assemble((tr(key), "$text-muted"), "  ", value) for key, value in rows if value]
    lines += [Content(""), Content(when_repeated(ctx, error))]
    return Content("\n").join(lines)


def when_repeated(ctx: RenderContext, error: HHError) -> str:
    """Whether the same may succeed another time, and when."""
    if not error.repeatable or getattr(error, "value", "") == NEVER:
        return ctx.tr("details.no-repeat")
    if lasts_a_day(error):
        return ctx.tr("details.new-day", time=clock(ctx, new_day(ctx.now)))
    if not isinstance(error, LimitReached):
        return ctx.tr("details.repeat")
    return ctx.tr("details.after-reply" if error.value == AFTER_REPLY else "details.later")
