"""A negotiation as two lines of the list."""

from dataclasses import dataclass
from datetime import datetime

from textual.content import Content

from hh_tui.api.models import Negotiation
from hh_tui.view import glyphs
from hh_tui.view.candidate import dotted, employer, experience, name_and_age, pay, source
from hh_tui.view.lens import Lens
from hh_tui.view.when import age, waited

INDENT = 2

LATE = 7 * 24 * 60 * 60
"""Seconds of waiting that stand out."""


@dataclass(frozen=True, slots=True)
class Marks:
    """What the list knows of a row beside the negotiation itself.

    `opened` says that it was opened here. In a list over all vacancies `place` names the vacancy, and `since`
    is the moment the candidate waits from.
    """

    draft: bool = False
    held: bool = False
    opened: bool = False
    place: str = ""
    since: datetime | None = None


def aside(left: Content, right: Content, width: int) -> Content:
    """Left and right on one line of `width` cells; the left part gives way."""
    room = width - right.cell_length - 1 if right else width
    if room < 4:
        return left.truncate(max(0, width), ellipsis=True, pad=True)
    return Content.assemble(left.truncate(room, ellipsis=True, pad=True), " " if right else "", right)


def row(lens: Lens, negotiation: Negotiation, marks: Marks, width: int) -> tuple[Content, Content]:
    """Who, how long ago and what wants attention; then the wish, the pay and the experience."""
    attention = negotiation.has_updates
    left = Content.assemble(
        (glyphs.ATTENTION, "$accent")
        if attention
        else (glyphs.OPENED if marks.opened else glyphs.QUIET, "$text-muted"),
        " ",
        (name_and_age(lens, negotiation), "bold" if attention else ""),
    )
    signs = [
        (glyphs.HELD, "$warning") if marks.held else None,
        (glyphs.DRAFT, "$warning") if marks.draft else None,
        (f"{glyphs.LETTER}{negotiation.unread}", "$accent") if negotiation.unread else None,
        (source(lens, negotiation), "$text-muted"),
        _time(lens, negotiation, marks),
    ]
    right = Content("  ").join(Content.assemble(sign) for sign in signs if sign and sign[0])
    resume = negotiation.resume
    wish = lens.tr("row.no-resume")
    if resume is not None:
        wish = dotted(
            (resume.title or "", pay(resume), experience(lens, resume, short=True), employer(resume))
        ) or lens.tr("row.bare")
    place = f"{marks.place} · " if marks.place else ""
    below = Content.assemble(" " * INDENT, (place, "$secondary"), (wish, "$text-muted"))
    return aside(left, right, width), below.truncate(width, ellipsis=True, pad=True)


def _time(lens: Lens, negotiation: Negotiation, marks: Marks) -> tuple[str, str]:
    """How long ago something happened, or how long somebody has waited."""
    if marks.since is None:
        return age(lens, negotiation.updated_at or negotiation.created_at), "$text-muted"
    late = (lens.now - marks.since).total_seconds() >= LATE
    return lens.tr("row.waits", time=waited(lens, marks.since)), "$warning" if late else "$text-muted"
