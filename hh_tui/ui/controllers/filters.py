"""The server's filters and its orders."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from hh_tui.api.filters import NO_FILTERS
from hh_tui.api.models import OrderType
from hh_tui.errors import HHError
from hh_tui.inbox.lists import active_filters
from hh_tui.inbox.lists.choices import Choices
from hh_tui.inbox.snapshot.query import Query
from hh_tui.system.structs import replace
from hh_tui.ui.commands import Handler
from hh_tui.ui.context import Context
from hh_tui.ui.dialogs.picker_item import PickerItem
from hh_tui.ui.events import Event, FiltersNamed, OrderKept, ReadFailed
from hh_tui.ui.presenters import glyphs
from hh_tui.ui.presenters.filters import why_none
from hh_tui.ui.state_store import State
from hh_tui.ui.view import Pane

if TYPE_CHECKING:
    from hh_tui.ui.dialogs.filter_form import Narrowed


class Filters:
    """Lets hh.ru narrow the list down and sort it.

    `enter` reads a list from its top; `leave_search` ends the search in what is loaded.
    """

    def __init__(
        self, context: Context, enter: Callable[[Query], object], leave_search: Callable[[], object]
    ) -> None:
        self._context = context
        self._enter = enter
        self._leave_search = leave_search
        self._choices: Choices = {}

    def commands(self) -> Mapping[str, Handler]:
        """What this controller does, by command id."""
        return {"filters": self.choose, "clear-filters": self.clear, "order": self.order}

    def choose(self) -> None:
        """The form of filters."""
        from hh_tui.ui.dialogs.filter_form import FilterForm

        context, inbox = self._context, self._context.inbox
        query = inbox.listing.query
        if query is None:
            return
        if (why := why_none(query, context.keys)) is not None:
            context.say(why[0], **why[1])
            return

        def left(narrowed: "Narrowed | None") -> None:
            if narrowed is None:
                return
            context.store.dispatch(FiltersNamed(narrowed.names))
            if narrowed.filters != query.filters:
                self._enter(query.narrowed(narrowed.filters))
                context.go(Pane.LIST)

        form = FilterForm(
            query, inbox.names, self._choices, context.session, context.render_context.tr, context.keys
        )
        context.windows.push(form, left)

    def clear(self) -> None:
        """The whole list: no search, no filters."""
        context, query = self._context, self._context.inbox.listing.query
        if query is not None and query.filters != NO_FILTERS:
            self._show(query.narrowed(NO_FILTERS))
        elif context.inbox.search is not None:
            self._leave_search()
        elif query is not None and (why := why_none(query, context.keys)) is not None:
            context.say(why[0], **why[1])
        else:
            context.say("filters.nothing", key=context.keys("filters"))

    def _show(self, query: Query) -> None:
        """Its list, also where one was in the left column: a narrow window would not show what came of it."""
        self._enter(query)
        if self._context.view.pane is not Pane.CANDIDATE:
            self._context.go(Pane.LIST)

    def remove(self, group: str) -> None:
        """One filter less."""
        if (query := self._context.inbox.listing.query) is not None:
            self._enter(query.narrowed(active_filters.without(query.filters, group)))

    def order(self) -> None:
        """The orders that the collection offers; the last line makes the one in use the vacancy's own."""
        context, inbox = self._context, self._context.inbox
        query, listing, tr = inbox.listing.query, inbox.listing, context.render_context.tr
        collection = active_filters.collection_of(inbox.board, query)
        if query is None or collection is None or not collection.order_types:
            context.say("order.none")
            return
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
            PickerItem(f"order {one.id}", one.name or one.id, glyphs.SENT if one is used else "")
            for one in orders
        ]
        if used is not None:
            items.append(PickerItem("remember", tr("order.remember", name=used.name or used.id)))

        def chosen(item_id: str | None) -> None:
            kind, _, order_id = (item_id or "").partition(" ")
            if kind == "order" and (used is None or order_id != used.id):
                self._show(replace(query, order=order_id))
            elif kind == "remember" and used is not None:
                context.tasks.start(partial(self._keep_order, query.vacancy_id, used), group="order")

        context.pick(tr("order.title"), items, chosen)

    async def _keep_order(self, vacancy_id: str, order: OrderType) -> None:
        """Tell the server; asking for it twice does no harm, and candidates see nothing of it."""
        session = self._context.session
        try:
            with session.counting_small_write():
                await session.send(partial(session.client.vacancies.prefer_order, vacancy_id, order.id))
        except HHError as error:
            self._context.post(ReadFailed(error))
        else:
            self._context.post(OrderKept(order.name or order.id))

    def on_event(self, event: Event, _: State, after: State) -> None:
        """Say that an order is the vacancy's own."""
        if isinstance(event, OrderKept):
            self._context.say("order.kept", name=event.name)
