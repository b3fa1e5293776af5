"""A test that the candidate passed: score, mark, questions and answers."""

from typing import TYPE_CHECKING

from textual.content import Content

from hh_tui.api.models import TestResult
from hh_tui.i18n.text import short_line
from hh_tui.ui.presenters import glyphs
from hh_tui.ui.presenters.candidate import dotted
from hh_tui.ui.presenters.excerpt import excerpt
from hh_tui.ui.presenters.render_context import RenderContext
from hh_tui.ui.presenters.section import Piece, section, together

if TYPE_CHECKING:
    from hh_tui.api.models.solution import Solution, Task


def solution(ctx: RenderContext, test: "Solution", result: TestResult | None) -> Content:
    """The whole test, with the way to its page."""
    tr = ctx.tr
    minutes = tr("test.minutes", n=max(1, round(test.duration / 60))) if test.duration else ""
    head = Content.styled(dotted((test.name, score(ctx, test.score, test.mark), minutes)), "bold")
    blocks = [head]
    for number, task in enumerate(test.tasks, 1):
        blocks += section(
            f"{number}. {short_line(task.question) or tr('test.no-question')}", _answers(ctx, task)
        )
    if not test.tasks:
        blocks += section(tr("test.answers"), [tr("test.no-answers")])
    if result is not None and result.alternate_url:
        blocks += section(tr("test.page"), [result.alternate_url])
    return together(blocks)


def score(ctx: RenderContext, points: int, mark: str | None) -> str:
    """`80 из 100 · отлично`; an unknown mark as the server says it."""
    return dotted((ctx.tr("test.score", score=points), mark_name(ctx, mark)))


def mark_name(ctx: RenderContext, mark: str | None) -> str:
    """A mark in words."""
    key = f"test.mark.{mark}"
    return ctx.tr(key) if key in ctx.tr else mark or ""


def _answers(ctx: RenderContext, task: "Task") -> list[Piece]:
    lines: list[Piece] = []
    if task.opened_answer is not None:
        said = task.opened_answer.value.strip()
        silent = Content.styled(ctx.tr("test.silent"), "$text-muted")
        lines.append(excerpt(ctx.tr, said) if said else silent)
        if mark := mark_name(ctx, task.opened_answer.mark):
            lines.append(Content.styled(ctx.tr("test.mark", mark=mark), "$text-muted"))
    for answer in task.closed_answers:
        chosen = glyphs.CHOSEN if answer.selected else glyphs.QUIET
        right = answer.correct and ctx.tr("test.right")
        wrong = answer.selected and not answer.correct and ctx.tr("test.wrong")
        note, style = (right, "$success") if right else (wrong or "", "$error")
        lines.append(
            Content.assemble(
                f"{chosen} ",
                (short_line(answer.value), "bold" if answer.selected else ""),
                (f"  {note}" if note else "", style),
            )
        )
    return lines or [Content.styled(ctx.tr("test.silent"), "$text-muted")]
