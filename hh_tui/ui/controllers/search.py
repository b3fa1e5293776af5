"""The search as one types, in the rows that are loaded; and the way to hh.ru's own search."""

from collections.abc import Callable, Mapping
from functools import partial

from hh_tui.i18n.text import one_line
from hh_tui.inbox.lists import active_filters
from hh_tui.inbox.lists.query_terms import as_meant
from hh_tui.inbox.lists.search import Index
from hh_tui.inbox.lists.search import Search as Sought
from hh_tui.inbox.snapshot.query import Query
from hh_tui.inbox.snapshot.row_words import words_of
from hh_tui.system.structs import replace
from hh_tui.ui.commands import Handler
from hh_tui.ui.context import Context
from hh_tui.ui.events import Searched
from hh_tui.ui.presenters.filters import why_none
from hh_tui.ui.scopes import narrowed_by_words
from hh_tui.ui.view import Pane


class Search:
    """Narrows the list down to hits. Everything else works on them as on the whole list.

    `narrow` reads a list with other filters.
    """

    def __init__(self, context: Context, narrow: Callable[[Query], object]) -> None:
        self._context = context
        self._narrow = narrow
        self._index = Index()
        self._indexed: Query | None = None

    def commands(self) -> Mapping[str, Handler]:
        """What this controller does, by command id."""
        following, before = partial(self.hit, 1), partial(self.hit, -1)
        return {
            "search": self.open,
            "next-hit": following,
            "previous-hit": before,
            "search-down": following,
            "search-up": before,
            "search-keep": self.keep,
            "search-leave": self.leave,
            "search-server": self.ask_server,
        }

    def open(self) -> None:
        """Open the line; a search that was kept goes on."""
        context, inbox = self._context, self._context.inbox
        if (query := inbox.listing.query) is None:
            return
        if inbox.search is None:
            if query != self._indexed:
                self._index, self._indexed = Index(), query
            context.store.dispatch(Searched(Sought("", self._index, context.view.labels)))
        search = context.inbox.search
        context.store.show(in_search_line=True, pane=Pane.LIST)
        context.panes.open_search(search.typed if search else "")

    def typed(self) -> None:
        """Another letter: look for what stands in the line by now."""
        context, search = self._context, self._context.inbox.search
        typed = context.panes.searched
        if search is not None and search.typed != typed:
            context.store.dispatch(Searched(replace(search, typed=typed)))

    def keep(self) -> None:
        """Go to the hits; without a word there is nothing to keep."""
        self.typed()
        context, search = self._context, self._context.inbox.search
        self._stop_typing()
        if search is not None and not search.typed.strip():
            context.store.dispatch(Searched(None))

    def leave(self) -> None:
        """The whole list again."""
        self._context.store.dispatch(Searched(None))
        self._stop_typing()

    def ask_server(self) -> None:
        """Let hh.ru search the whole collection, and the resumes, for it."""
        self.typed()
        context, inbox = self._context, self._context.inbox
        query, text = inbox.listing.query, one_line(context.panes.searched)
        if query is None or not text:
            self.leave()
        elif (why := why_none(query, context.keys)) is not None:
            context.say(why[0], **why[1])
        else:
            # hh.ru knows nothing of keyboard layouts; the loaded rows tell which of both was meant.
            known = words_of(inbox.rows)
            self._stop_typing()
            self._narrow(query.narrowed(replace(query.filters, search_text=as_meant(text, known))))

    def _stop_typing(self) -> None:
        self._context.store.show(in_search_line=False, pane=Pane.LIST)
        self._context.panes.refocus()

    def hit(self, delta: int) -> None:
        """The next or the previous hit; behind the last one comes the first.

        From the left column it leads into the list.
        """
        context, inbox = self._context, self._context.inbox
        if not narrowed_by_words(context.store.state):
            context.say("search.none", key=context.keys("search"))
        elif len(inbox.rows):
            if context.view.pane is not Pane.CANDIDATE:
                context.go(Pane.LIST)
            context.point((inbox.cursor + delta) % len(inbox.rows))

    def escape(self) -> bool:
        """Out of the search here, then out of the one on the server."""
        context, query = self._context, self._context.inbox.listing.query
        if context.view.pane is not Pane.LIST:
            return False
        if context.inbox.search is not None:
            self.leave()
        elif query is not None and query.filters.search_text:
            self._narrow(query.narrowed(active_filters.without(query.filters, "text")))
        else:
            return False
        return True
