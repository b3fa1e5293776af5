"""Finding people in the resume base; everything of it is read in by whoever looks for somebody first."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from hh_tui.ui.commands import Handler
from hh_tui.ui.context import Context
from hh_tui.ui.events import Event, LoginChanged
from hh_tui.ui.state_store import State

if TYPE_CHECKING:
    from hh_tui.ui.people_search import PeopleSearch


class FindPeople:
    """The way to the search, which is kept until another login."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._search: PeopleSearch | None = None

    def commands(self) -> Mapping[str, Handler]:
        """What this controller does, by command id."""
        return {"find-people": self.find, "similar": self.similar}

    def on_event(self, event: Event, before: State, after: State) -> None:
        """Another login has looked for nobody."""
        if isinstance(event, LoginChanged) and self._search is not None:
            search, self._search = self._search, None
            search.leave()

    def find(self) -> None:
        """The search as it was left, or its form."""
        self._opened().open()

    def similar(self) -> None:
        """People like the candidate under the cursor."""
        row = self._context.inbox.selected
        if row is not None:
            self._opened().like(row.negotiation)

    def _opened(self) -> "PeopleSearch":
        from hh_tui.ui.people_search import PeopleSearch

        if self._search is None:
            self._search = PeopleSearch(self._context)
        return self._search
