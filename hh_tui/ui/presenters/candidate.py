"""A candidate in words: name, wish, experience. Shared by the row, the card and the titles."""

from collections.abc import Iterable, Sequence

from hh_tui.api.models import Job, Negotiation, Resume
from hh_tui.i18n.text import money
from hh_tui.ui.presenters.dates import span
from hh_tui.ui.presenters.render_context import RenderContext

SEPARATOR = " · "


def dotted(parts: Iterable[str]) -> str:
    """The parts that say something, with dots between them."""
    return SEPARATOR.join(part for part in parts if part)


def name(ctx: RenderContext, negotiation: Negotiation) -> str:
    """The candidate's name, or why there is none."""
    if negotiation.resume is None:
        return ctx.tr("candidate.gone")
    return negotiation.resume.name or ctx.tr("candidate.nameless")


def people(ctx: RenderContext, negotiations: Sequence[Negotiation]) -> str:
    """One candidate by their name, several by their number."""
    if len(negotiations) == 1:
        return name(ctx, negotiations[0])
    return ctx.tr("batch.people", n=len(negotiations))


def name_and_age(ctx: RenderContext, negotiation: Negotiation) -> str:
    """`Иванова Мария, 29`."""
    resume = negotiation.resume
    age = str(resume.age) if resume is not None and resume.age else ""
    return ", ".join(part for part in (name(ctx, negotiation), age) if part)


def pay(resume: Resume) -> str:
    """The pay wished for, empty when the candidate names none."""
    if resume.salary is None or not resume.salary.amount:
        return ""
    return money(resume.salary.amount, resume.salary.currency)


def experience(ctx: RenderContext, resume: Resume, *, short: bool = False) -> str:
    """Length of all work, empty when unknown."""
    months = resume.total_experience.months if resume.total_experience else None
    if not months or months < 0:
        return ""
    return span(ctx, months, short=True) if short else ctx.tr("card.experience", span=span(ctx, months))


def job(ctx: RenderContext, place: Job) -> str:
    """`2021–н. в. · Вектор · Разработчик`, as far as known."""
    start, end = (place.start or "")[:4], (place.end or "")[:4]
    years = f"{start}–{end or ctx.tr('card.until-now')}" if start else end
    return dotted((years, place.company or "", place.position or ""))


def employer(resume: Resume) -> str:
    """The latest employer, empty when unknown or hidden."""
    return next((place.company for place in resume.experience if place.company), "")


def source(ctx: RenderContext, negotiation: Negotiation) -> str:
    """How the response came, empty for the ordinary way; an unknown source is named as the server does."""
    if not negotiation.source:
        return ""
    key = f"source.{negotiation.source}"
    return ctx.tr(key) if key in ctx.tr else negotiation.source
