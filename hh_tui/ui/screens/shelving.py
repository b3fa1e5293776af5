"""Putting candidates aside: until a moment, or until they write. hh.ru hears nothing of it."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from typing import Final

from textual import work

from hh_tui.api.models import Negotiation, Vacancy
from hh_tui.errors import HHError, NotFound
from hh_tui.inbox.decisions import batch
from hh_tui.inbox.lists import snoozed_list
from hh_tui.inbox.lists.snoozed import Shelf
from hh_tui.inbox.lists.snoozed_item import (
    PLACES,
    SNOOZED,
    UNTIL_REPLY,
    Aside,
    Back,
    Kind,
    put_aside,
    to_text,
)
from hh_tui.inbox.snapshot.query import Query
from hh_tui.inbox.snapshot.state import Inbox
from hh_tui.ui import events as heard
from hh_tui.ui.controllers.schedule import Schedule
from hh_tui.ui.controllers.selection import BulkSelection
from hh_tui.ui.presenters import schedule, sidebar
from hh_tui.ui.presenters.candidate import name
from hh_tui.ui.screens.picking import PickingScreen
from hh_tui.ui.view import Level
from hh_tui.worker.session import Urgency

FRESH: Final = timedelta(minutes=1)
"""For how long somebody put aside is not looked at again."""

LOOKS: Final = 20
"""How many of those put aside are looked at in one go, one request each."""

Before = Mapping[str, Aside | None]
"""What was true of candidates before, by negotiation."""


class ShelvingScreen(PickingScreen):
    """Who is put aside stands in a place of the sidebar, and comes back by themselves."""

    schedule: Schedule
    selection: BulkSelection

    _put: tuple[tuple[Before, frozenset[str]], ...] = ()
    """What was put aside, the last thing last, and the writes that were open by then."""

    def begin(self) -> None:
        """Recall whom earlier runs put aside, before the list is painted."""
        super().begin()
        self._recall()

    def shelf_recalled(self) -> None:
        """Another login has a shelf of its own; somebody may have written while nobody looked."""
        self._recall()
        self.look_after({one.home.vacancy_id for one in self.inbox.shelf.people.values()})

    def _recall(self) -> None:
        if not self.inbox.shelf.recalled:
            kept = Shelf.of({kind: self.house.remembered(kind) for kind in Kind})
            self.inbox = self.inbox.with_shelf(kept.woken(self.clock()))

    def watch_inbox(self, before: Inbox, inbox: Inbox) -> None:
        """What has changed on the shelf is kept; the place that is shown follows."""
        super().watch_inbox(before, inbox)
        old, new = before.shelf, inbox.shelf
        if old is not new and old.recalled and new.recalled:
            self._keep_shelf(old, new)
        if old is not new or before.pending is not inbox.pending:
            lined = snoozed_list.lined_up(inbox, old)
            if lined is not inbox:
                self.inbox = lined

    def _keep_shelf(self, old: Shelf, new: Shelf) -> None:
        for key in old.people.keys() | new.people.keys():
            was, now = old.people.get(key), new.people.get(key)
            if was is not None and (now is None or now.kind is not was.kind):
                self.house.remember(was.kind, key, "")
            if now is not None and now is not was:
                self.house.remember(now.kind, key, to_text(now))

    # Putting aside

    def action_snooze(self) -> None:
        """Put those marked, or the one under the cursor, aside until a moment; back from there."""
        chosen = self._chosen()
        if not chosen or self.context.may_not_decide():
            return
        if self.inbox.listing.query == SNOOZED:
            self._bring_back(chosen, Kind.SNOOZED)
            return
        put = partial(self._put_aside, chosen, Kind.SNOOZED)
        self.schedule.ask_moment(self.lens.tr("shelf.when"), put)

    def action_until_reply(self) -> None:
        """Put them aside until they write; back from there."""
        chosen = self._chosen()
        if not chosen or self.context.may_not_decide():
            return
        if self.inbox.listing.query == UNTIL_REPLY:
            self._bring_back(chosen, Kind.UNTIL_REPLY)
        else:
            self._put_aside(chosen, Kind.UNTIL_REPLY)

    def _chosen(self) -> tuple[Negotiation, ...]:
        row = self.inbox.selected
        if self.level not in {Level.LIST, Level.CANDIDATE}:
            return ()
        rows = tuple(self.selection.together.values()) or ((row,) if row else ())
        return tuple(one.negotiation for one in rows)

    def _put_aside(self, chosen: Sequence[Negotiation], kind: Kind, until: datetime | None = None) -> None:
        inbox, now, wrote = self.inbox, self.clock(), self._written_to()
        asides = [
            put_aside(
                kind,
                one,
                home,
                now,
                until=until,
                read_at=inbox.listing.seen.get(one.id),
                known=one.id not in wrote,
            )
            for one in chosen
            if (home := inbox.home_of(one.id)) is not None
        ]
        self._change_shelf(inbox.shelf.with_all(asides), [one.id for one in asides])
        if self.options.advance == "previous" and len(asides) == 1:
            self.inbox = self.inbox.moved_to(inbox.cursor - 1)
        if self.level is Level.CANDIDATE and not (self.is_narrow or self.options.advance == "stay"):
            self.level = Level.LIST
        when = schedule.ahead(self.lens, until) if until is not None else ""
        self.say(f"shelf.{kind}", who=self._who(chosen), when=when, key=self.keys("undo"))

    def _written_to(self) -> frozenset[str]:
        """Candidates with a letter of ours that their rows may not count yet."""
        seen = self.inbox.listing.seen
        return frozenset(
            one.operation.negotiation.id
            for one in self.desk.finished
            if one.operation.negotiation.id not in seen or one.at >= seen[one.operation.negotiation.id]
        )

    def _bring_back(self, chosen: Sequence[Negotiation], kind: Kind) -> None:
        people = self.inbox.shelf.people
        ids = [one.id for one in chosen if one.id in people and people[one.id].kind is kind]
        if ids:
            self._change_shelf(self.inbox.shelf.without(*ids), ids)
            self.say("shelf.returned", who=self._who(chosen))
        else:
            self.say("shelf.scheduled", key=self.keys("outbox"))

    def _change_shelf(self, shelf: Shelf, ids: Sequence[str]) -> None:
        people = self.inbox.shelf.people
        behind = frozenset(entry.operation.id for entry in self.outbox.entries)
        self._put = (*self._put, ({key: people.get(key) for key in ids}, behind))
        inbox = self.inbox.with_shelf(shelf)
        self.inbox = replace(inbox, marks=inbox.marks.without(*ids))
        self.house.decided()

    def put_back(self) -> bool:
        """Undo the last putting aside, or bringing back, unless something was decided since."""
        last = batch.last_held(self.outbox, self.now, self.clock())
        if not self._put or (last and last[-1].id not in self._put[-1][1]):
            return False
        before, self._put = self._put[-1][0], self._put[:-1]
        people = self.inbox.shelf.people
        aside = [one for key in before if (one := before[key] or people.get(key)) is not None]
        shelf = self.inbox.shelf.without(*before).with_all(one for one in before.values() if one)
        inbox = self.inbox.with_shelf(shelf)
        index = inbox.rows.index_of(next(iter(before)))
        self.inbox = inbox if index is None else inbox.moved_to(index)
        if aside:
            done = "shelf.undone.returned" if any(before.values()) else "shelf.undone.put"
            place = self.lens.tr(f"shelf.title.{aside[0].kind}")
            self.say(done, place=place, who=self._who([one.negotiation for one in aside]))
        return True

    def _who(self, chosen: Sequence[Negotiation]) -> str:
        if len(chosen) == 1:
            return name(self.lens, chosen[0])
        return self.lens.tr("batch.people", n=len(chosen))

    # Coming back

    def beat(self, now: float) -> None:
        """Whose moment has come is back."""
        super().beat(now)
        next_at = self.inbox.shelf.next_at
        if next_at is not None and self.clock() >= next_at:
            self._show_shelf(self.inbox.shelf.woken(self.clock()))

    def _show_shelf(self, shelf: Shelf) -> None:
        """With another shelf; say who is back."""
        was = self.inbox.shelf.hidden
        self.inbox = self.inbox.with_shelf(shelf)
        for reason in Back:
            back = [one.negotiation for one in shelf.people.values() if one.back is reason and one.id in was]
            if back:
                self.notify(self.lens.tr(f"shelf.{reason}", who=self._who(back)), timeout=8, markup=False)

    def told(self, negotiations: Sequence[Negotiation]) -> None:
        """These were just read from the server: somebody among them may have written."""
        self._show_shelf(self.inbox.shelf.told(negotiations, self.clock()))

    def counters_told(self, before: Sequence[Vacancy], polled: Sequence[Vacancy]) -> None:
        """Vacancies whose counters are not what they were `before`: it may be somebody who was put aside."""
        known = {one.id: (one.unread, one.total, one.has_updates) for one in before}
        self.look_after(
            {
                one.id
                for one in polled
                if one.id in known and known[one.id] != (one.unread, one.total, one.has_updates)
            }
        )

    def look_after(self, vacancy_ids: Container[str]) -> None:
        """Read those of these vacancies who were put aside, unless that was done just now; only so many."""
        now, people = self.clock(), self.inbox.shelf.people.values()
        old = [
            one
            for one in people
            if one.back is None and one.home.vacancy_id in vacancy_ids and now - one.read_at > FRESH
        ]
        old.sort(key=lambda one: one.read_at)
        if old:
            self.look_at(tuple(one.id for one in old[:LOOKS]), quietly=True)

    def shelf_opened(self, message: heard.ThreadRead) -> None:
        """Whoever is back and was opened needs no sign any more."""
        self.inbox = self.inbox.with_shelf(self.inbox.shelf.opened(message.negotiation.id))

    # The places

    def action_place(self, kind: str) -> None:
        """Everybody who was put aside for this."""
        if self.inbox.vacancies is not None:
            self.go_to_place(PLACES[Kind(kind)])

    def go_to_place(self, place: Query) -> None:
        """Show one of the places."""
        if self.inbox.listing.query != place:
            self.collections.leave()
            self.panes.let_go_of_list()
            self.inbox = snoozed_list.entered(self.inbox, place)
            self.entries(Level.VACANCIES).point_at(place.collection_id)
        self.level = Level.LIST
        if self.focused is None:
            self.panes.target(self.states.state).focus()

    def choose(self, entry: sidebar.Entry | None) -> None:
        """Each place is a line of the left column."""
        if entry is not None and entry.sort is sidebar.Sort.PLACE and entry.query is not None:
            self.go_to_place(entry.query)
        else:
            super().choose(entry)

    def action_refresh(self) -> None:
        """Look anew at everybody who stands in the place."""
        if not snoozed_list.is_place(self.inbox.listing.query):
            super().action_refresh()
            return
        self.reads.account(fatal=False)
        if self.inbox.vacancy_id is not None:
            self.reads.board(self.inbox.vacancy_id)
        self.look_at(tuple(row.id for row in self.inbox.listing.rows))
        row = self.inbox.selected
        if self.level is Level.CANDIDATE and row is not None and row.id in self.inbox.threads:
            self.reads.thread(row.negotiation)

    @work(group="shelf", exclusive=True, exit_on_error=False)
    async def look_at(self, ids: tuple[str, ...], *, quietly: bool = False) -> None:
        """Each of them as they are now; the candidates notice nothing."""
        for one in ids:
            try:
                negotiation = await self.worker.read(
                    partial(self.worker.client.negotiation, one), Urgency.IDLE, what="candidate"
                )
            except NotFound:
                continue
            except HHError as error:
                if not quietly:
                    self.post_message(heard.ReadFailed(error))
                return
            self.post_message(heard.NegotiationRead(negotiation))
