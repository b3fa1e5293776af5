"""What the list item says of a candidate, in lines: looking at it sends nothing."""

from hh_tui.api.models import Negotiation, Resume
from hh_tui.ui.presenters.candidate import dotted, job, source
from hh_tui.ui.presenters.candidate_facts import (
    contacts_open,
    met_before,
    papers,
    relevant,
    tags,
    wished_forms,
)
from hh_tui.ui.presenters.dates import age, date
from hh_tui.ui.presenters.render_context import RenderContext

JOBS = 5


def about(ctx: RenderContext, negotiation: Negotiation) -> list[str]:
    """How and when they answered."""
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


def told(ctx: RenderContext, negotiation: Negotiation, resume: Resume) -> list[str]:
    """What hh.ru knows beside the resume's own words, a line each."""
    return [
        met_before(ctx, resume),
        relevant(ctx, negotiation),
        wished_forms(ctx, resume),
        papers(ctx, resume),
        tags(ctx, negotiation),
        contacts_open(ctx, resume),
    ]


def work(ctx: RenderContext, resume: Resume) -> list[str]:
    """Where they worked, the latest first."""
    jobs = [job(ctx, place) for place in resume.experience]
    more = len(jobs) - JOBS
    return [*jobs[:JOBS], ctx.tr("card.more", n=more) if more > 0 else ""]


def schools(resume: Resume) -> list[str]:
    """Where they learned."""
    education = resume.education
    if education is None:
        return []
    schools = [
        dotted((str(school.year or ""), school.name or "", school.organization or ""))
        for school in education.primary[:3]
    ]
    return [education.level.name if education.level else "", *schools]
