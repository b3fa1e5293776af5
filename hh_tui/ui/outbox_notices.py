"""What becomes of writes is shown and told."""

from collections.abc import Callable, Sequence
from datetime import datetime

from textual.app import App
from textual.timer import Timer

from hh_tui.api.models import Negotiation
from hh_tui.errors import HHError, NotAuthorized, NotKept
from hh_tui.i18n import Catalogue
from hh_tui.inbox.decisions.batch import Report, outbox_lines
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.decisions.outbox import Outbox, Stage
from hh_tui.keys.keymap import Keymap
from hh_tui.outbox.service import OutboxService
from hh_tui.ui.dialogs.answer import Answer
from hh_tui.ui.events import (
    AnyEvent,
    BatchEnded,
    ChunkSent,
    DecidedAgain,
    LettersReturned,
    NegotiationRead,
    OutboxChanged,
    WriteCarriedOut,
    WriteRefused,
    WritesDropped,
)
from hh_tui.ui.interruptions import Interruptions
from hh_tui.ui.presenters.errors import explain
from hh_tui.ui.state_store import StateStore


class OutboxNotices:
    """The `OutboxListener` of the program.

    `states` gives the store of the inbox, which is there once the program runs; `heard` tells it what hh.ru
    has answered. `steady` counts seconds and never jumps. `run_later` runs a command by its id once the
    window above the inbox is closed. `is_leaving` tells whether the person is asked already what becomes of
    open writes.
    """

    ticking: Timer
    """Lets the seconds of the outbox run; paused while nothing waits."""
    outbox: OutboxService
    """Whose listener this is."""

    def __init__(
        self,
        app: App[HHError],
        tr: Catalogue,
        keymap: Keymap,
        states: Callable[[], StateStore],
        heard: Callable[[AnyEvent], None],
        interruptions: Interruptions,
        *,
        clock: Callable[[], datetime],
        steady: Callable[[], float],
        run_later: Callable[[str], None],
        is_leaving: Callable[[], bool],
    ) -> None:
        self._app = app
        self._tr = tr
        self._keymap = keymap
        self._states = states
        self._heard = heard
        self._interruptions = interruptions
        self._clock = clock
        self._steady = steady
        self._run_later = run_later
        self._is_leaving = is_leaving
        self.is_asking = False

    @property
    def _writes(self) -> Outbox:
        return self.outbox.outbox

    def _keys(self, command_id: str) -> str:
        return self._tr.key(command_id)

    def outbox_changed(self) -> None:
        """Show it, and let its seconds run."""
        if self._writes.open:
            self.ticking.resume()
        else:
            self.ticking.pause()
        self._states().dispatch(OutboxChanged(self._writes, self._steady(), self._clock()))

    def carried_out(self, operation: Operation) -> None:
        """The server did it."""
        self._heard(WriteCarriedOut(operation))

    def refused(self, operation: Operation, error: HHError, *, letter_back: bool) -> None:
        """It did not take place; with `letter_back` its letter is a draft again."""
        self._heard(WriteRefused(operation, error, letter_back))

    def superseded(self, operations: Sequence[Operation]) -> None:
        """Their words are begun again; of letters it is told, for they were seen in the outbox alone."""
        states = self._states()
        states.dispatch(LettersReturned(operations))
        letters = [one for one in operations if one.action is None]
        if letters:
            from hh_tui.ui.presenters import batch

            deed = batch.deed(states.state.view.render_context, letters[0], len(letters))
            self._app.notify(self._tr("undo.draft-again", deed=deed), markup=False)

    def batch_progressed(self, done: Sequence[Operation], refused: Sequence[Operation]) -> None:
        """A chunk is at its end."""
        self._heard(ChunkSent(done, refused))

    def batch_ended(self, report: Report) -> None:
        """All of a batch is."""
        self._heard(BatchEnded(report))

    def put_off(self, old: Sequence[Operation], new: Sequence[Operation], until: datetime) -> None:
        """The new ones are shown in the places of the old ones."""
        self._heard(WritesDropped(old))
        self._heard(DecidedAgain(new))

    def limit_met(self, operations: Sequence[Operation], until: datetime) -> None:
        """Tell of all that wait for tomorrow."""
        from hh_tui.ui.presenters.schedule import ahead

        when = ahead(self._states().state.view.render_context, until)
        text = self._tr("invite.put-off", n=len(operations), when=when, key=self._keys("outbox"))
        self._app.notify(text, severity="warning", timeout=15, markup=False)

    def target_changed(self, negotiation: Negotiation) -> None:
        """A candidate as they are now."""
        self._heard(NegotiationRead(negotiation, self._clock()))

    def login_lost(self, error: NotAuthorized) -> None:
        """What is open waits for a new login."""
        hint = self._tr("frozen.hint", key=self._keys("refresh"))
        sentence = explain(self._tr, error).sentence
        self._app.notify(f"{sentence} {hint}", severity="error", timeout=15, markup=False)

    def connection(self, up: bool) -> None:
        """Tell about a connection that came or went while something waits for it."""
        self._states().show(online=up)
        waiting = sum(one.stage is Stage.HELD for one in self._writes.hurrying(self._clock()))
        if waiting:
            text = self._tr("connection.back" if up else "connection.gone", n=waiting)
            self._app.notify(text, severity="information" if up else "warning", markup=False)

    def not_kept(self, error: NotKept) -> None:
        """A write that could not be written down is told by its refusal; this only keeps the details."""
        self._states().show(last_error=error)

    def mark_lost(self, error: HHError) -> None:
        """Something of the person's own is known until the end of the program only."""
        self._states().show(last_error=error)
        self._app.notify(self._tr("store.mark-lost"), severity="warning", timeout=12, markup=False)

    def text_untaken(self) -> None:
        """What is typed is known until the end of the program only, as long as the disk takes nothing."""
        self._app.notify(self._tr("store.text-untaken"), severity="warning", timeout=12, markup=False)

    def bug(self, error: BaseException) -> None:
        """Something that should not happen did: say so, without what it was about, and go on."""
        self._app.notify(self._tr("bug", kind=type(error).__name__), severity="error", markup=False)

    # Writes that have waited long

    def old_writes(self) -> None:
        """Ask what becomes of writes that have waited long, when nobody types."""
        if self._writes.parked and not self._is_asked:
            self._interruptions.offer("old", self._title(), self._ask_about_old)

    @property
    def _is_asked(self) -> bool:
        return self.is_asking or self._is_leaving()

    def _title(self) -> str:
        from hh_tui.ui.presenters import batch

        return batch.parked(self._states().state.view.render_context, self._writes.parked)

    def _ask_about_old(self) -> None:
        if not self._writes.parked or self._is_asked:
            return
        from hh_tui.ui.dialogs.confirm import Confirm
        from hh_tui.ui.presenters.quitting import deeds, some

        self.is_asking = True
        answers = [
            Answer("show", self._tr("old.show", key=self._keys("outbox"))),
            Answer("send", self._tr("old.send")),
            Answer("drop", self._tr("old.drop")),
            Answer("stay", self._tr("old.later")),
        ]
        ctx, parked = self._states().state.view.render_context, self._writes.parked
        title, told = self._tr("old.title", n=len(outbox_lines(parked))), some(ctx, deeds(ctx, parked))
        asked = Confirm(title, answers, self._keymap, default="show", detail=told)
        self._app.push_screen(asked, self._answered)

    def _answered(self, answer: str | None) -> None:
        self.is_asking = False
        ids = [entry.operation.id for entry in self._writes.parked]
        if answer == "send":
            self.outbox.send_now(ids)
        elif answer == "drop":
            self._states().dispatch(WritesDropped(self.outbox.drop(*ids)))
        elif answer == "show":
            self._run_later("outbox")
