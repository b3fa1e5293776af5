"""The log of decisions in words."""

from collections.abc import Iterable, Sequence
from textwrap import wrap

from textual.content import Content

from hh_tui.i18n import Catalogue
from hh_tui.inbox.decisions.decision_log import LoggedDecision, by_batch, by_day, by_vacancy, counts
from hh_tui.inbox.decisions.outbox import Stage
from hh_tui.ui.presenters.dates import clock, day
from hh_tui.ui.presenters.errors import explain
from hh_tui.ui.presenters.letter_beginning import beginning, in_words
from hh_tui.ui.presenters.render_context import RenderContext

INDENT = " " * 9
"""Of everything below the first line of an entry: the width of the time and what is around it."""

LEAST = 20
"""Characters of a line behind the indent, however narrow the page is."""

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


def page(ctx: RenderContext, decisions: Sequence[LoggedDecision], width: int) -> Content:
    """The days, the latest first, each by vacancy, in lines of `width` cells; what is left out is said at the
    end. What was decided together is told once, with the names of all.
    """
    if not decisions:
        return Content(ctx.tr("log.nothing"))
    lines: list[Content] = []
    for _, found in by_day(decisions[-SHOWN:], ctx.zone):
        heading = day(ctx, found[0].at)
        lines += [Content.styled(heading, "bold $accent"), Content(summary(ctx.tr, found)), Content("")]
        for vacancy, of_vacancy in by_vacancy(found):
            lines.append(Content.styled(vacancy, "bold"))
            lines += [_entry(ctx, alike, width) for alike in by_batch(reversed(of_vacancy))]
            lines.append(Content(""))
    if len(decisions) > SHOWN:
        lines.append(Content(ctx.tr("log.more", n=len(decisions) - SHOWN)))
    lines.append(Content.styled(ctx.tr("log.command"), "$text-muted"))
    return Content("\n").join(lines)


def _entry(ctx: RenderContext, alike: Sequence[LoggedDecision], width: int) -> Content:
    """One decision, or several that were made together: what, on whom, why not, and the letter once."""
    tr, one = ctx.tr, alike[0]
    names = [each.candidate or tr("candidate.nameless") for each in alike]
    who = names[0] if len(names) == 1 else tr("batch.people", n=len(names))
    letter = (one.wording or one.letter) if len(alike) > 1 else one.letter
    state = "" if one.stage is Stage.DONE else f" · {tr(f'log.{one.stage}')}"
    first = f"  {clock(ctx, one.at)}  {what(tr, one)} · {who}"
    told = [
        (_hung(f"{first}{state}", width), "$warning" if state else ""),
        (_hung(", ".join(names), width, INDENT) if len(names) > 1 else "", ""),
        (_hung(explain(tr, one.error).sentence, width, INDENT) if one.error else "", "$error"),
        (_hung(beginning(in_words(tr, letter)), width, INDENT), "$text-muted"),
    ]
    return Content("\n").join(Content.styled(text, style) for text, style in told if text)


def _hung(text: str, width: int, indent: str = "") -> str:
    """The text in lines of `width` characters; all but the first begin below the words of an entry."""
    if not text.strip():
        return ""
    lines = wrap(
        text,
        max(width, len(INDENT) + LEAST),
        initial_indent=indent,
        subsequent_indent=INDENT,
        drop_whitespace=True,
        break_on_hyphens=False,
    )
    return "\n".join(lines)
