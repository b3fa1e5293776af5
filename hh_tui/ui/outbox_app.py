"""The outbox as the program has it: what is told of it, what is written down, and how one leaves."""

import asyncio
from collections.abc import Callable, Coroutine, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

from textual.app import App
from textual.timer import Timer
from textual.worker import Worker

from hh_tui.api.models import Negotiation
from hh_tui.errors import HHError, NotAuthorized, NotKept, SecondInstance
from hh_tui.i18n import Catalogue
from hh_tui.inbox.decisions.batch import Report
from hh_tui.inbox.decisions.journal_entries import Change
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.decisions.outbox import Outbox, Stage
from hh_tui.inbox.letters.drafts import Drafts
from hh_tui.inbox.letters.unsaved_texts import Texts
from hh_tui.inbox.snapshot.state import Inbox
from hh_tui.outbox.journal_writer import JournalWriter
from hh_tui.outbox.service import OutboxService
from hh_tui.settings.config import Settings
from hh_tui.store.store import Store
from hh_tui.ui import events as heard
from hh_tui.ui.dialogs.picker import Item, Picker
from hh_tui.ui.interruptions import Interruptions
from hh_tui.ui.presenters import batch as batch_view
from hh_tui.ui.presenters.errors import explain
from hh_tui.ui.presenters.render_context import Lens
from hh_tui.ui.screens.inbox import InboxScreen
from hh_tui.worker.session import ApiWorker

SOON: Final = 0.5
"""Seconds after which typed text is written down."""


