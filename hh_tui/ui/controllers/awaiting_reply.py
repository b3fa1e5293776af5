"""Who awaits a reply, over all vacancies: looked for quietly, read no further than one looks."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from functools import partial

from hh_tui.inbox.lists.awaiting import WAITING, AwaitingQueue, to_look_at
from hh_tui.inbox.snapshot.listing import Listing
from hh_tui.inbox.snapshot.query import Query
from hh_tui.system.structs import replace
from hh_tui.ui.awaiting_reads import AwaitingReads
from hh_tui.ui.commands import Handler
from hh_tui.ui.context import Context
from hh_tui.ui.events import (
    AwaitingEvent,
    Event,
    LookFailed,
    PortionRead,
    QueueChanged,
    QueueEntered,
    ReadFailed,
    VacancyLooked,
    WaitingRevealed,
)
from hh_tui.ui.presenters import sidebar
from hh_tui.ui.state_store import State
from hh_tui.ui.view import Pane


class AwaitingReply:
    """The list over all vacancies. Everything else works in it as in any other list.

    `leave_list` remembers the list that one leaves for it.
    """

    def __init__(self, context: Context, leave_list: Callable[[], None]) -> None:
        self._context = context
        self._leave_list = leave_list
        self._reads = AwaitingReads(context.session, context.post, context.clock)
        self._left: Listing | None = None
        """Its rows and cursor as they were left."""
        self.is_reading_on = False
        """Whether a page more is on its way."""

    def commands(self) -> Mapping[str, Handler]:
        """What this controller does, by command id."""
        return {"waiting": self.open}

    def on_event(self, event: Event, before: State, after: State) -> None:
        """The list is kept as it was left; what was found comes into it."""
        if isinstance(event, AwaitingEvent):
            self._follow(event, before, after)
        if before.inbox.listing.query == WAITING and after.inbox.listing.query != WAITING:
            self._left = before.inbox.listing if after.inbox.queue is not None else None
        if before.inbox.queue is not None and after.inbox.queue is None:
            # Another account awaits others.
            self._left, self.is_reading_on = None, False

    def _follow(self, event: AwaitingEvent, before: State, after: State) -> None:
        """An answer to an earlier look than the last one is over."""
        queue = after.inbox.queue
        if queue is None:
            return
        changed = queue is not before.inbox.queue
        if changed and not len(queue.visible()):
            self._context.panes.release_list_focus()
        match event:
            case VacancyLooked():
                self._looked(before, after)
            case PortionRead() if event.stamp == queue.began_at:
                self._read_on_came()
            case LookFailed() if event.stamp == queue.began_at:
                self._failed(event)
            case _:
                pass
        if changed and self._is_shown and self._context.view.pane is Pane.LIST:
            self._context.panes.keep_focus()

    def escape(self) -> bool:
        """Escape stops the looking, and what was found stays."""
        context, queue = self._context, self._context.inbox.queue
        if not self._is_shown or context.view.pane is not Pane.LIST or queue is None or not queue.is_looking:
            return False
        context.tasks.cancel("waiting")
        context.store.dispatch(QueueChanged(replace(queue, stopped=True)))
        context.say("waiting.stopped", looked=queue.looked, n=queue.vacancies)
        return True

    # The list

    def covers(self, query: Query | None) -> bool:
        """Its own list."""
        return query == WAITING

    @property
    def _is_shown(self) -> bool:
        return self.covers(self._context.inbox.listing.query)

    def enter(self, entry: sidebar.SidebarEntry) -> bool:
        """It is a line of the left column."""
        if entry.kind is not sidebar.EntryKind.WAITING:
            return False
        self.open()
        return True

    def open(self) -> None:
        """Everybody who awaits a reply, the one who waits longest first."""
        context = self._context
        if context.inbox.vacancies is None:
            return
        if not self._is_shown:
            self._leave_list()
            self._context.panes.release_list_focus()
            context.store.dispatch(QueueEntered(self._left))
            self._context.panes.point_at(Pane.VACANCIES, WAITING.collection_id)
        context.go(Pane.LIST)
        self.look()
        self._read_on_where_shown()

    def open_at(self, negotiation_id: str) -> None:
        """The same, with the cursor on this candidate wherever they stand."""
        self.open()
        self._context.store.dispatch(WaitingRevealed(negotiation_id))

    def refresh(self) -> None:
        """Look anew at every vacancy."""
        reads, inbox = self._context.reads, self._context.inbox
        reads.account(fatal=False)
        if inbox.vacancy_id is not None:
            reads.board(inbox.vacancy_id)
        self.look(anew=True)
        row = self._context.inbox.selected
        if self._context.view.pane is Pane.CANDIDATE and row is not None and row.id in inbox.threads:
            reads.thread(row.negotiation)

    # Reading

    def look(self, *, anew: bool = False) -> None:
        """Look who waits, unless that is known well enough."""
        context, now, before = self._context, self._context.clock(), self._context.inbox.queue
        if before is not None and not anew and (before.is_looking or before.fresh(now)):
            return
        vacancies = to_look_at(context.inbox.vacancies or ())
        min_wait = timedelta(days=context.options.waiting_days)
        queue = (before or AwaitingQueue(now, min_wait)).again(now, min_wait, len(vacancies))
        self.is_reading_on = False
        context.store.dispatch(QueueChanged(queue))
        context.tasks.start(partial(self._reads.look_around, vacancies, queue.began_at), group="waiting")

    def read_ahead(self, seen: int) -> None:
        """Read on where the known rows end soon."""
        inbox = self._context.inbox
        if inbox.listing.error is None and inbox.wants_page(seen):
            self.read_further()

    def read_further(self) -> bool:
        """Read the next page of whoever waits longest among those not known; whether one is on its way."""
        queue = self._context.inbox.queue
        if queue is None or queue.is_looking:
            return False
        source = queue.next_source
        if source is not None and not self.is_reading_on:
            self.is_reading_on = True
            read = partial(self._reads.read_on, source, queue.began_at)
            self._context.tasks.start(read, group="waiting-page")
        return self.is_reading_on

    def _read_on_where_shown(self) -> None:
        if self._is_shown:
            self.read_ahead(0)

    # What reads bring

    def _looked(self, before: State, after: State) -> None:
        """At the end, say how many could not be looked at, or not to their end."""
        old, new = before.inbox.queue, after.inbox.queue
        if new is not None and new is not old and not new.is_looking:
            from hh_tui.ui.presenters import awaiting

            if missing := awaiting.missing(self._context.render_context.tr, new):
                self._context.tell(missing)
            self._read_on_where_shown()

    def _read_on_came(self) -> None:
        """More of those who wait less."""
        self.is_reading_on = False
        self._read_on_where_shown()

    def _failed(self, message: LookFailed) -> None:
        """Whoever hears of the failed read says why."""
        self.is_reading_on = False
        self._context.post(ReadFailed(message.error, query=WAITING))
