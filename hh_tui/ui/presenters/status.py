"""What is done to whom, as the last line of the screen tells it."""

from hh_tui.inbox.decisions.operation import Operation
from hh_tui.ui.presenters import actions
from hh_tui.ui.presenters.candidate import dotted, name
from hh_tui.ui.presenters.render_context import RenderContext


def deed(ctx: RenderContext, operation: Operation) -> str:
    """What is done to whom: `Отказ · Иванова Мария`."""
    return dotted(parts(ctx, operation))


def parts(ctx: RenderContext, operation: Operation) -> tuple[str, str, str]:
    """What is done, to whom, and of an invitation to which vacancy."""
    what = actions.name(operation.action) if operation.action else ctx.tr("deed.letter")
    if operation.action is not None and operation.text is None and operation.action.argument("message"):
        what = f"{what} {ctx.tr('deed.silent')}"
    where = operation.invitation.vacancy if operation.invitation else ""
    return what, name(ctx, operation.negotiation), where