class OutboxApp(App[HHError]):
    """Owns the sender and the disk; hears what becomes of writes and tells it.

    It is the `OutboxListener` of the outbox and the `House` of the inbox screen.
    """

    inbox: InboxScreen
    _ticking: Timer

    def __init__(
        self,
        worker: ApiWorker,
        settings: Settings,
        tr: Catalogue,
        *,
        store: Store | None,
        stores: Callable[[str], Store] | None,
        clock: Callable[[], datetime],
        steady: Callable[[], float],
    ) -> None:
        super().__init__()
        self.worker = worker
        self.settings = settings
        self.tr = tr
        self.store = store or Store.in_memory(clock)
        self._stores = stores
        self._clock = clock
        self._steady = steady
        self._asking = False
        self.interruptions = Interruptions(self._is_busy, self._knocked, self._came)
        self._own: dict[str, dict[str, str]] = {}
        self._writing_down: Timer | None = None
        self._texts = Texts(self.store.drafts(), self.store.sheets())
        self.journal_writer = JournalWriter(
            self.store, self._text_changes, lambda change: self._texts.unkept(change), self._beside
        )
        self.sender = OutboxService(
            worker, self.journal_writer, self, hold=self._hold, clock=clock, steady=steady, spawn=self._beside
        )

    def key(self, command_id: str) -> str:
        """The name of a command's first key."""
        raise NotImplementedError

    def lens(self) -> Lens:
        """How the person looks at things now."""
        raise NotImplementedError

    def interrupt(self, kind: str, title: str, show: Callable[[], None]) -> None:
        """A window wants to come that no key asked for: it waits while somebody types."""
        self.interruptions.offer(kind, title, show)

    def _is_busy(self) -> bool:
        """Whether somebody is in a dialog, or types."""
        return self.screen is not self.inbox or self.inbox.is_typing

    def _knocked(self, title: str) -> None:
        self.inbox.states.show(knocking=title)

    def _came(self) -> None:
        self.post_message(heard.CameByItself())

    def decided(self) -> None:
        """Something was decided."""
        raise NotImplementedError

    def _hold(self, operation: Operation) -> float:
        return self.settings.hold if operation.text is None else self.settings.hold_letter

    def _beside(self, coroutine: Coroutine[Any, Any, None]) -> Worker[None]:
        return self.run_worker(coroutine, group="outbox", exit_on_error=False)

    # What is on disk

    def open_up(self) -> None:
        """Take up what the disk holds: drafts, forms, open writes; tell what is amiss with it."""
        inbox = self.inbox
        drafts, sheets = Drafts(self.store.drafts()), self.store.sheets()
        inbox.states.update(replace(inbox.inbox, drafts=drafts, sheets=sheets))
        for notice in self.store.notices:
            self._tell(notice)
        self.sender.load(self.store.records())
        inbox.features.offline_cache.start()
        inbox.features.outcomes.take_up(one.operation for one in self.outbox.open)
        self.old_writes()

    def _tell(self, error: HHError) -> None:
        sentence = explain(self.tr, error).sentence
        self.notify(sentence, severity="warning", timeout=12, markup=False)

    def moved_in(self) -> None:
        """The disk of another login takes the place of this one's."""
        profiles = self.worker.profiles
        if self._stores is None or profiles is None:
            return
        self.sender.clear()
        self.journal_writer.note()
        self.journal_writer.hand_in()
        self.store.close()
        self._take(self._stores(profiles.current))

    def _take(self, store: Store) -> None:
        self.store = self.inbox.features.offline_cache.store = store
        self.journal_writer.go_on_with(store)
        self._own = {}
        self._texts = Texts(store.drafts(), store.sheets())
        self.inbox.states.update(Inbox(drafts=Drafts(store.drafts()), sheets=store.sheets()))
        self.sender.load(store.records())
        self.inbox.features.outcomes.take_up(one.operation for one in self.outbox.open)
        self.old_writes()

    def take_over(self) -> None:
        """The other instance has ended: this one keeps decisions from now on."""
        if isinstance(self.store.why_not, SecondInstance) and self.store.take_over():
            self._own = {}
            self._texts = Texts(self.store.drafts(), self.store.sheets())
            drafts, sheets = Drafts(self.store.drafts()), self.store.sheets()
            self.inbox.states.update(replace(self.inbox.inbox, drafts=drafts, sheets=sheets))
            self.sender.load(self.store.records())
            self.inbox.features.outcomes.take_up(one.operation for one in self.outbox.open)
            self.sender.known_as(self.sender.account)
            self.notify(self.tr("second.over"), markup=False)
            self.old_writes()

    @property
    def why_not(self) -> HHError | None:
        """Why nothing can be decided here, None when everything can."""
        return self.store.why_not

    @property
    def keeps(self) -> bool:
        """Whether what waits is there after the program has ended."""
        return self.store.persistent

    def _text_changes(self) -> tuple[Change, ...]:
        inbox = self.inbox.inbox
        return self._texts.changes(inbox.drafts.texts, inbox.sheets)

    def remember(self, kind: str, key: str, value: str) -> None:
        """Keep a text of the person's own; an empty one is forgotten."""
        kept = self._own.setdefault(kind, dict(self.store.marks(kind)))
        kept[key] = value
        if not value:
            del kept[key]
        self.store.mark(key, kind, value)

    def remembered(self, kind: str) -> Mapping[str, str]:
        """Everything kept of a kind."""
        return dict(self._own.setdefault(kind, dict(self.store.marks(kind))))

    def texts_changed(self) -> None:
        """A draft or a form is different: it is on disk within a second."""
        if self._writing_down is None:
            self._writing_down = self.set_timer(SOON, self.write_down)

    def write_down(self) -> None:
        """Write the drafts and forms down now."""
        if self._writing_down is not None:
            self._writing_down.stop()
            self._writing_down = None
        self.journal_writer.note()

    def before_suspending(self, _: App[HHError]) -> None:
        """The editor gets the terminal, and perhaps the program is ended meanwhile."""
        self.journal_writer.note_at_once()

    # What becomes of writes

    @property
    def outbox(self) -> Outbox:
        """All open writes."""
        return self.sender.outbox

    def tick(self) -> None:
        """Let time do its work on the outbox."""
        self.sender.tick()

    def outbox_changed(self) -> None:
        """Show it, and let its seconds run."""
        if self.outbox.open:
            self._ticking.resume()
        else:
            self._ticking.pause()
        self.inbox.features.outcomes.show(self.outbox, self._steady())

    def carried_out(self, operation: Operation) -> None:
        """The server did it."""
        self.inbox.features.outcomes.settled(operation)

    def refused(self, operation: Operation, error: HHError, *, letter_back: bool) -> None:
        """It did not take place."""
        self.inbox.features.outcomes.refused(operation, error, letter_back=letter_back)

    def batch_went(self, done: Sequence[Operation], refused: Sequence[Operation]) -> None:
        """A chunk is at its end."""
        self.inbox.features.bulk_actions.went(done, refused)

    def batch_ended(self, report: Report) -> None:
        """All of a batch is."""
        self.inbox.features.bulk_actions.ended(report)

    def moved_on(self, negotiation: Negotiation) -> None:
        """A candidate as they are now."""
        self.inbox.post_message(heard.NegotiationRead(negotiation))

    def shut_out(self, error: NotAuthorized) -> None:
        """What is open waits for a new login."""
        hint = self.tr("frozen.hint", key=self.key("refresh"))
        sentence = explain(self.tr, error).sentence
        self.notify(f"{sentence} {hint}", severity="error", timeout=15, markup=False)

    def connection(self, up: bool) -> None:
        """Tell about a connection that came or went while something waits for it."""
        self.inbox.states.show(online=up)
        waiting = sum(one.stage is Stage.HELD for one in self.outbox.hurrying(self._clock()))
        if waiting:
            key = "connection.back" if up else "connection.gone"
            self.notify(self.tr(key, n=waiting), severity="information" if up else "warning", markup=False)

    def not_kept(self, error: NotKept) -> None:
        """A write that could not be written down is told by its refusal; this only keeps the details."""
        self.inbox.states.show(last_error=error)

    def bug(self, error: BaseException) -> None:
        """A bug in the sender."""
        self.report_bug(error)

    def report_bug(self, error: BaseException) -> None:
        """Something that should not happen did: say so, without what it was about, and go on."""
        self.notify(self.tr("bug", kind=type(error).__name__), severity="error", markup=False)

    def old_writes(self) -> None:
        """Ask what becomes of writes that have waited long, when nobody types."""
        if self.outbox.parked and not self._asking:
            self.interrupt("old", batch_view.parked(self.lens(), self.outbox.parked), self._ask_about_old)

    def _ask_about_old(self) -> None:
        parked = self.outbox.parked
        if not parked or self._asking:
            return
        self._asking = True
        answers = [
            Item("show", self.tr("old.show", key=self.key("outbox"))),
            Item("send", self.tr("old.send")),
            Item("drop", self.tr("old.drop")),
        ]
        title = batch_view.parked(self.lens(), parked)

        def answered(answer: str | None) -> None:
            self._asking = False
            ids = [entry.operation.id for entry in self.outbox.parked]
            if answer == "send":
                self.sender.send_now(ids)
            elif answer == "drop":
                self.inbox.features.outcomes.given_up(self.sender.drop(*ids))
            elif answer == "show":
                self.inbox.features.outbox_browser.open()

        self.push_screen(Picker(title, answers, self.tr), answered)

    # The end

    def leave(self) -> None:
        """Leave; what is open is not left without a question."""
        raise NotImplementedError

    async def on_unmount(self) -> None:
        """Close the disk and the connection, however one leaves."""
        self.inbox.features.offline_cache.keep_place()
        if changes := self._text_changes():
            self.store.write(*changes)
        await asyncio.to_thread(self.store.close)
        await self.worker.aclose()
