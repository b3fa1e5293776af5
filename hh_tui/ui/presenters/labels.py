"""Labels of one's own that were taken back, or put on again, as told after the key that did it."""

from hh_tui.inbox.decisions.history import Labelled
from hh_tui.ui.presenters.candidate import people
from hh_tui.ui.presenters.render_context import RenderContext


def undone(ctx: RenderContext, step: Labelled) -> str:
    """The label is as it was: `Отменено, метка «резерв» снята: Иванова Мария`."""
    text = "label.undone.on" if step.is_on else "label.undone.off"
    return ctx.tr(text, name=step.name, who=people(ctx, step.who))


def redone(ctx: RenderContext, step: Labelled) -> str:
    """The same as when it was done first."""
    return ctx.tr("label.on" if step.is_on else "label.off", name=step.name, n=len(step.after))
