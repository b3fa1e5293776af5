"""The candidate's card, drawn from the list item alone: looking at it sends nothing."""

from datetime import datetime

from textual.content import Content

from hh_tui.api.models import Negotiation, PayRange
from hh_tui.ui.presenters import card_lines
from hh_tui.ui.presenters.candidate import dotted, experience, name_and_age, pay
from hh_tui.ui.presenters.candidate_facts import (
    job_search,
)
from hh_tui.ui.presenters.dates import moment
from hh_tui.ui.presenters.pay import measured
from hh_tui.ui.presenters.render_context import RenderContext

JOBS = 5
SKILLS = 24
SURVEY = 12
"""Lines of a survey that the card has room for."""


def title(ctx: RenderContext, negotiation: Negotiation) -> str:
    """`Иванова Мария, 29 · Backend developer`."""
    resume = negotiation.resume
    return dotted((name_and_age(ctx, negotiation), (resume.title or "") if resume else ""))


def summary(ctx: RenderContext, negotiation: Negotiation) -> Content:
    """One line below the title: where, how much, how long, at which stage."""
    resume = negotiation.resume
    parts: list[str] = []
    if resume is not None:
        parts = [resume.area.name if resume.area else "", pay(resume), experience(ctx, resume)]
    stage = negotiation.employer_state.name if negotiation.employer_state else ""
    seen = ctx.tr("card.attention") if negotiation.has_updates else ""
    return Content.assemble(dotted(parts), " · " if any(parts) and stage else "", (stage, "bold"),
                            (f" · {seen}" if seen else "", "$accent"))  # fmt: skip


def _section(heading: str, lines: list[str]) -> list[Content]:
    lines = [line for line in lines if line]
    if not lines:
        return []
    return [Content(""), Content.styled(heading, "$secondary bold"), *(Content(line) for line in lines)]


def lines(
    ctx: RenderContext,
    negotiation: Negotiation,
    offered: PayRange | None = None,
    opened_at: datetime | None = None,
) -> list[Content]:
    """Everything the list item says about the candidate, a content for each line.

    The pay wished for stands beside the pay `offered`; `opened_at` is when they were opened here.
    """
    return [*facts(ctx, negotiation, offered, opened_at), *background(ctx, negotiation)]


def facts(
    ctx: RenderContext,
    negotiation: Negotiation,
    offered: PayRange | None = None,
    opened_at: datetime | None = None,
) -> list[Content]:
    """How and when they answered, what they wish, and what hh.ru knows of them; a line each."""
    tr, resume = ctx.tr, negotiation.resume
    lines = [Content(line) for line in card_lines.about(ctx, negotiation)]
    if opened_at is not None:
        lines.append(Content.styled(tr("card.opened-here", when=moment(ctx, opened_at)), "$text-muted"))
    if resume is None:
        return lines + _section(tr("card.no-resume"), [tr("card.no-resume.why")])
    told = [measured(ctx, resume, offered), *card_lines.told(ctx, negotiation, resume)]
    lines += [Content(line) for line in told if line]
    lines += _section(tr("fact.survey"), negotiation.survey.splitlines()[:SURVEY])
    return lines + _section(tr("card.status"), [job_search(ctx, resume)])


def background(ctx: RenderContext, negotiation: Negotiation) -> list[Content]:
    """Where they worked and learned, and what they can do; sections, each with an empty line before it."""
    tr, resume = ctx.tr, negotiation.resume
    if resume is None:
        return []
    hidden = ", ".join(field.name or field.id for field in resume.hidden_fields)
    return [
        *_section(tr("card.work"), card_lines.work(ctx, resume)),
        *_section(tr("card.education"), card_lines.schools(resume)),
        *_section(tr("card.skills"), [", ".join(resume.skill_set[:SKILLS])]),
        *_section(tr("card.hidden"), [hidden]),
    ]
