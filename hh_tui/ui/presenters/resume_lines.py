"""A resume in lines of words, part by part."""

from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct

from hh_tui.api.models import Named
from hh_tui.api.models.base import Told
from hh_tui.api.models.resume import School
from hh_tui.i18n.text import grouped, short_line
from hh_tui.system.structs import replace
from hh_tui.ui.presenters.candidate import dotted, pay
from hh_tui.ui.presenters.candidate_facts import job_search, papers
from hh_tui.ui.presenters.dates import span
from hh_tui.ui.presenters.render_context import RenderContext


def _hiding(contact: "Contact") -> str:
    """Which hidden field of the server's hides a contact."""
    if contact.is_phone:
        return "phones"
    return "email" if contact.type is not None and contact.type.id == "email" else "other_contacts"


if TYPE_CHECKING:
    from hh_tui.api.models import Contact, FullResume
    from hh_tui.api.models.full_resume import Certificate, Picture, Site
    from hh_tui.api.models.paid import PaidService


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


class ContactWords(Struct, frozen=True):
    """A contact: its kind, its value or why there is none, and what else is told of it."""

    name: str
    value: str
    is_told: bool
    notes: str


def contact(ctx: RenderContext, one: "Contact", hidden_ids: set[str]) -> ContactWords:
    """A contact in words; `hidden_ids` are the fields that the candidate hides."""
    tr = ctx.tr
    name = (one.type.name if one.type else "") or tr("resume.contact")
    value = " ".join(dict.fromkeys(part for part in (one.text, one.link) if part))
    if not value:
        by_candidate = _hiding(one) in hidden_ids
        value = tr("resume.hidden" if by_candidate else "resume.not-shown")
    notes = dotted(
        (
            tr("resume.preferred") if one.preferred else "",
            tr("resume.verified") if one.verified and one.text else "",
            one.comment or "",
        )
    )
    return ContactWords(name, value, bool(one.text or one.link), notes)


def wish(ctx: RenderContext, resume: "FullResume") -> list[str]:
    """What they look for."""
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


def creds(resume: "FullResume") -> list[str]:
    """What was asked beside the fields of the resume, with the answers."""
    told = resume.creds.told if resume.creds else ()
    return [f"{question} — {answers}" if question else answers for question, answers in told]


def _day(text: str) -> str:
    """`05.10.1986`; what is no date stays as the server told it."""
    try:
        return date.fromisoformat(text).strftime("%d.%m.%Y")
    except ValueError:
        return text


def place(ctx: RenderContext, resume: "FullResume") -> list[str]:
    """Where they live, and where they would work."""
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


def work_heading(ctx: RenderContext, resume: "FullResume") -> str:
    """`Опыт работы · 5 лет`."""
    months = resume.total_experience.months if resume.total_experience else None
    return dotted((ctx.tr("card.work"), span(ctx, months) if months and months > 0 else ""))


def month(date: str | None) -> str:
    """`2021-03-01` as `03.2021`; anything else as it is."""
    year, _, rest = (date or "").partition("-")
    month = rest.partition("-")[0]
    return f"{month}.{year}" if month.isdigit() and year.isdigit() else (date or "")


def language(one: Named) -> str:
    """`Английский — B2`."""
    level = getattr(one, "level", None)
    return f"{one.name or one.id} — {level.name}" if level and level.name else one.name or one.id


def education(ctx: RenderContext, resume: "FullResume") -> list[str]:
    """Where they learned, courses and exams too."""
    education = resume.education
    if education is None:
        return []
    lines: list[str] = [education.level.name if education.level else ""]
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


def certificate(one: "Certificate") -> str:
    """A certificate, with its year and its page."""
    return dotted(((one.achieved_at or "")[:4], one.title or "", one.owner or "", one.url or ""))


def recommendations(resume: "FullResume") -> list[str]:
    """Who recommends them."""
    return [
        dotted((one.name or "", one.position or "", one.organization or "", one.contact or ""))
        for one in resume.recommendation
    ]


def driving(ctx: RenderContext, resume: "FullResume") -> list[str]:
    """What they may drive, and whether they have a car."""
    categories = ", ".join(one.id for one in resume.driver_license_types)
    vehicle = {True: "resume.vehicle", False: "resume.no-vehicle"}.get(resume.has_vehicle or False)
    return [
        ctx.tr("resume.licence", categories=categories) if categories else "",
        ctx.tr(vehicle) if vehicle and resume.has_vehicle is not None else "",
        papers(ctx, replace(resume, has_vehicle=None)),
    ]


def links(ctx: RenderContext, resume: "FullResume") -> list[str]:
    """Pages and pictures of theirs, and their page on hh.ru."""
    tr = ctx.tr
    lines: list[str] = [_site(ctx, one) for one in resume.site]
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


def hidden(ctx: RenderContext, resume: "FullResume") -> list[str]:
    """What they hide."""
    names = ", ".join(one.name or one.id for one in resume.hidden_fields)
    return [ctx.tr("resume.hidden.why", fields=names)] if names else []
