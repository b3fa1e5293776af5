"""A negotiation as two lines of the list."""

from collections.abc import Callable, Sequence
from datetime import datetime

from msgspec import Struct
from rich.cells import cell_len, set_cell_size
from textual.content import Content

from hh_tui.api.models import Negotiation, PayRange, Resume
from hh_tui.inbox.letters.keywords import Hits
from hh_tui.inbox.lists.labels import with_sign
from hh_tui.inbox.lists.snoozed_item import ReturnReason
from hh_tui.ui.presenters import glyphs
from hh_tui.ui.presenters.candidate import SEPARATOR, dotted, employer, experience, name_and_age, pay, source
from hh_tui.ui.presenters.candidate_facts import met_before_short, relevant_short
from hh_tui.ui.presenters.dates import age, waited
from hh_tui.ui.presenters.keywords import count
from hh_tui.ui.presenters.pay import bar
from hh_tui.ui.presenters.render_context import RenderContext
from hh_tui.ui.presenters.schedule import ahead

INDENT = 2

ROOM_FOR_BAR = 60
"""Cells of a row from which the pay is drawn as a bar, too."""

ROOM_FOR_WISH = 12
"""Cells behind a name from which the wish begins to tell something."""

LEAST_OF_WISH = 16
"""Cells of the position wished for that are told in any case."""

LATE = 7 * 24 * 60 * 60
"""Seconds of waiting that stand out."""

NO_HITS = Hits()


class RowBadges(Struct, frozen=True):
    """What the list knows of a row beside the negotiation itself.

    `others` are of the same person; `opened` says that it was opened here. In a list over all vacancies
    `place` names the vacancy, and `since` is the moment the candidate waits from. A `marked` one is decided
    on together with others. `later` is the moment that something waits for, `until` the one that they are put
    aside until; `back` is why they are not any more. With `by_response` the list is in the order in which
    candidates came, and so is the time it tells. `labels` are the person's own. `invited` tells where else
    they were invited to.
    """

    draft: bool = False
    held: bool = False
    others: int = 0
    opened: bool = False
    place: str = ""
    since: datetime | None = None
    marked: bool = False
    later: datetime | None = None
    until: datetime | None = None
    returned: ReturnReason | None = None
    by_response: bool = False
    labels: tuple[str, ...] = ()
    invited: str = ""


def left_right(left: Content, right: Content, width: int) -> Content:
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
    ctx: RenderContext,
    negotiation: Negotiation,
    badges: RowBadges,
    width: int,
    hits: Hits = NO_HITS,
    offered: PayRange | None = None,
) -> tuple[Content, Content]:
    """Who, how long ago and what wants attention; then the wish, the pay and the experience.

    Where there is room the pay is measured against the pay `offered`; `hits` are keywords found.
    """
    left = Content.assemble(*_attention(negotiation, badges), *_who(ctx, negotiation))
    right = _signs(ctx, negotiation, badges, hits)
    return left_right(left, right, width), wish_line(ctx, negotiation, badges, width, offered)


