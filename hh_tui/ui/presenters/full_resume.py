"""The whole resume as text: what it tells, what is hidden, and what would cost something."""

from datetime import date
from typing import TYPE_CHECKING

from textual.content import Content

from hh_tui.api.models import Named
from hh_tui.api.models.base import Told
from hh_tui.api.models.resume import School
from hh_tui.i18n.text import grouped, short_line
from hh_tui.ui.presenters import glyphs
from hh_tui.ui.presenters.candidate import dotted, pay
from hh_tui.ui.presenters.candidate_facts import contacts_open, job_search, papers
from hh_tui.ui.presenters.dates import span
from hh_tui.ui.presenters.excerpt import excerpt
from hh_tui.ui.presenters.render_context import RenderContext
from hh_tui.ui.presenters.section import Piece, section, together

if TYPE_CHECKING:
    from hh_tui.api.models import Contact, FullJob, FullResume
    from hh_tui.api.models.full_resume import Certificate, Picture, Site
    from hh_tui.api.models.paid import PaidService


def full_resume(ctx: RenderContext, resume: "FullResume", contacts_key: str) -> Content:
    """Everything; `contacts_key` opens closed contacts, after a question."""
    tr = ctx.tr
    return together(
        [
            *section(tr("resume.contacts"), _contacts(ctx, resume, contacts_key)),
            *section(tr("resume.wish"), _wish(ctx, resume)),
            *section(tr("resume.place"), _place(ctx, resume)),
            *section(_work_heading(ctx, resume), _work(ctx, resume)),
            *section(tr("resume.creds"), _creds(resume)),
            *section(tr("card.skills"), [", ".join(resume.skill_set)]),
            *section(tr("resume.languages"), [_language(one) for one in resume.language]),
            *section(tr("card.education"), _education(ctx, resume)),
            *section(tr("resume.certificates"), [_certificate(one) for one in resume.certificate]),
            *section(tr("resume.recommendations"), _recommendations(resume)),
            *section(tr("resume.driving"), _driving(ctx, resume)),
            *section(tr("resume.about"), [excerpt(tr, (resume.skills or "").strip())]),
            *section(tr("resume.links"), _links(ctx, resume)),
            *section(tr("card.hidden"), _hidden(ctx, resume)),
        ]
    )


def contacts_closed(resume: "FullResume") -> bool:
    """Whether the contacts are there but not for us, until one is paid for."""
    return not resume.can_view_full_info and not any(one.text or one.link for one in resume.contact)


def service(tr_free: str, one: "PaidService") -> str:
    """A paid service with its price; `tr_free` stands for a price nobody names."""
    bought = one.quick_purchase
    price = tr_free
    if bought is not None and bought.price is not None:
        sign = (bought.currency.abbr or bought.currency.code or "") if bought.currency else ""
        price = f"{grouped(round(bought.price))}\u00a0{sign}".rstrip("\u00a0")
    return dotted((one.name, short_line(one.description or ""), price))


def _contacts(ctx: RenderContext, resume: "FullResume", contacts_key: str) -> list[Piece]:
    tr = ctx.tr
    hidden = {one.id for one in resume.hidden_fields}
    lines: list[Piece] = [
        _contact(ctx, one, hidden) for one in sorted(resume.contact, key=lambda one: not one.preferred)
    ]
    if contacts_closed(resume):
        lines = [line for one, line in zip(resume.contact, lines, strict=True) if one.text]
        why = resume.view_without_contacts_reason
        closed = tr("resume.closed.why", why=why) if why else tr("resume.closed")
        lines.append(Content.styled(closed, "$warning"))
        if resume.contacts_url:
            lines.append(Content(tr("resume.closed.open", key=contacts_key)))
        lines += [service(tr("resume.no-price"), one) for one in resume.paid_services]
    elif not resume.contact:
        lines.append(tr("resume.no-contacts"))
    lines.append(contacts_open(ctx, resume))
    return lines


def _hiding(contact: "Contact") -> str:
    """Which hidden field of the server's hides a contact."""
    if contact.is_phone:
        return "phones"
    return "email" if contact.type is not None and contact.type.id == "email" else "other_contacts"


def _contact(ctx: RenderContext, contact: "Contact", hidden: set[str]) -> Content:
    tr = ctx.tr
    name = (contact.type.name if contact.type else "") or tr("resume.contact")
    if contact.text or contact.link:
        value = Content(" ".join(dict.fromkeys(part for part in (contact.text, contact.link) if part)))
    else:
        by_candidate = _hiding(contact) in hidden
        value = Content.styled(tr("resume.hidden" if by_candidate else "resume.not-shown"), "$text-muted")
    notes = dotted(
        (
            tr("resume.preferred") if contact.preferred else "",
            tr("resume.verified") if contact.verified and contact.text else "",
            contact.comment or "",
        )
    )
    sign = f"{glyphs.PREFERRED} " if contact.preferred else "  "
    return Content.assemble(
        sign, (f"{name}: ", "$text-muted"), value, (f" · {notes}" if notes else "", "$text-muted")
    )


def _wish(ctx: RenderContext, resume: "FullResume") -> list[Piece]:
    tr = ctx.tr
    status = job_search(ctx, resume)
    return [
        dotted((resume.title or "", pay(resume) or tr("resume.no-pay"))),
        _named(ctx, "resume.roles", *resume.professional_roles),
        _named(ctx, "resume.employments", *resume.employments),
        _named(ctx, "resume.schedules", *resume.schedules),
        _named(ctx, "resume.forms", *resume.employment_form),
        _named(ctx, "resume.formats", *resume.work_format),
        tr("resume.line", name=tr("card.status"), value=status) if status else "",
    ]


