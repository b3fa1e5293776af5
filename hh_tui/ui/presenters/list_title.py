"""What stands in the border of the list: where one is, how many there are, and how they are sorted."""

from hh_tui.api.models import Board
from hh_tui.i18n.text import grouped
from hh_tui.inbox.lists import awaiting_list, snoozed_list
from hh_tui.inbox.lists.active_filters import collection_of
from hh_tui.inbox.lists.awaiting import WAITING
from hh_tui.inbox.snapshot.query import Query
from hh_tui.inbox.snapshot.state import Inbox
from hh_tui.ui.presenters.render_context import RenderContext


def list_title(ctx: RenderContext, inbox: Inbox, *, narrow: bool, chosen: int) -> str:
    """`Откликнулись · 1 240 · сначала новые`; `chosen` are selected.

    Where one pane is seen at a time (`narrow`), the vacancy stands before it.
    """
    title = _title(ctx, inbox, narrow=narrow)
    return f"{ctx.tr('marks.count', n=chosen)} · {title}" if chosen else title


def list_name(ctx: RenderContext, board: Board | None, query: Query) -> str:
    """What the server calls a collection, also one that the left column folds away; never its id."""
    collection = collection_of(board, query)
    return collection.name if collection is not None and collection.name else ctx.tr("list.title")


def _title(ctx: RenderContext, inbox: Inbox, *, narrow: bool) -> str:
    tr, query = ctx.tr, inbox.listing.query
    if query is not None and snoozed_list.is_place(query):
        return f"{tr(f'snoozed.title.{query.collection_id}')} · {len(inbox.rows)}"
    if query == WAITING:
        return _awaiting(ctx, inbox)
    if query is None or inbox.board is None:
        return tr("list.title")
    vacancy = inbox.vacancy.name if narrow and inbox.vacancy else ""
    path = " › ".join(part for part in (vacancy, list_name(ctx, inbox.board, query)) if part)
    snoozed = tr("list.aside", n=inbox.hidden_count) if inbox.hidden_count else ""
    hidden = tr("list.hidden", n=inbox.listing.hidden) if inbox.listing.hidden else ""
    return " · ".join(part for part in (path, total(inbox), hidden, snoozed, inbox.listing.order) if part)


def _awaiting(ctx: RenderContext, inbox: Inbox) -> str:
    tr, queue = ctx.tr, inbox.queue
    parts = [tr("waiting.title")]
    if queue is not None:
        shown, known = len(inbox.visible), total(inbox)
        if shown or queue.is_whole:
            part = tr("list.part", shown=grouped(shown), n=known)
            parts.append(known if known.rstrip("+") == grouped(shown) else part)
        if queue.unread_chats:
            parts.append(tr("waiting.chats", n=queue.unread_chats))
        if queue.looked < queue.vacancies:
            parts.append(tr("waiting.looked", looked=queue.looked, n=queue.vacancies))
    return " · ".join(parts)


def total(inbox: Inbox) -> str:
    """How many stand in the list on the server, with `+` where there are more; empty where unknown.

    Who is decided on is counted no more, as in the counters of the sidebar.
    """
    if inbox.listing.query == WAITING and inbox.queue is not None:
        return f"{grouped(awaiting_list.known(inbox))}{'' if inbox.queue.is_whole else '+'}"
    if inbox.listing.found is None:
        return ""
    gone = inbox.gone_from(inbox.listing.query)
    return grouped(inbox.listing.found - sum(row.id in gone for row in inbox.listing.away))