def wish_line(
    ctx: RenderContext,
    negotiation: Negotiation,
    badges: RowBadges,
    width: int,
    offered: PayRange | None = None,
    *,
    shorten: Callable[[str, int], str] | None = None,
    least: int = LEAST_OF_WISH,
    may_lack_wish: bool = False,
) -> Content:
    """The second line of a row: the wish, the pay and the experience.

    A wish without room is cut at its end, or as `shorten` does it, to the `least` cells; where it
    `may_lack_wish` it is left out before the pay and the experience are.
    """
    invited = _cut(badges.invited, max(LEAST_OF_WISH, width // 2))
    sign = (glyphs.MARKED.ljust(INDENT), "bold $accent") if badges.marked else (" " * INDENT, "")
    own = f"{with_sign(badges.labels)} " if badges.labels else ""
    room = width - INDENT - cell_len(own)
    facts = dotted(_facts(ctx, negotiation.resume, offered, room))
    vacancy = _cut(badges.place, max(LEAST_OF_WISH, room - cell_len(facts) - len(SEPARATOR)))
    place = "".join(f"{one} · " for one in (vacancy, invited) if one)
    is_optional = may_lack_wish or bool(vacancy)
    left = room - cell_len(place)
    wish = _wish(ctx, negotiation, left, offered, shorten or _cut, least, is_optional=is_optional)
    place = place if wish else place.removesuffix(SEPARATOR)
    below = Content.assemble(sign, (place, "$secondary"), (own, "$warning"), (wish, "$text-muted"))
    return below.truncate(width, ellipsis=True, pad=True)


def facts_length(ctx: RenderContext, negotiation: Negotiation) -> int:
    """Cells of the pay and the experience as a narrow row tells them."""
    return cell_len(dotted(_facts(ctx, negotiation.resume, None, 0)))


def _facts(ctx: RenderContext, resume: Resume | None, offered: PayRange | None, room: int) -> list[str]:
    """What a decision hangs on: the pay and the experience."""
    if resume is None:
        return []
    return [one for one in (_pay(resume, offered, room), experience(ctx, resume, short=True)) if one]


def _wish(
    ctx: RenderContext,
    negotiation: Negotiation,
    room: int,
    offered: PayRange | None,
    shorten: Callable[[str, int], str],
    shortest: int,
    *,
    is_optional: bool,
) -> str:
    """The wish and the facts as far as they fit into `room` cells, each whole.

    A long wish gives way to what a decision hangs on; what is merely good to know gives way to the wish.
    An optional wish may be left out: where the vacancy stands before it, or what a search has found behind.
    """
    resume = negotiation.resume
    if resume is None:
        return ctx.tr("row.no-resume")
    title, town = resume.title or "", (resume.area.name or "") if resume.area else ""
    met, relevant = met_before_short(ctx, resume), relevant_short(ctx, negotiation)
    facts = _facts(ctx, resume, offered, room)
    others = [one for one in (met, town, relevant, employer(resume)) if one]
    if not facts and not others and not title:
        return ctx.tr("row.bare")
    least = _cut(title, LEAST_OF_WISH)
    if met and cell_len(dotted((least, *facts, met))) <= room:
        facts.append(others.pop(0))
    left = room - cell_len(dotted((title, *facts)))
    if left < 0 and title:
        length = cell_len(title) + left
        if length < shortest and is_optional:
            return dotted(_fitting(facts, room))
        title = shorten(title, max(shortest, length))
        return dotted((title, *_fitting(facts, room - cell_len(title) - len(SEPARATOR))))
    return dotted((title, *facts, *_fitting(others, left - len(SEPARATOR))))


def _fitting(parts: Sequence[str], room: int) -> list[str]:
    """Those that fit into `room` cells together, each whole, with what stands between them."""
    found: list[str] = []
    for one in parts:
        if cell_len(one) <= room:
            found.append(one)
            room -= cell_len(one) + len(SEPARATOR)
    return found


def _cut(text: str, room: int) -> str:
    """The text, or as much of it as fits into `room` cells with a sign that there is more."""
    return text if cell_len(text) <= room else f"{set_cell_size(text, room - 1).rstrip()}…"


def line(
    ctx: RenderContext, negotiation: Negotiation, badges: RowBadges, width: int, hits: Hits = NO_HITS
) -> Content:
    """One line of what the two lines of a row tell first: who, where, the signs, and the wish if it fits."""
    resume = negotiation.resume
    town = (resume.area.name or "") if resume and resume.area else ""
    gone = ctx.tr("row.no-resume") if resume is None else ""
    left = Content.assemble(
        *_attention(negotiation, badges),
        *_who(ctx, negotiation),
        (f" · {town}" if town else "", "$text-muted"),
        (f" · {gone}" if gone else "", "$text-warning"),
    )
    signs = _signs(ctx, negotiation, badges, hits)
    room = width - left.cell_length - signs.cell_length - 3
    wish = dotted((resume.title or "", pay(resume))) if resume and room >= ROOM_FOR_WISH else ""
    if resume and cell_len(wish) > room:
        wish = resume.title or ""  # a sum that is cut is another sum
    if wish:
        left = Content.assemble(left, (" · ", "$text-muted"), (wish, "$text-muted"))
    return left_right(left, signs, width)


def _attention(negotiation: Negotiation, badges: RowBadges) -> tuple[tuple[str, str], str]:
    """Whether something wants attention, or was opened here."""
    quiet = glyphs.OPENED if badges.opened else glyphs.QUIET
    return ((glyphs.ATTENTION, "$accent") if negotiation.has_updates else (quiet, "$text-muted")), " "


def _who(ctx: RenderContext, negotiation: Negotiation) -> tuple[tuple[str, str], ...]:
    return ((name_and_age(ctx, negotiation), "bold" if negotiation.has_updates else ""),)


def _signs(ctx: RenderContext, negotiation: Negotiation, badges: RowBadges, hits: Hits) -> Content:
    """Everything beside the name, with the time at the end."""
    signs = [
        (f"{glyphs.BACK} {ctx.tr(f'row.back.{badges.returned}')}", "bold $warning")
        if badges.returned
        else None,
        _held(ctx, badges) if badges.held else None,
        (f"{glyphs.BACK} {ahead(ctx, badges.until)}", "$warning") if badges.until else None,
        (glyphs.DRAFT, "$warning") if badges.draft else None,
        (f"{glyphs.LETTER}{negotiation.unread}", "$accent") if negotiation.unread else None,
        (glyphs.FAVOURITE, "$accent") if negotiation.resume and negotiation.resume.favorited else None,
        (ctx.tr("row.others", n=badges.others), "$secondary") if badges.others else None,
        (source(ctx, negotiation), "$text-muted"),
        _time(ctx, negotiation, badges),
    ]
    return Content("  ").join(
        [
            *([count(hits)] if any(hits) else []),
            *(Content.assemble(sign) for sign in signs if sign and sign[0]),
        ]
    )


def _held(ctx: RenderContext, badges: RowBadges) -> tuple[str, str]:
    """That something waits, and for which moment where that was chosen."""
    when = f" {ahead(ctx, badges.later)}" if badges.later is not None else ""
    return f"{glyphs.HELD}{when}", "$warning"


def _time(ctx: RenderContext, negotiation: Negotiation, badges: RowBadges) -> tuple[str, str]:
    """How long ago something happened, or how long somebody has waited."""
    if badges.since is None:
        came, changed = negotiation.created_at, negotiation.updated_at
        return age(ctx, (came or changed) if badges.by_response else (changed or came)), "$text-muted"
    late = (ctx.now - badges.since).total_seconds() >= LATE
    return ctx.tr("row.waits", time=waited(ctx, badges.since)), "$warning" if late else "$text-muted"
