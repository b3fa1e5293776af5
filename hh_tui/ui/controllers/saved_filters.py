"""Filters kept under a name: they stand below the collections and are chosen like one."""

from collections.abc import Mapping

from hh_tui.api.filters import NO_FILTERS
from hh_tui.inbox.lists import active_filters, saved_filters
from hh_tui.inbox.lists.saved_filters import SavedFilter
from hh_tui.ui.commands import Handler
from hh_tui.ui.context import Context
from hh_tui.ui.events import AccountRead, Event, FiltersSaved, SavedFiltersRecalled, StoreOpened
from hh_tui.ui.presenters import filters as told
from hh_tui.ui.presenters import sidebar
from hh_tui.ui.state_store import State
from hh_tui.ui.view import Pane


class SavedFilters:
    """Keeps filters and orders for a vacancy, on this machine."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def commands(self) -> Mapping[str, Handler]:
        """What this controller does, by command id."""
        return {"save-filter": self.save, "remove-saved": self.remove}

    def on_event(self, event: Event, _: State, after: State) -> None:
        """Another login has filters of its own, and another instance may have kept more."""
        if isinstance(event, StoreOpened | AccountRead):
            self._recall()

    def _recall(self) -> None:
        """Bring back the filters that were kept."""
        context = self._context
        kept = context.disk.remembered(saved_filters.KIND)
        filters = {vacancy_id: saved_filters.from_text(vacancy_id, text) for vacancy_id, text in kept.items()}
        context.store.dispatch(SavedFiltersRecalled(filters))

    def save(self) -> None:
        """Keep the filters and the order in use under a name."""
        from hh_tui.ui.dialogs.prompt import LONGEST, Prompt

        context, inbox = self._context, self._context.inbox
        query, tr = inbox.listing.query, context.render_context.tr
        if query is not None and (why := told.why_none(query, context.keys)) is not None:
            context.say(why[0], **why[1])
            return
        if query is None or (query.filters == NO_FILTERS and not query.order):
            context.say("saved.nothing", key=context.keys("filters"))
            return

        def named(name: str | None) -> None:
            if name is not None:
                names = active_filters.names_used(query.filters, context.inbox.names)
                kept = context.inbox.saved.get(query.vacancy_id, ())
                self._keep(query.vacancy_id, saved_filters.with_saved(kept, SavedFilter(name, query, names)))
                context.say("saved.done", name=name)

        begun = told.labelled(told.chips(tr, query.filters, inbox.names))
        context.windows.push(Prompt(tr("saved.title"), tr("saved.hint"), begun[:LONGEST]), named)

    def remove(self) -> None:
        """Forget the filters under the cursor, or the ones in use, after a question."""
        context, inbox = self._context, self._context.inbox
        beside = context.view.pane is Pane.COLLECTIONS
        entry = context.panes.entry(Pane.COLLECTIONS) if beside else None
        query, vacancy_id = inbox.listing.query, inbox.vacancy_id
        kept = inbox.saved.get(vacancy_id or "", ())
        name = next(
            (
                one.name
                for one in kept
                if (sidebar.saved_id(one) == entry.id if entry is not None else one.query == query)
            ),
            None,
        )
        if vacancy_id is None or name is None:
            kept_there = entry is not None and entry.kind is sidebar.EntryKind.SEARCH
            context.say("saved.on-hh" if kept_there else "saved.none-here", key=context.keys("people-saved"))
            return

        def agreed() -> None:
            self._keep(vacancy_id, saved_filters.without(kept, name))
            context.say("saved.removed", name=name)

        tr = context.render_context.tr
        context.confirm(tr("saved.remove-title"), (tr("saved.remove", name=name), tr("saved.stay")), agreed)

    def _keep(self, vacancy_id: str, kept: tuple[SavedFilter, ...]) -> None:
        context = self._context
        context.store.dispatch(FiltersSaved(vacancy_id, kept))
        text = saved_filters.to_text(kept) if kept else ""
        context.disk.remember(saved_filters.KIND, vacancy_id, text)
