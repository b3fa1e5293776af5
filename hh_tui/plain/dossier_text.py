"""A resume, notes and earlier meetings as lines."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from hh_tui.api.models import Comment, FullResume, MetVacancy
from hh_tui.i18n.text import LONGEST_SHOWN
from hh_tui.ui.presenters import resume_lines
from hh_tui.ui.presenters.candidate import dotted
from hh_tui.ui.presenters.candidate_facts import contacts_open
from hh_tui.ui.presenters.dates import moment
from hh_tui.ui.presenters.render_context import RenderContext
from hh_tui.ui.presenters.unreadable import unreadable_in

LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


def resume(ctx: RenderContext, one: FullResume) -> list[str]:
    """The whole resume: what each line is about stands before it."""
    tr = ctx.tr
    about = (one.skills or "").strip()[:LONGEST_SHOWN]
    return [
        *_part(tr("resume.contacts"), _contacts(ctx, one)),
        *_part(tr("resume.wish"), resume_lines.wish(ctx, one)),
        *_part(tr("resume.place"), resume_lines.place(ctx, one)),
        *_part(resume_lines.work_heading(ctx, one), _work(ctx, one)),
        *_part(tr("resume.creds"), resume_lines.creds(one)),
        *_part(tr("card.skills"), [", ".join(one.skill_set)]),
        *_part(tr("resume.languages"), map(resume_lines.language, one.language)),
        *_part(tr("card.education"), resume_lines.education(ctx, one)),
        *_part(tr("resume.certificates"), map(resume_lines.certificate, one.certificate)),
        *_part(tr("resume.recommendations"), resume_lines.recommendations(one)),
        *_part(tr("resume.driving"), resume_lines.driving(ctx, one)),
        *_part(tr("resume.about"), [about]),
        *_part(tr("resume.links"), resume_lines.links(ctx, one)),
        *_part(tr("card.hidden"), resume_lines.hidden(ctx, one)),
    ]


def _part(heading: str, lines: Iterable[str]) -> list[str]:
    return [f"{heading}: {line}" for line in lines if line]


def _contacts(ctx: RenderContext, one: FullResume) -> list[str]:
    hidden = {field.id for field in one.hidden_fields}
    told = [resume_lines.contact(ctx, contact, hidden) for contact in one.contact]
    lines = [dotted((f"{contact.name}: {contact.value}", contact.notes)) for contact in told]
    if resume_lines.contacts_closed(one):
        why = one.view_without_contacts_reason
        lines = [ctx.tr("resume.closed.why", why=why) if why else ctx.tr("resume.closed")]
    return [*(lines or [ctx.tr("resume.no-contacts")]), contacts_open(ctx, one)]


def _work(ctx: RenderContext, one: FullResume) -> list[str]:
    lines = []
    for place in one.experience:
        start = resume_lines.month(place.start)
        end = resume_lines.month(place.end) or ctx.tr("card.until-now")
        head = dotted((f"{start} – {end}" if start else end, place.company or "", place.position or ""))
        text = (place.description or "").strip("\n")[:LONGEST_SHOWN]
        lines.append(f"{head}. {text}" if text else head)
    return lines


def notes(ctx: RenderContext, comments: Sequence[Comment]) -> list[str]:
    """Notes, the newest first, one a paragraph."""
    newest = sorted(comments, key=lambda one: one.created_at or LONG_AGO, reverse=True)
    told = []
    for one in newest:
        author = one.author.full_name if one.author else ""
        who = ctx.tr("notes.me") if one.is_mine else author or ctx.tr("notes.somebody")
        when = moment(ctx, one.created_at) if one.created_at else ""
        told.append(f"{', '.join(part for part in (who, when) if part)}: {one.text.strip()}")
    if broken := unreadable_in(ctx.tr, "notes", comments):
        told.append(broken)
    return told or [ctx.tr("notes.none")]


def history(ctx: RenderContext, met: Sequence[MetVacancy]) -> list[str]:
    """What there was with them before, a line for each turn, the latest first."""
    turns = [(turn.created_at or LONG_AGO, one.name or one.id, turn) for one in met for turn in one.items]
    told = []
    for at, name, turn in sorted(turns, key=lambda one: one[0], reverse=True):
        state = (turn.employer_state.name or turn.employer_state.id) if turn.employer_state else ""
        letter = ctx.tr("history.letter") if turn.with_message else ""
        told.append(dotted((moment(ctx, at) if turn.created_at else "", name, state, letter)))
    if broken := unreadable_in(ctx.tr, "history", met):
        told.append(broken)
    return told or [ctx.tr("history.none")]
