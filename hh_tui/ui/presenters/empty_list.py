"""What stands in the place of a list without rows: why, and what to do. Rules from top to bottom."""

from collections.abc import Callable

from hh_tui.api.filters import NO_FILTERS
from hh_tui.inbox.lists import snoozed_list
from hh_tui.inbox.lists.awaiting import WAITING, AwaitingQueue
from hh_tui.inbox.lists.snoozed_item import SNOOZED
from hh_tui.inbox.snapshot.listing import Listing
from hh_tui.inbox.snapshot.state import Inbox
from hh_tui.ui.presenters import errors
from hh_tui.ui.presenters import filters as told
from hh_tui.ui.presenters.render_context import RenderContext

Keys = Callable[[str], str]
"""The name of a command's first key."""


def why_empty(ctx: RenderContext, keys: Keys, inbox: Inbox, waiting_days: int) -> str:
    """One or two sentences. Somebody waits who was not answered for `waiting_days` days."""
    tr, listing, query = ctx.tr, inbox.listing, inbox.listing.query
    if inbox.search is not None and len(listing.rows):
        return _not_found(ctx, keys, listing)
    if query is not None and snoozed_list.is_place(query):
        key = keys("snooze" if query == SNOOZED else "until-reply")
        return tr(f"snoozed.empty.{query.collection_id}", key=key)
    if inbox.hidden_count and inbox.search is None and listing.complete:
        places = {"snoozed": keys("go-snoozed"), "reply": keys("go-until-reply")}
        return tr("snoozed.all-hidden", n=inbox.hidden_count, **places)
    if query == WAITING and listing.error is None and inbox.queue is not None:
        return _awaiting(ctx, keys, inbox.queue, waiting_days)
    if query is not None and query.filters != NO_FILTERS and listing.complete and listing.error is None:
        chips = told.labelled(told.chips(tr, query.filters, inbox.names))
        return tr("filters.empty", chips=chips, clear=keys("clear-filters"), form=keys("filters"))
    return _plainly(ctx, keys, inbox)


def _not_found(ctx: RenderContext, keys: Keys, listing: Listing) -> str:
    """No loaded row has the word; hh.ru can be asked where it can search the list."""
    count, ways = len(listing.rows), {"leave": keys("search-leave"), "known": keys("search-everywhere")}
    if listing.query is not None and told.why_none(listing.query, keys) is None:
        return ctx.tr("search.nothing", n=count, server=keys("search-server"), **ways)
    if listing.complete:
        return ctx.tr("search.nothing.here", n=count, **ways)
    return ctx.tr("search.nothing.loaded", n=count, bottom=keys("bottom"), **ways)


def _awaiting(ctx: RenderContext, keys: Keys, queue: AwaitingQueue, waiting_days: int) -> str:
    tr = ctx.tr
    if queue.is_looking:
        return tr("waiting.looking", looked=queue.looked, n=queue.vacancies, key=keys("back"))
    if queue.stopped:
        return tr("waiting.was-stopped", key=keys("refresh"))
    return tr("list.loading") if not queue.is_whole else tr("waiting.nobody", n=waiting_days)


def _plainly(ctx: RenderContext, keys: Keys, inbox: Inbox) -> str:
    tr, listing = ctx.tr, inbox.listing
    if listing.error is not None:
        sentence = errors.explain(tr, listing.error).sentence
        alone = inbox.vacancies is None and errors.captcha_page(listing.error) is None
        return f"{sentence}\n\n{tr('list.again', key=keys('refresh'))}" if alone else sentence
    if inbox.vacancies is not None and not inbox.all_vacancies:
        scope = inbox.scope.name
        return tr("whose.empty", what=scope, key=keys("vacancy")) if scope else tr("vacancies.none")
    if not listing.complete and (inbox.board is None or listing.query is not None):
        return tr("list.loading")
    return tr("list.empty", key=keys("collection"), vacancy=keys("vacancy"))
