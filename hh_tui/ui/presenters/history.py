"""What we had to do with a candidate before, vacancy by vacancy."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from textual.content import Content

from hh_tui.ui.presenters import glyphs
from hh_tui.ui.presenters.candidate import dotted
from hh_tui.ui.presenters.dates import clock, date
from hh_tui.ui.presenters.render_context import RenderContext
from hh_tui.ui.presenters.section import Piece, section, together
from hh_tui.ui.presenters.unreadable import unreadable_in

if TYPE_CHECKING:
    from hh_tui.api.models import MetVacancy
    from hh_tui.api.models.full_resume import Turn

LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


def history(ctx: RenderContext, met: "Sequence[MetVacancy]", vacancy_id: str) -> Content:
    """Newest first; the vacancy one is in is marked."""
    broken = unreadable_in(ctx.tr, "history", met)
    if not met and not broken:
        return Content.styled(ctx.tr("history.none"), "$text-muted")
    newest = sorted(met, key=_latest, reverse=True)
    lines = [line for one in newest for line in section(_heading(ctx, one, vacancy_id), _turns(ctx, one))]
    return together([*lines, Content.styled(broken, "$warning")] if broken else lines)


def _latest(met: "MetVacancy") -> datetime:
    return max((turn.created_at for turn in met.items if turn.created_at), default=LONG_AGO)


def _heading(ctx: RenderContext, met: "MetVacancy", vacancy_id: str) -> str:
    notes = (
        ctx.tr("history.here") if met.id == vacancy_id else "",
        ctx.tr("history.archived") if met.archived else "",
    )
    return dotted((met.name or met.id, *notes))


def _turns(ctx: RenderContext, met: "MetVacancy") -> list[Piece]:
    turns = sorted(met.items, key=lambda turn: turn.created_at or LONG_AGO, reverse=True)
    lines: list[Piece] = [_turn(ctx, turn) for turn in turns]
    return lines or [Content.styled(ctx.tr("history.no-turns"), "$text-muted")]


def _turn(ctx: RenderContext, turn: "Turn") -> Content:
    when = f"{date(ctx, turn.created_at)} {clock(ctx, turn.created_at)}" if turn.created_at else ""
    state = (turn.employer_state.name or turn.employer_state.id) if turn.employer_state else ""
    letter = f"  {glyphs.LETTER} {ctx.tr('history.letter')}" if turn.with_message else ""
    return Content.assemble((f"{when:<14}", "$text-muted"), " ", state, (letter, "$text-muted"))
