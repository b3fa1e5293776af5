"""How we answer, as parts of the first line and in words."""

from textual.content import Content

from hh_tui.i18n.text import grouped
from hh_tui.inbox.snapshot.statistics import GOOD_SHARE, StatisticsSnapshot
from hh_tui.ui.presenters.render_context import RenderContext


def decimal(ctx: RenderContext, number: float) -> str:
    """A number with one digit behind the comma at most: `1,7`, `3`."""
    text = f"{number:.1f}".removesuffix(".0")
    return text.replace(".", ",") if ctx.tr.language == "ru" else text


def reply_time(ctx: RenderContext, days: float) -> str:
    """How long an answer takes: in hours up to two days, then in days; hh.ru counts in days."""
    if days < 2:
        return ctx.tr("figures.hours", n=max(1, round(days * 24)))
    return ctx.tr("figures.days", days=decimal(ctx, days))


def parts(ctx: RenderContext, figures: StatisticsSnapshot) -> list[Content]:
    """The figures that are known, the one to be left out first at the end."""
    tr, told = ctx.tr, figures.statistics
    found: list[Content] = []
    if figures.index is not None:
        found.append(Content(tr("figures.index", n=figures.index)))
    if told is not None and told.average_reply_time is not None:
        time = reply_time(ctx, told.average_reply_time)
        found.append(Content.styled(tr("figures.reply", time=time), "$text-muted"))
    if told is not None and told.replied_percent is not None:
        share = tr("figures.replied", n=round(told.replied_percent))
        found.append(Content.styled(share, "$text-muted"))
    if figures.views_left is not None:
        style = "$warning" if figures.few_views else "$text-muted"
        views = Content.styled(tr("figures.views", n=figures.views_left), style)
        found.insert(0 if figures.few_views else len(found), views)
    return found


def in_words(ctx: RenderContext, figures: StatisticsSnapshot) -> Content:
    """Every figure as a sentence, and what would raise the share answered."""
    tr, told = ctx.tr, figures.statistics
    lines: list[Content] = []
    if figures.index is not None:
        hint = (told.politeness.hint or "").rstrip(".") if told and told.politeness else ""
        index = (tr("response-rate.index", n=figures.index), "bold")
        lines.append(Content.assemble(index, f" {hint}." if hint else ""))
    if told is not None:
        share = tr("response-rate.received", n=told.received, shown=grouped(told.received))
        if told.replied_percent is not None:
            share = tr("response-rate.replied", received=share, percent=round(told.replied_percent))
        lines.append(Content(share))
        if told.average_reply_time is not None:
            lines.append(Content(tr("response-rate.time", time=reply_time(ctx, told.average_reply_time))))
        missing = figures.answers_to()
        if missing:
            lines.append(Content.styled(tr("response-rate.missing", n=missing, share=GOOD_SHARE), "$accent"))
        elif missing == 0:
            lines.append(Content.styled(tr("response-rate.good", share=GOOD_SHARE), "$success"))
    if figures.views_left is not None:
        lines.append(Content(tr("response-rate.views", n=figures.views_left)))
    return Content("\n").join(lines or [Content.styled(tr("response-rate.unknown"), "$text-muted")])
