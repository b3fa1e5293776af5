"""Finding people in the resume base; everything of it is read in by whoever looks for somebody first."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from hh_tui.ui.commands import Handler
from hh_tui.ui.context import Context
from hh_tui.ui.events import AccountLeft, Event, LoginChanged
from hh_tui.ui.presenters.sidebar import EntryKind, SidebarEntry
from hh_tui.ui.saved_search_lines import SavedSearchLines
from hh_tui.ui.state_store import State

if TYPE_CHECKING:
    from hh_tui.ui.people_search import PeopleSearch


class FindPeople:
    """The way to the search, which is kept until another login or working account; `make` makes one."""

    def __init__(self, context: Context, make: "Callable[[], PeopleSearch]") -> None:
        self._context = context
        self._make = make
        self._search: PeopleSearch | None = None
        self._lines = SavedSearchLines(context)

    def commands(self) -> Mapping[str, Handler]:
        """What this controller does, by command id."""
        return {"find-people": self.find, "similar": self.similar, "people-saved": self.saved}

    def enter(self, entry: SidebarEntry) -> bool:
        """Go where a line of the left column leads; False where it leads to candidates of a vacancy."""
        if entry.kind is EntryKind.PEOPLE:
            self.find()
        elif entry.kind is EntryKind.FAVOURITES:
            self._opened().favourites()
        elif entry.kind is EntryKind.SEARCH:
            saved = next((one for one in self._context.inbox.searches or () if one.id == entry.id), None)
            if saved is not None:
                self._opened().saved_searches.run(saved)
        else:
            return False
        return True

    def on_event(self, event: Event, before: State, after: State) -> None:
        """Another login, or working account, has looked for nobody; what waits counts down there as well."""
        self._lines.on_event(event)
        if self._search is None:
            return
        if isinstance(event, LoginChanged | AccountLeft):
            search, self._search = self._search, None
            search.leave()
            return
        self._search.heard(event)
        if _told(before) != _told(after):
            self._search.echo(before.view.status_text, after.view.status_text)
        if _shown(before) != _shown(after):
            self._search.refresh()
        elif before.view.now != after.view.now:
            self._search.count_down()

    def find(self) -> None:
        """The search as it was left, or its form."""
        self._opened().open()

    def similar(self) -> None:
        """People like the candidate under the cursor."""
        row = self._context.inbox.selected
        if row is not None:
            self._opened().like(row.negotiation)

    def saved(self) -> None:
        """Searches that hh.ru keeps, with who is new."""
        self._opened().saved_searches.choose()

    def _opened(self) -> "PeopleSearch":
        if self._search is None:
            self._search = self._make()
        return self._search


def _shown(state: State) -> tuple[int, int, int, int, int | None]:
    """What the list of people shows of the rest of the program, to be compared by identity."""
    view, inbox = state.view, state.inbox
    return id(state.outbox), id(inbox.pending), id(view.invited), id(view.statistics.views), view.tour


def _told(state: State) -> tuple[str, int]:
    """What the last key did, and how often something was told."""
    return state.view.status_text, state.view.status_count
