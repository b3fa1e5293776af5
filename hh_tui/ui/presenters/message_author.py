"""Who wrote a message of a thread, and what happened beside its words."""

from hh_tui.api.models.thread import ThreadMessage
from hh_tui.ui.presenters.candidate import dotted
from hh_tui.ui.presenters.render_context import RenderContext


def change_of(ctx: RenderContext, message: ThreadMessage) -> str:
    """What happened beside the letter: a new state, somebody who came or went."""
    if message.service is None:
        return ""
    if message.service.kind == "state":
        return message.service.name
    return ctx.tr(f"thread.{message.service.kind}", name=message.service.name or message.author_name or "")


def author(ctx: RenderContext, message: ThreadMessage, first_name: str) -> str:
    """Who wrote, as the server says; only the candidate goes by the `first_name` of their resume."""
    tr, name = ctx.tr, message.author_name or ""
    if message.by_colleague:
        return name or tr("thread.colleague")
    if message.is_ours:
        return tr("thread.you")
    if by_candidate(message):
        return first_name or name or tr("thread.them")
    role = tr("thread.bot") if message.author == "bot" else message.author
    return dotted((name, role)) or tr("thread.unknown")


def by_candidate(message: ThreadMessage) -> bool:
    """Whether the candidate did."""
    return message.author == "applicant"
