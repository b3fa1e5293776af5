"""A line with nothing in it at the prompt, where Enter is a command."""

from hh_tui.keys.registry import Command, Scope
from hh_tui.plain.context import PlainContext
from hh_tui.plain.typed_line import text_of
from hh_tui.ui.presenters.candidate import name


async def is_meant(context: PlainContext, command: Command) -> bool:
    """Whether the command of Enter is wanted: the Enter may have answered a question for the second time.

    Nobody is asked in the outbox, where it only tells, nor about a thread that was read: its candidate knows.
    """
    row = context.inbox.selected
    if command.scope is Scope.OUTBOX or row is None or row.id in context.inbox.threads:
        return True
    who = name(context.state.view.render_context, row.negotiation)
    if await context.ask.confirm(context.tr("plain.empty-line", does=context.tr(text_of(command)), who=who)):
        return True
    context.say("plain.not-done")
    return False
