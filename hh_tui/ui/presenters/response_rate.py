"""Whom an answer is owed to, a line each."""

from datetime import timedelta
from operator import attrgetter

from hh_tui.inbox.lists.awaiting import AwaitingItem, is_unanswered
from hh_tui.inbox.snapshot.state import Inbox
from hh_tui.ui.presenters.candidate import dotted, name_and_age
from hh_tui.ui.presenters.dates import waited
from hh_tui.ui.presenters.render_context import RenderContext

COUNTED = timedelta(days=30)
"""Responses older than this do not count for the index any more."""


def reply_items(ctx: RenderContext, inbox: Inbox) -> tuple[AwaitingItem, ...]:
    """Those whose answer raises the index, the oldest response first: never answered, and still counted.

    All who are known, also those before whom the queue may still find others.
    """
    queue = inbox.queue
    if queue is None:
        return ()
    pending = {operation.negotiation.id for operation in inbox.pending.values() if operation.text is not None}
    return tuple(
        waiter
        for waiter in sorted(queue.found.values(), key=attrgetter("rank"))
        if is_unanswered(waiter.negotiation)
        and ctx.now - waiter.since <= COUNTED
        and waiter.id not in pending
    )


def line(ctx: RenderContext, waiter: AwaitingItem, vacancy: str) -> tuple[str, str]:
    """`12 дн` and `Иванова Мария, 29 · Python-разработчик`."""
    return waited(ctx, waiter.since), dotted((name_and_age(ctx, waiter.negotiation), vacancy))
