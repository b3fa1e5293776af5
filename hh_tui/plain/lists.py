"""Where one is: vacancy, collection, row; and what is read for it."""

from hh_tui.inbox.decisions.selection_actions import list_key
from hh_tui.inbox.lists.search import Index, Search
from hh_tui.inbox.snapshot.listing import Listing
from hh_tui.inbox.snapshot.narrowed_lists import NarrowedLists
from hh_tui.inbox.snapshot.query import Query
from hh_tui.inbox.snapshot.rows import Row
from hh_tui.plain import list_text
from hh_tui.plain.across import PlainAcross
from hh_tui.plain.context import PlainContext
from hh_tui.plain.thread_text import thread
from hh_tui.plain.told_rows import PAGE, ToldRows
from hh_tui.ui.events import (
    CollectionEntered,
    CursorMoved,
    MarksDropped,
    PreviousListEntered,
    Searched,
    SelectionChanged,
    ThreadAsked,
    VacancyEntered,
)
from hh_tui.ui.presenters.errors import explain
from hh_tui.ui.presenters.list_title import total
from hh_tui.ui.presenters.marks import dropped
from hh_tui.worker.priority_semaphore import Urgency

PAGES_TO_SEEK = 10
"""Pages that are read at most in search of somebody who wants attention."""

PAGES_AT_ONCE = 40
"""Pages of a list that are read to mark everybody in it."""