def _creds(resume: "FullResume") -> list[Piece]:
    """What was asked beside the fields of the resume, with the answers."""
    told = resume.creds.told if resume.creds else ()
    return [f"{question} — {answers}" if question else answers for question, answers in told]


def _day(text: str) -> str:
    """`05.10.1986`; what is no date stays as the server told it."""
    try:
        return date.fromisoformat(text).strftime("%d.%m.%Y")
    except ValueError:
        return text


def _place(ctx: RenderContext, resume: "FullResume") -> list[Piece]:
    tr = ctx.tr
    metro = tr("resume.metro", station=resume.metro.name) if resume.metro and resume.metro.name else ""
    moving = resume.relocation
    where = ", ".join(area.name for area in moving.area) if moving else ""
    relocation = dotted(((moving.type.name if moving and moving.type else ""), where))
    born = (
        tr("resume.line", name=tr("resume.born"), value=_day(resume.birth_date)) if resume.birth_date else ""
    )
    return [
        dotted((resume.area.name if resume.area else "", metro)),
        tr("resume.line", name=tr("resume.relocation"), value=relocation) if relocation else "",
        _named(ctx, "resume.trips", resume.business_trip_readiness),
        _named(ctx, "resume.travel", resume.travel_time),
        _named(ctx, "resume.citizenship", *resume.citizenship),
        _named(ctx, "resume.permit", *resume.work_ticket),
        born,
    ]


def _named(ctx: RenderContext, key: str, *values: Named | Told | None) -> str:
    """`Гражданство: Россия, Беларусь`; empty without values."""
    names = ", ".join(value.name for value in values if value and value.name)
    return ctx.tr("resume.line", name=ctx.tr(key), value=names) if names else ""


def _work_heading(ctx: RenderContext, resume: "FullResume") -> str:
    months = resume.total_experience.months if resume.total_experience else None
    return dotted((ctx.tr("card.work"), span(ctx, months) if months and months > 0 else ""))


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
    start, end = _month(place.start), _month(place.end) or ctx.tr("card.until-now")
    when = Content.styled(f"{start} – {end}" if start else end, "$text-muted")
    return [head, when, excerpt(ctx.tr, (place.description or "").strip("\n"))]


def _month(date: str | None) -> str:
    """`2021-03-01` as `03.2021`; anything else as it is."""
    year, _, rest = (date or "").partition("-")
    month = rest.partition("-")[0]
    return f"{month}.{year}" if month.isdigit() and year.isdigit() else (date or "")


def _language(one: Named) -> str:
    level = getattr(one, "level", None)
    return f"{one.name or one.id} — {level.name}" if level and level.name else one.name or one.id


def _education(ctx: RenderContext, resume: "FullResume") -> list[Piece]:
    education = resume.education
    if education is None:
        return []
    lines: list[Piece] = [education.level.name if education.level else ""]
    lines += [_school(school) for school in education.primary]
    for key, schools in (
        ("resume.elementary", education.elementary),
        ("resume.courses", education.additional),
        ("resume.exams", education.attestation),
    ):
        lines += [ctx.tr("resume.line", name=ctx.tr(key), value=_school(school)) for school in schools]
    return lines


def _school(school: School) -> str:
    return dotted((str(school.year or ""), school.name or "", school.organization or "", school.result or ""))


def _certificate(one: "Certificate") -> str:
    return dotted(((one.achieved_at or "")[:4], one.title or "", one.owner or "", one.url or ""))


def _recommendations(resume: "FullResume") -> list[Piece]:
    return [
        dotted((one.name or "", one.position or "", one.organization or "", one.contact or ""))
        for one in resume.recommendation
    ]


def _driving(ctx: RenderContext, resume: "FullResume") -> list[Piece]:
    categories = ", ".join(one.id for one in resume.driver_license_types)
    vehicle = {True: "resume.vehicle", False: "resume.no-vehicle"}.get(resume.has_vehicle or False)
    return [
        ctx.tr("resume.licence", categories=categories) if categories else "",
        ctx.tr(vehicle) if vehicle and resume.has_vehicle is not None else "",
        papers(ctx, resume.model_copy(update={"has_vehicle": None})),
    ]


def _links(ctx: RenderContext, resume: "FullResume") -> list[Piece]:
    tr = ctx.tr
    lines: list[Piece] = [_site(ctx, one) for one in resume.site]
    lines += [_picture(ctx, one) for one in resume.portfolio]
    if resume.photo and resume.photo.medium:
        lines.append(tr("resume.line", name=tr("resume.photo"), value=resume.photo.medium))
    if resume.alternate_url:
        lines.append(tr("resume.line", name=tr("resume.page"), value=resume.alternate_url))
    return lines


def _site(ctx: RenderContext, one: "Site") -> str:
    name = (one.type.name if one.type else "") or ctx.tr("resume.site")
    return ctx.tr("resume.line", name=name, value=one.url or ctx.tr("resume.hidden"))


def _picture(ctx: RenderContext, one: "Picture") -> str:
    return dotted((ctx.tr("resume.portfolio"), one.description or "", one.medium or ""))


def _hidden(ctx: RenderContext, resume: "FullResume") -> list[Piece]:
    names = ", ".join(one.name or one.id for one in resume.hidden_fields)
    return [ctx.tr("resume.hidden.why", fields=names)] if names else []
