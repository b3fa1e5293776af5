"""Filters kept under a name: they stand below the collections and are chosen like one."""

from dataclasses import replace

from hh_tui.api.filters import NO_FILTERS
from hh_tui.inbox.lists import active_filters, saved_filters
from hh_tui.inbox.lists.saved_filters import SavedFilter
from hh_tui.ui.dialogs.prompt import LONGEST, Prompt
from hh_tui.ui.presenters import filters as told
from hh_tui.ui.presenters import sidebar
from hh_tui.ui.screens.finding import FindingScreen
from hh_tui.ui.view import Level


class KeepingScreen(FindingScreen):
    """Keeps filters and orders for a vacancy, on this machine."""

    def recall(self) -> None:
        """Bring back the filters that were kept."""
        kept = self.house.remembered(saved_filters.KIND)
        filters = {vacancy_id: saved_filters.from_text(vacancy_id, text) for vacancy_id, text in kept.items()}
        names = {key: word for some in filters.values() for one in some for key, word in one.names.items()}
        self.inbox = replace(self.inbox, saved=filters, names={**names, **self.inbox.names})

    def choose(self, entry: sidebar.Entry | None) -> None:
        """Filters that were kept are chosen like a collection."""
        super().choose(entry)
        if entry is not None and entry.sort is sidebar.Sort.SAVED:
            self.entries(Level.COLLECTIONS).point_at(entry.id)

    def action_save_filter(self) -> None:
        """Keep the filters and the order in use under a name."""
        query, tr = self.inbox.listing.query, self.lens.tr
        if query is None or (query.filters == NO_FILTERS and not query.order):
            self.say("saved.nothing", key=self.keys("filters"))
            return

        def named(name: str | None) -> None:
            if name is not None:
                names = active_filters.names_used(query.filters, self.inbox.names)
                kept = self.inbox.saved.get(query.vacancy_id, ())
                self._keep(query.vacancy_id, saved_filters.with_saved(kept, SavedFilter(name, query, names)))
                self.say("saved.done", name=name)

        begun = told.labelled(told.chips(tr, query.filters, self.inbox.names))
        self.app.push_screen(Prompt(tr("saved.title"), tr("saved.hint"), begun[:LONGEST]), named)

    def action_remove_saved(self) -> None:
        """Forget the filters under the cursor, or the ones in use, after a question."""
        entry = self.entries(Level.COLLECTIONS).selected if self.level is Level.COLLECTIONS else None
        query, vacancy_id = self.inbox.listing.query, self.inbox.vacancy_id
        kept = self.inbox.saved.get(vacancy_id or "", ())
        name = next(
            (
                one.name
                for one in kept
                if (sidebar.saved_id(one) == entry.id if entry is not None else one.query == query)
            ),
            None,
        )
        if vacancy_id is None or name is None:
            self.say("saved.none-here")
            return

        def agreed() -> None:
            self._keep(vacancy_id, saved_filters.without(kept, name))
            self.say("saved.removed", name=name)

        tr = self.lens.tr
        self.confirm(tr("saved.remove-title"), (tr("saved.remove", name=name), tr("saved.stay")), agreed)

    def _keep(self, vacancy_id: str, kept: tuple[SavedFilter, ...]) -> None:
        self.inbox = replace(self.inbox, saved={**self.inbox.saved, vacancy_id: kept})
        self.house.remember(saved_filters.KIND, vacancy_id, saved_filters.to_text(kept) if kept else "")
