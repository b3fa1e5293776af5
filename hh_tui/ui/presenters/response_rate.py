"""Whom an answer is owed to, a line each."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import timedelta
from operator import attrgetter

from hh_tui.inbox.lists.awaiting import AwaitingItem, is_unanswered
from hh_tui.inbox.snapshot.state import Inbox
from hh_tui.ui.presenters.candidate import dotted, name_and_age
from hh_tui.ui.presenters.dates import clock, date, waited
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


def lines(
    ctx: RenderContext, waiters: Sequence[AwaitingItem], vacancies: Mapping[str, str]
) -> list[tuple[AwaitingItem, str, str]]:
    """Each with `12 дн` and `Иванова Мария, 29 · Python-разработчик`.

    Two responses that would read alike, by two resumes of one person for instance, have between the name and
    the vacancy what is wished for, and where that is the same, when they came.
    """
    told = [_told(ctx, one, vacancies) for one in waiters]
    for more in (_wish, _wish_and_moment):
        often = Counter(told)
        told = [
            label if often[label] == 1 else _told(ctx, one, vacancies, *more(ctx, one))
            for one, label in zip(waiters, told, strict=True)
        ]
    return [(one, waited(ctx, one.since), label) for one, label in zip(waiters, told, strict=True)]


def _told(ctx: RenderContext, waiter: AwaitingItem, vacancies: Mapping[str, str], *more: str) -> str:
    vacancy = vacancies.get(waiter.source.vacancy_id, "")
    return dotted((name_and_age(ctx, waiter.negotiation), *more, vacancy))


def _wish(_: RenderContext, waiter: AwaitingItem) -> tuple[str, ...]:
    resume = waiter.negotiation.resume
    return ((resume.title or "") if resume else "",)


def _wish_and_moment(ctx: RenderContext, waiter: AwaitingItem) -> tuple[str, ...]:
    return (*_wish(ctx, waiter), f"{date(ctx, waiter.since)} {clock(ctx, waiter.since)}")
