"""Candidates who need attention: going to the next one, counting them as viewed, and who was opened here.

Looking is not opening: only what is opened, or marked on request, counts as viewed on hh.ru.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from hh_tui.api.limits import BULK
from hh_tui.api.models import Negotiation
from hh_tui.errors import HHError, NegotiationRefused, NotFound, Refused
from hh_tui.inbox.decisions.history import SentAtOnce
from hh_tui.inbox.snapshot import opened_log
from hh_tui.inbox.snapshot.listing import NEAR
from hh_tui.inbox.snapshot.opened_log import OpenedLog
from hh_tui.inbox.snapshot.query import Query
from hh_tui.inbox.snapshot.row_facts import needs_attention
from hh_tui.inbox.snapshot.rows import Row
from hh_tui.ui.commands import Handler
from hh_tui.ui.context import Context
from hh_tui.ui.events import (
    AtOnceFailed,
    AtOnceSent,
    CursorMoved,
    Event,
    MarkedViewed,
    PageRead,
    PortionRead,
    ReadFailed,
    Started,
    StoreOpened,
    ThreadRead,
)
from hh_tui.ui.state_store import State
from hh_tui.ui.view import Pane

PAGES = 10
"""Pages that are read at most in search of somebody who needs attention."""

ASKED = "asked"
MARKING = "mark-viewed"
"""That the first question about marking was answered is remembered under these."""


class Attention:
    """`read_ahead` reads on where the list ends before a row.

    `selected` gives the rows that are selected, none of them where nothing is.
    """

    def __init__(
        self,
        context: Context,
        *,
        read_ahead: Callable[[int], None],
        selected: Callable[[], Sequence[Row]],
    ) -> None:
        self._context = context
        self._read_ahead = read_ahead
        self._selected = selected
        self._pages_left = 0
        self._seeking_in: Query | None = None

    def commands(self) -> Mapping[str, Handler]:
        """What this controller does, by command id."""
        return {
            "next-attention": partial(self.seek, 1),
            "previous-attention": partial(self.seek, -1),
            "mark-viewed": self.mark_selected,
        }

    # Who was opened here

    def on_event(self, event: Event, before: State, after: State) -> None:
        """Recall what earlier runs opened; look on in what was read, unless the cursor goes elsewhere."""
        match event:
            case Started() | StoreOpened():
                kept = self._context.disk.remembered(opened_log.KIND)
                self._context.store.show(opened_log=OpenedLog.recalled(kept))
            case ThreadRead():
                self._opened(event)
            case PageRead() | PortionRead():
                self._seek_on()
            case CursorMoved():
                self._pages_left = 0
            case MarkedViewed():
                self._context.say("mark.done", n=len(event.ids))
            case _:
                pass

    def _opened(self, message: ThreadRead) -> None:
        """Write down who was opened here, and when."""
        self._context.disk.remember(opened_log.KIND, message.negotiation.id, opened_log.text_of(message.at))

    # The next one that needs attention

    def seek(self, direction: int) -> None:
        """To the next or the previous candidate that needs attention; for the next, pages are read."""
        context = self._context
        if context.view.pane is not Pane.CANDIDATE:
            context.go(Pane.LIST)
        self._pages_left, self._seeking_in = PAGES if direction > 0 else 0, context.inbox.listing.query
        self._seek(direction)

    def _seek(self, direction: int) -> None:
        context, inbox = self._context, self._context.inbox
        listing, rows, cursor = inbox.listing, inbox.rows, inbox.cursor
        places = range(cursor + 1, len(rows)) if direction > 0 else range(cursor - 1, -1, -1)
        found = next((place for place in places if rows[place].traits.needs_attention), None)
        if found is not None:
            self._pages_left = 0
            context.point(found)
        elif (
            self._pages_left and not listing.complete and listing.error is None and listing.query is not None
        ):
            self._read_ahead(len(listing.rows) + NEAR)
        else:
            context.say("attend.none-after" if direction > 0 else "attend.none-before")
            self._pages_left = 0

    def _seek_on(self) -> None:
        """A page came into the list: where somebody is looked for, they may be in it."""
        if self._pages_left and self._context.inbox.listing.query == self._seeking_in:
            self._pages_left -= 1
            self._seek(1)

    # Marking as viewed

    def mark_selected(self) -> None:
        """Count all selected ones as viewed on hh.ru, else the one under the cursor."""
        row = self._context.inbox.selected
        rows = self._selected() or ((row,) if row is not None else ())
        if rows:
            self.mark_viewed([one.negotiation for one in rows])

    def mark_viewed(self, negotiations: Sequence[Negotiation]) -> None:
        """Count these as viewed on hh.ru, after a question the first time."""
        context = self._context
        wanted = [one for one in negotiations if needs_attention(one)]
        if not wanted:
            context.say("mark.already")
        elif context.disk.remembered(ASKED).get(MARKING):
            self._mark(wanted)
        else:
            tr = context.render_context.tr

            def agreed() -> None:
                context.disk.remember(ASKED, MARKING, "yes")
                self._mark(wanted)

            answers = (tr("mark.yes"), tr("mark.no"))
            context.confirm(tr("mark.title", n=len(wanted)), answers, agreed, default=True)

    def _mark(self, negotiations: Sequence[Negotiation]) -> None:
        step = SentAtOnce("viewed", tuple(negotiations))
        self._context.store.dispatch(AtOnceSent(step))
        send = partial(self._send, self._by_vacancy(negotiations), step)
        self._context.tasks.start(send, group="mark", exclusive=False)

    def _by_vacancy(self, negotiations: Sequence[Negotiation]) -> tuple[tuple[str, ...], ...]:
        """Their ids in groups that one request takes: of one vacancy, fifty at most."""
        groups: dict[str, list[str]] = {}
        for one in negotiations:
            home = self._context.inbox.source_of(one.id)
            groups.setdefault(home.vacancy_id if home else "", []).append(one.id)
        return tuple(
            tuple(ids[start : start + BULK]) for ids in groups.values() for start in range(0, len(ids), BULK)
        )

    async def _send(self, groups: tuple[tuple[str, ...], ...], step: SentAtOnce) -> None:
        """One request for each group. Sent twice it does no harm: it needs no outbox.

        What hh.ru refuses for one vacancy says nothing of the others; any other error ends it. No other login
        is entered before the last group was sent.
        """
        session, failed, maybe_sent = self._context.session, None, False
        with session.counting_small_write():
            for ids in groups:
                try:
                    await session.send(partial(session.client.negotiations.mark_read, ids))
                except HHError as error:
                    failed, maybe_sent = error, maybe_sent or error.outcome_unknown
                    if not (isinstance(error, NotFound | NegotiationRefused) or type(error) is Refused):
                        break
                else:
                    maybe_sent = True
                    self._context.post(MarkedViewed(ids))
        if failed is not None:
            if not maybe_sent:
                self._context.post(AtOnceFailed(step))
            self._context.post(ReadFailed(failed))
