"""What a row tells of news, against what a page tells that was asked for before they were looked at."""

from hh_tui.api.models import Negotiation, Page
from hh_tui.api.models.negotiation import MessageCounters
from hh_tui.inbox.snapshot.rows import Rows
from hh_tui.system.structs import replace


def without_old_news(rows: Rows, asked: Rows | None, page: Page[Negotiation]) -> Page[Negotiation]:
    """The page without what was news when it was asked for, and is none by now; `asked` are the rows then.

    Whoever has written once more since has other news, and keeps them.
    """
    if asked is None or asked is rows:
        return page
    now = {one.id: ours for one in page.items if (ours := _now(rows, asked, one)) is not None}
    if not now:
        return page
    items = (
        replace(one, has_updates=ours.has_updates, counters=ours.counters)
        if (ours := now.get(one.id))
        else one
        for one in page.items
    )
    return replace(page, items=tuple(items))


def _now(rows: Rows, asked: Rows, told: Negotiation) -> Negotiation | None:
    """The candidate as they are here, where what the page tells of them is what was known before."""
    index, before = rows.index_of(told.id), asked.index_of(told.id)
    if index is None or before is None or rows[index] is asked[before]:
        return None
    ours, then = rows[index].negotiation, asked[before].negotiation
    return ours if _news(told) == _news(then) != _news(ours) else None


def _news(negotiation: Negotiation) -> tuple[bool, MessageCounters | None]:
    return negotiation.has_updates, negotiation.counters
