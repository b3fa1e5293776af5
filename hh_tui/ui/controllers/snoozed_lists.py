"""The lists of snoozed candidates: kept in the journal, shown, and returned when due or when they write."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from hh_tui.api.models import Vacancy
from hh_tui.inbox.lists import snoozed_list
from hh_tui.inbox.lists.snoozed import SnoozedItems
from hh_tui.inbox.lists.snoozed_item import SNOOZED, UNTIL_REPLY
from hh_tui.inbox.snapshot.query import Query
from hh_tui.ui import snoozed_records
from hh_tui.ui.commands import Handler
from hh_tui.ui.context import Context
from hh_tui.ui.events import (
    AccountLeft,
    AccountRead,
    CountersPolled,
    Event,
    LoginChanged,
    ReadEvent,
    SnoozedEntered,
    SnoozedRecalled,
    SnoozeEnded,
    Started,
    StoreOpened,
    Ticked,
)
from hh_tui.ui.presenters import sidebar
from hh_tui.ui.presenters.candidate import people
from hh_tui.ui.snoozed_looks import SnoozedLooks, is_fresh
from hh_tui.ui.state_store import State
from hh_tui.ui.view import Pane


class SnoozedLists:
    """Two lists over all vacancies, whose rows are on disk: the server has no such lists.

    `leave_list` remembers the list that one leaves for one of them.
    """

    def __init__(self, context: Context, leave_list: Callable[[], None]) -> None:
        self._context = context
        self._leave_list = leave_list
        self._looks = SnoozedLooks(context)

    def commands(self) -> Mapping[str, Handler]:
        """What this controller does, by command id."""
        return {
            "go-snoozed": partial(self._open_known, SNOOZED),
            "go-until-reply": partial(self._open_known, UNTIL_REPLY),
        }

    def on_event(self, event: Event, before: State, after: State) -> None:
        """What has changed is kept, the place that is shown follows; whose moment has come is back."""
        match event:
            case Started():
                self._recall()
            case StoreOpened():
                self._recall_kept()
            case Ticked():
                self._wake()
                self._looks.tick(event.now)
            case LoginChanged() | AccountLeft():
                self._looks.forget()
            case AccountRead():
                self._recall_anew()
            case CountersPolled():
                self._counters_told(before.inbox.vacancies or (), event.vacancies.items)
            case _:
                pass
        old, new = before.inbox.snoozed, after.inbox.snoozed
        if old is not new and (isinstance(event, ReadEvent | SnoozeEnded)):
            self._tell_returned(old, new)
        if old is not new and old.recalled and new.recalled:
            snoozed_records.keep(self._context.disk, old, new)

    # Kept from run to run

    def _recall_anew(self) -> None:
        """Another login has snoozed other people; somebody may have written while nobody looked."""
        self._recall()
        now, people = self._context.clock(), self._context.inbox.snoozed.people.values()
        self._looks.owe(one for one in people if not is_fresh(one, now))

    def _recall(self) -> None:
        if not self._context.inbox.snoozed.recalled:
            self._recall_kept()

    def _recall_kept(self) -> None:
        """Those on disk, whoever put them there."""
        context, known = self._context, self._context.inbox.snoozed
        snoozed = snoozed_records.recalled(context.disk, context.clock())
        if not known.recalled or snoozed.people != known.people:
            context.store.dispatch(SnoozedRecalled(snoozed))

    # Coming back

    def _wake(self) -> None:
        next_at, now = self._context.inbox.snoozed.next_at, self._context.clock()
        if next_at is not None and now >= next_at:
            self._context.store.dispatch(SnoozeEnded(now))

    def _tell_returned(self, old: SnoozedItems, new: SnoozedItems) -> None:
        """Say who is back, and why."""
        context = self._context
        for reason, back in new.returned_since(old).items():
            who = people(context.render_context, back)
            context.windows.notify(context.render_context.tr(f"snoozed.{reason}", who=who), timeout=8)

    def _counters_told(self, before: Sequence[Vacancy], polled: Sequence[Vacancy]) -> None:
        """Vacancies whose counters are not what they were `before`: it may be somebody who was snoozed."""
        known = {one.id: (one.unread, one.total, one.has_updates) for one in before}
        changed = {
            one.id
            for one in polled
            if one.id in known and known[one.id] != (one.unread, one.total, one.has_updates)
        }
        people = self._context.inbox.snoozed.people.values()
        self._looks.owe(one for one in people if one.source.vacancy_id in changed)

    # The lists

    def covers(self, query: Query | None) -> bool:
        """Both of them."""
        return snoozed_list.is_place(query)

    def read_ahead(self, seen: int) -> None:
        """All rows are there."""

    def enter(self, entry: sidebar.SidebarEntry) -> bool:
        """Each place is a line of the left column."""
        if entry.kind is not sidebar.EntryKind.PLACE or entry.query is None:
            return False
        self._open(entry.query)
        return True

    def _open_known(self, place: Query) -> None:
        if self._context.inbox.vacancies is not None:
            self._open(place)

    def _open(self, place: Query) -> None:
        """Show one of the places."""
        context = self._context
        if context.inbox.listing.query != place:
            self._leave_list()
            context.panes.release_list_focus()
            context.store.dispatch(SnoozedEntered(place))
            context.panes.point_at(Pane.VACANCIES, place.collection_id)
        context.go(Pane.LIST)
        context.panes.keep_focus()

    def refresh(self) -> None:
        """Look anew at everybody who stands in the place."""
        context, inbox = self._context, self._context.inbox
        context.reads.account(fatal=False)
        if inbox.vacancy_id is not None:
            context.reads.board(inbox.vacancy_id)
        self._looks.at_once(tuple(row.id for row in inbox.listing.rows))
        row = inbox.selected
        if context.view.pane is Pane.CANDIDATE and row is not None and row.id in inbox.threads:
            context.reads.thread(row.negotiation)
