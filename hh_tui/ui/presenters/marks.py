"""Marks that were taken away, as told after the key that did it."""

from hh_tui.ui.presenters.candidate import dotted
from hh_tui.ui.presenters.render_context import RenderContext


def dropped(ctx: RenderContext, count: int, undo: str) -> str:
    """`Снято 3 отметки · вернуть: z`; without the key where that takes back something else."""
    return dotted((ctx.tr("marks.dropped", n=count), ctx.tr("marks.dropped.undo", key=undo) if undo else ""))
