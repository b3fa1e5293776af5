"""Lists over all vacancies: who awaits a reply, and whom one has put aside."""

from datetime import timedelta
from functools import partial

from hh_tui.inbox.lists.awaiting import WAITING, AwaitingQueue, to_look_at
from hh_tui.inbox.lists.snoozed_list import is_place
from hh_tui.inbox.snapshot.previous_list import PreviousList
from hh_tui.inbox.snapshot.query import Query
from hh_tui.plain.context import PlainContext
from hh_tui.ui.awaiting_reads import AwaitingReads
from hh_tui.ui.events import PreviousListEntered, QueueChanged, QueueEntered, SnoozedEntered
from hh_tui.ui.presenters import awaiting


class PlainAcross:
    """The same lists as on the full screen; what is looked for is waited for."""

    def __init__(self, context: PlainContext) -> None:
        self._context = context
        self._reads = AwaitingReads(context.session, context.states.dispatch, context.clock)
        self._came_from: PreviousList | None = None

    @property
    def is_shown(self) -> bool:
        """Whether one is in one of them."""
        query = self._context.inbox.listing.query
        return query is not None and query.is_across

    def _leave_for(self, query: Query) -> bool:
        """Remember the list one leaves; False where one is there already."""
        if self._context.inbox.listing.query == query:
            return False
        self._came_from = PreviousList.of(self._context.inbox) or self._came_from
        return True

    async def enter_waiting(self) -> None:
        """Everybody who awaits a reply, the one who waits longest first."""
        context = self._context
        if context.inbox.vacancies is None:
            return
        if self._leave_for(WAITING):
            context.states.dispatch(QueueEntered(None))
        await self.look()

    async def look(self, *, anew: bool = False) -> None:
        """Look at each vacancy, unless that was done just now; then at the first page of who is not known."""
        context, now, before = self._context, self._context.clock(), self._context.inbox.queue
        if before is None or anew or not before.fresh(now):
            vacancies = to_look_at(context.inbox.vacancies or ())
            min_wait = timedelta(days=context.settings.waiting_days)
            queue = (before or AwaitingQueue(now, min_wait)).again(now, min_wait, len(vacancies))
            context.states.dispatch(QueueChanged(queue))
            context.say("plain.looking", n=len(vacancies))
            context.tasks.start(partial(self._reads.look_around, vacancies, queue.began_at), group="waiting")
            await context.tasks.settled()
            looked = context.inbox.queue
            if looked is not None and (missing := awaiting.missing(context.tr, looked)):
                context.terminal.say(missing)
        await self.read_ahead()

    async def read_ahead(self) -> None:
        """The next page of who waits longest, where the known rows end soon."""
        if self._context.inbox.wants_page():
            await self.read_on()

    async def read_on(self) -> bool:
        """One page more; False where there is none."""
        context, queue = self._context, self._context.inbox.queue
        if context.inbox.listing.query != WAITING or queue is None or queue.is_looking:
            return False
        if (source := queue.next_source) is None:
            return False
        context.tasks.start(partial(self._reads.read_on, source, queue.began_at), group="waiting")
        await context.tasks.settled()
        after = context.inbox.queue
        return after is not None and after.next_source != source

    def enter_place(self, place: Query) -> None:
        """Those put aside until a moment, or until they reply."""
        if self._context.inbox.vacancies is not None and self._leave_for(place):
            self._context.states.dispatch(SnoozedEntered(place))

    async def refresh(self) -> None:
        """Who waits by now; each of those put aside as they are now."""
        context, query = self._context, self._context.inbox.listing.query
        if query == WAITING:
            await self.look(anew=True)
        elif is_place(query):
            for row in context.inbox.listing.rows:
                context.reads.negotiation(row.id)
            await context.tasks.settled()

    def go_back(self) -> bool:
        """Into the list one came from; False where there is none."""
        context, way = self._context, self._came_from
        if not self.is_shown or way is None or way.vacancy_id != context.inbox.vacancy_id:
            return False
        context.states.dispatch(PreviousListEntered(way))
        return True
