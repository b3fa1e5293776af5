"""Finding: a search as one types, the server's filters and its orders."""

from dataclasses import dataclass, replace

from textual import on, work
from textual.message import Message
from textual.widgets import Input

from hh_tui.api.filters import NO_FILTERS, Filters
from hh_tui.api.models import OrderType
from hh_tui.errors import HHError
from hh_tui.i18n.text import one_line
from hh_tui.inbox.lists import active_filters
from hh_tui.inbox.lists.query_terms import as_meant
from hh_tui.inbox.lists.search import Index, Search
from hh_tui.inbox.snapshot.query import Query
from hh_tui.ui import events as heard
from hh_tui.ui.dialogs.filter_form import Choices, FilterForm, Narrowed
from hh_tui.ui.dialogs.picker import Item
from hh_tui.ui.presenters import glyphs
from hh_tui.ui.scopes import narrowed_by_words
from hh_tui.ui.screens.following import FollowingScreen
from hh_tui.ui.view import Level
from hh_tui.ui.widgets.chip import ChipLine
from hh_tui.ui.widgets.search_line import SearchLine


@dataclass
class OrderKept(Message):
    """The server keeps this order for the vacancy."""

    name: str


class FindingScreen(FollowingScreen):
    """Narrows the list down, here or on the server. Everything else works on what is left as on the whole."""

    def compose_controllers(self) -> None:
        """What was read for the form, and the index of the search."""
        super().compose_controllers()
        self._choices: Choices = {}
        self._index = Index()
        self._indexed: Query | None = None

    @property
    def search_line(self) -> SearchLine:
        """The line to type into."""
        return self.panes.search_line

    # The search in what is loaded

    def action_search(self) -> None:
        """Open the line; a search that was kept goes on."""
        if (query := self.inbox.listing.query) is None:
            return
        if self.inbox.search is None:
            if query != self._indexed:
                self._index, self._indexed = Index(), query
            self.inbox = self.inbox.searched(Search("", self._index))
        line = self.search_line.line
        with line.prevent(Input.Changed):
            line.value = self.inbox.search.typed if self.inbox.search else ""
        line.cursor_position = len(line.value)
        self.states.show(in_search_line=True)
        self.level = Level.LIST
        self.set_focus(line)
        self.edges.paint(self.states.state)

    @on(Input.Changed, "#search-text")
    def search_typed(self) -> None:
        """Another letter."""
        self._look()

    def _look(self) -> None:
        """Look for what stands in the line by now."""
        search, typed = self.inbox.search, self.search_line.line.value
        if search is not None and search.typed != typed:
            self.inbox = self.inbox.searched(replace(search, typed=typed))

    def action_search_keep(self) -> None:
        """Go to the hits; without a word there is nothing to keep."""
        self._look()
        search = self.inbox.search
        self._stop_typing()
        if search is not None and not search.typed.strip():
            self.inbox = self.inbox.searched(None)

    def action_search_leave(self) -> None:
        """The whole list again."""
        self.inbox = self.inbox.searched(None)
        self._stop_typing()

    def action_search_server(self) -> None:
        """Let hh.ru search the whole collection, and the resumes, for it."""
        self._look()
        query, text = self.inbox.listing.query, one_line(self.search_line.line.value)
        if query is None or not text:
            self.action_search_leave()
        elif self._heeds_filters(query):
            # hh.ru knows nothing of keyboard layouts; the loaded rows tell which of both was meant.
            known = {word for row in self.inbox.rows for word in row.facts.words}
            self._stop_typing()
            self._narrow(query, replace(query.filters, search_text=as_meant(text, known)))

    def _stop_typing(self) -> None:
        self.states.show(in_search_line=False)
        self.level = Level.LIST
        self.set_focus(self.panes.target(self.states.state))
        self.edges.paint(self.states.state)

    def action_hit(self, delta: int) -> None:
        """The next or the previous hit; behind the last one comes the first."""
        inbox = self.inbox
        if not narrowed_by_words(self.states.state):
            self.say("search.none", key=self.keys("search"))
        elif len(inbox.rows):
            self._point((inbox.cursor + delta) % len(inbox.rows))

    def action_back(self) -> None:
        """Out of a search first: the one here, then the one on the server."""
        query = self.inbox.listing.query
        if self.level is Level.LIST and self.inbox.search is not None:
            self.action_search_leave()
        elif self.level is Level.LIST and query is not None and query.filters.search_text:
            self._narrow(query, active_filters.without(query.filters, "text"))
        else:
            super().action_back()

    # The server's filters

    def _heeds_filters(self, query: Query) -> bool:
        if not query.takes_filters:
            self.say("filters.none-here")
        return query.takes_filters

    def _narrow(self, query: Query, filters: Filters) -> None:
        self._enter_collection(query.narrowed(filters))

    def action_filters(self) -> None:
        """The form of filters."""
        query = self.inbox.listing.query
        if query is None or not self._heeds_filters(query):
            return

        def left(narrowed: Narrowed | None) -> None:
            if narrowed is None:
                return
            self.inbox = replace(self.inbox, names={**self.inbox.names, **narrowed.names})
            if narrowed.filters != query.filters:
                self._narrow(query, narrowed.filters)
                self.level = Level.LIST

        form = FilterForm(query, self.inbox.names, self._choices, self.worker, self.lens.tr, self.keys)
        self.app.push_screen(form, left)

    def action_clear_filters(self) -> None:
        """The whole list: no search, no filters."""
        query = self.inbox.listing.query
        if query is not None and query.filters != NO_FILTERS:
            self._narrow(query, NO_FILTERS)
        elif self.inbox.search is not None:
            self.action_search_leave()
        else:
            self.say("filters.nothing", key=self.keys("filters"))

    @on(ChipLine.Removed)
    def chip_removed(self, message: ChipLine.Removed) -> None:
        """One filter less."""
        if (query := self.inbox.listing.query) is not None:
            self._narrow(query, active_filters.without(query.filters, message.group))

    # The server's orders

    def action_order(self) -> None:
        """The orders that the collection offers; the last line makes the one in use the vacancy's own."""
        query = self.inbox.listing.query
        collection = active_filters.collection_of(self.inbox.board, query)
        if query is None or collection is None or not collection.order_types:
            self.say("order.none")
            return
        tr, listing = self.lens.tr, self.inbox.listing
        orders = collection.order_types
        used = next(
            (
                one
                for one in orders
                if one.id == query.order or (not query.order and one.name == listing.order)
            ),
            None,
        )
        items = [
            Item(f"order {one.id}", one.name or one.id, glyphs.SENT if one is used else "") for one in orders
        ]
        if used is not None:
            items.append(Item("remember", tr("order.remember", name=used.name or used.id)))

        def chosen(item_id: str | None) -> None:
            kind, _, order_id = (item_id or "").partition(" ")
            if kind == "order" and (used is None or order_id != used.id):
                self._enter_collection(replace(query, order=order_id))
            elif kind == "remember" and used is not None:
                self._keep_order(query.vacancy_id, used)

        self.pick(tr("order.title"), items, chosen)

    @work(group="order", exclusive=True, exit_on_error=False)
    async def _keep_order(self, vacancy_id: str, order: OrderType) -> None:
        """Tell the server; asking for it twice does no harm, and candidates see nothing of it."""
        try:
            await self.worker.client.prefer_order(vacancy_id, order.id)
        except HHError as error:
            self.post_message(heard.ReadFailed(error))
        else:
            self.post_message(OrderKept(order.name or order.id))

    @on(OrderKept)
    def order_kept(self, message: OrderKept) -> None:
        """Say that it is done."""
        self.say("order.kept", name=message.name)
