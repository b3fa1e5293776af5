"""Attending to candidates: to the next one that needs it, viewed in bulk, and what was opened here."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from textual import on, work
from textual.message import Message

from hh_tui.api.limits import BULK
from hh_tui.api.models import Negotiation
from hh_tui.errors import HHError
from hh_tui.inbox.snapshot import opened_log as ledger
from hh_tui.inbox.snapshot.listing import NEAR
from hh_tui.inbox.snapshot.opened_log import Ledger
from hh_tui.inbox.snapshot.query import Query
from hh_tui.inbox.snapshot.row_facts import needs_attention
from hh_tui.ui import events as heard
from hh_tui.ui.screens.waiting import WaitingScreen
from hh_tui.ui.view import Level

PAGES = 10
"""Pages that are read at most in search of somebody who needs attention."""

ASKED = "asked"
MARKING = "mark-viewed"
"""That the first question about marking was answered is remembered under these."""


@dataclass
class Marked(Message):
    """hh.ru counts these as viewed and read."""

    ids: tuple[str, ...]


class AttendingScreen(WaitingScreen):
    """Looking is not opening: only what is opened, or marked on request, counts as viewed."""

    _seeking = 0
    _seeking_in: Query | None = None

    def begin(self) -> None:
        """Recall what was opened before."""
        super().begin()
        self.ledger = Ledger.recalled(self.house.remembered(ledger.KIND))

    def was_opened(self, message: heard.ThreadRead) -> None:
        """Write down who was opened here, and when."""
        now = self.clock()
        self.ledger = self.ledger.opened(message.negotiation.id, now)
        self.house.remember(ledger.KIND, message.negotiation.id, ledger.text_of(now))

    # The next one that needs attention

    def action_attend(self, direction: int) -> None:
        """To the next or the previous candidate that needs attention; for the next, pages are read."""
        if self.level is not Level.CANDIDATE:
            self.level = Level.LIST
        self._seeking, self._seeking_in = PAGES if direction > 0 else 0, self.inbox.listing.query
        self._seek(direction)

    def _seek(self, direction: int) -> None:
        listing, rows, cursor = self.inbox.listing, self.inbox.rows, self.inbox.cursor
        places = range(cursor + 1, len(rows)) if direction > 0 else range(cursor - 1, -1, -1)
        found = next((place for place in places if rows[place].facts.needs_attention), None)
        if found is not None:
            self._point(found)
        elif self._seeking and not listing.complete and listing.error is None and listing.query is not None:
            self._read_ahead(len(listing.rows) + NEAR)
        else:
            self.say("attend.none-after" if direction > 0 else "attend.none-before")
            self._seeking = 0

    def seek_on(self) -> None:
        """A page came into the list while somebody is looked for."""
        if self._seeking and self.inbox.listing.query == self._seeking_in:
            self._seeking -= 1
            self._seek(1)

    def _point(self, cursor: int) -> None:
        self._seeking = 0
        super()._point(cursor)

    # Marking as viewed

    def action_mark_viewed(self) -> None:
        """Count the candidate under the cursor as viewed on hh.ru; the first time, ask."""
        row = self.inbox.selected
        if row is not None:
            self.mark_viewed([row.negotiation])

    def mark_viewed(self, negotiations: Sequence[Negotiation]) -> None:
        """Count these as viewed on hh.ru, after a question the first time."""
        wanted = [one for one in negotiations if needs_attention(one)]
        if not wanted:
            self.say("mark.already")
        elif self.house.remembered(ASKED).get(MARKING):
            self.send_marks(self._by_vacancy(wanted))
        else:
            tr = self.lens.tr

            def agreed() -> None:
                self.house.remember(ASKED, MARKING, "yes")
                self.send_marks(self._by_vacancy(wanted))

            answers = (tr("mark.yes"), tr("mark.no"))
            self.confirm(tr("mark.title", n=len(wanted)), answers, agreed, default=True)

    def _by_vacancy(self, negotiations: Sequence[Negotiation]) -> tuple[tuple[str, ...], ...]:
        """Their ids in groups that one request takes: of one vacancy, fifty at most."""
        groups: dict[str, list[str]] = {}
        for one in negotiations:
            home = self.inbox.home_of(one.id)
            groups.setdefault(home.vacancy_id if home else "", []).append(one.id)
        return tuple(
            tuple(ids[start : start + BULK]) for ids in groups.values() for start in range(0, len(ids), BULK)
        )

    @work(group="mark", exit_on_error=False)
    async def send_marks(self, groups: tuple[tuple[str, ...], ...]) -> None:
        """One request for each group. Sent twice it does no harm: it needs no outbox."""
        for ids in groups:
            try:
                await self.worker.read(partial(self.worker.client.mark_read, ids))
            except HHError as error:
                self.post_message(heard.ReadFailed(error))
                return
            self.post_message(Marked(ids))

    @on(Marked)
    def marked(self, message: Marked) -> None:
        """The rows are viewed, the counters follow."""
        self.online = True
        inbox = self.inbox
        for one in message.ids:
            inbox = inbox.viewed(one)
        self.inbox = inbox
        self.say("mark.done", n=len(message.ids))
