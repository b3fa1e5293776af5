"""Selecting candidates to decide on them together."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from hh_tui.inbox.decisions.action_menu import ActionChoice
from hh_tui.inbox.decisions.selection import Selection
from hh_tui.inbox.decisions.selection_actions import (
    Chosen,
    SelectionActions,
    list_key,
)
from hh_tui.inbox.lists.pages_left import pages_left
from hh_tui.inbox.snapshot.listing import NEAR
from hh_tui.inbox.snapshot.query import Query
from hh_tui.inbox.snapshot.rows import Row
from hh_tui.ui.commands import Handler
from hh_tui.ui.context import Context
from hh_tui.ui.events import (
    Event,
    MarksDropped,
    PageRead,
    PortionRead,
    ReadFailed,
    SelectionChanged,
    VacancyLooked,
)
from hh_tui.ui.presenters.list_title import total
from hh_tui.ui.state_store import State
from hh_tui.ui.view import Pane

PAGES_UNASKED: Final = 40
"""Pages of a list that are read without a question: two thousand candidates, in ten seconds or so."""


class BulkSelection:
    """Marks belong to a collection; they stay while its list is narrowed down, scrolled or read anew.

    `selection_actions` works out who is selected, `read_ahead` wants the list to be known as far as a row.
    """

    def __init__(
        self,
        context: Context,
        selection_actions: SelectionActions,
        read_ahead: Callable[[int], None],
    ) -> None:
        self._context = context
        self._selection_actions = selection_actions
        self._read_ahead = read_ahead
        self._gathering: Query | None = None
        """The list of which all pages are being read, to select everybody."""
        self._is_counting = False
        """Whether it is not known yet how many pages these are."""
        self._then: Callable[[], None] | None = None
        """What waits for that."""

    def commands(self) -> Mapping[str, Handler]:
        """What this controller does, by command id."""
        return {
            "mark": self.mark,
            "mark-range": self.mark_range,
            "mark-all": self.mark_all,
            "mark-invert": self.mark_invert,
        }

    @property
    def selected(self) -> Chosen:
        """The selected candidates of the list shown, by id."""
        return self._selection_actions.chosen(self._context.inbox)

    @property
    def choices(self) -> tuple[ActionChoice, ...]:
        """Everything that any of them can do; what none of them can do is not enabled."""
        return self._selection_actions.choices(self.selected)

    # Marking

    def mark(self) -> None:
        """Mark the candidate under the cursor, or take their mark away, and go on; a range ends here."""
        context, selection = self._context, self._selection
        if (row := self._at_hand("mark")) is None:
            return
        if selection.anchor:
            self._end_range()
            return
        self._show(selection.toggled(row))
        context.point(context.inbox.cursor + 1)

    def mark_range(self) -> None:
        """Begin a range that follows the cursor, or end it."""
        context, selection = self._context, self._selection
        if (row := self._at_hand("mark-range")) is None:
            return
        if selection.anchor:
            self._end_range()
        else:
            self._show(selection.ranging(row))
            context.say("marks.range", key=context.keys("mark-range"))

    def _at_hand(self, command: str) -> Row | None:
        """The candidate under the cursor, where one is in sight of them; where none is, that is said."""
        if not self._is_list_in_sight(command):
            return None
        if (row := self._context.inbox.selected) is None:
            self._context.say("marks.nobody")
        return row

    def _is_list_in_sight(self, command: str) -> bool:
        """Whether one is at the list or in a card of it; elsewhere the command says where it works.

        Marks made from the left column would be of a list that a narrow window does not show, and Escape
        takes them away in the list only.
        """
        context = self._context
        if context.view.pane in {Pane.LIST, Pane.CANDIDATE}:
            return True
        context.say("keys.of-list", key=context.keys(command), pane=context.keys("next-pane"))
        return False

    def _end_range(self) -> None:
        self._show(self._selection.ended())
        self._context.say("marks.range.ended", n=len(self.selected))

    def mark_all(self) -> None:
        """Mark everybody in the collection: what is loaded at once, the other pages as they come.

        Where everybody is marked, nobody is any more. Many pages are read after a question only.
        """
        context, chosen = self._context, self.selected
        inbox, rows, listing = context.inbox, context.inbox.rows, context.inbox.listing
        narrowed = listing.complete or inbox.search is not None
        if not self._is_list_in_sight("mark-all"):
            return
        if not len(rows):
            context.say("marks.nobody")
        elif self._gathering is not None:
            self._gather()
        elif narrowed and len(rows) <= len(chosen) and all(row.id in chosen for row in rows):
            self._drop()
        else:
            self._mark_rows(rows)
            if not narrowed:
                self._confirm_all()

    def mark_invert(self) -> None:
        """Mark those shown who are not marked, and take the marks of the others away; no page is read for it.

        While pages are read to mark everybody, these go on: who is in them would be marked after all.
        """
        context, rows = self._context, self._context.inbox.rows
        if not self._is_list_in_sight("mark-invert"):
            return
        if not len(rows):
            context.say("marks.nobody")
        elif self._gathering is not None:
            self._gather()
        else:
            self._show(self._selection.inverted(rows))
            self._tell_marked()

    def when_whole(self, then: Callable[[], None]) -> None:
        """Go on now, or once everybody is marked whose pages are being read; not where that is stopped."""
        if self._gathering is None:
            then()
        else:
            self._then = then

    def _mark_rows(self, rows: Sequence[Row]) -> None:
        self._show(self._selection.ended().with_all(rows))
        self._tell_marked()

    def _tell_marked(self) -> None:
        """How many there are, and the key that takes the marks away, where it does so."""
        context, count = self._context, len(self.selected)
        told = "marks.done" if context.view.pane is Pane.LIST else "marks.range.ended"
        context.say(told if count else "marks.none", n=count, key=context.keys("back"))

    def mark_these(self, ids: Sequence[str], *, alone: bool) -> None:
        """These of the list, where they are still in it; `alone`: nobody else any more."""
        wanted = set(ids)
        if alone:
            self._show(Selection(list_key(self._context.inbox)))
        self._mark_rows([row for row in self._context.inbox.rows if row.id in wanted])

    def _drop(self) -> None:
        context, count = self._context, len(self.selected)
        context.store.dispatch(MarksDropped(self._selection.ended()))
        undo = "" if context.outbox.has_held else context.keys("undo")
        from hh_tui.ui.presenters.marks import dropped

        context.tell(dropped(context.render_context, count, undo))

    # Everybody in a list

    def _confirm_all(self) -> None:
        """Read everybody, where these are many pages after a question; it waits until they can be counted."""
        context, tr, query = self._context, self._context.render_context.tr, self._context.inbox.listing.query
        pages, then, self._then = pages_left(context.inbox), self._then, None
        self._is_counting = pages is None

        def agreed() -> None:
            if query == context.inbox.listing.query:
                self._gathering, self._then = query, then
                self._gather()

        if pages is None or pages <= PAGES_UNASKED:
            agreed()
            return
        found = context.inbox.listing.found
        title = tr("marks.all.title.waiting") if found is None else tr("marks.all.title", n=found)
        answers = (tr("marks.all.yes", n=pages), tr("marks.all.no"))
        context.confirm(title, answers, agreed, default=True)

    def _gather(self) -> None:
        """Read on until the list is whole, then mark everybody in it."""
        context, listing = self._context, self._context.inbox.listing
        if self._gathering is None:
            return
        if self._gathering != listing.query or listing.error is not None:
            self._stop("marks.all.broken")
        elif listing.complete:
            self._gathering, then, self._then = None, self._then, None
            self._mark_rows(context.inbox.rows)
            if then is not None:
                then()
        elif self._is_counting and pages_left(context.inbox) is not None:
            self._gathering = None
            self._confirm_all()
        else:
            every, key = total(context.inbox) or "?", context.keys("back")
            context.say("marks.reading", loaded=len(listing.rows), n=every, key=key)
            self._read_ahead(len(listing.rows) + NEAR)

    def _stop(self, why: str) -> None:
        """No further pages; those marked by now stay so."""
        self._gathering = self._then = None
        self._context.say(why, n=len(self.selected))

    # What becomes of marks

    @property
    def _selection(self) -> Selection:
        """The marks of the list shown."""
        return self._context.inbox.selection.at(list_key(self._context.inbox))

    def _show(self, selection: Selection) -> None:
        self._context.store.dispatch(SelectionChanged(selection))

    def on_event(self, event: Event, _: State, after: State) -> None:
        """Pages that are read to mark everybody lead to the next one."""
        if isinstance(event, PageRead | PortionRead | ReadFailed | VacancyLooked):
            self._gather()

    def escape(self) -> bool:
        """Stop reading pages, else go on without marks; a search is left first."""
        context, inbox, query = self._context, self._context.inbox, self._context.inbox.listing.query
        searching = inbox.search is not None or bool(query and query.filters.search_text)
        if self._gathering is not None:
            self._stop("marks.stopped")
        elif context.view.pane is Pane.LIST and not searching and self.selected:
            self._drop()
        else:
            return False
        return True
