"""The candidate's card, drawn from the list item alone: looking at it sends nothing."""

from datetime import datetime

from textual.content import Content

from hh_tui.api.models import Negotiation, PayRange, Resume
from hh_tui.ui.presenters.candidate import dotted, experience, job, name_and_age, pay, source
from hh_tui.ui.presenters.candidate_facts import (
    contacts_open,
    job_search,
    met_before,
    papers,
    relevant,
    tags,
    wished_forms,
)
from hh_tui.ui.presenters.dates import age, date, moment
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


def _about(ctx: RenderContext, negotiation: Negotiation) -> list[str]:
    tr = ctx.tr
    lines = []
    if negotiation.created_at:
        when, ago = date(ctx, negotiation.created_at), age(ctx, negotiation.created_at)
        when = tr("card.created", when=when if ago == when else tr("card.ago", when=when, age=ago))
        lines.append(dotted((when, source(ctx, negotiation))))
    if negotiation.counters and negotiation.counters.messages:
        lines.append(tr("card.messages", n=negotiation.counters.messages))
    if negotiation.unread:
        lines.append(tr("card.unread", n=negotiation.unread))
    if negotiation.test_result and negotiation.test_result.score is not None:
        lines.append(tr("card.test", score=negotiation.test_result.score))
    stage = negotiation.funnel_stage
    if stage and (stage.state or stage.substate):
        lines.append(
            dotted((stage.state.name if stage.state else "", stage.substate.name if stage.substate else ""))
        )
    return lines


def _told(ctx: RenderContext, negotiation: Negotiation, resume: Resume) -> list[str]:
    """What hh.ru knows beside the resume's own words, a line each."""
    return [
        met_before(ctx, resume),
        relevant(ctx, negotiation),
        wished_forms(ctx, resume),
        papers(ctx, resume),
        tags(ctx, negotiation),
        contacts_open(ctx, resume),
    ]


def _work(ctx: RenderContext, resume: Resume) -> list[str]:
    jobs = [job(ctx, place) for place in resume.experience]
    more = len(jobs) - JOBS
    return [*jobs[:JOBS], ctx.tr("card.more", n=more) if more > 0 else ""]


def _schools(resume: Resume) -> list[str]:
    education = resume.education
    if education is None:
        return []
    schools = [
        dotted((str(school.year or ""), school.name or "", school.organization or ""))
        for school in education.primary[:3]
    ]
    return [education.level.name if education.level else "", *schools]


def card(
    ctx: RenderContext,
    negotiation: Negotiation,
    offered: PayRange | None = None,
    opened_at: datetime | None = None,
) -> Content:
    """Everything the list item says about the candidate; the pay wished for beside the pay `offered`.

    `opened_at` is when they were opened here.
    """
    lines = [*facts(ctx, negotiation, offered, opened_at), *background(ctx, negotiation)]
    return Content("\n").join(lines)


def facts(
    ctx: RenderContext,
    negotiation: Negotiation,
    offered: PayRange | None = None,
    opened_at: datetime | None = None,
) -> list[Content]:
    """How and when they answered, what they wish, and what hh.ru knows of them; a line each."""
    tr, resume = ctx.tr, negotiation.resume
    lines = [Content(line) for line in _about(ctx, negotiation)]
    if opened_at is not None:
        lines.append(Content.styled(tr("card.opened-here", when=moment(ctx, opened_at)), "$text-muted"))
    if resume is None:
        return lines + _section(tr("card.no-resume"), [tr("card.no-resume.why")])
    told = [measured(ctx, resume, offered), *_told(ctx, negotiation, resume)]
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
        *_section(tr("card.work"), _work(ctx, resume)),
        *_section(tr("card.education"), _schools(resume)),
        *_section(tr("card.skills"), [", ".join(resume.skill_set[:SKILLS])]),
        *_section(tr("card.hidden"), [hidden]),
    ]
