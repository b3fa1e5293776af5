"""The first line of the screen: where one is at the left, how things stand at the right.

Every piece has a rank. Where they do not all fit, the one of the highest rank is left out first, whole: no
word is cut while there is a less important one.
"""

from collections.abc import Sequence
from enum import IntEnum

from msgspec import Struct
from textual.content import Content

from hh_tui.api.models import Account, Vacancy
from hh_tui.inbox.decisions.outbox import Outbox, Stage
from hh_tui.inbox.snapshot.statistics import StatisticsSnapshot
from hh_tui.ui.presenters import glyphs, network
from hh_tui.ui.presenters import statistics as figures
from hh_tui.ui.presenters.render_context import RenderContext

GAP = "  "
DOT = " · "


class Rank(IntEnum):
    """What stays longest, first."""

    TROUBLE = 0
    VACANCY = 1
    OUTBOX = 2
    UNREAD = 3
    SCHEDULED = 4
    PROFILE = 5
    READS = 6
    AREA = 7
    ONLINE = 8
    PROGRAM = 9
    FIGURES = 10
    COMPANY = 11
    MORE_FIGURES = 12
    PERSON = 13


class Piece(Struct, frozen=True):
    """A part of the line; `joint` stands before it where another one of its side does."""

    text: Content
    rank: Rank
    joint: str = GAP


def place(
    ctx: RenderContext, account: Account | None, profile: str, vacancy: Vacancy | None
) -> tuple[Piece, ...]:
    """Program, vacancy with what is new in it, company and person."""
    pieces = [Piece(Content.styled("hh-tui", "bold $primary"), Rank.PROGRAM)]
    if vacancy is not None:
        pieces.append(Piece(Content.styled(vacancy.name, "bold"), Rank.VACANCY))
        if vacancy.area is not None:
            pieces.append(Piece(Content.styled(vacancy.area.name, "bold"), Rank.AREA, ", "))
        if vacancy.unread:
            new = ctx.tr("new.some", n=vacancy.unread)
            pieces.append(Piece(Content.styled(new, "$accent"), Rank.UNREAD))
    employer = account.employer.name if account and account.employer else ""
    names = (
        (employer, Rank.COMPANY),
        (account.name if account else "", Rank.PERSON),
        (profile, Rank.PROFILE),
    )
    owners = [Piece(Content.styled(name, "$text-muted"), rank, DOT) for name, rank in names if name]
    if owners:
        owners[0] = Piece(owners[0].text, owners[0].rank)
    return tuple(pieces + owners)


def standing(
    ctx: RenderContext,
    snapshot: StatisticsSnapshot,
    outbox: Outbox,
    *,
    online: bool,
    long_reads: int = 0,
    silence: int = 0,
    choices: int = 0,
) -> tuple[Piece, ...]:
    """How one answers, slow reads, the connection, open writes, and `choices` of a sprint that was left.

    `silence` is for how many seconds hh.ru has answered nothing it was asked; it is 0 while that is short.
    """
    tr, found = ctx.tr, list[Piece]()
    for number, part in enumerate(figures.parts(ctx, snapshot)):
        found.append(Piece(part, Rank.MORE_FIGURES if number else Rank.FIGURES, DOT))
    if working := network.sign(long_reads):
        found.append(Piece(Content.styled(working, "$text-muted"), Rank.READS))
    found.append(_connection(ctx, frozen=outbox.frozen, online=online, silence=silence))
    if waiting := len(outbox.hurrying(ctx.now)):
        found.append(Piece(Content.styled(tr("status.outbox", n=waiting), "$warning"), Rank.OUTBOX))
    if scheduled := len(outbox.scheduled(ctx.now)):
        text = f"{glyphs.HELD} {tr('status.scheduled', n=scheduled)}"
        found.append(Piece(Content.styled(text, "$text-muted"), Rank.SCHEDULED))
    if choices:
        found.append(Piece(Content.styled(tr("status.sprint", n=choices), "$warning"), Rank.SCHEDULED))
    if failed := len(outbox.of(Stage.FAILED)):
        found.append(Piece(Content.styled(tr("status.failed", n=failed), "$error"), Rank.TROUBLE))
    return tuple(found)


def _connection(ctx: RenderContext, *, frozen: bool, online: bool, silence: int) -> Piece:
    """Whether hh.ru lets one in, can be reached, and answers."""
    if frozen:
        said = f"{glyphs.FAILED} {ctx.tr('frozen.title')}"
        return Piece(Content.styled(said, "bold $error"), Rank.TROUBLE)
    if not online:
        said = f"{glyphs.FAILED} {ctx.tr('status.offline')}"
        return Piece(Content.styled(said, "$error"), Rank.TROUBLE)
    if silence:
        said = f"{glyphs.UNANSWERED} {ctx.tr('status.silent', n=silence)}"
        return Piece(Content.styled(said, "$warning"), Rank.TROUBLE)
    said = f"{glyphs.ATTENTION} {ctx.tr('status.online')}"
    return Piece(Content.styled(said, "$success"), Rank.ONLINE)


def line(left: Sequence[Piece], right: Sequence[Piece], width: int) -> tuple[Content, Content]:
    """Both sides in `width` cells with a gap between them; what has no room is left out by its rank."""
    pieces = [*left, *right]
    last_first = pieces[::-1]
    for gone in sorted(last_first, key=lambda one: -one.rank):
        sides = _joined(left, pieces), _joined(right, pieces)
        if gone.rank <= Rank.VACANCY or sum(one.cell_length for one in sides) + len(GAP) <= width:
            return sides
        pieces = [one for one in pieces if one is not gone]
    return _joined(left, pieces), _joined(right, pieces)


def _joined(side: Sequence[Piece], pieces: Sequence[Piece]) -> Content:
    kept = {id(one) for one in pieces}
    found = Content("")
    for one in side:
        if id(one) in kept:
            found = Content.assemble(found, (one.joint if found else "", "$text-muted"), one.text)
    return found
