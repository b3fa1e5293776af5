"""The log of decisions in words."""

from collections.abc import Iterable, Sequence

from textual.content import Content

from hh_tui.i18n import Catalogue
from hh_tui.inbox.decisions.decision_log import LoggedDecision, by_day, by_vacancy, counts
from hh_tui.inbox.decisions.outbox import Stage
from hh_tui.ui.presenters.dates import clock, day
from hh_tui.ui.presenters.errors import explain
from hh_tui.ui.presenters.excerpt import beginning
from hh_tui.ui.presenters.render_context import RenderContext

SHOWN = 500
"""Decisions on the page; the command line tells all."""


def what(tr: Catalogue, one: LoggedDecision) -> str:
    """The action, and the employer state where it is called otherwise; a letter by its word."""
    action = one.action or tr("deed.letter")
    if one.state and one.state.casefold() != action.casefold():
        return f"{action} → {one.state}"
    return action


def summary(tr: Catalogue, decisions: Iterable[LoggedDecision]) -> str:
    """How many of each were done, and how many are not: `Отказать 12 · Письмо 3 · не отправлено: 1`."""
    found = list(decisions)
    told = [f"{action or tr('deed.letter')} {n}" for action, n in counts(found).most_common()]
    if waiting := sum(one.stage is not Stage.DONE for one in found):
        told.append(tr("log.open", n=waiting))
    return " · ".join(told)


def page(ctx: RenderContext, decisions: Sequence[LoggedDecision]) -> Content:
    """The days, the latest first, each by vacancy; what is left out is said at the end."""
    if not decisions:
        return Content(ctx.tr("log.nothing"))
    lines: list[Content] = []
    for _, found in by_day(decisions[-SHOWN:], ctx.zone):
        heading = day(ctx, found[0].at)
        lines += [Content.styled(heading, "bold $accent"), Content(summary(ctx.tr, found)), Content("")]
        for vacancy, of_vacancy in by_vacancy(found):
            lines.append(Content.styled(vacancy, "bold"))
            lines += [_line(ctx, one) for one in reversed(of_vacancy)]
            lines.append(Content(""))
    if len(decisions) > SHOWN:
        lines.append(Content(ctx.tr("log.more", n=len(decisions) - SHOWN)))
    lines.append(Content.styled(ctx.tr("log.command"), "$text-muted"))
    return Content("\n").join(lines)


def _line(ctx: RenderContext, one: LoggedDecision) -> Content:
    tr, who = ctx.tr, one.candidate or ctx.tr("candidate.nameless")
    parts: list[Content | str | tuple[str, str]] = [f"  {clock(ctx, one.at)}  {what(tr, one)} · {who}"]
    if one.stage is not Stage.DONE:
        parts.append((f" · {tr(f'log.{one.stage}')}", "$warning"))
    if one.error is not None:
        parts.append((f"\n         {explain(tr, one.error).sentence}", "$error"))
    if one.letter:
        parts.append((f"\n         {beginning(one.letter)}", "$text-muted"))
    return Content.assemble(*parts)
