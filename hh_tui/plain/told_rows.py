"""Rows with their numbers, as they are told, and whom each number has meant since."""

from typing import Final

from hh_tui.inbox.snapshot.query import Query
from hh_tui.plain import list_text
from hh_tui.plain.context import PlainContext

PAGE: Final = 10
"""Rows that are told at once."""


class ToldRows:
    """A row that comes back or goes moves all below it: a number that is typed means who it was told with."""

    def __init__(self, context: PlainContext) -> None:
        self._context = context
        self._told: dict[int, str] = {}
        """Negotiations by the places with which they were told last."""
        self._list: tuple[Query | None, str] = (None, "")

    def tell_page(self) -> None:
        """The page of rows around the cursor."""
        self._remember(*list_text.places(self._context.inbox, PAGE))
        self._context.terminal.say(*list_text.page(self._context.state, PAGE))

    def tell(self, place: int) -> None:
        """One row, from 0."""
        self._remember(place)
        self._context.terminal.say(list_text.row(self._context.state, place))

    def is_another(self, place: int) -> bool:
        """Whether somebody else was told with the number of this row."""
        told = self._told.get(place) if self._list == self._shown else None
        return told is not None and told != self._context.inbox.rows[place].id

    def tell_both(self, place: int) -> None:
        """The row of this number as it is now, and where the one stands by now who was told with it."""
        meant = self._context.inbox.rows.index_of(self._told[place])
        self.tell(place)
        if meant is not None:
            self.tell(meant)

    def _remember(self, *places: int) -> None:
        if self._list != self._shown:
            self._list = self._shown
            self._told.clear()
        rows = self._context.inbox.rows
        self._told.update((place, rows[place].id) for place in places)

    @property
    def _shown(self) -> tuple[Query | None, str]:
        """What tells lists apart: a number means nobody of another one."""
        inbox = self._context.inbox
        return inbox.listing.query, inbox.search.typed if inbox.search is not None else ""