class PlainLists:
    """Moving about tells the row one comes to; only opening tells the candidate something."""

    def __init__(self, context: PlainContext) -> None:
        self._context = context
        self.across = PlainAcross(context)
        self.told = ToldRows(context)
        self._narrowed = NarrowedLists()

    # Vacancies and collections

    async def enter_first(self) -> None:
        """The first list of the first vacancy, unless one is in a list already."""
        inbox = self._context.inbox
        if inbox.listing.query is None and inbox.vacancies:
            await self.enter_vacancy(inbox.vacancies[0].id)

    async def choose_vacancy(self) -> None:
        """One of the vacancies."""
        context, found = self._context, list_text.vacancies(self._context.state)
        place = await context.ask.choose(context.tr("plain.which-vacancy"), [told for _, told in found])
        if place is not None:
            await self.enter_vacancy(found[place][0])

    async def enter_vacancy(self, vacancy_id: str) -> None:
        """Its first collection."""
        context = self._context
        context.states.dispatch(VacancyEntered(vacancy_id))
        context.reads.board(vacancy_id)
        await context.tasks.settled()
        found = list_text.collections(context.state)
        if found:
            await self.enter(found[0][1])

    async def choose_collection(self) -> None:
        """One of the vacancy's collections."""
        context, found = self._context, list_text.collections(self._context.state)
        place = await context.ask.choose(context.tr("plain.which-list"), [told for told, _ in found])
        if place is not None:
            await self.enter(found[place][1])

    async def enter(self, query: Query) -> None:
        """Show a list; one that led here by other filters is at one's candidate, or where it was left."""
        context = self._context
        self._narrowed, way = self._narrowed.on_the_way_to(query, context.inbox)
        if way is None:
            context.states.dispatch(CollectionEntered(query))
            await self.read_ahead()
        else:
            context.states.dispatch(PreviousListEntered(way, follows=True))
            context.reads.from_top(query, context.inbox.listing.cursor, context.inbox.epoch)
            await context.tasks.settled()
        self.show()

    async def read_ahead(self) -> None:
        """The next page, where the loaded rows end soon."""
        context, listing = self._context, self._context.inbox.listing
        if self.across.is_shown:
            await self.across.read_ahead()
        elif listing.query is not None and listing.error is None and context.inbox.wants_page():
            context.reads.page(listing.query, listing.next_page, Urgency.NOW, context.inbox.epoch)
            await context.tasks.settled()

    async def refresh(self) -> None:
        """Who we are, the counters and the list, anew; drawn once more."""
        context, inbox = self._context, self._context.inbox
        context.reads.account(fatal=False)
        if inbox.vacancy_id is not None:
            context.reads.board(inbox.vacancy_id)
        if self.across.is_shown:
            await self.across.refresh()
        elif inbox.listing.query is not None:
            context.reads.from_top(inbox.listing.query, inbox.listing.cursor, inbox.epoch)
        await context.tasks.settled()
        if context.inbox.listing.query is None:
            await self.enter_first()
        else:
            self.show()

    async def show_waiting(self) -> None:
        """Who awaits a reply, in all vacancies."""
        await self.across.enter_waiting()
        self.show()

    def show_place(self, place: Query) -> None:
        """Those put aside."""
        self.across.enter_place(place)
        self.show()

    async def read_on(self) -> bool:
        """One page more of the list; False where there is none, or it can't be read."""
        return await self._read_on(self._context.inbox.listing)

    async def go_back(self) -> None:
        """Out of a search, then on without marks, then out of a list over all vacancies."""
        context = self._context
        if context.inbox.search is not None:
            await self.search("")
        elif context.inbox.selection:
            count = len(context.inbox.selection)
            context.states.dispatch(MarksDropped(context.inbox.selection.ended()))
            undo = "" if context.outbox.has_held else context.key("undo")
            context.terminal.say(dropped(context.state.view.render_context, count, undo))
        else:
            self.across.go_back()
            self.show()

    # Rows

    def show(self) -> None:
        """The page of rows that one is on, or why there is none."""
        context, listing = self._context, self._context.inbox.listing
        if listing.error is not None and not len(listing.rows):
            context.terminal.say(explain(context.tr, listing.error).sentence)
        else:
            self.told.tell_page()

    def show_row(self) -> None:
        """The row one is on."""
        if len(self._context.inbox.rows):
            self.told.tell(self._context.inbox.cursor)

    async def move(self, rows: int) -> None:
        """Down, or up where `rows` is less than nothing."""
        await self.go(self._context.inbox.cursor + rows)

    async def leaf(self, pages: int) -> None:
        """A page of rows on, or back."""
        context = self._context
        context.states.dispatch(CursorMoved(max(0, (context.inbox.cursor // PAGE + pages) * PAGE)))
        await self.read_ahead()
        self.show()

    async def go(self, place: int) -> None:
        """To a row, from 0; it is told."""
        context = self._context
        if not len(context.inbox.rows):
            context.say("plain.empty")
            return
        context.states.dispatch(CursorMoved(max(0, min(place, len(context.inbox.rows) - 1))))
        await self.read_ahead()
        self.show_row()

    async def go_to_end(self) -> None:
        """To the last row that is loaded."""
        await self.go(len(self._context.inbox.rows) - 1)

    async def seek(self, step: int) -> None:
        """To the next one who wants attention, or the one before; pages are read on in search of the next."""
        context = self._context
        for _ in range(PAGES_TO_SEEK):
            rows, at = context.inbox.rows, context.inbox.cursor
            places = range(at + 1, len(rows)) if step > 0 else range(at - 1, -1, -1)
            found = next((place for place in places if rows[place].traits.needs_attention), None)
            if found is not None:
                await self.go(found)
                return
            listing = context.inbox.listing
            if step < 0 or context.inbox.search or not await self._read_on(listing):
                break
        context.say("plain.nobody-waits")

    async def _read_on(self, listing: Listing) -> bool:
        """One page more; False where there is none, or it can't be read."""
        context = self._context
        if self.across.is_shown:
            return await self.across.read_on()
        if listing.query is None or listing.complete:
            return False
        context.reads.page(listing.query, listing.next_page, Urgency.NOW, context.inbox.epoch)
        await context.tasks.settled()
        return context.inbox.listing.error is None

    def show_card(self) -> None:
        """All that the list knows of the candidate: they learn nothing of it."""
        row = self._context.inbox.selected
        if row is not None:
            self._context.terminal.say(*list_text.card(self._context.state, row.negotiation))

    def show_address(self) -> None:
        """The address of the candidate's page on hh.ru: there is no browser to open on a simple terminal."""
        row = self._context.inbox.selected
        resume = row.negotiation.resume if row else None
        if resume is None or not resume.alternate_url:
            self._context.say("browser.nothing")
        else:
            self._context.terminal.say(resume.alternate_url)

    async def open(self) -> None:
        """The thread of the candidate, who sees their response as viewed from now on."""
        context, row = self._context, self._context.inbox.selected
        if row is None:
            return
        context.states.dispatch(ThreadAsked(row.id))
        context.reads.thread(row.negotiation)
        await context.tasks.settled()
        read = context.inbox.threads.get(row.id)
        if read is not None and not read.loading:
            context.terminal.say(*thread(context.state, row.negotiation))

    async def open_beside(self, step: int) -> None:
        """The thread of the next candidate, or of the one before."""
        await self.move(step)
        await self.open()

    # Search and marks

    async def search(self, typed: str) -> None:
        """Narrow the list down to rows with these words; without any it is whole again."""
        context = self._context
        if not typed and context.inbox.search is None:
            typed = await context.ask.line(context.tr("plain.search")) or ""
        labels = context.state.view.labels
        context.states.dispatch(Searched(Search(typed, Index(), labels) if typed else None))
        self.show()

    def mark(self) -> None:
        """Mark the candidate, or take their mark away, and go on to the next, who is told."""
        context, row = self._context, self._context.inbox.selected
        if row is None:
            context.say("marks.nobody")
            return
        selection = context.inbox.selection.at(list_key(context.inbox)).ended()
        context.states.dispatch(SelectionChanged(selection.toggled(row)))
        self.show_row()
        before = context.inbox.cursor
        context.states.dispatch(CursorMoved(before + 1))
        context.say("marks.count", n=len(context.inbox.selection))
        if context.inbox.cursor != before:
            self.show_row()

    def mark_range(self) -> None:
        """Begin a range that follows the cursor, or end it."""
        context, row = self._context, self._context.inbox.selected
        selection = context.inbox.selection.at(list_key(context.inbox))
        if row is None:
            context.say("marks.nobody")
        elif selection.anchor:
            context.states.dispatch(SelectionChanged(selection.ended()))
            context.say("marks.range.ended", n=len(selection))
        else:
            context.states.dispatch(SelectionChanged(selection.ranging(row)))
            context.say("marks.range", key=context.key("mark-range"))

    async def mark_all(self) -> None:
        """Everybody in the list, or nobody where everybody is marked; where a page is missing it is asked."""
        context = self._context
        for _ in range(PAGES_AT_ONCE):
            if context.inbox.search or not await self._read_on(context.inbox.listing):
                break
        inbox = context.inbox
        selection = inbox.selection.at(list_key(inbox)).ended()
        rows: list[Row] = list(inbox.rows)
        if not rows:
            context.say("marks.nobody")
            return
        whole = all(row.id in selection for row in rows)
        selection = selection.without(*(row.id for row in rows)) if whole else selection.with_all(rows)
        read_all = inbox.listing.complete or inbox.search is not None
        if not whole and not read_all and not await self._agrees_to_a_part(len(rows)):
            context.say("plain.not-done")
            return
        context.states.dispatch(SelectionChanged(selection))
        context.say("marks.count", n=len(selection))

    async def _agrees_to_a_part(self, read: int) -> bool:
        context, every = self._context, total(self._context.inbox) or "?"
        asked = context.tr("plain.mark-read", n=read, every=every)
        return await context.ask.confirm(asked)

    def mark_invert(self) -> None:
        """Those of the loaded rows who are not marked, instead of those who are."""
        context, inbox = self._context, self._context.inbox
        if not len(inbox.rows):
            context.say("marks.nobody")
            return
        marks = inbox.selection.at(list_key(inbox))
        selection = marks.inverted(inbox.rows)
        context.states.dispatch(SelectionChanged(selection))
        context.say("marks.count", n=len(selection))
