"""A thread as paragraphs: who, when, and what they wrote."""

from hh_tui.api.models import Negotiation
from hh_tui.api.models.thread import ThreadMessage
from hh_tui.i18n.text import LONGEST_SHOWN
from hh_tui.inbox.decisions.optimistic import echoes
from hh_tui.inbox.snapshot.thread import lock_of
from hh_tui.ui.presenters import errors
from hh_tui.ui.presenters.candidate import dotted
from hh_tui.ui.presenters.dates import moment
from hh_tui.ui.presenters.message_author import author, change_of
from hh_tui.ui.presenters.render_context import RenderContext
from hh_tui.ui.presenters.unreadable import unreadable
from hh_tui.ui.state_store import State


def thread(state: State, negotiation: Negotiation) -> list[str]:
    """The messages, oldest first, one a paragraph; then our letters on their way, and why one can't write."""
    ctx, inbox = state.view.render_context, state.inbox
    read = inbox.threads.get(negotiation.id)
    if read is None:
        return [ctx.tr("thread.loading")]
    first_name = (negotiation.resume.first_name or "") if negotiation.resume else ""
    told = [_message(ctx, one, first_name) for one in read.messages]
    told += [
        f"{ctx.tr('thread.you')}, {moment(ctx, one.written_at)}: {one.text}"
        + ("" if one.sent else f" ({ctx.tr('plain.waits')})")
        for one in (*read.sent, *echoes(inbox, negotiation.id))
    ]
    if broken := unreadable(ctx.tr, "messages", read.unreadable):
        told.append(broken)
    lock = lock_of(negotiation, read)
    if lock is not None:
        told.append(errors.locked(ctx.tr, lock))
    return told or [ctx.tr("thread.empty")]


def _message(ctx: RenderContext, message: ThreadMessage, first_name: str) -> str:
    when = moment(ctx, message.at) if message.at else ""
    head = ", ".join(part for part in (author(ctx, message, first_name), when) if part)
    text = (message.text or "").strip("\n")
    files = [ctx.tr("thread.attachment", name=one.title) for one in message.attachments]
    place = ctx.tr("thread.address", address=message.address.line) if message.address else ""
    body = "\n".join(part for part in (text[:LONGEST_SHOWN], place, *files) if part)
    return f"{dotted((head, change_of(ctx, message)))}: {body}".removesuffix(": ")
