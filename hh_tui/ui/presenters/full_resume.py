"""The whole resume as text: what it tells, what is hidden, and what would cost something."""

from typing import TYPE_CHECKING

from textual.content import Content

from hh_tui.ui.presenters import glyphs, resume_lines
from hh_tui.ui.presenters.candidate_facts import contacts_open
from hh_tui.ui.presenters.excerpt import excerpt
from hh_tui.ui.presenters.render_context import RenderContext
from hh_tui.ui.presenters.section import Piece, section, together

if TYPE_CHECKING:
    from hh_tui.api.models import Contact, FullJob, FullResume


def full_resume(ctx: RenderContext, resume: "FullResume", contacts_key: str) -> Content:
    """Everything; `contacts_key` opens closed contacts, after a question."""
    tr = ctx.tr
    return together(
        [
            *section(tr("resume.contacts"), _contacts(ctx, resume, contacts_key)),
            *section(tr("resume.wish"), resume_lines.wish(ctx, resume)),
            *section(tr("resume.place"), resume_lines.place(ctx, resume)),
            *section(resume_lines.work_heading(ctx, resume), _work(ctx, resume)),
            *section(tr("resume.creds"), resume_lines.creds(resume)),
            *section(tr("card.skills"), [", ".join(resume.skill_set)]),
            *section(tr("resume.languages"), [resume_lines.language(one) for one in resume.language]),
            *section(tr("card.education"), resume_lines.education(ctx, resume)),
            *section(
                tr("resume.certificates"), [resume_lines.certificate(one) for one in resume.certificate]
            ),
            *section(tr("resume.recommendations"), resume_lines.recommendations(resume)),
            *section(tr("resume.driving"), resume_lines.driving(ctx, resume)),
            *section(tr("resume.about"), [excerpt(tr, (resume.skills or "").strip())]),
            *section(tr("resume.links"), resume_lines.links(ctx, resume)),
            *section(tr("card.hidden"), resume_lines.hidden(ctx, resume)),
        ]
    )


def _contacts(ctx: RenderContext, resume: "FullResume", contacts_key: str) -> list[Piece]:
    tr = ctx.tr
    hidden = {one.id for one in resume.hidden_fields}
    lines: list[Piece] = [
        _contact(ctx, one, hidden) for one in sorted(resume.contact, key=lambda one: not one.preferred)
    ]
    if resume_lines.contacts_closed(resume):
        lines = [line for one, line in zip(resume.contact, lines, strict=True) if one.text]
        why = resume.view_without_contacts_reason
        closed = tr("resume.closed.why", why=why) if why else tr("resume.closed")
        lines.append(Content.styled(closed, "$warning"))
        if resume.contacts_url:
            lines.append(Content(tr("resume.closed.open", key=contacts_key)))
        lines += [resume_lines.service(tr("resume.no-price"), one) for one in resume.paid_services]
    elif not resume.contact:
        lines.append(tr("resume.no-contacts"))
    lines.append(contacts_open(ctx, resume))
    return lines


def _contact(ctx: RenderContext, contact: "Contact", hidden: set[str]) -> Content:
    told = resume_lines.contact(ctx, contact, hidden)
    value = Content(told.value) if told.is_told else Content.styled(told.value, "$text-muted")
    sign = f"{glyphs.PREFERRED} " if contact.preferred else "  "
    notes = f" · {told.notes}" if told.notes else ""
    return Content.assemble(sign, (f"{told.name}: ", "$text-muted"), value, (notes, "$text-muted"))


def _work(ctx: RenderContext, resume: "FullResume") -> list[Piece]:
    lines: list[Piece] = []
    for place in resume.experience:
        if lines:
            lines.append(Content(" "))
        lines += _job(ctx, place, hidden=any(one.id == "experience" for one in resume.hidden_fields))
    return lines


def _job(ctx: RenderContext, place: "FullJob", *, hidden: bool) -> list[Piece]:
    company = place.company or (ctx.tr("resume.company-hidden") if hidden else "")
    head = Content.assemble((place.position or ctx.tr("resume.no-position"), "bold"),
                            f" · {company}" if company else "")  # fmt: skip
    start, end = resume_lines.month(place.start), resume_lines.month(place.end) or ctx.tr("card.until-now")
    when = Content.styled(f"{start} – {end}" if start else end, "$text-muted")
    return [head, when, excerpt(ctx.tr, (place.description or "").strip("\n"))]
