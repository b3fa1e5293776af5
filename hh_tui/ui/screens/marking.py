"""Marking candidates to decide on them together."""

from collections.abc import Sequence
from dataclasses import replace

from hh_tui.inbox.decisions.selection import Marks
from hh_tui.inbox.decisions.selection_actions import Chosen, loaded, mark_of, place_of, pruned
from hh_tui.inbox.snapshot.listing import NEAR
from hh_tui.inbox.snapshot.query import Query
from hh_tui.inbox.snapshot.rows import Row
from hh_tui.ui.dialogs.picker import Item
from hh_tui.ui.screens.composing import ComposingScreen
from hh_tui.ui.view import Level


class MarkingScreen(ComposingScreen):
    """Marks belong to a collection; they stay while its list is narrowed down, scrolled or read anew."""

    _gathering: Query | None = None
    """The list of which all pages are being read, to mark everybody."""

    @property
    def together(self) -> Chosen:
        """The marked candidates of the list shown, by id."""
        return self._chorus.chosen(self.inbox)

    # Marking

    def action_mark(self) -> None:
        """Mark the candidate under the cursor, or take their mark away, and go on; a range ends here."""
        row, marks = self.inbox.selected, self._marks
        if row is None or self.level not in {Level.LIST, Level.CANDIDATE}:
            return
        if marks.anchor:
            self._show_marks(marks.ended())
            self.say("marks.range.ended", n=len(self.together))
            return
        self._show_marks(marks.toggled(mark_of(self.inbox, row)))
        self._point(self.inbox.cursor + 1)

    def action_mark_range(self) -> None:
        """Begin a range that follows the cursor, or end it."""
        row, marks = self.inbox.selected, self._marks
        if row is None or self.level not in {Level.LIST, Level.CANDIDATE}:
            return
        if marks.anchor:
            self._show_marks(marks.ended())
            self.say("marks.range.ended", n=len(self.together))
        else:
            self._show_marks(marks.ranging(mark_of(self.inbox, row)))
            self.say("marks.range", key=self.keys("mark-range"))

    def action_mark_all(self) -> None:
        """Offer to mark what is loaded, or every page of the collection; once more takes the marks away."""
        rows, listing, tr = self.inbox.rows, self.inbox.listing, self.lens.tr
        chosen = self.together
        if chosen and (len(rows) <= len(chosen) and all(row.id in chosen for row in rows)):
            self._drop_marks()
            return
        if not len(rows):
            self.say("marks.nobody")
            return
        items = [Item("loaded", tr("marks.loaded" if listing.complete else "marks.loaded.some", n=len(rows)))]
        if not listing.complete and self.inbox.search is None:
            items.append(Item("all", tr("marks.all", n=listing.found or 0)))
        if chosen:
            items.append(Item("none", tr("marks.none", n=len(chosen))))

        def answered(answer: str | None) -> None:
            if answer == "loaded":
                self._mark_rows(self.inbox.rows)
            elif answer == "all":
                self._confirm_all()
            elif answer == "none":
                self._drop_marks()

        self.pick(tr("marks.title"), items, answered)

    def _confirm_all(self) -> None:
        tr, listing = self.lens.tr, self.inbox.listing
        found = listing.found or 0
        pages = max(1, -(-found // listing.per_page) - listing.next_page)

        def agreed() -> None:
            if listing.query == self.inbox.listing.query:
                self._gathering = listing.query
                self.gather()

        answers = (tr("marks.all.yes", n=pages), tr("marks.all.no"))
        self.confirm(tr("marks.all.title", n=found), answers, agreed, default=True)

    def gather(self) -> None:
        """Read on until the list is whole, then mark everybody in it."""
        listing = self.inbox.listing
        if self._gathering is None:
            return
        if self._gathering != listing.query or listing.error is not None:
            self._gathering = None
            self.say("marks.all.broken", n=len(listing.rows))
        elif listing.complete:
            self._gathering = None
            self._mark_rows(self.inbox.rows)
        else:
            loaded_, found = len(listing.rows), listing.found or 0
            self.say("marks.reading", loaded=loaded_, n=found, key=self.keys("back"))
            self._read_ahead(len(listing.rows) + NEAR)

    def _mark_rows(self, rows: Sequence[Row]) -> None:
        self._show_marks(self._marks.ended().with_all(mark_of(self.inbox, row) for row in rows))
        self.say("marks.done", n=len(self.together), key=self.keys("back"))

    def _drop_marks(self) -> None:
        count = len(self.together)
        self._show_marks(Marks())
        self.say("marks.dropped", n=count)

    # What becomes of marks

    @property
    def _marks(self) -> Marks:
        """The marks of the list shown."""
        return self.inbox.marks.at(place_of(self.inbox))

    def _show_marks(self, marks: Marks) -> None:
        self.inbox = replace(self.inbox, marks=marks)

    def _point(self, cursor: int) -> None:
        super()._point(cursor)
        marks, inbox = self.inbox.marks, self.inbox
        if not marks.anchor or marks.place != place_of(inbox):
            return
        rows, at = inbox.rows, inbox.selected
        began = rows.index_of(marks.anchor)
        if at is None or began is None:
            self._show_marks(marks.ended())
            return
        within = loaded(rows, began, inbox.cursor)
        self._show_marks(marks.reaching(mark_of(inbox, row) for row in within))

    def marks_refreshed(self) -> None:
        """Whoever is not in the list that was read anew loses their mark."""
        marks = pruned(self.inbox)
        if marks is not self.inbox.marks:
            self._show_marks(marks)

    def action_back(self) -> None:
        """Stop reading pages; out of a search; then without marks; then one level out."""
        query = self.inbox.listing.query
        searching = self.inbox.search is not None or bool(query and query.filters.search_text)
        if self._gathering is not None:
            self._gathering = None
            self.say("marks.stopped", n=len(self.inbox.listing.rows))
        elif self.level is Level.LIST and not searching and self.together:
            self._drop_marks()
        else:
            super().action_back()
