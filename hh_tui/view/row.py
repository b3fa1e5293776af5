"""A negotiation as two lines of the list."""

from dataclasses import dataclass

from textual.content import Content

from hh_tui.api.models import Negotiation, PayRange, Resume
from hh_tui.inbox.keywords import Hits
from hh_tui.view import glyphs
from hh_tui.view.candidate import dotted, employer, experience, name_and_age, pay, source
from hh_tui.view.keywords import count
from hh_tui.view.lens import Lens
from hh_tui.view.pay import bar
from hh_tui.view.when import age

INDENT = 2

ROOM_FOR_BAR = 60
"""Cells of a row from which the pay is drawn as a bar, too."""

NO_HITS = Hits()


@dataclass(frozen=True, slots=True)
class Marks:
    """What the list knows of a row beside the negotiation itself; `others` are of the same person."""

    draft: bool = False
    held: bool = False
    others: int = 0


def aside(left: Content, right: Content, width: int) -> Content:
    """Left and right on one line of `width` cells; the left part gives way."""
    room = width - right.cell_length - 1 if right else width
    if room < 4:
        return left.truncate(max(0, width), ellipsis=True, pad=True)
    return Content.assemble(left.truncate(room, ellipsis=True, pad=True), " " if right else "", right)


def _pay(resume: Resume, offered: PayRange | None, width: int) -> str:
    wish = pay(resume)
    scale = bar(resume, offered) if width >= ROOM_FOR_BAR else ""
    return f"{wish} {scale}" if wish and scale else wish


def row(
    lens: Lens,
    negotiation: Negotiation,
    marks: Marks,
    width: int,
    hits: Hits = NO_HITS,
    offered: PayRange | None = None,
) -> tuple[Content, Content]:
    """Who, how long ago and what wants attention; then the wish, the pay and the experience.

    Where there is room the pay is measured against the pay `offered`; `hits` are keywords found.
    """
    attention = negotiation.has_updates
    left = Content.assemble(
        (glyphs.ATTENTION, "$accent") if attention else (glyphs.QUIET, "$text-muted"),
        " ",
        (name_and_age(lens, negotiation), "bold" if attention else ""),
    )
    signs = [
        (glyphs.HELD, "$warning") if marks.held else None,
        (glyphs.DRAFT, "$warning") if marks.draft else None,
        (f"{glyphs.LETTER}{negotiation.unread}", "$accent") if negotiation.unread else None,
        (lens.tr("row.others", n=marks.others), "$secondary") if marks.others else None,
        (source(lens, negotiation), "$text-muted"),
        (age(lens, negotiation.updated_at or negotiation.created_at), "$text-muted"),
    ]
    right = Content("  ").join(
        [
            *([count(hits)] if any(hits) else []),
            *(Content.assemble(sign) for sign in signs if sign and sign[0]),
        ]
    )
    resume = negotiation.resume
    wish = lens.tr("row.no-resume")
    if resume is not None:
        wish = dotted(
            (
                resume.title or "",
                _pay(resume, offered, width),
                experience(lens, resume, short=True),
                employer(resume),
            )
        ) or lens.tr("row.bare")
    below = Content.assemble(" " * INDENT, (wish, "$text-muted"))
    return aside(left, right, width), below.truncate(width, ellipsis=True, pad=True)
