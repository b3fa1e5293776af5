"""What hh.ru tells of a candidate beside name, wish and jobs, out of the list item: for row and card."""

import re
from datetime import date as day
from datetime import datetime
from typing import Final

from hh_tui.api.models import Negotiation, Resume
from hh_tui.api.models.base import Told
from hh_tui.ui.presenters.candidate import dotted
from hh_tui.ui.presenters.dates import age, date, span
from hh_tui.ui.presenters.render_context import RenderContext


def job_search(ctx: RenderContext, resume: Resume) -> str:
    """`В активном поиске · 3 дн`: the status, and how long ago the candidate said so."""
    status = resume.job_search_status
    if status is None or not (status.name or status.id):
        return ""
    since = status.last_change_time
    return dotted(
        (status.name or status.id or "", ctx.tr("fact.since", age=age(ctx, since)) if since else "")
    )


def relevant(ctx: RenderContext, negotiation: Negotiation) -> str:
    """`3 года по профилю вакансии · подходит`: work of the kind that is asked for."""
    tr, found = ctx.tr, negotiation.relevant_experience
    if found is None or not found.total_months or found.total_months < 0:
        return ""
    match = {True: tr("fact.matches"), False: tr("fact.matches-not")}.get(
        found.vacancy_requirements_match  # type: ignore[arg-type]
    )
    months = found.outdated_months_threshold
    outdated = tr("fact.outdated.months", n=months) if months and months > 0 else tr("fact.outdated")
    told = tr("fact.relevant", span=span(ctx, found.total_months))
    return dotted((told, match or "", outdated if found.outdated else ""))


def relevant_short(ctx: RenderContext, negotiation: Negotiation) -> str:
    """`по профилю 3 г`, for a row; empty where all of the experience counts, which the row tells already."""
    found, resume = negotiation.relevant_experience, negotiation.resume
    if found is None or not found.total_months or found.total_months < 0:
        return ""
    if resume and resume.total_experience and resume.total_experience.months == found.total_months:
        return ""
    return ctx.tr("fact.relevant.short", span=span(ctx, found.total_months, short=True))


def met_before(ctx: RenderContext, resume: Resume) -> str:
    """`Прежний отклик: 12 марта, Отказ`."""
    met = resume.last_negotiation
    state = (met.employer_state.name or met.employer_state.id) if met and met.employer_state else ""
    when = date(ctx, met.created_at) if met and met.created_at else ""
    told = ", ".join(part for part in (when, state) if part)
    return ctx.tr("fact.met", told=told) if told else ""


def met_before_short(ctx: RenderContext, resume: Resume) -> str:
    """`раньше: Отказ`, for a row."""
    met = resume.last_negotiation
    state = (met.employer_state.name or met.employer_state.id) if met and met.employer_state else ""
    return ctx.tr("fact.met.short", state=state) if state else ""


def wished_forms(ctx: RenderContext, resume: Resume) -> str:
    """`удалённо, гибрид · полная занятость`."""
    return dotted((_names(resume.work_format), _names(resume.employment_form)))


def papers(ctx: RenderContext, resume: Resume) -> str:
    """What the candidate has: a health certificate, self-employment, a car."""
    told = (
        ("fact.medical-book", resume.has_medical_book),
        ("fact.self-employed", resume.has_self_employment),
        ("fact.vehicle", resume.has_vehicle),
    )
    return dotted(ctx.tr(key) for key, has in told if has)


_CODE: Final = re.compile(r"[A-Z0-9]+(_[A-Z0-9]+)*")


def tags(ctx: RenderContext, negotiation: Negotiation) -> str:
    """What hh.ru or a colleague marked the candidate with."""
    resume = negotiation.resume
    tags = [*negotiation.tags, *(resume.tags if resume else ())]
    names = dict.fromkeys(_tag(ctx, one.id) for one in tags)
    return dotted((ctx.tr("fact.favorited") if resume and resume.favorited else "", *names))


def contacts_open(ctx: RenderContext, resume: Resume) -> str:
    """Until when the contacts stay open."""
    until = resume.contacts_open_until_date
    return ctx.tr("resume.open-until", date=_day(until)) if until else ""


def _tag(ctx: RenderContext, tag_id: str) -> str:
    key = f"tag.{tag_id.lower()}"
    if key in ctx.tr:
        return ctx.tr(key)
    # A code of hh.ru's own tells a person nothing.
    return "" if _CODE.fullmatch(tag_id) else tag_id


def _names(values: tuple[Told, ...]) -> str:
    return ", ".join(one.name or one.id or "" for one in values if one.name or one.id)


def _day(text: str) -> str:
    """`05.10.2026` of a date or a moment; anything else as the server told it."""
    try:
        return datetime.fromisoformat(text).strftime("%d.%m.%Y")
    except ValueError:
        pass
    try:
        return day.fromisoformat(text[:10]).strftime("%d.%m.%Y")
    except ValueError:
        return text
